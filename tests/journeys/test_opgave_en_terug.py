"""From a problem to agreements, and back to them: the second evening follows the first by its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import MOSTLY_SMALL, Evening, evening, in_weeks

pytestmark = platform_marks.ptys

TASKS = ["droge huizen in de Merelstraat", "veilig naar school", "een plek voor jongeren", "meer groen"]
ABOUT = ["gezinnen", "de winter komt", "de muren zijn droog"]
MORE = ["er gaan mensen weg", "het nieuwe riool", "wonen", "de Merelstraat"]
BALLOTS = [["3344333"] * 4, ["4423244"] * 6, ["3343334"] * 4]


@pytest.mark.parametrize("size", MOSTLY_SMALL, ids=str)
def test_opgave_en_afspraken_en_terug(tmp_path: Path, size: tuple[int, int]) -> None:
    with evening(tmp_path, "run", "opgave-en-afspraken", size=size) as night:
        night.prepare("Vogelbuurt")
        _open(night)
        _tasks(night)
        _choose(night)
        _alliance(night)
        _agree(night)
        _hear(night)
        night.finish("over 6 weken", in_weeks(6))
        report = night.only("*-rapport.html").read_text(encoding="utf-8")
        for said in (*TASKS, "wie betaalt het daarna", "een bord aan de straat", "Eén A4", "Merelstraat"):
            assert said in report, said
        night.leave()
        earlier = night.only("*.toml")
    with evening(tmp_path / "terug", "run", "terugkomsessie", "--after", str(earlier), size=size) as night:
        _prepare_after(night)
        _look_back(night)
        _change(night)
        message = night.finish("over 6 weken", in_weeks(6), known=True)
        assert "(dit is af)" in message
        report = night.only("*-rapport.html").read_text(encoding="utf-8")
        for said in ("eerst bellen, dan pas een brief", "bij elkaar op de stoep", "een oud spreekuur"):
            assert said in report, said
        night.leave()


def _tell(night: Evening, question: str, line: str) -> None:
    night.see(question)
    night.say(line)
    night.see(line)
    night.press("Enter")


def _open(night: Evening) -> None:
    night.see("Fijn dat u er bent.")
    night.press("Enter")
    night.see("Waar gaan we wel en niet over?")
    night.press("Enter")
    night.count(4, 6, 4)
    night.press("Enter")
    night.see("Er kwamen geen afspraken mee van een vorige keer.")
    night.press("Enter")
    night.see("Van de vorige keer staat geen vraag meer open.")
    night.press("Enter")
    _tell(night, "Wat gebeurt hier al, en door wie?", "de corporatie schildert, gewoon werk")
    _tell(night, "Wat komt er toch al aan in de wijk?", "riool in de Merelstraat")


def _tasks(night: Evening) -> None:
    night.see("Waar beginnen wij mee?", "zelf typen")
    night.press("Down", "Enter")
    for task in TASKS:
        night.say(task)
        night.see(task)
    night.press("Enter")
    for lines in (ABOUT, MORE):
        for number in range(1, len(TASKS) + 1):
            night.see(f"opgave {number} van 4")
            for line in lines:
                night.say(line)
        night.see("Dit zijn onze opgaven")
        night.press("Enter")


def _choose(night: Evening) -> None:
    night.see("Aan welke opgaven beginnen wij nu?")
    night.press("Enter")
    night.see("hooguit 3")
    night.press("1", "2", "3", "4")
    night.see("Wat laat u er dan los?")
    night.press("Escape")
    night.see("3 van 3 gekozen")
    night.press("End", "Enter")
    night.see("Wat laten wij nu liggen?", "meer groen")
    night.say("in het voorjaar")
    night.press("Enter")
    night.see("Wie ziet het anders?")
    night.press("Enter")
    night.see("Pauze")
    night.press("Enter")


def _alliance(night: Evening) -> None:
    """What waits is out of the way."""
    night.see("Ga staan bij de opgave van uw keuze.", *TASKS[:3])
    night.press("f")
    night.see("Welke organisatie")
    night.say("wijkteam")
    night.press("b")
    night.see("wijkteam biedt")
    night.say("elke week een uur")
    night.press("Enter")
    night.see("elke week een uur")
    night.press("Enter")
    night.see("Bij welke opgave hoort wat u brengt?", "wijkteam biedt")
    night.press("1")
    for number in range(1, 4):
        night.see(f"{number} van 3")
        night.press("Enter")
    night.see("Wie trekt deze opgave?", "1 van 3")
    night.press("1")
    night.see("trekt  ")
    for number in range(2, 4):
        night.press("Enter")
        night.see(f"{number} van 3")
    night.press("Enter")


def _agree(night: Evening) -> None:
    night.see("opgave 1 van 3", "droge huizen")
    night.agree("een spreekuur in de straat houden", "wijkteam", "over 2 weken", in_weeks(2))
    night.press("Enter")
    night.see("geen bezwaar gehoord")
    night.press("Enter")
    night.see("Opgave  veilig naar school")
    night.press("Down", "Enter")
    night.see("Opgave  een plek voor jongeren")
    night.press("Down", "Enter")
    night.see("Bij deze opgaven is nog geen afspraak", "veilig naar school", "een plek voor jongeren")
    night.press("Enter")
    night.see("Wat is de eerste stap")
    night.say("het wijkteam zoekt een tafel")


def _hear(night: Evening) -> None:
    _tell(night, "Wat hebben wij nog niet gezegd?", "wie betaalt het daarna?")
    night.see("Wie ziet het anders?", "een spreekuur in de straat")
    night.press("Down", "Down", "Enter")
    night.see("Wat ziet de wijk ervan")
    night.say("een bord aan de straat")
    night.press("Enter")
    night.see("zodat iedereen het vindt", "Een stuk in een plan")
    night.press("Enter")
    night.see("hooguit 1")
    night.press("1", "End", "Enter")
    night.go_on_until("Dit bericht gaat")


def _prepare_after(night: Evening) -> None:
    night.see("Vervolg op", "Komt mee:", "4 opgaven")
    for _ in range(8):  # from field to field only the cursor moves
        night.terminal.wait_still()
        if "Enter beginnen" in night.terminal.screen():
            break
        night.press("Enter")
    night.see("Enter beginnen")
    night.press("Enter")
    night.see("Fijn dat u er bent.", "Hebt u uw briefje al ingevuld?")
    night.press("Enter")
    night.count(4, 6, 4)
    night.press("Enter")
    night.see("Wie was er vorige keer bij?")
    night.type("9")
    night.see("9 van de 14")
    night.press("Enter")


def _look_back(night: Evening) -> None:
    night.see("Stelling 1 van 8", "wat lukte er sinds vorige keer?")
    night.press("e")
    night.see("Hoe komen de antwoorden binnen?")
    night.press("Enter")
    night.see("briefje 1 van 4")
    night.enter_ballots([[f"{each}2" for each in group] for group in BALLOTS])
    night.see("Dank u wel")
    night.press("Enter")
    night.see("Is dit af?", "een spreekuur in de straat houden")
    night.press("1")
    night.see("Vieren")
    night.say("koffie voor wie hielp")
    night.go_on_until("Dit is af. Daar zijn wij trots op.")
    night.press("Enter")
    night.see("Hoe staat het met onze afspraken?", "✓ klaar", "▸ Klaar met de afspraken")
    night.press("Enter")
    night.see("Van de vorige keer staat geen vraag meer open.")
    night.press("Enter")
    night.see("De antwoorden zijn geteld.", "Is er minder nodig")
    night.press("Enter")
    night.see("Is hier meer nodig?")
    night.press("o")
    _tell(night, "Wat leerden wij?", "eerst bellen, dan pas een brief")


def _change(night: Evening) -> None:
    night.see("Welk woord gebruikt men nu voor deze wijk?")
    night.go_on_until("Welk verhaal vertellen wij over deze wijk?")
    _tell(night, "Welk verhaal vertellen wij over deze wijk?", "bij elkaar op de stoep")
    night.see("Wie vertelt het, aan wie, en waar?")
    night.go_on_until("Waar stoppen wij mee?")
    _tell(night, "Waar stoppen wij mee?", "een oud spreekuur")
    for question in ("Waar gaan wij mee door?", "Waar beginnen wij mee?", "Wie ziet het anders?"):
        night.see(question)
        night.press("Enter")
    night.see("Nieuwe afspraak")
    night.press("End", "Down", "Down", "Enter")
    night.go_on_until("Dit bericht gaat")
