"""How a product opens and ends: where it comes from, when the next time is and whom to call."""

from __future__ import annotations

from facilitator.report.attendance import list_people
from facilitator.report.contact_line import contact_line
from facilitator.session.next_time import next_time, say_next
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date


def opening(state: State, t: Words) -> list[str]:
    """Give from which meeting something comes, and how many people were there."""
    day = say_date(state.about.day, t.language)
    where = t("report.product.from", title=state.scenario.title, date=day)
    return [f"{where} {list_people(state, t)}"]


def ahead(state: State, t: Words) -> list[str]:
    """Give the next time and whom to call."""
    following = next_time(state)
    lines = [t("report.next", when=say_next(following, t)) if following else t("report.no_next")]
    lines.append(contact_line(state, t))
    return lines
