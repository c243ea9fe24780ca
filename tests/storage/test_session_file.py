"""A session as a text that gives itself back."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from facilitator.problems import Place, Problem, Refused
from facilitator.session.events import JournalEntry, Moved, Noted, RegisterPut, ResultSet
from facilitator.session.registers import Actor, Agreement, Contribution, Task
from facilitator.session.state import Before, Position, State
from facilitator.storage.files import Files
from facilitator.storage.session_file import LARGEST, read_bytes, read_data, read_text, write_text
from tests import platform_marks
from tests.storage.conftest import codes
from tests.storage.story import KINDS, act, befores, begin, evenings, folded

ANSWER: dict[str, JsonValue] = {"id": "ffffffff", "question": "why", "text": "Daarom"}


def in_order(state: State) -> list[object]:
    """Give what equality of mappings does not look at: their order."""
    registers = {name: [*entries] for name, entries in state.registers.items()}
    return [registers, [*state.rounds], [*state.results], [*state.notes], [*state.people], [*state.begun]]


@given(evenings(), st.integers(0, 10**9), st.none() | befores)
def test_what_is_written_is_read_back(actions: list[JournalEntry], seq: int, before: Before | None) -> None:
    state = folded(begin().replace(before=before), actions)
    text = write_text(state, seq)
    loaded = read_text(text, KINDS)
    assert loaded.state == state
    assert in_order(loaded.state) == in_order(state)
    assert (loaded.seq, loaded.seal) == (seq, "ok")
    assert write_text(loaded.state, loaded.seq) == text


@given(evenings(most=6))
def test_a_bom_and_windows_line_ends_are_no_change(actions: list[JournalEntry]) -> None:
    state = folded(begin(), actions)
    text = "\ufeff" + write_text(state, 3).replace("\n", "\r\n")
    loaded = read_text(text, KINDS)
    assert (loaded.state, loaded.seal) == (state, "ok")


STORY = [
    act(
        1, RegisterPut(register_name="actors", id="aaaaaaaa", entry=Actor(name="De bakker", side="informal"))
    ),
    act(2, RegisterPut(register_name="tasks", id="bbbbbbbb", entry=Task(name="Schoon plein"))),
    act(
        3,
        RegisterPut(
            register_name="contributions",
            id="cccccccc",
            entry=Contribution(actor="aaaaaaaa", task="bbbbbbbb", direction="brings", what="Brood"),
        ),
    ),
    act(
        4,
        RegisterPut(
            register_name="agreements",
            id="dddddddd",
            entry=Agreement(what="Bankje", who="Bakker", firmness="agreement"),
        ),
    ),
    act(5, ResultSet(use="urgency", step="ask", field="answers", value=[ANSWER])),
    act(6, Moved(use="urgency", step="vote", page="result")),
    act(7, Noted(id="eeeeeeee", use="urgency", step="vote", text="Kijk:\n[end]\nseq = 3")),
]
STATE = folded(begin(), STORY)
CHANGED = STATE.replace(changed_by_hand=True)
"""The same, as it is known after someone was at the file."""
TEXT = write_text(STATE, 7)


def problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        read_text(text, KINDS, Place("x.toml"))
    assert {str(problem.place).split(":")[0] for problem in caught.value.problems} == {"x.toml"}
    keys = [problem.key for problem in caught.value.problems]
    return list(zip(codes(caught.value.problems), keys, strict=True))


def test_it_can_be_read_by_a_person() -> None:
    assert TEXT.startswith("# Dit is een sessie van facilitator.")
    head, *tables = TEXT.split("\n[")
    assert 'place = "Zandpoort"' in head
    assert 'title = "Startbijeenkomst"' in head
    names = [table.strip("[").split("]")[0].split(".")[0] for table in tables]
    wanted = ["agreements", "contributions", "tasks", "actors", "results", "notes", "begun", "scenario"]
    wanted.append("marks")
    assert list(dict.fromkeys(name for name in names if name != "end")) == wanted
    assert names[-1] == "end"
    assert max(map(len, TEXT.splitlines())) < 120
    assert not TEXT.replace("[end]\nseq = 3", "").count("seq = 3")


def test_the_top_says_what_home_shows() -> None:
    head = tomli.loads(TEXT.split("\n[")[0])
    assert {key: head[key] for key in ("at", "step", "steps", "open_agreements")} == {
        "at": "urgency/vote",
        "step": 2,
        "steps": 4,
        "open_agreements": 1,
    }


def test_every_cut_is_seen() -> None:
    for size in range(len(TEXT) - 1):
        try:
            loaded = read_text(TEXT[:size], KINDS)
        except Refused:
            continue
        assert loaded.seal != "ok"
        if loaded.seal == "broken":
            assert loaded.state == CHANGED
        else:
            assert replace(loaded.state, scenario=STATE.scenario) == CHANGED


@pytest.mark.parametrize("bit", [0, 4])
def test_no_flipped_bit_goes_unseen(bit: int) -> None:
    data = TEXT.encode()
    for place in range(0, len(data), 3):
        changed = bytearray(data)
        changed[place] ^= 1 << bit
        try:
            loaded = read_data(bytes(changed), KINDS, Place("x.toml"))
        except Refused:
            continue
        assert loaded.seal != "ok", place


def test_a_last_line_end_more_or_less_is_no_change() -> None:
    assert read_text(TEXT.rstrip("\n"), KINDS).seal == "ok"
    assert read_text(TEXT + "\n\n", KINDS).seal == "ok"
    assert read_text(TEXT + " \n", KINDS).seal == "broken"


def test_a_mistake_in_the_toml_is_told_at_its_line_and_column() -> None:
    with pytest.raises(Refused) as caught:
        read_text("format = 1\nplace = Zandpoort\n", KINDS, Place("x.toml"))
    assert [str(problem.place) for problem in caught.value.problems] == ["x.toml:2:9"]


@pytest.mark.parametrize(("longer", "rows"), [(0, 1), (1, 4)])
def test_a_short_list_stands_on_one_line_and_a_long_one_on_several(longer: int, rows: int) -> None:
    names = ["a" * 46, "b" * (46 + longer)]
    open_, *others = STATE.scenario.uses
    uses = [*(open_.model_copy(update={"id": name}) for name in names), open_, *others]
    scenario = STATE.scenario.model_copy(update={"uses": uses})
    state = STATE.replace(scenario=scenario, about=STATE.about.model_copy(update={"left_out": names}))
    text = write_text(state, 7)
    (written,) = [table for table in text.split("\n") if table.startswith("left_out = ")]
    assert text[text.index(written) :].partition("]")[0].count("\n") + 1 == rows
    assert (written == f'left_out = ["{names[0]}", "{names[1]}"]') == (rows == 1)
    assert read_text(text, KINDS).state == state


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bankje", "Twee bankjes"),
        ('who = "Bakker"\n', ""),
        ("seq = 7\n", "seq = 8\n"),
        ("seq = 7\n", "seq = -7\n"),
        ("seq = 7\n", 'seq = "7"\n'),
        ("seq = 7\n", "seq = 7\n# gezien\n"),
        ("seq = 7\n", ""),
        ("# Afspraken\n", ""),
    ],
)
def test_a_change_by_hand_is_taken_and_told(old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    loaded = read_text(TEXT.replace(old, new), KINDS)
    assert loaded.seal == "broken"
    assert loaded.seq in {0, 7, 8}


def test_what_was_added_after_the_end_is_seen() -> None:
    added = TEXT + '\n[parked.ffffffff]\ntext = "Toch nog"\n'
    loaded = read_text(added, KINDS)
    assert (loaded.seal, loaded.state.parked()["ffffffff"].text) == ("broken", "Toch nog")


def test_a_session_without_its_end_is_taken_and_told() -> None:
    loaded = read_text(TEXT[: TEXT.rindex("\n[end]")], KINDS)
    assert (loaded.seal, loaded.seq, loaded.state) == ("missing", 0, CHANGED)


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('who = "Bakker"', 'wie = "Bakker"', "scenario.unknown_key", "agreements.dddddddd.wie"),
        ('who = "Bakker"', "who = 3", "scenario.wants_text", "agreements.dddddddd.who"),
        ("2027-11-23", '"morgen"', "scenario.wants_date", "keep_until"),
        ('task = "bbbbbbbb"', 'task = "bbbbbbbc"', "storage.no_task", "contributions.cccccccc.task"),
        ('actor = "aaaaaaaa"', 'actor = "aaaaaaab"', "storage.no_actor", "contributions.cccccccc.actor"),
        ('[results."urgency/ask"]', '[results."urgency/gone"]', "storage.no_step", "results.urgency/gone"),
        ("answers = [", "antwoorden = [", "scenario.unknown_key", "results.urgency/ask.antwoorden"),
        (
            'question = "why"',
            "question = 1",
            "scenario.wants_text",
            "results.urgency/ask.answers[1].question",
        ),
        ('kind = "card"', 'kind = "kard"', "scenario.no_kind", "scenario.uses[1].steps[1].kind"),
        ("format = 6", "format = 7", "storage.newer", ""),
        ("format = 6", 'format = "2"', "scenario.wants_number", "format"),
        ("format = 6", "format = 6\nformat = 6", "storage.syntax", ""),
    ],
)
def test_a_mistake_made_by_hand_is_told_where_it_is(old: str, new: str, code: str, key: str) -> None:
    assert old in TEXT
    assert (code, key) in problems(TEXT.replace(old, new))


def test_all_mistakes_are_told_at_once() -> None:
    text = (
        TEXT.replace('who = "Bakker"', "who = 3")
        .replace("2027-11-23", "1")
        .replace("minutes = 40", "minutes = 0")
    )
    assert len(problems(text)) == 3


def test_a_step_that_a_hand_took_away_is_not_where_the_group_is() -> None:
    text = write_text(STATE.replace(at=Position("open", "welcome", "")), 7)
    loaded = read_text(text.replace('id = "welcome"', 'id = "hello"'), KINDS)
    assert loaded.state.at.key == ""


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "a." * 20_000 + "b = 1", "a = " + "9" * 5_000, "x = [", "\x00"]
)
def test_a_hostile_text_is_refused_kindly(text: str) -> None:
    assert problems(text)[0][0] in {"storage.syntax", "storage.not_a_session"}


def test_a_part_of_the_programme_that_is_missing_is_refused() -> None:
    assert problems(TEXT[: TEXT.rindex("\n[[scenario.uses]]")]) == [("storage.cut_off", "")]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b" \n", "storage.empty"), (b"\nx\xff\n\n", "storage.encoding"), (b"", "storage.empty")],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read_data(data, KINDS, Place("x.toml"))
    assert codes(caught.value.problems) == [code]
    assert str(caught.value.problems[0].place) == ("x.toml:2:0" if b"\xff" in data else "x.toml")


@pytest.mark.parametrize("pipe", [False, pytest.param(True, marks=platform_marks.pipes)])
def test_what_cannot_be_opened_is_refused(tmp_path: Path, pipe: bool) -> None:
    os.mkfifo(tmp_path / "odd.toml") if pipe else (tmp_path / "odd.toml").mkdir()
    with (tmp_path / "huge.toml").open("wb") as file:
        file.truncate(LARGEST + 1)
    problems: list[Problem] = []
    for name in ("odd.toml", "huge.toml", "gone.toml"):
        with pytest.raises(Refused) as caught:
            read_bytes(Files(), tmp_path / name)
        problems += caught.value.problems
    assert codes(problems) == ["storage.unreadable", "storage.too_large", "storage.no_file"]


def test_english_sessions_are_headed_in_english() -> None:
    state = STATE.replace(scenario=STATE.scenario.model_copy(update={"language": "en"}))
    text = write_text(state, 7)
    assert text.startswith("# This is a session of facilitator.")
    assert read_text(text, KINDS).state == state


def test_until_when_a_session_is_kept_stands_in_one_place_and_takes_nothing_else_along() -> None:
    chosen = ResultSet(use="session", step="closing", field="keep_until", value="2027-05-01")
    next_time = ResultSet(use="session", step="closing", field="next_date", value="2027-01-11")
    for events, left in (
        ([chosen], {}),
        ([chosen, next_time], {"session/closing": {"next_date": "2027-01-11"}}),
    ):
        text = write_text(folded(begin(), [act(1, *events)]), 1)
        assert text.count("keep_until") == text.count("2027-05-01") == 1
        loaded = read_text(text, KINDS).state
        assert (str(loaded.keep_until), loaded.results) == ("2027-05-01", left)
