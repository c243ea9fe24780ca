"""The real app on one step, with keys to press and a screen to read: no terminal, no waiting, no surprises.

async with running(EXAMPLE, tmp_path) as app:
    await app.type("de speeltuin")
    await app.press("enter")
    assert "1  de speeltuin" in app.text
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip

from facilitator.kinds import kinds
from facilitator.problems import Place, Problem
from facilitator.scenario.composer import sets_named
from facilitator.scenario.composition import standard_scale
from facilitator.scenario.cross_checks import check_whole
from facilitator.scenario.library import Library, built_in
from facilitator.scenario.model import Perspective, Scenario, Use
from facilitator.scenario.origins import Origins
from facilitator.scenario.parts import load_block, load_set
from facilitator.session.state import About, State
from facilitator.storage.consistency import misfits
from facilitator.storage.places import Places
from facilitator.storage.store import Store
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.app.session_launcher import SessionLauncher
from facilitator.ui.kit.view import View
from facilitator.ui.terminal.large_letters.large_letters import LargeLetters
from facilitator.ui.terminal.large_letters.marked_rows import Half, half_of
from facilitator.words import Language, Words

DAY: Final = date(2026, 3, 12)
STARTS: Final = time(19, 30)
PATIENCE: Final = 0.5
"""Seconds after which a test looks whether the app it waits for is still there."""
SIZES: Final = [(64, 18), (120, 40)]
"""The smallest screen and a large one: what every example is walked at."""
PEOPLE: Final = {"beleid": 6, "bewoners": 5, "professionals": 7}
STEPS: Final = Path(__file__).parents[2] / "facilitator" / "steps"

NAMES: Final[dict[Language, str]] = {"nl": "Avond in Molenhoek", "en": "Evening in Molenhoek"}


def example(kind: str) -> Path:
    """Give the example of a kind of step."""
    return STEPS / kind / "example.toml"


def half_in(strip: Strip) -> Half | None:
    """Tell which half of large letters stands in a row."""
    return next((half for segment in strip if (half := half_of(segment))), None)


@dataclass
class Clock:
    """The time, which goes on only when a test lets it."""

    time: datetime

    def __call__(self) -> datetime:
        return self.time

    def go_on(self, minutes: float) -> None:
        self.time += timedelta(minutes=minutes)


class Stroke(NamedTuple):
    """Keys that were pressed in a row, when, and what stood on the screen then."""

    time: datetime
    keys: tuple[str, ...]
    """By Textual's names, or as characters."""
    body: list[str]


@dataclass
class Running:
    """The app as the room sees it."""

    app: FacilitatorApp
    opening: SessionLauncher
    pilot: Pilot[int]
    clock: Clock
    path: Path
    """The session file."""
    strokes: list[Stroke] | None = None
    """All that was pressed, where it is to be done again; None: it is not remembered."""

    # -- hands

    async def press(self, *keys: str) -> None:
        """Press keys by Textual's names: ``enter``, ``ctrl+z``, ``a``, ``?``. Each is handled wholly."""
        for key in keys:
            event = Key(_name(key), _character(key))
            event.set_sender(self.app)
            self.app.post_message(event)
        time = self.clock()
        await self.settle()
        if self.strokes is not None:
            self.strokes.append(Stroke(time, keys, self.body))

    async def type(self, text: str) -> None:
        """Type this text, character by character."""
        await self.press(*text)

    async def paste(self, text: str) -> None:
        self.app.post_message(Paste(text))
        await self.settle()

    async def tick(self) -> None:
        """Let the app look at the clock, as it does every half second."""
        assert self.app.stage.on_tick is not None, "no session is open"
        await self.app.stage.on_tick()
        await self.settle()

    async def crash(self) -> None:
        """Let the app stop as if the power went: what is on disk is all there is. Nothing works after it."""
        assert self.opening.run is not None, "no session is open"
        assert self.app.stage.on_tick is not None
        await self.app.stage.on_tick()  # half a second goes by
        desk, self.opening.run = self.opening.run.desk, None
        await desk.write(lambda: None)  # what is being typed was handed to the writer before
        store = desk.store
        self.app.stage.on_tick = None
        self.app.stage.on_typed = lambda: None
        store.let_go()

    async def settle(self) -> None:
        """Wait until every key so far is handled, and what it changed is laid out."""
        handled = asyncio.Event()
        self.app.call_later(handled.set)  # the queue keeps its order, so this comes after the keys
        while not handled.is_set():
            if self.app.crash is not None:
                raise self.app.crash
            with suppress(TimeoutError):
                await asyncio.wait_for(handled.wait(), PATIENCE)
        for _ in range(2):  # a widget that hears its new size may want another height
            await self.pilot._wait_for_screen()
            self.app.stage._on_timer_update()

    # -- eyes

    def screen(self) -> list[str]:
        """Give the rows of the screen as plain text."""
        return [strip.text.rstrip() for strip in self.app.stage._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.screen())

    @property
    def large(self) -> list[str]:
        """The rows that stand there in letters twice as high, where these are wanted."""
        rows = [(strip.text, half_in(strip)) for strip in self.app.stage._compositor.render_strips()]
        halves = [half for _, half in rows]
        assert halves.count("top") == halves.count("bottom"), f"half a row is large\n{self.text}"
        return [text.strip() for text, half in rows if half == "top"]

    @property
    def body(self) -> list[str]:
        """The rows between the title bar and the status line."""
        stage = self.app.stage
        return self.screen()[stage.title_bar.region.height : -1 - stage.status_line.region.height]

    @property
    def status(self) -> str:
        """The line in which things are said quietly."""
        return self.screen()[-2] if self.app.stage.status_line.display else ""

    @property
    def keys(self) -> str:
        """The key bar."""
        return self.screen()[-1]

    # -- what there is behind it

    @property
    def state(self) -> State:
        assert self.opening.run is not None, "no session is open"
        return self.opening.run.desk.state

    @property
    def key(self) -> str:
        """The ``use/step`` where the group is."""
        return self.state.at.key

    @property
    def page(self) -> str:
        return self.state.at.page

    @property
    def view(self) -> View:
        """The view on the stage, or the panel over it."""
        assert self.app.stage.view is not None
        return self.app.stage.view

    def result(self, field: str) -> Any:
        """Give what the step where the group is has left in a field."""
        return self.state.result(self.key).get(field)


def evening(block: Path, language: Language = "nl") -> Scenario:
    """Make a programme of one block, which has to be right, ``composed`` and checked.

    It need not fit the time, nor the screen with the largest letters.
    """
    scenario = composed(block, language)
    found = problems_of(scenario, block)
    besides = ("scenario.takes.", "scenario.too_tall_room")
    assert [problem for problem in found if not problem.code.startswith(besides)] == []
    return scenario


def problems_of(scenario: Scenario, block: Path) -> list[Problem]:
    """Give what the check says of a programme of one block."""
    return check_whole(scenario, kinds(), Origins.unknown(scenario, str(block)))


def composed(block: Path, language: Language = "nl") -> Scenario:
    """Make a programme of one block. Its sets stand in its folder's ``statements``, or are the project's."""
    file, steps = load_block(block, kinds(), language)
    use = Use(
        id=block.parent.name,
        block=block.stem,
        title=file.title,
        why=file.why,
        source=file.source,
        source_status=file.source_status,
        steps=steps,
    )
    library = Library([block.parent, built_in()])
    sets = dict.fromkeys(name for step in steps for name, _ in sets_named(step))
    place = Place(str(block))
    return Scenario(
        id="evening",
        language=language,
        title=NAMES[language],
        purpose="?",
        minutes=sum(step.minutes for step in steps),
        perspectives=[Perspective(id=name, title=name) for name in PEOPLE],
        scale=standard_scale(language),
        uses=[use],
        statement_sets=[load_set(name, library, language, place) for name in sets],
    )


def begun(block: Path, language: Language = "nl") -> State:
    """Give a session of one block, just begun, with eighteen people in the room."""
    about = About(
        id="session1",
        place="Molenhoek",
        day=DAY,
        starts=STARTS,
        keep_until=DAY + timedelta(days=365),
        made_with="0.1.0",
    )
    return State(about=about, scenario=evening(block, language), people=PEOPLE)


@asynccontextmanager
async def running(
    block: Path,
    folder: Path,
    *,
    size: tuple[int, int] = (64, 18),
    language: Language = "nl",
    prepare: Callable[[State], State] = lambda state: state,
    letters: LargeLetters | None = None,
) -> AsyncIterator[Running]:
    """Run the app on the first step of a block file, and end it.

    ``folder`` is empty, or one that was used before: then the same session goes on. ``prepare`` gives what
    the group already had when the app started; undo doesn't reach before that. ``letters``: those of a
    terminal that draws them twice as high.
    """
    places = Places(folder / "sessions", folder / "state")
    path = next(places.sessions.rglob("*.toml"), None) or _new_session(
        places, prepare(begun(block, language))
    )
    clock = Clock(datetime.combine(DAY, STARTS))
    numbers = count(_unused(folder))
    t = Words(language)
    app = FacilitatorApp(t)
    app.letters = letters or app.letters
    opening = SessionLauncher(app, t, places, now=clock, new_id=lambda: f"id{next(numbers):06}")

    async def on_start() -> None:
        await opening.resume(path)

    app.on_start = on_start
    async with app.run_test(size=size) as pilot:
        running = Running(app, opening, pilot, clock, path)
        await running.settle()
        yield running
        if opening.run is not None:
            left = opening.run.desk.state
            assert [*misfits(left, kinds())] == [], "what was done here could not be read again"
            await opening.run.close()


def _new_session(places: Places, state: State) -> Path:
    store = Store.begin(places, state, kinds())
    store.close(state, 0)
    return store.path


def _unused(folder: Path) -> int:
    """Give a number from which ids are new here, also after a crash, when only the journal knows them."""
    texts = [path.read_bytes() for path in folder.rglob("*") if path.suffix in {".toml", ".journal"}]
    return 1 + sum(text.count(b"id0") for text in texts)


def _name(key: str) -> str:
    return _character_to_key(key) if len(key) == 1 else key


def _character(key: str) -> str | None:
    """Give the character of a key, as a terminal sends it with the key's name."""
    if len(key) == 1:
        return key
    named = {"space": " ", "plus": "+", "minus": "-", "question_mark": "?", "slash": "/"}
    if key in named:
        return named[key]
    try:
        return unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return None
