"""A presenter's remote: it turns pages, makes the screen dark, and never does what cannot be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.session.state import Position, State
from tests.steps.running import PEOPLE, Running, example, running
from tests.steps.statements.voting import begin, cast_all, close, last_round
from tests.steps.test_way_back import filled

CARD = example("card")
VOTE = example("statements")
MOST_PAGES = 40


def left(state: State) -> State:
    """Give what a group has said and done, without where it is and was."""
    return replace(state, at=Position(), begun={})


async def at_end(app: Running) -> bool:
    """Press PgDn until nothing comes any more; tell whether it ended."""
    for _ in range(MOST_PAGES):
        before = (app.text, app.state.at)
        await app.press("pagedown")
        if (app.text, app.state.at) == before:
            return True
    return False


async def test_it_goes_on_and_back(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        first = app.key
        await app.press("pagedown")
        assert app.key != first
        await app.press("pageup")
        assert app.key == first


@pytest.mark.parametrize("kind", sorted(kinds()))
async def test_it_changes_nothing_in_any_step(tmp_path: Path, kind: str) -> None:
    async with running(example(kind), tmp_path, prepare=filled) as app:
        before = left(app.state)
        assert await at_end(app)
        assert left(app.state) == before
        for _ in range(MOST_PAGES):
            await app.press("pageup")
        assert left(app.state) == before


async def test_what_scrolls_is_scrolled_first(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("f1")
        assert app.view.scroll_offset.y == 0
        await app.press("pagedown")
        assert app.view.scroll_offset.y > 0
        await app.press("pageup")
        assert app.view.scroll_offset.y == 0


async def test_it_begins_no_vote_casts_nothing_and_closes_none(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        assert await at_end(app)
        assert app.page == "collect"
        assert not app.state.rounds
        assert "Dit doet de afstandsbediening niet. Enter: " in app.status
        await begin(app)
        await app.press(*"443", "pagedown", "pageup")
        assert app.page == "enter"
        assert "briefje 1 van 6" in app.text
        await app.press("backspace", "backspace", "backspace")
        await cast_all(app)
        await app.press("pagedown", "pagedown", "pageup", "pagedown")
        assert last_round(app).status == "open"
        await close(app)
        await app.press("pagedown", "pagedown")
        assert last_round(app).status == "closed", "showing a result waits for Enter"


async def test_it_does_not_pass_by_what_is_typed_and_not_kept(tmp_path: Path) -> None:
    async with running(example("collect"), tmp_path) as app:
        here = app.state.at
        await app.type("de speeltuin")
        await app.press("pagedown", "pageup")
        assert app.state.at == here
        assert not app.state.items()
        assert "de speeltuin" in app.text


async def test_beginning_and_ending_a_show_does_nothing(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        before = app.body
        for _ in range(3):
            await app.press("f5", "escape")
            assert app.app.stage.line is None
        await app.press("shift+f5")
        assert app.body == before
        assert app.state.people == PEOPLE


async def test_f5_twice_is_a_note(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("f5")
        assert "Nog eens F5: een notitie." in app.status
        await app.press("f5")
        await app.type("stil in de zaal")
        await app.press("enter")
        assert [note.text for note in app.state.notes.values()] == ["stil in de zaal"]
