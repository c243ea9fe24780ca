"""What one session adds to a community: counts of groups, and words that its people chose to share. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from facilitator.insight.block_results import Grade, block_results
from facilitator.insight.groups import answers_to, asked_of, has_base
from facilitator.insight.statistics import agreeing
from facilitator.records import EntryId, FilledLine, Id, Line, Record
from facilitator.report.gaps import absent_from
from facilitator.report.session_lessons import lessons_of
from facilitator.scenario.bilingual_text import BilingualText
from facilitator.scenario.model import Scenario, StatementSet
from facilitator.session.agreement_status import Status
from facilitator.session.disclosure import to_share
from facilitator.session.rounds import Count, Round, Shown
from facilitator.session.state import State
from facilitator.words import LANGUAGES, Language, Words

VERSION: Final = 4
"""Of these counts; raised when another version would give others for the same file."""
UrgencyPattern = Literal["shared", "all-low", "one-low", "one-high", "split", "mixed", "unknown"]
"""What perspectives together say of the urgency (``insight.pattern``), in the order in which it is told."""
PATTERNS: Final[Sequence[UrgencyPattern]] = get_args(UrgencyPattern)
UNKNOWN: Final = "unknown"
"""The grade of a building block that has none: groups differ, or there were too few people."""


class GroupCount(NamedTuple):
    """How one group answered one statement, as its session was shown it. A tuple: there are many.

    The text is that in the first language of the app, where the session knows it: who read the other answered
    the same.
    """

    statement: Id
    text: FilledLine
    points: Count
    group: Id
    agree: Count
    of: Count


class BlockGrade(Record):
    """How a part of a scan came out."""

    name: Id
    title: FilledLine
    grade: Literal[Grade, "unknown"]


class SessionCounts(Record):
    """What is counted of a session."""

    session: Id
    seq: Count
    """The last action in its file: of two versions the higher is the newer."""
    place: FilledLine
    title: Line
    language: Language = LANGUAGES[0]
    """What was read in the session."""
    day: date
    tables: list[Id] = []
    """The sessions of tables that it was made of: what they hold is in it."""
    follows: bool = False
    """Whether it followed another session, and so holds entries of it."""
    votes: list[GroupCount] = []
    also: dict[FilledLine, FilledLine] = {}
    """Of what stands here in the first language of the app, how it reads in the other."""
    perspectives: dict[Id, FilledLine] = {}
    absent: list[Id] = []
    """Perspectives of which nobody was there."""
    patterns: list[UrgencyPattern] = []
    """Who finds it urgent, in the votes about that."""
    blocks: list[BlockGrade] = []
    agreements: dict[EntryId, Status] = {}
    """How each stands; ideas are none. One that came over stands in the file of every meeting since."""
    actors: dict[EntryId, Literal["formal", "informal"]] = {}
    """Of each actor on the map of the network whether it is formal."""
    asked: list[FilledLine] = []
    """Contributions that were asked for and not found."""
    lessons: list[FilledLine] = []


def counts_of(state: State, seq: int) -> SessionCounts:
    """Give what a session adds; what may not leave it is not in it."""
    state = to_share(state)
    fronts = [vote for vote in state.rounds.values() if vote.side == "front" and vote.status == "revealed"]
    votes, blocks = list(_votes(fronts, state.scenario)), list(_blocks(fronts, state.scenario))
    return SessionCounts(
        session=state.about.id,
        seq=seq,
        place=state.about.place,
        title=state.scenario.title,
        language=state.scenario.language,
        day=state.about.day,
        tables=[table.session for table in state.merged.tables] if state.merged else [],
        follows=state.before is not None,
        votes=votes,
        also=_also(votes, blocks, state.scenario),
        perspectives={each.id: each.title for each in state.scenario.perspectives},
        absent=[each.id for each in absent_from(state)],
        patterns=[
            pattern
            for vote in fronts
            for finding in vote.findings
            for pattern in PATTERNS
            if not finding.about and finding.code == pattern
        ],
        blocks=blocks,
        agreements={
            name: agreement.status
            for name, agreement in state.agreements().items()
            if agreement.firmness != "idea"
        },
        actors={name: actor.side for name, actor in state.actors().items()},
        asked=[
            each.what
            for each in state.contributions().values()
            if each.direction == "asks" and each.answer is None
        ],
        lessons=lessons_of(state, Words(state.scenario.language)),
    )


def _votes(fronts: list[Round], scenario: Scenario) -> Iterator[GroupCount]:
    """Give the last vote on each statement: of a second one the first would count the same people twice."""
    texts = {
        each.id: each.wording.first_in_order(scenario.language).text
        for one in scenario.statement_sets
        for each in one.statements
    }
    last = {name: vote.shown for vote in fronts if vote.shown for name in vote.statements}
    for name, shown in last.items():
        for group in shown.groups:
            if name in texts and name in asked_of(group) and has_base(group, name, shown.minimum):
                agree, of = agreeing(answers_to(group, name))
                yield GroupCount(
                    statement=name,
                    text=texts[name],
                    points=shown.points,
                    group=group.group,
                    agree=agree,
                    of=of,
                )


def _blocks(fronts: list[Round], scenario: Scenario) -> Iterator[BlockGrade]:
    """Give the parts of a scan: a vote on several sets."""
    for vote in fronts:
        whole = {
            one.id: names
            for one in scenario.statement_sets
            if (names := [each.id for each in one.statements if each.id in vote.statements])
        }
        if vote.shown and len(whole) > 1:
            titles = {one.id: _title(one, scenario).text for one in scenario.statement_sets}
            for name, grade in _grades(vote.shown, whole).items():
                yield BlockGrade(name=name, title=titles[name], grade=grade)


def _title(one: StatementSet, scenario: Scenario) -> BilingualText:
    return BilingualText(one.title, one.also).first_in_order(scenario.language)


def _also(votes: Sequence[GroupCount], blocks: Sequence[BlockGrade], scenario: Scenario) -> dict[str, str]:
    """Give how what is counted reads in the second language of the app, as far as the session knows it."""
    counted = {vote.text for vote in votes} | {block.title for block in blocks}
    known = [
        *(_title(one, scenario) for one in scenario.statement_sets),
        *(
            each.wording.first_in_order(scenario.language)
            for one in scenario.statement_sets
            for each in one.statements
        ),
    ]
    return {said.text: said.also for said in known if said.also and said.text in counted}


def _grades(shown: Shown, sets: dict[str, list[str]]) -> dict[str, Literal[Grade, "unknown"]]:
    return {result.name: result.grade or UNKNOWN for result in block_results(shown, sets)}


def sides_of(counts: SessionCounts) -> str:
    """Give which sides stand on the map of the network: formal, informal or both; nothing without a map."""
    sides = sorted(set(counts.actors.values()))
    return "both" if len(sides) > 1 else "".join(sides)
