"""In the real app: what comes from one person is not asked, and a later change says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Agreement
from facilitator.session.state import Before, Position, State
from facilitator.words import LANGUAGES, Language
from tests.steps.agreements.test_view import EXAMPLE, KEY, agreed, given, made
from tests.steps.running import DAY, PEOPLE, SIZES, running

NAME = "agree001"
HEARD = {"heard": "no-objection", "heard_on": DAY, "present": PEOPLE}


def heard() -> dict[str, Agreement]:
    return {NAME: agreed("Een bankje")[NAME].model_copy(update=HEARD)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_person_is_not_asked_from_where_an_objection_comes(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    def prepare(state: State) -> State:
        return given(agreed("Een bankje"), f"consent/{NAME}")(state).replace(
            people={"beleid": 1, "bewoners": 4, "professionals": 2}
        )

    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=prepare) as app:
        await app.press("b")
        await app.type("Geen geld")
        await app.press("enter")
        assert app.page == f"whose/{NAME}"
        assert "bewoners" in app.text
        assert "beleid" not in app.text
        assert "professionals" not in app.text
        await app.press("down", "enter")
        said = made(app)[0].objections[0]
        assert (said.perspective, said.there) == ("bewoners", 4)


async def test_where_every_group_is_small_it_is_not_asked_at_all(tmp_path: Path) -> None:
    def prepare(state: State) -> State:
        return given(agreed("Een bankje"), f"consent/{NAME}")(state).replace(
            people={"beleid": 2, "bewoners": 2}
        )

    async with running(EXAMPLE, tmp_path, prepare=prepare) as app:
        await app.press("b")
        await app.type("Geen geld")
        await app.press("enter")
        assert app.page == f"needed/{NAME}"


async def test_a_change_on_a_later_day_has_its_day_and_was_not_heard(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(heard(), f"form/{NAME}")) as app:
        app.clock.go_on(60 * 24 * 3)
        await app.press("enter", "ctrl+u")
        await app.type("wethouder")
        await app.press("enter", "enter")
        found = made(app)[0]
        assert (found.heard, found.present) == ("", {})
        assert [(each.changed_on, each.heard) for each in found.versions] == [
            (date(2026, 3, 15), "no-objection")
        ]
        await app.press("escape")
        assert "veranderd op 15 mrt, zo niet voorgelegd" in " ".join(app.text.split())


async def test_during_the_evening_a_change_needs_no_day(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(heard(), f"form/{NAME}")) as app:
        await app.press("enter", "ctrl+u")
        await app.type("wethouder")
        await app.press("enter", "enter")
        assert [(each.changed_on, each.heard) for each in made(app)[0].versions] == [(None, "no-objection")]
        assert made(app)[0].versions[0].present == PEOPLE


async def test_heard_after_the_group_was_done_does_not_say_who_were_there(tmp_path: Path) -> None:
    def prepare(state: State) -> State:
        state = given(agreed("Een bankje"), f"consent/{NAME}")(state)
        return state.replace(results={"session/closing": {"finished": True}})

    async with running(EXAMPLE, tmp_path, prepare=prepare) as app:
        app.clock.go_on(60 * 24)
        await app.press("enter")
        found = made(app)[0]
        assert (found.heard, found.heard_on, found.present) == ("no-objection", date(2026, 3, 13), {})


async def test_what_people_know_already_is_not_taken_away_without_a_trace(tmp_path: Path) -> None:
    """An agreement that came over from an earlier session stays, as stopped; a new one goes."""

    def prepare(state: State) -> State:
        use, step = KEY.split("/")
        before = Before(
            session="session0",
            title="Eerst",
            day=date(2026, 2, 1),
            meetings=[Meeting(day=DAY, title="Eerst", made=[NAME])],
        )
        state = given({**heard(), "agree002": agreed("Een boom")[NAME]})(state)
        return state.replace(before=before, at=Position(use, step))

    async with running(EXAMPLE, tmp_path, prepare=prepare) as app:
        assert "Van eerder: 1 afspraak" in app.text
        await app.press("up", "enter")
        assert app.page == "older"
        assert "Eerst, 12 mrt" in app.text
        await app.press("enter", "delete")
        assert [each.status for each in made(app)] == ["stopped", "open"]
        assert made(app)[0].versions[-1].how == "withdrawn"
        await app.press("up", "up", "up", "delete")
        assert len(made(app)) == 1
        await app.press("ctrl+z", "ctrl+z")
        assert [each.status for each in made(app)] == ["open", "open"]
