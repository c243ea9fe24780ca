"""An evening as a facilitator runs it: what is pressed, and what must then be on the wall."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from operator import ne
from pathlib import Path
from typing import Final

import pytest

from facilitator.ui.kit.screen_sizes import SMALLEST_ROOM
from facilitator.words.dates import say_date
from tests.journeys.terminal import PATIENCE, Terminal


def in_weeks(weeks: int) -> str:
    """Give the day so many weeks from now, as the screen says it."""
    today = datetime.now().astimezone().date()
    return say_date(today + timedelta(weeks=weeks), "nl", today)


PROGRAM = [sys.executable, "-m", "facilitator"]
SIZES = [(80, 24), (64, 18)]
MOSTLY_SMALL = [pytest.param(SIZES[0], marks=pytest.mark.slow), SIZES[1]]
"""For long evenings: the smallest screen in every run, where least fits, and the usual one under ``slow``."""
LARGE_LETTERS: Final = pytest.param(SMALLEST_ROOM, marks=pytest.mark.slow)
"""The screen of a room with the largest letters, where pages scroll."""
MORE: Final = "PgDn meer"
"""What the key bar says there when there is more below."""
SCROLLED: Final = re.compile(r"[▁▂▃▄▅▆▇█]$", re.MULTILINE)
"""A scrollbar."""
FRAME: Final = re.compile(r"[\s│▁▂▃▄▅▆▇█▸]")


CONTACT: Final = "buurtbalie"


class Evening:
    """A session in a real terminal, with the folders it leaves its files in."""

    def __init__(
        self, terminal: Terminal, sessions: Path, state: Path, room: tuple[int, int] | None = None
    ) -> None:
        """``room``: the size that the screen has while the group looks, where that is smaller."""
        self.room = room
        self.terminal = terminal
        self.sessions = sessions
        self.state = state

    # -- hands and eyes

    def see(self, *texts: str) -> str:
        """Wait until all of these are on the wall at once, and look whether anything was cut off."""
        if self._reads_by_scrolling:
            return self._read(*texts)
        for text in texts:
            self.terminal.wait_for(text)
        screen = self.terminal.screen()
        body = screen.split("\n")[2:-2]
        cut = [line for line in body if line.rstrip(" │▁▂▃▄▅▆▇█").endswith("…")]
        assert not cut, f"cut off: {cut}\n{screen}"
        return screen

    @property
    def _reads_by_scrolling(self) -> bool:
        return self.terminal.emulator.grid.columns < SIZES[1][0]

    def _read(self, *texts: str) -> str:
        """Look whether any of these is in sight, wherever its row ends; else read on to the end of the page.

        A page is longer than such a screen, and may be at its end because something is pointed at there. That
        all of it can be seen is looked at by ``tests/walks``.
        """
        until = time.monotonic() + PATIENCE
        while True:
            self.terminal.wait_still()
            read = [self.terminal.screen()]
            while not _any_in(texts, read[-1]) and MORE in read[-1]:
                self.press("PageDown")
                self.terminal.wait_still()
                read.append(self.terminal.screen())
            at_its_end = SCROLLED.search(read[-1])
            if at_its_end and not _any_in(texts, read[-1]):
                self.press("PageUp")
                self.terminal.wait_still()
                read.append(self.terminal.screen())
            if _any_in(texts, read[-1]):
                return "\n".join(read)
            assert time.monotonic() < until, f"not on the wall: {texts}\n" + "\n".join(read)

    def press(self, *keys: str) -> None:
        self.terminal.press(*keys)

    def type(self, text: str) -> None:
        self.terminal.type(text)

    def say(self, text: str) -> None:
        """Type a line and keep it."""
        self.terminal.type(text)
        self.terminal.press("Enter")

    def go_on_until(self, text: str) -> None:
        """Press Enter until this is on the wall; never again before the last one was answered."""
        for _ in range(12):
            self.terminal.wait_still()
            before = self.terminal.screen()
            if FRAME.sub("", text) in FRAME.sub("", before):
                break
            self.press("Enter")
            self.terminal.wait_until(partial(ne, before), "answer to Enter")
        self.see(text)

    # -- what every evening has

    def prepare(self, place: str, starts: str = "") -> None:
        self.see("Wijk of buurt")
        self.say(place)
        self.press("Enter")
        if starts:
            self.type(starts)
        self.press("Enter", "Enter", "Enter")
        self.see("Enter beginnen")
        self.press("Enter")
        if self.room:
            self.terminal.wait_gone("Enter beginnen")
            self.terminal.resize(*self.room)
            self.terminal.wait_until(lambda screen: screen.startswith(" tot "), "title in one row")

    def count(self, *people: int) -> None:
        """Say how many there are, in the order of the perspectives."""
        self.see("toehoorders")
        for number, count in enumerate(people):
            if number:
                self.press("Down")
            self.type(str(count))
            self.see("●" * count)

    def enter_ballots(self, groups: Sequence[Sequence[str]], total: int = 0) -> None:
        """Type the rest of the ballots over, group by group, and close the round."""
        total = total or sum(len(ballots) for ballots in groups)
        for number, ballots in enumerate(groups):
            if number:
                self.press("Enter")  # on to the next group
            for ballot in ballots:
                self.type(ballot)
            self.press("Enter")
        self.see(f"Alle {total} briefjes")
        self.press("Enter")
        self.see(f"Klopt dit: {total} briefjes")
        self.press("Enter")

    def agree(self, what: str, who: str, when: str, said: str) -> None:
        """Make an agreement, up to the question who cannot live with it."""
        self.press("Enter")
        self.see("Wat gaan wij doen?")
        self.say(what)
        self.say(who)
        self.type(when)
        self.see(said)
        self.press("Enter")
        self.see("Wie begrijpt het nog niet?")
        self.press("Enter")
        self.see("Wie kan hier niet mee leven?")

    def finish(self, next_date: str, said: str, *, known: bool = False) -> str:
        """Settle the next time, read the message, and close; give the message that was saved.

        ``known``: an evening in this neighbourhood said before who can be called.
        """
        self.see("Dit bericht gaat naar iedereen")
        self.type(next_date)
        self.see(said)
        for asked in ("Hoe laat", "Waar"):
            self.press("Enter")
            self.see(asked)
        self.press("Enter")
        if not known:
            self.see("Wie bellen")
            self.type(CONTACT)
            self.press("Enter")
        self.see("van 1000 tekens")
        if not self.room:
            self.press(*["PageDown"] * 6)  # it is longer than the smallest screen
        self.see("Volgende keer: ", said, CONTACT)
        if self.room:
            self.terminal.resize(*SIZES[1])
        self.press("Enter")
        self.terminal.wait_for("wijkaanpak in de zaal")
        self.terminal.wait_for("Sessie en rapport")
        return self.only("*-bericht.txt").read_text(encoding="utf-8")

    def only(self, pattern: str) -> Path:
        """Give the one file of this sort that the evening left."""
        found = list(self.sessions.rglob(pattern))
        assert len(found) == 1, found
        return found[0]

    def leave(self) -> None:
        self.press("q")
        assert self.terminal.wait_exit() == 0


def _any_in(texts: Sequence[str], screen: str) -> bool:
    here = FRAME.sub("", screen)
    return any(FRAME.sub("", text) in here for text in texts)


@contextmanager
def evening(
    folder: Path,
    *arguments: str,
    size: tuple[int, int] = (80, 24),
    wait: str | None = None,
    env: Mapping[str, str] | None = None,
) -> Iterator[Evening]:
    """Start the program in a terminal, with folders of its own under ``folder``.

    ``size``: on fewer columns than one prepares on, the screen has them once the evening begins.
    """
    sessions, state = folder / "sessions", folder / "state"
    own = {"FACILITATOR_FOLDER": str(sessions), "FACILITATOR_STATE": str(state)}
    room = size if size < SIZES[1] else None
    door = SIZES[1] if room else size
    with Terminal([*PROGRAM, *arguments], size=door, env={**os.environ, **own, **(env or {})}) as terminal:
        if wait:
            terminal.wait_for(wait)
        yield Evening(terminal, sessions, state, room)
