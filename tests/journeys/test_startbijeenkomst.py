"""The start meeting: eighteen people, a latecomer, a second vote, an objection, by keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import LARGE_LETTERS, MOSTLY_SMALL, Evening, evening, in_weeks

pytestmark = platform_marks.ptys

POLICY = ["33443332", "34343333", "43442333", "33343323", "34433332", "44342333"]
RESIDENTS = ["44232444", "43142434", "44233344", "34132443", "44242434"]
PROFESSIONALS = ["11433340", "12433330", "21443332", "11434320", "22433331", "12443332", "11433343"]


@pytest.mark.parametrize("size", [*MOSTLY_SMALL, LARGE_LETTERS], ids=str)
def test_startbijeenkomst(tmp_path: Path, size: tuple[int, int]) -> None:
    with evening(tmp_path, "run", "startbijeenkomst", size=size) as night:
        night.prepare("Vogelbuurt", starts="19.30")
        _open(night)
        _vote(night)
        _result(night)
        _talk(night)
        _agree(night)
        message = night.finish("13 februari", "13 februari")
        assert "beleid (6), bewoners (6) en professionals (7)" in message
        assert "vraagt wie er in de ochtend thuis zijn" in message
        report = night.only("*-rapport.html").read_text(encoding="utf-8")
        for said in (
            "het plein",
            "Wie trekt dit na de zomer?",
            "sinds de jongerenwerker is het rustiger",
            "huizen met vocht",
            "een moeder belde drie keer over schimmel",
            "de straat gaat open voor het riool",
        ):
            assert said in report, said
        night.leave()


def _open(night: Evening) -> None:
    night.see("Fijn dat u er bent.")
    night.press("Enter", "Enter")
    night.see("Welke straten horen erbij?")
    night.say("van het kanaal tot de Merelstraat")
    night.press("Enter")
    night.see("Hoe noemt u deze plek zelf?")
    night.say("de Vogels")
    night.press("Enter")
    night.see("Wie ziet het anders?")
    night.press("Enter")
    night.count(6, 5, 7)
    night.press("Enter")
    night.see("Waar bent u trots op")
    night.say("het plein")
    night.say("de voetbalclub")
    night.see("de voetbalclub")
    night.press("Enter")
    night.see("Welk woord gebruikt men nu voor deze wijk?")
    night.say("de flats")
    night.press("Enter")
    night.see("vraag 2 van 2")
    night.say("de Vogelbuurt")
    night.press("Enter")
    night.see("Wie ziet het anders?")
    night.press("Enter")


def _vote(night: Evening) -> None:
    for number in range(1, 9):
        night.see(f"Stelling {number} van 8", "weet ik niet")
        night.press("Enter")
    night.see("Hoe komen de antwoorden binnen?")
    night.press("Enter")
    night.see("briefje 1 van 6")
    night.press("p")  # someone parks a question meanwhile
    night.see("Parkeren")
    night.say("Wie trekt dit na de zomer?")
    night.see("briefje 1 van 6")
    night.enter_ballots([POLICY, RESIDENTS, PROFESSIONALS])
    night.see("Dank u wel")
    night.press("Enter")
    night.see("Pauze", "Wij gaan verder om")
    night.press("w")  # a resident comes in
    night.see("Wie is er nu?")
    night.press("Down", "+")
    night.see("●●●●●●")
    night.press("Enter")
    night.see("Pauze")
    night.press("Enter")


def _result(night: Evening) -> None:
    night.see("De antwoorden zijn geteld.")
    night.press("Enter")
    night.see("18 van 18", "10 van 15", "7 van 21", "Wat zien zij")
    night.press("n")
    night.see("Notitie")
    night.say("sinds de jongerenwerker is het rustiger")
    night.see("sinds de jongerenwerker is het rustiger")
    night.press("Enter")
    first = night.see("uitslag 1 van 8", "●")
    statement = next(line.strip() for line in first.split("\n")[3:] if line.strip())
    night.press("s")
    night.see("Gekozen voor een tweede stemming")
    night.press("v")
    night.see("briefje 1 van 6")
    night.enter_ballots([["3"] * 6, ["4", "4", "3", "4", "4"], ["2", "2", "3", "3", "2", "3", "3"]])
    if night.room:  # there is no room for a sentence
        night.see(statement[:30], "0→4")
    else:
        screen = night.see(statement[:30], "eerst", "nu")
        assert re.search(r"[Ee]erst 0 van 7 eens, nu 4 van 7", " ".join(screen.split())), screen
    night.press("o")
    night.see("18 van 18")
    night.press("o")


def _gather(night: Evening, questions: dict[str, str]) -> None:
    """Write one line under each question, and one line of who sees it differently."""
    for question, line in questions.items():
        night.see(question)
        night.say(line)
        night.see(line)
        night.press("Enter")
    night.see("Wie ziet het anders?")
    night.say("op straat merken wij hier weinig van")
    night.press("Enter")


def _lay_on_the_table(night: Evening) -> None:
    """A figure and a story: named, recognised by who is here, and laid side by side."""
    night.see("Welke cijfers kennen wij?")
    for line in ("huizen met vocht", "1 op de 4", "de corporatie", "dit jaar"):
        night.say(line)
    night.press("Enter", "Enter", "Enter")
    night.see("huizen met vocht: 1 op de 4")
    night.press("Enter")
    night.see("Welk verhaal kent u uit de wijk?")
    night.say("een moeder belde drie keer over schimmel")
    night.see("een moeder belde drie keer over schimmel")
    night.press("Enter")
    for number in (1, 2):
        night.see("Wie herkent dit?", f"{number} van 2")
        night.type("112")
        night.press("Enter")
    night.see("Past dit verhaal bij een cijfer?")
    night.press("1", "Enter")
    night.see("Cijfer en verhaal, naast elkaar")
    night.press("Enter")
    night.see("Wat weten wij nog niet")
    night.say("of het in elke straat zo is")
    night.say("de corporatie")
    night.see("of het in elke straat zo is")
    night.press("Enter")


def _talk(night: Evening) -> None:
    _lay_on_the_table(night)
    night.see("Welke zorg vraagt om iets extra's?")
    night.say("schimmel, van ouders van de basisschool")
    night.see("schimmel, van ouders")
    night.press("Enter")
    night.see("Welke kans vraagt om iets extra's?")
    night.say("de straat gaat open voor het riool")
    night.see("voor het riool")
    night.press("Enter")
    night.see("Vier groepjes")
    night.press("Enter")
    _gather(
        night,
        {
            "Wat is er precies aan de hand?": "vocht en schimmel",
            "Waarom is juist hier": "de huizen zijn oud",
            "Wat kan niet blijven": "bellen zonder antwoord",
            "Wie herkent dit beeld": "wie hier werkt, ziet het minder",
        },
    )
    for question in (
        "Is meer nodig",
        "Gaat het om meer",
        "Hoort dit bij deze wijk",
        "Vinden bewoners",
        "Is er voor jaren",
    ):
        night.see(question)
        night.press("3" if question == "Vinden bewoners" else "1")
    night.see("Wat is ons advies?")
    night.press("2")
    night.see("Waarom")
    night.say("professionals zien het nog niet")
    night.say("de stemming van vanavond")
    for _ in range(4):
        night.press("Enter")


def _agree(night: Evening) -> None:
    night.see("Nieuwe afspraak")
    night.agree("bij de school ophalen wat ouders nodig hebben", "wijkteam", "over 2 weken", in_weeks(2))
    night.press("Enter")
    night.see("geen bezwaar gehoord")
    night.agree("huisbezoek bij de vochtige huizen", "corporatie", "over 3 weken", in_weeks(3))
    night.press("b")
    night.see("Wat is het bezwaar?")
    night.say("wie werkt, is dan niet thuis")
    night.see("Mag erbij staan vanuit wie dit komt?")
    night.press("Down", "Down", "Enter")
    night.see("wie werkt, is dan niet thuis", "de afspraak aanpassen")
    night.press("a")
    night.see("Wat gaan wij doen?")
    night.press("Ctrl+U")
    night.type("vraagt wie er in de ochtend thuis zijn")
    night.press("Enter", "Enter", "Enter")
    night.see("Wie begrijpt het nog niet?")
    night.press("Enter")
    night.see("Wie kan hier niet mee leven?", "geen bezwaar meer")
    night.press("Enter")
    night.see("Klaar met afspraken")
    night.press("Down", "Down", "Down", "Enter")
    night.see("Wat is de eerste stap")
    night.say("wijkteam belt de school")
    night.see("Wat")
    while "Dit bericht gaat" not in night.terminal.screen():
        night.press("Enter")
        night.terminal.wait_still()
