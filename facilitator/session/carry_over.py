"""What a session takes along from the one it follows. Pure.

Everything with an id of its own comes over, with the meeting that made it; so does what was chosen, and what
a step keeps as its scenario says. What a group shared or wants to work on is kept with the meeting: the next
one asks its own people. Notes and other results stay in the old session. Of votes only what was shown comes
over. What was too small to show cannot come over: it was never kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitator.scenario.bilingual_text import BilingualText
from facilitator.scenario.model import Kinds, Scenario, Statement
from facilitator.session.choices import chosen_now, left_now
from facilitator.session.disclosure import with_numbers
from facilitator.session.earlier_meetings import Meeting, only_there
from facilitator.session.kept_words import kept_now
from facilitator.session.registers import (
    ENDED,
    Actor,
    Agreement,
    Entry,
    Item,
    Parked,
    RegisterName,
    without_dangling,
)
from facilitator.session.rounds import Round
from facilitator.session.state import Before, EarlierVote, State


@dataclass(frozen=True)
class CarriedOver:
    """What a new session begins with."""

    registers: Mapping[RegisterName, Mapping[str, Entry]]
    before: Before


def carry_over(earlier: State, kinds: Kinds) -> CarriedOver:
    """Give what comes over from an earlier session, entries under their own ids.

    Agreements that are done, stopped or not needed any more stay behind, as do lines that were answered, and
    what hung on something that is not there.
    """
    earlier = with_numbers(earlier)
    registers = _registers(earlier)
    before = Before(
        session=earlier.about.id,
        title=earlier.scenario.title,
        day=earlier.about.day,
        people=dict(earlier.people),
        votes=_newest([*_votes(earlier), *(earlier.before.votes if earlier.before else [])]),
        changed_by_hand=earlier.changed_by_hand or bool(earlier.before and earlier.before.changed_by_hand),
        meetings=_meetings(earlier, registers, kinds),
    )
    return CarriedOver(
        {
            register: {name: _asked_anew(entry) for name, entry in entries.items()}
            for register, entries in registers.items()
        },
        before,
    )


def _registers(earlier: State) -> Mapping[RegisterName, Mapping[str, Entry]]:
    return without_dangling(
        {
            register: {name: entry for name, entry in entries.items() if not _ended(entry)}
            for register, entries in earlier.registers.items()
        }
    )


def _ended(entry: Entry) -> bool:
    if isinstance(entry, Parked):
        return bool(entry.answer)
    return isinstance(entry, Agreement) and entry.status in ENDED


def _asked_anew(entry: Entry) -> Entry:
    """Give an entry without what holds only for the people who said it."""
    if isinstance(entry, Item):
        return entry.model_copy(update={"shared": "", "energy": "", "use": None})
    if isinstance(entry, Actor):
        return entry.model_copy(update={"energy": ""})
    return entry


# -- the meetings


def _meetings(
    earlier: State, registers: Mapping[RegisterName, Mapping[str, Entry]], kinds: Kinds
) -> list[Meeting]:
    """Give the meetings there were, the last one at the end; of each topic only the newest words are kept."""
    there = {name: entry for entries in registers.values() for name, entry in entries.items()}
    last = _meeting(earlier, there, kinds)
    topics = {words.topic for words in last.kept}
    found = [last]
    for meeting in reversed(earlier.meetings):
        kept = [words for words in meeting.kept if words.topic not in topics]
        topics |= {words.topic for words in kept}
        older = only_there(meeting, there).model_copy(update={"kept": kept})
        if older.says_anything:
            found.insert(0, older)
    return found


def _meeting(earlier: State, there: Mapping[str, Entry], kinds: Kinds) -> Meeting:
    items = {name: entry for name, entry in there.items() if isinstance(entry, Item)}
    wanted = {name: entry for name, entry in there.items() if isinstance(entry, Item | Actor)}
    return Meeting(
        day=earlier.about.day,
        title=earlier.scenario.title,
        group=earlier.scenario.group,
        made=[name for name in there if earlier.came_from(name) is None],
        chosen=[name for name in chosen_now(earlier) if name in there],
        waits={name: why for name, why in left_now(earlier).items() if name in there},
        shared=[name for name, item in items.items() if item.shared == "shared"],
        one_side=[name for name, item in items.items() if item.shared == "one-side"],
        energy={name: entry.energy for name, entry in wanted.items() if entry.energy},
        kept=list(kept_now(earlier, kinds)),
    )


def _votes(earlier: State) -> Iterator[EarlierVote]:
    """Give what was shown of the votes of a session, the newest first.

    Backs of ballots stay behind: they are for the report of their own session, never compared.
    """
    for vote in reversed(list(earlier.rounds.values())):
        if vote.shown is None or not vote.shown.groups or vote.side == "back":
            continue
        shown = {name for group in vote.shown.groups for name in (*group.answers, *group.same)}
        said = _statements(earlier.scenario, vote)
        if kept := {name: statement for name, statement in said.items() if name in shown}:
            yield EarlierVote(
                day=earlier.about.day,
                texts={name: statement.text for name, statement in kept.items()},
                also={name: statement.also for name, statement in kept.items() if statement.also},
                shown=vote.shown,
            )


def _statements(scenario: Scenario, vote: Round) -> dict[str, Statement]:
    """Give the statements of a vote, by the sets that its step names."""
    steps = [step for use, step in scenario.places() if (use.id, step.id) == (vote.use, vote.step)]
    names = [name for step in steps for name in getattr(step, "sets", [])]
    sets = [found for name in names if (found := scenario.find_set(name))]
    said = {statement.id: statement for one in sets for statement in one.statements}
    return {name: said[name] for name in vote.statements if name in said}


def _newest(votes: list[EarlierVote]) -> list[EarlierVote]:
    """Leave of every statement, as it read and on as many points, only the vote that comes first."""
    seen: dict[tuple[str, int], list[BilingualText]] = {}
    found: list[EarlierVote] = []
    for vote in votes:
        texts = dict(vote.texts)
        for name in vote.texts:
            newer = seen.setdefault((name, vote.shown.points), [])
            if any(vote.wording(name).is_same(other) for other in newer):
                del texts[name]
            else:
                newer.append(vote.wording(name))
        if texts:
            also = {name: text for name, text in vote.also.items() if name in texts}
            found.append(vote.model_copy(update={"texts": texts, "also": also}))
    return found
