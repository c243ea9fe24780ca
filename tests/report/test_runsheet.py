"""The run sheet says all that a room is asked, so that a step can be done without the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facilitator.kinds import kinds
from facilitator.report.print_file import print_html
from facilitator.scenario.authoring.trial import try_out
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library, built_in
from facilitator.scenario.model import Scenario
from facilitator.scenario.plain_language import texts_of
from facilitator.steps.statements.kind import StatementsStep, statements_of, vote_of
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import scenario, step
from tests.report.reading import Page, squeezed
from tests.steps.running import STEPS, example

NL = Words("nl")
PROGRAMMES = sorted(built_in().glob("*.toml"))
LOOKS = ("cluster", "shared", "links", "energy")


def runsheet(made: Scenario, language: Language = "nl") -> str:
    """Give the words of the run sheet, without the rest of the paper."""
    html = print_html(made, Words(language), only="runsheet")
    return squeezed(Page(html[html.index("<section") :]).text)


def alone(kind: str, **more: Any) -> str:
    """Give the run sheet of an evening of one step."""
    use = scenario().uses[0].model_copy(update={"steps": [step(kind, "stap", **more)]})
    return runsheet(scenario(uses=[use]))


def assert_complete(made: Scenario, language: Language) -> None:
    said = runsheet(made, language)
    for _, each in made.places():
        data = each.model_dump(mode="json")
        unsaid = {"notes"} if made.alone and each.alone else {"alone"}
        kept = {name: value for name, value in data.items() if name not in unsaid}
        for path, text in texts_of(kinds()[each.kind].step, kept):
            assert all(squeezed(row) in said for row in text.splitlines()), (each.id, path, text)
        if isinstance(each, StatementsStep):
            use = next(use for use in made.uses if any(each is one for one in use.steps))
            for statement in statements_of(vote_of(each, use), made):
                assert each.part == "result" or squeezed(statement.text) in said
                assert each.part == "vote" or squeezed(statement.ask) in said


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_all_that_a_programme_says_to_a_room_is_there(path: Path) -> None:
    assert_complete(load_scenario(path, Library.of(path), kinds(), "nl"), "nl")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(kinds()))
def test_all_that_a_kind_can_say_to_a_room_is_there(kind: str, language: Language) -> None:
    assert_complete(try_out(example(kind), STEPS / kind, kinds(), Words(language)).scenario, language)


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        ("actors", {"ask": "formal"}, ["Welke organisaties zijn er hier?", "Geen namen van mensen."]),
        ("actors", {"ask": "informal"}, ["Denk ook aan: sportclub"]),
        ("actors", {"ask": "interests"}, ["Wil zelf", "Voor de wijk"]),
        ("actors", {"ask": "rings"}, ["beslist", "doet mee", "denkt mee", "wil het weten"]),
        ("agreements", {}, ["wie doet het, en wanneer is het klaar?", "Wie kan hier niet mee leven?"]),
        ("agreements", {"ask": "seen"}, ["Wat ziet de wijk ervan, binnen drie maanden?"]),
        ("agreements", {"ask": "keep"}, ["Wie kijkt tussendoor hoe het gaat, en wanneer?"]),
        ("checkin", {}, ["Vanuit wie antwoordt u vandaag?", "bewoners: Wie er woont.", "toehoorders"]),
        ("choose", {"among": "items", "most": 2}, ["Kies samen: hooguit 2.", "Wat laten wij nu liggen?"]),
        ("choose", {"among": "items", "sorts": ["worry"]}, ["Kies uit wat wij eerder", "Alleen: zorg."]),
        ("choose", {"among": "tasks"}, ["Kies uit onze opgaven."]),
        ("collect", {"ask": "shared"}, ["wij delen dit", "één kant ziet dit"]),
        ("collect", {"ask": "energy", "sorts": ["pride"]}, ["een paar handen", "Alleen: trots."]),
        ("collect", {"ask": "energy", "among": "actors"}, ["een beetje"]),
        ("contributions", {"ask": "offers"}, ["Biedt", "Zoekt"]),
        ("contributions", {"ask": "tasks"}, ["Waar past dit het best?"]),
        ("contributions", {"ask": "roles", "guard": True}, ["trekt", "Wie let op wat goed is"]),
        ("facts", {"ask": ["recognition", "unknown"]}, ["Wie herkent dit?", "Wat weten wij nog niet"]),
        ("review", {"ask": "celebrate"}, ["Is dit af?", "Wat lukte wel"]),
        ("review", {"ask": "agreements"}, ["Hoe staat het met onze afspraken?", "Wat is er nodig"]),
        ("review", {"ask": "learn"}, ["Wat leerden wij?"]),
        ("tasks", {"ask": ["for_whom"]}, ["Wat moet er dan veranderen?", "Voor wie is dit?"]),
        ("tasks", {"ask": ["theme"], "make": False}, ["Onder welk kopje hoort dit?"]),
    ],
)
def test_what_the_screen_would_ask_is_there(kind: str, said: dict[str, Any], expected: list[str]) -> None:
    sheet = alone(kind, **said)
    assert [each for each in expected if squeezed(each) not in sheet] == []


@pytest.mark.parametrize("look", LOOKS)
def test_what_a_look_at_what_was_gathered_asks_is_there(look: str) -> None:
    assert squeezed(NL(f"collect.lead.{look}")) in alone("collect", ask=look)


def test_who_speaks_first_and_what_is_asked_when_a_group_gathers() -> None:
    prompts = [
        {"sort": "worry", "text": "Wat gaat niet goed?", "hint": "Op straat."},
        {"sort": "ambition", "text": "Wat wilt u?"},
    ]
    first = alone("collect", ask="gather", prompts=prompts, first="bewoners")
    assert squeezed("Eerst bewoners. De anderen luisteren.") in first
    assert squeezed("Wat gaat niet goed? (Op straat.)") in first
    assert squeezed("Wat wilt u?") in first
    unsigned = alone("collect", ask="gather", prompts=prompts, unsigned=True)
    assert squeezed("Kaarten zonder naam.") in unsigned
    assert squeezed("De anderen luisteren.") not in unsigned


def test_a_question_about_a_choice_says_which_and_a_choice_out_of_sets_names_them() -> None:
    path = built_in() / "zeven-bouwstenen.toml"
    sheet = runsheet(load_scenario(path, Library.of(path), kinds(), "nl"))
    assert squeezed("Gedeelde urgentie: Wat is er precies aan de hand?") in sheet
    assert squeezed("Gezamenlijke ambitie en focus Coalitie van partners") in sheet


def test_a_figure_that_was_looked_up_comes_with_its_source() -> None:
    facts = [{"what": "Lege huizen", "value": "40", "source": "gemeente", "year": "2025"}]
    assert squeezed("Lege huizen: 40 (gemeente, 2025)") in alone("facts", facts=facts)


def test_a_vote_and_its_result_in_one_go_have_their_questions_apart() -> None:
    sets = [
        each.model_copy(
            update={
                "statements": [one.model_copy(update={"ask": f"En {one.id}?"}) for one in each.statements]
            }
        )
        for each in scenario().statement_sets
    ]
    use = scenario().uses[0]
    both = use.model_copy(update={"steps": [step("statements", "stem", sets=["urgentie"])]})
    sheet = runsheet(scenario(uses=[both], statement_sets=sets))
    assert sheet.index(squeezed("Stelling over beter.")) < sheet.index(squeezed("1. En meer?"))


def test_a_team_alone_reads_what_is_meant_for_a_team() -> None:
    use = scenario().uses[0]
    said = step("card", "stap", notes="Voor de begeleider.", alone="Voor het team.")
    steps = [use.model_copy(update={"steps": [said]})]
    assert squeezed("Voor het team.") in runsheet(scenario(uses=steps, alone=True))
    assert squeezed("Voor de begeleider.") in runsheet(scenario(uses=steps))
