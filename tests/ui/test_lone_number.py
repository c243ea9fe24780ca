"""A number alone, typed where words are asked for, never becomes a line without a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.session.registers import Item, Task
from facilitator.session.state import Position, State
from tests.steps.running import SIZES, Running, example, running


def _answers(app: Running) -> list[str]:
    return [str(each["text"]) for each in app.result("answers") or []]


def _tasks(app: Running) -> list[str]:
    return [task.name for task in app.state.tasks().values()]


def _with_tasks(state: State) -> State:
    tasks = {f"task000{n}": Task(name=name) for n, name in enumerate(("Schimmel weg", "Veilige straat"))}
    return state.replace(registers={"tasks": tasks})


@pytest.mark.parametrize("size", SIZES)
async def test_digits_typed_a_page_too_early_are_no_answer(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(example("questions"), tmp_path, size=size) as app:
        await app.press("6", "down", "5", "down", "7", "enter")
        assert _answers(app) == []
        assert "Alleen een cijfer: is 657 de tekst?" in app.status
        assert "dit is de tekst" in app.keys
        await app.press("enter")
        assert _answers(app) == ["657"], "who says so once more means it"


async def test_a_number_is_the_line_that_has_it_where_the_room_says_so(tmp_path: Path) -> None:
    async with running(example("questions"), tmp_path) as app:
        await app.type("het plein")
        await app.press("enter")
        await app.type("1")
        await app.press("enter")
        assert "Bedoelt u nummer 1, of is dit de tekst?" in app.status
        assert "dat nummer" in app.keys
        await app.press("up")
        assert any("▸" in row and "het plein" in row for row in app.body), app.text
        assert _answers(app) == ["het plein"]
        await app.press("enter")
        assert app.view.field is not None
        assert app.view.field.text == ""


async def test_another_text_is_asked_about_anew(tmp_path: Path) -> None:
    async with running(example("questions"), tmp_path) as app:
        await app.press("1", "enter", "2", "enter")
        assert "is 12 de tekst?" in app.status
        await app.type(" bomen")
        await app.press("enter")
        assert _answers(app) == ["12 bomen"]


async def test_a_digit_makes_no_task_of_those_that_stand_there(tmp_path: Path) -> None:
    def at_tasks(state: State) -> State:
        return _with_tasks(state).replace(at=Position("contributions", "opgaven"))

    async with running(example("contributions"), tmp_path, prepare=at_tasks) as app:
        await app.press("2", "enter")
        assert "Bedoelt u nummer 2, of is dit de tekst?" in app.status
        await app.press("up")
        assert any("▸ 2  Veilige straat" in row for row in app.body), app.text
        assert _tasks(app) == ["Schimmel weg", "Veilige straat"]


async def test_a_line_that_is_asked_for_is_guarded_too(tmp_path: Path) -> None:
    def with_items(state: State) -> State:
        items = {f"item000{n}": Item(text=text, sort="worry") for n, text in enumerate(("poep", "ruzie"))}
        return state.replace(registers={"items": items}, at=Position("collect", "koppen"))

    async with running(example("collect"), tmp_path, prepare=with_items) as app:
        await app.press("+", "1", "enter")
        assert "is 1 de tekst?" in app.status
        assert {item.theme for item in app.state.items().values()} == {""}


async def test_outside_a_field_a_number_points_at_its_line(tmp_path: Path) -> None:
    async with running(example("questions"), tmp_path) as app:
        for number in range(1, 13):
            await app.type(f"regel {number}")
            await app.press("enter")
        await app.press("up", "2")
        assert any("▸" in row and row.endswith(" regel 2") for row in app.body), app.text
        await app.press("1", "2")
        assert any("▸" in row and "regel 12" in row for row in app.body), app.text


@pytest.mark.parametrize(("question", "sort"), [("chance", "chance"), ("theme", "worry")])
async def test_a_chance_and_a_heading_are_answered_with_their_number(
    tmp_path: Path, question: str, sort: str
) -> None:
    path = tmp_path / "blocks" / "tasks.toml"
    path.parent.mkdir()
    path.write_text(
        f"""
format = 1
title = "Opgaven"
why = "Samen."
source_status = "derived"

[[step]]
id = "niets-doen"
kind = "tasks"
make = false
ask = ["{question}"]
minutes = 5
title = "Wat als we niets doen?"
""",
        encoding="utf-8",
    )

    def prepare(state: State) -> State:
        said = {"item0000": "Een nieuw riool", "item0001": "Feest in mei"}
        items = {
            name: Item.model_validate({"text": text, "sort": sort, "theme": text})
            for name, text in said.items()
        }
        state = _with_tasks(state)
        return state.replace(registers={**state.registers, "items": items})

    async with running(path, tmp_path / "s", prepare=prepare) as app:
        assert "2  Feest in mei" in app.text
        await app.press("2", "enter")
        assert app.page == f"task0001/{question}"
        wanted = next(row.split()[0] for row in app.body if row.endswith("Een nieuw riool"))
        await app.press("down", wanted)
        answers = [getattr(task, question) for task in app.state.tasks().values()]
        assert answers == ["Feest in mei", "Een nieuw riool"]


async def test_a_heading_makes_place_for_the_one_that_is_typed(tmp_path: Path) -> None:
    def prepare(state: State) -> State:
        return state.replace(
            registers={"tasks": {"task0000": Task(name="Droge huizen", theme="Ons huis")}},
            at=Position("tasks", "niets-doen", "task0000/theme"),
        )

    async with running(example("tasks"), tmp_path, prepare=prepare) as app:
        assert "Ons huis" in app.text
        await app.type("wonen")
        await app.press("enter")
        assert app.state.tasks()["task0000"].theme == "wonen"
