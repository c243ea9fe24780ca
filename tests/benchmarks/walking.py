"""What keys cost while a group goes through a programme, and what walking on and on costs in memory."""

from __future__ import annotations

import itertools
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.storage.letters_note import keep_seen
from facilitator.storage.places import Places
from facilitator.ui.kit.screen_sizes import SMALLEST_ROOM
from tests.benchmarks.side_by_side import Table, reactions
from tests.benchmarks.start import APP, BARE
from tests.benchmarks.watch import Reaction, Watch

PEOPLE = ["3", "Down", "3", "Down", "3"]
"""Three of each, at the check-in of the trial run."""

TO_THE_BALLOTS = ["Enter", "Enter", "Enter", "Enter", "Enter"]
"""From the check-in past the statements that are read aloud, to the first ballot."""


@contextmanager
def evening(size: tuple[int, int] = (80, 24), terminal: str = "") -> Iterator[Watch]:
    """The trial run, at its first step, in folders of its own.

    ``terminal``: the variable of one in which somebody saw letters twice as high.
    """
    with tempfile.TemporaryDirectory() as folder:
        own = {
            "HOME": folder,
            "FACILITATOR_FOLDER": f"{folder}/sessions",
            "FACILITATOR_STATE": f"{folder}/state",
        }
        if terminal:
            own[terminal] = "1"
            keep_seen(Places(Path(folder, "sessions"), Path(folder, "state")), "xterm", seen=True)
        with Watch([*APP, "run", "proefronde"], size, own) as watch:
            watch.painted("Proefronde")
            watch.send(b"Oosterlinde")
            watch.press(*["Enter"] * 6)  # past the fields, and begin
            yield watch


@contextmanager
def bare(name: str, size: tuple[int, int] = (80, 24)) -> Iterator[Watch]:
    """One of the small apps."""
    with Watch([sys.executable, BARE, name], size) as watch:
        watch.painted("klaar")
        yield watch


def _each(watch: Watch, *keys: str) -> Callable[[], Reaction]:
    """Give something that presses the next of these keys, round and round."""
    turn = itertools.cycle(keys)
    return lambda: watch.time(next(turn))


def next_step(count: int = 40) -> list[Table]:
    """From the card to the check-in and back, both saved, beside a page of text that is replaced."""
    with bare("swap") as swap, evening() as app:
        what = {"one page for another": _each(swap, "Enter"), "next step, back": _each(app, "Enter", "Left")}
        return reactions("Next step", count, what)


def digit(count: int = 60) -> list[Table]:
    """A digit at the check-in, which is saved, and one on a ballot, beside one in a field."""
    with bare("input") as field, evening() as app, evening() as vote:
        app.press("Enter")
        what = {
            "digit in a field": _each(field, "1", "Backspace"),
            "people at the check-in": _each(app, "3", "4"),
        }
        vote.press("Enter", *PEOPLE, *TO_THE_BALLOTS)
        what["digit on a ballot"] = _each(vote, "3", "Backspace")
        return reactions("Digit", count, what)


def letters(count: int = 60) -> list[Table]:
    """The same keys in ordinary letters, in letters twice as high, and on the smallest screen of a room."""
    with evening() as app, evening(terminal="XTERM_VERSION") as larger, evening() as small:
        small.resize(*SMALLEST_ROOM)
        names = ("ordinary letters", "letters twice as high", "40x12")
        apps = dict(zip(names, (app, larger, small), strict=True))
        steps = {name: _each(watch, "Enter", "Left") for name, watch in apps.items()}
        tables = reactions("Next step, by letters", count, steps)
        for watch in apps.values():
            watch.press("Enter")
        digits = {name: _each(watch, "3", "4") for name, watch in apps.items()}
        return [*tables, *reactions("Digit at the check-in, by letters", count, digits)]


def memory(steps: int = 300, every: int = 50) -> list[Table]:
    """What the app holds after so many steps, beside pages of text that were replaced as often."""
    with bare("swap", (160, 45)) as swap, evening((160, 45)) as app:
        keys = itertools.cycle(["Enter", "Left"])

        def walk(watch: Watch, press: Callable[[], str]) -> None:
            for _ in range(every):
                watch.time(press(), quiet=0.1)

        rows = {"at the start": [swap.memory(), app.memory()]}
        for done in range(every, steps + 1, every):
            walk(swap, lambda: "Enter")
            walk(app, lambda: next(keys))
            rows[f"after {done}"] = [swap.memory(), app.memory()]
    pages = {name: [values[0]] for name, values in rows.items()}
    walked = {name: [values[1]] for name, values in rows.items()}
    return [Table("Memory, pages of text", "MiB", pages), Table("Memory, steps of a session", "MiB", walked)]
