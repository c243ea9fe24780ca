"""Someone else, or a sync client, changes the file of a session that is open: both stay, and it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import MOSTLY_SMALL, Evening, evening

pytestmark = platform_marks.ptys

CHANGED = "ergens anders veranderd"


def begun(night: Evening) -> Path:
    """Go to the check-in with one line parked, all of it in the session file; give that file."""
    night.prepare("Oosterlinde")
    night.see("Dit is Oosterlinde")
    night.press("Enter")
    night.see("toehoorders")
    night.press("p")
    night.say("regel 1")
    night.see("lijst: 1")
    path = night.only("*.toml")
    night.terminal.wait_until(lambda _: "regel 1" in path.read_text(encoding="utf-8"), "line in the file")
    night.terminal.wait_still()
    return path


def edit(path: Path) -> bytes:
    """Change a file as another program would; give what stands in it then."""
    theirs = path.read_bytes().replace(b"Oosterlinde", b"Westerlinde")
    path.write_bytes(theirs)
    return theirs


def both_are_there(path: Path, theirs: bytes) -> None:
    assert path.read_bytes() == theirs
    ours = path.with_name(f"{path.stem} (conflict).toml").read_text(encoding="utf-8")
    assert "regel 1" in ours
    assert "Oosterlinde" in ours


@pytest.mark.parametrize("size", MOSTLY_SMALL)
def test_while_the_evening_goes_on_it_is_said_and_home_shows_both(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with evening(tmp_path, "run", "proefronde", size=size) as night:
        path = begun(night)
        theirs = edit(path)
        night.count(4)
        said = night.terminal.wait_for(CHANGED)
        assert "Kies straks op het beginscherm welk verdergaat." in " ".join(said.split()), "all of it"
        night.press("q")
        night.see("Verder met", "Oosterlinde", "Westerlinde", "(conflict)")
        night.see("Van 1 sessie zijn er meer bestanden.")
        night.leave()
    both_are_there(path, theirs)


def test_in_the_last_save_it_is_said_at_home(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        path = begun(night)
        theirs = edit(path)
        night.press("q")
        night.see("Verder met", CHANGED)
        night.leave()
    both_are_there(path, theirs)


def test_in_the_last_save_of_who_leaves_at_once_it_is_said_in_the_terminal(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        path = begun(night)
        theirs = edit(path)
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
        assert CHANGED in night.terminal.screen()
    both_are_there(path, theirs)
