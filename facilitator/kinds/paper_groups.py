"""How each perspective is told from the others on paper: by its name, a colour and, in grey, a shape."""

from __future__ import annotations

from typing import Final

from facilitator.markup import Markup, h
from facilitator.scenario.model import Perspective, Scenario

COLOURS: Final = ("#0b4a6f", "#7a1f3d", "#3a520f", "#55297f", "#6d3500", "#333d42")
"""One per perspective; white letters on each have a contrast over 7:1."""
SHAPES: Final = (
    h("circle", cx=5, cy=5, r="4.6"),
    h("rect", x=1, y=1, width=8, height=8),
    h("polygon", points="5,0.4 9.8,9 0.2,9"),
    h("polygon", points="5,0 9.6,5 5,10 0.4,5"),
    h("path", d="M3.4 .4h3.2v3h3v3.2h-3v3h-3.2v-3h-3v-3.2h3z"),
    h("polygon", points="5,0.2 6.4,3.6 10,3.8 7.2,6.2 8.1,9.8 5,7.8 1.9,9.8 2.8,6.2 0,3.8 3.6,3.6"),
)
"""One per perspective: a circle, a square, a triangle, a diamond, a cross and a star."""


def colour(scenario: Scenario, perspective: Perspective) -> str:
    """Give the colour of a perspective: the same on all its paper."""
    return COLOURS[scenario.perspectives.index(perspective) % len(COLOURS)]


def named(scenario: Scenario, perspective: Perspective) -> Markup:
    """Give the name of a perspective after its shape, which is the same on all its paper."""
    shape = SHAPES[scenario.perspectives.index(perspective) % len(SHAPES)]
    mark = h("svg", shape, class_="mark", viewBox="0 0 10 10", aria_hidden="true")
    return Markup(mark, perspective.title)
