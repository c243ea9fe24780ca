"""Agreements of several sessions: when each was made, how it stood each time, and how often it was moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from facilitator.document import Items, Part, Table
from facilitator.session.agreement_status import Status
from facilitator.session.registers import Agreement
from facilitator.session.state import State
from facilitator.text import stopped
from facilitator.words import Words
from facilitator.words.dates import say_date

ORDER: Final[tuple[Status, ...]] = ("done", "busy", "open", "postponed", "unknown", "not-needed", "stopped")
WIDTHS: Final = (42, 18, 40)


def over_time(states: Sequence[State], t: Words) -> list[Part]:
    """Give how many agreements stand how, and then each with how it stood at every meeting."""
    made = _made(states)
    if not made:
        return []
    newest = {name: _seen(name, states)[-1][1] for name in made}
    counted = {
        status: [name for name, agreement in newest.items() if agreement.status == status] for status in ORDER
    }
    counts = [
        t(f"agreements.over_time.count.{status}", n=len(names)) for status, names in counted.items() if names
    ]
    head = [t(f"agreements.over_time.head.{name}") for name in ("agreed", "made", "since")]
    rows = [
        [_what(newest[name], t), _day(made[name], states, t), _since(name, states, t)]
        for names in counted.values()
        for name in names
    ]
    return [Items(counts), Table(head, rows, widths=WIDTHS)]


def _made(states: Sequence[State]) -> Mapping[str, date]:
    """Give every agreement with the day on which it was made; ideas are none."""
    found: dict[str, date] = {}
    for state in states:
        for name, agreement in state.agreements().items():
            meeting = state.came_from(name)
            if agreement.firmness != "idea":
                found.setdefault(name, meeting.day if meeting else state.about.day)
    return found


def _seen(name: str, states: Sequence[State]) -> list[tuple[State, Agreement]]:
    return [(state, state.agreements()[name]) for state in states if name in state.agreements()]


def _what(agreement: Agreement, t: Words) -> str:
    if not agreement.who:
        return agreement.what
    return t("agreements.report.what_who", what=agreement.what, who=agreement.who)


def _since(name: str, states: Sequence[State], t: Words) -> str:
    """Say how it stood at each meeting that had it, where that changed, and how often it was moved."""
    said: list[str] = []
    stands = ""
    for state, agreement in _seen(name, states):
        if agreement.status != stands:
            stands = agreement.status
            day = _day(state.about.day, states, t)
            said.append(t(f"agreements.over_time.stands.{stands}", day=day))
    last = _seen(name, states)[-1][1]
    told = [stopped("; ".join(said))]
    return " ".join([*told, *([t("agreements.report.moved", n=last.postponed)] if last.postponed else [])])


def _day(day: date, states: Sequence[State], t: Words) -> str:
    """Say a day in short; its year too where that is another than that of the last meeting."""
    same_year = day.year == states[-1].about.day.year
    return say_date(day, t.language, day if same_year else None, short=True)
