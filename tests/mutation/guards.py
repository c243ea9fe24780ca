"""Which tests guard a module: those that are written for it, and a wider set for what these let through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library, built_in
from tests.walks.chains import chains

Run = tuple[str, ...]
"""What pytest is asked to run, in one process."""

OF_EVERY_KIND: Final = ("test_examples.py", "test_contract.py", "test_fits.py")
"""What ``tests/steps`` asks of all kinds."""
WALKS: Final = 2
"""Programmes that are walked for a kind: the shortest that hold it."""
WALK: Final = "tests/walks/test_walks.py::test_every_programme_leads_from_the_door_to_the_report"
STORAGE: Final[Run] = (
    "tests/storage",
    "--ignore=tests/storage/test_failing.py",
    "--ignore=tests/storage/test_kill.py",
    "--ignore=tests/storage/test_machine.py",
    "--ignore=tests/storage/test_power.py",
)
"""Without what enumerates all failures of a disk: that takes long, and is about the disk."""


class Guards(NamedTuple):
    """What is run against a change, in this order, until one finds it."""

    own: Sequence[Run]
    wider: Sequence[Run]


def guards_of(path: Path) -> Guards:
    """Give the tests that guard a module; ``path`` is seen from the root of the checkout.

    Raises KeyError for a module outside the four folders that are sampled.
    """
    folder = path.parts[1]
    if folder == "steps" and len(path.parts) > 3:
        return _of_a_kind(path.parts[2])
    return OF_FOLDERS[folder]


def _of_a_kind(kind: str) -> Guards:
    own = (f"tests/steps/{kind}", *(f"tests/steps/{name}" for name in OF_EVERY_KIND), "-k", kind)
    shared = [("tests/tables", "tests/scenario", "tests/words"), ("tests/secrecy", "tests/ui"), STORAGE]
    return Guards([own, ("tests/report",)], [walks_of(kind), *shared])


def walks_of(kind: str) -> Run:
    """Give the walks through the shortest programmes that hold a kind."""
    holding = sorted((steps, names[0]) for names, steps, held in _programmes() if kind in held)
    return tuple(f"{WALK}[{first}-64x18]" for _, first in holding[:WALKS])


@cache
def _programmes() -> list[tuple[list[str], int, set[str]]]:
    """Give the programmes that follow each other, how many steps they have and of which kinds."""
    found = []
    for names in chains():
        paths = [built_in() / f"{name}.toml" for name in names]
        scenarios = [load_scenario(path, Library.of(path), kinds(), "nl") for path in paths]
        held = [step.kind for scenario in scenarios for _, step in scenario.places()]
        found.append((names, len(held), set(held)))
    return found


OF_FOLDERS: Final = {
    "report": Guards(
        [("tests/report",), ("tests/steps", "-k", "report")],
        [
            walks_of("card"),
            ("tests/secrecy", "tests/words"),
            ("tests/test_cli.py",),
            ("tests/hostile",),
            STORAGE,
        ],
    ),
    "session": Guards(
        [("tests/session",), ("tests/steps", "-k", "commands or findings"), ("tests/secrecy",)],
        [
            *(("tests/report",), STORAGE, ("tests/steps", "-k", "not commands and not findings")),
            *(("tests/ui",), walks_of("review"), ("tests/insight", "tests/scenario")),
        ],
    ),
    "kinds": Guards(
        [("tests/steps/test_contract.py", "tests/report"), ("tests/steps", "-k", "report")],
        [walks_of("statements"), ("tests/scenario", "tests/words"), ("tests/insight",)],
    ),
    "steps": Guards([("tests/steps/test_contract.py",)], [("tests/scenario",)]),
}
