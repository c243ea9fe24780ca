"""Preparing: the programme bends to the evening, and the session that it follows is found."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Any

import pytest

from facilitator.kinds import kinds
from facilitator.session.commands import put
from facilitator.session.registers import Actor, Agreement, Parked
from facilitator.session.state import State
from facilitator.storage.places import Places
from facilitator.storage.store import Store
from facilitator.words import LANGUAGES, Language
from tests.steps.running import SIZES, Running, begun, example
from tests.ui.beginning import at_home, saved, session_file, stock_vote


def blocks(app: Running) -> list[str]:
    """Give the lines of the blocks, without their times."""
    return [line.strip("▸ ").split("  ", 1)[-1].strip() for line in app.body if "(" in line and "min" in line]


async def to_blocks(app: Running, place: str = "Molenhoek") -> None:
    """Fill in the place, and go through the other fields to the blocks."""
    await app.type(place)
    for _ in range(6):
        await app.press("enter")
        if app.view.field is None:
            return
    raise AssertionError(app.text)


# -- the programme


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_programme_is_bent_and_begins_as_settled(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path, scenario="avond", size=size) as app:
        await to_blocks(app)
        assert "▸ ● 19.30  Welkom  (5 min)" in app.text
        assert "20.05 uur klaar. Er zijn 5 minuten over." in app.text
        await app.press("down", "shift+up")  # talk first
        assert [line.split("  ")[0] for line in blocks(app)] == ["Praten", "Welkom", "Slot"]
        await app.press("-", "-", "-", "-", "-")
        assert "▸ ● 19.30  Praten  (15 min, was 20)" in app.text
        assert "● 19.45  Welkom" in app.text
        await app.press("down", "space")
        assert "○        Welkom" in app.text
        await app.press("down", "+")
        assert "● 19.45  Slot  (11 min, was 10)" in app.text
        assert "19.56 uur klaar. Er zijn 14 minuten over." in app.text
        await app.press("enter")
        assert "Wij doen Praten 1." in app.text
        assert "Wij stoppen om 19.56 uur" in app.status
        assert app.state.keys() == ["praten/stap-1", "praten/stap-2", "slot/stap-1"]
        assert [step.minutes for _, step in app.state.places()] == [8, 7, 11]
        kept = saved(session_file(tmp_path)).state
        assert kept.scenario == app.state.scenario
        assert (kept.about.left_out, kept.ends) == (["welkom"], time(19, 56))


@pytest.mark.parametrize(
    ("higher", "lower"),
    [("h", "l"), ("shift+up", "shift+down"), ("alt+up", "alt+down"), ("ctrl+up", "ctrl+down")],
)
async def test_blocks_move_with_every_key_a_terminal_may_leave(
    tmp_path: Path, higher: str, lower: str
) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await to_blocks(app)
        await app.press(lower)
        assert [line.split("  ")[0] for line in blocks(app)] == ["Praten", "Welkom", "Slot"]
        await app.press(lower, lower, higher, higher, higher)
        assert [line.split("  ")[0] for line in blocks(app)] == ["Welkom", "Praten", "Slot"]


async def test_too_long_is_a_question_and_no_refusal(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await to_blocks(app)
        await app.press(*"++++++")
        assert "20.11 uur klaar. Dat is 1 minuut te lang. Wat mag korter?" in app.text
        await app.press("enter")
        assert "Wij stoppen om 20.11 uur" in app.status


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_block_from_the_library_is_added(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path, scenario="avond", size=size) as app:
        await to_blocks(app)
        await app.press("b")
        await app.type("zing")
        assert "Daarom Zingen." in app.text
        assert "van uzelf   7 min" in app.text.replace("  7", "   7")
        await app.press("enter")
        assert "▸ ● 19.35  Zingen  (7 min, erbij)" in app.text
        await app.press("b")
        await app.type("zing")
        await app.press("enter")
        assert [line.split("  ")[0] for line in blocks(app)] == [
            "Welkom",
            "Zingen",
            "Zingen",
            "Praten",
            "Slot",
        ]
        await app.press("enter")
        assert [use.id for use in app.state.scenario.uses] == [
            "welkom",
            "zingen",
            "zingen-2",
            "praten",
            "slot",
        ]
        assert app.state.inserted == (), "what was settled beforehand is planned"


async def test_a_block_that_does_not_fit_is_refused_in_a_sentence(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await to_blocks(app)
        await app.press("b")
        await app.type("kinderraad")
        await app.press("enter")
        assert "Deze bouwsteen vraagt naar een perspectief dat hier niet is" in app.text
        await app.press("escape")
        assert len(blocks(app)) == 3


async def test_a_search_that_finds_nothing_says_so(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await to_blocks(app)
        await app.press("b")
        await app.type("xyzzy")
        assert "Niets gevonden." in app.text
        await app.press("enter", "escape")
        assert len(blocks(app)) == 3


async def test_when_nothing_is_left_it_says_so(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond", size=(80, 24)) as app:
        await to_blocks(app)
        await app.press("space", "down", "space", "down", "space", "enter")
        assert "Er blijft niets over." in app.text


async def test_what_is_missing_is_asked_where_it_goes(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await app.press(*["enter"] * 6)
        assert "Hoe noemen de mensen deze wijk of buurt?" in app.text
        await app.type("Molenhoek")
        await app.press("tab")
        await app.type("ooit")
        await app.press("tab", "tab", "tab", "tab", "enter")
        assert "Deze datum begrijp ik niet." in app.text
        await app.press("ctrl+u")
        await app.type("morgen")
        await app.press("tab", "tab")
        await app.type("nul")
        await app.press("tab", "tab", "enter")
        assert "Hoeveel mensen verwacht u?" in app.text
        assert app.view.field is not None
        assert app.view.field.name == "people"


async def test_the_arrows_go_between_fields_and_blocks(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await app.type("Molenhoek")
        await app.press(*["down"] * 6)
        assert "▸ ● 19.35  Praten" in app.text
        await app.press("up", "up", "up")
        assert app.view.field is not None
        assert app.view.field.name == "people"
        await app.press("tab", "tab", "tab")
        assert app.view.field.name == "place"


# -- minutes that are true


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_so_many_people_cannot_do_in_time_is_said(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    nl = language == "nl"
    tight = "krap" if nl else "tight"
    stock_vote(tmp_path)
    async with at_home(tmp_path, scenario="stemming", size=size, language=language) as app:
        await app.type("Molenhoek")
        await app.press("enter", "enter", "enter")
        assert app.view.field is not None
        assert (app.view.field.name, app.view.field.value) == ("people", "18")
        assert tight not in app.text
        await app.type("30")
        await app.press("enter", "enter")
        assert f"(6 min, {tight})" in app.text
        said = " ".join(" ".join(app.body).split())
        if nl:
            assert "Met 30 mensen duurt “Stemmen” minstens 8 minuten, en meestal 12. Gepland: 6." in said
            assert "Met de hand stemmen gaat sneller." in said
        else:
            assert "With 30 people “Voting” takes at least 8 minutes, and mostly 12. Planned: 6." in said
            assert "Voting by hand goes faster." in said
        await app.press("down", "space")
        assert tight not in app.text, "what is left out takes no time"
        await app.press("space", "+", "+")
        assert tight not in app.text
        await app.press("enter")
        assert app.state.scenario.people == 30


# -- the session that it follows


def earlier(folder: Path, place: str = "Molenhoek", session: str = "session1", **more: Any) -> Path:
    """Hold a session in which some things were kept, and close it."""
    state = begun(example("card"))
    about = state.about.model_copy(update={"id": session, "place": place})
    state = state.replace(about=about, scenario=state.scenario.model_copy(update=more))
    for register, name, entry in (
        ("actors", "aaaaaaaa", Actor(name="De bakker", side="informal")),
        ("agreements", "bbbbbbbb", Agreement(what="Een bankje")),
        ("agreements", "cccccccc", Agreement(what="Een boom", status="done")),
        ("parked", "dddddddd", Parked(text="De bushalte")),
    ):
        state = with_entry(state, register, name, entry)
    store = Store.begin(Places(folder / "sessions", folder / "state"), state, kinds())
    store.close(state, 0)
    return store.path


def with_entry(state: State, register: Any, name: str, entry: Any) -> State:
    from facilitator.session.fold import fold

    events = put(state, register, name, entry)
    assert isinstance(events, list)
    return fold(state, events[0])


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_session_follows_another(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    path = earlier(tmp_path)
    before = path.read_bytes()
    async with at_home(tmp_path, scenario="avond", size=size, language=language) as app:
        await app.press("enter")
        assert ("geen eerdere sessie" if language == "nl" else "no earlier session") in app.text
        await app.press("down")
        assert "▸ Molenhoek, Avond in Molenhoek" in app.text
        await app.press("enter")
        along = "1 partij, 1 open afspraak" if language == "nl" else "1 party, 1 open agreement"
        assert along in app.text
        place = app.view.fields()[0]
        assert (place.name, place.value) == ("place", "Molenhoek"), "its place is suggested"
        await app.press(*["enter"] * 5)
        state = app.state
        assert state.about.place == "Molenhoek"
        assert list(state.actors()) == ["aaaaaaaa"]
        assert [each.what for each in state.agreements().values()] == ["Een bankje"]
        assert [each.text for each in state.parked().values()] == ["De bushalte"]
        assert state.before is not None
        assert state.before.session == "session1"
        await app.press("l")
        assert "De bushalte" in app.text
    kept = [saved(each).state for each in path.parent.glob("*.toml") if each != path]
    assert [each.before for each in kept] == [state.before]
    assert path.read_bytes() == before


async def test_the_part_before_is_offered_first_and_then_the_same_place(tmp_path: Path) -> None:
    earlier(tmp_path, "Zandpoort", "aaaaaaaa")
    earlier(tmp_path, "Oosterlinde", "bbbbbbbb", series="plan", part=1)
    earlier(tmp_path, "Molenhoek", "cccccccc")
    async with at_home(tmp_path, scenario="deel-2") as app:
        await app.type("Zandpoort")
        await app.press("enter")
        offered = [line.split(",")[0].strip() for line in app.body if ", Avond in" in line]
        assert offered == ["Oosterlinde", "Zandpoort", "Molenhoek"]
        await app.press("enter")
        assert "geen eerdere sessie" in app.text
        assert app.view.field is not None
        assert app.view.field.name == "day", "empty is none"


async def test_typing_finds_an_earlier_session(tmp_path: Path) -> None:
    for number, place in enumerate(["Aa", "Bee", "Cee", "Dee", "Eef", "Gee", "Zandpoort"]):
        earlier(tmp_path, place, f"aaaaaaa{number}")
    async with at_home(tmp_path, scenario="avond") as app:
        await app.press("enter")
        assert app.text.count(", Avond in Molenhoek") == 5
        await app.type("eef")
        assert "▸ Eef, Avond" in app.text
        assert "Aa, Avond" not in app.text
        await app.press("up", "enter")
        assert "Wijs met ↓ een sessie aan" in app.text
        await app.type("x")
        assert "Geen sessie gevonden." in app.text
        await app.press("backspace", "enter", "shift+tab")
        assert "Eef, Avond in Molenhoek" in app.text
        await app.press("backspace")
        assert "Komt mee" not in app.text


async def test_a_place_that_was_typed_stays(tmp_path: Path) -> None:
    earlier(tmp_path, "Zandpoort")
    async with at_home(tmp_path, scenario="avond") as app:
        await app.type("Molenhoek Zuid")
        await app.press("enter", "down", "enter")
        assert app.view.fields()[0].value == "Molenhoek Zuid"


async def test_a_damaged_session_is_refused_where_it_is_chosen(tmp_path: Path) -> None:
    path = earlier(tmp_path)
    text = path.read_text(encoding="utf-8").replace('kind = "card"', 'kind = "gone"')
    path.write_text(text, encoding="utf-8")
    async with at_home(tmp_path, scenario="avond") as app:
        await app.press("enter", "down", "enter")
        assert "Dit bestand is beschadigd." in app.text
        assert app.view.field is not None
        assert app.view.field.name == "after"
    assert path.read_text(encoding="utf-8") == text


async def test_without_sessions_nothing_is_asked_about_them(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        assert "Vervolg op" not in app.text
        await app.press("enter")
        assert app.view.field is not None
        assert app.view.field.name == "day"


async def test_a_session_named_beforehand_is_there_already(tmp_path: Path) -> None:
    path = earlier(tmp_path)
    taken = tmp_path / "usb.toml"
    taken.write_bytes(path.read_bytes())
    path.unlink()
    async with at_home(tmp_path, scenario="avond", after=taken) as app:
        assert "Molenhoek, Avond in Molenhoek, 12 mrt" in app.text
        await app.press(*["enter"] * 7)
        assert list(app.state.actors()) == ["aaaaaaaa"]
        assert app.state.about.place == "Molenhoek"


# -- home


async def test_home_shows_a_series_in_its_order(tmp_path: Path) -> None:
    async with at_home(tmp_path, size=(120, 40)) as app:
        lines = [line for line in app.body if "Plan " in line]
        assert ["Plan een" in lines[0], "Plan twee" in lines[1]] == [True, True]
        assert [line.split()[-4:] for line in lines] == [["deel", n, "van", "2"] for n in "12"]
    async with at_home(tmp_path) as app:
        for _ in range(40):
            await app.press("down")
            if "▸ Plan twee" in app.text:
                break
        assert app.text.count("deel 2 van 2") == 1
