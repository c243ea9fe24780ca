"""What the room sees of a result, and how it votes again."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.words import Language
from tests.steps.running import SIZES, Running, example, running
from tests.steps.statements.voting import (
    EVENING,
    begin,
    cast,
    cast_all,
    close,
    hold,
    last_round,
    with_people,
)

EXAMPLE = example("statements")
OF_ONE_MIND = {"beleid": ["443", "333", "342"], "bewoners": ["441", "441", "442"]}
"""Three residents who all say 4 to both level statements."""


def row(app: Running, title: str) -> str:
    """Give the row of the screen that begins with a title."""
    return next(line for line in app.body if line.strip().startswith(title))


# -- the overview


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_overview_says_how_many_agree_and_asks_a_question(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        await hold(app)
        of = "van" if language == "nl" else "of"
        assert f"12 {of} 12" in app.text
        assert f"2 {of} 14" in app.text
        assert "?" in app.text
        assert "ua1" not in app.text


async def test_the_numbers_of_the_overview_stand_under_each_other(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await hold(app)
        ends = {len(row(app, group)) for group in ("beleid", "bewoners", "professionals")}
        assert len(ends) == 1


async def test_notes_stand_under_the_overview_and_under_their_statement(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await hold(app)
        await app.press("n", *"rustiger", "enter")
        assert "“rustiger”" in app.text
        await app.press("enter")
        assert "“rustiger”" not in app.text
        await app.press("n", *"de winkel", "enter")
        assert "“de winkel”" in app.text
        await app.press("left")
        assert "“rustiger”" in app.text
        assert "“de winkel”" not in app.text


async def test_of_many_notes_the_last_ones_are_on_the_screen(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await hold(app)
        for number in range(9):
            await app.press("n", *f"zin {number}", "enter")
        assert "“zin 8”" in app.text
        assert "Wat zien zij" in app.text
        assert "2 van 14" in app.text


# -- per statement


async def test_statements_come_in_order_of_difference(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await hold(app)
        await app.press("enter")
        assert app.page == "one:ua1"
        assert "hier verschillen wij het meest" in app.text
        await app.press("enter")
        seen = {"ua1", app.page[4:]}
        assert "hier verschillen wij het meest" not in app.text
        await app.press("enter")
        seen.add(app.page[4:])
        assert seen == {"ua1", "ua2", "ua4"}
        await app.press("left", "left", "left")
        assert app.page == "overview"


async def test_a_dot_is_an_answer(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await hold(app)
        await app.press("enter")
        assert row(app, "beleid").count("●") == 6
        assert row(app, "professionals").count("●") == 7


# -- small groups of one mind


async def test_a_small_group_of_one_mind_is_held_back_until_it_agrees(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3, bewoners=3)) as app:
        await hold(app, OF_ONE_MIND)
        assert "allen hetzelfde bij stelling 1 en 2" in row(app, "bewoners")
        assert "a groep tonen" in app.keys
        await app.press("enter")
        if app.page == "one:ua4":
            await app.press("enter")
        assert "●" not in row(app, "bewoners")
        await app.press("a")
        assert row(app, "bewoners").count("●") == 3
        await app.press("o")
        assert "allen hetzelfde bij stelling" in row(app, "bewoners")
        assert "stelling 1 en 2" not in row(app, "bewoners")
        await app.press("a")
        assert "6 van 6" in row(app, "bewoners")
        await app.press("ctrl+z")
        assert "allen hetzelfde bij stelling" in row(app, "bewoners")


async def test_the_group_can_agree_at_the_overview_too(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3, bewoners=3)) as app:
        await hold(app, OF_ONE_MIND)
        await app.press("a")
        assert "6 van 6" in row(app, "bewoners")
        assert "groep tonen" not in app.keys


async def test_a_group_that_is_too_small_after_all_is_named_without_answers(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3, bewoners=3)) as app:
        await begin(app)
        await cast_all(app, {"beleid": ["444", "433", "342"], "bewoners": ["111", "112"]})
        await app.press("enter", "s", "enter")
        assert "bewoners: te weinig antwoorden om te tonen." in app.text


# -- voting again


async def again(app: Running, *statements: str) -> None:
    """Choose these statements and begin the second vote."""
    await app.press("enter")
    for number in range(3):
        if app.page[4:] in statements:
            await app.press("s")
        if number < 2:
            await app.press("right")
    await app.press("v")


SECOND = {"beleid": ["33", "33", "34", "43", "44", "44"], "bewoners": ["33", "33", "43", "44", "44"]}
SECOND["professionals"] = ["33", "33", "33", "23", "12", "11", "22"]


async def test_a_second_vote_stands_beside_the_first(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await hold(app)
        await again(app, "ua1", "ua2")
        assert "stelling 1 van 2" in app.text
        await cast_all(app, SECOND)
        await close(app)
        assert app.page == "one:ua1"
        assert row(app, "professionals").count("●") == 7
        assert app.text.count("eerst ") >= 3
        assert "Bij professionals: eerst 1 van 7 eens, nu 3 van 7." in app.text
        assert "Wat hoorde u dat nieuw was?" in app.text
        assert last_round(app).number == 2


async def test_a_second_vote_fits_the_smallest_screen(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await hold(app)
        await again(app, "ua1", "ua2")
        await cast_all(app, SECOND)
        await close(app)
        assert app.view.max_scroll_y == 0
        assert row(app, "professionals").count("●") == 7
        assert sum(line.strip().startswith("eerst ") for line in app.body) == 3


async def test_a_choice_for_a_second_vote_is_kept(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await hold(app)
        await app.press("enter", "s", "o", "enter")
        assert "1 stelling opnieuw" in app.text
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert app.page == "one:ua1"
        assert "v nu stemmen" in app.keys
        await app.press("s")
        assert "v nu stemmen" not in app.keys
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "v nu stemmen" not in app.keys


async def test_enter_at_the_last_statement_reminds_once_of_a_second_vote(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await hold(app)
        await app.press("enter", "s", "enter", "enter", "enter")
        assert app.key == "statements/samen"
        assert "Een tweede stemming?" in app.text
        await app.press("enter")
        assert app.key == "statements/stemmen"


async def test_a_latecomer_is_not_in_the_second_vote(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await hold(app, {"beleid": ["444", "433", "221"]})
        await app.press("w", "+", "escape")
        await again(app, "ua1")
        assert "briefje 1 van 3" in app.text
        await cast(app, "4", "3", "3")
        await app.press("4")
        assert "zijn alle briefjes binnen" in app.text
        assert "+" not in app.keys
        await close(app)
        assert last_round(app).shown is not None


async def test_who_came_during_the_first_vote_is_in_the_second(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await cast(app, "444", "433", "221")
        await app.press("+")
        await cast(app, "441")
        await close(app)
        await app.press("enter")
        await again(app, "ua1")
        assert "briefje 1 van 4" in app.text


async def test_a_second_vote_at_a_result_step_ends_there(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("f7", "down", "enter")
        await begin(app)
        await cast_all(app, {name: [each[:2] for each in ballots] for name, ballots in EVENING.items()})
        await close(app)
        await app.press("enter", "enter", "enter", "s", "v")
        assert app.key == "statements/uitslag"
        await cast(app, "4")
        await app.press("left", "right", "enter")  # away to the vote, and back
        assert app.key == "statements/uitslag"
        await app.press("enter")
        assert "briefje 2 van 6" in app.text
        await cast(app, *"33344")
        await app.press("enter")
        await cast(app, *"33344")
        await app.press("enter")
        await cast(app, *"3334411")
        await close(app)
        assert app.key == "statements/uitslag"
        assert app.page.startswith("one:")


async def test_a_group_missing_from_the_second_vote_keeps_its_first_answers_faintly(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3, bewoners=4)) as app:
        await hold(app, {"beleid": ["444", "433", "342"], "bewoners": ["111", "112", "221", "332"]})
        await again(app, "ua1")
        await cast(app, "4", "3", "3")
        await app.press("enter")
        await cast(app, "1", "2")
        await app.press("enter", "s")
        assert row(app, "beleid").count("●") == 3
        assert row(app, "bewoners").count("○") == 4
        assert row(app, "bewoners").count("●") == 0
