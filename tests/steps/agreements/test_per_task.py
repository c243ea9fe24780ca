"""Agreements task by task: each heads a page, what is made there belongs to it, what is left is named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facilitator.report.session_report import build
from facilitator.scenario.library import built_in
from facilitator.session.registers import Agreement, Task
from facilitator.session.state import State
from facilitator.words import Words
from tests.steps.running import SIZES, Running, running

BLOCK = built_in() / "blocks" / "afspraken-per-opgave.toml"
NAMES = ("Schimmel weg", "Veilige straat", "Meer groen")


def _with_tasks(state: State) -> State:
    tasks = {f"task000{n}": Task(name=name) for n, name in enumerate(NAMES)}
    return state.replace(registers={"tasks": tasks})


def _made(app: Running) -> list[tuple[str, str | None]]:
    return [(agreement.what, agreement.task) for agreement in app.state.agreements().values()]


async def _agree(app: Running, what: str) -> None:
    for text in (what, "wijkteam", "over 2 weken"):
        await app.type(text)
        await app.press("enter")
    await app.press("enter", "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_each_task_heads_a_page_and_what_is_made_there_belongs_to_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(BLOCK, tmp_path, size=size, prepare=_with_tasks) as app:
        assert "Opgave  Schimmel weg" in app.text
        assert "opgave 1 van 3" in app.text
        assert "Veilige straat" not in app.text
        await app.press("enter")
        assert "Schimmel weg" in app.text, "also while it is written"
        await _agree(app, "muren drogen")
        assert _made(app) == [("muren drogen", "task0000")]
        assert "Opgave  Schimmel weg" in app.text
        assert any("▸ Volgende opgave" in row for row in app.body), "one agreement is enough"
        await app.press("enter")
        assert "Opgave  Veilige straat" in app.text
        assert "muren drogen" not in "\n".join(app.body)
        await app.press("left")
        assert "Opgave  Schimmel weg" in app.text


async def test_a_task_without_an_agreement_is_named_at_the_end(tmp_path: Path) -> None:
    async with running(BLOCK, tmp_path, prepare=_with_tasks) as app:
        await app.press("enter")
        await _agree(app, "muren drogen")
        await app.press("enter", "down", "enter", "down", "enter")
        assert "Bij deze opgaven is nog geen afspraak" in app.text
        assert "1  Veilige straat" in app.text
        assert "2  Meer groen" in app.text
        assert "Schimmel weg" not in app.text
        await app.press("2")
        assert "Opgave  Meer groen" in app.text
        await app.press("a")
        await _agree(app, "bomen planten")
        await app.press("enter")
        assert "Veilige straat" in app.text
        assert "Meer groen" not in app.text
        await app.press("left")
        assert "Opgave  Meer groen" in app.text
        await app.press("enter", "enter")
        assert app.page == "first", "then a first step is asked for"
        report = build(app.state, Words("nl"), date(2026, 3, 12))
        assert "Bij de opgave “Veilige straat” is geen afspraak gemaakt." in str(
            [*report.page_one, *report.sections]
        )


async def test_after_the_last_task_with_an_agreement_the_group_goes_on(tmp_path: Path) -> None:
    def one_task(state: State) -> State:
        return state.replace(registers={"tasks": {"task0000": Task(name=NAMES[0])}})

    async with running(BLOCK, tmp_path, prepare=one_task) as app:
        await app.press("enter")
        await _agree(app, "muren drogen")
        await app.press("enter")
        assert app.page == "first", "no task is without one"


async def test_only_chosen_tasks_have_their_turn(tmp_path: Path) -> None:
    block = tmp_path / "blocks" / "kiezen.toml"
    block.parent.mkdir()
    block.write_text(
        """
format = 1
title = "Kiezen en afspreken"
why = "Samen."
source_status = "derived"

[[step]]
id = "kiezen"
kind = "choose"
among = "tasks"
most = 1
minutes = 5
title = "Kiezen"
text = "Waar beginnen wij?"

[[step]]
id = "afspraken"
kind = "agreements"
per_task = true
minutes = 5
title = "Afspraken"
""",
        encoding="utf-8",
    )
    async with running(block, tmp_path / "s", prepare=_with_tasks) as app:
        await app.press("2")
        while app.key != "blocks/afspraken":
            await app.press("enter")
        left: Mapping[str, Any] = app.state.result("blocks/kiezen")
        (chosen,) = left["chosen"]
        assert f"Opgave  {app.state.tasks()[chosen].name}" in app.text
        assert "opgave 1 van 1" in app.text


async def test_an_agreement_of_before_that_belongs_to_a_task_counts(tmp_path: Path) -> None:
    def prepare(state: State) -> State:
        state = _with_tasks(state)
        kept = Agreement(
            what="muren drogen", who="huurders", due=date(2026, 4, 1), firmness="agreement", task="task0000"
        )
        return state.replace(registers={**state.registers, "agreements": {"agree000": kept}})

    async with running(BLOCK, tmp_path, prepare=prepare) as app:
        assert "Opgave  Veilige straat" in app.text, "who comes in begins where nothing is agreed"
        await app.press("left")
        assert "muren drogen" in app.text
