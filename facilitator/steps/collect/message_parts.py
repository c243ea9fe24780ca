"""What the group brought up in the message: a few of the things that it shares, in its own words."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.kinds.message_facet import KindMessage, MessagePart, Topic
from facilitator.scenario.model import Use, key_of
from facilitator.session.items import items_of
from facilitator.session.state import State
from facilitator.steps.collect.findings import by_energy
from facilitator.steps.collect.kind import CollectStep
from facilitator.words import Words

FEW: Final = 3
"""So many are told; all of them stand in the report."""


def _parts(state: State, use: Use, step: CollectStep, t: Words, _today: date) -> list[MessagePart]:
    """Give what was found to be shared where this group was asked: not what an earlier one said of it."""
    if step.ask != "shared" or key_of(use, step) not in state.begun:
        return []
    items = items_of(state, step.sorts)
    shared = by_energy(state, [name for name, item in items.items() if item.shared == "shared"])
    lines = [t("collect.message.line", text=items[name].text) for name in shared[:FEW]]
    if len(shared) > FEW:
        lines.append(t("collect.message.more", n=len(shared) - FEW))
    return [MessagePart(Topic.SHARED, line) for line in lines]


MESSAGE: Final = KindMessage[CollectStep](parts=_parts)
