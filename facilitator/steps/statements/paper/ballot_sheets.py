"""Ballots: A5, two on a sheet, a word and a colour per perspective; and slips to vote again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final

from facilitator.report.paper.elements import colour
from facilitator.report.paper.plan import Plan, ballots_for, votes
from facilitator.scenario.model import Perspective, Scale, Scenario, Statement, StatementSet
from facilitator.steps.statements.kind import StatementsStep, back_of, sets_of, statements_of
from facilitator.words import Words

ROOM: Final = 149.0
"""Millimetres for statements on a ballot, under its bar and above its last line."""
WIDE: Final = 119.0
"""Millimetres for a statement beside its number."""
SLIPS: Final = 4
"""Slips to vote again on one sheet."""
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


def ballots(scenario: Scenario, plan: Plan, t: Words) -> str:
    """Give the ballots of every vote: front and back take turns, so that they fit printed on both sides."""
    made: list[str] = []
    for _, step in votes(scenario, plan):
        sides = {
            perspective.id: sides_of(step, scenario, perspective) for perspective in scenario.perspectives
        }
        double = any(len(side) > 1 for side in sides.values())
        made += [
            _of_perspective(scenario, plan, perspective, sides[perspective.id], t, double=double)
            for perspective in scenario.perspectives
        ]
    return "".join(made)


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


def _of_perspective(
    scenario: Scenario,
    plan: Plan,
    perspective: Perspective,
    sides: Sequence[tuple[bool, Side]],
    t: Words,
    *,
    double: bool,
) -> str:
    count = ballots_for(scenario)
    if not sides:
        return ""
    drawn = [_ballot(scenario, plan, perspective, sides, n, t) for n in range(len(sides))]
    halves = [f'<div class="half">{each}</div>' * 2 for each in drawn]
    pages = [
        f'<div class="page halves {"back" if n % 2 else "front"}">{halve}</div>\n'
        for n, halve in enumerate(halves)
    ]
    if double and len(pages) % 2:
        pages.append(f'<div class="page blank"><p>{escape(t("report.paper.ballot.blank"))}</p></div>\n')
    return "".join(pages) * (count // 2)


def _ballot(
    scenario: Scenario,
    plan: Plan,
    perspective: Perspective,
    sides: Sequence[tuple[bool, Side]],
    n: int,
    t: Words,
) -> str:
    own, side = sides[n]
    key = "own" if own else "how"
    leaves = -(-len(sides) // LEAF)
    leaf = t("report.paper.ballot.leaf", n=n // LEAF + 1, total=leaves) if leaves > 1 else ""
    head = _head(scenario, plan, perspective, leaf)
    said = t(f"report.paper.ballot.{key}", group=perspective.title)
    many = " many" if len(scenario.scale.points) > FEW_POINTS else ""
    return (
        f'<article class="ballot {side.size.name}{many}">{head}<p class="how">{escape(said)}</p>'
        f'{_rows(side, scenario.scale)}<p class="end">{escape(_end(n, len(sides), t))}</p></article>'
    )


def _end(n: int, sides: int, t: Words) -> str:
    """Say what comes after a side."""
    if n + 1 == sides:
        return t("report.paper.ballot.done")
    return t("report.paper.ballot.next_leaf") if n % LEAF else t("report.paper.ballot.turn")


def _rows(side: Side, scale: Scale) -> str:
    if not side.size.beside:
        rows = "".join(_row(number, statement, scale) for number, statement in side.statements)
        return f'<div class="rows">{rows}</div>'
    rows = "".join(
        f"{_title(side.titles.get(number, ''))}{_line(number, statement, scale)}"
        for number, statement in side.statements
    )
    return f'<div class="words">{_answers(scale)}</div><div class="rows">{rows}</div>'


def _title(title: str) -> str:
    return f"<h4>{escape(title)}</h4>" if title else ""


def _line(number: int, statement: Statement, scale: Scale) -> str:
    """Give a statement with its circles beside it."""
    marks = [*map(str, range(1, len(scale.points) + 1)), "?"]
    circles = "".join(f"<span><i>{mark}</i></span>" for mark in marks)
    said = f"<b>{number}</b><span>{escape(statement.text)}</span>"
    return f'<div class="row"><p class="statement">{said}</p><div class="answers">{circles}</div></div>'


def _head(scenario: Scenario, plan: Plan, perspective: Perspective, leaf: str = "") -> str:
    where = escape(" · ".join(each for each in (plan.place or scenario.title, leaf) if each))
    bar = f'style="background:{colour(scenario, perspective)}"'
    return f'<div class="bar" {bar}><b>{escape(perspective.title)}</b><span>{where}</span></div>'


def _row(number: int, statement: Statement, scale: Scale) -> str:
    return (
        f'<div class="row"><p class="statement"><b>{number}</b><span>{escape(statement.text)}</span></p>'
        f"{_answers(scale)}</div>"
    )


def _answers(scale: Scale) -> str:
    marks = [*((str(n), point) for n, point in enumerate(scale.points, 1)), ("?", scale.unknown)]
    cells = "".join(f"<span><i>{mark}</i><em>{escape(word)}</em></span>" for mark, word in marks)
    return f'<div class="answers">{cells}</div>'


def again(scenario: Scenario, plan: Plan, t: Words) -> str:
    """Give slips to vote again on a statement whose number people write down themselves."""
    if not votes(scenario, plan):
        return ""
    made: list[str] = []
    many = " many" if len(scenario.scale.points) > FEW_POINTS else ""
    for perspective in scenario.perspectives:
        number = f'<p class="statement">{escape(t("report.paper.ballot.number"))} <u></u></p>'
        slip = f"{_head(scenario, plan, perspective)}{(number + _answers(scenario.scale)) * 2}"
        slips = f'<article class="slip">{slip}</article>' * SLIPS
        page = f'<div class="page slips{many}">{slips}</div>\n'
        made.append(page * -(-ballots_for(scenario) // SLIPS))
    return "".join(made)
