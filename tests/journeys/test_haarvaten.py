"""Residents begin: worries and dreams, what hangs together, who knows whom, where the energy is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import LARGE_LETTERS, MOSTLY_SMALL, Evening, evening, in_weeks

pytestmark = platform_marks.ptys


@pytest.mark.parametrize("size", [*MOSTLY_SMALL, LARGE_LETTERS], ids=str)
def test_haarvaten(tmp_path: Path, size: tuple[int, int]) -> None:
    with evening(tmp_path, "run", "haarvaten", size=size) as night:
        night.prepare("Slachthuisbuurt")
        night.see("Fijn dat u er bent.")
        night.press("Enter")
        night.see("Waar gaan we wel en niet over?")
        night.press("Enter")
        night.count(3, 9, 4)
        night.press("Enter")
        _tell(night)
        _connect(night)
        _network(night)
        _choose(night)
        _close(night)
        message = night.finish("over 6 weken", in_weeks(6))
        assert "elke vrijdag samen eten (buurtkeuken" in message
        report = night.only("*-rapport.html").read_text(encoding="utf-8")
        for said in (
            "een speeltuin die vol is",
            "te hard rijden op straat",
            "moskee",
            "de verkeersdienst bellen",
        ):
            assert said in report, said
        night.leave()


def _gather(night: Evening, question: str, theirs: str, others: str = "") -> None:
    """Residents say something first, and then whoever wants to."""
    night.see(question, "Eerst bewoners")
    night.say(theirs)
    night.see(theirs)
    night.press("Enter")
    night.see(question, "En de anderen?")
    if others:
        night.say(others)
        night.see(others)
    night.press("Enter")


def _tell(night: Evening) -> None:
    _gather(night, "Wat is hier fijn", "een speeltuin die vol is")
    _gather(night, "Waar maakt u zich zorgen over?", "te hard rijden op straat", "kinderen spelen binnen")
    _gather(night, "Waar droomt u van", "samen eten op het plein")
    night.see("Kies zelf een kopje")
    night.press("Enter")


def _connect(night: Evening) -> None:
    night.see("Wat maakt het een erger", "te hard rijden op straat")
    night.press("2", "3", "1")
    night.see("maakt", "erger")
    night.press("Enter")
    night.go_on_until("Welke organisaties")


def _network(night: Evening) -> None:
    night.see("Welke organisaties werken in deze wijk?")
    night.say("wijkteam")
    night.see("wijkteam")
    night.press("Enter")
    night.see("Wie kent de wijk van binnen?")
    night.say("moskee")
    night.say("buurtkeuken")
    night.see("buurtkeuken")
    night.press("Enter")
    night.see("Welke groepen en organisaties kennen elkaar?", "1 van 3")
    night.press("1")
    for number in (2, 3):
        night.press("Enter")
        night.see(f"{number} van 3")
    night.press("Enter")
    night.see("moskee – buurtkeuken")
    night.press("Enter")
    night.see("Pauze")
    night.press("Enter")


def _choose(night: Evening) -> None:
    night.see("Waar wilt u zelf iets aan doen?", "1 van 3")
    for hands in "213":
        night.press(hands)
    night.see("Waar zit energie?", "veel handen")
    night.press("Enter")
    night.see("Waar kunnen wij binnen zes weken mee beginnen?", "samen eten op het plein")
    night.press("Enter")
    night.see("○", "hooguit")
    night.press("3", "End", "Enter")
    night.see("Wat laten wij nu liggen?")
    night.say("de verkeersdienst bellen")
    night.press("Enter")
    night.see("Wie ziet het anders?")
    night.press("Enter")


def _close(night: Evening) -> None:
    night.see("Nieuwe afspraak")
    night.agree("elke vrijdag samen eten", "buurtkeuken", "over 2 weken", in_weeks(2))
    night.press("Enter")
    night.see("geen bezwaar gehoord")
    night.press("Down", "Down", "Enter")
    night.see("Wat is de eerste stap")
    night.say("buurtkeuken vraagt de sleutel")
    night.see("Wie kijkt tussendoor hoe het gaat")
    night.say("wijkteam")
    night.say("over 1 week")
    night.see("Wie antwoordt op wat wij vandaag niet kozen?")
    night.say("het wijkteam, over 2 weken")
    night.press("Enter")
    night.see("Wie vertelt het aan buren die er niet zijn?")
    night.go_on_until("Dit bericht gaat")
