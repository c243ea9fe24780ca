"""A session that is open: begun, added to, saved, closed, opened again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.problems import Problem
from facilitator.session.events import Action
from facilitator.storage.places import Places
from facilitator.storage.store import Opened, Store
from tests.storage.story import KINDS, act, begin, folded, noted


class Clock:
    """Alarms that go off when a test says so."""

    def __init__(self) -> None:
        self.set: list[Callable[[], None]] = []

    def later(self, seconds: float, call: Callable[[], None]) -> Clock:
        assert seconds <= 2
        self.set.append(call)
        return self

    def cancel(self) -> None:
        self.set.clear()

    def ring(self) -> None:
        calls, self.set = self.set, []
        for call in calls:
            call()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "sessions", tmp_path / "state")


def opened(places: Places, path: Path | str) -> Opened:
    return Store.open(places, path, KINDS)


def codes(news: Iterator[Problem] | list[Problem]) -> list[str]:
    return [problem.code for problem in news]


STORY = [noted(1, "Het is mooi"), noted(2, "En druk"), act(3, undo=2)]


def tell(store: Store, actions: list[Action]) -> None:
    for action in actions:
        store.append(action)


def test_a_closed_session_opens_again_from_its_file(places: Places) -> None:
    store = Store.begin(places, begin())
    tell(store, STORY)
    store.close(folded(begin(), STORY), 3)
    assert store.path == places.sessions / "zandpoort" / "2026-11-23-start.toml"
    assert [path.name for path in places.sessions.rglob("*") if path.is_file()] == [store.path.name]
    assert [path for path in places.state.rglob("*") if path.is_file()] == []
    again = opened(places, store.path)
    assert again.history.state == folded(begin(), STORY)
    assert again.news == []
    assert again.store.next_seq == 4
    again.store.append(noted(4, "Nog iets"))
    again.store.let_go()


def test_a_session_that_was_not_closed_brings_everything_back(places: Places) -> None:
    store = Store.begin(places, begin())
    tell(store, STORY)
    store.let_go()
    again = opened(places, store.path)
    assert again.history.state == folded(begin(), STORY)
    assert codes(again.news) == ["storage.recovered"]
    assert again.history.can_undo() == STORY[0]
    again.store.append(act(4, redo=2))
    again.store.let_go()
    assert "n0000002" in opened(places, "abcd1234").history.state.notes
