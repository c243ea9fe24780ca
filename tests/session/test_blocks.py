"""A block that was not planned: put in while the group works, and taken out again when nothing is in it."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from pydantic import ValidationError

from facilitator.problems import Problem
from facilitator.scenario.model import Statement, StatementSet, Use
from facilitator.session.commands import insert_block, move
from facilitator.session.events import (
    ACTION,
    BlockInserted,
    ClockSet,
    Event,
    Moved,
    Noted,
    RoundOpened,
    RoundVoided,
)
from facilitator.session.fold import fold
from facilitator.session.history import History
from facilitator.session.programme import MOST_BLOCKS
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import State
from tests.storage.story import KINDS, act, begin

MORE = StatementSet(id="more", title="Meer", statements=[Statement(id="m1", text="Er is genoeg.")])


def block(name: str = "extra", minutes: int = 10, kind: str = "card", **more: Any) -> Use:
    said = {"id": "one", "kind": kind, "title": "Even zitten", "minutes": minutes, **more}
    step = KINDS[kind].step.model_validate(said)
    return Use(id=name, block=name, title="Pauze", why="Om bij te komen.", steps=[step])


def names(state: State) -> list[str]:
    return [use.id for use in state.scenario.uses]


def done(history: History, *events: Event) -> History:
    return history.add(act(1 + max((each.seq for each in history.actions), default=0), *events))


def undone(history: History, seq: int) -> History:
    last = history.can_undo()
    assert last is not None
    return history.add(act(seq, undo=last.seq))


def inserted(history: History, use: Use, *sets: StatementSet) -> History:
    outcome = insert_block(history.state, KINDS, use, sets)
    assert not isinstance(outcome, Problem), outcome
    return done(history, *outcome)


def at(key: str, base: State | None = None) -> History:
    outcome = move(base or begin(), key)
    assert not isinstance(outcome, Problem)
    return done(History.from_state(base or begin()), *outcome)


# -- where it goes


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("open/welcome", ["open", "extra", "urgency", "end"]),
        ("urgency/vote", ["open", "urgency", "extra", "end"]),
        ("end/agree", ["open", "urgency", "end", "extra"]),
        (CLOSING, ["open", "urgency", "end", "extra"]),
    ],
)
def test_it_stands_after_the_block_where_the_group_is(key: str, order: list[str]) -> None:
    state = inserted(at(key), block()).state
    assert names(state) == order
    assert state.inserted == ("extra",)
    assert state.find("extra/one")


def test_a_block_that_is_there_already_gets_a_name_of_its_own() -> None:
    history = at("open/welcome")
    for _ in range(2):
        history = inserted(history, block("open"))
    assert names(history.state) == ["open", "open-3", "open-2", "urgency", "end"]
    assert names(inserted(at(CLOSING), block("session")).state)[-1] == "session-2"


def test_its_statement_sets_come_along_and_those_that_are_there_stay() -> None:
    other = StatementSet(
        id="eight", title="Anders", statements=[Statement(id="s1", text="Heel iets anders.")]
    )
    use = block(kind="statements", sets=["more"])
    state = inserted(at("open/welcome"), use, MORE, other).state
    assert [each.id for each in state.scenario.statement_sets] == ["eight", "more"]
    assert state.scenario.statement_sets[0] == begin().scenario.statement_sets[0]


def test_the_end_shifts_by_its_minutes() -> None:
    assert inserted(at("open/welcome"), block()).state.ends == time(20, 20)
    shorter = begin().replace(about=begin().about.model_copy(update={"left_out": ["end"]}))
    assert inserted(at("open/welcome", shorter), block()).state.ends == time(20, 5)
    moved = done(at("open/welcome"), ClockSet(ends=time(23, 55)))
    assert inserted(moved, block()).state.ends == time(0, 5)


# -- what does not fit


def test_a_perspective_that_is_not_there_is_refused() -> None:
    use = block(kind="statements", sets=["more"], back={"kinderen": "more"})
    assert insert_block(begin(), KINDS, use, [MORE]) == Problem(
        "session.block_perspective", {"name": "kinderen"}
    )


def test_what_its_kind_misses_is_refused() -> None:
    use = block(kind="statements", sets=["more"], level=["nergens"])
    assert insert_block(begin(), KINDS, use, [MORE]) == Problem("session.block_misfit")


def test_a_full_programme_is_refused() -> None:
    history = at("open/welcome")
    for _ in range(MOST_BLOCKS - 3):
        history = inserted(history, block())
    assert isinstance(insert_block(history.state, KINDS, block(), []), Problem)


# -- taking it back


def test_undo_takes_it_out_and_redo_puts_it_back() -> None:
    history = inserted(at("open/welcome"), block(kind="statements", sets=["more"]), MORE)
    back = undone(history, 3)
    assert back.state == at("open/welcome").state
    again = back.can_redo()
    assert again is not None
    assert back.add(act(4, redo=again.seq)).state == history.state


def test_who_was_in_it_is_back_where_it_was_added() -> None:
    history = done(inserted(at("open/welcome"), block()), Moved(use="extra", step="one", page="x"))
    assert history.state.at.key == "extra/one"
    back = undone(history, 4)
    assert back.state.at.key == "open/welcome"
    assert list(back.state.begun) == ["open/welcome"]


def test_what_was_left_in_it_is_taken_back_first() -> None:
    history = inserted(at("open/welcome"), block())
    history = done(history, Noted(id="n0000000", use="extra", step="one", text="Mooi"))
    back = undone(history, 4)
    assert names(back.state) == names(history.state)
    assert not back.state.notes
    assert names(undone(back, 5).state) == names(begin())


def vote(use: str) -> RoundOpened:
    return RoundOpened(
        id="aaaaaaaa",
        use=use,
        step="one",
        way="hands",
        grouping="total",
        statements=["m1"],
        expected={"residents": 4},
    )


@pytest.mark.parametrize("voided", [False, True])
def test_a_block_in_which_a_vote_was_held_stays(voided: bool) -> None:
    history = done(at("open/welcome"), Noted(id="n0000000", use="open", step="welcome", text="Mooi"))
    history = inserted(history, block(kind="statements", sets=["more"]), MORE)
    history = done(history, vote("extra"), *([RoundVoided(id="aaaaaaaa")] if voided else []))
    back = undone(history, 5)
    assert "extra" in names(back.state)
    assert not back.state.notes, "what came before it is taken back instead"
    assert back.can_undo() is None


def test_a_block_after_which_another_was_added_stays_until_that_is_gone() -> None:
    history = done(inserted(at("open/welcome"), block("one")), Moved(use="one", step="one"))
    history = inserted(history, block("two", kind="statements", sets=["more"]), MORE)
    assert names(history.state) == ["open", "one", "two", "urgency", "end"]
    assert names(undone(undone(history, 5), 6).state) == names(begin())
    voted = done(history, vote("two"))
    assert voted.can_undo() is None


# -- what the journal keeps


def test_it_is_read_by_the_kinds_of_its_steps_or_not_at_all() -> None:
    action = act(1, BlockInserted(after="open", use=block(), sets=[MORE]))
    line = ACTION.dump_json(action)
    assert ACTION.validate_json(line, context={"kinds": KINDS}) == action
    for kinds in ({}, {"statements": KINDS["statements"]}):
        with pytest.raises(ValidationError):
            ACTION.validate_json(line, context={"kinds": kinds})
    with pytest.raises(ValidationError):
        ACTION.validate_json(line)
    with pytest.raises(ValidationError):
        ACTION.validate_json(line.replace(b'"pause":false', b'"pauze":false'), context={"kinds": KINDS})


@pytest.mark.parametrize("use", [3, {}, {"steps": 3}, {"steps": [3]}, {"steps": [{"kind": []}]}])
def test_what_is_no_block_is_refused(use: object) -> None:
    with pytest.raises(ValidationError):
        BlockInserted.model_validate({"after": "open", "use": use}, context={"kinds": KINDS})


def test_the_same_name_twice_changes_nothing() -> None:
    event = BlockInserted(after="open", use=block())
    state = fold(begin(), event)
    assert fold(state, event) == state
