"""Figures and stories in the message: what nobody knows yet, with who finds out."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.kinds.message_facet import KindMessage, MessagePart, Topic
from facilitator.scenario.model import Use, key_of
from facilitator.session.state import State
from facilitator.steps.facts.findings import left_at
from facilitator.steps.facts.kind import FactsStep
from facilitator.words import Words


def _parts(state: State, use: Use, step: FactsStep, t: Words, _today: date) -> list[MessagePart]:
    """Give first what someone finds out: that is a promise."""
    asked = sorted(left_at(state, key_of(use, step)).unknown, key=lambda each: not each.who)
    return [
        MessagePart(
            Topic.OPEN,
            t(f"facts.message.{'who' if each.who else 'nobody'}", what=each.text, who=each.who),
        )
        for each in asked
    ]


MESSAGE: Final = KindMessage[FactsStep](parts=_parts)
