"""Which statements stand on which side of a ballot: each with its answers in words, as long as these fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from facilitator.kinds.paper_faces import HOW, ONWARD, OTHER, STATEMENT, STRONG
from facilitator.scenario.model import Perspective, Scale, Scenario, Statement
from facilitator.scenario.paper_language import PaperLanguage
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
FEW_IN_TWO: Final = 3
"""The same of a ballot in two languages: who reads one of them badly needs the words at every circle."""


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
    language: PaperLanguage | None = None

    def high_of(self, entry: NumberedStatement) -> float:
        """Give how high a statement stands with its answers."""
        title = TITLE if entry.title else 0.0
        if self.row.name == "bare":
            beside = WIDE - NUMBER - sum(self.row.columns) - BETWEEN
            return title + APART + max(self._said(entry, beside), self.row.high)
        return title + APART + self._said(entry, WIDE - NUMBER) + self.row.high

    def _said(self, entry: NumberedStatement, wide: float) -> float:
        text = entry.statement.text
        other = OTHER.high(self.language.say(text), wide) if self.language else 0.0
        return STATEMENT.high(text, wide) + other

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


@dataclass(frozen=True)
class Frame:
    """What stands around the statements of each side."""

    said: str
    """The longest of what stands above them."""
    language: PaperLanguage | None = None
    other_high: float = 0.0
    """For the lines above and under them in the second language, in millimetres."""

    @property
    def room(self) -> float:
        """The millimetres between what is said above the statements and what is said under them."""
        around = BAR + HOW.high(self.said, WIDE) + ONWARD.above + 2 * ONWARD.line + FOLIO + SPARE
        return HIGH - around - self.other_high


def sides_of(step: StatementsStep, scenario: Scenario, perspective: Perspective, frame: Frame) -> list[Side]:
    """Give the sides of a ballot in order: the common statements, then those of the perspective alone."""
    common, own = entries_of(step, scenario, perspective)
    room = _with_words(scenario.scale, frame)
    most = LEAF * (FEW_IN_TWO if frame.language else FEW)
    if room is None or len(room.spread(common)) + len(room.spread(own)) > most:
        room = _in_a_list(scenario.scale, frame)
    fronts, backs = room.spread(common), room.spread(own)
    if len(fronts) > 1 and (len(fronts) + len(backs)) % LEAF:
        fronts = room.evenly(common, len(fronts) + 1)
    else:
        fronts = room.evenly(common, len(fronts))
    return [
        *(Side(side, room.row) for side in fronts),
        *(Side(side, room.row, own=True) for side in room.evenly(own, len(backs))),
    ]


def _with_words(scale: Scale, frame: Frame) -> Room | None:
    row = answer_row(scale, WIDE, frame.language)
    return Room(scale, row, frame.room, frame.language) if row else None


def _in_a_list(scale: Scale, frame: Frame) -> Room:
    _, above = legend(scale, WIDE, frame.language)
    return Room(scale, bare_row(scale), frame.room - above, frame.language)


def _numbered(statements: Sequence[Statement]) -> list[NumberedStatement]:
    return [NumberedStatement(number, statement) for number, statement in enumerate(statements, 1)]


def entries_of(
    step: StatementsStep, scenario: Scenario, perspective: Perspective
) -> tuple[list[NumberedStatement], list[NumberedStatement]]:
    """Give the statements that everyone answers, and those of a perspective alone, each with its number."""
    return _entries(step, scenario), _numbered(back_of(step, scenario, perspective.id))


def _entries(step: StatementsStep, scenario: Scenario) -> list[NumberedStatement]:
    """Give the statements with their numbers and, where there are several sets, the title of theirs."""
    sets = sets_of(step, scenario)
    titled = [
        (statement, one.title if len(sets) > 1 else "", statement is one.statements[0])
        for one in sets
        for statement in one.statements
    ]
    return [NumberedStatement(number, *each) for number, each in enumerate(titled, 1)]
