"""The network evening: nine actors, six contributions, roles after that, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import MOSTLY_SMALL, Evening, evening, in_weeks

pytestmark = platform_marks.ptys

FORMAL = ["gemeente, afdeling wijkzaken", "woningcorporatie", "wijkteam", "basisschool", "politie"]
INFORMAL = ["bewonersvereniging", "voetbalclub", "moskee", "appgroep Schoolstraat"]


@pytest.mark.parametrize("size", MOSTLY_SMALL, ids=str)
def test_netwerk_en_bijdragen(tmp_path: Path, size: tuple[int, int]) -> None:
    with evening(tmp_path, "run", "netwerk-en-bijdragen", size=size) as night:
        night.prepare("Baalder")
        _open(night)
        _actors(night)
        _contributions(night)
        _roles(night)
        _close(night)
        message = night.finish("over 6 weken", in_weeks(6))
        assert "de sleutel van het buurthuis regelen (wijkteam" in message
        report = night.only("*-rapport.html").read_text(encoding="utf-8")
        for said in (
            *FORMAL,
            *INFORMAL,
            "huiswerkhulp",
            "Samen de binnentuin opknappen",
            "rust in de straat",
            "verkeer, wijkzaken vraagt het",
            "Wie op de hele wijk let",
        ):
            assert said in report, said
        night.leave()


def _open(night: Evening) -> None:
    night.see("Fijn dat u er bent.")
    night.press("Enter")
    night.see("Waar gaan we wel en niet over?")
    night.press("Enter")
    night.count(4, 6, 5)
    night.press("Enter")
    night.see("Welke straten horen erbij?")
    night.say("tussen het kanaal en de sporthal")
    night.press("Enter")
    night.see("Hoe noemt u deze plek zelf?")
    night.say("Baalder")
    night.press("Enter")
    night.see("Wie ziet het anders?")
    night.press("Enter")


def _actors(night: Evening) -> None:
    night.see("Welke organisaties werken in deze wijk?")
    for name in FORMAL:
        night.say(name)
        night.see(name)
    night.press("Enter")
    night.see("Wie kent de wijk van binnen?")
    for name in INFORMAL:
        night.say(name)
        night.see(name)
    night.press("Enter")
    _acquaintances(night)
    night.see("Wat wilt u zelf bereiken", "1 van 9")
    night.say("rust in de straat")
    night.say("een wijk waar kinderen buiten spelen")
    for number in range(2, 10):
        night.see(f"{number} van 9")
        night.press("Enter", "Enter")
    night.see("nog geen ring")
    for ring in "113224134":
        night.type(ring)
    night.see("Elke partij staat in een ring.")
    night.press("Enter")
    night.see("Pauze")
    night.press("Enter")


def _acquaintances(night: Evening) -> None:
    """Who knows whom, one actor at a time; and then who is missing tonight."""
    night.see("Welke groepen en organisaties kennen elkaar?", "bewonersvereniging", "1 van 9")
    night.press("4")
    night.see("● 4")
    for number in range(2, 10):
        night.press("Enter")
        night.see(f"{number} van 9")
    night.press("Enter")
    night.see("Wie kent wie", "bewonersvereniging")
    night.press("Enter")
    night.see("Welke afdelingen van de gemeente zijn er vandaag?")
    night.say("wijkzaken")
    night.press("Enter")
    night.see("Wie missen wij nog, en wie vraagt hen?")
    night.say("verkeer, wijkzaken vraagt het")
    night.see("verkeer, wijkzaken vraagt het")
    night.press("Enter")
    night.see("Wie ziet het anders?")
    night.press("Enter")


def _contributions(night: Evening) -> None:
    night.see("Wat kunt u brengen?")
    for number, (key, what) in enumerate(
        [
            ("b", "elke maand een spreekuur"),
            ("z", "vrijwilligers voor de tuin"),
            ("b", "een zaal op maandag"),
            ("b", "huiswerkhulp"),
            ("z", "een contactpersoon"),
            ("b", "een schoonmaakdag"),
        ]
    ):
        if number:
            night.press("Down")
        night.press(key)
        night.see("biedt" if key == "b" else "zoekt")
        night.say(what)
        night.see("Wat kunt u brengen?")
    night.press("Enter")
    night.see("huiswerkhulp", "een contactpersoon")
    night.press("Enter")
    night.see("Een opgave is wat er moet veranderen")
    night.say("Samen de binnentuin opknappen")
    night.say("Meer hulp bij huiswerk")
    night.see("Meer hulp bij huiswerk")
    night.press("Enter")
    for number, task in enumerate("120121", 1):
        night.see(f"{number} van 6")
        night.press(task)
    night.see("1 van 3", "Samen de binnentuin opknappen")
    for number in (2, 3):
        night.press("Enter")
        night.see(f"{number} van 3")
    night.press("Enter")


def _roles(night: Evening) -> None:
    night.see("Samen de binnentuin opknappen", "1 trekt")
    night.press("1", "Down", "3", "Down", "2")
    night.see("trekt", "doet mee", "beslist")
    night.press("Enter")
    night.see("2 van 2")
    night.press("1", "Enter")
    night.see("Wie let op wat goed is voor de hele wijk?")
    night.press("1")
    night.see("◆ hoeder")
    night.press("Enter")


def _close(night: Evening) -> None:
    night.see("Nieuwe afspraak")
    night.agree("de sleutel van het buurthuis regelen", "wijkteam", "over 2 weken", in_weeks(2))
    night.press("Enter")
    night.see("geen bezwaar gehoord")
    night.press("Down", "Down", "Enter")
    night.see("Wat is de eerste stap")
    night.say("wijkteam belt de beheerder")
    night.go_on_until("Dit bericht gaat")
