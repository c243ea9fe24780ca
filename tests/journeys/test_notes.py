"""The facilitator's notes beside an evening that goes on, each in a terminal of its own."""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.storage.places import Places
from facilitator.storage.session_finder import look_at
from tests import platform_marks
from tests.journeys.evening import PROGRAM, Evening, evening
from tests.journeys.terminal import Terminal

pytestmark = platform_marks.ptys

WAITING = "Er staat nog geen sessie"
NOTES_OF_WELCOME = "Vertel dat dit een proefronde is"
"""What only the facilitator reads at the first step."""
SMALL = (40, 12)


@contextmanager
def notes(folder: Path, *arguments: str, size: tuple[int, int] = (64, 18)) -> Iterator[Terminal]:
    """Open the notes in a second window."""
    env = {**os.environ, "FACILITATOR_STATE": str(folder / "state")}
    with Terminal([*PROGRAM, "notes", *arguments], size=size, env=env) as terminal:
        yield terminal


def begin(night: Evening, place: str = "Oosterlinde", *, again: bool = False) -> None:
    """Begin a session; who held one ``again`` is also asked which one it follows."""
    night.see("Wijk of buurt")
    night.say(place)
    night.press(*["Enter"] * (5 if again else 4))
    night.see("Enter beginnen")
    night.press("Enter")
    night.see("Dit is Oosterlinde")  # the trial run is in that neighbourhood, wherever it is held


def step_of(screen: str) -> int:
    found = re.search(r"stap (\d+) van", screen)
    return int(found[1]) if found else 0


def at_step(number: int) -> Callable[[str], bool]:
    return lambda screen: step_of(screen) == number


def see_step(terminal: Terminal, number: int) -> str:
    return terminal.wait_until(at_step(number), f"step {number}")


def parked(folder: Path) -> list[str]:
    """Give the lines that the folders would bring back."""
    places = Places(folder / "sessions", folder / "state")
    (path,) = places.sessions.glob("*/*.toml")
    return [line.text for line in look_at(places, path, kinds())[0].parked().values()]


def test_they_follow_an_evening_from_before_it_begins_until_it_is_closed(tmp_path: Path) -> None:
    with notes(tmp_path) as beside, evening(tmp_path, "run", "proefronde") as night:
        beside.wait_for(WAITING)
        begin(night)
        see_step(beside, 1)
        night.press("Enter")
        screen = see_step(beside, 2)
        assert re.search(r"\d+\.\d\d  tot \d+\.\d\d", screen), "the clock against the plan"
        night.count(6, 5, 7)
        beside.wait_for("beleid (6)")
        night.press("p")
        night.see("Parkeren")
        night.say("de speeltuin aan de kade")
        beside.wait_for("1 geparkeerd")
        night.press("q")
        night.terminal.wait_for("wijkaanpak in de zaal")
        beside.wait_for("De sessie is gesloten")
        night.leave()
        beside.press("q")
        assert beside.wait_exit() == 0


def test_whoever_opens_them_late_sees_the_present(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night:
        begin(night)
        night.press("Enter")
        night.count(6, 5, 7)
        night.press("Enter")
        see_step(night.terminal, 3)
        with notes(tmp_path, size=SMALL) as beside:
            see_step(beside, 3)
            beside.wait_for("18 mensen doen mee")
        with notes(tmp_path, "--lang", "en", "--theme", "beamer-licht", size=(120, 36)) as beside:
            beside.wait_for("step 3 of")
            beside.wait_for("Who is here (18)")


def test_what_they_say_never_stands_on_the_wall(tmp_path: Path) -> None:
    with notes(tmp_path, size=(120, 36)) as beside, evening(tmp_path, "run", "proefronde") as night:
        begin(night)
        screen = see_step(beside, 1)
        private = [line.strip()[:30] for line in screen.split("\n")[5:9] if len(line.strip()) > 30]
        assert private
        beside.press("Enter")
        see_step(night.terminal, 2)
        see_step(beside, 2)  # until it knows that it was done, it asks nothing more
        beside.press("Left")
        see_step(night.terminal, 1)
        drawn = b"".join(data for _, data in night.terminal.arrivals).decode()
        assert [line for line in private if line in drawn] == []


def test_their_keys_turn_the_pages_of_the_wall(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night, notes(tmp_path) as beside:
        begin(night)
        for on in ("Enter", "PageDown", "Right"):
            see_step(beside, 1)
            beside.press(on)
            see_step(night.terminal, 2)
            see_step(beside, 2)
            beside.press("Left")
            see_step(night.terminal, 1)


def test_what_cannot_be_done_is_said_there_and_the_wall_stays(tmp_path: Path) -> None:
    with evening(tmp_path, "run", "proefronde") as night, notes(tmp_path, size=SMALL) as beside:
        begin(night)
        see_step(beside, 1)
        night.press("p")
        night.see("Parkeren")
        night.type("de speeltuin")
        beside.press("Enter")
        beside.wait_for("niet is bewaard")
        night.see("de speeltuin")
        night.press("Enter")
        night.see("lijst: 1")
        beside.wait_for("1 geparkeerd")
        night.press("w")
        night.see("toehoorders")
        beside.press("Enter")
        beside.wait_for("Sluit het daar met Esc")
        night.press("Escape")
        night.terminal.wait_gone("toehoorders")
        beside.press("Left")
        beside.wait_for("nog iets nodig")
        beside.press("Enter")
        see_step(night.terminal, 2)
        beside.wait_gone("Niet gedaan")
    assert parked(tmp_path) == ["de speeltuin"]


def test_nothing_of_a_vote_that_is_open_is_seen_in_them(tmp_path: Path) -> None:
    """While ballots come in the notes show the same picture, to the last cell but the clock."""
    with evening(tmp_path, "run", "proefronde") as night, notes(tmp_path, size=(120, 36)) as beside:
        begin(night)
        night.press("Enter")
        night.count(3, 3, 3)
        night.press("Enter")
        night.go_on_until("Op papier")
        night.press("Enter")
        night.see("briefje 1")
        beside.wait_for("Wie is er (9)")
        beside.wait_still()
        before = without_clock(beside.screen())
        for digits in ("1", "111", "444"):
            night.type(digits)
            night.terminal.wait_still()
            beside.press("Enter")
            beside.wait_for("komen stemmen binnen")
            beside.press("Up")
            beside.wait_gone("komen stemmen binnen")
            assert without_clock(beside.screen()) == before


def without_clock(screen: str) -> str:
    return "\n".join(line for line in screen.split("\n") if not re.search(r"\d+\.\d\d", line))


def test_when_the_wall_goes_to_another_session_they_follow(tmp_path: Path) -> None:
    with notes(tmp_path) as beside:
        for place in ("Zandpoort", "Molenhoek"):
            with evening(tmp_path, "run", "proefronde") as night:
                begin(night, place, again=place == "Molenhoek")
                beside.wait_for(f"· {place}")
                night.press("q")
                night.terminal.wait_for("wijkaanpak in de zaal")
                beside.wait_for("De sessie is gesloten")
                night.leave()
        with evening(tmp_path) as night:
            for down in (["Enter"], ["Down", "Enter"]):
                night.terminal.wait_for("wijkaanpak in de zaal")
                night.press(*down)
                title = re.compile("· (Zandpoort|Molenhoek)")
                found = title.search(night.terminal.wait_for(title))
                assert found
                beside.wait_for(found[0])
                night.press("q")
                beside.wait_for("De sessie is gesloten")
            night.terminal.wait_for("wijkaanpak in de zaal")
            night.leave()


def test_when_the_wall_is_killed_they_say_so_and_keep_what_was_there(tmp_path: Path) -> None:
    with notes(tmp_path) as beside:
        with evening(tmp_path, "run", "proefronde") as night:
            begin(night)
            see_step(beside, 1)
            night.terminal.kill()
            night.terminal.wait_exit()
            beside.wait_for("antwoordt niet meer")
            assert step_of(beside.screen()) == 1
            beside.press("Enter")
        with evening(tmp_path, "resume") as night:
            night.see("Dit is Oosterlinde")
            beside.wait_gone("antwoordt niet meer")
            beside.press("Enter")
            see_step(night.terminal, 2)


def kill_again_and_again(folder: Path, times: int) -> str:
    """Kill the notes at any moment of their life while the wall goes on; give what was counted."""
    chance = random.Random(20261130)
    turned = 0
    with evening(folder, "run", "proefronde") as night:
        begin(night)
        for number in range(1, times + 1):
            with notes(folder, size=SMALL) as beside:
                if number % 3:
                    beside.wait_for("van")
                    beside.press("Enter" if number % 2 else "Left")
                    turned += 1
                time.sleep(chance.uniform(0, 0.4))  # the moment is the point: at a look, a draw, a request
                beside.kill()
                beside.wait_exit()
            night.terminal.wait_still()
            night.press("p")
            night.see("Parkeren")
            night.say(f"regel {number}")
            night.see(f"lijst: {number}")
        night.press("q")
        night.terminal.wait_for("wijkaanpak in de zaal")
        night.leave()
    assert parked(folder) == [f"regel {number}" for number in range(1, times + 1)]
    assert list((folder / "state" / "wall").glob("*")) == []
    return f"kills of the notes: {times}, {turned} of them after a request; the wall went on, 0 lines lost"


def test_the_wall_does_not_notice_when_they_are_killed(tmp_path: Path, figure: Callable[[str], None]) -> None:
    figure(kill_again_and_again(tmp_path, 6))


@pytest.mark.slow
def test_the_wall_does_not_notice_a_hundred_kills(tmp_path: Path, figure: Callable[[str], None]) -> None:
    figure(kill_again_and_again(tmp_path, 100))
