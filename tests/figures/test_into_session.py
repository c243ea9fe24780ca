"""``facilitator figures --into`` a session: on its table, as the app itself would put them there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.figures.into_session import facts_step
from facilitator.kinds import kinds
from facilitator.problems import Place
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library
from facilitator.session.disclosure import to_share
from facilitator.session.events import Event, JournalEntry, RegisterPut
from facilitator.session.registers import Entry, Fact, Link, RegisterName, Story
from facilitator.session.state import State
from facilitator.storage.places import Places, find_places
from facilitator.storage.session_file import Loaded, read_data
from facilitator.storage.store import Store
from facilitator.words import LANGUAGES, Language
from tests.figures.asking import Capture, ask, refused
from tests.figures.country import AREA, DISTRICT
from tests.steps.running import begun, example, running

KINDS = kinds()


def begin(state: State, places: Places | None = None) -> Path:
    """Begin a session and close it, as someone does who prepares an evening at home."""
    store = Store.begin(places or find_places(), state, KINDS)
    store.close(state, 0)
    return store.path


def evening(language: Language = "nl") -> State:
    return begun(example("facts"), language)


def load(path: Path) -> Loaded:
    return read_data(path.read_bytes(), KINDS, Place(str(path)))


def facts_in(path: Path) -> Mapping[str, Fact]:
    return load(path).state.facts()


def say(path: Path, *puts: tuple[RegisterName, str, Entry]) -> None:
    """Let the group say something, as the app keeps it."""
    opened = Store.open(find_places(), path, KINDS)
    store, history = opened.store, opened.history
    events: list[Event] = [
        RegisterPut(register_name=where, id=name, entry=entry) for where, name, entry in puts
    ]
    action = JournalEntry(seq=store.next_seq, at="2026-03-12T19:45:00", name="facts.detail", events=events)
    store.append(action)
    store.close(history.add(action).state, action.seq)


def is_closed() -> bool:
    """Tell whether no session is open, or waits to be gone on with after a crash."""
    return not any(find_places().journals.glob("*"))


def called(path: Path, what: str) -> tuple[str, Fact]:
    return next((name, fact) for name, fact in facts_in(path).items() if fact.what == what)


def test_they_lie_on_the_table_with_where_they_come_from(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    code, out, err = ask(capsys, csv, "--area", AREA, "--into", "Molenhoek")
    assert (code, out, err) == (0, f"8 cijfers staan er nu in: {path}\n", "")
    facts = list(facts_in(path).values())
    assert len(facts) == 8
    assert facts[5] == Fact(
        what="Huurwoningen in dit gebied",
        value="57 van de 100 woningen",
        source="CBS, Kerncijfers wijken en buurten",
        year="2024",
        area="Hoge Vucht Zuid-Oost",
        compared="de gemeente: 38 van de 100 woningen",
    )
    loaded = load(path)
    assert (loaded.seal, loaded.state.changed_by_hand) == ("ok", False), "nobody changed it by hand"
    assert is_closed(), "as it was before"


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_in_the_language_of_the_session(capsys: Capture, csv: Path, language: Language) -> None:
    path = begin(evening(language))
    other: Language = "en" if language == "nl" else "nl"
    ask(capsys, csv, "--area", AREA, "--into", path, language=other)
    first = next(iter(facts_in(path).values()))
    assert first.what == {"nl": "Mensen in dit gebied", "en": "People in this area"}[language]


def test_a_second_time_nothing_is_there_twice_and_nothing_is_written(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    ask(capsys, csv, "--area", AREA, "--into", path)
    before = path.read_bytes()
    assert ask(capsys, csv, "--area", AREA, "--into", path)[1] == f"Deze cijfers staan er al: {path}\n"
    assert path.read_bytes() == before
    assert is_closed()


def test_a_newer_year_takes_the_place_of_what_nobody_talked_about(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    ask(capsys, csv, "--area", AREA, "--into", path)
    names = list(facts_in(path))
    out = ask(capsys, csv, "--area", AREA, "--into", path, "--year", "2025")[1]
    assert out == "8 cijfers zijn vernieuwd.\n"
    assert list(facts_in(path)) == names
    assert {fact.year for fact in facts_in(path).values()} == {"2025"}


def test_what_people_judged_is_never_written_over(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    ask(capsys, csv, "--area", AREA, "--into", path)
    name, fact = called(path, "Huurwoningen in dit gebied")
    said: dict[str, object] = {"recognised": {"total": "no"}, "value": "veel meer"}
    say(path, ("facts", name, fact.model_copy(update=said)))
    out = ask(capsys, csv, "--area", AREA, "--into", path)[1]
    assert out == "Over 1 cijfer is al gepraat. Dat bleef zoals het was.\n"
    judged = [fact for fact in facts_in(path).values() if fact.recognised]
    assert [(fact.value, fact.year) for fact in judged] == [("veel meer", "2024")]
    out = ask(capsys, csv, "--area", AREA, "--into", path, "--year", "2025")[1]
    assert out == f"1 cijfer staat er nu in: {path}\n7 cijfers zijn vernieuwd.\n"
    rented = [fact for fact in facts_in(path).values() if fact.what == "Huurwoningen in dit gebied"]
    assert [(fact.year, fact.recognised) for fact in rented] == [("2024", {"total": "no"}), ("2025", {})]


def test_a_figure_beside_which_a_story_lies_was_judged_too(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    ask(capsys, csv, "--area", AREA, "--into", path)
    name, fact = called(path, "Mensen in dit gebied")
    say(
        path,
        ("facts", name, fact.model_copy(update={"value": "1.300"})),
        ("stories", "story001", Story(text="Er wonen er veel meer.")),
        ("links", "link0001", Link(start="story001", end=name, how="contradicts")),
    )
    assert "Over 1 cijfer is al gepraat" in ask(capsys, csv, "--area", AREA, "--into", path)[1]
    assert facts_in(path)[name].value == "1.300"


def test_figures_of_two_areas_lie_beside_each_other(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    for area in (AREA, DISTRICT):
        ask(capsys, csv, "--area", area, "--into", path)
    areas = [fact.area for fact in facts_in(path).values()]
    assert areas == ["Hoge Vucht Zuid-Oost"] * 8 + ["Wijk 01"] * 8


def test_an_open_session_is_refused_and_left(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    opened = Store.open(find_places(), path, KINDS)
    try:
        err = refused(capsys, csv, "--area", AREA, "--into", path)
        assert len(err.splitlines()) == 1
        assert "open" in err
    finally:
        opened.store.let_go()
    assert facts_in(path) == {}


def test_a_session_in_which_nobody_names_figures(capsys: Capture, csv: Path) -> None:
    path = begin(begun(example("gate")))
    before = path.read_bytes()
    assert facts_step(load(path).state.places(), KINDS) is None
    assert "geen cijfers genoemd" in refused(capsys, csv, "--area", AREA, "--into", path)
    assert path.read_bytes() == before
    assert is_closed()


def test_a_damaged_session_is_told_and_kept(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    text = path.read_text(encoding="utf-8").replace('place = "Molenhoek"', "place = 12")
    path.write_text(text, encoding="utf-8")
    assert refused(capsys, csv, "--area", AREA, "--into", path)
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_was_changed_by_hand_is_taken_with_a_word(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    text = path.read_text(encoding="utf-8").replace('place = "Molenhoek"', 'place = "De Molenhoek"')
    path.write_text(text, encoding="utf-8")
    code, out, err = ask(capsys, csv, "--area", AREA, "--into", path)
    assert (code, out.startswith("8 cijfers")) == (0, True)
    assert err.strip(), "that someone changed it is said"
    assert load(path).state.about.place == "De Molenhoek"


def test_a_disk_that_cannot_be_written_is_said_and_the_file_stays(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    before = path.read_bytes()
    path.with_name(f".~{path.name}~").mkdir()
    assert refused(capsys, csv, "--area", AREA, "--into", path)
    assert path.read_bytes() == before


async def test_in_the_app_they_are_asked_about_one_by_one(
    capsys: Capture, csv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "app"
    places = Places(folder / "sessions", folder / "state")
    monkeypatch.setenv("FACILITATOR_FOLDER", str(places.sessions))
    monkeypatch.setenv("FACILITATOR_STATE", str(places.state))
    begin(evening(), places)
    assert ask(capsys, csv, "--area", AREA, "--into", "Molenhoek")[0] == 0
    async with running(example("facts"), folder) as app:
        assert len(app.state.facts()) == 8
        await app.press("2")  # the figure that the block has itself stays aside
        assert "Er staan nu 8 cijfers" in app.text


def test_what_a_crash_left_is_kept_and_the_figures_are_added(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    opened = Store.open(find_places(), path, KINDS)
    put = RegisterPut(register_name="stories", id="story001", entry=Story(text="Hier is het stil."))
    action = JournalEntry(
        seq=opened.store.next_seq, at="2026-03-12T19:45:00", name="facts.story", events=[put]
    )
    opened.store.append(action)
    opened.store.let_go()  # the file does not know the story yet
    assert "story001" not in load(path).state.stories()
    assert ask(capsys, csv, "--area", AREA, "--into", path)[0] == 0
    assert list(load(path).state.stories()) == ["story001"]
    assert len(facts_in(path)) == 8
    assert is_closed()


def test_what_the_programme_offers_itself_is_not_laid_on_the_table_as_well(
    capsys: Capture, csv: Path, own: Path
) -> None:
    ask(capsys, csv, "--area", AREA, "--into", own)
    scenario = load_scenario(own, Library.of(own, own.parent), KINDS, "nl")
    path = begin(replace(evening(), scenario=scenario))
    assert ask(capsys, csv, "--area", AREA, "--into", path)[1] == f"Deze cijfers staan er al: {path}\n"
    assert facts_in(path) == {}
    assert ask(capsys, csv, "--area", DISTRICT, "--into", path)[1].startswith("8 cijfers")


def test_what_the_office_calls_an_area_is_nobodys_name(capsys: Capture, csv: Path) -> None:
    path = begin(evening())
    ask(capsys, csv, "--area", AREA, "--into", path)
    name, fact = called(path, "Mensen in dit gebied")
    say(
        path,
        ("stories", "story001", Story(text="Dat zegt Hoge Vucht ook.")),
        ("facts", "typed001", Fact(what="Fietsen", area="Hoge Vucht")),
    )
    shared = to_share(load(path).state)
    assert shared.facts()[name] == fact, "whole, wherever it goes"
    assert shared.stories()["story001"].text == "Dat zegt [naam] ook.", "and makes no name known"
    assert shared.facts()["typed001"].area == "[naam]", "what was typed here is looked at as before"
