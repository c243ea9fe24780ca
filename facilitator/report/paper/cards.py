"""What the room reads, large: a page each, for when the projector is dark."""

from __future__ import annotations

from html import escape

from facilitator.report.paper.elements import prose
from facilitator.report.paper.plan import Plan, places, votes
from facilitator.scenario.model import Scenario
from facilitator.steps.card.kind import CardStep
from facilitator.words import Words


def cards(scenario: Scenario, plan: Plan, t: Words) -> str:
    """Give every card, and the points of the scale when there is a vote."""
    made = [
        _card(step.title, prose(step.text), len(step.text))
        for _, step in places(scenario, plan)
        if isinstance(step, CardStep) and step.text
    ]
    if votes(scenario, plan):
        made.append(_scale(scenario, t))
    return "".join(made)


def _card(title: str, body: str, length: int) -> str:
    size = "huge" if length < 110 else "large" if length < 320 else "long"
    return f'<section class="page card {size}"><h2>{escape(title)}</h2>{body}</section>\n'


def _scale(scenario: Scenario, t: Words) -> str:
    scale = scenario.scale
    marks = [*((str(n), point) for n, point in enumerate(scale.points, 1)), ("?", scale.unknown)]
    rows = "".join(f"<li><i>{mark}</i>{escape(word)}</li>" for mark, word in marks)
    return _card(t("report.paper.scale"), f'<ul class="scale">{rows}</ul>', 200)
