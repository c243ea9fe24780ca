"""How a group stands against its plan, at any step and any moment."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from facilitator.session.events import ClockSet, Moved
from facilitator.session.history import History
from facilitator.session.pace import Pace, pace
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import State
from tests.storage.story import act, begin

DAY = date(2026, 11, 23)
"""From 19.30 a card (5 minutes), a vote, questions, agreements (10 each); 40 are stated, so 5 are over."""


def at(clock: str, day: date = DAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock))


def come_to(key: str, clock: str, state: State | None = None) -> State:
    """Come to a step at this time of the evening."""
    use, _, step = key.partition("/")
    moved = act(1, Moved(use=use, step=step)).model_copy(update={"at": f"2026-11-23T{clock}:30"})
    return History.from_state(state or begin()).add(moved).state


@pytest.mark.parametrize(
    ("key", "begun", "now", "until", "behind"),
    [
        ("open/welcome", "19:35", "19:35", "19:40", 0),
        ("open/welcome", "19:30", "19:31", "19:40", -5),
        ("open/welcome", "19:30", "19:38", "19:40", -2),
        ("open/welcome", "19:30", "19:47", "19:40", 7),
        ("urgency/vote", "19:40", "19:45", "19:50", 0),
        ("urgency/vote", "19:48", "19:49", "19:50", 8),
        ("urgency/vote", "19:48", "20:01", "19:50", 11),
        ("end/agree", "19:55", "19:56", "20:10", -5),
    ],
)
def test_until_when_and_how_far(key: str, begun: str, now: str, until: str, behind: int) -> None:
    assert pace(come_to(key, begun), at(now)) == Pace(at(until), behind)


def test_seconds_are_not_counted() -> None:
    state = come_to("open/welcome", "19:35")
    assert pace(state, at("19:40") + timedelta(seconds=59)) == Pace(at("19:40"), 0)


def test_moving_the_end_moves_the_plan() -> None:
    state = (
        History.from_state(come_to("urgency/vote", "19:48")).add(act(1, ClockSet(ends=time(20, 18)))).state
    )
    assert pace(state, at("19:49")) == Pace(at("19:58"), 0)


def test_what_is_left_out_takes_no_time() -> None:
    about = begin().about.model_copy(update={"left_out": ["urgency"]})
    state = come_to("open/welcome", "19:30", begin().replace(about=about))
    assert pace(state, at("19:31")) == Pace(at("19:35"), 0)


def test_past_midnight() -> None:
    about = begin().about.model_copy(update={"starts": time(23, 40)})
    state = come_to("urgency/ask", "00:02", begin().replace(about=about))
    assert pace(state, at("00:03", DAY + timedelta(days=1))) == Pace(at("00:10", DAY + timedelta(days=1)), 2)


def test_going_back_counts_from_now() -> None:
    state = come_to("open/welcome", "19:35")
    assert pace(state, at("20:05")) == Pace(at("19:40"), 25)


@pytest.mark.parametrize(
    ("begun", "now"), [("19:48", at("09:00", DAY + timedelta(days=1))), ("15:00", at("15:00"))]
)
def test_at_another_moment_of_the_day_or_on_another_day_there_is_no_plan(begun: str, now: datetime) -> None:
    assert pace(come_to("urgency/vote", begun), now) is None


def test_before_the_first_step_and_at_the_end_there_is_none() -> None:
    assert pace(begin(), at("19:31")) is None
    assert pace(come_to(CLOSING, "20:05"), at("20:05")) is None
