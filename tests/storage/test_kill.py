"""The app is killed while it works; every action it said was safe comes back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.conftest import Room

TYPIST = """
import sys
from pathlib import Path
from facilitator.session.history import History
from facilitator.storage.places import Places
from facilitator.storage.store import Store
from tests.storage.story import KINDS, begin, noted

places = Places(Path(sys.argv[1]), Path(sys.argv[2]))
if sys.argv[3] == "begin":
    store, history = Store.begin(places, begin(), KINDS), History.from_state(begin())
else:
    opened = Store.open(places, "abcd1234", KINDS)
    store, history = opened.store, opened.history
while True:
    action = noted(store.next_seq, f"regel {store.next_seq}")
    store.append(action)
    print(action.seq, flush=True)
    history = history.add(action)
    store.save_soon(history.state, action.seq)
    if action.seq % 5 == 0:
        store.save(history.state, action.seq)
"""


def type_until_killed(room: Room, how: str, lines: int) -> int:
    """Let someone type, kill the app after so many lines, and give the last line it called safe."""
    arguments = [sys.executable, "-c", TYPIST, str(room.places.sessions), str(room.places.state), how]
    checkout = Path(__file__).parents[2]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=checkout) as typist:
        assert typist.stdout is not None
        for _ in range(lines):
            assert typist.stdout.readline()
        typist.kill()
        said = typist.stdout.read().split(b"\n")  # the last is empty, or half a number
    return int(said[-2]) if len(said) > 1 else lines


def kills(room: Room, lines: list[int]) -> None:
    for n, count in enumerate(lines):
        safe = type_until_killed(room, "open" if n else "begin", count)
        again = room.open("abcd1234")
        last = again.store.next_seq - 1
        assert last >= safe
        assert [note.text for note in again.history.state.notes.values()] == [
            f"regel {seq}" for seq in range(1, last + 1)
        ]
        again.store.let_go()


def test_what_was_called_safe_survives_a_few_kills(room: Room) -> None:
    kills(room, [1, 7, 23])


@pytest.mark.slow
def test_what_was_called_safe_survives_many_kills(room: Room) -> None:
    kills(room, [n * 7 % 31 + 1 for n in range(60)])
