"""Sheets for choosing and for tasks, when the screen fails."""

from __future__ import annotations

from typing import Any

from facilitator.kinds import kinds
from facilitator.report.print_file import print_html
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library, built_in
from facilitator.words import Words
from tests.report.made_up import scenario, step

NL = Words("nl")


def printed(*steps: Any) -> str:
    return print_html(scenario(uses=[scenario().uses[0].model_copy(update={"steps": list(steps)})]), NL)


def test_what_can_be_chosen_stands_on_its_sheet_with_room_for_what_waits() -> None:
    options = [{"id": "a", "text": "Soep", "hint": "elke week"}, {"id": "b", "text": "Lampen"}]
    made = printed(step("choose", "kies", among="options", most=1, options=options))
    for words in ("Soep (elke week)", "Lampen", "Ons antwoord, hooguit 1", "Wie ziet het anders?"):
        assert words in made
    assert "Dit is ons antwoord" not in printed(step("card", "welkom"))


def test_every_pair_gets_a_sheet_to_take_along_with_room_for_what_it_hears_and_not_for_names() -> None:
    path = built_in() / "buurt-eigen-3-straatgesprekken.toml"
    made = print_html(load_scenario(path, Library.of(path), kinds(), "nl"), NL)
    sides = [each for each in made.split("<section") if 'data-part="handouts"' in each]
    sheets = [front + back for front, back in zip(sides[::2], sides[1::2], strict=True)]
    assert len(sheets) == 5, "ten people go out in pairs"
    for each in sheets:
        assert "Wat zou u morgen anders willen?" in each
        assert "Geen naam, geen adres." in each
        assert each.count(", en wat wij hoorden") == 3
        assert each.count("Tweetal: welke twee organisaties") == 1
    usual = print_html(load_scenario(path, Library.of(path), kinds(), "nl"), NL, people=7)
    assert usual.count("Tweetal: welke twee organisaties") == 4


def test_there_is_a_block_for_every_task_with_its_questions() -> None:
    made = printed(step("tasks", "opgaven", ask=["for_whom", "chance"], most=2))
    assert "Opgave 1" in made
    assert "Opgave 2" in made
    assert "Opgave 3" not in made
    assert made.count(">Voor wie is dit?</b>") == 2
    assert made.count(">Wat gebeurt er toch al, wat wij kunnen gebruiken?</b>") == 2
    assert "Waarom nu?" not in made
