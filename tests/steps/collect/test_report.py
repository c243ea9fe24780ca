"""What a report tells of what a group brought up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from facilitator.document import Backstage, Items, Paragraph, Told
from facilitator.report.print_file import print_html
from facilitator.report.session_report import build
from facilitator.session.registers import Actor
from facilitator.session.state import State
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.report import REPORT
from facilitator.words import LANGUAGES, Language, Words
from tests.steps.collect.brought import EXAMPLE, NL, STREET, item, knows, link, network, session, worries
from tests.steps.places import place_of, places_of
from tests.steps.running import begun


def _told(state: State, name: str) -> Sequence[Told]:
    return REPORT.parts(state, *place_of(state, f"collect/{name}", CollectStep), NL)


def test_lines_stand_per_sort_and_from_whom_where_that_was_kept() -> None:
    state = session([item("ruzie", perspective="bewoners"), item("het plein", "pride"), item("herrie")])
    assert _told(state, "ophalen") == [
        Paragraph("Zorgen:"),
        Items(["ruzie (bewoners)", "herrie"]),
        Paragraph("Waar wij trots op zijn:"),
        Items(["het plein"]),
    ]


def test_lines_stand_under_their_headings_those_without_one_first() -> None:
    state = session(
        [
            item("ruzie", theme="straat"),
            item("herrie"),
            item("stil", theme="thuis"),
            item("poep", theme="straat"),
        ]
    )
    assert _told(state, "ophalen") == [
        Paragraph("Zorgen:"),
        Items(["herrie"]),
        Paragraph("Onder de kop “straat”:", quiet=True),
        Items(["ruzie", "poep"]),
        Paragraph("Onder de kop “thuis”:", quiet=True),
        Items(["stil"]),
    ]


def test_where_energy_is_stands_with_the_step_that_asked_for_hands() -> None:
    items = [
        item("herrie", energy="none"),
        item("ruzie", perspective="bewoners", energy="much"),
        item("stil"),
    ]
    state = session(items)
    assert _told(state, "ophalen")[1] == Items(["ruzie (bewoners)", "herrie", "stil"])
    assert _told(state, "energie")[:2] == [
        Paragraph("Waar zit energie?"),
        Items(["ruzie (veel handen)", "herrie (nu geen handen)"]),
    ]


def test_every_line_is_told_once_at_the_step_that_asked_for_it() -> None:
    everything = [item("a"), item("b", "unsaid"), item("c", "asset"), item("d", "ambition")]
    state = session(everything, [link(0, 3, "worsens")])
    told = [
        line for name in ("ophalen", "kaarten", "koppen", "delen", "energie") for line in _lines(state, name)
    ]
    assert sorted(told) == ["a", "b", "c", "d"]
    assert _lines(state, "kaarten") == ["b"]
    assert "c" in _lines(state, "ophalen"), "what no step asks for is told at the first"


def test_a_sort_that_two_steps_ask_for_is_told_at_the_first() -> None:
    state = session(worries("a"))
    use, step = next(state.places())
    again = step.model_copy(update={"id": "later"})
    whole = state.scenario.model_copy(update={"uses": [use.model_copy(update={"steps": [step, again]})]})
    assert _lines(state.replace(scenario=whole), "ophalen") == ["a"]
    assert _lines(state.replace(scenario=whole), "later") == []


def _lines(state: State, name: str) -> list[str]:
    return [line for part in _told(state, name) if isinstance(part, Items) for line in part.lines]


def test_links_are_sentences_chain_by_chain_with_what_is_felt_most() -> None:
    links = [link(1, 3, "worsens"), link(0, 1, "worsens"), link(2, 3, "improves")]
    assert _told(session(worries(*STREET), links), "samenhang") == [
        Items(
            [
                "Hondenpoep maakt ruzie op straat erger.",
                "Ruzie op straat maakt mensen blijven binnen erger.",
                "Te hard rijden maakt mensen blijven binnen beter.",
            ]
        ),
        Paragraph("Hier komen de meeste pijlen aan: mensen blijven binnen (2). Dat voelen wij het meest."),
    ]


def test_a_long_line_stands_between_quotation_marks_in_a_sentence() -> None:
    state = session(worries("Er wordt veel te hard gereden.", "ruzie"), [link(0, 1, "worsens")])
    assert _lines(state, "samenhang") == ["“Er wordt veel te hard gereden” maakt “ruzie” erger."]


def test_who_knows_whom_and_who_makes_the_connection() -> None:
    state = session(actors=network(), links=[knows(1, 0)])
    assert _told(state, "wie-kent-wie") == [
        Items(["Gemeente en Wijkteam kennen elkaar."]),
        Paragraph(
            "Tussen de groepen zonder kantoor en de organisaties staat nog geen lijn. Wie legt de verbinding?"
        ),
    ]
    assert _told(session(actors=network()), "wie-kent-wie") == []
    assert _told(session(actors=network(), links=[knows(1, 2)]), "wie-kent-wie") == [
        Items(["Appgroep en Wijkteam kennen elkaar."]),
        Paragraph("Nog geen lijn met een organisatie: Koor. Wie stelt hen voor?"),
    ]


def test_what_is_shared_stands_beside_what_one_side_sees() -> None:
    state = session([item("a", shared="shared"), item("b", shared="one-side"), item("c")])
    assert _told(state, "delen") == [
        Paragraph("Dit delen wij:"),
        Items(["a"]),
        Paragraph("Dit ziet één kant:"),
        Items(["b"]),
    ]


def test_what_is_felt_and_nobody_carries_is_asked_once_hands_were_asked_for() -> None:
    state = session([item("a", shared="shared", energy="none")])
    assert not any("Wat is er nodig?" in str(part) for part in _told(state, "energie"))
    asked = _told(state.replace(begun={"collect/energie": "20:15"}), "energie")
    question = Paragraph("Dit delen wij: a. Wij zagen geen handen. Wat is er nodig?")
    assert asked[-1] == Backstage([question])


def test_energy_of_parties_has_most_of_it_first() -> None:
    actors = [
        Actor(name="Gemeente", side="formal", energy="some"),
        Actor(name="Koor", side="informal"),
        Actor(name="School", side="formal", energy="much"),
    ]
    assert _told(session(actors=actors), "energie-partijen") == [
        Items(["School (veel)", "Gemeente (een beetje)"])
    ]


def test_an_empty_session_tells_nothing() -> None:
    state = session()
    assert all(REPORT.parts(state, use, step, NL) == [] for use, step in places_of(state, CollectStep))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_has_it_under_the_titles_of_the_steps(language: Language) -> None:
    state = session(worries(*STREET, shared="shared", energy="much"), [link(0, 1, "worsens")], network())
    report = build(state.replace(begun={"collect/energie": "20:15"}), Words(language), date(2026, 3, 12))
    said = next(
        section for section in report.sections if section.title == Words(language)("report.chapter.said")
    )
    told = [line for part in said.parts if isinstance(part, Items) for line in part.lines]
    assert any(line.startswith("hondenpoep (") for line in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_projector_there_is_paper_for_every_look(language: Language) -> None:
    t, scenario = Words(language), begun(EXAMPLE, language).scenario
    made = print_html(scenario, t, only="sheets").replace("&#x27;", "'")
    for _, step in scenario.places():
        assert f'<h2 class="title">{step.title}</h2>' in made
    assert made.count(t("collect.unsigned")) == 1
