"""What one action costs before the screen may show it, in a short evening and in a very long one."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from datetime import time as clock
from pathlib import Path

from facilitator import __version__
from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library
from facilitator.session.commands import move, note, put
from facilitator.session.events import JournalEntry
from facilitator.session.history import History
from facilitator.session.registers import Parked
from facilitator.session.state import About, State
from facilitator.storage.places import Places
from facilitator.storage.store import Store
from tests.benchmarks.side_by_side import Table, in_turn

AT = "2026-11-23T20:00:00"


class Evening:
    """An open session in which so many actions were done."""

    def __init__(self, folder: Path, scenario: Path, length: int) -> None:
        about = About(
            id="abcd2345",
            place="Oosterlinde",
            day=date(2026, 11, 23),
            starts=clock(19, 30),
            keep_until=date(2027, 11, 23),
            made_with=__version__,
        )
        composed = load_scenario(scenario, Library.of(scenario), kinds(), "nl")
        state = State(about=about, scenario=composed)
        self.keys = state.keys()
        self.history = History.from_state(state)
        self.store = Store.begin(Places(folder / "sessions", folder / "state"), state, kinds())
        while self.store.next_seq <= length:
            self.act()

    def act(self) -> None:
        """Do what groups do most: go to a step, and write something down there."""
        number = self.store.next_seq
        state, name = self.history.state, f"{number:08d}"
        key = self.keys[number // 3 % len(self.keys)]
        if number % 3 == 0:
            outcome = move(state, key)
        elif number % 3 == 1 or len(state.parked()) > 100:
            outcome = note(state, state.at.key or key, name, f"Wat er op het plein gebeurt, {number}")
        else:
            outcome = put(state, "parked", name, Parked(text=f"Later: de speeltuin, {number}"))
        assert not hasattr(outcome, "key"), outcome
        action = JournalEntry(seq=number, at=AT, name="bench", where=state.at.key, events=list(outcome))
        self.store.append(action)
        self.history = self.history.add(action)

    def write_file(self) -> float:
        """Write the session file after one more action; give the milliseconds that the file took."""
        self.act()
        return timed(lambda: self.store.save(self.history.state, self.store.next_seq - 1))()


@contextmanager
def _line(folder: Path) -> Iterator[Callable[[], None]]:
    handle = os.open(folder / "line", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    sync = getattr(os, "fdatasync", os.fsync)

    def append() -> None:
        os.write(handle, b"x" * 200 + b"\n")
        sync(handle)

    yield append
    os.close(handle)


def timed(work: Callable[[], None]) -> Callable[[], float]:
    def measure() -> float:
        began = time.perf_counter()
        work()
        return (time.perf_counter() - began) * 1000

    return measure


def saving(scenario: Path, count: int = 60) -> list[Table]:
    """An action until it is durable and known, and the session file that follows in a thread."""
    with tempfile.TemporaryDirectory() as name, _line(Path(name)) as append:
        short = Evening(Path(name) / "short", scenario, 10)
        long = Evening(Path(name) / "long", scenario, 3000)
        acting = {
            "one line, synchronised": timed(append),
            "action after 10": timed(short.act),
            "action after 3,000": timed(long.act),
        }
        writing = {
            "one line, synchronised": timed(append),
            "file after 10": short.write_file,
            "file after 3,000": long.write_file,
        }
        return [
            Table("Saving one action", "ms", in_turn(count, acting)),
            Table("Writing the session file, in a thread", "ms", in_turn(min(count, 10), writing)),
        ]
