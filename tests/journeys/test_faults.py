"""The whole app on a laptop that fails: killed, on a disk that breaks or fills up, in a folder that goes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.storage.places import Places
from facilitator.storage.session_file import read_text
from facilitator.storage.session_finder import look_at
from tests import platform_marks
from tests.journeys.evening import PROGRAM, Evening, evening
from tests.journeys.terminal import Terminal

pytestmark = platform_marks.ptys

STRACE = shutil.which("strace")
needs_strace = pytest.mark.skipif(STRACE is None, reason="strace is not on this machine")


def at_check_in(night: Evening) -> None:
    night.prepare("Oosterlinde")
    night.see("Dit is Oosterlinde")
    night.press("Enter")
    night.see("toehoorders")


RED = "NIET OPGESLAGEN"


def park(night: Evening, number: int) -> None:
    """Park a line, and see on the wall that it is kept."""
    night.press("p")
    night.see("Parkeren")
    night.say(f"regel {number}")
    night.see(f"lijst: {number}")


def killed_while_typing(folder: Path, begun: int, keys: int, wait: float) -> int:
    """Park lines one after the other, kill the app in the middle, and give the last line seen on the wall."""
    arguments = ["resume"] if begun else ["run", "proefronde"]
    with evening(folder, *arguments) as night:
        if begun:
            come_back(night)
        else:
            at_check_in(night)
        for number in range(begun + 1, begun + keys + 1):
            park(night, number)
        night.press("p")
        night.see("Parkeren")
        night.type(f"regel {begun + keys + 1}\r")
        time.sleep(wait)  # the moment is the point: before, while or after the next line is kept
        night.terminal.kill(signal.SIGKILL)
        night.terminal.wait_exit()
    return begun + keys


def come_back(night: Evening) -> None:
    """See where the group was, and wipe the line that was half typed when the app was killed."""
    screen = night.see("toehoorders")
    if "Parkeren" in screen:
        assert "(nog niet bewaard)" in screen
        night.press("Ctrl+U", "Escape")
        night.terminal.wait_gone("Parkeren")


def kills(folder: Path, times: int) -> str:
    chance = random.Random(20261123)
    last = 0
    for _ in range(times):
        seen = killed_while_typing(folder, last, chance.randint(1, 3), chance.uniform(0, 0.05))
        with evening(folder, "resume") as night:
            come_back(night)
            night.press("l")
            night.see("regel 1")
            night.terminal.kill(signal.SIGKILL)
            night.terminal.wait_exit()
        last = max(lines_of(folder))
        assert lines_of(folder) == set(range(1, last + 1))
        assert last >= seen
    return f"kills of the app in a terminal: {2 * times}, {last} lines confirmed, 0 lost"


def lines_of(folder: Path) -> set[int]:
    """Give the numbers of the lines that the state and session folders would bring back."""
    places = Places(folder / "sessions", folder / "state")
    (path,) = places.sessions.glob("*/*.toml")
    state, _ = look_at(places, path, kinds())
    return {int(each.text.removeprefix("regel ")) for each in state.parked().values()}


def test_ten_kills_at_any_moment_lose_nothing_that_was_on_the_wall(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    figure(kills(tmp_path, 5))


@pytest.mark.slow
def test_a_hundred_kills_lose_nothing_that_was_on_the_wall(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    figure(kills(tmp_path, 50))


# -- a disk that breaks


@contextmanager
def broken(folder: Path, inject: str) -> Iterator[Evening]:
    """Run the app on a disk on which some calls fail, as strace makes them."""
    env = {
        **os.environ,
        "FACILITATOR_FOLDER": str(folder / "sessions"),
        "FACILITATOR_STATE": str(folder / "state"),
    }
    calls = inject.partition(":")[0]
    trace = [str(STRACE), "-f", "-qq", "-o", str(folder / "trace"), "-e", f"trace={calls}", "-e"]
    with Terminal([*trace, f"inject={inject}", *PROGRAM, "resume"], env=env) as terminal:
        yield Evening(terminal, folder / "sessions", folder / "state")


def begun(folder: Path) -> None:
    """Hold a session up to the check-in, and close it."""
    with evening(folder, "run", "proefronde") as night:
        at_check_in(night)
        park(night, 1)
        night.press("q")
        night.terminal.wait_for("wijkaanpak in de zaal")
        night.leave()


def park_until_red(night: Evening, last: int) -> int:
    """Park lines after the last one until one is refused; give its number."""
    for number in range(last + 1, last + 40):
        night.press("p")
        night.see("Parkeren")
        night.say(f"regel {number}")
        if RED in night.terminal.wait_until(_is_answered, f"answer to line {number}"):
            return number
    raise AssertionError("nothing was refused")


def _is_answered(screen: str) -> bool:
    """Tell whether a line was refused, or kept: then its question is gone.

    That it was kept is said as well, but on a slow machine something else may be said before one looks.
    """
    return RED in screen or "Parkeren" not in screen


def park_until_killed(night: Evening, last: int) -> int:
    """Park lines after the last one until the app is killed; give the last one that was on the wall."""
    try:
        night.see("toehoorders")
        for number in range(last + 1, last + 40):
            park(night, number)
            last = number
    except AssertionError:
        assert night.terminal.process.poll() is not None
        return last
    raise AssertionError("nothing was killed")


def park_again(night: Evening, number: int) -> None:
    """Enter a line that was refused; the app goes on by itself once the disk works."""
    night.press("Escape")
    night.press("p")
    night.see("Parkeren")
    night.press("Ctrl+U")
    night.say(f"regel {number}")
    night.terminal.wait_for("Geparkeerd")


@needs_strace
def test_a_flush_that_fails_turns_the_bar_red_and_saving_goes_on_in_a_fresh_journal(tmp_path: Path) -> None:
    begun(tmp_path)
    with broken(tmp_path, "fdatasync:error=EIO:when=9") as night:
        night.see("toehoorders")
        number = park_until_red(night, 1)
        night.terminal.wait_for("Opslaan lukt weer")
        night.terminal.wait_gone(RED)
        assert f"regel {number}" in night.terminal.screen(), "what was refused stands to be mended"
        night.press("Escape")
        night.see("Nog niet bewaard")
        night.press("F1")
        night.see("Esc sluiten")
        night.press("Escape")
        night.terminal.wait_gone("Opslaan lukt weer")
        assert "Kies een andere map" not in night.terminal.screen()
        park_again(night, number)
        os.killpg(night.terminal.process.pid, signal.SIGKILL)  # strace and the app that it watches
        night.terminal.wait_exit()
    assert lines_of(tmp_path) >= set(range(1, number + 1))


@needs_strace
def test_a_slow_disk_makes_nobody_wait_for_the_screen_to_be_drawn(tmp_path: Path) -> None:
    begun(tmp_path)
    with broken(tmp_path, "fdatasync,fsync:delay_enter=150000") as night:
        night.see("toehoorders")
        park(night, 2)
        park(night, 3)
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
    assert lines_of(tmp_path) == {1, 2, 3}


@needs_strace
@pytest.mark.parametrize("when", [4, 9])
def test_a_kill_in_the_middle_of_a_flush_loses_nothing(tmp_path: Path, when: int) -> None:
    begun(tmp_path)
    with broken(tmp_path, f"fdatasync:signal=SIGKILL:when={when}") as night:
        seen = park_until_killed(night, 1)
    assert lines_of(tmp_path) >= set(range(1, seen + 1))


# -- a folder that goes away


def test_a_folder_that_goes_away_during_the_evening_comes_back_with_everything(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        at_check_in(night)
        park(night, 1)
        shutil.rmtree(tmp_path / "sessions")
        park(night, 2)
        park(night, 3)
        night.press("q")
        night.terminal.wait_for("wijkaanpak in de zaal")
        night.leave()
    assert lines_of(tmp_path) == {1, 2, 3}


# -- a disk that is full


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Give a disk of 256 kB in memory; only root can make one."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


mounts_a_disk = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="mounting a disk takes root on Linux"
)


@mounts_a_disk
def test_on_a_full_disk_nothing_is_lost_and_saving_goes_on_when_there_is_space_again(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        with evening(disk, "run", "proefronde") as night:
            at_check_in(night)
            park(night, 1)
            fill(disk / "film")
            number = park_until_red(night, 1)
            (disk / "film").unlink()
            night.terminal.wait_for("Opslaan lukt weer")
            park_again(night, number)
            night.terminal.kill(signal.SIGKILL)
            night.terminal.wait_exit()
        assert lines_of(disk) == set(range(1, number + 1))


@mounts_a_disk
def test_with_f12_a_session_goes_on_in_another_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "stick"
    with small_disk(tmp_path / "disk") as disk, evening(disk, "run", "proefronde") as night:
        at_check_in(night)
        park(night, 1)
        fill(disk / "film")
        number = park_until_red(night, 1)
        night.press("F12")
        night.see("Bewaar in map")
        night.press("Ctrl+U")
        night.say(str(elsewhere))
        night.see("Wij gaan daar verder.")
        night.terminal.wait_gone(RED)
        park_again(night, number)
        night.press("q")
        night.terminal.wait_for("wijkaanpak in de zaal")
        night.leave()
    (saved,) = elsewhere.rglob("*.toml")
    state = read_text(saved.read_text(encoding="utf-8"), kinds()).state
    assert [line.text for line in state.parked().values()] == [f"regel {n}" for n in range(1, number + 1)]


def fill(path: Path) -> None:
    """Write until there is not one byte left."""
    for size in (4096, 1):
        try:
            with path.open("ab", buffering=0) as file:
                while file.write(b"x" * size):
                    pass
        except OSError:
            continue
