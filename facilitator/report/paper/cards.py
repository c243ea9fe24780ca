"""What the room reads, large: a page each, for when the projector is dark."""

from __future__ import annotations

from facilitator.kinds.paper_elements import prose
from facilitator.markup import Markup, h
from facilitator.report.paper.plan import Plan, places, votes
from facilitator.scenario.model import Scenario
from facilitator.steps.card.kind import CardStep
from facilitator.words import Words


def cards(scenario: Scenario, plan: Plan, t: Words) -> Markup:
    """Give every card, and the points of the scale when there is a vote."""
    made = [
        _card(step.title, prose(step.text), len(step.text))
        for _, step in places(scenario, plan)
        if isinstance(step, CardStep) and step.text
    ]
    if votes(scenario, plan):
        made.append(_scale(scenario, t))
    return Markup(*made)


def _card(title: str, body: Markup, length: int) -> Markup:
    size = "huge" if length < 110 else "large" if length < 320 else "long"
    return Markup(h("section", h("h2", title), body, class_=f"page card {size}"), "\n")


def _scale(scenario: Scenario, t: Words) -> Markup:
    scale = scenario.scale
    marks = [*((str(n), point) for n, point in enumerate(scale.points, 1)), ("?", scale.unknown)]
    rows = [h("li", h("i", mark), word) for mark, word in marks]
    return _card(t("report.paper.scale"), h("ul", *rows, class_="scale"), 200)
