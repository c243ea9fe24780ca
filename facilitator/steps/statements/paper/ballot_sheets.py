"""Ballots: A5, two on a sheet, a word and a colour per perspective; and slips to vote again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.kinds.paper_elements import colour
from facilitator.kinds.paper_facet import Printing
from facilitator.kinds.paper_plan import Plan
from facilitator.markup import Markup, h
from facilitator.scenario.model import Perspective, Scale, Scenario, Statement
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.paper.ballot_layout import FEW_POINTS, LEAF, Side, sides_of
from facilitator.words import Words

SLIPS: Final = 4
"""Slips to vote again on one sheet."""
SPARES: Final = 2
"""Ballots per perspective beyond an even share of the people; a sheet holds two ballots."""


def votes(printing: Printing[StatementsStep]) -> list[StatementsStep]:
    """Give the steps that need a ballot: a result is of a vote that has one already."""
    return [step for _, step in printing.steps if step.part != "result"]


def share(scenario: Scenario) -> int:
    """Give how many people one perspective has when all are as large, rounded up."""
    return -(-scenario.people // len(scenario.perspectives))


def ballots_for(scenario: Scenario) -> int:
    """Give how many ballots are printed for a perspective: an even number, because a sheet holds two.

    An even share of the people, and spares.
    """
    wanted = share(scenario) + SPARES
    return wanted + wanted % 2


def bring(printing: Printing[StatementsStep]) -> list[str]:
    """Say how many ballots have to be taken along."""
    if not votes(printing):
        return []
    scenario, count = printing.scenario, ballots_for(printing.scenario)
    line = printing.t(
        "statements.paper.bring",
        n=count,
        groups=len(scenario.perspectives),
        people=scenario.people,
        spare=count - share(scenario),
    )
    return [line]


def ballots(printing: Printing[StatementsStep]) -> Markup:
    """Give the ballots of every vote: front and back take turns, so that they fit printed on both sides.

    After them come slips to vote again.
    """
    scenario, plan, t = printing.scenario, printing.plan, printing.t
    made: list[Markup] = []
    for step in votes(printing):
        sides = {
            perspective.id: sides_of(step, scenario, perspective) for perspective in scenario.perspectives
        }
        double = any(len(side) > 1 for side in sides.values())
        made += [
            _of_perspective(scenario, plan, perspective, sides[perspective.id], t, double=double)
            for perspective in scenario.perspectives
        ]
    return Markup(*made, _again(scenario, plan, t) if made else None)


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
        blank = h("p", t("statements.paper.ballot.blank"))
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
    leaf = t("statements.paper.ballot.leaf", n=n // LEAF + 1, total=leaves) if leaves > 1 else ""
    how = t(f"statements.paper.ballot.{key}", group=perspective.title)
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
        return t("statements.paper.ballot.done")
    return t("statements.paper.ballot.next_leaf") if n % LEAF else t("statements.paper.ballot.turn")


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


def _again(scenario: Scenario, plan: Plan, t: Words) -> Markup:
    """Give slips to vote again on a statement whose number people write down themselves."""
    made: list[Markup] = []
    number = h("p", f"{t('statements.paper.ballot.number')} ", h("u"), class_="statement")
    answers = _answers(scenario.scale)
    for perspective in scenario.perspectives:
        head = _head(scenario, plan, perspective)
        slip = h("article", head, number, answers, number, answers, class_="slip")
        page = h("div", *[slip] * SLIPS, class_=f"page slips{_many(scenario.scale)}")
        made += [page, Markup("\n")] * -(-ballots_for(scenario) // SLIPS)
    return Markup(*made)
