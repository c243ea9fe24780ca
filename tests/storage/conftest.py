"""What tests of an open session share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from facilitator.problems import Problem, Refused
from facilitator.session.events import JournalEntry
from facilitator.storage.places import Places
from facilitator.storage.store import Opened, Store
from facilitator.words import LANGUAGES, Words
from tests.storage.story import KINDS, begin, folded


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


class Room:
    """A laptop with its folders, on which sessions are held; no alarm goes off by itself."""

    def __init__(self, folder: Path) -> None:
        self.places = Places(folder / "sessions", folder / "state")
        self.clock = Clock()
        self.told: list[Problem] = []

    def begin(self, session: str = "abcd1234", place: str = "Zandpoort") -> Store:
        state = begin(session, place)
        return Store.begin(self.places, state, KINDS, later=self.clock.later, tell=self.told.append)

    def open(self, path: Path | str) -> Opened:
        return Store.open(self.places, path, KINDS, later=self.clock.later, tell=self.told.append)

    def crashed(self, story: list[JournalEntry], saved: int = 0) -> Path:
        """Hold a session of which the first actions were saved in its file, and stop without closing."""
        store = self.begin()
        for action in story[:saved]:
            store.append(action)
        store.save(folded(begin(), story[:saved]), saved)
        for action in story[saved:]:
            store.append(action)
        store.let_go()
        return store.path

    def closed(self, story: list[JournalEntry]) -> Path:
        store = self.begin()
        for action in story:
            store.append(action)
        store.close(folded(begin(), story), len(story))
        return store.path

    @property
    def journal(self) -> Path:
        return self.places.journal("abcd1234")

    def files(self) -> list[str]:
        """Give the names of all files there are, in both folders; not of the copies that are kept a week."""
        return sorted(
            path.name
            for folder in (self.places.sessions, self.places.state)
            for path in folder.rglob("*")
            if path.is_file() and self.places.earlier not in path.parents
        )


WARNINGS = {
    "storage.recovered",
    "storage.torn",
    "storage.journal_damaged",
    "storage.hand_edit",
    "storage.no_end",
    "storage.damaged",
    "storage.from_earlier",
    "storage.conflict",
    "storage.saved_again",
    "storage.file_saved_again",
}
"""What is told while everything goes on; all else stops something."""

OF_A_FILE = {
    "storage.hand_edit",
    "storage.no_end",
    "storage.damaged",
    "storage.conflict",
    "storage.other_file",
    "storage.no_file",
    "storage.unreadable",
    "storage.too_large",
    "storage.link",
    "storage.empty",
    "storage.encoding",
    "storage.syntax",
    "storage.not_a_session",
    "storage.cut_off",
    "storage.earlier_damaged",
    "storage.no_step",
    "storage.no_actor",
    "storage.no_task",
}
"""What says nothing to who does not know which file is meant."""


def codes(news: Iterable[Problem]) -> list[str]:
    """Give the codes of problems, each of which can be said, as what it is and of which file."""
    said = list(news)
    for problem in said:
        for language in LANGUAGES:
            assert problem.line(Words(language))
        assert problem.severity == ("warning" if problem.code in WARNINGS else "error"), problem
        named = problem.code in OF_A_FILE or problem.code.startswith("scenario.")
        assert not named or str(problem.place) not in {"", "None"}, problem
    return [problem.code for problem in said]


def refusals(call: Callable[[], object]) -> list[str]:
    """Give the codes of the problems with which something is refused."""
    with pytest.raises(Refused) as caught:
        call()
    return codes(caught.value.problems)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)
