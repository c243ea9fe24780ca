"""The trial run, by keyboard alone, from the first key to the saved report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import LARGE_LETTERS, SIZES, evening, in_weeks
from tests.report.reading import Page

pytestmark = platform_marks.ptys


@pytest.mark.parametrize("size", [*SIZES, LARGE_LETTERS], ids=str)
def test_proefronde(tmp_path: Path, size: tuple[int, int]) -> None:
    with evening(tmp_path, size=size, wait="Proefronde") as night:
        night.press("Enter")
        night.prepare("Oosterlinde")
        night.see("Dit is Oosterlinde")
        night.press("Enter")
        night.count(3, 3, 3)
        night.press("Enter")
        for number in (1, 2, 3):
            night.see(f"Stelling {number} van 3", "4 helemaal eens", "weet ik niet")
            night.press("Enter")
        night.see("Hoe komen de antwoorden binnen?")
        night.press("Enter")
        night.see("briefje 1 van 3", "De antwoorden staan niet op het scherm.")
        night.enter_ballots([["444", "343", "334"], ["433", "244", "340"], ["112", "221", "122"]])
        night.see("Dank u wel")
        night.press("Enter")
        night.see("De antwoorden zijn geteld.")
        night.press("Enter")
        night.see("beleid", "3 van 3", "0 van 3", "Wat zien zij")
        night.press("Enter")
        for number in (1, 2, 3):
            night.see(f"uitslag {number} van 3", "oneens")
            night.press("Enter")
        night.see("Welke organisatie")
        night.say("woningcorporatie")
        night.press("Enter")
        night.see("Welke groep")
        night.say("buurtapp")
        night.press("Enter")
        night.see("Nieuwe afspraak")
        night.agree("huisbezoek bij de vochtige huizen", "corporatie", "over 2 weken", in_weeks(2))
        night.press("Enter")
        night.see("geen bezwaar gehoord")
        night.press("Down")
        night.press("Enter")
        night.see("Wat is de eerste stap")
        night.say("corporatie maakt een brief")
        night.see("Wat er nu gebeurt")
        night.press("Enter")
        message = night.finish("over 3 weken", in_weeks(3))
        assert f"huisbezoek bij de vochtige huizen (corporatie, {in_weeks(2)})" in message
        assert len(message) <= 1001
        report = night.only("*-rapport.html").read_text(encoding="utf-8")
        assert "huisbezoek bij de vochtige huizen" in report
        assert "corporatie maakt een brief" in report
        assert "<svg" in Page(report).pictures[0]
        night.leave()
