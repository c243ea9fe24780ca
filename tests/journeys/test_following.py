"""Two evenings that follow each other, on two laptops; the first has a programme that bends."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import MOSTLY_SMALL, Evening, evening

pytestmark = platform_marks.ptys


def settle(night: Evening) -> None:
    """Prepare the trial run a minute shorter, with a break from the library before it."""
    night.see("Wijk of buurt")
    night.say("Oosterlinde")
    night.press("Enter", "Enter", "Enter", "Enter")
    night.see("Proefronde in Oosterlinde  (20 min)", "b bouwsteen")
    night.press("-")
    night.see("19 min, was 20", "Er is 1 minuut over.")
    night.press("b")
    night.see("Zoek")
    night.type("pauze")
    night.see("Pauze")
    night.press("Enter")
    night.see("10 min, erbij", "Dat is 9 minuten te lang. Wat mag korter?")
    night.press("Shift+Up", "-", "-", "-")
    night.see("7 min, erbij", "Dat is 6 minuten te lang. Wat mag korter?")
    night.press("Enter")
    night.see("Pauze", "Wij stoppen om")


@pytest.mark.parametrize("size", MOSTLY_SMALL, ids=str)
def test_the_next_session_begins_with_what_the_last_one_left(tmp_path: Path, size: tuple[int, int]) -> None:
    with evening(tmp_path / "one", "run", "proefronde", size=size) as night:
        settle(night)
        night.press("Enter", "p")
        night.see("Parkeren")
        night.say("de verlichting achter de school")
        night.see("Geparkeerd")
        night.press("g")
        night.see("b bouwsteen")
        night.press("b")
        night.see("Zoek")
        night.type("welkom terug")
        night.see("Welkom terug")
        night.press("Enter")
        night.see("Welkom terug staat erbij", "Wij stoppen nu om")
        night.press("Enter")
        night.see("Wat lukte, vieren wij.")
        night.terminal.kill(signal.SIGKILL)
        night.terminal.wait_exit()
    with evening(tmp_path / "one", "resume", size=size) as night:
        night.see("Wat lukte, vieren wij.")
        night.press("g")
        night.see("erbij")
        night.press("Escape", "q")
        night.see("Verder met")
        night.leave()
        first = night.only("*.toml")
    before = first.read_bytes()
    with evening(tmp_path / "two", "run", "proefronde", "--after", str(first), size=size) as night:
        night.see("Vervolg op", "Oosterlinde, Proefronde", "1 geparkeerde regel")
        for _ in range(6):
            night.press("Enter")
        night.see("Enter beginnen")
        night.press("Enter")
        night.see("Dit is Oosterlinde")
        night.press("l")
        night.see("de verlichting achter de school")
        night.press("Escape", "q")
        night.see("Verder met")
        night.leave()
        assert (
            'title = "Proefronde"'
            in night.only("*.toml").read_text(encoding="utf-8").partition("[before]")[2]
        )
    assert first.read_bytes() == before
