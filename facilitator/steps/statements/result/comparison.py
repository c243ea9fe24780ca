"""What a result stands beside: who could answer, and what an earlier session showed. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from facilitator.scenario.model import RESIDENTS, Scenario
from facilitator.session.rounds import Round, Shown
from facilitator.session.state import Before, State
from facilitator.words import Words

A_YEAR_OR_SO: Final = timedelta(days=300)
"""After this a month needs its year."""


@dataclass(frozen=True)
class Beside:
    """What is known around a vote, besides its answers."""

    people: Mapping[str, int] = field(default_factory=dict)
    """Who could answer, per perspective."""
    before: Before | None = None
    day: date = date.max
    """Of this session."""
    returning: int | None = None
    """How many who are here were there then; None when that was not counted."""

    @classmethod
    def of(cls, state: State, vote: Round) -> Beside:
        names = {*vote.expected, *state.people}
        people = {name: max(vote.expected.get(name, 0), state.people.get(name, 0)) for name in names}
        return cls(people, state.before, state.about.day, returning(state))


def returning(state: State) -> int | None:
    """Give how many who are here were at the earlier session, as a check-in counted it."""
    counted = [
        found
        for use, step in state.scenario.places()
        if step.kind == "checkin"
        and isinstance(found := state.result(f"{use.id}/{step.id}").get("returning"), int)
    ]
    return min(counted[-1], state.present) if counted else None


def say_month(day: date, today: date, t: Words) -> str:
    """Say when an earlier session was: "in maart", with the year when that is long ago.

    In the same month as today it is a day: "op 3 maart".
    """
    month = t.lines("words.months.long")[day.month - 1]
    if (day.year, day.month) == (today.year, today.month):
        return t("statements.earlier.day", day=day.day, month=month)
    far = today - day > A_YEAR_OR_SO
    return t(f"statements.earlier.{'year' if far else 'month'}", month=month, year=day.year)


def say_returning(beside: Beside, day: date, t: Words) -> str:
    """Say that other people are here than on that earlier day, and how many were there then too."""
    when, here = say_month(day, beside.day, t), sum(beside.people.values())
    if beside.returning is None:
        return t("statements.earlier.not_counted", when=when)
    same = "same" if beside.returning == here else "others"
    return t(f"statements.earlier.{same}", when=when, n=beside.returning, here=here)


def nobody_answered(about: str, shown: Shown, scenario: Scenario, people: Mapping[str, int]) -> bool:
    """Tell whether nobody answered from this perspective, by whatever name the scenario has for residents."""
    names = RESIDENTS if about in RESIDENTS else {about}
    here = [perspective.id for perspective in scenario.perspectives if perspective.id in names]
    if shown.grouping == "total":
        return not any(people.get(name) for name in here)
    answered = {*shown.too_small, *(group.group for group in shown.groups)}
    return not answered.intersection(here)
