"""The message that goes out tonight: what we agreed, in at most a thousand characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from facilitator.report.attendance import join, people_per_perspective
from facilitator.session.clock import days_on
from facilitator.session.conditions import say_conditions, says_when
from facilitator.session.registers import ENDED, Agreement
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

MOST: Final = 1000
LONGEST_PLACE: Final = 80
LONGEST_PEOPLE: Final = 200
DAYS_TO_OBJECT: Final = 6
_TOLD_APART: Final = frozenset({"busy", "unknown"})
"""How an agreement stands is told with it; that it is postponed is a condition, with its dates."""


def message(state: State, t: Words, today: date) -> str:
    """Give the message as plain text, never over 1,000 characters and never with half an agreement.

    What is done comes first, what goes on after that, what stopped last. When not everything fits, the people
    become one number, and then agreements are counted instead of told: what goes on is told longest.
    ``today`` decides which dates need a year.
    """
    every = state.agreements().values()
    firm = [agreement for agreement in every if agreement.firmness != "idea"]
    told = [
        _agreement(number, agreement, state.about.day, t, today) for number, agreement in enumerate(firm, 1)
    ]
    told += [
        _Told("done", _idea_done(agreement, state.about.day, t, today))
        for agreement in every
        if agreement.firmness == "idea" and agreement.status == "done"
    ]
    ideas = sum(agreement.firmness == "idea" and agreement.status not in ENDED for agreement in every)
    ending = _ending(state, t, today)
    for head in _heads(state, t, today):
        whole = _compose(head, told, 0, [*_ideas(ideas, t), *ending], t)
        if len(whole) <= MOST:
            return whole
    short = _heads(state, t, today)[-1]
    told.sort(key=lambda part: part.group != "agreed")
    fitting = (
        text
        for count in range(len(told), -1, -1)
        if len(text := _compose(short, told[:count], len(told) - count, ending, t)) <= MOST
    )
    return next(fitting)


Group = Literal["done", "agreed", "over"]


@dataclass(frozen=True)
class _Told:
    """An agreement as the message tells it, and under which heading."""

    group: Group
    line: str


def object_before(state: State) -> date | None:
    """Give the day before which people can object.

    As the group settled it; otherwise six days later, but before the next meeting; None when that is too
    soon.
    """
    settled = settled_day(state.closing().object_until)
    if settled:
        return settled
    before = days_on(state.about.day, timedelta(days=DAYS_TO_OBJECT))
    following = settled_day(state.closing().next_date)
    if following:
        before = min(before, days_on(following, -timedelta(days=1)))
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


def _compose(head: str, told: Sequence[_Told], more: int, ending: Sequence[str], t: Words) -> str:
    lines = [head]
    if not told:
        lines.append(t("report.message.agreed") if more else t("report.message.none"))
    for group in ("done", "agreed", "over"):
        here = [part.line for part in told if part.group == group]
        lines += [t(f"report.message.{group}"), *here] if here else []
    lines += [t("report.message.more", n=more)] if more else []
    return "\n".join([*lines, *ending])


def _agreement(number: int, agreement: Agreement, day: date, t: Words, today: date) -> _Told:
    """Give an agreement with who, when and under which condition; what ended needs the last alone.

    A date that was before this session is not told: it would only say that someone is late.
    """
    under = say_conditions(agreement, day, today, t)
    if agreement.status in ENDED:
        told: list[str] = []
    else:
        dated = agreement.due is not None and agreement.due >= day and not says_when(agreement, day)
        due = say_date(agreement.due, t.language, today) if agreement.due and dated else ""
        stands = t(f"report.message.stands.{agreement.status}") if agreement.status in _TOLD_APART else ""
        told = [agreement.who, due, stands]
    details = ", ".join(part for part in (*told, *under) if part)
    key = "report.message.agreement" if details else "report.message.bare"
    line = t(key, number=number, what=agreement.what, details=details)
    group: Group = "agreed" if agreement.status not in ENDED else "over"
    return _Told("done" if agreement.status == "done" else group, line)


def _idea_done(idea: Agreement, day: date, t: Words, today: date) -> str:
    """Give an idea that is done; that it was only an idea says nothing any more."""
    under = say_conditions(idea.model_copy(update={"firmness": "agreement"}), day, today, t)
    return t("report.message.idea", what=idea.what, details=", ".join(under)) if under else idea.what


def _ideas(count: int, t: Words) -> list[str]:
    return [t("report.message.ideas", n=count)] if count else []


def _ending(state: State, t: Words, today: date) -> list[str]:
    following, before = settled_day(state.closing().next_date), object_before(state)
    lines = [t("report.message.next", date=say_date(following, t.language, today))] if following else []
    if before:
        return [*lines, t("report.message.object", date=say_date(before, t.language, today))]
    return [*lines, t("report.message.object_soon")]


def settled_day(text: str) -> date | None:
    """Read a settled day; what is no date is as good as not settled."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
