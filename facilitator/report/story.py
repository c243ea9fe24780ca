"""How the group tells about its neighbourhood: a story instead of a label."""

from __future__ import annotations

from facilitator.document import Part
from facilitator.kinds.report_facet import report_of
from facilitator.session.state import State
from facilitator.words import Words


def story_of(state: State, t: Words) -> list[Part]:
    """Give what the steps left that a report opens with, in the order of the programme."""
    places = state.scenario.places()
    return [part for use, step in places for part in report_of(step.kind).headline(state, use, step, t)]
