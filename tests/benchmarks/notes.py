"""How far the notes are behind the wall, how long a page takes that they turn, and what a look costs."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.kinds import kinds
from facilitator.storage.files import Files
from facilitator.storage.journal_follower import JournalFollower
from facilitator.storage.places import Places
from facilitator.storage.wall_mark import WallMark, write_mark
from tests.benchmarks.saving import Evening, timed
from tests.benchmarks.side_by_side import Table, in_turn
from tests.benchmarks.start import APP
from tests.benchmarks.watch import PATIENCE, Watch
from tests.journeys.emulator import Emulator
from tests.journeys.keys import bytes_of

GOAL = 300
"""Milliseconds that the notes may be behind, of ninety-five in a hundred pages."""
SIZES = {"wall": (80, 24), "notes": (64, 18)}
AWAY = 0.037
"""Seconds by which each key comes at another moment between two looks."""


class Eye:
    """Looks when a window came to show another step."""

    def __init__(self, watch: Watch, size: tuple[int, int]) -> None:
        self.watch = watch
        self._emulator = Emulator(*size)
        self._seen = 0

    def sees(self, step: int) -> float:
        """Wait until a step is on the screen; give the moment."""
        until = time.perf_counter() + PATIENCE
        wanted = re.compile(rf"(?:stap|step) {step} ")
        while time.perf_counter() < until:
            for moment, data in self.watch.arrivals[self._seen :]:
                self._seen += 1
                self._emulator.feed(data)
                if not self._emulator.drawing and wanted.search("\n".join(self._emulator.lines())):
                    return moment
            time.sleep(0.002)
        raise RuntimeError(f"no step {step} on the screen:\n" + "\n".join(self._emulator.lines()))


@contextmanager
def side_by_side() -> Iterator[tuple[Watch, Watch]]:
    """A wall at the first step of the trial run, and the notes beside it."""
    with tempfile.TemporaryDirectory() as folder:
        own = {"HOME": folder, "FACILITATOR_FOLDER": f"{folder}/s", "FACILITATOR_STATE": f"{folder}/t"}
        with Watch([*APP, "run", "proefronde"], SIZES["wall"], own) as wall:
            wall.painted("Proefronde")
            wall.send(b"Oosterlinde")
            wall.press(*["Enter"] * 6)
            with Watch([*APP, "notes"], SIZES["notes"], own) as notes:
                notes.painted("Straks")
                yield wall, notes


def following(count: int = 200) -> list[Table]:
    """From the moment a page is on the wall until it is in the notes; and a page that the notes turn."""
    with side_by_side() as (wall, notes):
        on_wall, in_notes = Eye(wall, SIZES["wall"]), Eye(notes, SIZES["notes"])
        behind: list[float] = []
        since_key: list[float] = []
        turned: list[float] = []
        for number in range(count):
            key, step = (("Enter", 2), ("Left", 1))[number % 2]
            time.sleep(AWAY * (number % 7))
            began = time.perf_counter()
            wall.send(bytes_of(key))
            shown, told = on_wall.sees(step), in_notes.sees(step)
            behind.append(max(told - shown, 0) * 1000)
            since_key.append((told - began) * 1000)
        for number in range(count // 4):
            key, step = (("Enter", 2), ("Left", 1))[number % 2]
            time.sleep(AWAY * (number % 7))
            began = time.perf_counter()
            notes.send(bytes_of(key))
            turned.append((on_wall.sees(step) - began) * 1000)
            in_notes.sees(step)
            notes.wait_quiet(0.05)
    late = sorted(behind)
    said = f"p50 {late[len(late) // 2]:.0f}, p95 {late[int(len(late) * 0.95)]:.0f}; the goal is p95 {GOAL}"
    measured = {
        "page on the wall, then in the notes": behind,
        "key on the wall, then in the notes": since_key,
    }
    return [
        Table(f"Notes behind the wall ({said})", "ms", measured),
        Table("A page that the notes turn", "ms", {"key in the notes, then on the wall": turned}),
    ]


def looking(scenario: Path, count: int = 60) -> list[Table]:
    """What a look of the notes costs, in a short evening and in a very long one."""
    with tempfile.TemporaryDirectory() as name:
        what: dict[str, Callable[[], float]] = {}
        for length in (10, 3000):
            evening = Evening(Path(name) / str(length), scenario, length)
            follower = _following(Path(name) / str(length), evening)
            what[f"nothing new, after {length:,}"] = _looked(follower)
            what[f"one action, after {length:,}"] = _one_more(evening, follower)
        first = {
            f"first look, after {length:,}": timed(_first(Path(name) / str(length))) for length in (10, 3000)
        }
        return [
            Table("A look of the notes", "ms", in_turn(count, what)),
            Table("The first look", "ms", in_turn(3, first)),
        ]


def _following(folder: Path, evening: Evening) -> JournalFollower:
    places, files = Places(folder / "sessions", folder / "state"), Files()
    mark = WallMark(evening.store.session, str(evening.store.journal_path), "wall0001", files.now())
    write_mark(files, places, mark)
    follower = JournalFollower(files, places, kinds())
    if follower.look().state is None:
        raise RuntimeError("nothing is followed")
    return follower


def _looked(follower: JournalFollower) -> Callable[[], float]:
    def look() -> None:
        follower.look()

    return timed(look)


def _one_more(evening: Evening, follower: JournalFollower) -> Callable[[], float]:
    mark = evening.store.journal_path.parents[1] / "wall" / f"{evening.store.session}.json"

    def measure() -> float:
        evening.act()
        Files().touch(mark)
        return _looked(follower)()

    return measure


def _first(folder: Path) -> Callable[[], None]:
    places = Places(folder / "sessions", folder / "state")

    def look() -> None:
        for path in places.wall.iterdir():
            Files().touch(path)
        if JournalFollower(Files(), places, kinds()).look().state is None:
            raise RuntimeError("nothing is followed")

    return look
