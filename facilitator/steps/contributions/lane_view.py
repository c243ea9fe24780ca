"""A lane of contributions: what is brought, or what is asked for, each with who said it."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from facilitator.session.registers import Contribution
from facilitator.session.state import State
from facilitator.steps.contributions.findings import Direction
from facilitator.steps.contributions.names import actor_name
from facilitator.ui.kit.lists import Lane
from facilitator.ui.kit.widgets import Option
from facilitator.words import Words


def lane_of(state: State, way: Direction, said: Mapping[str, Contribution], t: Words) -> Lane:
    """Give a lane with a heading that counts; what was said is first, who said it quietly behind it."""
    lines = [
        Option(
            name,
            Content.assemble(contribution.what, (f"  {actor_name(state, contribution.actor, t)}", "$quiet")),
        )
        for name, contribution in said.items()
    ]
    return Lane.counted(t(f"contributions.lane.{way}"), lines)
