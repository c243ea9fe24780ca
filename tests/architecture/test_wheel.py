"""The wheel holds all that the app needs, and nothing else. That it works alone is tried by ``.ci/run``."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.house import CHECKOUT, HOUSE, SCENARIOS


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    ran = subprocess.run(build, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (built,) = folder.glob("*.whl")
    assert built.name.endswith("-py3-none-any.whl")
    return zipfile.Path(built)


def _files(folder: Path) -> set[str]:
    """Give what belongs to the project in a folder, seen from that folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in files}


def test_everything_is_in_it(wheel: zipfile.Path) -> None:
    names = {name for name in wheel.root.namelist() if not name.endswith("/")}
    parts = {name for name in names if not name.split("/")[0].endswith(".dist-info")}
    wanted = {f"facilitator/{name}" for name in _files(HOUSE)}
    assert parts == wanted | {f"facilitator/scenarios/{name}" for name in _files(SCENARIOS)}
    assert "facilitator/py.typed" in parts


def test_it_says_what_it_is(wheel: zipfile.Path) -> None:
    (about,) = (part for part in wheel.iterdir() if part.name.endswith(".dist-info"))
    metadata = (about / "METADATA").read_text(encoding="utf-8")
    assert "\nRequires-Python: >=3.11\n" in metadata
    assert "\nLicense-Expression: MIT\n" in metadata
    assert (about / "licenses" / "LICENSE").is_file()
    assert "facilitator = facilitator.cli:main" in (about / "entry_points.txt").read_text(encoding="utf-8")
