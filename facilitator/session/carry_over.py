"""What a session takes along from the one it follows. Pure.

Everything with an id of its own comes over; answers, notes and results stay in the old session. Of votes only
what was shown comes over. What was too small to show cannot come over: it was never kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitator.scenario.model import Scenario
from facilitator.session.disclosure import with_numbers
from facilitator.session.registers import ENDED, Agreement, Entry, RegisterName, without_dangling
from facilitator.session.rounds import Round
from facilitator.session.state import Before, EarlierVote, State


@dataclass(frozen=True)
class CarriedOver:
    """What a new session begins with."""

    registers: Mapping[RegisterName, Mapping[str, Entry]]
    before: Before


def carry_over(earlier: State) -> CarriedOver:
    """Give what comes over from an earlier session, entries under their own ids.

    Agreements that are done, stopped or not needed any more stay behind, as does what hung on something that
    is not there.
    """
    earlier = with_numbers(earlier)
    before = Before(
        session=earlier.about.id,
        title=earlier.scenario.title,
        day=earlier.about.day,
        people=dict(earlier.people),
        agreed={
            name: earlier.made_at(name)
            for name, agreement in earlier.agreements().items()
            if not _ended(agreement)
        },
        votes=_newest([*_votes(earlier), *(earlier.before.votes if earlier.before else [])]),
        changed_by_hand=earlier.changed_by_hand or bool(earlier.before and earlier.before.changed_by_hand),
    )
    return CarriedOver(_registers(earlier), before)


def _registers(earlier: State) -> Mapping[RegisterName, Mapping[str, Entry]]:
    return without_dangling(
        {
            register: {name: entry for name, entry in entries.items() if not _ended(entry)}
            for register, entries in earlier.registers.items()
        }
    )


def _ended(entry: Entry) -> bool:
    return isinstance(entry, Agreement) and entry.status in ENDED


def _votes(earlier: State) -> Iterator[EarlierVote]:
    """Give what was shown of the votes of a session, the newest first.

    Backs of ballots stay behind: they are for the report of their own session, never compared.
    """
    for vote in reversed(list(earlier.rounds.values())):
        if vote.shown is None or not vote.shown.groups or vote.side == "back":
            continue
        shown = {name for group in vote.shown.groups for name in (*group.answers, *group.same)}
        said = _texts(earlier.scenario, vote)
        if texts := {name: text for name, text in said.items() if name in shown}:
            yield EarlierVote(day=earlier.about.day, texts=texts, shown=vote.shown)


def _texts(scenario: Scenario, vote: Round) -> dict[str, str]:
    """Give the statements of a vote as they read, by the sets that its step names."""
    steps = [step for use, step in scenario.places() if (use.id, step.id) == (vote.use, vote.step)]
    names = [name for step in steps for name in getattr(step, "sets", [])]
    sets = [found for name in names if (found := scenario.find_set(name))]
    said = {statement.id: statement.text for one in sets for statement in one.statements}
    return {name: said[name] for name in vote.statements if name in said}


def _newest(votes: list[EarlierVote]) -> list[EarlierVote]:
    """Leave of every statement, as it read and on as many points, only the vote that comes first."""
    seen: set[tuple[str, str, int]] = set()
    found: list[EarlierVote] = []
    for vote in votes:
        points = vote.shown.points
        texts = {name: text for name, text in vote.texts.items() if (name, text, points) not in seen}
        seen |= {(name, text, points) for name, text in texts.items()}
        if texts:
            found.append(vote.model_copy(update={"texts": texts}))
    return found
