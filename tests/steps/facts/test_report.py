"""Figures and stories as a reader finds them afterwards."""

from __future__ import annotations

from datetime import date
from html import escape

import pytest

from facilitator.document import Table
from facilitator.kinds import kinds
from facilitator.report.plain_text import render
from facilitator.report.print_file import print_html
from facilitator.report.session_report import build
from facilitator.scenario.given_fact import GivenFact
from facilitator.session.state import State
from facilitator.steps.facts.commands import ask_open, change_figure, offer, recognise
from facilitator.steps.facts.findings import TOTAL
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.facts.report import REPORT
from facilitator.words import LANGUAGES, Language, Words
from tests.steps.facts.table import COUGH, DAMP, EXAMPLE, KEY, table, with_links
from tests.steps.outcomes import after
from tests.steps.places import place_of, places_of
from tests.steps.running import evening

NL = Words("nl")


def told(state: State, language: Language = "nl") -> str:
    """Give the report as one line, so that it does not matter where its rows end."""
    t = Words(language)
    return " ".join(render(build(state, t, date(2026, 3, 13)), t).split())


def figures(state: State) -> Table:
    """Give the table of figures, which comes first."""
    (table_of_figures, *_) = REPORT.parts(state, *place_of(state, KEY, FactsStep), NL)
    assert isinstance(table_of_figures, Table)
    return table_of_figures


def test_a_figure_is_told_with_of_whom_it_is_and_who_recognises_it() -> None:
    state = after(table(), recognise(table(), DAMP, "bewoners", "yes"))
    state = after(state, recognise(state, DAMP, "beleid", "no"))
    assert figures(state).rows == [
        ["Huizen met vocht: 38 %", "corporatie, 2025", "beleid: nee, bewoners: ja"],
        ["Meldingen over overlast: 12", "dat weten wij nog niet", ""],
    ]


def test_what_a_figure_was_compared_with_is_told_where_it_is_known() -> None:
    state = after(table(), change_figure(table(), DAMP, compared="de stad, 21 %", area="Oost"))
    assert figures(state).rows[0] == ["Huizen met vocht: 38 % (Oost)", "corporatie, 2025", "de stad, 21 %"]
    placed = after(state, change_figure(state, DAMP, where="de flat aan de Dijk"))
    assert figures(placed).rows[0][0] == "Huizen met vocht: 38 % (Oost, de flat aan de Dijk)"


def test_a_story_is_told_with_what_it_lies_beside() -> None:
    state = with_links(table(), figure01_story001="fits", figure02_story001="contradicts")
    state = after(state, recognise(state, COUGH, "bewoners", "partly"))
    said = told(state)
    assert (
        "“Mijn kleinzoon hoest elke winter.” Dat past bij het cijfer “Huizen met vocht: 38 %”. "
        "Dat spreekt het cijfer “Meldingen over overlast: 12” tegen. Herkend? bewoners: deels."
    ) in said
    assert "“Op het plein is het feest.” Verteld vanuit bewoners. Hier is nog geen cijfer bij." in said


def test_what_all_said_together_is_nobodys_apart() -> None:
    state = table().replace(people={"beleid": 2, "bewoners": 2})
    state = after(state, recognise(state, COUGH, TOTAL, "yes"))
    assert "Herkend? ja." in told(state)


def test_what_nobody_knows_stands_with_what_is_not_known() -> None:
    state = after(table(), ask_open(table(), "open0001", "Hoe oud is dat?"))
    state = after(state, ask_open(state, "open0002", "Hoeveel winkels staan leeg", "wijkagent"))
    assert REPORT.unknown(state, *place_of(state, KEY, FactsStep), NL) == [
        "Van wie het cijfer “Meldingen over overlast: 12” is, en uit welk jaar.",
    ]
    assert "Hoe oud is dat?" in told(state)
    assert "Hoeveel winkels staan leeg. Dat zoekt uit: wijkagent." in told(state)


def test_what_was_looked_up_and_left_aside_gets_an_answer() -> None:
    state = after(table(), offer(table(), kinds(), KEY, GivenFact(what="Lege winkels"), None))
    assert "Vooraf opgezocht, en niet op tafel gelegd: Lege winkels." in told(state)
    state = after(state, offer(state, kinds(), KEY, GivenFact(what="Lege winkels"), "given001"))
    assert "niet op tafel" not in told(state)


def test_the_table_is_told_once_however_many_steps_there_are() -> None:
    state = table()
    places = places_of(state, FactsStep)
    assert [len(REPORT.parts(state, use, step, NL)) for use, step in places] == [3, 0]
    assert [len(REPORT.unknown(state, use, step, NL)) for use, step in places] == [1, 0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_told_of_an_empty_table(language: Language) -> None:
    state = table().replace(registers={})
    places = places_of(state, FactsStep)
    assert [REPORT.parts(state, use, step, Words(language)) for use, step in places] == [[], []]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_can_be_kept_on_paper(language: Language) -> None:
    """When the projector is dark, there is a sheet with what was looked up and room for the rest."""
    t = Words(language)
    made = print_html(evening(EXAMPLE, language), t, only="sheets")
    assert made.count(t("facts.paper.given")) == 1
    assert ("Huizen met vocht: 38 %" if language == "nl" else "Houses with damp: 38 %") in made
    for asked in ("facts", "stories", "unknown"):
        assert made.count(f">{t(f'facts.ask.{asked}')}</h3>") == 1
    assert made.count(escape(t("facts.careful"))) == 1, "a step that names nothing has no sheet"
