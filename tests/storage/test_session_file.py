"""A session as a text that gives itself back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.session.events import Action
from facilitator.session.state import State
from facilitator.storage.session_file import read_text, write_text
from tests.storage.story import KINDS, begin, evenings, folded


def in_order(state: State) -> list[object]:
    """Give what equality of mappings does not look at: their order."""
    registers = {name: [*entries] for name, entries in state.registers.items()}
    return [registers, [*state.rounds], [*state.results], [*state.notes], [*state.people], [*state.begun]]


@given(evenings(), st.integers(0, 10**9))
def test_what_is_written_is_read_back(actions: list[Action], seq: int) -> None:
    state = folded(begin(), actions)
    text = write_text(state, seq)
    loaded = read_text(text, KINDS)
    assert loaded.state == state
    assert in_order(loaded.state) == in_order(state)
    assert (loaded.seq, loaded.seal) == (seq, "ok")
    assert write_text(loaded.state, loaded.seq) == text


@given(evenings(most=6))
def test_a_bom_and_windows_line_ends_are_no_change(actions: list[Action]) -> None:
    state = folded(begin(), actions)
    text = "\ufeff" + write_text(state, 3).replace("\n", "\r\n")
    loaded = read_text(text, KINDS)
    assert (loaded.state, loaded.seal) == (state, "ok")
