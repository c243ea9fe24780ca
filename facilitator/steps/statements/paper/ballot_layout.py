"""Which statements stand on which side of a ballot: each with its answers in words, as long as these fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from facilitator.kinds.paper_faces import HOW, ONWARD, STATEMENT, STRONG
from facilitator.scenario.model import Perspective, Scale, Scenario, Statement
from facilitator.steps.statements.kind import StatementsStep, back_of, sets_of
from facilitator.steps.statements.paper.answer_row import BETWEEN, AnswerRow, answer_row, bare_row, legend

HIGH: Final = 194.0
"""Millimetres of a ballot that are printed on: A5 without its edges."""
WIDE: Final = 129.0
"""For its text."""
NUMBER: Final = 8.0
"""For the number before a statement."""
BAR: Final = 11.0
"""For the bar with the name of the perspective."""
FOLIO: Final = 5.0
"""For the numbers of the pages."""
SPARE: Final = 2.0
APART: Final = 2.2
"""Between a statement and the one above it."""
TITLE: Final = STRONG.line + 1.0
"""For the title of a set."""
LEAF: Final = 2
"""Sides of a leaf."""
FEW: Final = 2
"""Leaves that a ballot may have with its answers in words; for more, circles stand alone in a list."""


@dataclass(frozen=True)
class NumberedStatement:
    """A statement as it stands on a ballot."""

    number: int
    statement: Statement
    title: str = ""
    """Of its set, where there are several and it stands above this one."""
    opens: bool = False
    """Whether its set begins with it."""


@dataclass(frozen=True)
class Side:
    """The statements on one side of one piece of paper."""

    entries: Sequence[NumberedStatement]
    row: AnswerRow
    own: bool = False
    """Whether it is for one perspective alone."""


@dataclass(frozen=True)
class Room:
    """What there is room for on a side."""

    scale: Scale
    row: AnswerRow
    high: float
    """For statements, in millimetres."""

    def high_of(self, entry: NumberedStatement) -> float:
        """Give how high a statement stands with its answers."""
        title = TITLE if entry.title else 0.0
        if self.row.name == "bare":
            beside = WIDE - NUMBER - sum(self.row.columns) - BETWEEN
            return title + APART + max(STATEMENT.high(entry.statement.text, beside), self.row.high)
        return title + APART + STATEMENT.high(entry.statement.text, WIDE - NUMBER) + self.row.high

    def spread(
        self, entries: Sequence[NumberedStatement], high: float | None = None
    ) -> list[list[NumberedStatement]]:
        """Put statements on sides, each as full as it can be, or up to a height."""
        sides: list[list[NumberedStatement]] = [[]]
        used = 0.0
        for entry in entries:
            placed = entry if entry.opens or not sides[-1] else replace(entry, title="")
            if sides[-1] and used + self.high_of(placed) > (high or self.high):
                sides.append([])
                used, placed = 0.0, entry
            sides[-1].append(placed)
            used += self.high_of(placed)
        return sides if entries else []

    def evenly(self, entries: Sequence[NumberedStatement], count: int) -> list[list[NumberedStatement]]:
        """Put statements on so many sides, or fewer, so that none is much fuller than another."""
        high = max(map(self.high_of, entries), default=0.0)
        while len(sides := self.spread(entries, high)) > count:
            high += 1
        return sides


def sides_of(step: StatementsStep, scenario: Scenario, perspective: Perspective, said: str) -> list[Side]:
    """Give the sides of a ballot in order: the common statements, then those of the perspective alone.

    ``said`` is the longest of what stands above the statements.
    """
    common, own = _entries(step, scenario), _numbered(back_of(step, scenario, perspective.id))
    room = _with_words(scenario.scale, said)
    if room is None or len(room.spread(common)) + len(room.spread(own)) > FEW * LEAF:
        room = _in_a_list(scenario.scale, said)
    fronts, backs = room.spread(common), room.spread(own)
    if len(fronts) > 1 and (len(fronts) + len(backs)) % LEAF:
        fronts = room.evenly(common, len(fronts) + 1)
    else:
        fronts = room.evenly(common, len(fronts))
    return [
        *(Side(side, room.row) for side in fronts),
        *(Side(side, room.row, own=True) for side in room.evenly(own, len(backs))),
    ]


def _with_words(scale: Scale, said: str) -> Room | None:
    row = answer_row(scale, WIDE)
    return Room(scale, row, _room(said)) if row else None


def _in_a_list(scale: Scale, said: str) -> Room:
    _, above = legend(scale, WIDE)
    return Room(scale, bare_row(scale), _room(said) - above)


def _room(said: str) -> float:
    """Give the millimetres between what is said above the statements and what is said under them."""
    return HIGH - BAR - HOW.high(said, WIDE) - ONWARD.above - 2 * ONWARD.line - FOLIO - SPARE


def _numbered(statements: Sequence[Statement]) -> list[NumberedStatement]:
    return [NumberedStatement(number, statement) for number, statement in enumerate(statements, 1)]


def _entries(step: StatementsStep, scenario: Scenario) -> list[NumberedStatement]:
    """Give the statements with their numbers and, where there are several sets, the title of theirs."""
    sets = sets_of(step, scenario)
    titled = [
        (statement, one.title if len(sets) > 1 else "", statement is one.statements[0])
        for one in sets
        for statement in one.statements
    ]
    return [NumberedStatement(number, *each) for number, each in enumerate(titled, 1)]
