"""Ballots: A5, two on a sheet, a word and a colour per perspective; and slips to vote again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from facilitator.report.paper.marks import colour
from facilitator.report.paper.plan import Plan, ballots_for, votes
from facilitator.scenario.model import Perspective, Scale, Scenario, Statement
from facilitator.steps.statements.kind import StatementsStep, back_of, statements_of
from facilitator.words import Words

ROOM: Final = 149.0
"""Millimetres for statements on a ballot, under its bar and above its last line."""
WIDE: Final = 119.0
"""Millimetres for a statement beside its number."""
SLIPS: Final = 4
"""Slips to vote again on one sheet."""
FEW_POINTS: Final = 4
"""With more points the words stand under the circles instead of beside them."""


@dataclass(frozen=True)
class Size:
    """How large a ballot is set, in millimetres; the style sheet has the same two sizes."""

    name: str
    letter: float
    line: float
    answers: float


NORMAL: Final = Size("normal", 4.41, 5.5, 12.3)
SMALL: Final = Size("small", 3.88, 4.8, 10.8)

Numbered = Sequence[tuple[int, Statement]]


@dataclass(frozen=True)
class Side:
    """The statements on one side of one piece of paper."""

    statements: Numbered
    size: Size


def ballots(scenario: Scenario, plan: Plan, t: Words) -> str:
    """Give the ballots of every vote: front and back take turns, so that they fit printed on both sides."""
    made: list[str] = []
    for _, step in votes(scenario, plan):
        sides = {each.id: sides_of(step, scenario, each) for each in scenario.perspectives}
        double = any(len(each) > 1 for each in sides.values())
        made += [
            _of_perspective(scenario, plan, each, sides[each.id], t, double=double)
            for each in scenario.perspectives
        ]
    return "".join(made)


def sides_of(step: StatementsStep, scenario: Scenario, perspective: Perspective) -> list[tuple[bool, Side]]:
    """Give the sides of a ballot in order: the common statements, then those of the perspective alone."""
    many = len(scenario.scale.points) > FEW_POINTS
    front = [(False, side) for side in _spread(statements_of(step, scenario), many=many)]
    return front + [(True, side) for side in _spread(back_of(step, scenario, perspective.id), many=many)]


def _spread(statements: Sequence[Statement], *, many: bool) -> list[Side]:
    """Put statements on as few sides as they need: smaller when that makes them fit on one."""
    numbered = list(enumerate(statements, 1))
    if not numbered:
        return []
    for size in (NORMAL, SMALL):
        if sum(_height(each, size, many=many) for _, each in numbered) <= ROOM:
            return [Side(numbered, size)]
    sides: list[list[tuple[int, Statement]]] = [[]]
    used = 0.0
    for number, each in numbered:
        high = _height(each, NORMAL, many=many)
        if sides[-1] and used + high > ROOM:
            sides.append([])
            used = 0.0
        sides[-1].append((number, each))
        used += high
    return [Side(each, NORMAL) for each in sides]


def _height(statement: Statement, size: Size, *, many: bool) -> float:
    lines = max(1, -(-int(_width(statement.text) * size.letter * 100) // int(WIDE * 100)))
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
    count = ballots_for(scenario, plan)
    if not sides or not count:
        return ""
    drawn = [_ballot(scenario, plan, perspective, sides, n, t) for n in range(len(sides))]
    halves = [f'<div class="half">{each}</div>' * 2 for each in drawn]
    pages = [
        f'<div class="page halves {"back" if n % 2 else "front"}">{each}</div>\n'
        for n, each in enumerate(halves)
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
    head = _head(scenario, plan, perspective)
    said = t(f"report.paper.ballot.{key}", group=perspective.title)
    rows = "".join(_row(number, each, scenario.scale) for number, each in side.statements)
    end = t("report.paper.ballot.turn") if n + 1 < len(sides) else t("report.paper.ballot.done")
    many = " many" if len(scenario.scale.points) > FEW_POINTS else ""
    return (
        f'<article class="ballot {side.size.name}{many}">{head}<p class="how">{escape(said)}</p>'
        f'<div class="rows">{rows}</div><p class="end">{escape(end)}</p></article>'
    )


def _head(scenario: Scenario, plan: Plan, perspective: Perspective) -> str:
    where = escape(plan.place or scenario.title)
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
    for each in scenario.perspectives:
        number = f'<p class="statement">{escape(t("report.paper.ballot.number"))} <u></u></p>'
        slip = f"{_head(scenario, plan, each)}{(number + _answers(scenario.scale)) * 2}"
        slips = f'<article class="slip">{slip}</article>' * SLIPS
        page = f'<div class="page slips{many}">{slips}</div>\n'
        made.append(page * -(-ballots_for(scenario, plan) // SLIPS))
    return "".join(made)
