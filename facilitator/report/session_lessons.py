"""What a group learnt, in its own words: at steps that ask for it, and at those that keep it. Pure."""

from __future__ import annotations

from typing import Final

from facilitator.kinds import kinds
from facilitator.kinds.report_facet import report_of
from facilitator.session.kept_words import kept_now
from facilitator.session.state import State
from facilitator.words import Words

LESSONS: Final = "geleerd"
"""Under this name steps keep what a group learnt."""


def lessons_of(state: State, t: Words) -> list[str]:
    """Give each lesson once, in the order in which they were said."""
    asked = (
        line
        for use, step in state.scenario.places()
        for line in report_of(step.kind).lessons(state, use, step, t)
    )
    kept = (line.text for words in kept_now(state, kinds()) if words.topic == LESSONS for line in words.lines)
    return [*dict.fromkeys((*asked, *kept))]
