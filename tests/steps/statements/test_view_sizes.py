"""Every page of a vote on the smallest screen, with the longest words and the fullest room there can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pytest

from facilitator.scenario.model import Perspective, Scale, Statement
from facilitator.session.state import State
from facilitator.words import Language
from tests.steps.running import Running, example, running
from tests.steps.statements.test_pictures import SEVEN
from tests.steps.statements.voting import cast_all, close, to_the_vote

EXAMPLE = example("statements")
LONG: Final = "Wat in deze wijk door bewoners wordt gezegd, komt ook echt terecht bij wie erover beslist."
SIX: Final = {
    "beleid": "bestuur en beleid",
    "bewoners": "bewoners van de Molenhoek",
    "professionals": "zorg- en welzijnsprofessionals",
    "ondernemers": "ondernemers en winkeliers",
    "vrijwilligers": "vrijwilligers en verenigingen",
    "jongeren": "jongeren tot 23 jaar",
}


def room_of(
    people: dict[str, int], titles: dict[str, str] | None = None, scale: Scale | None = None
) -> Callable[[State], State]:
    """Make the first statement 90 characters long; other groups and another scale where they are given."""

    def prepare(state: State) -> State:
        scenario = state.scenario
        sets = [
            each.model_copy(update={"statements": [_long(each.statements[0]), *each.statements[1:]]})
            for each in scenario.statement_sets
        ]
        perspectives = [Perspective(id=each, title=title) for each, title in (titles or {}).items()]
        update = {
            "statement_sets": sets,
            "perspectives": perspectives or scenario.perspectives,
            "scale": scale or scenario.scale,
        }
        return state.replace(scenario=scenario.model_copy(update=update), people=people)

    return prepare


def _long(statement: Statement) -> Statement:
    return statement.model_copy(update={"text": LONG})


ROOMS: Final = {
    "forty": room_of({"beleid": 18, "bewoners": 12, "professionals": 10}),
    "six": room_of(dict(zip(SIX, (7, 8, 6, 5, 9, 5), strict=True)), SIX),
    "six on seven points": room_of(dict(zip(SIX, (7, 8, 6, 5, 9, 5), strict=True)), SIX, SEVEN),
}
SCREENS: Final = [(64, 18), pytest.param((80, 24), marks=pytest.mark.slow), (160, 45)]


def same(people: dict[str, int], points: int, statements: int) -> dict[str, Sequence[str]]:
    """Give ballots on which each group stands close together, and the groups apart."""
    return {
        group: [str(max(points - 2 * (number % 2) - each % 5 // 4, 1)) * statements for each in range(count)]
        for number, (group, count) in enumerate(people.items())
    }


def whole(app: Running, *texts: str) -> None:
    """Check that nothing has to be scrolled for, and that this is on the screen."""
    assert app.view.max_scroll_y == 0, app.text
    shown = " ".join(app.text.replace("█", " ").split())
    for text in texts:
        assert text in shown, app.text


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("size", SCREENS, ids=str)
async def test_nothing_is_cut_off_from_first_page_to_second_vote(
    tmp_path: Path, room: str, size: tuple[int, int]
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, prepare=ROOMS[room]) as app:
        people, points = dict(app.state.people), len(app.state.scenario.scale.points)
        whole(app, LONG)
        await to_the_vote(app)
        whole(app, "Hoe komen de antwoorden binnen?")
        await app.press("enter")
        whole(app, "briefje 1 van")
        await cast_all(app, same(people, points, 3))
        whole(app, "zijn binnen. Enter: verder.")
        await close(app)
        await app.press("enter")
        whole(app, "?", "van")
        await app.press("enter")
        while app.page != "one:ua1":
            await app.press("enter")
        whole(app, LONG, "?")
        await app.press("s", "v")
        await cast_all(app, same(people, points, 1))
        await close(app)
        whole(app, LONG, "Wat hoorde u dat nieuw was?")


@pytest.mark.parametrize("room", ROOMS)
async def test_hands_of_many_groups_fit_with_what_is_asked(tmp_path: Path, room: str) -> None:
    async with running(EXAMPLE, tmp_path, prepare=ROOMS[room]) as app:
        await to_the_vote(app)
        await app.press("down", "down", "enter")
        points = len(app.state.scenario.scale.points)
        await app.press("9", "9", *["enter"] * points)
        whole(app, LONG, "Is er iemand bij gekomen")


@pytest.mark.parametrize("room", ROOMS)
async def test_who_answers_at_the_keyboard_can_read_it_all(tmp_path: Path, room: str) -> None:
    async with running(EXAMPLE, tmp_path, prepare=ROOMS[room]) as app:
        await to_the_vote(app)
        await app.press("down", "enter")
        whole(app, LONG, *app.state.scenario.scale.points, app.state.scenario.scale.unknown)
        await app.press("1", "x")
        whole(app, "Nog een keer x: ja.")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_small_groups_are_settled_without_scrolling(tmp_path: Path, language: Language) -> None:
    prepare = room_of({"beleid": 2, "bewoners": 1, "professionals": 2})
    async with running(EXAMPLE, tmp_path, language=language, prepare=prepare) as app:
        await to_the_vote(app)
        await app.press("down", "down")
        whole(app, "a ", "b ")


async def test_another_size_while_a_page_is_shown_draws_it_anew(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=ROOMS["forty"]) as app:
        await app.pilot.resize_terminal(160, 45)
        await app.press("right", "left")
        assert "┌" in app.text
        await app.pilot.resize_terminal(64, 18)
        await app.press("right", "left")
        whole(app, LONG)
        assert "┌" not in app.text


async def test_a_line_that_is_asked_for_takes_its_room_and_gives_it_back(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=ROOMS["six"]) as app:
        await to_the_vote(app)
        await app.press("enter")
        before = app.body
        await app.press("n")
        assert app.view.max_scroll_y == 0
        await app.press("escape")
        assert app.body == before
