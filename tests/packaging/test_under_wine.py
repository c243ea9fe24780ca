"""The zip as a user has it, unpacked, under Wine: it starts, it works, and it leaves nothing behind."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from shipping.places import CHECKOUT
from shipping.wine import Wine, as_windows_says

pytestmark = pytest.mark.slow

EVENING = CHECKOUT / "tests" / "packaging" / "evening.py"
CLICK = ["cmd", "/d", "/c", "facilitator.cmd"]
OURS = re.compile(r"/(Documents|AppData/Local)/facilitator(/|$)")
MOVING = re.compile(r'^#time=.*$|^(\[.*\]) \d+$|^"DriverDateData"=.*$', re.MULTILINE)
"""What the registry of Wine says of days: it writes these at every start of anything."""


def forget_all(windows: Wine) -> None:
    """Take away the two folders of the app."""
    for name in ("Documents", "AppData/Local"):
        shutil.rmtree(windows.user / name / "facilitator", ignore_errors=True)


@pytest.fixture(autouse=True)
def nothing_yet(windows: Wine) -> None:
    forget_all(windows)


def traces(windows: Wine) -> dict[str, bytes]:
    """Give every file there, and what stands in the registry, without days."""
    windows.wait()
    found = {}
    for path in windows.folder.rglob("*"):
        name = path.relative_to(windows.folder).as_posix()
        if path.is_symlink() or name == ".update-timestamp":
            continue
        found[name] = path.read_bytes() if path.is_file() else b""
        if path.suffix == ".reg":
            found[name] = MOVING.sub(r"\1", path.read_text("utf-8", errors="replace")).encode()
    return found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--version"], r"facilitator \d+\.\d+"),
        (["list"], "startbijeenkomst"),
        (["check", "proefronde"], r"proefronde\.toml: in orde"),
        (["print", "proefronde"], r"Klaar: C:\\users\\.*proefronde-print\.html"),
        (["privacy"], "Wat facilitator bewaart"),
    ],
)
def test_commands_work_in_a_folder_with_an_odd_name(
    windows: Wine, unpacked: Path, words: list[str], said: str
) -> None:
    ran = windows.run([*CLICK, *words], unpacked)
    assert re.search(said, ran.stdout), ran.stdout
    assert ran.returncode == 0, ran.stdout


def test_wrong_usage_is_told_to_who_called(windows: Wine, unpacked: Path) -> None:
    assert windows.run([*CLICK, "dans"], unpacked).returncode == 2


def test_an_evening_is_held_opened_again_and_forgotten(windows: Wine, unpacked: Path) -> None:
    """And not one socket is made; nothing of Python that could make one is there."""
    python = unpacked / "app" / "python" / "python.exe"
    ran = windows.run([python, "-X", "utf8", as_windows_says(EVENING), as_windows_says(CHECKOUT)], unpacked)
    seen = json.loads(ran.stdout.strip().splitlines()[-1])
    assert seen["sessions"].endswith(r"\Documents\facilitator")
    assert seen["state"].endswith(r"\AppData\Local\facilitator")
    assert seen["home again"]
    assert seen["files"] == [".html", ".toml", ".txt"]
    assert seen["closed"]
    assert seen["left after closing"] == []
    assert seen["went on"]
    assert "Deze sessie is al ergens anders geopend" in seen["second"]
    assert seen["forgotten"]
    assert seen["left after forgetting"] == []
    assert seen["sockets"] == []


def test_a_connection_is_refused(windows: Wine, unpacked: Path) -> None:
    python = unpacked / "app" / "python" / "python.exe"
    ask = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    ran = windows.run([python, "-c", ask], unpacked)
    assert ran.returncode == 1
    assert "there are no connections in this Python" in ran.stdout


def test_it_leaves_nothing_outside_its_two_folders(windows: Wine, unpacked: Path) -> None:
    windows.run([unpacked / "app" / "python" / "python.exe", "-c", "pass"], unpacked)
    before = traces(windows)
    python = unpacked / "app" / "python" / "python.exe"
    windows.run([*CLICK, "print", "proefronde"], unpacked)
    windows.run(CLICK, unpacked, typed="\r\n")
    windows.run([python, "-X", "utf8", as_windows_says(EVENING), as_windows_says(CHECKOUT)], unpacked)
    after = traces(windows)
    assert any(OURS.search(f"/{name}") for name in after), "nothing was written at all"
    rest = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {name for name in rest if not OURS.search(f"/{name}")} == set()
    shutil.rmtree(unpacked)
    forget_all(windows)
    assert traces(windows) == before


def test_on_a_stick_everything_stays_on_it(windows: Wine, unpacked: Path) -> None:
    (unpacked / "op-deze-stick.txt.txt").touch()
    ran = windows.run([*CLICK, "print", "proefronde"], unpacked)
    assert ran.returncode == 0, ran.stdout
    assert (unpacked / "sessies" / "proefronde-print.html").is_file()
    assert not (windows.user / "Documents" / "facilitator").exists()
    said = windows.run([*CLICK, "privacy"], unpacked).stdout
    assert "sessies" in said
    assert "eigen-bestanden" in said


def test_a_window_with_trouble_stays_open_and_says_what(windows: Wine, unpacked: Path) -> None:
    ran = windows.run(CLICK, unpacked, typed="\r\n")
    assert "De app heeft een terminal nodig." in ran.stdout
    assert "Wat u had bevestigd, is bewaard." in ran.stdout
    assert ran.returncode == 1


def test_started_from_inside_the_zip_it_says_to_unpack(windows: Wine, unpacked: Path) -> None:
    shutil.rmtree(unpacked / "app")
    ran = windows.run(CLICK, unpacked, typed="\r\n")
    assert "Pak eerst het hele zip-bestand uit" in ran.stdout
    assert ran.returncode == 1
