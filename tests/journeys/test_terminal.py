"""The terminal of the journeys, with programs small enough to know what they do."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.terminal import Terminal

pytestmark = platform_marks.ptys

ECHO = """
import os, sys, termios, tty
tty.setraw(0)
print("klaar", end="\\r\\n", flush=True)
while (data := os.read(0, 100)) != b"q":
    print(data.hex(" "), end="\\r\\n", flush=True)
"""


def python(
    program: str, size: tuple[int, int] = (80, 24), env: Mapping[str, str | None] | None = None
) -> Terminal:
    return Terminal([sys.executable, "-c", program], size, env)


def test_keys_arrive_and_words_come_back() -> None:
    with python(ECHO) as terminal:
        terminal.wait_for("klaar")
        terminal.press("F1")
        terminal.wait_for("1b 4f 50")
        terminal.press("Escape", "a")
        screen = terminal.wait_for(re.compile(r"^61$", re.MULTILINE))
        assert "1b\n61" in screen
        terminal.type("één")
        terminal.wait_for("c3 a9 c3 a9 6e")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_it_is_a_terminal_of_the_size_that_was_asked() -> None:
    program = "import os, sys; print(*os.get_terminal_size(), os.ttyname(0), os.isatty(2), os.ctermid())"
    with python(program, size=(64, 18)) as terminal:
        assert terminal.wait_exit() == 0
        assert "64 18" in terminal.screen()
        assert "True" in terminal.screen()


def test_the_program_hears_of_another_size() -> None:
    program = """
import os, signal
def tell(*_): print("nu", *os.get_terminal_size(), flush=True)
signal.signal(signal.SIGWINCH, tell)
tell()
while True: signal.pause()
"""
    with python(program, size=(64, 18)) as terminal:
        terminal.wait_for("nu 64 18")
        terminal.resize(100, 30)
        terminal.wait_for("nu 100 30")
        assert len(terminal.screen().split("\n")) == 30


def test_it_controls_the_program_as_a_terminal_does() -> None:
    program = "try:\n  print('klaar', flush=True)\n  input()\nexcept KeyboardInterrupt:\n  print('gestopt')"
    with python(program) as terminal:
        terminal.wait_for("klaar")
        terminal.press("Ctrl+C")
        terminal.wait_for("gestopt")


def test_a_closed_window_is_told_to_the_program(tmp_path: Path) -> None:
    told = tmp_path / "told"
    program = f"""
import pathlib, signal
def tell(*_):
    pathlib.Path({str(told)!r}).write_text("opgehangen")
    raise SystemExit(3)
signal.signal(signal.SIGHUP, tell)
print("klaar", flush=True)
while True: signal.pause()
"""
    with python(program) as terminal:
        terminal.wait_for("klaar")
        terminal.hang_up()
        assert terminal.wait_exit() == 3
    assert told.read_text() == "opgehangen"


def test_a_signal_ends_the_program() -> None:
    with python("import signal\nprint('klaar', flush=True)\nsignal.pause()") as terminal:
        terminal.wait_for("klaar")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == -signal.SIGTERM


def test_questions_of_the_program_are_answered() -> None:
    program = """
import os, tty
tty.setraw(0)
os.write(1, b"\\x1b[c")
print(os.read(0, 100)[:5].hex(" "))
"""
    with python(program) as terminal:
        terminal.wait_for("1b 5b 3f 36 34")


BUSY = """
import os, time, tty
tty.setraw(0)
os.write(1, b"klaar ")
while os.read(0, 1) != b"q":
    done = time.process_time() + 0.5
    while time.process_time() < done:
        pass
    os.write(1, b"gedaan ")
while True:
    pass
"""


def test_a_program_that_works_without_a_word_is_not_still() -> None:
    with python(BUSY) as terminal:
        terminal.wait_for("klaar")
        terminal.send(b"abc")
        terminal.wait_still()
        assert terminal.screen().count("gedaan") == 3
        terminal.press("q")
        with pytest.raises(AssertionError, match=r"not still within 0\.1 s; the program is running"):
            terminal.wait_still(timeout=0.1)


def test_what_is_not_there_is_told_with_the_screen() -> None:
    with python(ECHO) as terminal:
        terminal.wait_for("klaar")
        with pytest.raises(
            AssertionError, match=r"'dag' on the screen; the program is running(?s:.)*\|klaar"
        ):
            terminal.wait_for("dag", timeout=0.01)
        with pytest.raises(AssertionError, match="without 'klaar'"):
            terminal.wait_gone("klaar", timeout=0.01)
        with pytest.raises(AssertionError, match="still running"):
            terminal.wait_exit(timeout=0.01)


def test_waiting_stops_when_the_program_does() -> None:
    with python("print('niets'); raise SystemExit(4)") as terminal:
        with pytest.raises(AssertionError, match=r"ended with no 'dag' .* ended with 4(?s:.)*\|niets"):
            terminal.wait_for("dag")
        assert terminal.find("niets") == (0, 0)


def test_no_program_is_left_behind() -> None:
    with python(ECHO) as terminal:
        terminal.wait_for("klaar")
    assert terminal.process.returncode == -signal.SIGKILL


def test_what_is_set_for_the_program() -> None:
    program = "import os; print(os.environ.get('DAG'), os.environ.get('LANG'), os.environ['TERM'], 'klaar')"
    with python(program, env={"DAG": "hallo", "LANG": None}) as terminal:
        assert "hallo None xterm-256color" in terminal.wait_for("klaar")


A_SMALL_APP = """
from textual.app import App
from textual.widgets import Input, Label
class Small(App):
    CSS = "Screen { background: #102030; color: #ffffff; } Label { margin: 1 2; }"
    def compose(self):
        yield Label("een stelling", id="label")
        yield Input(select_on_focus=False)
    def on_input_submitted(self, event):
        self.query_one("#label", Label).update(f"gezegd: {event.value}")
    def on_resize(self, event):
        self.query_one(Input).value = f"{event.size.width}x{event.size.height}"
    def key_f10(self):
        self.exit(return_code=3)
app = Small()
print("tot straks")
app.run()
raise SystemExit(app.return_code)
"""


def test_an_app_as_people_see_it() -> None:
    with python(A_SMALL_APP) as terminal:
        terminal.wait_for("80x24")
        assert terminal.colours(*terminal.find("een")).background == "102030"
        assert 1049 in terminal.modes
        terminal.resize(64, 18)
        terminal.wait_for("64x18")
        terminal.press("Backspace")
        terminal.wait_gone("64x18")
        terminal.press("7", "Enter")
        terminal.wait_for("gezegd: 64x17")
        terminal.paste(" briefjes")
        terminal.wait_for("64x17 briefjes")
        terminal.press("F10")
        assert terminal.wait_exit() == 3
        assert terminal.screen().startswith("tot straks\n")
        assert terminal.modes == {7, 25}
        assert terminal.emulator.keyboards == 0
        assert terminal.emulator.unknown == []
