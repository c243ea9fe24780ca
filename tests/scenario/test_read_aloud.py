"""What is hard to read aloud is told with the reason when it is asked for; what is easy is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.cli import main
from facilitator.problems import Place
from facilitator.scenario.library import built_in
from facilitator.scenario.read_aloud import MOST_LETTERS, MOST_WORDS, check_aloud, hard_aloud
from facilitator.words import LANGUAGES, Language, Words
from tests.scenario.shelf import SET, change, check

STATEMENTS = sorted((built_in() / "statements").glob("*.toml"))


def reasons(text: str, language: Language = "nl") -> list[str]:
    return [name for name, _, _ in hard_aloud(text, language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("woord " * MOST_WORDS + "eind.", ["long"]),
        ("woord " * (MOST_WORDS - 1) + "eind.", []),
        ("Niemand doet hier niets.", ["denial"]),
        ("Ik voel mij hier niet onveilig.", ["denial"]),
        ("Het gaat hier niet zonder hulp.", ["denial"]),
        ("Het gaat hier niet goed.", []),
        ("Het is niet goed. Het is geen ramp.", []),  # each denies once
        ("Wij kennen clubs, kerken, en winkels.", ["commas"]),
        ("Bankjes, bomen en koffie.", []),
        ("De WMO helpt ons.", ["short"]),
        ("Wij werken samen met B&W.", ["short"]),
        ("Er is hulp, bijv. van de school.", ["short"]),
        ("Er komt o.a. een bankje.", ["short"]),
        ("Het gaat nu OK.", ["short"]),
        ("De samenwerkingsafspraken zijn goed.", ["long_word"]),
        ("a" * MOST_LETTERS, []),
        ("De buurthuis-vrijwilligers helpen.", []),  # said in two
        ("De buurt (en de wijk) is schoon.", ["brackets"]),
        ("Mijn buurman/buurvrouw groet mij.", ["slash"]),
        ("Het is hier “gezellig”.", ["quotes"]),
        ("Het is hier 'gezellig'.", ["quotes"]),
        ("Gebeurt er niets extra's, dan wordt het slechter.", []),
        ("Ik ga om 21.30 uur naar huis.", ["number"]),
        ("Ik betaal €.", ["number"]),
        ("De 2 bankjes zijn 100% schoon.", ["number"]),
        ("De 3e straat.", ["number"]),
        ("", []),
    ],
)
def test_what_is_hard_to_hear(text: str, found: list[str]) -> None:
    assert reasons(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nobody does nothing here.", ["denial"]),
        ("It isn't unsafe here.", ["denial"]),
        ("We do not know.", []),
        ("Ask e.g. the school.", ["short"]),
        ("The NHS helps.", ["short"]),
        ("The neighbour's bench is clean.", []),
    ],
)
def test_what_is_hard_to_hear_in_english(text: str, found: list[str]) -> None:
    assert reasons(text, "en") == found


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.text(max_size=200))
def test_any_text_gives_reasons_that_can_be_said_and_shown(language: Language, text: str) -> None:
    t = Words(language)
    for problem in check_aloud(text, language, Place("x"), "statement[1].text"):
        assert problem.severity == "warning"
        assert problem.say(t)
        assert problem.words in text


def aloud(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["check", *words])
    return code, " ".join(capsys.readouterr().out.split())


def test_it_is_told_when_it_is_asked_for_with_its_place_and_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "statements" / "drie.toml"
    path.parent.mkdir()
    path.write_text(SET, encoding="utf-8")
    change(path, "Het is hier stil.", "Niemand doet hier niets (denk ik).")
    assert check(path) == []
    assert aloud(capsys, str(path)) == (0, f"{path}: in orde")
    code, said = aloud(capsys, "--aloud", str(path))
    assert code == 0
    assert said.count("Moeilijk voor te lezen") == 2
    assert f"{path}:7:" in said
    assert "twee keer ontkend (Niemand, niets)" in said


def test_a_scenario_is_asked_by_name_with_the_sets_it_names(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = aloud(capsys, "--aloud", "zeven-bouwstenen")
    assert code == 0
    assert "bouwsteen-3.toml" in said
    assert "Moeilijk voor te lezen: 2 komma's" in said


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.stem)
def test_statements_that_come_with_the_app_can_be_read_aloud(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """But for one, in both languages: its list of groups was asked for, and who reads it takes breath."""
    _, said = aloud(capsys, "--aloud", str(path))
    assert said.count("Moeilijk voor te lezen") == (2 if path.stem == "bouwsteen-3" else 0), said
