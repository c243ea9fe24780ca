"""Looks into every place where the app shows a text of a file or a person, in a real terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.hostile.payloads import OWN, acts
from tests.journeys.evening import Evening, evening

DEEP = 4
"""Times that a step is asked to go on: through its first pages."""

ENDING = "Dit bericht gaat naar iedereen"

PANELS = {
    "parkeerlijst": "l",
    "wie is er": "w",
    "programma": "g",
    "voor de begeleider": "i",
    "klok": "k",
    "hulp": "F1",
    "in tweetallen": "t",
    "belangrijk": "d",
}
"""What stands in the title bar over a panel, and its key."""
UNDER_PANELS = ["urgentie/stem", "kiezen/zorg"]
WITH_TEXTS = ["parkeerlijst", "wie is er", "programma", "voor de begeleider", "klok"]
"""The panels in which texts of the file stand; the others have the words of the app alone."""

_COPIED = re.compile(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07")
"""How the app itself puts the message on the clipboard; what is in it is looked at apart."""


class Tour:
    """A walk through the app; what stood where is in ``seen``, by the name of the place."""

    def __init__(self, night: Evening, mark: str) -> None:
        """``mark``: what has to be seen at each place before the walk goes on; empty when nobody knows."""
        self.night = night
        self.terminal = night.terminal
        self.mark = mark
        self.seen: dict[str, str] = {}

    def look(self, place: str, *, marked: bool = True) -> None:
        """Look at what stands there. ``marked``: a text of the file is to be among it."""
        self.terminal.wait_still()
        if marked and self.mark:
            self.terminal.wait_until(lambda screen: self.mark in _below(screen), f"{self.mark} at {place}")
        self.seen[place] = self.terminal.screen()

    def press(self, *keys: str) -> None:
        self.night.press(*keys)

    # -- a session

    def go(self, number: int, of: int) -> None:
        """Go to a step by its number, through the programme."""
        self.press("Escape", "F7")
        self.terminal.wait_for("Enter hierheen")
        self.press(*["Up"] * of, *["Down"] * number, "Enter")
        self.terminal.wait_gone("Enter hierheen")

    def session(self, keys: Sequence[str], bare: Sequence[str]) -> None:
        """See every step with its first pages, every panel, the last page, and home after it.

        ``bare``: the steps that begin with a page without a text of the file.
        """
        for number, key in enumerate(keys):
            self.go(number, len(keys))
            self.look(key, marked=key not in bare)
            self.deeper(key, last=number >= len(keys) - DEEP)
        self.panels(keys)
        self.go(len(keys), len(keys))
        self.terminal.wait_for(ENDING)
        self.look("closing")
        while self.terminal.screen().splitlines()[-1].startswith(" Enter bewaren"):
            self.press("Enter")  # no date is known yet, or nobody to call
            self.terminal.wait_still()
        self.press("c")
        self.terminal.wait_for("Gekopieerd")
        self.press("Enter")
        self.terminal.wait_still()
        if "Wat mag buiten de zaal" in self.terminal.screen():
            self.look("what may be shown outside the room", marked=False)
            self.press("Enter")
        self.terminal.wait_for("wijkaanpak in de zaal")
        self.press(*["Down"] * 40)  # it is at the very end now
        self.look("home, after closing")

    def deeper(self, key: str, *, last: bool) -> None:
        """See the pages of a step that come one after the other, and of the step after it.

        ``last``: it may lead to the end, where a key more would close the session; so each is waited for.
        """
        for page in range(DEEP):
            self.press("Enter")
            if last:
                self.help()
            self.look(f"{key}, {page + 1} on", marked=False)
            if ENDING in self.terminal.screen():
                return

    def help(self) -> None:
        """Open the help and close it: what was pressed before that is done then."""
        self.press("F1")
        self.terminal.wait_for("Esc sluiten")
        self.press("Escape")
        self.terminal.wait_gone("Esc sluiten")

    def panels(self, keys: Sequence[str]) -> None:
        """See what lies over a step: over one that has notes, and no field in which a key is a letter."""
        self.go(next(number for number, key in enumerate(keys) if key in UNDER_PANELS), len(keys))
        for name, key in PANELS.items():
            self.press(key)
            self.terminal.wait_until(partial(_is_headed, name), name)
            self.look(f"panel {name}", marked=name in WITH_TEXTS)
            self.press("Escape")
        self.press("/")
        self.terminal.wait_for("Zoek")
        self.night.type("programma")
        self.look("panel zoeken", marked=False)
        self.press("Escape")

    def leave(self, *codes: int) -> None:
        self.press("Ctrl+Q")
        assert self.terminal.wait_exit() in (codes or (0,))


def _is_headed(name: str, screen: str) -> bool:
    """Tell whether this stands in the title bar."""
    return name in screen.split("\n", maxsplit=1)[0]


def _below(screen: str) -> str:
    """Give a screen without the name of the session at its top."""
    return screen.split("\n", 1)[1]


@contextmanager
def tour(folder: Path, *arguments: str, mark: str = "", wait: str = "F1 hulp") -> Iterator[Tour]:
    """Walk through the app, and look afterwards whether anything but the app itself acted on the terminal."""
    with evening(folder, *arguments, wait=wait) as night:
        yield Tour(night, mark)
        nothing_acted(night)


def nothing_acted(night: Evening) -> None:
    emulator = night.terminal.emulator
    assert emulator.unknown == []
    assert acts(emulator.clipboard.encode()) == set()
    assert "titel" not in emulator.grid.title
    written = b"".join(data for _, data in night.terminal.arrivals)
    assert written.count(b"\x1b[?1049l") == written.count(b"\x1b[?25h") == 1  # its own, at the end
    assert acts(_COPIED.sub(b"", written)) <= OWN
    for path in (each for each in night.sessions.rglob("*") if each.suffix in {".html", ".txt", ".md"}):
        assert acts(path.read_bytes()) == set(), path.name
