"""``facilitator merge``: what a person types, sees and gets; and what is refused, in a sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.kinds import kinds
from facilitator.session.registers import Actor
from facilitator.session.state import State
from facilitator.storage.places import Places
from facilitator.storage.session_file import Loaded, read_text, write_text
from facilitator.storage.store import Store
from tests.tables.evening import a_table, places_in, put


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))


class Desk:
    """Somebody at a command line."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.out, self.err = "", ""

    def merge(self, *words: str) -> int:
        self.capsys.readouterr()
        code = main(["merge", *words, "--folder", str(self.places.sessions)])
        self.out, self.err = self.capsys.readouterr()
        return code

    @property
    def places(self) -> Places:
        return places_in(self.folder)

    @property
    def paths(self) -> list[Path]:
        return sorted(self.places.sessions.rglob("*-tafels*.toml"))

    def made(self) -> Loaded:
        (path,) = self.paths
        return read_text(path.read_text(encoding="utf-8"), kinds())


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def with_actor(state: State, number: int, name: str) -> State:
    """Give a table with one party."""
    actor = Actor(name=name, side="formal")
    return state.replace(registers={"actors": {f"{number}ctor009": actor}, "tasks": {}, "agreements": {}})


# -- what comes of it


def test_it_stands_in_the_folder_of_the_neighbourhood_and_the_tables_stay(desk: Desk) -> None:
    paths = put(desk.folder, a_table(1), a_table(2))
    before = [Path(path).read_bytes() for path in paths]
    assert desk.merge(*paths, "--no") == 0
    (path,) = desk.paths
    assert path.parent == Path(paths[0]).parent
    assert f"Klaar: {path}" in desk.out
    assert [Path(path).read_bytes() for path in paths] == before
    state = desk.made().state
    assert state.people == dict.fromkeys(("beleid", "bewoners", "professionals"), 8)
    assert len(state.agreements()) == 6
    assert state.merged is not None
    assert [dict(table.numbers) for table in state.merged.tables] == [
        {"1gree001": 1, "1gree002": 2},
        {"2gree001": 1, "2gree002": 2},
    ]


def test_what_is_said_to_be_the_same_is_one_thing_of_both_tables(desk: Desk) -> None:
    assert desk.merge(*put(desk.folder, a_table(1), a_table(2)), "--yes") == 0
    state = desk.made().state
    assert state.merged is not None
    assert len(state.agreements()) == 3
    for name in (*state.agreements(), *state.actors(), *state.tasks()):
        assert [number for number, _ in state.merged.made_by(name)] == [1, 2]
    assert [each.actor in state.actors() for each in state.contributions().values()] == [True] * 4
    assert len(state.roles()) == 1, "the same role of the same party in the same task"


def test_a_place_names_all_tables_there(desk: Desk) -> None:
    put(desk.folder, a_table(1), a_table(2), a_table(3))
    assert desk.merge("Vogelbuurt", "--no") == 0
    merged = desk.made().state.merged
    assert merged is not None
    assert [table.file for table in merged.tables] == ["tafel-1.toml", "tafel-2.toml", "tafel-3.toml"]
    assert desk.merge("Vogelbuurt", "--no") == 0, "what was made is no table"


def test_a_damaged_table_of_that_day_is_not_passed_over(desk: Desk) -> None:
    put(desk.folder, a_table(1), a_table(2))
    damaged = desk.places.sessions / "vogelbuurt" / "2026-11-22-avond-3.toml"
    damaged.write_text("format = 6\n", encoding="utf-8")
    assert desk.merge("Vogelbuurt", "--no") == 1
    assert "2026-11-22-avond-3.toml kan niet worden gelezen" in desk.err


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_report_is_made_of_it(desk: Desk, language: str) -> None:
    desk.merge(*put(desk.folder, a_table(1), a_table(2)), "--yes")
    (path,) = desk.paths
    folder = ["--folder", str(desk.places.sessions), "--lang", language]
    for to in ("html", "odt", "ics", "csv", "toml", "txt", "md"):
        assert main(["report", str(path), "--to", to, *folder]) == 0, to
    for product in ("terugkoppeling", "besluitenlijst", "brief", "wijkplan"):
        assert main(["report", str(path), "--as", product, *folder]) == 0, product
    (report,) = path.with_suffix("").glob("*.md")
    said = report.read_text(encoding="utf-8")
    of, table = ("Dit is van 2 tafels samen.", "tafel 1 en 2")
    if language == "en":
        of, table = ("This is of 2 tables together.", "table 1 and 2")
    assert of in said.split("\n## ")[0], "above everything else"
    assert table in said


# -- questions


def test_each_thing_that_looks_the_same_is_asked_once_and_for_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = [
        with_actor(a_table(number), number, name)
        for number, name in ((1, "Gemeente"), (2, "De gemeente"), (3, "gemeente"))
    ]
    paths = put(desk.folder, *tables)
    asked: list[str] = []
    answers = ["misschien", "n", "j"]

    def answer(question: str) -> str:
        asked.append(question)
        return answers.pop(0)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", answer)
    assert desk.merge(*paths) == 0
    assert [question.split(". ", 1)[1] for question in asked] == [
        "Tafel 1: Gemeente; tafel 2: De gemeente. Is dit hetzelfde? [j/n] ",
        "Tafel 1: Gemeente; tafel 2: De gemeente. Is dit hetzelfde? [j/n] ",
        "Tafel 1: Gemeente; tafel 3: gemeente. Is dit hetzelfde? [j/n] ",
    ]
    assert [actor.name for actor in desk.made().state.actors().values()] == ["Gemeente", "De gemeente"]
    before = desk.paths[0].read_bytes()
    assert desk.merge(*paths) == 0, "nothing is asked again"
    assert desk.paths[0].read_bytes() == before


def test_without_a_terminal_nothing_is_joined_and_that_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert desk.merge(*put(desk.folder, a_table(1), a_table(2))) == 0
    assert len(desk.made().state.agreements()) == 6
    assert "Er zijn 6 dingen die bij twee tafels op elkaar lijken." in desk.err


def test_who_goes_away_while_it_is_asked_has_joined_nothing_more(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_question: str) -> str:
        raise EOFError

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", gone)
    assert desk.merge(*put(desk.folder, a_table(1), a_table(2))) == 0
    assert "lijken" in desk.err


def test_yes_and_no_are_not_both_meant(desk: Desk) -> None:
    assert desk.merge(*put(desk.folder, a_table(1), a_table(2)), "--yes", "--no") == 1
    assert "niet allebei" in desk.err


# -- again


def test_after_a_table_was_corrected_it_is_made_anew_under_its_name(desk: Desk) -> None:
    paths = put(desk.folder, a_table(1), a_table(2))
    desk.merge(*paths, "--no")
    before = desk.made().state
    put(desk.folder, a_table(1), a_table(2, people={"beleid": 4, "bewoners": 6}))
    assert desk.merge(*paths, "--no") == 0
    now = desk.made().state
    assert (now.about.id, before.people["bewoners"], now.people["bewoners"]) == (before.about.id, 8, 10)


def by_hand(desk: Desk, path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("Buurthuis", "Wijkhuis"), encoding="utf-8")


def in_the_app(desk: Desk, path: Path) -> None:
    opened = Store.open(desk.places, path, kinds())
    opened.store.close(opened.history.state, 3, for_good=True)
    state = read_text(path.read_text(encoding="utf-8"), kinds()).state
    path.write_text(write_text(state, 3), encoding="utf-8")


def still_open(desk: Desk, path: Path) -> None:
    Store.open(desk.places, path, kinds()).store.let_go()


@pytest.mark.parametrize("change", [by_hand, in_the_app, still_open])
def test_what_somebody_changed_since_stays_as_it_is(desk: Desk, change: Callable[[Desk, Path], None]) -> None:
    paths = put(desk.folder, a_table(1), a_table(2))
    desk.merge(*paths, "--no")
    (first,) = desk.paths
    change(desk, first)
    changed = first.read_bytes()
    assert desk.merge(*paths, "--no") == 0
    assert first.read_bytes() == changed
    assert first.name in desk.err
    assert len(desk.paths) == 2
    ids = {read_text(path.read_text(encoding="utf-8"), kinds()).state.about.id for path in desk.paths}
    assert len(ids) == 2, "two sessions, each by itself"
    assert desk.merge(*paths, "--no") == 0
    assert len(desk.paths) == 2, "the new one is made anew"


# -- what is refused


def other_day(state: State) -> State:
    return state.replace(about=state.about.model_copy(update={"day": date(2026, 11, 23)}))


def other_place(state: State) -> State:
    return state.replace(about=state.about.model_copy(update={"place": "Molenhoek"}))


def other_programme(state: State) -> State:
    return state.replace(scenario=state.scenario.model_copy(update={"id": "anders", "title": "Iets anders"}))


def unfinished(state: State) -> State:
    return state.replace(results={**state.results, "session/closing": {}})


def other_people(state: State) -> State:
    perspectives = [
        each.model_copy(update={"id": "buren"}) if each.id == "bewoners" else each
        for each in state.scenario.perspectives
    ]
    sets = list(state.scenario.statement_sets)
    scenario = state.scenario.model_copy(update={"perspectives": perspectives, "statement_sets": sets})
    return state.replace(scenario=scenario, rounds={}, people={}, registers={})


@pytest.mark.parametrize(
    ("change", "nl", "en"),
    [
        (other_day, "van een andere dag (maandag 23 november", "of another day"),
        (other_place, "van een andere plek (Molenhoek) dan tafel-1.toml", "of another place (Molenhoek)"),
        (other_programme, "van een ander programma (Iets anders)", "of another programme (Iets anders)"),
        (unfinished, "tafel-2.toml is nog niet af.", "tafel-2.toml is not finished."),
        (other_people, "andere perspectieven", "other perspectives"),
    ],
)
def test_what_is_no_table_of_this_evening_is_refused(
    desk: Desk, change: Callable[[State], State], nl: str, en: str
) -> None:
    paths = put(desk.folder, a_table(1), change(a_table(2)))
    assert desk.merge(*paths, "--yes") == 1
    assert (nl in desk.err, desk.err.count("\n")) == (True, 1), desk.err
    assert desk.merge(*paths, "--yes", "--lang", "en") == 1
    assert en in desk.err
    assert desk.paths == []


def twice(_desk: Desk, paths: Sequence[str]) -> list[str]:
    return [paths[0], paths[0]]


def copied(_desk: Desk, paths: Sequence[str]) -> list[str]:
    copy = Path(paths[0]).with_name("kopie.toml")
    copy.write_bytes(Path(paths[0]).read_bytes())
    return [paths[0], str(copy)]


def alone(_desk: Desk, paths: Sequence[str]) -> list[str]:
    return [paths[0]]


def nowhere(_desk: Desk, paths: Sequence[str]) -> list[str]:
    return [paths[0], "Nergenshuizen"]


def cut_off(_desk: Desk, paths: Sequence[str]) -> list[str]:
    text = Path(paths[1]).read_text(encoding="utf-8")
    Path(paths[1]).write_text(text[: len(text) // 2], encoding="utf-8")
    return [*paths]


def without_its_end(_desk: Desk, paths: Sequence[str]) -> list[str]:
    text = Path(paths[1]).read_text(encoding="utf-8")
    Path(paths[1]).write_text(text[: text.index("\n[end]")], encoding="utf-8")
    return [*paths]


def no_session(_desk: Desk, paths: Sequence[str]) -> list[str]:
    Path(paths[1]).write_text("format = 6\n", encoding="utf-8")
    return [*paths]


def with_a_group_of_two(_desk: Desk, paths: Sequence[str]) -> list[str]:
    """Make a file say more than a table may show."""
    text = Path(paths[1]).read_text(encoding="utf-8")
    Path(paths[1]).write_text(text.replace("ballots = 4", "ballots = 2"), encoding="utf-8")
    return [*paths]


def in_use(desk: Desk, paths: Sequence[str]) -> list[str]:
    still_open(desk, Path(paths[1]))
    return [*paths]


def merged_already(desk: Desk, paths: Sequence[str]) -> list[str]:
    assert desk.merge(*paths, "--no") == 0
    (path,) = desk.paths
    path = path.rename(path.with_name("samen.toml"))
    return [str(path), *put(desk.folder, a_table(3), name="derde")]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (twice, "tafel-1.toml staat er twee keer."),
        (copied, "kopie.toml en tafel-1.toml zijn dezelfde sessie."),
        (alone, "Noem minstens twee tafels"),
        (nowhere, "Er is geen sessie met de naam Nergenshuizen."),
        (cut_off, "tafel-2.toml kan niet worden gelezen:"),
        (without_its_end, "tafel-2.toml kan niet worden gelezen:"),
        (no_session, "tafel-2.toml kan niet worden gelezen:"),
        (with_a_group_of_two, "tafel-2.toml kan niet worden gelezen:"),
        (in_use, "tafel-2.toml is nog open in de app."),
        (merged_already, "samen.toml is al van meer tafels samen."),
    ],
)
def test_what_cannot_be_put_together_is_said_in_one_sentence(
    desk: Desk, named: Callable[[Desk, Sequence[str]], list[str]], said: str
) -> None:
    words = named(desk, put(desk.folder, a_table(1), a_table(2)))
    assert desk.merge(*words, "--yes") == 1
    assert said in desk.err
    assert desk.err.count("\n") == 1
    assert desk.paths == []


# -- what people typed


def test_what_people_typed_does_nothing_in_a_terminal(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = [with_actor(a_table(number), number, "Corporatie [red] ${HOME} %s {n}") for number in (1, 2)]
    asked: list[str] = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)

    def yes(question: str) -> str:
        asked.append(question)
        return "j"

    monkeypatch.setattr("builtins.input", yes)
    assert desk.merge(*put(desk.folder, *tables)) == 0
    assert asked[0].count("Corporatie [red] ${HOME} %s {n}") == 2
