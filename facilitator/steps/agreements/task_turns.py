"""Agreements task by task: which tasks have their turn, and which are left without an agreement. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.session.choices import tasks_at_hand
from facilitator.session.registers import ENDED
from facilitator.session.state import State
from facilitator.steps.agreements.commands import is_firm
from facilitator.steps.agreements.kind import AgreementsStep


def tasks_in_turn(state: State, step: AgreementsStep) -> list[str]:
    """Give the tasks that have a page of their own; none in a step that asks for agreements as they come."""
    return tasks_at_hand(state) if step.per_task else []


def without_agreement(state: State, tasks: Sequence[str]) -> list[str]:
    """Give the tasks to which no agreement belongs that still holds; an idea is none yet."""
    served = {
        agreement.task
        for agreement in state.agreements().values()
        if is_firm(agreement) and agreement.status not in ENDED - {"done"}
    }
    return [name for name in tasks if name not in served]
