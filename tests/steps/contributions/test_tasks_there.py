"""Tasks that are there already: people choose one, and what they bring is linked to one of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Task
from facilitator.session.state import Before, State
from tests.steps.contributions.offers import ACTORS, registers, said
from tests.steps.running import DAY, SIZES, Running, running

BLOCK = """
format = 1
title = "Alliantie"
why = "Samen."
source_status = "derived"

[[step]]
id = "brengen"
kind = "contributions"
ask = "offers"
tasks_in_sight = true
minutes = 5
title = "Waar wilt u aan meedoen?"
text = "Ga staan bij de opgave van uw keuze."

[[step]]
id = "koppelen"
kind = "contributions"
ask = "tasks"
make = false
minutes = 2
title = "Bij welke opgave hoort het?"
"""
NAMES = ("Schimmel weg", "Veilige straat")


@pytest.fixture
def block(tmp_path: Path) -> Path:
    path = tmp_path / "blocks" / "alliantie.toml"
    path.parent.mkdir()
    path.write_text(BLOCK, encoding="utf-8")
    return path


def _there(state: State) -> State:
    tasks = {f"task000{n}": Task(name=name) for n, name in enumerate(NAMES)}
    contributions = [said(2, "brings", "tachtig mensen"), said(0, "asks", "adressen")]
    return state.replace(registers=registers(ACTORS, tasks, contributions))


def _nothing(state: State) -> State:
    return state.replace(registers=registers(ACTORS, {}, []))


async def _on(app: Running, step: str) -> None:
    while not app.key.endswith(f"/{step}"):
        await app.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_the_tasks_stand_where_people_choose_one(
    block: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(block, tmp_path / "s", size=size, prepare=_there) as app:
        assert all(name in app.text for name in NAMES)
        await app.press("3", "b")
        assert all(name in app.text for name in NAMES), "also while it is typed"


async def test_who_links_is_not_asked_for_new_tasks(block: Path, tmp_path: Path) -> None:
    async with running(block, tmp_path / "s", prepare=_there) as app:
        await _on(app, "koppelen")
        assert app.view.field is None
        assert "Waar past het best?" in app.text or "tachtig mensen" in app.text
        await app.press("2", "1")
        assert [each.task for each in app.state.contributions().values()] == ["task0001", "task0000"]
        assert [each.name for each in app.state.tasks().values()] == list(NAMES)
        await app.press("left", "left", "left")
        assert app.key.endswith("/brengen"), "back from the first contribution is the step before"


async def test_without_tasks_it_says_so_and_goes_on(block: Path, tmp_path: Path) -> None:
    async with running(block, tmp_path / "s", prepare=_nothing) as app:
        await _on(app, "koppelen")
        assert "Er zijn nog geen opgaven." in app.text
        await app.press("1", "enter")
        assert app.key == "session/closing"
        assert app.state.tasks() == {}


async def test_a_task_that_waits_is_out_of_the_way(block: Path, tmp_path: Path) -> None:
    def chosen(state: State) -> State:
        meeting = Meeting(day=DAY - timedelta(weeks=6), title="Eerder", waits={"task0001": "later"})
        before = Before(session="before01", title="Eerder", day=meeting.day, meetings=[meeting])
        return _there(state).replace(before=before)

    async with running(block, tmp_path / "app", prepare=chosen) as app:
        assert NAMES[0] in app.text
        assert NAMES[1] not in app.text
        await _on(app, "koppelen")
        assert NAMES[1] not in app.text
