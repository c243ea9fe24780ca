"""Sheets for the end of every evening: what waits, the next time, and the message that goes out tonight."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import field, grid, heading, writing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.words import Words

NEXT: Final = (("when", 1), ("time", 1), ("where", 1), ("who", 1), ("call", 1), ("phone", 1))
"""What is written down of the next time, with how many lines."""


def closing_sheets(t: Words) -> list[WritingSheet]:
    """Give the sheets that every evening ends with, whatever is done in it."""
    return [_parking(t), _next_time(t), _message(t)]


def _parking(t: Words) -> WritingSheet:
    """Give a table for what comes later; it can come up in any step."""
    table = grid(t.lines("report.paper.parking.head"), 10, (54, 26, 20), grows=True)
    return sheet(t("report.parked"), [table], why=t("report.paper.parking.why"))


def _next_time(t: Words) -> WritingSheet:
    fields = [field(t(f"report.paper.next.{name}"), lines) for name, lines in NEXT]
    return sheet(t("report.paper.next.title"), fields, why=t("report.paper.next.why"))


def _message(t: Words) -> WritingSheet:
    """Give room for the message, in the order in which it is read."""
    strips = [
        heading(t("report.paper.note.agreed")),
        grid(t.lines("report.paper.note.head"), 4, (54, 26, 20), grows=True),
        heading(t("report.paper.note.open")),
        writing(3, grows=True),
        heading(t("report.paper.note.next")),
        writing(2),
        heading(t("report.paper.note.wrong")),
        field(t("report.paper.note.before")),
        field(t("report.paper.note.to")),
    ]
    return sheet(t("report.paper.note.title"), strips, why=t("report.paper.note.why"))
