"""What was planned and what was done, side by side; and which session this one follows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitator.document import Table
from facilitator.report.programme_report import programme_of
from facilitator.session.events import BlockInserted, Moved
from facilitator.session.fold import fold
from facilitator.session.state import Before, State
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import bare, scenario
from tests.report.telling import every_format, report, told

EXTRA = scenario().uses[0].model_copy(update={"id": "extra"})


def rows(state: State, language: Language = "nl") -> list[list[str]]:
    tables = programme_of(state, Words(language))
    assert all(isinstance(each, Table) for each in tables)
    return [list(row) for each in tables if isinstance(each, Table) for row in each.rows]


def done(state: State, *steps: tuple[str, str], **changes: Any) -> State:
    """Go to these steps, at these times."""
    for key, at in steps:
        use, _, step = key.partition("/")
        state = fold(state, Moved(use=use, step=step), f"2026-11-22T{at}:00")
    return state.replace(**changes)


def test_what_was_done_stands_beside_what_was_planned() -> None:
    state = done(bare(), ("begin/welkom", "19:31"), ("begin/wie", "19:40"), ("slot/afspraken", "21:02"))
    found = rows(state)
    assert found[:3] == [
        ["19.30", "19.31", "Werkvorm welkom (5 minuten)"],
        ["19.35", "19.40", "Werkvorm wie (7 minuten)"],
        ["19.42", "niet aan toe gekomen", "Werkvorm stem (8 minuten)"],
    ]
    assert len(found) == len(state.keys())
    assert found[-2][1] == "21.02"


def test_the_first_time_that_a_step_was_begun_counts() -> None:
    state = done(bare(), ("begin/wie", "19:40"), ("begin/welkom", "19:50"), ("begin/wie", "20:10"))
    assert rows(state)[1][1] == "19.40"


def test_a_block_that_was_added_shifts_nothing_that_was_planned() -> None:
    state = done(fold(bare(), BlockInserted(after="begin", use=EXTRA)), ("extra/wie", "19:45"))
    found = rows(state)
    assert found[2:5] == [
        ["toegevoegd", "niet aan toe gekomen", "Werkvorm welkom (5 minuten)"],
        ["toegevoegd", "19.45", "Werkvorm wie (7 minuten)"],
        ["19.42", "niet aan toe gekomen", "Werkvorm stem (8 minuten)"],
    ]


def test_what_was_left_out_beforehand_was_not_planned() -> None:
    about = bare().about.model_copy(update={"left_out": ["begin"]})
    found = rows(done(bare(about=about), ("urgentie/stem", "19:30")))
    assert found[0] == ["19.30", "19.30", "Werkvorm stem (8 minuten)"]


def test_a_time_that_was_not_kept_is_left_open() -> None:
    assert rows(bare(begun={"begin/welkom": ""}))[0][1] == ""


@pytest.mark.parametrize("begun", [{}, {"session/closing": "21:00"}])
def test_a_programme_of_which_nothing_was_begun_is_not_shown(begun: dict[str, str]) -> None:
    assert rows(bare(begun=begun)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_in_every_format_and_language(language: Language) -> None:
    state = done(bare(), ("begin/welkom", "19:31"))
    clock, title = {"nl": ("19.31", "Het programma"), "en": ("19:31", "The programme")}[language]
    for each in every_format(state, language, "facilitator"):
        assert clock in each.replace("\\", "")
        assert title.lower() in each.lower()


def test_it_says_which_session_it_follows() -> None:
    before = Before(session="abcd1234", title="Startbijeenkomst", day=date(2026, 3, 12))
    said = told(bare(before=before))
    assert "Dit is een vervolg op: Startbijeenkomst, donderdag 12 maart" in said
    assert "vervolg op" not in told(bare())
    assert report(bare(before=before)).lead
