"""Run anything of this checkout with a Windows Python, under Wine."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from shipping.packages import (
    WINDOWS_PLATFORM,
    WINDOWS_PYTHON,
    NotToBeGotError,
    Pip,
    embeddable,
    windows_wheels,
)
from shipping.places import CHECKOUT, EMBEDDABLE, NEEDS
from shipping.wine import Wine, as_windows_says, install

SET_UP: Final = "--set-up"
NOT_HERE: Final = 77
"""The exit code where it could not be tried; what tests use for "skipped" elsewhere too."""
LACKING: Final = {"_wmi.pyd"}
"""Wine 8 lacks what these need; Python does without."""
TOO: Final = ("colorama", "tzdata")
"""What tests need on Windows besides."""


def main(words: Sequence[str]) -> int:
    """Run Windows Python with these words; give its exit code."""
    if SET_UP in words[:1]:
        words = words[1:]
        said = install()
    else:
        said = (
            "" if shutil.which("wine") else f"Wine is not here; packaging/windows/try {SET_UP} installs it."
        )
    if said:
        print(said, file=sys.stderr)
        return NOT_HERE
    try:
        home = prepared()
    except NotToBeGotError as error:
        print(f"The packages cannot be got here: {error}", file=sys.stderr)
        return NOT_HERE
    if not words:
        print(home)
        return 0
    return run(home, words)


def home_now() -> Path:
    """Give the folder for what is wanted now; another when the packages are others."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    wanted = b"".join(path.read_bytes() for path in (CHECKOUT / "pyproject.toml", NEEDS, EMBEDDABLE))
    return cache / "facilitator-windows" / hashlib.sha256(wanted).hexdigest()[:12]


def prepared() -> Path:
    """Give the folder with Python, packages and Wine's own files; made when it is not there yet."""
    home = home_now()
    ready = home / "ready"
    if ready.exists():
        return home
    shutil.rmtree(home, ignore_errors=True)
    pip = Pip(home / "venv")
    python, lib = home / "python", home / "lib"
    python.mkdir()
    lib.mkdir()
    for name, data in embeddable(pip, home / "got").items():
        if not name.endswith("._pth") and name not in LACKING:  # without ._pth it looks at PYTHONPATH
            (python / name).write_bytes(data)
    tests = home / "tests.txt"
    tests.write_text("\n".join([*extra("test"), *TOO]), encoding="utf-8")
    system = ["--platform", WINDOWS_PLATFORM, "--python-version", WINDOWS_PYTHON, "--implementation", "cp"]
    pip.run("download", "--only-binary", ":all:", *system, "-d", home / "more", "-r", tests)
    pinned = windows_wheels(pip, home / "pinned")
    for wheel in [*sorted((home / "more").glob("*.whl")), *pinned]:
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(lib)
    Wine(home / "wine").make()
    ready.touch()
    return home


def extra(name: str) -> list[str]:
    """Give what an extra of pyproject.toml asks for, and the extras of ours that it names."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: list[str] = []
    for need in project["optional-dependencies"][name]:
        ours = re.fullmatch(rf"{project['name']}\[([\w, -]+)\]", need)
        found += [each for more in ours[1].split(",") for each in extra(more.strip())] if ours else [need]
    return found


def run(home: Path, words: Sequence[str]) -> int:
    """Run Windows Python in the checkout; what it says passes through."""
    windows = Wine(home / "wine")
    environ = windows.environ(
        PYTHONPATH=";".join(as_windows_says(path) for path in (home / "lib", CHECKOUT)),
        PYTHONUTF8="1",
        PYTHONDONTWRITEBYTECODE="1",
    )
    with subprocess.Popen(
        ["wine", home / "python" / "python.exe", *words],
        cwd=CHECKOUT,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            sys.stdout.buffer.write(line.replace(b"\r\n", b"\n"))
            sys.stdout.flush()
    windows.wait()
    return running.returncode
