"""What steps left at tables becomes one where their kind says how; else it is told per table."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitator.kinds import kinds
from facilitator.kinds.tables_facet import KindTables, tables_of
from facilitator.report.plain_text import render
from facilitator.report.session_report import build
from facilitator.session.carry_over import carry_over
from facilitator.session.disclosure import to_share
from facilitator.session.merged_wording import told_by_table
from facilitator.session.provenance import say_origin
from facilitator.session.registers import Agreement, Objection, Parked
from facilitator.session.state import Before, State
from facilitator.tables.joined_entries import joined_entry, other_words
from facilitator.tables.look_alikes import look_alike
from facilitator.words import LANGUAGES, Words
from tests.tables.evening import DAY, a_table
from tests.tables.test_added_votes import left_out, merged

ADVICE = "praten/advies"
CLOSING = "session/closing"


def leaving(number: int, key: str, **fields: Any) -> State:
    """Give a table that left this at a step, or at its end."""
    table = a_table(number)
    return table.replace(results={**table.results, key: {**table.results.get(key, {}), **fields}})


def said(state: State, language: Any = "nl") -> str:
    t = Words(language)
    return " ".join(render(build(told_by_table(state, t), t, DAY), t).split())


def test_a_kind_that_says_nothing_of_tables_has_what_is_safe() -> None:
    facet = tables_of("card")
    assert facet == KindTables()
    assert facet.join(None, [{"a": 1}, {"a": 1}]) == {"a": 1}
    assert facet.join(None, [{"a": 1}, {"a": 2}]) is None


def test_answers_to_questions_are_all_there_each_with_its_table() -> None:
    state = merged(a_table(1), a_table(2))
    answers = state.result("praten/vragen")["answers"]
    assert isinstance(answers, list)
    assert len(answers) == 4
    assert "Huizen zijn vochtig (tafel 1)" in said(state)
    assert "Huizen zijn vochtig (table 2)" in said(state, "en")


def test_one_advice_of_all_tables_is_that_of_the_evening() -> None:
    state = merged(a_table(1), a_table(2))
    assert state.result(ADVICE)["advice"] == "unknown"
    assert left_out(state) == []


def test_different_advice_is_told_per_table() -> None:
    state = merged(a_table(1), leaving(2, ADVICE, advice="yes", reason="het kan zo niet"))
    assert ADVICE not in state.results
    assert left_out(state) == ["“Werkvorm advies”: de tafels zeggen hier iets anders. Dat staat per tafel."]
    assert "het kan zo niet" in said(state)
    assert "de cijfers ontbreken" in said(state)


def test_a_next_meeting_is_that_of_all_or_of_none() -> None:
    assert merged(a_table(1), a_table(2)).closing().next_date == "2027-02-13"
    state = merged(a_table(1), leaving(2, CLOSING, next_date="2027-03-01"))
    assert state.closing().next_date == ""
    assert "andere volgende keer" in left_out(state)[0]


def test_it_is_kept_no_longer_than_any_table() -> None:
    state = merged(a_table(1), leaving(2, CLOSING, keep_until="2027-01-31"))
    assert state.keep_until == date(2027, 1, 31)


@pytest.mark.parametrize("chosen", [[], ["Karel de Vries"]])
def test_a_name_is_shown_only_where_every_table_that_said_it_chose_so(chosen: list[str]) -> None:
    tables = []
    for number, shown in ((1, ["Karel de Vries"]), (2, chosen)):
        table = leaving(number, "session/details", decided=["Karel de Vries"], shown=shown)
        parked = {f"{number}parked1": Parked(text="dat weet Karel de Vries")}
        tables.append(table.replace(registers={**table.registers, "parked": parked}))
    shared = to_share(merged(*tables))
    texts = {line.text for line in shared.parked().values()}
    assert any("Karel" in text for text in texts) == bool(chosen)


def test_an_objection_of_one_table_stays() -> None:
    first = Agreement(what="Een bankje", firmness="agreement", heard="no-objection", present={"beleid": 4})
    objection = Objection(id="object09", reason="Het trekt hangjongeren")
    other = Agreement(what="Bankje", heard="objection", heard_on=DAY, objections=[objection], due=DAY)
    joined = joined_entry(first, other)
    assert isinstance(joined, Agreement)
    assert (joined.what, joined.heard, joined.objections) == ("Een bankje", "objection", [objection])
    assert joined.due is None, "to a day nobody at the first table said yes"
    assert "Bankje" in other_words(joined, other, "nl")
    assert "22 november" in other_words(joined, other, "nl")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Gemeente", "de gemeente", True),
        ("Bankje op het plein", "Een bankje op het plein", True),
        ("Verlichting bij de school", "verlichting  bij de School.", True),
        ("Moskee", "Kerk", False),
        ("Een bankje op het plein", "Een buurtfeest op het plein", False),
    ],
)
def test_what_looks_the_same_is_worth_a_question(one: str, other: str, alike: bool) -> None:
    assert look_alike(one, other) is look_alike(other, one) is alike


# -- before and after


def following(state: State, **more: Any) -> State:
    before = Before(session="earlier1", title="Bestuur", day=date(2026, 10, 1), **more)
    return state.replace(before=before)


def test_tables_that_follow_one_session_do_so_together() -> None:
    state = merged(following(a_table(1)), following(a_table(2)))
    assert state.before is not None
    assert state.before.session == "earlier1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_something_comes_from_is_said_on_the_wall_too(language: Any) -> None:
    state = merged(a_table(1), a_table(2))
    table = {"nl": "tafel 2", "en": "table 2"}[language]
    assert say_origin("2gree001", state, Words(language)) == table
    assert say_origin("1gree001", a_table(1), Words(language)) == ""


def test_a_session_can_follow_what_was_made_of_tables() -> None:
    state = merged(a_table(1), a_table(2))
    carried = carry_over(state, kinds())
    assert len(carried.registers["agreements"]) == 6
    assert [meeting.day for meeting in carried.before.meetings] == [DAY]
    assert {group.group for vote in carried.before.votes for group in vote.shown.groups} == {
        *("beleid", "bewoners", "professionals")
    }
