"""What ``facilitator.cmd`` and ``start.py`` do, as far as one can see without Windows."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from shipping.places import WINDOWS


def kept_here() -> Callable[[Path], Mapping[str, str]]:
    spec = importlib.util.spec_from_file_location("start_on_windows", WINDOWS / "start.py")
    assert spec is not None
    assert spec.loader is not None
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    found: Callable[[Path], Mapping[str, str]] = start.kept_here
    return found


def test_without_a_file_that_says_so_the_usual_folders_are_used(tmp_path: Path) -> None:
    (tmp_path / "LEESMIJ.txt").touch()
    (tmp_path / "op-deze-stick").mkdir()
    assert kept_here()(tmp_path) == {}


@pytest.mark.parametrize("name", ["op-deze-stick.txt", "Op-deze-stick.txt.txt", "op-deze-stick"])
def test_with_it_everything_stays_on_the_stick(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert kept_here()(tmp_path) == {
        "FACILITATOR_FOLDER": str(tmp_path / "sessies"),
        "FACILITATOR_STATE": str(tmp_path / "eigen-bestanden"),
    }


def test_the_cmd_is_plain_and_downloads_nothing() -> None:
    text = (WINDOWS / "facilitator.cmd").read_text(encoding="ascii")
    for word in ("curl", "powershell", "bitsadmin", "certutil", "http", "reg ", "setx", "msiexec"):
        assert word not in text.lower()


def test_every_jump_of_the_cmd_lands() -> None:
    text = (WINDOWS / "facilitator.cmd").read_text(encoding="ascii")
    assert set(re.findall(r"goto (\w+)", text)) == set(re.findall(r"^:(\w+)", text, re.MULTILINE))


def test_every_path_in_the_cmd_is_quoted() -> None:
    """A folder may have spaces, an ampersand or brackets in its name."""
    lines = (WINDOWS / "facilitator.cmd").read_text(encoding="ascii").splitlines()
    run = [line for line in lines if "%~dp0" in line and not line.startswith(("rem", "echo"))]
    assert len(run) >= 4
    for line in run:
        assert "%~dp0" not in re.sub(r'"[^"]*"', "", line), line


def test_the_page_for_users_is_one_page() -> None:
    lines = (WINDOWS / "LEESMIJ.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 62
    assert [line for line in lines if len(line) > 78] == []
