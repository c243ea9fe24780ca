"""Taking back and doing again, whatever was done."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.session.events import Event, JournalEntry, Moved, Noted, PeopleChanged, RoundOpened
from facilitator.session.fold import fold_actions
from facilitator.session.history import History
from facilitator.session.state import State
from tests.storage.story import act, begin, evenings, lasting, undoable


def in_order(state: State) -> str:
    """Give a state with the order of its mappings, which equality does not look at."""
    return repr(state)


def after(history: History, *events: Event) -> History:
    return history.add(act(len_of(history) + 1, *events))


def len_of(history: History) -> int:
    return max((each.seq for each in history.actions), default=0)


@given(st.lists(st.lists(undoable, min_size=1, max_size=3), min_size=1, max_size=12), evenings(most=8))
def test_undo_goes_all_the_way_back_and_redo_all_the_way_forward(
    done: list[list[Event]], before: list[JournalEntry]
) -> None:
    base = fold_actions(begin(), [each for each in before if each.events])
    history = History.from_state(base)
    states = [in_order(history.state)]
    for seq, events in enumerate(done, 1):
        history = history.add(act(seq, *events))
        states.append(in_order(history.state))
    seq = len(done)
    for expected in reversed(states[:-1]):
        last = history.can_undo()
        assert last is not None
        seq += 1
        history = history.add(act(seq, undo=last.seq))
        assert in_order(history.state) == expected
    assert history.can_undo() is None
    for expected in states[1:]:
        again = history.can_redo()
        assert again is not None
        seq += 1
        history = history.add(act(seq, redo=again.seq))
        assert in_order(history.state) == expected
    assert history.can_redo() is None


@given(evenings())
def test_replaying_gives_what_adding_one_by_one_gave(actions: list[JournalEntry]) -> None:
    history = History.from_state(begin())
    for action in actions:
        history = history.add(action)
    again = History.replay(begin(), actions)
    assert in_order(again.state) == in_order(history.state)
    assert (again.undone, again.can_undo(), again.can_redo()) == (
        history.undone,
        history.can_undo(),
        history.can_redo(),
    )


@given(evenings(most=12), undoable)
def test_what_was_undone_is_gone_for_good_after_something_new(
    actions: list[JournalEntry], new: Event
) -> None:
    history = History.replay(begin(), actions)
    last = history.can_undo()
    seq = len(actions) + 1
    if last is not None:
        history = history.add(act(seq, undo=last.seq))
    history = history.add(act(seq + 1, new))
    assert history.can_redo() is None
    found = history.can_undo()
    assert found is not None
    assert found.seq == seq + 1


@given(evenings(most=12), lasting)
def test_moves_votes_and_the_clock_are_never_undone(actions: list[JournalEntry], event: Event) -> None:
    history = History.replay(begin(), actions)
    seq = len(actions) + 1
    mixed = history.add(act(seq, Noted(id="n0000000", use="open", step="welcome", text="x"), event))
    undone = mixed.add(act(seq + 1, undo=seq))
    alone = history.add(act(seq, event))
    assert in_order(undone.state) == in_order(alone.state)
    later = undone.add(act(seq + 2, PeopleChanged(who="policy", count=1)))
    assert in_order(later.state) == in_order(
        alone.add(act(seq + 2, PeopleChanged(who="policy", count=1))).state
    )


def test_undoing_what_came_with_a_vote_leaves_the_vote() -> None:
    vote = RoundOpened(
        id="aaaaaaaa",
        use="urgency",
        step="vote",
        way="paper",
        grouping="total",
        statements=["s1"],
        expected={"residents": 4},
    )
    history = History.from_state(begin()).add(act(1, PeopleChanged(who="residents", count=4), vote))
    history = history.add(act(2, undo=1))
    assert history.state.people == {}
    assert list(history.state.rounds) == ["aaaaaaaa"]


@given(evenings())
def test_undo_works_the_same_after_a_walk_through_the_programme(actions: list[JournalEntry]) -> None:
    history = History.replay(begin(), actions)
    seq = len(actions) + 1
    here, there = (Moved(use="end", step="agree"), Moved(use="open", step="welcome"))
    walked = history.add(act(seq, here)).add(act(seq + 1, there))
    assert walked.can_undo() == history.can_undo()
    assert walked.can_redo() == history.can_redo()


def test_a_hundredth_vote_is_no_reason_to_stop() -> None:
    history = History.from_state(begin())
    for n in range(101):
        opened = RoundOpened(
            id=f"r{n:07}",
            use="urgency",
            step="vote",
            way="hands",
            grouping="total",
            statements=["s1"],
            expected={},
        )
        history = after(history, opened)
    assert len(history.state.rounds) == 101
