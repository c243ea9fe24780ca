"""The last save of an evening: what goes wrong in it is said at home, whichever way one leaves."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest
from textual.events import Key

from facilitator.kinds import kinds
from facilitator.orders import made_folder
from facilitator.session.registers import Agreement
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Position, State
from facilitator.storage.session_file import read_text
from facilitator.ui.kit.field import Field
from tests.steps.running import SIZES, Running, example, running

CHANGED = "Het bestand is ergens anders veranderd."


def at_the_end(state: State) -> State:
    """Give the session as it is when the group stands before the last page, with the next date settled."""
    return state.replace(at=Position(*CLOSING.split("/")), results={CLOSING: {"next_date": "2026-04-02"}})


def said(app: Running) -> str:
    return " ".join(app.text.split())


def edit(app: Running) -> bytes:
    """Change the session file as another program would."""
    theirs = app.path.read_bytes().replace(b"Molenhoek", b"Molenbeek")
    app.path.write_bytes(theirs)
    return theirs


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_change_by_someone_else_is_said_beside_where_everything_is(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(example("card"), tmp_path, size=size, prepare=at_the_end) as app:
        assert "Dit bericht gaat naar iedereen" in app.text
        theirs = edit(app)
        await app.press("enter")
        assert "Verder met" in app.text
        assert CHANGED in said(app)
        assert "Sessie en rapport:" in said(app)
        assert "(conflict) is wat in de app is ingevoerd." in said(app)
    assert app.path.read_bytes() == theirs
    ours = app.path.with_name(f"{app.path.stem} (conflict).toml").read_text(encoding="utf-8")
    assert read_text(ours, kinds()).state.closing().finished


def _open_field(app: Running) -> Field | None:
    """Give the field on the stage that is asked now, each time anew."""
    return app.app.stage.field


async def test_escape_leaves_a_field_and_a_key_means_one_thing(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=at_the_end) as app:
        for key, asked in (("k", "Bewaren tot"), ("d", "Volgende keer")):
            await app.press(key)
            assert _open_field(app) is not None, asked
            await app.type("morgen")
            await app.press("escape")
            assert _open_field(app) is None
            assert app.state.closing().next_date == "2026-04-02"
        keys = [key for action in app.app.stage.actions() for key in action.keys]
        assert len(keys) == len(set(keys))


async def test_the_message_stands_as_wide_as_there_is_room_from_the_start(tmp_path: Path) -> None:
    long = {"agreements": {"agree001": Agreement(what="Een brief aan alle buren " * 8, firmness="decision")}}

    def prepare(state: State) -> State:
        return at_the_end(state).replace(registers=long)

    async with running(example("card"), tmp_path, size=(100, 30), prepare=prepare) as app:
        before = app.text
        await app.press("k", "escape")
        assert app.text == before
        assert max(len(row) for row in before.splitlines() if "│" in row) > 72


async def test_a_report_that_cannot_be_written_ends_no_evening(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=at_the_end) as app:
        (made_folder(app.path) / f"{app.path.stem}-rapport.html").mkdir(parents=True)
        await app.press("r", "enter")
        assert "De sessie zelf is wel bewaard." in said(app)
        await app.press("enter")
        assert "wijkaanpak in de zaal" in app.text
        assert "De sessie zelf is wel bewaard." in said(app)
        assert "Sessie en rapport:" not in said(app)
    assert read_text(app.path.read_text(encoding="utf-8"), kinds()).state.closing().finished


async def test_a_signal_waits_for_the_key_that_is_at_work(tmp_path: Path) -> None:
    """What it still had to do would else be done where there is no screen any more."""
    async with running(example("card"), tmp_path) as app:
        assert app.opening.run is not None
        desk, slow = app.opening.run.desk, Event()
        disk = asyncio.create_task(desk.write(slow.wait))
        app.app.post_message(Key("q", "q"))
        while not desk._one_at_a_time.locked():
            await asyncio.sleep(0)
        app.app.leave(143)
        slow.set()
        await disk
        while app.app.is_running and app.app.crash is None:
            await app.pilot.pause()
        assert app.app.crash is None
        assert app.app.return_code == 143
