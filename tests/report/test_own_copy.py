"""The facilitator's own copy: coaching and open questions, which the report for everyone leaves out."""

from __future__ import annotations

from typing import Final

import pytest

from facilitator.document import Backstage, Dots, Items, Paragraph, Told
from facilitator.orders import Reader
from facilitator.report.session_report import for_reader
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import evening
from tests.report.telling import every_format, told

OWN: Final = (
    "Verdeeld: begin klein.",  # the name of a pattern, and its advice
    "Hier verschillen wij het meest.",  # what the app asked about a statement
    "Hoe dicht de antwoorden bij elkaar liggen",
    "Staat er ook een groep van bewoners bij?",
    "Hier wordt iets geboden, en niemand zoekt iets.",
    "Droge huizen: Nog niemand trekt dit. Wie begint?",
    "Het programma: gepland en gedaan",
)
SHARED: Final = (
    "Ook binnen groepen verschilt het.",  # what the wall told the room
    "Sinds de jongerenwerker is het rustiger",
    "Ons advies: dat weten wij nog niet.",
    "De kerk is weg",
)


def test_coaching_is_for_the_facilitator_alone() -> None:
    everyone, own = (
        " ".join(each.split())
        for each in (every_format(evening())[0], every_format(evening(), reader="facilitator")[0])
    )
    for words in OWN:
        assert words.lower() in own.lower()
        assert words.lower() not in everyone.lower()
    for words in SHARED:
        assert words in own
        assert words in everyone


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_all_that_everyone_has(language: Language) -> None:
    everyone = told(evening(), language=language)
    own = told(evening(), language=language, reader="facilitator")
    assert set(everyone.split()) <= set(own.split())
    assert len(own) > len(everyone)
    programme = Words(language)("report.programme.title")
    made: dict[Reader, list[str]] = {
        reader: every_format(evening(), language, reader) for reader in ("everyone", "facilitator")
    }
    assert all(programme.lower() in each.lower() for each in made["facilitator"])
    assert not any(programme.lower() in each.lower() for each in made["everyone"])


def test_what_is_backstage_is_told_in_its_place() -> None:
    asked = Dots("x", ["laag", "midden", "hoog", "?"], [], "w", asked="Wie wil hier iets over zeggen?")
    parts: list[Told] = [Paragraph("een"), Backstage([Paragraph("twee"), Items(["drie"])]), asked]
    everyone, own = (list(for_reader(parts, own=own)) for own in (False, True))
    assert everyone[:1] == [Paragraph("een")]
    assert [part.asked for part in everyone if isinstance(part, Dots)] == [""]
    assert len(everyone) == 2
    assert own == [Paragraph("een"), Paragraph("twee"), Items(["drie"]), asked]
