"""Decisions and results as CSV: as they may be shown, as Dutch programs read it, and never a formula."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from facilitator.insight.suppression import close_round
from facilitator.orders import Order
from facilitator.report.csv_files import ACTING, decisions_and_results
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.rounds import without_answers
from facilitator.session.state import Before, State
from facilitator.text import clean
from facilitator.words import LANGUAGES, Language, Words
from tests.report.hostile import WILD, with_text
from tests.report.made_up import DAY, a_round, agreement, bare, counted, evening
from tests.report.session_folder import folder_of
from tests.report.test_spared import one_mind, small_groups

NL = Words("nl")
POINTS = ["helemaal oneens", "oneens", "eens", "helemaal eens", "weet ik niet"]
SPARED = [""] * len(POINTS)


def read(data: bytes) -> list[dict[str, str]]:
    """Give the rows by the heads of their columns, as a spreadsheet with Dutch settings reads them."""
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def decisions(state: State, language: Language = "nl") -> list[dict[str, str]]:
    return read(decisions_and_results(state, Words(language))[0])


def results(state: State, language: Language = "nl") -> list[dict[str, str]]:
    return read(decisions_and_results(state, Words(language))[1])


def counts(row: dict[str, str]) -> list[str]:
    return [row[point] for point in POINTS]


# -- how it is written


@pytest.mark.parametrize("number", [0, 1])
def test_it_is_written_as_dutch_programs_read_it(number: int) -> None:
    data = decisions_and_results(evening(), NL)[number]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    heads = data.decode("utf-8-sig").split("\r\n")[0].split(";")
    assert len(heads) == len(set(heads)) > 8
    assert all(len(row) == len(heads) and None not in row for row in read(data))


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_head_where_nothing_was_decided_or_voted(language: Language) -> None:
    made = decisions_and_results(bare(), Words(language))
    assert [data.count(b"\r\n") for data in made] == [1, 1]


@pytest.mark.parametrize("said", WILD)
def test_what_people_type_is_a_text_in_its_own_cell(said: str) -> None:
    said = clean(said)
    state = with_text(evening(), said)
    kept = f"'{said}" if said.startswith(ACTING) else said
    found = decisions(state)
    assert [row["wat"] for row in found] == [kept] * 2
    assert {row["stelling"] for row in results(state)} == {kept}
    for row in [*found, *results(state)]:
        assert not [cell for cell in row.values() if isinstance(cell, str) and cell.startswith(ACTING)]


def test_a_number_is_a_number_and_a_text_is_quoted() -> None:
    data = decisions_and_results(evening(), NL)[1].decode("utf-8-sig")
    assert '"Stelling over meer.";"beleid";0;1;3;2;0;6;""\r\n' in data


# -- decisions


def test_every_agreement_is_a_row_with_its_number_and_day_and_ideas_are_none() -> None:
    assert decisions(evening())[1] == {
        "nummer": "2",
        "wat": "Bij de school vragen wat ouders nodig hebben",
        "wie": "wijkteam, met de bewonersgroep",
        "wanneer": "2026-12-06",
        "komt terug": "",
        "stand": "open",
        "bezwaar": "was er, is opgelost",
        "nodig": "",
        "afgesproken op": "2026-11-22",
    }
    assert [row["nummer"] for row in decisions(evening())] == ["1", "2"]


def test_what_comes_back_what_is_needed_and_when_it_was_made() -> None:
    made = {
        "agree001": agreement("Koffie", due=DAY, every="month", needed="een zaal", status="postponed"),
        "agree002": agreement("Nieuw", status="done"),
    }
    meeting = Meeting(day=DAY.replace(month=3), title="Eerder", made=["agree001"])
    before = Before(session="bbbbbbbb", title="Eerder", day=DAY.replace(month=3), meetings=[meeting])
    first, second = decisions(bare(registers={"agreements": made}, before=before))
    assert (first["komt terug"], first["nodig"], first["stand"]) == ("elke maand", "een zaal", "uitgesteld")
    assert (first["afgesproken op"], second["afgesproken op"]) == ("2026-03-22", "2026-11-22")
    assert (second["wanneer"], second["stand"]) == ("", "klaar")


def test_in_english_heads_and_words_are_english(tmp_path: Path) -> None:
    assert decisions(evening(), "en")[0]["made on"] == "2026-11-22"
    assert results(evening(), "en")[0]["why empty"] == ""
    folder = folder_of(evening(), tmp_path)
    folder.make(Order(form="csv"), "en")
    assert folder.made == {"-decisions.csv", "-results.csv"}


# -- results


def test_every_vote_is_told_per_statement_and_group() -> None:
    rows = results(evening())
    assert len(rows) == 3 * 3 + 3 + 2
    first = next(row for row in rows if row["nummer"] == "1" and row["groep"] == "professionals")
    assert counts(first) == ["3", "2", "1", "1", "2"]
    assert (first["stemming"], first["dag"], first["briefjes"]) == (
        "Werkvorm stem, stemming 1",
        "2026-11-22",
        "9",
    )
    assert first["waarom leeg"] == ""
    assert [row["stemming"] for row in rows][-5:] == [
        *["Werkvorm stem, stemming 2"] * 3,
        *["Werkvorm stem, achterkant"] * 2,
    ]


def test_a_group_of_one_mind_has_no_counts_and_it_is_said_why() -> None:
    rows = results(evening())
    spared = [row for row in rows if row["stelling"] == "Stelling over gehoord."]
    assert [counts(row) for row in spared] == [SPARED]
    assert (spared[0]["briefjes"], "iedereen koos hetzelfde" in spared[0]["waarom leeg"]) == ("5", True)


def test_however_a_spared_group_answered_the_bytes_are_the_same() -> None:
    for other in ([0, 0, 0, 5, 0], [0, 5, 0, 0, 0], [0, 0, 4, 0, 1]):
        first, second = (decisions_and_results(one_mind(each), NL) for each in ([5, 0, 0, 0, 0], other))
        assert first == second
    assert decisions_and_results(small_groups([2, 0, 0, 0, 0]), NL) == decisions_and_results(
        small_groups([0, 0, 0, 1, 1]), NL
    )


def test_groups_that_are_too_small_or_silent_have_a_row_without_any_number() -> None:
    rows = {row["groep"]: row for row in results(small_groups([2, 0, 0, 0, 0]))}
    assert (counts(rows["bewoners"]), rows["bewoners"]["briefjes"]) == (SPARED, "")
    assert rows["bewoners"]["waarom leeg"] == "te weinig antwoorden"
    assert (counts(rows["professionals"]), rows["professionals"]["briefjes"]) == (SPARED, "")
    assert rows["professionals"]["waarom leeg"] == "niet gestemd, wel verteld"


@pytest.mark.parametrize("answers", [[1, 0, 0, 0, 5], [0, 1, 1, 0, 4]])
def test_of_one_or_two_people_beside_others_who_do_not_know_nothing_is_counted(answers: list[int]) -> None:
    shown = close_round(
        {"beleid": counted({"meer": answers})}, grouping="perspective", points=4, minimum=3
    ).shown
    vote = a_round("round009", shown, statements=["meer"])
    (row,) = results(bare(rounds={vote.id: vote}))
    assert (counts(row), row["briefjes"]) == (SPARED, "6")
    assert row["waarom leeg"] == "bijna iedereen koos “weet ik niet”"


def test_what_was_withdrawn_is_not_counted() -> None:
    first = evening().rounds["round001"]
    assert first.shown is not None
    gone = first.model_copy(update={"shown": without_answers(first.shown, "beleid", ["meer"])})
    rows = results(evening(rounds={"round001": gone}))
    assert counts(rows[0]) == SPARED
    assert "niet meer getoond" in rows[0]["waarom leeg"]


def test_a_total_is_one_group_and_a_void_or_open_vote_is_none() -> None:
    shown = close_round(
        {"total": counted({"meer": [1, 1, 1, 1, 0]})}, grouping="total", points=4, minimum=3
    ).shown
    total = a_round("round001", shown, statements=["meer"], grouping="total")
    void = a_round("round002", shown, statements=["meer"], grouping="total", status="voided")
    rows = results(bare(rounds={"round001": total, "round002": void, "round003": a_round("round003", None)}))
    assert [row["groep"] for row in rows] == ["iedereen samen"]
