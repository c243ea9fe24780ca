"""A vote: how it was held, what may be shown of it, and what was found in it.

Answers of one person have no place here: a round knows counts of groups that are large enough, and nothing
else. ``Shown`` values are made by ``facilitator.insight.suppression`` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from facilitator.records import EntryId, Id, Kept, Line, Prose

Way = Literal["paper", "keyboard", "hands"]
"""How answers came in: paper ballots typed over, the keyboard passed round, or hands counted."""

Grouping = Literal["perspective", "total"]
"""A round is shown per perspective or as one total, never both (docs/statistics.md 8)."""

Side = Literal["front", "back"]
"""The back of a ballot holds statements of the own perspective: for the report, not for the wall."""

Count = Annotated[int, Field(ge=0, le=10_000)]

TOTAL = "total"
"""The name of the one group of a round that is shown as a total."""


class ShownGroup(Kept):
    """The counts of one group that is large enough to be shown."""

    group: Id
    """A perspective, or ``total``."""
    ballots: Count
    """How many ballots; never under the round's minimum."""
    beforehand: Count = 0
    """How many of these were collected before the session."""
    answers: dict[Id, list[Count]] = {}
    """Per statement: ballots per point of the scale from low to high, and last those that said "?"."""
    same: list[Id] = []
    """Statements on which this small group gave one and the same answer. Which one stands nowhere here, and
    nothing can be computed from it, until the group agrees to show it (docs/domain.md 6.2)."""
    withdrawn: list[Id] = []
    """Statements of which the answers are not shown any more: beside those of a later vote, with one or two
    voters more or fewer, they would give away how these answered."""
    partly: dict[Id, Count] = {}
    """Where tables were merged: statements of which not every table shows its answers, and of how many of the
    ballots there are any. Of too few to speak for the group there are no ``answers`` either."""


class Withheld(Kept):
    """What a small group of one mind answered to a statement, until it agrees to show it or the session is
    closed. In the journal of an open session alone: never in a file, never computed with."""

    group: Id
    statement: Id
    counts: list[Count]


class Shown(Kept):
    """All that is kept of a closed round."""

    grouping: Grouping
    points: Annotated[int, Field(ge=3, le=7)]
    """Points of the scale, without the opt-out."""
    minimum: Annotated[int, Field(ge=3)]
    """The smallest group that is shown: 3, or 5 in a sensitive step."""
    groups: list[ShownGroup]
    too_small: list[Id] = []
    """Perspectives with answers of which nothing is kept."""
    silent: list[Id] = []
    """Perspectives that chose to tell rather than to vote."""
    open_vote: bool = False
    """Whether hands were counted, so that people saw each other answer."""


def with_answers(shown: Shown, group: str, counts: Mapping[str, Sequence[int]]) -> Shown:
    """Give a result with answers of a small group of one mind, which agreed to show these (per statement)."""

    def disclosed(one: ShownGroup) -> ShownGroup:
        agreed = {name: list(row) for name, row in counts.items() if name in one.same}
        same = [name for name in one.same if name not in agreed]
        return one.model_copy(update={"answers": {**one.answers, **agreed}, "same": same})

    return _changed(shown, group, disclosed)


def without_answers(shown: Shown, group: str, statements: Collection[str]) -> Shown:
    """Give a result in which nothing is shown any more of a group's answers to these statements."""

    def withdrawn(one: ShownGroup) -> ShownGroup:
        gone = [name for name in (*one.answers, *one.same) if name in statements]
        answers = {name: row for name, row in one.answers.items() if name not in gone}
        same = [name for name in one.same if name not in gone]
        return one.model_copy(update={"answers": answers, "same": same, "withdrawn": [*one.withdrawn, *gone]})

    return _changed(shown, group, withdrawn)


def _changed(shown: Shown, group: str, change: Callable[[ShownGroup], ShownGroup]) -> Shown:
    groups = [change(one) if one.group == group else one for one in shown.groups]
    return shown.model_copy(update={"groups": groups})


class Finding(Kept):
    """What the analysis says about a round, as the group was told it."""

    code: Id
    about: Line = ""
    """The statement or group it is about; empty for the round as a whole."""
    wall: Prose = ""
    """The sentence for the room: an observation and a question."""
    notes: Prose = ""
    """For the facilitator and the report: the name of the pattern and the advice."""
    numbers: dict[str, Count] = {}


class Round(Kept):
    """One vote on the statements of a step."""

    id: EntryId
    use: Id
    step: Id
    number: Annotated[int, Field(ge=1, le=99)]
    """1 for the first vote of the step, 2 for the second."""
    side: Side = "front"
    way: Way
    grouping: Grouping
    statements: list[Id]
    expected: dict[Id, Count]
    """People per perspective who were there when the vote opened."""
    silent: list[Id] = []
    status: Literal["open", "closed", "revealed", "voided"] = "open"
    shown: Shown | None = None
    method: Line = ""
    """The method's version, once revealed."""
    findings: list[Finding] = []
