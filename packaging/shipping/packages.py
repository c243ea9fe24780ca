"""Getting packages with pip: whichever index it is set to, only files whose hash is known are taken."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from shipping.places import CHECKOUT, EMBEDDABLE, NEEDS, TOOLS

WINDOWS_PYTHON: Final = "3.13"
WINDOWS_PLATFORM: Final = "win_amd64"

NOT_FOUND: Final = re.compile(
    r"No matching distribution found|ConnectionError|NewConnectionError|Max retries"
)


class NotToBeGotError(Exception):
    """No index that pip knows has it, or none can be reached."""


@dataclass(frozen=True)
class Pin:
    """A package in one version, and the files of it that are taken."""

    name: str
    version: str
    hashes: frozenset[str] = field(default_factory=frozenset)


def pins(path: Path) -> list[Pin]:
    """Read a list of packages as pip does."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.split() for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return [_pin(words) for words in lines]


def _pin(words: Sequence[str]) -> Pin:
    name, version = words[0].split("==")
    return Pin(name, version, frozenset(word.rpartition(":")[2] for word in words[1:]))


class Pip:
    """The pip of an environment that is made for this and goes with its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        subprocess.run([sys.executable, "-m", "venv", folder], check=True, env=_plain())

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / "python"

    def run(self, *words: str | Path) -> None:
        """Run pip; what it says is shown when it fails. Raises NotToBeGotError, CalledProcessError."""
        asked: list[str | Path] = [self.python, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
        ran = subprocess.run(asked, capture_output=True, text=True, check=False, env=_plain())
        if ran.returncode and NOT_FOUND.search(ran.stderr):
            raise NotToBeGotError(ran.stderr.strip().splitlines()[-1])
        if ran.returncode:
            sys.stderr.write(f"{ran.stdout}{ran.stderr}\n")
            ran.check_returncode()

    def install(self, listed: Path) -> None:
        """Install what is listed, for the system that this runs on."""
        self.run("install", "--require-hashes", "--only-binary", ":all:", "-r", listed)

    def download(self, listed: Path, to: Path, *, python: str, platforms: Sequence[str]) -> list[Path]:
        """Get the wheels of what is listed for a system; give them by name."""
        wanted = [word for platform in platforms for word in ("--platform", platform)]
        known = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
        system = ["--python-version", python, "--implementation", "cp", *wanted]
        self.run("download", *known, *system, "-d", to, "-r", listed)
        return sorted(to.glob("*.whl"))


def _plain() -> dict[str, str]:
    """Give the environment without what would let Python look elsewhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def own_wheel(pip: Pip, to: Path) -> Path:
    """Build the wheel of this checkout."""
    pip.install(TOOLS)
    build: list[str | Path] = [pip.python, "-m", "hatchling", "build", "-t", "wheel", "-d", to]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True, env=_plain())
    (built,) = to.glob("facilitator-*.whl")
    return built


def windows_wheels(pip: Pip, to: Path) -> list[Path]:
    """Get everything the app needs on Windows."""
    return pip.download(NEEDS, to, python=WINDOWS_PYTHON, platforms=[WINDOWS_PLATFORM])


def embeddable(pip: Pip, to: Path) -> Mapping[str, bytes]:
    """Get every file of the Python for Windows that needs no installing."""
    to.mkdir(parents=True, exist_ok=True)
    pip.run("download", "--no-deps", "--require-hashes", "--no-binary", ":all:", "-d", to, "-r", EMBEDDABLE)
    (got,) = to.glob("*.tar.gz")
    with tarfile.open(got) as packed:
        (name,) = (name for name in packed.getnames() if name.endswith("data.zip"))
        inside = packed.extractfile(name)
        assert inside is not None
        with zipfile.ZipFile(inside) as files:
            return dict(_of(files, f"cp{WINDOWS_PYTHON.replace('.', '')}/"))


def embeddable_from(path: Path) -> Mapping[str, bytes]:
    """Read the same files from the zip that python.org gives."""
    with zipfile.ZipFile(path) as files:
        return dict(_of(files, ""))


def _of(files: zipfile.ZipFile, folder: str) -> Iterator[tuple[str, bytes]]:
    for name in files.namelist():
        if re.fullmatch(re.escape(folder) + r"[^/]+", name):
            yield name.removeprefix(folder), files.read(name)
