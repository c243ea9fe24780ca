"""Hostile text wherever text is shown, in a real terminal: nothing but the app's own sequences gets there."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from pathlib import Path

import pytest

from facilitator.session.state import State
from facilitator.storage.session_file import write_text
from tests.hostile.payloads import HARMLESS, PAYLOADS, acts
from tests.journeys.evening import PROGRAM, evening
from tests.report.hostile import with_text
from tests.report.made_up import evening as made_up

TOGETHER = "".join(said for name, said in PAYLOADS.items() if name != "long")
"""All that fit in a line at once, for every run; one by one under ``slow``."""

PANELS = ["F1", "l", "w", "g", "i", "k"]
STEPS = made_up().keys()


@cache
def everywhere() -> str:
    """Give a session file with a mark wherever a text can stand."""
    return write_text(with_text(made_up(), HARMLESS), 1)


def session_with(said: str, step: str, path: Path) -> None:
    """Write a session in which this text stands everywhere, as an attacker would."""
    state: State = made_up()
    text = everywhere().replace(f'at = "{state.at.key}"', f'at = "{step}"')
    assert text.count(HARMLESS) > 60
    path.parent.mkdir(parents=True, exist_ok=True)
    escaped = (
        json.dumps(said)[1:-1]
        .replace("\x7f", "\\u007f")
        .replace("\\ud", "\\uFFFD")
        .replace("\x9b", "\\u009b")
    )
    path.write_text(text.replace(HARMLESS, escaped), encoding="utf-8")


def written(folder: Path, said: str, step: str) -> tuple[set[str], str]:
    """Open a session at a step, look into all panels, and give what the terminal was made to do."""
    path = folder / "sessions/wijk/avond.toml"
    session_with(said, step, path)
    with evening(folder, "resume", str(path)) as night:
        night.terminal.wait_for("F1 hulp")
        night.terminal.wait_quiet()
        seen = night.terminal.screen()
        for panel in PANELS:
            night.press(panel)
            night.terminal.wait_quiet(0.05)
            night.press("Escape")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
        assert night.terminal.emulator.unknown == []
        assert night.terminal.emulator.clipboard == ""
        assert "titel" not in night.terminal.emulator.grid.title
        all_of_it = b"".join(data for _, data in night.terminal.arrivals)
        assert all_of_it.count(b"\x1b[?1049l") == all_of_it.count(b"\x1b[?25h") == 1  # its own, at the end
        return acts(all_of_it), seen


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Give what the app itself makes a terminal do."""
    found, seen = written(tmp_path_factory.mktemp("own"), HARMLESS, STEPS[0])
    assert HARMLESS in seen
    return found


@pytest.mark.parametrize("step", ["begin/wie", "praten/vragen", "slot/afspraken"])
def test_nothing_in_a_session_acts_on_the_terminal(tmp_path: Path, own: set[str], step: str) -> None:
    found, seen = written(tmp_path, TOGETHER, step)
    assert "[bold]" in seen
    assert found <= own
    print(f"{len(PAYLOADS) - 1} payloads in a session, at {step}")


@pytest.mark.slow
@pytest.mark.parametrize("step", STEPS)
def test_no_payload_at_any_step_acts_on_the_terminal(tmp_path: Path, own: set[str], step: str) -> None:
    for number, (name, said) in enumerate(PAYLOADS.items()):
        if name != "long":
            found, _ = written(tmp_path / str(number), said, step)
            assert found <= own, name
    print(f"{len(PAYLOADS) - 1} payloads, one by one, at {step}")


@pytest.mark.parametrize("name", PAYLOADS)
def test_what_acts_is_seen(own: set[str], name: str) -> None:
    """The matrix would be red if a text came through as it is."""
    if name not in {"markup", "long", "other screen"}:  # the app uses the other screen too; once
        assert acts(PAYLOADS[name].encode()) - own


def test_a_word_that_is_too_long_is_told_and_nothing_more(tmp_path: Path, own: set[str]) -> None:
    path = tmp_path / "sessions/wijk/avond.toml"
    session_with(PAYLOADS["long"], STEPS[0], path)
    before = path.read_bytes()
    with evening(tmp_path, "resume", str(path)) as night:
        night.terminal.wait_for("Er passen hooguit 300 tekens")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
    assert path.read_bytes() == before


# -- home, where names and headings of files stand

SCENARIO = """format = 1
languages = ["nl"]
title = "MARK"
purpose = "MARK"
audience = "MARK"
minutes = 20
[[perspective]]
id = "bewoners"
title = "MARK"
[[use]]
block = "MARK"
[[MARK]]
"MARK" = "MARK"
"""


def test_nothing_on_home_acts_on_the_terminal(tmp_path: Path, own: set[str]) -> None:
    said = json.dumps(TOGETHER)[1:-1].replace("\x7f", "\\u007f")
    for folder in ("scenarios", "scenarios/blocks", "scenarios/statements"):
        (tmp_path / "sessions" / folder).mkdir(parents=True)
        path = tmp_path / "sessions" / folder / f"boos{PAYLOADS['clear']}{PAYLOADS['bidi']}.toml"
        path.write_text(SCENARIO.replace("MARK", said), encoding="utf-8")
    session_with(TOGETHER, STEPS[0], tmp_path / f"sessions/wijk/avond{PAYLOADS['title']}.toml")
    with evening(tmp_path, wait="Proefronde") as night:
        for _ in range(12):
            night.press("Down")
        night.press("F1")
        night.terminal.wait_for("Esc")
        night.press("Escape")
        for key in ("End", "Enter", "Escape", "p"):
            night.press(key)
            night.terminal.wait_quiet(0.1)
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
        assert acts(b"".join(data for _, data in night.terminal.arrivals)) <= own


# -- the keyboard


def test_nothing_from_the_keyboard_acts_on_the_terminal(tmp_path: Path, own: set[str]) -> None:
    """Pasted, because no key gives these."""
    said = TOGETHER
    with evening(tmp_path, "run", "proefronde") as night:
        night.see("Wijk of buurt")
        for keys in (["Enter"] * 3, ["Enter"]):  # where, and in which building; between them when
            night.terminal.paste(said)
            night.terminal.wait_quiet()
            night.press(*keys)
        night.terminal.wait_for("Enter beginnen")
        night.press("Enter")
        night.see("Dit is Oosterlinde")
        for key, told in (("p", "Parkeren"), ("n", "otitie")):
            night.press(key)
            night.terminal.wait_for(told)
            night.terminal.paste(said)
            night.terminal.wait_quiet()
            night.press("Enter")
        night.press("l")
        night.terminal.wait_for("[bold]")
        night.press("Escape")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
        assert acts(b"".join(data for _, data in night.terminal.arrivals)) <= own


# -- the command line


@pytest.mark.parametrize(
    "words", [["check"], ["list"], ["report", "--to", "md"], ["report", "--to", "txt"], ["print"]], ids=str
)
def test_nothing_that_a_command_says_acts_on_the_terminal(tmp_path: Path, words: list[str]) -> None:
    said = json.dumps(TOGETHER)[1:-1].replace("\x7f", "\\u007f")
    scenarios = tmp_path / "scenarios"
    scenarios.mkdir()
    scenario = scenarios / f"boos{PAYLOADS['clear']}{PAYLOADS['bidi']}.toml"
    scenario.write_text(SCENARIO.replace("MARK", said), encoding="utf-8")
    session = tmp_path / f"wijk/avond{PAYLOADS['c1']}.toml"
    session_with(TOGETHER, STEPS[0], session)
    named = {"check": [scenario], "print": [scenario], "report": [session], "list": []}[words[0]]
    done = subprocess.run(
        [*PROGRAM, *words, *named],
        env={**os.environ, "FACILITATOR_FOLDER": str(tmp_path), "FACILITATOR_STATE": str(tmp_path / "state")},
        capture_output=True,
        check=False,
    )
    assert done.returncode == (0 if words[0] in {"list", "report"} else 1), done.stderr
    assert acts(done.stdout + done.stderr) == set()
    for path in session.parent.iterdir():
        if path != session:
            assert acts(path.read_bytes().replace(b"\t", b"")) == set(), path.suffix
