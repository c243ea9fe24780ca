"""Looking back as a reader finds it afterwards."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.document import Heading, Items, Paragraph
from facilitator.kinds import kinds
from facilitator.report.plain_text import render
from facilitator.report.print_file import print_html
from facilitator.report.session_report import build
from facilitator.session.registers import Agreement
from facilitator.session.state import State
from facilitator.steps.agreements.report import REPORT
from facilitator.steps.review.commands import add, celebrate, say_needed, say_status
from facilitator.words import LANGUAGES, Language, Words
from tests.steps.outcomes import after
from tests.steps.review.lasttime import (
    AGREEMENTS,
    BEFORE,
    CELEBRATE,
    EXAMPLE,
    LAMPS,
    LEARN,
    PAPER,
    PARTY,
    SCHOOL,
    back_again,
)
from tests.steps.running import begun, evening, example

NL = Words("nl")


def told(state: State, language: Language = "nl") -> str:
    """Give the report as one line, so that it does not matter where its rows end."""
    t = Words(language)
    return " ".join(render(build(state, t, date(2026, 3, 13)), t).split())


def looked_back() -> State:
    state = after(back_again(), say_status(back_again(), kinds(), CELEBRATE, SCHOOL, "done"))
    state = after(state, celebrate(state, kinds(), CELEBRATE, "line0001", SCHOOL, "taart"))
    state = after(state, add(state, kinds(), CELEBRATE, "worked", "line0002", "De buren groeten elkaar."))
    state = after(state, say_status(state, kinds(), AGREEMENTS, PAPER, "unknown"))
    state = after(state, say_needed(state, PAPER, "iemand die schrijft"))
    state = after(state, say_status(state, kinds(), AGREEMENTS, LAMPS, "postponed", date(2026, 4, 1)))
    state = after(state, say_status(state, kinds(), AGREEMENTS, PARTY, "not-needed"))
    return after(state, add(state, kinds(), LEARN, "learnt", "line0003", "Begin klein."))


def test_what_is_done_is_told_first_and_what_stopped_after_what_goes_on() -> None:
    parts = REPORT.registers(looked_back(), NL)
    assert [each.text for each in parts if isinstance(each, Paragraph | Heading)] == [
        "Dit is af. Daar zijn wij trots op.",
        "2. Bij de school vragen wat nodig is",
        "Hier gaan wij mee door.",
        "1. Wijkkrant: stukje over de avond",
        "3. De lantaarns laten branden",
        "Hier gaan wij niet mee door.",
        "Idee: Een buurtfeest",
    ]


def test_agreements_that_were_only_made_need_no_heading_over_them() -> None:
    parts = REPORT.registers(back_again(), NL)
    assert [each.text for each in parts if isinstance(each, Paragraph)] == [
        "Ideeën. Dit zijn nog geen afspraken."
    ]


def lines_of(state: State, name: str) -> list[str]:
    """Give what is told of one agreement."""
    alone = state.replace(registers={"agreements": {name: state.agreements()[name]}})
    (items,) = (each for each in REPORT.registers(alone, NL) if isinstance(each, Items))
    return list(items.lines)


def test_how_it_stands_is_told_and_what_it_takes() -> None:
    lines = lines_of(looked_back(), PAPER)
    assert "Hoe het staat: dat vragen wij na." in lines
    assert "Nodig om verder te gaan: iemand die schrijft" in lines
    assert "Hoe het staat: niet meer nodig." in lines_of(looked_back(), PARTY)


def test_what_is_done_is_not_asked_about_any_more() -> None:
    state = looked_back()
    state = after(state, say_needed(state, SCHOOL, "nog een lijst"))
    lines = lines_of(state, SCHOOL)
    assert "Hoe het staat: klaar." in lines
    assert "Klaar als: een lijst in de hal" in lines
    assert not any("Nodig" in line or "nog niet gevraagd" in line for line in lines)


def test_who_looks_in_between_is_told() -> None:
    agreement = Agreement(
        what="x",
        who="wij",
        due=date(2026, 5, 1),
        firmness="agreement",
        seen="bord op het plein",
        keeper="wijkraad",
        look_on=date(2026, 4, 1),
    )
    lines = lines_of(back_again().replace(registers={"agreements": {PAPER: agreement}}), PAPER)
    assert "Zo ziet de wijk het: bord op het plein" in lines
    assert "Tussentijds kijken: wijkraad, woensdag 1 april 2026" in lines


def test_what_worked_and_what_was_learnt_stands_with_what_was_said() -> None:
    said = told(looked_back())
    assert "Bij de school vragen wat nodig is. Zo vieren wij dat: taart" in said
    assert "De buren groeten elkaar." in said
    assert "Dit leerden wij. - Begin klein." in said


def test_what_nobody_knew_stands_with_what_is_not_known() -> None:
    said = told(looked_back())
    assert said.count("Hoe het staat met de afspraak “Wijkkrant: stukje over de avond”.") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_often_something_was_postponed_is_told_nowhere(language: Language) -> None:
    """The number is in the file; a report that counts would shame who asked for time."""
    before, state = looked_back(), looked_back()
    often = state.agreements()[LAMPS].model_copy(update={"postponed": 97})
    state = state.replace(registers={"agreements": {**state.agreements(), LAMPS: often}})
    assert told(state, language) == told(before, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_looking_back_can_be_done_on_paper(language: Language) -> None:
    t = Words(language)
    made = print_html(evening(EXAMPLE, language), t)
    for asked in ("done", "worked", "learn"):
        assert made.count(f">{t(f'review.paper.{asked}')}</h3>") == 1
    assert t.lines("review.paper.agreements")[2] in made


def test_an_objection_to_what_is_done_is_no_longer_open() -> None:
    state = begun(example("agreements")).replace(registers=looked_back().registers, before=BEFORE)
    assert "bezwaar nog niet opgelost" not in told(state)
    busy = state.agreements()[SCHOOL].model_copy(update={"status": "busy"})
    state = state.replace(registers={"agreements": {**state.agreements(), SCHOOL: busy}})
    assert "Bij de afspraak “Bij de school vragen wat nodig is” is een bezwaar nog niet opgelost." in told(
        state
    )
