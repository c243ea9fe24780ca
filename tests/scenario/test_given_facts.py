"""Figures that a scenario has for a step of a block: those of this neighbourhood."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library
from tests.scenario.shelf import change, check, told

FACTS = """\
format = 1
title = "Cijfers"
why = "Omdat het helpt."
source_status = "derived"

[[step]]
id = "cijfers"
kind = "facts"
title = "Cijfers"
minutes = 12

[[step.facts]]
what = "Van een andere buurt"
"""
USE = """
[[use.facts.cijfers]]
what = "Huurwoningen in dit gebied"
value = "43 van de 100"
source = "CBS"
year = "2024"

[[use.facts.cijfers]]
what = "Mensen in dit gebied"
"""


def rename(path: Path, step: str) -> None:
    """Let the figures be those of another step."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("use.facts.cijfers", f"use.facts.{step}"), encoding="utf-8")


@pytest.fixture
def evening(shelf: Path) -> Path:
    (shelf / "blocks/cijfers.toml").write_text(FACTS, encoding="utf-8")
    path = change(shelf / "avond.toml", 'block = "praten"', 'block = "cijfers"')
    path.write_text(path.read_text(encoding="utf-8") + USE, encoding="utf-8")
    return path


def test_figures_of_a_use_are_offered_instead_of_those_of_the_block(evening: Path) -> None:
    assert check(evening) == []
    (use,) = load_scenario(evening, Library.of(evening), kinds(), "nl").uses
    facts = getattr(use.steps[0], "facts", [])
    assert [fact.what for fact in facts] == ["Huurwoningen in dit gebied", "Mensen in dit gebied"]
    assert facts[0].value == "43 van de 100"


def test_a_step_that_offers_none_cannot_have_them(evening: Path) -> None:
    change(evening, 'block = "cijfers"', 'block = "praten"')
    rename(evening, "vraag")
    assert [(code, key) for code, _, key, _ in told(check(evening))] == [
        ("scenario.no_facts", "use[1].facts.vraag")
    ]


def test_a_step_that_is_not_there_is_told(evening: Path) -> None:
    rename(evening, "cijfer")
    assert [(code, key, near) for code, _, key, near in told(check(evening))] == [
        ("scenario.no_step", "use[1].facts.cijfer", "cijfers")
    ]


def test_what_is_wrong_with_them_is_pointed_at_in_the_scenario(evening: Path) -> None:
    change(evening, "Huurwoningen in dit gebied", "Mensen in dit gebied")
    (problem,) = check(evening)
    assert (problem.code, problem.key) == ("facts.given_twice", "use[1].facts.cijfers[2].what")
    assert problem.place is not None
    lines = evening.read_text(encoding="utf-8").splitlines()
    assert Path(problem.place.path) == evening
    assert lines[problem.place.line - 1] == 'what = "Mensen in dit gebied"'


def test_a_figure_without_what_and_one_with_a_word_we_do_not_know(evening: Path) -> None:
    change(evening, 'source = "CBS"', 'sorce = "CBS"')
    codes = [(code, key) for code, _, key, _ in told(check(evening))]
    assert codes == [("scenario.unknown_key", "use[1].facts.cijfers[1].sorce")]


def test_one_that_does_not_fit_the_screen_is_told_where_it_stands(evening: Path) -> None:
    change(evening, "43 van de 100", "veel " * 55)
    change(evening, 'source = "CBS"', f'source = "{"wie " * 70}"')
    found = [problem for problem in check(evening) if problem.code == "scenario.too_tall"]
    assert [problem.key for problem in found], "it is too much for 64 by 18"
    assert all(problem.key.startswith("use[1].facts.cijfers[1]") for problem in found)
