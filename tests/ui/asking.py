"""Asking the wall to turn a page as the notes do: by a file, and waiting for what it answers."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import count
from pathlib import Path

from facilitator.storage.files import Files
from facilitator.storage.places import Places
from facilitator.storage.turn_request import TurnRequest, ask
from facilitator.storage.wall_mark import Marks, TurnAnswer, WallMark
from tests.steps.running import Running

FILES = Files()
NUMBERS = count(1)
LOOK_AGAIN = 0.02
"""Seconds."""


def places_of(folder: Path) -> Places:
    return Places(folder / "sessions", folder / "state")


async def mark_of(folder: Path) -> WallMark:
    """Wait for what the wall says of itself."""
    marks = Marks(FILES, places_of(folder))
    while (mark := marks.newest()) is None:
        await asyncio.sleep(LOOK_AGAIN)
    return mark


async def request(app: Running, folder: Path, by: int) -> TurnRequest:
    """Give what the notes would ask that see the wall as it is."""
    mark = await mark_of(folder)
    return TurnRequest(f"ask{next(NUMBERS):05}", mark.wall, mark.session, app.state.at.where, by)


async def answer_to(asked: TurnRequest, folder: Path) -> TurnAnswer:
    """Wait until the wall answers a request."""
    while (mark := await mark_of(folder)).answer.id != asked.id:
        await asyncio.sleep(LOOK_AGAIN)
    return replace(mark.answer, id="")


async def turn(app: Running, folder: Path, by: int) -> TurnAnswer:
    """Ask for a page on, or back; give the answer."""
    asked = await request(app, folder, by)
    ask(FILES, places_of(folder), asked)
    answer = await answer_to(asked, folder)
    await app.settle()
    return answer
