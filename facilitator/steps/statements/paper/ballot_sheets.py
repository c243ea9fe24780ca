"""Ballots: A5, two on a leaf, each with the name, the colour and the shape of its perspective."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.kinds.paper_faces import HOW, ONWARD, OTHER, OTHER_ANSWER, STATEMENT, STRONG
from facilitator.kinds.paper_facet import Printing
from facilitator.kinds.paper_groups import colour, named
from facilitator.kinds.paper_plan import Plan, expected
from facilitator.kinds.paper_sheets import Bundle, PaperSide
from facilitator.markup import Markup, h
from facilitator.scenario.model import Perspective, Scenario
from facilitator.scenario.paper_language import PaperLanguage
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.paper.answer_row import answers, legend
from facilitator.steps.statements.paper.ballot_layout import (
    LEAF,
    WIDE,
    Frame,
    NumberedStatement,
    Side,
    sides_of,
)
from facilitator.steps.statements.paper.second_language import say_line, second
from facilitator.words import Words

PIECES: Final = 2
"""Ballots on a leaf."""
_HOW: Final = "statements.paper.ballot.how"
_OWN: Final = "statements.paper.ballot.own"
_TURN: Final = "statements.paper.ballot.turn"
_NEXT_LEAF: Final = "statements.paper.ballot.next_leaf"
_DONE: Final = "statements.paper.ballot.done"
_DONE_BOTH: Final = "statements.paper.ballot.done_both"
_DONE_LEAVES: Final = "statements.paper.ballot.done_leaves"
DONE: Final = (_TURN, _NEXT_LEAF, _DONE, _DONE_BOTH, _DONE_LEAVES)
"""What may come after a side."""
SPARES: Final = 2
"""Ballots per perspective beyond the people."""


def votes(printing: Printing[StatementsStep]) -> list[StatementsStep]:
    """Give the steps that need a ballot: a result is of a vote that has one already."""
    return [step for _, step in printing.steps if step.part != "result"]


def ballots_for(scenario: Scenario, plan: Plan, perspective: Perspective) -> int:
    """Give how many ballots are printed for a perspective: an even number, because a leaf holds two.

    One for everyone, and spares; none where nobody comes from there.
    """
    people = expected(scenario, plan, perspective)
    wanted = people + SPARES if people else 0
    return wanted + wanted % 2


def voting(printing: Printing[StatementsStep]) -> list[tuple[Perspective, int]]:
    """Give the perspectives that vote, each with how many ballots it needs at every vote."""
    scenario, plan = printing.scenario, printing.plan
    counts = [(group, ballots_for(scenario, plan, group)) for group in scenario.perspectives]
    return [(group, count) for group, count in counts if count]


def bring(printing: Printing[StatementsStep]) -> list[str]:
    """Say how many ballots have to be taken along."""
    if not votes(printing):
        return []
    groups = ", ".join(f"{group.title} {count}" for group, count in voting(printing))
    return [printing.t("statements.paper.bring", groups=groups, n=printing.scenario.people)]


def ballots(printing: Printing[StatementsStep]) -> list[Bundle]:
    """Give the ballots of every vote, for each perspective as many as it needs."""
    made = [
        (group, count, _sides(printing, step, group))
        for step in votes(printing)
        for group, count in voting(printing)
    ]
    return [
        Bundle(
            [PaperSide("halves", [side] * PIECES) for side in sides],
            copies=count // PIECES,
            blind=True,
            of=group.title,
        )
        for group, count, sides in made
        if sides
    ]


def _sides(printing: Printing[StatementsStep], step: StatementsStep, group: Perspective) -> list[Markup]:
    sides = sides_of(step, printing.scenario, group, _frame(printing, group))
    return [_side(printing, group, sides, n) for n in range(len(sides))]


def _frame(printing: Printing[StatementsStep], group: Perspective) -> Frame:
    language, t = printing.plan.language, printing.t
    said = max((_how(group, t, own=own) for own in (False, True)), key=lambda one: HOW.lines(one, WIDE))
    above = [say_line(key, language, t, group=group.title) for key in (_HOW, _OWN)]
    under = [say_line(key, language, t) for key in DONE]
    high = sum(
        max((OTHER_ANSWER.high(line, WIDE) for line in lines if line), default=0.0)
        for lines in (above, under)
    )
    return Frame(said, language, high)


def _side(printing: Printing[StatementsStep], group: Perspective, sides: Sequence[Side], n: int) -> Markup:
    scenario, t, side = printing.scenario, printing.t, sides[n]
    bare = side.row.name == "bare"
    language = printing.plan.language
    onward = onward_of(n, len(sides))
    return h(
        "article",
        bar(scenario, printing.plan, group, leaf_of(n, len(sides), t)),
        h("p", _how(group, t, own=side.own), class_=HOW.name),
        second(
            say_line(_OWN if side.own else _HOW, language, t, group=group.title), language, OTHER_ANSWER.name
        ),
        legend(scenario.scale, WIDE, language)[0] if bare else None,
        h(
            "div",
            *(_row(entry, side, scenario, language) for entry in side.entries),
            class_="list" if bare else "rows",
        ),
        h("p", t(onward), class_=ONWARD.name),
        second(say_line(onward, language, t), language, OTHER_ANSWER.name),
        class_="ballot",
        style=side.row.style,
    )


def _how(group: Perspective, t: Words, *, own: bool) -> str:
    return t(_OWN if own else _HOW, group=group.title)


def leaf_of(n: int, sides: int, t: Words) -> str:
    """Say which leaf a side is on; nothing of a ballot of one leaf."""
    total = -(-sides // LEAF)
    return t("statements.paper.ballot.leaf", n=n // LEAF + 1, total=total) if total > 1 else ""


def onward_of(n: int, sides: int) -> str:
    """Give the key of what comes after a side. Who answered on both sides cannot fold these inside."""
    if n + 1 < sides:
        return _NEXT_LEAF if n % LEAF else _TURN
    if sides > LEAF:
        return _DONE_LEAVES
    return _DONE_BOTH if sides > 1 else _DONE


def bar(scenario: Scenario, plan: Plan, group: Perspective, leaf: str = "") -> Markup:
    """Give the bar on top of a piece, which says whose it is."""
    where = " · ".join(part for part in (plan.place or scenario.title, leaf) if part)
    shade = f"background:{colour(scenario, group)}"
    return h("div", h("b", named(scenario, group)), h("span", where), class_="bar", style=shade)


def _row(entry: NumberedStatement, side: Side, scenario: Scenario, language: PaperLanguage | None) -> Markup:
    title = h("h4", entry.title, class_=STRONG.name) if entry.title else None
    said = h("p", h("b", str(entry.number)), h("span", entry.statement.text), class_=STATEMENT.name)
    if language is not None:
        said = h(
            "div", said, second(language.say(entry.statement.text), language, OTHER.name), class_="twice"
        )
    row = h("div", said, answers(scenario.scale, side.row, language), class_="row")
    return h("div", title, row, class_="titled") if entry.title else row
