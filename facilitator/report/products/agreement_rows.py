"""Agreements as rows of a table: number, what, who, when, how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.session.agreement_numbers import numbers
from facilitator.session.conditions import say_conditions, says_when
from facilitator.session.due_dates import say_due
from facilitator.session.registers import ENDED
from facilitator.session.state import State
from facilitator.words import Words

COLUMNS: Final = ("number", "what", "who", "when", "stands")


def going(state: State) -> list[str]:
    """Give the agreements that are not over, ideas not among them, in the order in which they were made."""
    return [
        name
        for name, each in state.agreements().items()
        if each.status not in ENDED and each.firmness != "idea"
    ]


def heads(t: Words) -> list[str]:
    """Give what stands over the columns."""
    return [t(f"report.product.head.{column}") for column in COLUMNS]


def agreement_rows(names: Sequence[str], state: State, t: Words) -> list[list[str]]:
    """Give a row for each agreement, by its number in the room; nothing is said of one that just goes on."""
    number = numbers(state)
    rows: list[list[str]] = []
    for name in names:
        agreement, day = state.agreements()[name], state.about.day
        silent = agreement.status == "open" or says_when(agreement, day)
        stands = [] if silent else [t(f"report.product.stands.{agreement.status}")]
        stands += say_conditions(agreement, day, day, t, short=True)
        rows.append(
            [
                str(number.get(name, "")),
                agreement.what,
                agreement.who or t("report.product.nobody"),
                say_due(agreement, t.language, day) or t("report.product.no_day"),
                ", ".join(dict.fromkeys(stands)),
            ]
        )
    return rows
