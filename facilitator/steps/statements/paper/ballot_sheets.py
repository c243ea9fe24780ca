"""Ballots: A5, two on a sheet, a word and a colour per perspective; and slips to vote again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from facilitator.kinds.paper_elements import colour
from facilitator.markup import Markup, h
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


def ballots(scenario: Scenario, plan: Plan, t: Words) -> Markup:
    """Give the ballots of every vote: front and back take turns, so that they fit printed on both sides."""
    made: list[Markup] = []
    for _, step in votes(scenario, plan):
        sides = {
            perspective.id: sides_of(step, scenario, perspective) for perspective in scenario.perspectives
        }
        double = any(len(side) > 1 for side in sides.values())
        made += [
            _of_perspective(scenario, plan, perspective, sides[perspective.id], t, double=double)
            for perspective in scenario.perspectives
        ]
    return Markup(*made)


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
) -> Markup:
    count = ballots_for(scenario)
    if not sides:
        return Markup()
    pages: list[Markup] = []
    for n in range(len(sides)):
        half = h("div", _ballot(scenario, plan, perspective, sides, n, t), class_="half")
        turn = "back" if n % 2 else "front"
        pages += [h("div", half, half, class_=f"page halves {turn}"), Markup("\n")]
    if double and len(sides) % 2:
        blank = h("p", t("report.paper.ballot.blank"))
        pages += [h("div", blank, class_="page blank"), Markup("\n")]
    return Markup(*pages * (count // 2))


def _ballot(
    scenario: Scenario,
    plan: Plan,
    perspective: Perspective,
    sides: Sequence[tuple[bool, Side]],
    n: int,
    t: Words,
) -> Markup:
    own, side = sides[n]
    key = "own" if own else "how"
    leaves = -(-len(sides) // LEAF)
    leaf = t("report.paper.ballot.leaf", n=n // LEAF + 1, total=leaves) if leaves > 1 else ""
    how = t(f"report.paper.ballot.{key}", group=perspective.title)
    return h(
        "article",
        _head(scenario, plan, perspective, leaf),
        h("p", how, class_="how"),
        _rows(side, scenario.scale),
        h("p", _end(n, len(sides), t), class_="end"),
        class_=f"ballot {side.size.name}{_many(scenario.scale)}",
    )


def _many(scale: Scale) -> str:
    """Give the class, after another, of paper on which the words stand under the circles."""
    return " many" if len(scale.points) > FEW_POINTS else ""


def _end(n: int, sides: int, t: Words) -> str:
    """Say what comes after a side."""
    if n + 1 == sides:
        return t("report.paper.ballot.done")
    return t("report.paper.ballot.next_leaf") if n % LEAF else t("report.paper.ballot.turn")


def _rows(side: Side, scale: Scale) -> Markup:
    if not side.size.beside:
        return h("div", *(_row(*numbered, _answers(scale)) for numbered in side.statements), class_="rows")
    rows: list[Markup] = []
    for number, statement in side.statements:
        if title := side.titles.get(number):
            rows.append(h("h4", title))
        rows.append(_row(number, statement, _circles(scale)))
    return Markup(h("div", _answers(scale), class_="words"), h("div", *rows, class_="rows"))


def _head(scenario: Scenario, plan: Plan, perspective: Perspective, leaf: str = "") -> Markup:
    where = " · ".join(part for part in (plan.place or scenario.title, leaf) if part)
    shade = f"background:{colour(scenario, perspective)}"
    return h("div", h("b", perspective.title), h("span", where), class_="bar", style=shade)


def _row(number: int, statement: Statement, answers: Markup) -> Markup:
    said = h("p", h("b", str(number)), h("span", statement.text), class_="statement")
    return h("div", said, answers, class_="row")


def _marks(scale: Scale) -> list[tuple[str, str]]:
    """Give what stands in each circle, with its word."""
    return [*((str(n), point) for n, point in enumerate(scale.points, 1)), ("?", scale.unknown)]


def _circles(scale: Scale) -> Markup:
    """Give the circles of a statement without their words, to stand beside it."""
    return h("div", *(h("span", h("i", mark)) for mark, _ in _marks(scale)), class_="answers")


def _answers(scale: Scale) -> Markup:
    cells = (h("span", h("i", mark), h("em", word)) for mark, word in _marks(scale))
    return h("div", *cells, class_="answers")


def again(scenario: Scenario, plan: Plan, t: Words) -> Markup:
    """Give slips to vote again on a statement whose number people write down themselves."""
    if not votes(scenario, plan):
        return Markup()
    made: list[Markup] = []
    number = h("p", f"{t('report.paper.ballot.number')} ", h("u"), class_="statement")
    answers = _answers(scenario.scale)
    for perspective in scenario.perspectives:
        head = _head(scenario, plan, perspective)
        slip = h("article", head, number, answers, number, answers, class_="slip")
        page = h("div", *[slip] * SLIPS, class_=f"page slips{_many(scenario.scale)}")
        made += [page, Markup("\n")] * -(-ballots_for(scenario) // SLIPS)
    return Markup(*made)
