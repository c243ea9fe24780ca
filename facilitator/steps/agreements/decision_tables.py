"""What was decided as tables: tonight's agreements, and what became of those of before."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.document import Paragraph, Part, Table
from facilitator.session.agreement_numbers import numbers
from facilitator.session.carried_entries import is_since_then
from facilitator.session.conditions import conditions, say_conditions
from facilitator.session.due_dates import say_due
from facilitator.session.registers import ENDED, Agreement, Version
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

DECISION_WIDTHS: Final = (6, 40, 20, 17, 17)
CHANGE_WIDTHS: Final = (5, 32, 16, 21, 26)


def decisions(state: State, t: Words) -> list[Part]:
    """Give tonight's agreements with who, when and how they were heard; or say that there is none."""
    number = numbers(state)
    made = {name: agreement for name, agreement in state.made_now().items() if name in number}
    if not made:
        return [Paragraph(t(f"agreements.report.{'none_new' if number else 'none'}"))]
    head = [t(f"agreements.report.head.{name}") for name in ("number", "what", "who", "when", "objection")]
    rows = [
        [
            str(number[name]),
            agreement.what,
            agreement.who or t("agreements.report.nobody"),
            say_due(agreement, t.language, state.about.day) or t("agreements.report.no_date"),
            how_heard(agreement, state.about.day, t),
        ]
        for name, agreement in made.items()
    ]
    return [Table(head, rows, widths=DECISION_WIDTHS)]


def how_heard(agreement: Agreement, day: date, t: Words) -> str:
    """Say in a few words whether somebody objects to an agreement as it reads now; ``day``: who tells it."""
    under = [
        words
        for condition, words in zip(
            conditions(agreement, day), say_conditions(agreement, day, day, t, short=True), strict=True
        )
        if not condition.code.startswith("postponed")
    ]
    if under:
        return ", ".join(under)
    if not agreement.heard:
        return t("agreements.report.short.not-asked")
    return t(f"agreements.report.short.{'met' if agreement.objections else 'no-objection'}")


def changes(state: State, t: Words) -> list[Part]:
    """Give what became of earlier agreements, done first: when it was to be done then, and how it is now."""
    number = numbers(state)
    came = {
        name: agreement
        for name, agreement in state.agreements().items()
        if name in number and state.came_from(name)
    }
    if not came:
        return []
    order = sorted(came, key=lambda name: (came[name].status != "done", came[name].status in ENDED))
    rows = [[str(number[name]), *_change(came[name], state, t)] for name in order]
    head = [t(f"agreements.report.head.{name}") for name in ("number", "agreed", "then", "now", "needed")]
    return [Table(head, rows, widths=CHANGE_WIDTHS)]


def _change(agreement: Agreement, state: State, t: Words) -> list[str]:
    what = t("agreements.report.what_who", what=agreement.what, who=agreement.who)
    then = _due_then(agreement, state)
    coming_back = say_due(agreement, t.language, state.about.day) if agreement.every else ""
    return [
        what if agreement.who else agreement.what,
        coming_back if coming_back and then == agreement.due else _day(then, state, t),
        _now(agreement, then, state, t),
        "" if agreement.status in ENDED else agreement.needed,
    ]


def _due_then(agreement: Agreement, state: State) -> date | None:
    """Give the day by which it was to be done when the last meeting ended."""
    left = (
        version for version in agreement.versions if version.what and is_since_then(state, version.changed_on)
    )
    first: Version | None = next(left, None)
    return first.due if first else agreement.due


def _now(agreement: Agreement, then: date | None, state: State, t: Words) -> str:
    """Say how it stands, the new day, and how often it was moved in all."""
    said = [status_words(agreement, t)]
    if agreement.status not in ENDED and agreement.due != then:
        day = say_due(agreement, t.language, state.about.day) or t("agreements.report.no_date")
        said.append(t("agreements.report.new_day", day=day))
    if agreement.postponed:
        said.append(t("agreements.report.moved", n=agreement.postponed))
    return " ".join(said)


def status_words(agreement: Agreement, t: Words) -> str:
    """Give the status of an agreement, as a sentence of one or a few words."""
    return t(f"agreements.report.now.{agreement.status}")


def _day(day: date | None, state: State, t: Words) -> str:
    return say_date(day, t.language, state.about.day) if day else t("agreements.report.no_date")
