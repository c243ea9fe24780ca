"""Every agreement in figures and days, for a list of actions that is kept elsewhere."""

from __future__ import annotations

from typing import Final

from facilitator.document import DataSheet
from facilitator.session.agreement_numbers import numbers
from facilitator.session.registers import Agreement
from facilitator.session.state import State
from facilitator.steps.agreements.decision_tables import how_heard
from facilitator.words import Words

COLUMNS: Final = ("number", "what", "who", "when", "every", "status", "objection", "needed", "made")


def decision_sheet(state: State, t: Words) -> DataSheet:
    """Give a row per agreement, tonight's and those of before, with the numbers of the room; no ideas."""
    every = state.agreements()
    rows: list[list[str | int | None]] = [
        [number, *_row(name, every[name], state, t)] for name, number in numbers(state).items()
    ]
    return DataSheet([t(f"agreements.sheet.{name}") for name in COLUMNS], rows)


def _row(name: str, agreement: Agreement, state: State, t: Words) -> list[str]:
    made = state.came_from(name)
    return [
        agreement.what,
        agreement.who,
        agreement.due.isoformat() if agreement.due else "",
        t.lines(f"words.rhythm.{agreement.every}")[0] if agreement.every else "",
        t(f"agreements.sheet.stands.{agreement.status}"),
        how_heard(agreement, state.about.day, t),
        agreement.needed,
        (made.day if made else state.about.day).isoformat(),
    ]
