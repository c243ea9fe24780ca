"""The pages for authors: their files work, and what is made in them is as the app makes it now."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.file_check import Checker
from facilitator.scenario.library import Library
from facilitator.usage import COMMANDS
from facilitator.words import LANGUAGES, Language, Words
from tests.scenario.authoring.handbook import files_of, made, page, write_files


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_made_is_as_the_app_makes_it_now(language: Language) -> None:
    """Made anew with: python -m tests.regenerate."""
    text = page(language).read_text(encoding="utf-8")
    assert made(text, language) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_of_the_page_make_a_programme(tmp_path: Path, language: Language) -> None:
    text = page(language).read_text(encoding="utf-8")
    write_files(text, tmp_path)
    names = list(files_of(text))
    assert names == ["blocks/tuin.toml", "statements/tuin.toml", "onze-tuin.toml"]
    for name in names:
        assert Checker(tmp_path, kinds(), Words(language)).check(tmp_path / name) == []
    path = tmp_path / "onze-tuin.toml"
    scenario = load_scenario(path, Library.of(path), kinds(), "nl")
    assert sum(step.minutes for _, step in scenario.places()) <= scenario.minutes == 45
    assert {step.kind for _, step in scenario.places()} >= {"collect", "statements", "agreements"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_every_kind_and_only_commands_there_are(language: Language) -> None:
    text = page(language).read_text(encoding="utf-8")
    kinds_named = re.findall(r"^\| `([a-z]+)` \| [^|]+\|$", text.split("<!-- reference -->")[0], re.MULTILINE)
    assert sorted(kinds_named) == sorted(kinds())
    assert set(re.findall(r"^facilitator ([a-z]+)", text, re.MULTILINE)) <= set(COMMANDS)
