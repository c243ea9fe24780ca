"""A parked line in a report: what it is, who comes back to it, and by when."""

from __future__ import annotations

from facilitator.session.registers import Parked
from facilitator.text import stopped
from facilitator.words import Words
from facilitator.words.dates import say_date


def say_parked(line: Parked, t: Words) -> str:
    """Give a line that is open; that nobody comes back to it is said as well."""
    who = t("report.comes_back", who=line.who) if line.who else t("report.nobody_yet")
    due = t("report.due", date=say_date(line.due, t.language)) if line.due else ""
    return " ".join(part for part in (stopped(line.text), who, due) if part)
