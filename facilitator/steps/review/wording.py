"""How last time's agreements read on the wall. How often one was postponed is never said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from facilitator.session.agreement_versions import last_owner, standing_objections
from facilitator.session.conditions import say_conditions
from facilitator.session.due_dates import say_due
from facilitator.session.registers import Agreement
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date


def since(names: Iterable[str], state: State, today: date, t: Words) -> str:
    """Say when and where they were agreed, when that is one meeting; else nothing: each says its own."""
    meetings = [meeting for name in names if (meeting := state.came_from(name))]
    if not meetings or any(meeting is not meetings[0] for meeting in meetings):
        return ""
    return t("review.since", date=say_date(meetings[0].day, t.language, today), title=meetings[0].title)


def nothing_came_over(state: State, t: Words) -> str:
    """Say kindly that there are no agreements to look back at."""
    return t("review.none_open" if state.before else "review.none")


def details(agreement: Agreement, today: date, t: Words, *, short: bool = False) -> str:
    """Give who and when, in one line; ``short`` where room is scarce."""
    due = say_due(agreement, t.language, today, short=short)
    return " · ".join(part for part in (_owner(agreement, today, t), due) if part)


def _owner(agreement: Agreement, today: date, t: Words) -> str:
    """Give whose it is; where it was another's before, also whose, and since when it is not."""
    before = last_owner(agreement)
    if before is None:
        return agreement.who
    who, day = before
    return t("review.owner", who=agreement.who, before=who, day=say_date(day, t.language, today, short=True))


def proof(agreement: Agreement, t: Words) -> str:
    """Say by what one sees that it is done, where that was agreed."""
    return t("review.proof", proof=agreement.proof) if agreement.proof else ""


def promised(agreement: Agreement, today: date, t: Words) -> list[str]:
    """Say what was promised around it: the first step, who would look in between, and what it takes."""
    when = say_date(agreement.look_on, t.language, today, short=True) if agreement.look_on else ""
    looks = ", ".join(part for part in (agreement.keeper, when) if part)
    said = (
        t("review.first_step", step=agreement.first_step) if agreement.first_step else "",
        t("review.looks", how=looks) if looks else "",
        t("review.takes", what=agreement.needed) if agreement.needed else "",
    )
    return [line for line in said if line]


def conditions_of(agreement: Agreement, state: State, today: date, t: Words, *, said: str) -> list[str]:
    """Give under which conditions it stands; what was postponed at an earlier session is not called so."""
    told = agreement if said == agreement.status else agreement.model_copy(update={"status": "open"})
    return say_conditions(told, state.about.day, today, t, short=True)


def objections(agreement: Agreement, t: Words) -> list[str]:
    """Give the objections that stand, a line each: a reminder, without of whom they are."""
    return [
        t("review.objection", reason=objection.reason) if objection.reason else t("review.objection_later")
        for objection in standing_objections(agreement)
    ]
