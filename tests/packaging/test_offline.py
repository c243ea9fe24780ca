"""Where Python is already: from the folder without internet, and with the tools that install programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from shipping.offline import LINES, contents
from shipping.packages import NotToBeGotError, Pip
from shipping.targets import PYTHONS, TARGETS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="for Linux and macOS"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder, as someone carries it to a computer without internet."""
    made = tmp_path_factory.mktemp("offline") / "map met spaties"
    try:
        files = contents()
    except NotToBeGotError as error:
        pytest.skip(f"the packages cannot be got here: {error}")
    for name, data in files.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return made


@pytest.fixture(autouse=True)
def no_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pip know no index, and nowhere else to look, and no way out."""
    for name in [name for name in os.environ if name.startswith(("PIP_", "PYTHON"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_RETRIES", "0")


def test_its_two_lines_install_the_app(folder: Path, tmp_path: Path) -> None:
    here = tmp_path / "laptop"
    shutil.copytree(folder, here)
    for line in LINES:
        subprocess.run(line.replace("python3", sys.executable, 1), shell=True, cwd=here, check=True)
    program = here / ".venv" / "bin" / "facilitator"
    said = subprocess.run([program, "check", "proefronde"], capture_output=True, text=True, check=True).stdout
    assert said.endswith("proefronde.toml: in orde\n")


def test_what_it_has_is_as_its_sums_say(folder: Path) -> None:
    sums = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert len(sums) == len(list((folder / "wheels").iterdir()))
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)


def test_every_system_has_its_compiled_part(folder: Path) -> None:
    compiled = {path.name for path in (folder / "wheels").glob("pydantic_core-*")}
    assert len(compiled) == len(PYTHONS) * len(TARGETS)
    others = {path.name for path in (folder / "wheels").iterdir()} - compiled
    assert all(name.endswith("-none-any.whl") for name in others)


@pytest.mark.parametrize("tool", ["pipx", "uv"])
def test_tools_for_programs_install_the_wheel(
    folder: Path, tmp_path: Path, tool: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # the tool itself comes from an index
    for name in [name for name in os.environ if name.startswith("PYTHON")]:
        monkeypatch.delenv(name)
    pip = Pip(tmp_path / "tool")
    try:
        pip.run("install", tool)
    except NotToBeGotError as error:
        pytest.skip(f"{tool} cannot be got here: {error}")
    (wheel,) = (folder / "wheels").glob("facilitator-*.whl")
    found = f"--find-links={folder / 'wheels'}"
    ways = {
        "pipx": ["install", "--python", sys.executable, str(wheel)],  # gets a pip of its own
        "uv": ["tool", "install", "--no-index", found, "--python", sys.executable, str(wheel)],
    }
    places = {"PIPX_HOME": "home", "PIPX_BIN_DIR": "bin", "UV_TOOL_DIR": "home", "UV_TOOL_BIN_DIR": "bin"}
    environ = {**os.environ, **{name: str(tmp_path / there) for name, there in places.items()}}
    environ["UV_CACHE_DIR"] = str(tmp_path / "cache")
    environ["UV_PYTHON_DOWNLOADS"] = "never"
    subprocess.run([tmp_path / "tool" / "bin" / tool, *ways[tool]], env=environ, check=True, cwd=tmp_path)
    ran = subprocess.run(
        [tmp_path / "bin" / "facilitator", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("facilitator ")
