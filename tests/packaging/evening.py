"""The trial run under the Python of the zip, from the first key to the report: run by it, not by pytest.

    python.exe -X utf8 evening.py CHECKOUT

Presses the keys that the handbook names (LEESMIJ.md), in the folders that the app chooses. Then it opens the
session again, lets a second window try the same, closes it, and forgets it. Prints what it saw as JSON.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

opened: list[str] = []
sys.addaudithook(lambda event, _: opened.append(event) if event.startswith("socket.") else None)

CHECKOUT = Path(sys.argv[1])
sys.path.append(str(CHECKOUT))

from facilitator.kinds import kinds
from facilitator.scenario.library import built_in
from facilitator.storage.places import Places, find_places
from facilitator.storage.session_finder import read_earlier
from facilitator.traces import forget_by_name
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.app.home_view import HomeView
from facilitator.ui.app.session_launcher import SessionLauncher
from facilitator.ui.terminal.textual_repairs import event_loop
from facilitator.words import Words
from tests.steps.running import DAY, STARTS, Clock, Running
from tests.wine import as_windows_answers

T = Words("nl")
NUMBERS = count()
SIZE = (80, 24)
Opening = Callable[[SessionLauncher], Awaitable[None]]


def keys() -> list[str]:
    """Give the keys of a first session, as the handbook says them."""
    page = (CHECKOUT / "LEESMIJ.md").read_text(encoding="utf-8")
    table = page.split("<!-- keys: first session -->")[1].split("\n\n")[1]
    return [key for row in table.splitlines()[2:] for key in re.findall(r"`([^`]+)`", row.split("|")[2])]


async def in_the_app(places: Places, begin: Opening, then: Callable[[Running], Awaitable[Any]]) -> Any:
    """Start the app, do something in it, and leave it."""
    clock = Clock(datetime.combine(DAY, STARTS))
    app = FacilitatorApp(T)
    opening = SessionLauncher(app, T, places, now=clock, new_id=lambda: f"id{next(NUMBERS):06}")

    async def on_start() -> None:
        await opening.home()
        await begin(opening)

    app.on_start = on_start
    async with app.run_test(size=SIZE) as pilot:
        running = Running(app, opening, pilot, clock, places.sessions)
        await running.settle()
        seen = await then(running)
        if opening.run is not None:
            await opening.run.close()
    return seen


async def play(app: Running) -> bool:
    """Press every key; give whether we are home again."""
    pressed = {"Enter": "enter", "↓": "down"}
    for key in keys():
        await (app.press(pressed[key]) if key in pressed else app.type(key))
    return isinstance(app.view, HomeView)


def left(places: Places) -> list[str]:
    """Give what the app keeps besides sessions."""
    return sorted(p.relative_to(places.state).as_posix() for p in places.state.rglob("*") if p.is_file())


async def evening() -> dict[str, object]:
    """Walk through everything; give what was seen."""
    places = find_places()
    scenario = built_in() / "proefronde.toml"
    seen: dict[str, object] = {"sessions": str(places.sessions), "state": str(places.state)}
    seen["home again"] = await in_the_app(places, lambda opening: opening.prepare(scenario), play)
    (session,) = places.sessions.glob("*/*.toml")
    seen["files"] = sorted(path.suffix for path in session.parent.rglob("*") if path.is_file())
    seen["closed"] = read_earlier(places, session, kinds()).closing().finished
    seen["left after closing"] = [name for name in left(places) if not name.startswith("earlier/")]

    as_windows_answers()

    async def again(app: Running) -> dict[str, object]:
        async def second(other: Running) -> str:
            return other.text

        went_on = app.opening.run is not None
        return {"went on": went_on, "second": await in_the_app(places, resume, second)}

    async def resume(opening: SessionLauncher) -> None:
        await opening.resume(session)

    seen.update(await in_the_app(places, resume, again))
    seen["forgotten"] = forget_by_name(places, "oosterlinde", T, lambda line: None, None)
    seen["left after forgetting"] = [*left(places), *(str(path) for path in places.sessions.rglob("*.*"))]
    seen["sockets"] = opened
    return seen


if __name__ == "__main__":
    loop = event_loop() or asyncio.new_event_loop()
    print(json.dumps(loop.run_until_complete(evening())))
