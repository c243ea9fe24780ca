"""Hostile text wherever text is shown, in a real terminal: nothing but the app's own sequences gets there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.steps import kinds
from tests.hostile.evenings import EVENINGS, with_payload
from tests.hostile.payloads import HARMLESS, PAYLOADS, acts, escaped
from tests.journeys.evening import PROGRAM, evening

TOGETHER = "".join(said for name, said in PAYLOADS.items() if name != "long")
"""All that fit in a line at once, for every run; one by one under ``slow``."""

PANELS = ["F1", "l", "w", "g", "i", "k"]


def session_with(said: str, path: Path, evening: str = "first") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(with_payload(evening, said), encoding="utf-8")


def written(folder: Path, said: str, name: str) -> tuple[set[str], dict[str, str]]:
    """Open a session, look into all panels and at every step; give what was done and what was seen there."""
    path = folder / "sessions/wijk/avond.toml"
    session_with(said, path, name)
    with evening(folder, "resume", str(path)) as night:
        night.terminal.wait_for("F1 hulp")
        night.terminal.wait_quiet()
        seen = {}
        for number, key in enumerate(EVENINGS[name]().keys()):
            if number:
                night.press("F7")
                night.terminal.wait_for("Enter hierheen")
                night.press("Down", "Enter")
                night.terminal.wait_gone("Enter hierheen")
            night.terminal.wait_quiet(0.05)
            seen[key] = night.terminal.screen()
        for panel in PANELS:
            night.press(panel)
            night.terminal.wait_quiet(0.05)
            night.press("Escape")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
        assert f'at = "{key}"' in path.read_text(encoding="utf-8"), "every step was come to"
        assert night.terminal.emulator.unknown == []
        assert night.terminal.emulator.clipboard == ""
        assert "titel" not in night.terminal.emulator.grid.title
        all_of_it = b"".join(data for _, data in night.terminal.arrivals)
        assert all_of_it.count(b"\x1b[?1049l") == all_of_it.count(b"\x1b[?25h") == 1  # its own, at the end
        return acts(all_of_it), seen


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Give what the app itself makes a terminal do."""
    found, _ = written(tmp_path_factory.mktemp("own"), HARMLESS, "first")
    return found


@pytest.mark.parametrize("name", EVENINGS)
def test_a_text_from_a_file_is_shown_at_every_step(tmp_path: Path, name: str) -> None:
    """Else nothing that follows would prove anything about that step."""
    _, seen = written(tmp_path, HARMLESS, name)
    bare = {key: screen for key, screen in seen.items() if HARMLESS not in screen.split("\n", 1)[1]}
    assert bare.keys() <= {"urgentie/stem"}, bare  # a vote that is over; its result comes later


def test_the_evenings_come_to_every_kind_of_step() -> None:
    there = {step.kind for make in EVENINGS.values() for _, step in make().places()}
    assert there == set(kinds())


@pytest.mark.parametrize("name", EVENINGS)
def test_nothing_in_a_session_acts_on_the_terminal(
    tmp_path: Path, own: set[str], name: str, figure: Callable[[str], None]
) -> None:
    found, seen = written(tmp_path, TOGETHER, name)
    assert found <= own
    figure(
        f"hostile text, all {len(PAYLOADS) - 1} at once: {len(seen)} steps and {len(PANELS)} panels, 0 acted"
    )


@pytest.mark.slow
@pytest.mark.parametrize("payload", [name for name in PAYLOADS if name != "long"])
@pytest.mark.parametrize("name", EVENINGS)
def test_no_payload_at_any_step_acts_on_the_terminal(
    tmp_path: Path, own: set[str], name: str, payload: str, figure: Callable[[str], None]
) -> None:
    found, seen = written(tmp_path, PAYLOADS[payload], name)
    assert found <= own
    figure(f"hostile text, one by one: {payload} at {len(seen)} steps and {len(PANELS)} panels, 0 acted")


@pytest.mark.parametrize("name", PAYLOADS)
def test_what_acts_is_seen(own: set[str], name: str) -> None:
    """The matrix would be red if a text came through as it is."""
    if name not in {"markup", "long", "other screen"}:  # the app uses the other screen too; once
        assert acts(PAYLOADS[name].encode()) - own


def test_a_word_that_is_too_long_is_told_and_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "sessions/wijk/avond.toml"
    session_with(PAYLOADS["long"], path)
    before = path.read_bytes()
    with evening(tmp_path, "resume", str(path)) as night:
        night.terminal.wait_for("avond.toml: fout: place: Deze tekst is te lang.")
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
    said = escaped(TOGETHER)
    for folder in ("scenarios", "scenarios/blocks", "scenarios/statements"):
        (tmp_path / "sessions" / folder).mkdir(parents=True)
        path = tmp_path / "sessions" / folder / f"boos{PAYLOADS['clear']}{PAYLOADS['bidi']}.toml"
        path.write_text(SCENARIO.replace("MARK", said), encoding="utf-8")
    session_with(TOGETHER, tmp_path / f"sessions/wijk/avond{PAYLOADS['title']}.toml")
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
    said = escaped(TOGETHER)
    scenarios = tmp_path / "scenarios"
    scenarios.mkdir()
    scenario = scenarios / f"boos{PAYLOADS['clear']}{PAYLOADS['bidi']}.toml"
    scenario.write_text(SCENARIO.replace("MARK", said), encoding="utf-8")
    session = tmp_path / f"wijk/avond{PAYLOADS['c1']}.toml"
    session_with(TOGETHER, session)
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
