"""Letters twice as high in a real terminal: what is written, in which, and that nothing stays behind."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from facilitator.storage.letters_note import keep_seen
from facilitator.storage.places import Places
from tests import platform_marks
from tests.journeys.evening import Evening, evening

pytestmark = platform_marks.ptys

STORY: Final = "Oosterlinde is een verzonnen buurt."
LINE: Final = b"\x1b#"
"""How every sequence about the size of a line begins."""
SIZED: Final = b"\x1b]66;"
SAYS: Final = {"xterm": "XTERM_VERSION", "windows-terminal": "WT_SESSION", "kitty": "KITTY_WINDOW_ID"}


@contextmanager
def at_the_story(folder: Path, terminal: str, *, seen: bool) -> Iterator[Evening]:
    """Run the trial round to its first page, in a terminal in which large letters were seen or not."""
    keep_seen(Places(folder / "sessions", folder / "state"), terminal, seen=seen)
    env = {SAYS[terminal]: "1"}
    with evening(folder, "run", "proefronde", size=(80, 24), env=env) as night:
        night.prepare("Molenhoek")
        night.see(STORY.split()[0])
        night.terminal.wait_still()
        yield night


def written(night: Evening) -> bytes:
    """Give all that the app wrote to its terminal."""
    return b"".join(data for _, data in night.terminal.arrivals)


@pytest.mark.parametrize("terminal", SAYS)
def test_without_a_yes_nothing_is_written_for_them(tmp_path: Path, terminal: str) -> None:
    with at_the_story(tmp_path, terminal, seen=False) as night:
        said = written(night)
        assert LINE not in said
        assert SIZED not in said


def test_they_come_with_the_page_and_go_with_it(tmp_path: Path) -> None:
    with at_the_story(tmp_path, "xterm", seen=True) as night:
        story = night.terminal.large_rows()
        assert STORY in story
        night.press("Enter")
        night.see("Vanuit wie antwoordt u?")
        night.terminal.wait_still()
        assert "Vanuit wie antwoordt u?" in " ".join(night.terminal.large_rows())
        assert STORY not in night.terminal.large_rows()
        night.press("w")
        night.terminal.wait_gone("Vanuit wie antwoordt u?")
        night.press("Escape")
        night.see("Vanuit wie antwoordt u?")
        night.press("Left")
        night.see(STORY)
        night.terminal.wait_still()
        assert night.terminal.large_rows() == story


def test_a_page_that_is_too_full_for_them_has_ordinary_letters(tmp_path: Path) -> None:
    with at_the_story(tmp_path, "xterm", seen=True) as night:
        night.terminal.resize(64, 18)
        night.terminal.wait_still()
        assert not night.terminal.emulator.sizes
        assert STORY in night.terminal.screen()
        night.terminal.resize(80, 24)
        night.terminal.wait_still()
        assert STORY in night.terminal.large_rows()


def test_asleep_the_terminal_has_ordinary_letters(tmp_path: Path) -> None:
    with at_the_story(tmp_path, "xterm", seen=True) as night:
        before = night.terminal.large_rows()
        night.terminal.kill(signal.SIGTSTP)
        night.terminal.wait_asleep()
        night.terminal.wait_gone(STORY)
        assert not night.terminal.emulator.sizes
        night.terminal.kill(signal.SIGCONT)
        night.see(STORY)
        night.terminal.wait_still()
        assert night.terminal.large_rows() == before


@pytest.mark.parametrize("way", ["Ctrl+Q", "SIGTERM"])
def test_nothing_of_them_is_left_behind(tmp_path: Path, way: str) -> None:
    with at_the_story(tmp_path, "xterm", seen=True) as night:
        assert night.terminal.emulator.sizes
        if way == "Ctrl+Q":
            night.press(way)
        else:
            night.terminal.kill(signal.Signals[way])
        night.terminal.wait_exit()
        assert not night.terminal.emulator.sizes


def test_a_terminal_that_holds_on_to_them_is_erased_first(tmp_path: Path) -> None:
    with at_the_story(tmp_path, "windows-terminal", seen=True) as night:
        assert STORY in night.terminal.large_rows()
        top = min(night.terminal.emulator.sizes)
        before = len(written(night))
        night.press("Enter")
        night.see("Vanuit wie antwoordt u?")
        assert f"\x1b[{top + 1};1H\x1b[J".encode() in written(night)[before:]


def test_kitty_is_asked_in_its_own_way(tmp_path: Path) -> None:
    with at_the_story(tmp_path, "kitty", seen=True) as night:
        said = written(night)
        assert LINE not in said
        assert f"\x1b]66;s=2;{STORY}\x1b\\".encode() in said
        assert STORY not in night.terminal.screen(), "there it would stand in ordinary letters too"
