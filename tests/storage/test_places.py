"""Where sessions stand, and names that every system takes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.storage.places import Places, find_places, slug
from tests import platform_marks
from tests.storage.disk import ROOT


def test_a_folder_asked_for_goes_before_the_environment(tmp_path: Path) -> None:
    environ = {"FACILITATOR_FOLDER": str(tmp_path / "env"), "FACILITATOR_STATE": str(tmp_path / "state")}
    assert find_places(tmp_path / "asked", environ) == Places(tmp_path / "asked", tmp_path / "state")
    assert find_places(None, environ) == Places(tmp_path / "env", tmp_path / "state")
    assert list(tmp_path.iterdir()) == []


def test_without_either_the_usual_folders_are_used() -> None:
    found = find_places(None, {})
    home = Path.home()
    if platform_marks.WINDOWS:  # asked of the system, not of the environment
        home = Path(os.environ["LOCALAPPDATA"]).parents[1]
    assert found.sessions.name == "facilitator"
    assert {home} <= set(found.sessions.parents) & set(found.state.parents)
    assert found.state.name == "facilitator"
    assert found.journal("abcd1234").parent == found.journals
    if not platform_marks.WINDOWS:  # where it is the one of who runs the tests, and may be there
        assert not found.sessions.exists()


def test_a_folder_is_never_seen_from_another_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_places(Path("mijn sessies"), {"FACILITATOR_STATE": "s"}) == Places(
        tmp_path / "mijn sessies", tmp_path / "s"
    )
    assert find_places(None, {"FACILITATOR_FOLDER": "~/x"}).sessions == Path.home() / "x"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zandpoort", "zandpoort"),
        ("De Wijk (Noord)", "de-wijk-noord"),
        ("Sint-Jansplein é", "sint-jansplein-e"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
        ("con", "sessie-con"),
        ("LPT1", "sessie-lpt1"),
        ("…", "sessie"),
        ("", "sessie"),
        ("東京", "sessie"),
        ("a" * 90, "a" * 40),
        ("(" + "a" * 90, "a" * 40),
        ("a" * 39 + " b", "a" * 39),
    ],
)
def test_a_place_as_the_name_of_a_folder(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_no_place_leaves_the_folder(text: str) -> None:
    places = Places(ROOT / "sessions", ROOT / "state")
    path = places.session_path(text, "2026-11-23-start", lambda _: False)
    assert path.parent.parent == places.sessions
    assert path.name == "2026-11-23-start.toml"
    name = slug(text)
    assert name == slug(name)
    assert 0 < len(name) <= 50
    assert PureWindowsPath(name).name == name
    assert not name.startswith(".")


def test_home_comes_without_the_weight_of_models() -> None:
    code = (
        "import sys; from facilitator.storage import places, session_list;"
        "session_list.sessions(places.find_places());"
        "print([name for name in ('pydantic', 'textual', 'rich', 'asyncio') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
