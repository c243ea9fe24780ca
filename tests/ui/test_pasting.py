"""Pasting: a list becomes entries where lines are collected, and nothing is cut or ignored without a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from facilitator.session.registers import MOST_ENTRIES, Actor, Item
from facilitator.session.state import State
from facilitator.ui.kit.pasted_text import list_in
from tests.steps.running import Running, example, running

LIST = "het plein\n\n  de school \r\nde winkel\n"
LINES = ["het plein", "de school", "de winkel"]


def said(app: Running) -> str:
    """Give what is on the screen as if nothing were wrapped."""
    return " ".join(app.text.split())


def items(app: Running) -> list[str]:
    return [each.text for each in app.state.items().values()]


def names(app: Running) -> list[str]:
    return [each.name for each in app.state.actors().values()]


def tasks(app: Running) -> list[str]:
    return [each.name for each in app.state.tasks().values()]


def answers(app: Running) -> list[str]:
    return [each["text"] for each in app.result("answers") or []]


COLLECTING: Sequence[tuple[str, Sequence[str], Callable[[Running], list[str]]]] = [
    ("collect", [], items),
    ("actors", [], names),
    ("tasks", [], tasks),
    ("questions", ["enter"], answers),
]


@pytest.mark.parametrize(("kind", "keys", "found"), COLLECTING, ids=[each[0] for each in COLLECTING])
async def test_a_pasted_list_becomes_entries_and_one_undo_takes_all_back(
    tmp_path: Path, kind: str, keys: Sequence[str], found: Callable[[Running], list[str]]
) -> None:
    async with running(example(kind), tmp_path) as app:
        while app.view.field is None:
            await app.press("enter")
        before = found(app)
        await app.paste(LIST)
        assert "3 regels als 3 punten?" in said(app)
        assert found(app) == before
        await app.press("enter")
        assert found(app) == [*before, *LINES]
        assert "3 regels erbij. Ctrl Z neemt ze samen terug." in said(app)
        await app.press("ctrl+z")
        assert found(app) == before
        await app.press("ctrl+y")
        assert found(app) == [*before, *LINES]


async def test_what_was_being_typed_stays_where_it_is(tmp_path: Path) -> None:
    async with running(example("collect"), tmp_path) as app:
        await app.type("de speeltuin")
        await app.paste(LIST)
        await app.press("enter")
        assert items(app) == LINES
        await app.press("enter")
        assert items(app) == [*LINES, "de speeltuin"]


async def test_a_list_is_one_line_where_no_lines_are_collected(tmp_path: Path) -> None:
    async with running(example("agreements"), tmp_path) as app:
        await app.press("a")
        await app.paste(LIST)
        assert "het plein de school de winkel" in app.text
    async with running(example("card"), tmp_path / "other") as app:
        await app.press("n")
        await app.paste(LIST)
        await app.press("enter")
        assert [each.text for each in app.state.notes.values()] == ["het plein de school de winkel"]


async def test_a_list_stays_one_line_when_that_is_chosen(tmp_path: Path) -> None:
    async with running(example("collect"), tmp_path) as app:
        await app.type("bij ")
        await app.paste(LIST)
        await app.press("escape")
        assert items(app) == []
        await app.press("backspace", "!", "enter")
        assert items(app) == ["bij het plein de school de winke!"]


@pytest.mark.parametrize("key", ["x", "down", "delete", "pagedown", "f3", "."])
async def test_nothing_else_is_done_before_that_is_chosen(tmp_path: Path, key: str) -> None:
    async with running(example("collect"), tmp_path) as app:
        here = app.state.at
        await app.paste(LIST)
        await app.press(key)
        assert "3 regels als 3 punten?" in said(app)
        await app.paste("nog iets")
        assert "3 regels als 3 punten?" in said(app)
        await app.press("enter")
        assert items(app) == LINES
        assert app.state.at == here


async def test_a_list_that_was_not_chosen_about_is_there_after_a_crash(tmp_path: Path) -> None:
    async with running(example("collect"), tmp_path) as app:
        await app.paste(LIST)
        await app.crash()
    async with running(example("collect"), tmp_path) as app:
        assert items(app) == []
        assert "het plein de school de winkel" in said(app)


async def test_one_pasted_line_is_typed(tmp_path: Path) -> None:
    async with running(example("collect"), tmp_path) as app:
        await app.paste("het plein\n")
        assert items(app) == []
        assert "het plein" in app.text


async def test_what_is_too_long_is_said_and_the_rest_is_kept(tmp_path: Path) -> None:
    async with running(example("collect"), tmp_path) as app:
        await app.paste(f"het plein\n{'lang ' * 100}\nde school")
        await app.press("enter")
        assert items(app) == ["het plein", "de school"]
        assert "Te lang, en niet erbij: “lang lang lang lang…” Hoogstens 300 tekens." in said(app)


def almost_full(state: State) -> State:
    return state.replace(
        registers={
            "items": {f"item{n:04}": Item(text=f"regel {n}", sort="worry") for n in range(MOST_ENTRIES - 2)}
        }
    )


async def test_more_than_a_session_holds_is_said_and_what_fits_is_kept(tmp_path: Path) -> None:
    async with running(example("collect"), tmp_path, prepare=almost_full) as app:
        await app.paste("\n".join(f"nieuw {n}" for n in range(5)))
        await app.press("enter")
        assert items(app)[-2:] == ["nieuw 0", "nieuw 1"]
        assert len(items(app)) == MOST_ENTRIES
        assert "3 regels komen er niet bij." in said(app)


async def test_a_name_that_is_there_is_not_there_twice(tmp_path: Path) -> None:
    def prepare(state: State) -> State:
        return state.replace(registers={"actors": {"actor001": Actor(name="Huurdersraad", side="formal")}})

    async with running(example("actors"), tmp_path, prepare=prepare) as app:
        await app.paste("huurdersraad\nde school\nde school")
        await app.press("enter")
        assert names(app) == ["Huurdersraad", "de school"]
        assert "1 regel erbij. Ctrl Z neemt hem terug. 2 stonden er al." in said(app)


async def test_a_line_that_is_full_says_so_when_typed_and_when_pasted(tmp_path: Path) -> None:
    async with running(example("collect"), tmp_path) as app:
        await app.paste("a" * 310)
        assert "Hier passen 300 tekens. 10 tekens komen er niet meer bij." in said(app)
        await app.press("backspace")
        assert "Hier passen" not in said(app)
        await app.type("bb")
        assert "Hier passen 300 tekens. 1 teken komt er niet meer bij." in said(app)


async def test_pasting_where_no_line_is_open_is_said(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path) as app:
        await app.paste("het plein")
        assert "Hier staat geen regel open. Wat u plakte, komt nergens." in said(app)


def test_a_list_has_more_than_one_line() -> None:
    assert list_in(LIST) == LINES
    assert list_in("een\n\n") == []
    assert list_in("") == []
