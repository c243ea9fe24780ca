"""A choice in the real app."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.session.registers import Item
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import State
from facilitator.words import LANGUAGES, Language
from tests.steps.choose.choices import EXAMPLE, ITEMS, OPTIONS, TASKS, WORRIES, a_scan, scanned, with_worries
from tests.steps.running import SIZES, Running, running


async def choosing(app: Running, *keys: str) -> None:
    """Press Enter past the first page, and then these keys."""
    await app.press("enter")
    assert app.page == "choose"
    await app.press(*keys)


async def past_options(app: Running) -> None:
    """Choose nothing of what the scenario offers, and come to what the group brought up itself."""
    await choosing(app, "end", "enter", "enter")
    assert app.key == ITEMS


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_the_first_key_to_the_last(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=with_worries) as app:
        assert "Wijs nog niets aan." in app.text or "Do not point yet." in app.text
        assert "t tweetallen" in app.text or "t pairs" in app.text
        assert app.result("chosen") is None
        await choosing(app, "enter", "down", "space")
        assert app.result("chosen") == ["plein", "lampen"]
        await app.press("enter")
        assert app.page == "differs"
        await app.type("eerst de soep")
        await app.press("enter")
        assert [each["text"] for each in app.result("differs")] == ["eerst de soep"]
        assert "≠  eerst de soep" in app.text
        await app.press("enter")
        assert app.key == ITEMS
        await choosing(app, "enter", "enter", "enter", "enter")
        assert app.page == "left"
        await app.type("volgend jaar")
        await app.press("enter", "enter")
        assert app.result("waits") == {"item0003": "volgend jaar"}
        await app.press("enter")
        assert app.key == TASKS
        assert app.state.result(ITEMS)["chosen"] == ["item0000", "item0001", "item0002"]
        await app.press("enter")
        assert app.key == CLOSING


async def test_before_anyone_points_nothing_is_marked_and_nothing_can_be(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        assert "1  Samen het plein opruimen  een middag" in app.text
        assert "▸" not in app.text
        assert "○" not in app.text
        await app.press("1", "space")
        assert app.result("chosen") is None


async def test_a_digit_chooses_and_once_more_lets_go(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await choosing(app, "3", "1")
        assert app.result("chosen") == ["lampen", "plein"]
        assert "▸ Dit is ons antwoord" in app.text
        assert "2 van 2 gekozen" in app.text
        await app.press("3")
        assert app.result("chosen") == ["plein"]
        assert "●  1  Samen het plein opruimen" in app.text
        assert "○  3  De lampen" in app.text
        await app.press("ctrl+z")
        assert app.result("chosen") == ["lampen", "plein"]
        assert "het loslaten van een keuze" in app.status


async def test_the_same_key_again_never_undoes_what_it_did(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await choosing(app, "enter", "enter")
        assert app.result("chosen") == ["plein", "soep"]
        await app.press("up", "up", "up", "up", "enter")
        assert app.result("chosen") == ["plein"], "pointed at again, it is let go of"


async def test_at_the_cap_the_room_is_asked_what_it_lets_go_of(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "1", "2", "4")
        assert app.page == "swap/krant"
        assert "Wat laat u er dan los?" in app.text
        assert "Dit willen wij erbij: Een stukje in de wijkkrant" in app.text
        assert "De lampen" not in app.text, "only what was chosen can be let go of"
        await app.press("4")
        assert app.page == "swap/krant", "what is not chosen has no digit here"
        await app.press("down", "enter")
        assert app.page == "choose"
        assert app.result("chosen") == ["plein", "krant"]
        await app.press("ctrl+z")
        assert app.result("chosen") == ["plein", "soep"]


@pytest.mark.parametrize("keys", [["left"], ["escape"], ["down", "down", "enter"]])
async def test_a_choice_can_be_kept_as_it_is(tmp_path: Path, keys: list[str]) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "1", "2", "3", *keys)
        assert app.page == "choose"
        assert app.result("chosen") == ["plein", "soep"]


async def test_a_digit_swaps_too(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "1", "2", "3", "1")
        assert app.result("chosen") == ["soep", "lampen"]


async def test_choosing_nothing_is_possible_and_is_said(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await choosing(app, "end")
        assert "▸ Wij kiezen nu niets" in app.text
        await app.press("enter", "enter")
        assert app.key == ITEMS


async def test_without_anything_to_choose_from_nobody_is_held_up(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await past_options(app)
        assert "Er is nog niets verzameld om uit te kiezen." in app.text
        await app.press("enter")
        assert "Er zijn nog geen opgaven om uit te kiezen." in app.text
        await app.press("left")
        assert app.key == ITEMS


async def test_who_comes_back_sees_what_was_chosen(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await choosing(app, "2", "enter", "enter", "left")
        assert app.key == OPTIONS
        assert "●  2  Elke vrijdag soep" in app.text
        assert "▸ Dit is ons antwoord" in app.text
        await app.press("left")
        assert app.page == "think"


async def test_when_all_is_chosen_nothing_is_left(tmp_path: Path) -> None:
    def two(state: State) -> State:
        return state.replace(registers={"items": dict(list(WORRIES.items())[:2])})

    async with running(EXAMPLE, tmp_path, prepare=two) as app:
        await past_options(app)
        await choosing(app, "1", "2", "enter")
        assert (app.key, app.page) == (ITEMS, "differs")
        await app.press("left")
        assert app.page == "choose"


async def test_a_reason_is_reworded_and_taken_out(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_worries) as app:
        await past_options(app)
        await choosing(app, "1", "end", "enter", "down")
        await app.type("te duur")
        await app.press("enter")
        assert app.result("waits") == {"item0002": "te duur"}
        assert "▸ –  De weg gaat open" in app.text, "the next is pointed at"
        await app.press("up", "escape", "e")
        await app.type(" nu")
        await app.press("enter")
        assert app.result("waits") == {"item0002": "te duur nu"}
        await app.press("delete")
        assert app.result("waits") == {}
        await app.press("ctrl+z")
        assert app.result("waits") == {"item0002": "te duur nu"}


async def test_a_reason_that_was_being_typed_stays_with_what_it_is_about(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_worries) as app:
        await past_options(app)
        await choosing(app, "1", "end", "enter", "down", "down")
        await app.type("te duur")
        await app.tick()
        await app.press("up")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "▸ –  Jongeren" in app.text
        await app.press("enter")
        assert app.result("waits") == {"item0002": "te duur"}
    async with running(EXAMPLE, tmp_path) as app:
        assert "Typ waarom dit wacht." in app.text


async def test_what_someone_else_sees_is_reworded_and_taken_out(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await choosing(app, "1", "enter")
        for text in ("soep", "lampen"):
            await app.type(text)
            await app.press("enter")
        await app.press("up", "up", "e")
        await app.type(" eerst")
        await app.press("enter")
        assert [each["text"] for each in app.result("differs")] == ["soep eerst", "lampen"]
        await app.press("down", "delete")
        assert [each["text"] for each in app.result("differs")] == ["soep eerst"]
        await app.press("down")
        await app.type("e")
        await app.press("enter")
        assert [each["text"] for each in app.result("differs")] == ["soep eerst", "e"]


async def test_a_choice_without_what_residents_said_is_asked_about(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_worries) as app:
        await past_options(app)
        await choosing(app, "3", "4")
        assert "Er staat niets bij van wat bewoners zeiden." not in app.text
        assert "○  1  Auto's rijden te hard  verkeer" in app.text
        await app.press("1")
        assert "●  1  Auto's rijden te hard  wie wil hieraan werken?" in app.text
        await app.press("2", "down", "enter")
        assert "Er staat niets bij van wat bewoners zeiden." not in app.text


async def test_sets_have_their_own_number_and_that_chooses_them(tmp_path: Path) -> None:
    vote = scanned({"total": [7, 8, 1, 2, 5, 4]}, {"total": 9}, "scan")

    def voted(state: State) -> State:
        return state.replace(rounds={vote.id: vote})

    async with running(a_scan(tmp_path / "scan"), tmp_path / "run", prepare=voted) as app:
        rows = [row.strip() for row in app.body if row.strip()]
        assert rows[1:4] == ["2  Ambitie  aandacht", "3  Coalitie  in opbouw", "1  Urgentie  stevig"]
        assert "De uitslag kiest niet" in " ".join(app.text.split())
        assert "werkset: 2, 3 · Platform31, 2018: 1" in app.text
        await choosing(app, "2")
        assert app.result("chosen") == ["blok-2"]
        assert app.result("texts") == {"blok-2": "Ambitie", "blok-3": "Coalitie", "blok-1": "Urgentie"}


def many(state: State) -> State:
    long = "de straat waar iedereen elkaar groet "
    items = {f"item{n:04}": Item(text=f"nummer {n}: {long * (n % 3 + 1)}", sort="worry") for n in range(24)}
    return state.replace(registers={"items": items})


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_pointed_at_is_seen_in_a_long_list(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(EXAMPLE, tmp_path, size=size, prepare=many) as app:
        await past_options(app)
        assert "nummer 0:" in app.text
        await app.press("enter")
        for number in range(24):
            assert any("▸ ○" in row and f"nummer {number}:" in row for row in app.body), app.text
            await app.press("down")
        assert "▸ Wij kiezen nu niets" in app.text
        await app.press("1")
        assert app.result("chosen") is None, "of many things none has a digit"
        await app.press("up", "enter", "enter")
        assert app.page == "left"
        for number in range(23):
            assert any("▸ –" in row and f"nummer {number}:" in row for row in app.body), app.text
            assert "Typ waarom dit wacht." in app.text
            await app.press("down")


# -- given answers: how it is here


ENDS = {
    "nl": ("Dit is ons antwoord", "Wie ziet het anders?", "anders, namelijk", "Wat laten wij nu liggen?"),
    "en": (
        "This is our answer",
        "Who sees it differently?",
        "something else",
        "What do we leave for now?",
    ),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_given_answers_none_is_left_waiting(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    ends, differs, other, left = ENDS[language]
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        await choosing(app)
        assert f"+  {other}" in app.text
        await app.press("1", "end")
        assert f"▸ {ends}" in app.text
        await app.press("enter")
        assert app.page == "differs"
        assert left not in app.text
        rows = [row.strip() for row in app.body if row.strip()]
        assert rows[0] == ends
        assert rows[1].startswith("● ")
        assert differs in rows
        await app.press("left")
        assert app.page == "choose"


@pytest.mark.parametrize("size", SIZES)
async def test_the_group_says_it_in_its_own_words(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(EXAMPLE, tmp_path, size=size) as app:
        await choosing(app, "1", "up", "enter")
        assert "Hoe zegt u het zelf?" in app.text
        await app.type("Een  picknick")
        await app.press("enter")
        (own,) = app.result("own")
        assert app.result("own") == {own: "Een picknick"}
        assert app.result("chosen") == ["plein", own]
        assert app.result("texts")[own] == "Een picknick"
        assert "●  5  Een picknick" in app.text
        assert "▸ Dit is ons antwoord" in app.text, "the choice is complete"
        await app.press("ctrl+z")
        assert (app.result("own"), app.result("chosen")) == (None, ["plein"])
        await app.press("ctrl+y", "up", "up", "e")
        await app.type(" op het plein")
        await app.press("enter")
        assert app.result("texts")[own] == "Een picknick op het plein"
        await app.press("delete")
        assert (app.result("own"), app.result("chosen")) == ({}, ["plein"])
        assert own not in app.result("texts")


async def test_at_the_cap_an_answer_of_its_own_asks_what_is_let_go_of(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await choosing(app, "1", "2", "z")
        await app.type("Een picknick")
        await app.press("enter")
        (own,) = app.result("own")
        assert app.page == f"swap/{own}"
        assert "Dit willen wij erbij: Een picknick" in app.text
        await app.press("2")
        assert app.result("chosen") == ["plein", own]


async def test_what_is_offered_already_is_not_added_once_more(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await choosing(app, "z")
        await app.type("samen het plein opruimen!")
        await app.press("enter")
        assert (app.result("own"), app.result("chosen")) == (None, ["plein"])
        await app.press("2", "z")
        await app.type("de lampen bij de school laten maken")
        await app.press("enter")
        assert app.page == "swap/lampen"


async def test_an_answer_that_was_being_typed_is_there_after_a_crash(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await choosing(app, "z")
        await app.type("Een pick")
        await app.tick()
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        await app.type("nick")
        await app.press("enter")
        assert list(app.result("own").values()) == ["Een picknick"]


async def test_of_what_the_group_brought_up_there_is_no_other(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_worries) as app:
        await past_options(app)
        await choosing(app)
        assert "anders, namelijk" not in app.text
        await app.press("z")
        assert "Hoe zegt u het zelf?" not in app.text
