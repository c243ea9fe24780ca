"""Gathering in the real app: in the words of the group, one perspective first, or from cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.session.registers import Item
from facilitator.session.state import Position, State
from facilitator.words import LANGUAGES, Language
from tests.steps.collect.brought import EXAMPLE, Prepare, having, item, worries
from tests.steps.running import SIZES, Running, running

GATHER = "collect/ophalen"


def _said(app: Running) -> list[tuple[str, str, str | None]]:
    return [(each.text, each.sort, each.perspective) for each in app.state.items().values()]


def _whole(app: Running) -> str:
    """Give what is on the screen as if nothing were wrapped."""
    return " ".join(app.text.split())


def _people(prepare: Prepare | None = None, **people: int) -> Prepare:
    def with_people(state: State) -> State:
        return (prepare(state) if prepare else state).replace(people=people)

    return with_people


async def _say(app: Running, *lines: str) -> None:
    for line in lines:
        await app.type(line)
        await app.press("enter")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_residents_speak_first_at_each_question(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    listen = {"nl": "Eerst bewoners. De anderen luisteren.", "en": "First bewoners. The others listen."}[
        language
    ]
    then = {"nl": "En de anderen?", "en": "And the others?"}[language]
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        for first, others in (("plein", "buren"), ("herrie", "ruzie"), ("groen", "rust")):
            assert listen in app.text
            await _say(app, first)
            await app.press("enter")
            assert then in app.text
            assert first in app.text, "what was said first stays in sight"
            await _say(app, others)
            await app.press("enter")
        assert _said(app) == [
            ("plein", "pride", "bewoners"),
            ("buren", "pride", None),
            ("herrie", "worry", "bewoners"),
            ("ruzie", "worry", None),
            ("groen", "ambition", "bewoners"),
            ("rust", "ambition", None),
        ]
        assert app.key == "collect/kaarten"


async def test_from_whom_a_line_is_stays_only_with_three_or_more_of_them(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_people(bewoners=2, beleid=6)) as app:
        assert "Eerst bewoners. De anderen luisteren." in app.text
        assert "Er zijn 2 mensen bij bewoners. Hun regels bewaren wij niet apart." in _whole(app)
        await _say(app, "het plein")
        await app.press("up")
        assert "van wie" not in app.keys
        await app.press("b")
        assert _said(app) == [("het plein", "pride", None)]


async def test_who_is_not_there_is_asked_after_and_everyone_speaks(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_people(beleid=6)) as app:
        assert "Niemand antwoordt als bewoners. Wie vraagt het hun, en wanneer?" in _whole(app)
        await _say(app, "het plein")
        assert _said(app) == [("het plein", "pride", None)]
        await app.press("enter")
        assert app.page == "2", "there is no other page of the same question"
        await app.press("enter", "enter")
        assert app.key == "collect/kaarten"


async def test_people_who_come_in_speak_first_from_then_on(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_people(beleid=6)) as app:
        await app.press("f2", "down", "4", "enter")
        assert "Eerst bewoners." in app.text
        await app.press("enter")
        assert "En de anderen?" in app.text
        await app.press("f2", "down", "0", "enter", "enter")
        assert app.page == "2"


async def test_from_whom_a_line_is_can_be_mended(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter")
        await _say(app, "het plein")
        await app.press("up", "b")
        assert _said(app) == [("het plein", "pride", "bewoners")]
        assert "het plein  bewoners" in app.text
        await app.press("b")
        assert _said(app) == [("het plein", "pride", None)]


async def test_cards_are_read_out_and_nobody_is_asked_who_wrote_them(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(at="kaarten")) as app:
        assert "Niemand vraagt wie ze schreef." in app.text
        assert "Schrijf één zin op een kaart." in app.text
        await _say(app, "wij zijn moe")
        assert _said(app) == [("wij zijn moe", "unsaid", None)]
        assert "Niemand vraagt wie ze schreef." in app.text
        await app.press("up", "b")
        assert _said(app) == [("wij zijn moe", "unsaid", None)]


async def test_pride_is_asked_for_before_the_first_worry(tmp_path: Path) -> None:
    asked = "Waar zijn wij trots op? Begin daar als het kan."
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "enter")
        assert asked in app.text
        await app.press("left", "left")
        await _say(app, "het plein")
        await app.press("enter", "enter")
        assert "Waar maakt u zich zorgen over?" in app.text
        assert asked not in app.text


async def test_a_label_brings_a_gentle_question_and_is_kept(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "enter")
        await _say(app, "dit is een probleemwijk")
        assert "“probleemwijk”: zegt u het ook zo tegen uw buurvrouw?" in app.text
        assert _said(app)[0][0] == "dit is een probleemwijk"
        await _say(app, "ruzie")
        assert "buurvrouw" not in app.text


async def test_more_than_enough_is_a_question_and_no_wall(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(worries(*"abcde"))) as app:
        await app.press("enter", "enter")
        await _say(app, "een probleemwijk")
        assert "buurvrouw" in app.text, "a label is asked about first"
        await app.press("ctrl+z")
        assert "genoeg" not in app.text
        await _say(app, "f")
        assert "Er staan nu 6. Is dat genoeg voor nu?" in app.text
        await _say(app, "g")
        assert len(_said(app)) == 7


async def test_a_line_is_reworded_taken_out_and_brought_back(tmp_path: Path) -> None:
    async with running(
        EXAMPLE, tmp_path, prepare=having([item("plein", "pride"), item("buren", "pride")])
    ) as app:
        await app.press("up", "up", "e")
        await app.type("!")
        await app.press("enter")
        assert [text for text, *_ in _said(app)] == ["plein!", "buren"]
        await app.press("delete")
        assert [text for text, *_ in _said(app)] == ["buren"]
        await app.press("ctrl+z")
        assert "plein!" in app.text
        assert "Teruggenomen: het weghalen van een regel." in app.status


async def test_what_was_being_typed_survives_a_crash_on_its_own_page(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter")
        await app.type("bijna af")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert app.page == "1-others"
        assert "1  bijna af" in app.text
        await app.press("enter", "left")
        assert _said(app) == [("bijna af", "pride", None)]
        assert "2   Typ wat u hoort" in app.text


async def test_an_unknown_page_is_the_first_question(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        assert app.opening.run is not None
        for page in ("9", "0", "x-others", "²"):
            await app.opening.run.go_to(GATHER, page)
            await app.settle()
            assert "Waar bent u trots op?" in app.text


async def test_a_note_is_about_the_sort_that_is_asked_for(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("ctrl+n")
        await app.type("mooi")
        await app.press("enter")
        assert [note.text for note in app.state.notes_of(GATHER, "pride").values()] == ["mooi"]


@pytest.mark.parametrize("size", [*SIZES, (80, 24)])
async def test_the_line_to_type_in_stays_in_sight_under_many_long_lines(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    long = [item(f"{n} " + "de straat waar iedereen elkaar groet " * 4, "pride") for n in range(20)]
    async with running(EXAMPLE, tmp_path, size=size, prepare=having(long)) as app:
        assert "Eerst bewoners." in app.text
        assert "Waar bent u trots op?" in app.text
        assert "21   Typ wat u hoort" in app.text
        assert "19 de straat" in app.text, "the newest is in sight"
        assert "Er staan nu 20." in app.text


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_gets_a_place_that_stands_behind_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(EXAMPLE, tmp_path, size=size, prepare=having(worries("donker", "vuil"))) as app:
        await app.press("enter", "enter", "up", "s")
        assert "nooit een huisnummer" in app.text
        await app.type("Het plein")
        await app.press("enter")
        assert "vuil  Het plein" in app.text
        await app.press("up", "s")
        await app.type("het plein")
        await app.press("enter")
        assert [item.where for item in app.state.items().values()] == ["het plein", "Het plein"]


async def test_a_second_round_of_the_same_block_begins_on_an_empty_page(tmp_path: Path) -> None:
    def again(state: State) -> State:
        first = state.scenario.uses[0]
        second = first.model_copy(update={"id": "again"})
        scenario = state.scenario.model_copy(update={"uses": [first, second]})
        items = {"item0001": Item(text="van de eerste ronde", sort="pride", use=first.id)}
        return state.replace(
            scenario=scenario, registers={"items": items}, at=Position("again", first.steps[0].id)
        )

    async with running(EXAMPLE, tmp_path, prepare=again) as app:
        assert "van de eerste ronde" not in app.text
        await app.type("van de tweede ronde")
        await app.press("enter")
        assert "1  van de tweede ronde" in app.text
        assert [item.use for item in app.state.items().values()] == ["collect", "again"]
