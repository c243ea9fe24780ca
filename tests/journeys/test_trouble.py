"""What goes wrong in a community centre: nothing confirmed is lost, and the terminal is left as it was."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import Evening, evening

pytestmark = platform_marks.ptys

ALTERNATE_SCREEN, MOUSE = 1049, 1000


def at_check_in(night: Evening) -> None:
    night.prepare("Oosterlinde")
    night.see("Dit is Oosterlinde")
    night.press("Enter")
    night.see("toehoorders")


@pytest.mark.parametrize("which", ["SIGTERM", "SIGHUP"])
def test_a_signal_closes_the_session_and_the_terminal(tmp_path: Path, which: str) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.count(6, 5)
        night.terminal.kill(signal.Signals[which])
        assert night.terminal.wait_exit() == 143
        assert not {ALTERNATE_SCREEN, MOUSE} & night.terminal.modes
    with evening(tmp_path, "resume") as night:
        night.see("●●●●●●", "●●●●●")


def test_a_kill_loses_nothing_that_was_on_the_wall(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.count(6, 5, 7)
        night.press("p")
        night.see("Parkeren")
        night.say("de verlichting achter de school")
        night.see("Geparkeerd")
        night.terminal.kill(signal.SIGKILL)
        night.terminal.wait_exit()
    with evening(tmp_path, wait="Verder met") as night:
        night.press("Enter")
        night.see("●●●●●●", "●●●●●", "●●●●●●●")
        night.press("l")
        night.see("de verlichting achter de school")


def test_a_kill_among_the_ballots_keeps_those_in_the_box(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.count(4, 3, 3)
        night.press("Enter", "Enter", "Enter", "Enter", "Enter", "Enter")
        night.see("briefje 1 van 4")
        night.type("111222")
        night.press("Enter")
        night.see("briefje 3 van 4")
        night.terminal.kill(signal.SIGKILL)
        night.terminal.wait_exit()
    with evening(tmp_path, "resume") as night:
        night.see("briefje 3 van 4")
        night.enter_ballots([["333", "444"], ["333"] * 3, ["222"] * 3], total=10)
        night.see("Dank u wel")


def test_a_session_is_open_once(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        with evening(tmp_path, "resume") as second:
            second.see("Verder met")
            second.terminal.wait_for("al ergens anders geopend")
        night.count(3)


def test_bytes_that_are_no_text_do_not_end_it(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        night.see("Wijk of buurt")
        night.terminal.send(b"\xff\xfe\xe9 \x1b[M\xe0\xf0\xff")
        night.press("Ctrl+U")
        at_check_in(night)


def test_text_that_looks_like_commands_stays_text(tmp_path: Path) -> None:
    hostile = "[/x] [bold]dik[/] [@click=app.bell]x[/]"
    with evening(tmp_path, "run", "proefronde") as night:
        night.see("Wijk of buurt")
        night.type(hostile)
        night.see(hostile)
        night.terminal.paste("\x1b]0;titel\x07\x1b[2J")
        night.press("Enter", "Enter", "Enter", "Enter", "Enter", "Enter")
        night.see("Dit is Oosterlinde")
        night.press("p")
        night.say(hostile)
        night.press("l")
        night.see(hostile)
        assert night.terminal.emulator.grid.title != "titel"
        assert night.terminal.emulator.unknown == []


def test_a_window_that_is_too_small_says_so_and_waits(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde", size=(64, 18)) as night:
        at_check_in(night)
        night.count(3)
        night.terminal.resize(20, 5)
        night.terminal.wait_for("klein")
        night.press("Enter", "9")
        night.terminal.resize(80, 24)
        night.see("●●●", "toehoorders")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("", encoding="utf-8")  # a file where the folder should be
    with evening(tmp_path, "run", "proefronde") as night:
        night.prepare("Oosterlinde")
        night.terminal.wait_for("De app kan haar eigen map niet gebruiken")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0


def test_a_folder_for_sessions_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("", encoding="utf-8")
    with evening(tmp_path, "run", "proefronde") as night:
        night.prepare("Oosterlinde")
        night.terminal.wait_for(
            re.compile(r"kan geen\s+sessie\s+worden\s+bewaard")
        )  # behind a path of any length
        night.terminal.wait_for("--folder")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
        assert not list((tmp_path / "state").glob("journals/*.journal"))


def test_a_burst_of_keys_is_taken_in_order(tmp_path: Path) -> None:
    """A key that moves on takes effect before the next letter: nothing lands in the wrong field."""
    with evening(tmp_path, "run", "proefronde") as night:
        night.see("Wijk of buurt")
        night.terminal.send(b"Oosterlinde\rmorgen\r\r\r\r")
        screen = night.see("Enter beginnen")
        assert "Oosterlinde" in screen
        assert "morgen" in screen


def test_a_newer_session_file_is_refused_kindly(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.press("q")
        night.see("Verder met")
        night.press("q")
        night.terminal.wait_exit()
        path = night.only("*.toml")
    newer = path.read_text(encoding="utf-8").replace("format = 6", "format = 7", 1)
    path.write_text(newer, encoding="utf-8")
    with evening(tmp_path, "resume", str(path)) as night:
        night.terminal.wait_for("nieuwe")
        night.press("q")
        night.terminal.wait_exit()
    assert path.read_text(encoding="utf-8") == newer
