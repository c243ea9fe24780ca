"""A programme that comes with the app, gone through by a group: hands that type, eyes that read the screen.

async with at_the_door("haarvaten", tmp_path, size=(64, 18)) as walk:
    await prepare(walk, "Molenhoek")
    await walk.say("worry")
    await walk.press("enter")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from typing import Final

from textual.events import Paste

from facilitator.scenario.library import built_in
from facilitator.scenario.model import Scenario, Step, Use
from facilitator.session.state import State
from facilitator.storage.places import Places
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.app.session_launcher import SessionLauncher
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.rows_beside import Fitting
from facilitator.ui.kit.view import View
from facilitator.ui.plain.speech import Speech
from facilitator.ui.plain.told_page import ToldPage
from facilitator.ui.terminal.large_letters.large_letters import LargeLetters
from facilitator.ui.terminal.textual_repairs import lay_out
from facilitator.words import Language, Words
from tests.journeys.talk import DRAWN
from tests.steps.running import DAY, PEOPLE, SIZES, STARTS, Clock, Running
from tests.walks.dutch import dutch_in
from tests.walks.words import Sayings, in_words

TEAM: Final = {"beleid": 2, "bewoners": 1, "professionals": 3}
"""A team without a facilitator: so few that two groups are too small to be shown apart."""
FEWER: Final = {"beleid": 4, "bewoners": 3, "professionals": 4}
BETWEEN: Final = timedelta(weeks=6)
"""From one session of a series to the next."""
CUT: Final = re.compile(r"\w ?…")
"""What is cut off, wherever in a row; a list that moves along says so with an arrow."""
SCROLLBAR: Final = " ▁▂▃▄▅▆▇█"
FRAME: Final = re.compile(r"[\s│▁▂▃▄▅▆▇█▸]")
ANSWER: Final = re.compile(r"^\s*(?:▸ )?(?:[●○◐] \d|Enter|[a-z])  +(?=\S)")
"""What stands before an answer behind its digit or key."""
WORD: Final = re.compile(r"^\s*(\w\S*)")


def goes_on_outside(body: Sequence[str], end: int) -> list[str]:
    """Give answers that go on at a next row left of where they begin, in rows up to this column."""
    found = []
    for row, below in pairwise(row.rstrip(SCROLLBAR) for row in body):
        answer, word = ANSWER.match(row), WORD.match(below)
        if answer is None or word is None or ANSWER.match(below):
            continue
        broken = len(row) + 1 + len(word[0].strip()) > end
        if broken and word.start(1) < answer.end():
            found.append(f"{row}\n{below}")
    return found


def squeezed(text: str) -> str:
    """Give a text without blanks and drawn lines, so that it makes no difference where a row ends."""
    return FRAME.sub("", text)


@dataclass
class Walk:
    """A group on its way through a programme."""

    app: Running
    sayings: Sayings = field(default_factory=Sayings)
    typed: dict[str, list[str]] = field(default_factory=dict)
    """What was typed at each ``use/step``, in the group's words."""
    looks: dict[str, list[str]] = field(default_factory=dict)
    """What stood on the screen there, squeezed, each time someone looked."""
    told: dict[str, list[str]] = field(default_factory=dict)
    """What was said quietly below it then."""
    screens: dict[str, str] = field(default_factory=dict)
    """The whole screen of each page when the group was there first, by its ``use/step page``."""
    pastes: bool = False
    """Whether lines come from elsewhere, and on a large screen fewer people vote: the same walk in less time.
    It is then not held against what was found good in Dutch on a small screen."""
    dutch: set[tuple[str, str]] = field(default_factory=set)
    """Where a group that reads English met Dutch, and the row that it stood in."""
    was_small: bool = False
    """Whether the letters were larger than one prepares with."""
    large: set[str] = field(default_factory=set)
    """The rows that stood somewhere in letters twice as high."""
    visits: Counter[str] = field(default_factory=Counter)
    """How often the group was at a page before."""

    # -- eyes

    @property
    def language(self) -> Language:
        return self.sayings.language

    def words(self, said: str, **values: object) -> str:
        """Give words that are there in Dutch in the language of this group."""
        return in_words(said, self.language, **values)

    @property
    def state(self) -> State:
        return self.app.state

    @property
    def scenario(self) -> Scenario:
        return self.state.scenario

    @property
    def people(self) -> Mapping[str, int]:
        """Who comes in."""
        if self.scenario.alone:
            return TEAM
        return FEWER if self.pastes and self.language == "nl" else PEOPLE

    @property
    def key(self) -> str:
        """The ``use/step`` where the group is."""
        return self.app.key

    @property
    def page(self) -> str:
        return self.app.page

    @property
    def place(self) -> tuple[Use, Step]:
        found = self.state.find(self.key)
        assert found is not None, f"no step at {self.key}"
        return found

    @property
    def step(self) -> Step:
        return self.place[1]

    @property
    def text(self) -> str:
        return self.app.text

    @property
    def view(self) -> View:
        return self.app.view

    @property
    def field(self) -> Field | None:
        """The field with the cursor."""
        return self.app.app.stage.field

    @property
    def over(self) -> bool:
        """Whether something lies over the step, such as how a team does it."""
        return len(self.app.app.stage.views) > 1

    def look(self) -> None:
        """Look whether anything is cut off, and remember what stands there."""
        body = self._scrolled()
        cut = [row for row in body if CUT.search(row)]
        assert not cut, f"cut off at {self.key} {self.page}: {cut}\n{self.text}"
        outside = goes_on_outside(body, self.view.content_region.right)
        assert not outside, f"goes on at the margin at {self.key} {self.page}: {outside}\n{self.text}"
        large = self.app.large if self.app.app.letters.way else []
        if large:
            fitting = [each for each in self.view.query("*") if isinstance(each, Fitting)]
            short = [each for each in fitting if 0 < each.size.height < each.rows_needed(each.size.width)]
            too_large = short or self.view.max_scroll_y
            assert not too_large, f"too large at {self.key} {self.page}: {short}\n{self.text}"
        self.large.update(large)
        if self.language != "nl":
            self.dutch.update((self.key, row) for row in dutch_in(self.text))
        if f"{self.key} {self.page}" not in self.screens:
            self.listen()
        self.screens.setdefault(f"{self.key} {self.page}", self.text)
        self.looks.setdefault(self.key, []).append(squeezed("\n".join(body)))
        self.told.setdefault(self.key, []).append(squeezed(self.app.status))

    def _scrolled(self) -> list[str]:
        """Give the rows of the body, and of what is only seen by scrolling: it is read on small screens."""
        view, stage = self.view, self.app.app.stage
        here, rows = round(view.scroll_y), self.app.body
        if not view.max_scroll_y:
            return rows
        found: list[str] = []
        for top in range(view.max_scroll_y + 1):
            view.scroll_to(y=top, animate=False, immediate=True)
            lay_out(stage)
            found += self.app.body if not top else self.app.body[-1:]
        view.scroll_to(y=here, animate=False, immediate=True)
        lay_out(stage)
        return found

    def listen(self) -> None:
        """Hear the page as it is said where nothing is painted: without a sign that is only seen."""
        page, rows = ToldPage.of(self.app.app.stage), list[str]()
        Speech(self.app.app.stage.t, rows.append).say_lines(page.lines)
        drawn = [row for row in rows if DRAWN.search(row)]
        assert not drawn, f"not to be read aloud at {self.key} {self.page}: {drawn}"
        assert rows or self.field, f"nothing is said at {self.key} {self.page}"

    def sees(self, *texts: str) -> None:
        """Demand that all of these stand on the screen, wherever their rows end."""
        here = squeezed("\n".join([self.text, *self._scrolled()]))
        missing = [text for text in texts if squeezed(text) not in here]
        assert not missing, f"not on the screen at {self.key} {self.page}: {missing}\n{self.text}"

    def visit(self, page: str | None = None) -> int:
        """Count a visit to a page of this step; give how often the group was there before."""
        name = f"{self.key} {self.page if page is None else page}"
        self.visits[name] += 1
        return self.visits[name] - 1

    @property
    def small(self) -> bool:
        """Whether the letters are larger than one prepares with."""
        return self.view.small

    # -- hands

    async def resize(self, size: tuple[int, int]) -> None:
        """Give the screen so many columns and rows."""
        self.was_small = self.was_small or size < SIZES[0]
        await self.app.pilot.resize_terminal(*size)
        await self.app.settle()

    async def press(self, *keys: str) -> None:
        await self.app.press(*keys)
        if self.app.opening.run is not None:
            self.look()

    async def say(self, sort: str, text: str = "") -> str:
        """Type a line of this sort, or this text, and keep it; give what was typed."""
        line = text or self.sayings.give(sort)
        assert self.field is not None, f"nowhere to type {line!r} at {self.key} {self.page}\n{self.text}"
        self.typed.setdefault(self.key, []).append(line)
        if self.pastes:
            self.app.app.post_message(Paste(line))
        else:
            await self.app.type(line)
            self.look()
            self.sees(line)
        await self.press("enter")
        return line

    async def date(self, text: str) -> None:
        """Type a date as people say one, and keep it. It is kept as a day, not in these words."""
        await self.app.type(text)
        await self.press("enter")


def app_at_the_door(
    scenario: str,
    folder: Path,
    after: Path | None,
    now: Callable[[], datetime],
    part: int,
    language: Language = "nl",
) -> tuple[FacilitatorApp, SessionLauncher]:
    """Make the app that begins where a programme is prepared; names are counted, apart for each part."""
    t = Words(language)
    app = FacilitatorApp(t)
    places = Places(folder / "sessions", folder / "state")
    numbers = count(1000 * part)
    opening = SessionLauncher(app, t, places, now=now, new_id=lambda: f"id{next(numbers):06}")

    async def on_start() -> None:
        await opening.home()
        await opening.prepare(built_in() / f"{scenario}.toml", after)

    app.on_start = on_start
    return app, opening


@asynccontextmanager
async def at_the_door(
    scenario: str,
    folder: Path,
    *,
    size: tuple[int, int],
    after: Path | None = None,
    part: int = 0,
    sayings: Sayings | None = None,
    pastes: bool | None = None,
    letters: LargeLetters | None = None,
) -> AsyncIterator[Walk]:
    """Run the app where a programme is prepared.

    ``part``: how many sessions were held here before; with their ``sayings`` nothing is said twice. A group
    says these in its own language, and reads that on the screen.
    ``pastes``: whether lines come from elsewhere; without it they do so on a large screen.
    ``letters``: those of a terminal that draws them twice as high.
    """
    clock = Clock(datetime.combine(DAY, STARTS) + part * BETWEEN)
    said = sayings or Sayings()
    app, opening = app_at_the_door(scenario, folder, after, clock, part, said.language)
    app.letters = letters or app.letters
    async with app.run_test(size=size) as pilot:
        running = Running(app, opening, pilot, clock, folder)
        await running.settle()
        other = size != SIZES[0] or said.language != "nl"
        yield Walk(running, said, pastes=other if pastes is None else pastes)
        if opening.run is not None:
            await opening.run.close()
