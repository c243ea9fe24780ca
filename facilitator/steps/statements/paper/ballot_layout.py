"""Which statements stand on which side of a ballot, and how large: it has to fit on A5."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from facilitator.scenario.model import Perspective, Scenario, Statement, StatementSet
from facilitator.steps.statements.kind import StatementsStep, back_of, sets_of, statements_of

ROOM: Final = 149.0
"""Millimetres for statements on a ballot, under its bar and above its last line."""
WIDE: Final = 119.0
"""Millimetres for a statement beside its number."""
FEW_POINTS: Final = 4
"""With more points the words stand under the circles instead of beside them."""
LEAF: Final = 2
"""Sides of a leaf. When statements need more, they stand as a list: circles beside them, words on top."""
WORDS: Final = 11.0
"""Millimetres for the words of the points on top of a list."""
TITLE: Final = 6.6
"""Millimetres for the title of a set in a list."""


@dataclass(frozen=True)
class Size:
    """How large a ballot is set, in millimetres; the style sheet has the same two sizes."""

    name: str
    letter: float
    line: float
    answers: float
    """What a statement takes besides its own lines."""
    wide: float = WIDE
    beside: float = 0.0
    """How high the circles are when they stand beside a statement; 0 when under it."""


NORMAL: Final = Size("normal", 4.41, 5.5, 12.3)
SMALL: Final = Size("small", 3.88, 4.8, 10.8)


def list_of(points: int) -> Size:
    """Give the size of a list: what the circles of so many points leave of the width is for statements."""
    circle = 8.6 if points <= FEW_POINTS else 7.3
    return Size("list", 3.88, 4.7, 2.2, wide=121.5 - circle * (points + 1), beside=6.4)


Numbered = Sequence[tuple[int, Statement]]


@dataclass(frozen=True)
class Side:
    """The statements on one side of one piece of paper."""

    statements: Numbered
    size: Size
    titles: Mapping[int, str] = field(default_factory=dict)
    """The title of a set, by the number of the statement that it stands above."""


def sides_of(step: StatementsStep, scenario: Scenario, perspective: Perspective) -> list[tuple[bool, Side]]:
    """Give the sides of a ballot in order: the common statements, then those of the perspective alone."""
    points = len(scenario.scale.points)
    many = points > FEW_POINTS
    fronts = _spread(statements_of(step, scenario), many=many)
    if len(fronts) > LEAF:
        fronts = _listed(sets_of(step, scenario), points)
    front = [(False, side) for side in fronts]
    return front + [(True, side) for side in _spread(back_of(step, scenario, perspective.id), many=many)]


def _spread(statements: Sequence[Statement], *, many: bool) -> list[Side]:
    """Put statements on as few sides as they need: smaller when that makes them fit on one."""
    numbered = list(enumerate(statements, 1))
    if not numbered:
        return []
    for size in (NORMAL, SMALL):
        if sum(_height(statement, size, many=many) for _, statement in numbered) <= ROOM:
            return [Side(numbered, size)]
    sides: list[list[tuple[int, Statement]]] = [[]]
    used = 0.0
    for number, statement in numbered:
        high = _height(statement, NORMAL, many=many)
        if sides[-1] and used + high > ROOM:
            sides.append([])
            used = 0.0
        sides[-1].append((number, statement))
        used += high
    return [Side(side, NORMAL) for side in sides]


def _listed(sets: Sequence[StatementSet], points: int) -> list[Side]:
    """Put statements under each other in a list, each set under its title where there are several.

    A set that goes on at another side has its title there as well.
    """
    size, several = list_of(points), len(sets) > 1
    sides: list[tuple[list[tuple[int, Statement]], dict[int, str]]] = [([], {})]
    used = WORDS
    number = 0
    for one in sets:
        for n, statement in enumerate(one.statements):
            number += 1
            high = _height(statement, size, many=False)
            title = TITLE if n == 0 and several else 0.0
            if sides[-1][0] and used + title + high > ROOM:
                sides.append(([], {}))
                used, title = WORDS, TITLE if several else 0.0
            sides[-1][0].append((number, statement))
            if title:
                sides[-1][1][number] = one.title
            used += title + high
    return [Side(statements, size, titles) for statements, titles in sides]


def _height(statement: Statement, size: Size, *, many: bool) -> float:
    lines = max(1, -(-int(_width(statement.text) * size.letter * 100) // int(size.wide * 100)))
    if size.beside:
        return max(lines * size.line, size.beside) + size.answers
    return lines * size.line + size.answers + (7 if many else 0)


def _width(text: str) -> float:
    """Estimate how wide a text is set in Helvetica or Arial, in ems; rather too wide than too narrow."""
    return sum(_letter(char) for char in text) * 1.04


def _letter(char: str) -> float:
    if char in "ijlI.,:;'!|()[] tfr-":
        return 0.3
    if char in "mwMW@%—":
        return 0.86
    return 0.68 if char.isupper() or ord(char) > 0x2FF else 0.54
