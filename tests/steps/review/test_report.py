"""Looking back as a reader finds it afterwards."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from facilitator.document import Heading, Table
from facilitator.kinds import kinds
from facilitator.report.message import message
from facilitator.report.plain_text import render
from facilitator.report.print_file import print_html
from facilitator.report.session_report import build
from facilitator.scenario.model import key_of
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
DAY = date(2026, 3, 13)


def told(state: State, language: Language = "nl") -> str:
    """Give the report as one line, so that it does not matter where its rows end."""
    t = Words(language)
    return " ".join(render(build(state, t, DAY), t).split())


def looked_back() -> State:
    state = after(back_again(), say_status(back_again(), kinds(), CELEBRATE, SCHOOL, "done"))
    state = after(state, celebrate(state, kinds(), CELEBRATE, "line0001", SCHOOL, "taart"))
    state = after(state, add(state, kinds(), CELEBRATE, "worked", "line0002", "De buren groeten elkaar."))
    state = after(state, say_status(state, kinds(), AGREEMENTS, PAPER, "unknown"))
    state = after(state, say_needed(state, PAPER, "iemand die schrijft"))
    state = after(state, say_status(state, kinds(), AGREEMENTS, LAMPS, "postponed", date(2026, 4, 1)))
    state = after(state, say_status(state, kinds(), AGREEMENTS, PARTY, "not-needed"))
    return after(state, add(state, kinds(), LEARN, "learnt", "line0003", "Begin klein."))


def changed(state: State) -> list[list[str]]:
    """Give what became of agreements: a row each, without its number."""
    (table,) = (each for each in REPORT.changes(state, NL) if isinstance(each, Table))
    return [[*row][1:] for row in table.rows]


def test_what_is_done_is_told_first_and_what_stopped_after_what_goes_on() -> None:
    state = after(looked_back(), say_status(looked_back(), kinds(), AGREEMENTS, PAPER, "stopped"))
    assert [row[0] for row in changed(state)] == [
        "Bij de school vragen wat nodig is (wijkteam)",
        "De lantaarns laten branden (gemeente)",
        "Wijkkrant: stukje over de avond (redactie)",
    ]
    assert "Ideeën. Dit zijn nog geen afspraken. - Een buurtfeest. Hoe het staat: Niet meer nodig." in told(
        state
    )


def test_agreements_that_were_not_spoken_of_are_told_as_they_were() -> None:
    assert changed(back_again())[0] == [
        "Wijkkrant: stukje over de avond (redactie)",
        "dinsdag 20 januari",
        "Niet besproken.",
        "",
    ]
    assert [each.text for each in REPORT.registers(back_again(), NL) if isinstance(each, Heading)] == [
        "2. Bij de school vragen wat nodig is"
    ], "with an objection that stands"


def test_then_and_now_stand_beside_each_other() -> None:
    rows = {row[0]: row[1:] for row in changed(looked_back())}
    assert rows == {
        "Bij de school vragen wat nodig is (wijkteam)": ["vrijdag 6 februari", "Klaar.", ""],
        "Wijkkrant: stukje over de avond (redactie)": [
            "dinsdag 20 januari",
            "Dat vragen wij na.",
            "iemand die schrijft",
        ],
        "De lantaarns laten branden (gemeente)": [
            "zondag 1 maart",
            "Uitgesteld. Nieuwe dag: woensdag 1 april. 3 keer verzet.",
            "",
        ],
    }


def test_what_is_done_is_not_asked_about_any_more() -> None:
    state = looked_back()
    state = after(state, say_needed(state, SCHOOL, "nog een lijst"))
    assert changed(state)[0] == [
        "Bij de school vragen wat nodig is (wijkteam)",
        "vrijdag 6 februari",
        "Klaar.",
        "",
    ]
    assert "nog een lijst" not in told(state)


FOLLOWED: Final = Agreement(
    what="x",
    who="wij",
    due=date(2026, 5, 1),
    firmness="agreement",
    first_step="bellen",
    proof="een lijst in de hal",
    seen="bord op het plein",
    keeper="wijkraad",
    look_on=date(2026, 4, 1),
)


def test_who_looks_in_between_is_told() -> None:
    said = told(back_again().replace(before=None, registers={"agreements": {PAPER: FOLLOWED}}))
    assert "Eerste stap: bellen" in said
    assert "Klaar als: een lijst in de hal" in said
    assert "Zo ziet de wijk het: bord op het plein" in said
    assert "Tussentijds kijken: wijkraad, woensdag 1 april 2026" in said


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("make", "Eerste stap: bellen"),
        ("seen", "Zo ziet de wijk het: bord op het plein"),
        ("keep", "wijkraad"),
    ],
)
def test_of_an_earlier_agreement_is_told_what_the_group_was_asked_again(ask: str, words: str) -> None:
    """Where it was not asked it stands in the report of the meeting that made it."""
    state = begun(example("agreements"))
    use, step = next(state.scenario.places())
    asking = use.model_copy(update={"steps": [step.model_copy(update={"ask": ask})]})
    state = back_again().replace(
        scenario=state.scenario.model_copy(update={"uses": [asking]}),
        registers={"agreements": {PAPER: FOLLOWED}},
    )
    assert words not in told(state.replace(begun={}))
    assert words in told(state.replace(begun={key_of(use, step): "19:30"}))


def test_what_worked_and_what_was_learnt_stands_with_what_was_said() -> None:
    said = told(looked_back())
    assert "Bij de school vragen wat nodig is. Zo vieren wij dat: taart" in said
    assert "De buren groeten elkaar." in said
    assert "Dit leerden wij. - Begin klein." in said


def test_what_nobody_knew_stands_with_what_is_not_known() -> None:
    said = told(looked_back())
    assert said.count("Hoe het staat met de afspraak “Wijkkrant: stukje over de avond”.") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_often_something_was_moved_is_told_with_what_changed_and_nowhere_else(language: Language) -> None:
    """Elsewhere, and in the message, a count would only shame who asked for time."""
    t, state = Words(language), looked_back()
    often = state.agreements()[LAMPS].model_copy(update={"postponed": 97})
    state = state.replace(registers={"agreements": {**state.agreements(), LAMPS: often}})
    report = build(state, t, DAY)
    moved = t("agreements.report.moved", n=97)
    (since,) = (each for each in report.sections if each.title == t("report.since.title"))
    assert str(since).count(moved) == 1
    assert "97" not in str([*report.page_one, *(each for each in report.sections if each is not since)])
    assert "97" not in message(state, t, DAY)


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
