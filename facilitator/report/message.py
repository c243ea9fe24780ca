"""The message that goes out tonight: what we agreed, in at most a thousand characters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from facilitator.report.people import join, people_per_perspective
from facilitator.session.registers import Agreement
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

MOST: Final = 1000
LONGEST_PLACE: Final = 80
LONGEST_PEOPLE: Final = 200
DAYS_TO_OBJECT: Final = 6


def message(state: State, t: Words, today: date) -> str:
    """Give the message as plain text, never over 1,000 characters and never with half an agreement.

    When not everything fits, the people become one number, and then the last agreements are counted instead
    of told. ``today`` decides which dates need a year.
    """
    firm = [each for each in state.agreements().values() if each.firmness != "idea"]
    told = [_agreement(number, each, t, today) for number, each in enumerate(firm, 1)]
    ideas = len(state.agreements()) - len(firm)
    ending = _ending(state, t, today)
    for head in _heads(state, t, today):
        whole = _compose(head, told, 0, [*_ideas(ideas, t), *ending], t)
        if len(whole) <= MOST:
            return whole
    short = _heads(state, t, today)[-1]
    fitting = (
        text
        for count in range(len(told), -1, -1)
        if len(text := _compose(short, told[:count], len(told) - count, ending, t)) <= MOST
    )
    return next(fitting)


def object_before(state: State) -> date | None:
    """Give the day before which people can object.

    As the group settled it; otherwise six days later, but before the next meeting; None when that is too
    soon.
    """
    settled = _day(state.closing().object_until)
    if settled:
        return settled
    before, following = state.about.day + timedelta(days=DAYS_TO_OBJECT), _day(state.closing().next_date)
    if following:
        before = min(before, following - timedelta(days=1))
    return before if before > state.about.day else None


def _heads(state: State, t: Words, today: date) -> list[str]:
    """Give the first line, at its richest and at its shortest."""
    place = state.about.place
    if len(place) > LONGEST_PLACE:
        place = f"{place[: LONGEST_PLACE - 1].rstrip()}…"
    where = t("report.message.head", place=place, date=say_date(state.about.day, t.language, today))
    if not state.present:
        return [where]
    short = f"{where} {t('report.message.with', people=t('report.message.people', n=state.present))}"
    full = t("report.message.with", people=join(people_per_perspective(state), t))
    return [f"{where} {full}", short] if len(full) <= LONGEST_PEOPLE else [short]


def _compose(head: str, told: Sequence[str], more: int, ending: Sequence[str], t: Words) -> str:
    lines = [head]
    lines.append(t("report.message.agreed") if told or more else t("report.message.none"))
    lines += told
    lines += [t("report.message.more", n=more)] if more else []
    return "\n".join([*lines, *ending])


def _agreement(number: int, agreement: Agreement, t: Words, today: date) -> str:
    due = say_date(agreement.due, t.language, today) if agreement.due else ""
    details = ", ".join(each for each in (agreement.who, due) if each)
    if not details:
        return t("report.message.bare", number=number, what=agreement.what)
    return t("report.message.agreement", number=number, what=agreement.what, details=details)


def _ideas(count: int, t: Words) -> list[str]:
    return [t("report.message.ideas", n=count)] if count else []


def _ending(state: State, t: Words, today: date) -> list[str]:
    following, before = _day(state.closing().next_date), object_before(state)
    lines = [t("report.message.next", date=say_date(following, t.language, today))] if following else []
    if before:
        return [*lines, t("report.message.object", date=say_date(before, t.language, today))]
    return [*lines, t("report.message.object_soon")]


def _day(text: str) -> date | None:
    """Read a settled day; what is no date is as good as not settled."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
