"""A programme that a facilitator settles beforehand: any order, any length, and nothing lost."""

from __future__ import annotations

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.scenario.model import Statement, StatementSet
from facilitator.session.programme import LONGEST, Programme, share_minutes, with_free_id
from facilitator.session.state import State
from facilitator.storage.session_file import read_text, write_text
from tests.storage.story import KINDS, begin, blocks, programme

lengths = st.lists(st.integers(1, 60), min_size=1, max_size=8)


@given(lengths, st.integers(0, 300))
def test_minutes_are_shared_out_whole_and_every_step_keeps_one(minutes: list[int], more: int) -> None:
    total = len(minutes) + more
    shared = share_minutes(minutes, total)
    assert sum(shared) == total
    assert min(shared) >= 1
    assert len(shared) == len(minutes)


@given(lengths)
def test_what_was_shared_out_as_it_was_is_as_it_was(minutes: list[int]) -> None:
    assert share_minutes(minutes, sum(minutes)) == minutes


@given(lengths, st.integers(0, 300))
def test_a_minute_more_takes_nothing_from_any_step(minutes: list[int], more: int) -> None:
    shared = share_minutes(minutes, len(minutes) + more)
    longer = share_minutes(minutes, len(minutes) + more + 1)
    assert all(after >= before for before, after in zip(shared, longer, strict=True))


@given(lengths, st.data())
def test_a_longer_step_never_gets_less(minutes: list[int], data: st.DataObject) -> None:
    shared = share_minutes(minutes, data.draw(st.integers(len(minutes), 400)))
    pairs = sorted(zip(minutes, shared, strict=True))
    assert all(one <= other or long == short for (short, one), (long, other) in pairwise(pairs))


def test_there_is_a_minute_for_every_step_or_it_is_refused() -> None:
    with pytest.raises(ValueError, match="1 minutes for 2 steps"):
        share_minutes([5, 5], 1)


def names(settled: Programme) -> list[str]:
    return [use.id for use in settled.scenario.uses]


def test_a_block_moves_up_and_down_and_stops_at_the_ends() -> None:
    settled = Programme.of(programme())
    assert names(settled.move("urgency", -1)) == ["urgency", "open", "end"]
    assert names(settled.move("urgency", -1).move("urgency", -1)) == ["urgency", "open", "end"]
    assert names(settled.move("urgency", 1).move("urgency", 1)) == ["open", "end", "urgency"]
    assert settled.move("gone", 1) == settled


def test_a_block_gets_longer_and_shorter_down_to_a_minute_a_step() -> None:
    settled = Programme.of(programme())
    longer = settled.resize("urgency", 5)
    assert [step.minutes for step in longer.scenario.uses[1].steps] == [13, 12]
    assert (longer.total, longer.over) == (40, 0)
    assert longer.resize("urgency", -5) == settled
    shortest = settled.resize("urgency", -90)
    assert [step.minutes for step in shortest.scenario.uses[1].steps] == [1, 1]
    assert settled.resize("open", 999).scenario.uses[0].minutes == LONGEST
    assert settled.resize("gone", 1) == settled


def test_what_is_over_and_what_is_too_long() -> None:
    settled = Programme.of(programme())
    assert (settled.total, settled.over) == (35, 5)
    assert settled.leave_out("open").over == 10
    assert settled.leave_out("open").leave_out("open") == settled
    assert settled.resize("end", 17).over == -12


def test_the_end_follows_from_the_minutes_once_they_were_changed() -> None:
    settled, starts = Programme.of(programme()), time(19, 30)
    assert settled.stops(starts) is None
    assert settled.move("open", 1).leave_out("end").stops(starts) is None
    assert settled.resize("end", -5).stops(starts) == time(20, 0)
    assert settled.resize("end", -5).resize("end", 5).stops(starts) is None
    assert settled.resize("end", -5).leave_out("end").stops(starts) is None
    assert settled.resize("end", 200).stops(time(22, 0)) == time(1, 55)


MORE = StatementSet(id="more", title="Meer", statements=[Statement(id="s1", text="Er is meer nodig.")])
"""What the blocks that may be added ask."""


@st.composite
def settled_programmes(draw: st.DrawFn) -> Programme:
    """Give a programme as it may be after a facilitator was at it."""
    settled = Programme.of(programme())
    for _ in range(draw(st.integers(0, 12))):
        name = draw(st.sampled_from(names(settled)))
        what = draw(st.sampled_from(["leave_out", "move", "resize", "add"]))
        if what == "leave_out":
            settled = settled.leave_out(name)
        elif what == "add":
            settled = settled.add(with_free_id(settled.scenario, draw(blocks())), [MORE], name)
        else:
            settled = getattr(settled, what)(name, draw(st.integers(-30, 30)))
    return settled


@given(settled_programmes())
def test_whatever_she_settles_no_block_is_lost_and_no_name_is_double(settled: Programme) -> None:
    assert len(set(names(settled))) == len(names(settled))
    assert set(names(settled)) == {use.id for use in programme().uses} | settled.added
    assert all(step.minutes >= 1 for _, step in settled.scenario.places())
    assert settled.total + settled.over == settled.scenario.minutes


@given(settled_programmes())
def test_what_she_settled_is_what_the_session_carries(settled: Programme) -> None:
    about = begin().about
    about = about.model_copy(
        update={"left_out": [name for name in names(settled) if name in settled.left_out]}
    )
    state = State(about=about, scenario=settled.scenario, stops=settled.stops(about.starts))
    assert read_text(write_text(state, 0), KINDS).state == state
    assert sum(step.minutes for _, step in state.places()) == settled.total
