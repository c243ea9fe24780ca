"""What figures and stories make us ask."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.session.registers import Fact, Recognised
from facilitator.session.session_leaves import PEOPLE as SMALL_GROUPS
from facilitator.session.state import State
from facilitator.steps.facts.findings import (
    TOTAL,
    is_new,
    missing,
    private,
    recognition_question,
    side_question,
    who_say,
)
from tests.steps.facts.table import COUGH, DAMP, NOISE, PARTY, table, with_links

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("source", "year", "lacks"),
    [("", "", "both"), ("CBS", "", "year"), ("", "2025", "source"), ("CBS", "2025", None)],
)
def test_a_figure_without_source_or_year_is_asked_about(source: str, year: str, lacks: str | None) -> None:
    assert missing(Fact(what="x", source=source, year=year)) == lacks


# -- who says it


def small(state: State, grouping: str, *silent: str) -> State:
    return state.replace(results={SMALL_GROUPS: {"grouping": grouping, "silent": list(silent)}})


def test_perspectives_say_so_apart_when_each_is_large_enough() -> None:
    assert who_say(table()) == ["bewoners", "beleid", "professionals"], "residents first"
    assert who_say(table().replace(people={"beleid": 3, "bewoners": 4})) == ["bewoners", "beleid"]


def test_with_a_small_group_all_say_it_together() -> None:
    state = table().replace(people={"beleid": 6, "bewoners": 2})
    assert who_say(state) == [TOTAL]
    assert who_say(small(state, "total")) == [TOTAL]
    assert who_say(small(state, "perspective", "bewoners")) == ["beleid"], "residents tell first"
    assert who_say(small(table(), "total")) == [TOTAL], "as the room chose before"


@pytest.mark.parametrize("people", [{}, {"beleid": 2}, {"beleid": 2, "bewoners": 1}])
def test_very_few_people_say_it_together(people: dict[str, int]) -> None:
    assert who_say(table().replace(people=people)) == [TOTAL]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({}, None),
        ({"beleid": "yes"}, None),
        ({"beleid": "no"}, None),
        ({"beleid": "no", "bewoners": "no"}, "nobody"),
        ({"bewoners": "no", "professionals": "no"}, None),
        ({"beleid": "yes", "bewoners": "no"}, "differs"),
        ({"beleid": "yes", "bewoners": "partly"}, "differs"),
        ({"beleid": "partly", "bewoners": "partly"}, None),
    ],
)
def test_recognising_differently_is_a_question(said: dict[str, Recognised], asked: str | None) -> None:
    """That nobody recognises something is not said before everyone was asked."""
    assert recognition_question(said, ["bewoners", "beleid"]) == asked


# -- side by side


def test_a_story_is_new_until_it_fits_or_contradicts_a_figure() -> None:
    state = with_links(table(), figure01_story001="fits", figure01_story002="beside")
    assert not is_new(state, COUGH)
    assert is_new(state, PARTY), "it is about something else"
    assert not is_new(state, DAMP)


@pytest.mark.parametrize(
    ("hows", "code", "about"),
    [
        ({}, "new", COUGH),
        ({"figure01_story001": "fits"}, "new", PARTY),
        ({"figure01_story001": "fits", "figure01_story002": "fits"}, "no_story", NOISE),
        ({"figure01_story001": "fits", "figure02_story002": "contradicts"}, "contradicts", PARTY),
    ],
)
def test_what_lies_side_by_side_asks_one_thing(hows: dict[str, str], code: str, about: str) -> None:
    asked = side_question(with_links(table(), **hows))
    assert asked is not None
    assert (asked.code, asked.about) == (code, about)


def test_nothing_is_asked_when_all_fits_or_there_is_nothing() -> None:
    fits = {"figure01_story001": "fits", "figure02_story002": "fits"}
    assert side_question(with_links(table(), **fits)) is None
    assert side_question(table().replace(registers={})) is None


# -- stories in which someone might be found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mail naar jan@voorbeeld.nl", "mail"),
        ("bel 06-12345678", "phone"),
        ("bel 06 12 34 56 78", "phone"),
        ("bel (010) 123 45 67", "phone"),
        ("bel 010 123 45 67.", "phone"),
        ("bel +31 6 12345678", "phone"),
        ("bel 0031612345678", "phone"),
        ("zij woont op 1234 AB 12", "address"),
        ("zij woont op 1234ab, 12", "address"),
        ("op nummer 12, 1234 AB", "address"),
        ("in de Molenstraat 12", "address"),
        ("hij is geboren op 3 mei 1950", "birth"),
        ("she was born in 1950", "birth"),
        ("12-03-1985 kwam ik ter wereld", "birth"),
        ("12 maart 1985 kwam ik ter wereld", "birth"),
        ("12 March 1985 I came here", "birth"),
        ("Sinds 2012 is het rustig.", None),
        ("Op 12-3-2026 was er brand.", None),
        ("In 1985 kwam ik hier wonen.", None),
        ("Er zijn 1.200.000 tegels en 3 bankjes.", None),
        ("Het kost 0,35 per keer.", None),
        ("In 2024 is 5 keer ingebroken.", None),
        ("Van de 1250 huizen staan er 12 leeg.", None),
        ("De hele straat 12 keer rond.", None),
        ("Mijn buurvrouw hoest elke winter.", None),
    ],
)
def test_what_someone_can_be_found_by_is_asked_about(text: str, found: str | None) -> None:
    assert private(text, TODAY) == found


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert private(text, TODAY) in {"mail", "phone", "address", "birth", None}


@given(st.text("abcdefgh ijklmn,.!?", max_size=200))
def test_a_text_without_figures_points_at_nobody(text: str) -> None:
    assert private(text, TODAY) is None
