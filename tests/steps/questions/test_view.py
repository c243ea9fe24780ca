"""Open questions in the real app."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from facilitator.scenario.library import built_in
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import State
from facilitator.steps.questions.kind import Answer
from facilitator.words import LANGUAGES, Language
from tests.steps.running import SIZES, Running, example, running

EXAMPLE = example("questions")
TOGETHER = "questions/together"
GROUPS = "questions/small-groups"


Prepare = Callable[[State], State]


def given(*texts: str, question: str = "proud", key: str = TOGETHER, differs: bool = False) -> Prepare:
    """Give a session in which this was said already."""
    lines = [
        Answer(id=f"answer{number:02}", question=question, text=text, differs=differs).model_dump()
        for number, text in enumerate(texts)
    ]
    return lambda state: state.replace(results={key: {"answers": lines}})


def said(app: Running) -> Sequence[str]:
    return [each["text"] for each in app.result("answers") or []]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_walk_through(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        assert "1   Typ wat u hoort" in app.text or "1   Type what you hear" in app.text
        await app.type("de speeltuin")
        await app.press("enter")
        await app.type("lieve buren")
        await app.press("enter")
        assert said(app) == ["de speeltuin", "lieve buren"]
        assert "1  de speeltuin" in app.text
        assert "2  lieve buren" in app.text
        await app.press("enter")
        assert app.page == "?differs"
        await app.type("niet in mijn straat")
        await app.press("enter", "enter")
        assert app.key == GROUPS
        assert "2  Wa" in app.text or "2  Why" in app.text, "all questions at once"
        await app.press("enter")
        assert app.page == "what"
        await app.type("het is stil")
        await app.press("enter", "enter")
        assert app.page == "why-here"
        await app.press("enter")
        assert app.page == "?differs"
        await app.press("enter")
        assert app.key == "questions/one-thing"
        await app.press("enter", "enter")
        assert app.key == CLOSING


async def test_what_was_typed_is_cleaned_and_an_empty_line_is_none(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.type("  een [b]plek[/b]  ")
        await app.press("enter")
        await app.type("   ")
        await app.press("enter")
        assert said(app) == ["een [b]plek[/b]"]


async def test_more_than_enough_is_a_question_and_no_wall(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given("a", "b")) as app:
        assert "Willen wij kiezen?" not in app.text
        await app.type("c")
        await app.press("enter")
        assert "Er staan nu 3. Willen wij kiezen?" in app.text
        await app.type("d")
        await app.press("enter")
        assert said(app) == ["a", "b", "c", "d"]
        assert "Er staan nu 4. Willen wij kiezen?" in app.text


async def test_a_line_is_reworded_marked_and_taken_out(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given("a", "b")) as app:
        await app.press("up")
        assert "▸  2  b" in app.text
        await app.press("v")
        assert "▸  2  b  ≠ niet iedereen ziet het zo" in app.text
        await app.press("up", "e")
        await app.type("a!")
        await app.press("enter")
        assert said(app) == ["aa!", "b"]
        await app.press("delete")
        assert said(app) == ["b"]
        await app.press("ctrl+z")
        assert said(app) == ["aa!", "b"]
        assert "het weghalen van een antwoord" in app.status


async def test_letters_are_text_until_the_line_is_left(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given("a")) as app:
        await app.type("ev")
        await app.press("escape")
        assert "▸  1  a" in app.text
        await app.press("down")
        await app.type("en")
        await app.press("enter")
        assert said(app) == ["a", "even"]


async def test_the_last_line_taken_out_leaves_a_line_to_type_in(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given("a")) as app:
        await app.press("up", "delete")
        await app.type("opnieuw")
        await app.press("enter")
        assert said(app) == ["opnieuw"]


async def test_nobody_is_asked_twice_who_differs(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given("a", differs=True)) as app:
        await app.press("enter")
        assert app.key == GROUPS


async def test_without_answers_the_way_on_is_free(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter")
        assert app.key == GROUPS


async def test_who_differs_is_kept_with_the_question_that_is_pointed_at(tmp_path: Path) -> None:
    def both(state: State) -> State:
        lines = [
            Answer(id="answer00", question="what", text="stil").model_dump(),
            Answer(id="answer01", question="why-here", text="de school").model_dump(),
        ]
        return state.replace(results={GROUPS: {"answers": lines}})

    async with running(EXAMPLE, tmp_path, prepare=both) as app:
        await app.press("enter", "down", "enter", "enter")
        assert app.page == "?differs"
        await app.press("down")
        assert "▸ Waarom is juist hier" in app.text
        await app.type("de school is er nog")
        await app.press("enter")
        assert app.result("answers")[-1] == {
            "id": "id000001",
            "question": "why-here",
            "text": "de school is er nog",
            "differs": True,
        }
        assert "– de school is er nog  ≠ niet iedereen ziet het zo" in app.text


async def test_left_goes_a_page_back_while_nothing_is_typed(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "enter", "enter")
        assert app.page == "why-here"
        await app.type("ab")
        await app.press("left")
        assert app.page == "why-here", "in a text an arrow goes through the text"
        await app.press("ctrl+u", "backspace", "backspace", "delete", "left")
        assert app.page == "what"
        await app.press("left", "left")
        assert app.key == TOGETHER


async def test_the_start_says_which_questions_have_answers_and_opens_any(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given("a", "b", question="what", key=GROUPS)) as app:
        await app.press("enter")
        assert "Wat is er precies aan de hand?  2 antwoorden" in app.text
        await app.press("down", "enter")
        assert app.page == "why-here"


async def test_what_was_being_typed_survives_a_crash(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.type("de speeltuin")
        await app.press("enter")
        await app.type("bijna af")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "2  bijna af" in app.text
        await app.press("enter")
        assert said(app) == ["de speeltuin", "bijna af"]


async def test_a_note_is_about_the_question(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("ctrl+n")
        await app.type("mooi")
        await app.press("enter")
        assert [note.text for note in app.state.notes_of(TOGETHER, "proud").values()] == ["mooi"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_line_to_type_in_stays_in_sight_under_many_long_lines(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    long = [f"{number} " + "de straat waar iedereen elkaar groet " * 4 for number in range(20)]
    async with running(EXAMPLE, tmp_path, size=size, prepare=given(*long)) as app:
        assert "Waar bent u trots op in deze wijk?" in app.text
        assert "21   Typ wat u hoort" in app.text
        assert "20  19 de straat" in app.text, "the newest is in sight"
        assert "↑ …" in app.text
        await app.press(*["up"] * 20)
        assert "▸  1  0 de straat" in app.text
        assert "↓ …" in app.text


async def test_of_what_one_person_says_it_is_not_asked_who_sees_it_differently(tmp_path: Path) -> None:
    async with running(built_in() / "blocks" / "afsluiten.toml", tmp_path) as app:
        first = app.page
        await app.type("een vast gezicht")
        await app.press("enter", "enter")
        assert app.page != first
        await app.press("enter")
        assert app.key == CLOSING
