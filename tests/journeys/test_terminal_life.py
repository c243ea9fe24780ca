"""What a terminal goes through in an evening: nothing confirmed is lost, and it is left as it was."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import Evening, evening
from tests.journeys.terminal import ESCAPE_ALONE, PATIENCE, Terminal

pytestmark = platform_marks.ptys

ALTERNATE_SCREEN, CURSOR = 1049, 25
MOUSE = {1000, 1002, 1003, 1006, 1015, 1016}


def at_check_in(night: Evening) -> None:
    night.prepare("Oosterlinde")
    night.see("Dit is Oosterlinde")
    night.press("Enter")
    night.see("toehoorders")


def left_as_it_was(terminal: Terminal) -> None:
    assert not ({ALTERNATE_SCREEN} | MOUSE) & terminal.modes
    assert CURSOR in terminal.modes
    assert terminal.emulator.keyboards == 0
    assert terminal.emulator.unknown == []


def resumed(folder: Path, *seen: str) -> None:
    """Go on in another terminal, with all of this on the wall."""
    with evening(folder, "resume") as night:
        night.see(*seen)


# -- any byte


GARBAGE = [
    *(bytes([byte]) for byte in range(0x80, 0x100)),
    b"\x00\x0e\x0f\x1c\x1d\x1e\x1f",
    "café".encode("latin-1"),
    b"\x1b[M\xe0\xf0\xff\x1b[M !\xc3",
    b"\x1b[<0;999999999;12M\x1b[<35;1111M\x1b[<64;2;",
    b"\x1b[99999999;1u\x1b[1114112u\x1b[55~",
    b"\x1b[48;9999;9999;1;1t\x1b[48;0;0;0;0t\x1b[?2048;1$y",
    b"\x1b]52;c;MTExMjIy\x07\x1bP111\x1b\\\x1b_222\x1b\\",
    b"\x1b[" + b"1;" * 300 + b"m",
    b"\x1b[200~111\x1b[2J222\r\x1b[A\x11333\x1b[201~",
]


def test_no_byte_is_an_answer(tmp_path: Path, figure: Callable[[str], None]) -> None:
    """Where digits are ballots, nothing that a terminal may send by itself is one."""
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.count(4, 3, 3)
        night.press("Enter", "Enter", "Enter", "Enter", "Enter")
        night.see("briefje 1 van 4")
        night.type("11")
        night.terminal.wait_still()
        before = night.terminal.screen()
        for data in GARBAGE:
            night.terminal.send(data)
            if b"\x1b" in data:
                night.terminal.wait_still(ESCAPE_ALONE)
        night.terminal.wait_for("Hier staat geen regel open.")  # where something was pasted
        night.press("PageUp")
        night.terminal.wait_gone("Hier staat geen regel open.")
        night.terminal.wait_still()
        assert night.terminal.screen() == before
        night.type("1")
        night.press("Enter")
        night.see("briefje 2 van 4")
    figure(f"bytes that are no key: {len(GARBAGE)} sorts in a vote, 0 taken for an answer")


def test_every_byte_in_a_field(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        night.see("Wijk of buurt")
        leaves = {0x03, 0x11, 0x0D, 0x0A, 0x1B}  # what a person presses to go on or away
        for byte in sorted(set(range(256)) - leaves):
            night.terminal.send(bytes([byte]))
        night.press("F1")
        night.terminal.wait_for("Esc sluiten")
        night.press("Escape")
        night.see("Wijk of buurt")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
        left_as_it_was(night.terminal)


@pytest.mark.parametrize("marked", [True, False], ids=["marked as pasted", "as keys"])
def test_a_megabyte_is_pasted(tmp_path: Path, *, marked: bool) -> None:
    text = b"duizend woorden in de wijk " * 40_000
    size = len(text) if marked else 4_000  # each is a key then
    data = b"\x1b[200~" + text + b"\x1b[201~" if marked else text[:size]
    with evening(tmp_path, "run", "proefronde") as night:
        night.see("Wijk of buurt")
        sent = 0
        while sent < len(data):
            sent += os.write(night.terminal._master, data[sent : sent + 4096])
        night.terminal.wait_for("te veel om in één keer" if marked else "duizend woorden")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
        left_as_it_was(night.terminal)


# -- signals and windows


def test_a_window_that_is_closed_ends_it_and_loses_nothing(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.count(6, 5)
        night.terminal.hang_up()
        assert night.terminal.process.wait(PATIENCE) == 143
        assert list((tmp_path / "state").glob("crashes/*")) == []
        assert list((tmp_path / "state").glob("journals/*.journal")) == []
    resumed(tmp_path, "●●●●●●", "●●●●●")


def test_two_signals_close_it_once(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.count(6)
        for which in (signal.SIGHUP, signal.SIGTERM, signal.SIGHUP):
            night.terminal.kill(which)
        assert night.terminal.wait_exit() == 143
        left_as_it_was(night.terminal)
        assert list((tmp_path / "state").glob("journals/*.journal")) == []


def test_it_is_put_to_sleep_and_woken(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.count(6)
        night.terminal.wait_still()
        before = night.terminal.screen()
        night.terminal.kill(signal.SIGTSTP)
        night.terminal.wait_gone("toehoorders")
        assert ALTERNATE_SCREEN not in night.terminal.modes
        assert not MOUSE & night.terminal.modes
        night.terminal.wait_asleep()
        night.terminal.kill(signal.SIGCONT)
        night.terminal.wait_until(lambda screen: screen == before, "the whole screen as it was")
        night.press("Down")
        night.type("5")
        night.see("●●●●●")
        night.press("q")
        night.terminal.wait_for("Verder met")
        night.press("q")
        assert night.terminal.wait_exit() == 0
        left_as_it_was(night.terminal)


def test_it_is_stopped_without_being_asked_and_goes_on_over_what_others_drew(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.count(6)
        night.terminal.wait_still()
        before = night.terminal.screen()
        for _ in range(2):
            night.terminal.kill(signal.SIGSTOP)
            night.terminal.wait_asleep()
            night.terminal.draw(b"\x1b[2J\x1b[1;1H$ fg\r\n")
            assert "toehoorders" not in night.terminal.screen()
            night.terminal.kill(signal.SIGCONT)
            night.terminal.wait_until(lambda screen: screen == before, "the whole screen as it was")
        night.press("Down")
        night.type("5")
        night.see("●●●●●")
        night.terminal.kill(signal.SIGTERM)
        night.terminal.kill(signal.SIGCONT)  # as shells do, so that one who sleeps hears it
        assert night.terminal.wait_exit() == 143
        left_as_it_was(night.terminal)


@pytest.mark.parametrize("size", [(1, 1), (2, 100), (400, 1)], ids=str)
def test_a_window_becomes_nothing_and_comes_back(tmp_path: Path, size: tuple[int, int]) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.count(3)
        night.terminal.resize(*size)
        night.terminal.wait_still()
        night.press("Enter", "9", "q")
        night.terminal.resize(80, 24)
        night.see("●●●", "toehoorders")


def test_a_session_is_not_changed_by_who_comes_second(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        night.count(3)
        path = night.only("*.toml")
        night.terminal.wait_until(
            lambda _: "[people]\nbeleid = 3\n" in path.read_text(encoding="utf-8"), "count in the file"
        )
        night.terminal.wait_still()
        before = path.read_bytes(), [each.read_bytes() for each in (tmp_path / "state").rglob("*.journal")]
        with evening(tmp_path, "resume") as second:
            second.terminal.wait_for("al ergens anders geopend")
            second.press("Enter")
            second.terminal.wait_for("al ergens anders geopend")
            second.press("q")
            assert second.terminal.wait_exit() == 0
        assert before == (
            path.read_bytes(),
            [each.read_bytes() for each in (tmp_path / "state").rglob("*.journal")],
        )
        night.press("Down")
        night.type("4")
        night.see("●●●●")


# -- a line that is slow, and a terminal in a terminal


class SlowTerminal(Terminal):
    """A line of 1,200 bytes a second, as a modem had, or a village at the end of a mobile mast."""

    per_second = 1200

    def _take(self, data: bytes) -> None:
        for start in range(0, len(data), 120):
            time.sleep(120 / self.per_second)
            super()._take(data[start : start + 120])


@pytest.mark.slow
def test_over_a_slow_line_keys_keep_their_order(tmp_path: Path) -> None:
    env = {"FACILITATOR_FOLDER": str(tmp_path / "sessions"), "FACILITATOR_STATE": str(tmp_path / "state")}
    command = [sys.executable, "-m", "facilitator", "run", "proefronde"]
    with SlowTerminal(command, size=(64, 18), env=env) as terminal:
        terminal.wait_for("Wijk of buurt", 60)
        terminal.send(b"Oosterlinde\r\r\rhet buurthuis aan de dijk\r")
        terminal.wait_for("Enter beginnen", 120)
        assert "Oosterlinde" in terminal.screen()
        assert "het buurthuis aan de dijk" in terminal.screen()
        terminal.send(b"\r\r6")
        terminal.wait_for("●●●●●●", 120)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit(60) == 143


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not on this machine")
def test_inside_tmux(tmp_path: Path) -> None:
    """Leaving the terminal and coming back, with what a terminal says of its mouse in between."""
    socket = str(tmp_path / "s")
    env = {
        "FACILITATOR_FOLDER": str(tmp_path / "sessions"),
        "FACILITATOR_STATE": str(tmp_path / "state"),
        "TMUX": None,
        "LC_ALL": "C.UTF-8",
    }
    tmux = ["tmux", "-S", socket, "-f", "/dev/null"]
    program = f"{sys.executable} -m facilitator run proefronde; echo code $?; sleep 30"
    with Terminal([*tmux, "new-session", program], size=(80, 25), env=env) as terminal:
        terminal.wait_for("Wijk of buurt")
        terminal.send(b"Oosterlinde\r\r\r\r\r")
        terminal.wait_for("Enter beginnen")
        terminal.press("Ctrl+B")
        terminal.press("d")
        terminal.wait_exit()
    with Terminal([*tmux, "attach"], size=(90, 30), env=env) as terminal:
        try:
            terminal.wait_for("Enter beginnen")
            terminal.send(b"\x1b[M !\xf0\x1b[<0;200;200M")
            terminal.wait_still()
            terminal.press("Enter")
            terminal.wait_for("Dit is Oosterlinde")
            terminal.press("Ctrl+Q")
            terminal.wait_for(re.compile("code 0"))
        finally:
            subprocess.run([*tmux, "kill-server"], check=False, env={**os.environ, "TMUX": ""})
            terminal.wait_exit()


# -- a mistake of ours

BROKEN = """
import sys
from facilitator.cli import main
from facilitator.steps.checkin.view import CheckinView
show = CheckinView.show
def broken(self):
    show(self)
    if 7 in self.desk.state.people.values():
        raise RuntimeError("geheim antwoord")
CheckinView.show = broken
raise SystemExit(main(sys.argv[1:]))
"""


def test_a_mistake_of_ours_says_where_the_work_is(tmp_path: Path) -> None:
    env = {"FACILITATOR_FOLDER": str(tmp_path / "sessions"), "FACILITATOR_STATE": str(tmp_path / "state")}
    with Terminal([sys.executable, "-c", BROKEN, "run", "proefronde"], env=env) as terminal:
        at_check_in(Evening(terminal, tmp_path / "sessions", tmp_path / "state"))
        terminal.type("7")
        assert terminal.wait_exit() == 1
        left_as_it_was(terminal)
        screen = terminal.screen().replace("\n", "")
    (kept,) = (tmp_path / "state/crashes").glob("*.txt")
    assert "Alles wat u hebt bevestigd, is bewaard. Typ facilitator om verder te gaan." in screen
    assert "Traceback" not in screen
    assert "geheim" not in screen + kept.read_text(encoding="utf-8")
    assert "RuntimeError" in kept.read_text(encoding="utf-8")
    resumed(tmp_path, "toehoorders", "●●●●●●●")
