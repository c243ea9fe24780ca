"""A name that leads nowhere is told with the nearest that is there, or with all when these are few."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.problems import Problem
from facilitator.words import Words
from tests.scenario.shelf import GOOD, change, check

Told = tuple[str, str, str, str]
"""Code, key, nearest name, and the names there are."""

GATHER = """
[[step]]
id = "ophalen"
kind = "collect"
title = "Ophalen"
minutes = 5
ask = "gather"
first = "{first}"

[[step.prompts]]
sort = "worry"
text = "Wat speelt er?"
"""
CHOICE = """
[[step]]
id = "kiezen"
kind = "choose"
title = "Kiezen"
minutes = 5
among = "options"
most = 1

[[step.options]]
id = "tuin"
text = "De tuin"

[[step.options]]
id = "bank"
text = "De bank"

[[step]]
id = "verder"
kind = "questions"
title = "Verder"
minutes = 5
of = "{of}"

[[step.questions]]
id = "hoe"
text = "Hoe dan?"
about = "{about}"
"""


def told(problems: list[Problem]) -> list[Told]:
    return [
        (each.code, each.key, each.nearest, each.choices) for each in problems if each.severity == "error"
    ]


def add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'block = "praten"',
            'block = "praten"\nleave_out = ["zingen"]',
            ("no_step", "use[1].leave_out[1]", "", "welkom, vraag"),
        ),
        (
            'block = "praten"',
            'block = "praten"\nminutes = { zingen = 5 }',
            ("no_step", "use[1].minutes.zingen", "", "welkom, vraag"),
        ),
        ('block = "praten"', 'block = "xyz"', ("no_block", "use[1].block", "", "")),  # too many to tell
        ('block = "praten"', 'block = "prater"', ("no_block", "use[1].block", "praten", "")),
    ],
)
def test_a_name_in_a_scenario(shelf: Path, old: str, new: str, expected: Told) -> None:
    code, *rest = expected
    assert told(check(change(shelf / "avond.toml", old, new))) == [(f"scenario.{code}", *rest)]


@pytest.mark.parametrize(
    ("first", "near", "choices"), [("ouders", "", "bewoners, beleid"), ("bewonners", "bewoners", "")]
)
def test_a_perspective_that_speaks_first(shelf: Path, first: str, near: str, choices: str) -> None:
    add(shelf / "blocks/praten.toml", GATHER.format(first=first))
    change(shelf / "avond.toml", "[[use]]", '[[perspective]]\nid = "beleid"\ntitle = "beleid"\n\n[[use]]')
    found = told(check(shelf / "avond.toml"))
    assert found == [("scenario.no_perspective", "step[3].first", near, choices)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('of = "stemmen"', 'of = "zzz"', ("statements.no_vote", "step[4].of", "", "stemmen")),
        ('of = "stemmen"', "", ("statements.of_missing", "step[4].of", "", "stemmen")),
        ('level = ["s1"]', 'level = ["zz"]', ("statements.no_statement", "step[3].level[1]", "", "s1, s2")),
        ('level = ["s1"]', 'only = ["zz"]', ("statements.no_statement", "step[3].only[1]", "", "s1, s2")),
    ],
)
def test_a_name_in_a_vote(shelf: Path, old: str, new: str, expected: Told) -> None:
    assert told(check(change(shelf / "blocks/stemmen.toml", old, new))) == [expected]


@pytest.mark.parametrize(
    ("of", "about", "expected"),
    [
        ("kiezen", "tuin", []),
        ("vraag", "tuin", [("questions.no_choice", "step[4].of", "", "kiezen")]),
        ("kiezen", "bankje", [("questions.never_chosen", "step[4].questions[1].about", "bank", "")]),
        ("kiezen", "wip", [("questions.never_chosen", "step[4].questions[1].about", "", "tuin, bank")]),
    ],
)
def test_a_name_of_a_choice(shelf: Path, of: str, about: str, expected: list[Told]) -> None:
    add(shelf / "blocks/praten.toml", CHOICE.format(of=of, about=about))
    assert told(check(shelf / "blocks/praten.toml")) == expected


def test_names_of_perspectives_with_the_back_of_a_ballot(shelf: Path) -> None:
    change(shelf / "blocks/stemmen.toml", 'level = ["s1"]', 'back = { jongeren = "drie" }')
    change(shelf / "avond.toml", 'block = "praten"', 'block = "stemmen"')
    assert told(check(shelf / "avond.toml")) == [
        ("scenario.no_perspective", "step[3].back.jongeren", "", "bewoners")
    ]


def test_what_a_block_of_the_app_misses_is_told_where_the_author_can_mend_it(tmp_path: Path) -> None:
    path = tmp_path / "school.toml"
    text = GOOD.replace('id = "bewoners"', 'id = "ouders"').replace('"praten"', '"zorgen-en-dromen"')
    path.write_text(text.replace("minutes = 20", "minutes = 40"), encoding="utf-8")
    [problem] = [each for each in check(path) if each.severity == "error"]
    assert (problem.code, problem.key) == ("scenario.perspective_needed", "use[1].block")
    assert problem.place
    assert problem.place.path == str(path)
    assert "[[perspective]]" in problem.say(Words("nl"))


def test_a_sentence_ends_with_the_names_there_are(shelf: Path) -> None:
    path = change(shelf / "avond.toml", 'block = "praten"', 'block = "praten"\nleave_out = ["zingen"]')
    assert check(path)[0].say(Words("nl")).endswith("Kies uit: welkom, vraag.")
    assert check(path)[0].say(Words("en")).endswith("Choose from: welkom, vraag.")
