"""Random keys at a real terminal, and what has to be true whenever the app was left and is there again.

What is typed are words that occur once, so that each can be looked for: on the screen, among the drafts and
in the session. A word that stands on the screen and is not in the session is typed and not confirmed.
"""

from __future__ import annotations

import json
import random
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from facilitator.kinds import kinds
from facilitator.session.state import State
from facilitator.storage.letters_note import keep_seen
from facilitator.storage.places import Places
from facilitator.storage.session_finder import look_at
from tests.journeys.evening import Evening, evening

HOME: Final = "wijkaanpak in de zaal"
NOT_KEPT: Final = "(nog niet bewaard)"
SEARCHES: Final = ("zoeken", "een bouwsteen erbij")
"""Titles of panels in which a word is looked for; that is nothing to keep."""
BEFOREHAND: Final = "voorbereiden"
"""The title of the screen on which a session is prepared, after this one was finished."""
TOLD: Final = re.compile(r"Nog niet bewaard:|teksten zijn niet bewaard")
"""What is said of text that waits elsewhere."""
WORD: Final = re.compile(r"x[a-z]{4}x")
SIZES: Final = [(80, 24), (64, 18), (120, 40), (100, 30)]

KEYS: Final = [
    *["Enter"] * 24, *["Down"] * 8, *["Up"] * 7, *["Tab"] * 5, *["Escape"] * 5, *["Right"] * 3, *["Left"] * 2,
    *"1234560", *"abcdefghijklmnoprstuvwyz+-? ", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+W", "Ctrl+A", "Ctrl+E",
    "Backspace", "Delete", "Home", "End", "PageDown", "PageUp", "Shift+Tab", "F1", "F2", "F3", "F4", "F5",
    "F6", "F7", "F8", "F9", "F10", "/", "n", "p", "l", "g", "e", "e", "a",
]  # fmt: skip
LARGE: Final = 0.7
"""How many people see letters twice as high in their terminal, and said so."""
LOOKS: Final = 6
"""How often in a row the app has to be found waiting."""
WAYS: Final = ["ctrl-q", "q", "escape-q", "window", "SIGTERM", "SIGHUP", "kill"]
ENDS: Final = {"ctrl-q": 0, "q": 0, "escape-q": 0, "SIGTERM": 143, "SIGHUP": 143, "kill": -9}
"""With which exit code the app ends; of a window that was closed it does not matter."""


@dataclass
class Told:
    """What a walk came through."""

    keys: int = 0
    left: dict[str, int] = field(default_factory=lambda: dict.fromkeys(WAYS, 0))
    typed: int = 0
    """How often a word was typed and not confirmed when the app was left."""
    confirmed: int = 0
    finished: int = 0
    large: int = 0
    """How often something stood in letters twice as high when the app was left."""


class Walker:
    """A person with no idea, at one session."""

    def __init__(self, folder: Path, programme: str, seed: int) -> None:
        self.folder = folder
        self.programme = programme
        self.chance = random.Random(seed)
        self.places = Places(folder / "sessions", folder / "state")
        self.words: list[str] = []
        self.told = Told()
        self.log: list[str] = []
        """The last keys, for who has to find out what went wrong."""
        self.way = ""
        """How the app was left, with what was on the screen then and not confirmed, and what was."""
        self.typed: set[str] = set()
        self.elsewhere = False
        """Whether these words wait at a place that is not the first to be seen on return."""
        self.before: State | None = None
        if self.chance.random() < LARGE:
            keep_seen(self.places, "xterm", seen=True)

    # -- the walk

    def walk(self, keys: int) -> Told:
        """Press so many keys, and leave and come back meanwhile, about every thirty."""
        arguments = ["run", self.programme]
        while self.told.keys < keys:
            with self._app(*arguments) as night:
                if arguments[0] == "run":
                    night.prepare("Molenhoek")
                    night.terminal.wait_gone("Enter beginnen")
                    arguments = ["resume", str(self._path())]
                self._stay(night, min(self.chance.randint(8, 55), keys - self.told.keys))
                self._leave(night)
        with self._app(*arguments) as night:
            night.press("Ctrl+Q")
            assert night.terminal.wait_exit() == 0
        return self.told

    @contextmanager
    def _app(self, *arguments: str) -> Iterator[Evening]:
        size = self.chance.choice(SIZES)
        with evening(self.folder, *arguments, size=size, env={"XTERM_VERSION": "XTerm(390)"}) as night:
            try:
                night.terminal.wait_for(re.compile(r"F1 hulp|Wijk of buurt"))
                night.terminal.wait_still()
                self._came_back(night)
                yield night
            except BaseException as error:
                self._check_no_crash()
                error.add_note(f"after {self.told.keys} keys; the last: {' '.join(self.log[-120:])}")
                raise

    def _stay(self, night: Evening, keys: int) -> None:
        """Press keys and type words; a window changes its size now and then."""
        until = self.told.keys + keys
        while self.told.keys < until:
            choice = self.chance.random()
            if choice < 0.16:
                self._type(night)
            elif choice < 0.17:
                self._paste(night)
            elif choice < 0.18:
                night.terminal.resize(*self.chance.choice([*SIZES, (40, 10)]))
            else:
                self._press(night, self.chance.choice(KEYS))
            if self._is_home(night):
                return

    def _press(self, night: Evening, key: str) -> None:
        self.log.append(key)
        night.press(" " if key == " " else key)
        self.told.keys += 1
        if key == "Enter":  # it may have ended the session
            night.terminal.wait_still()

    def _type(self, night: Evening) -> None:
        word = self._word()
        self.log.append(word)
        night.type(f"{word} ")
        self.told.keys += len(word) + 1
        if "q" in word:  # it may have left the session
            night.terminal.wait_still()

    def _paste(self, night: Evening) -> None:
        words = [self._word() for _ in range(self.chance.choice([1, 3]))]
        self.log.append(f"paste({','.join(words)})")
        night.terminal.paste("\n".join(words))
        self.told.keys += 1

    def _word(self) -> str:
        letters = "abcdefghijklmnopqrstuvwyz"
        word = f"x{''.join(self.chance.choice(letters) for _ in range(4))}x"
        self.words.append(word)
        return word

    # -- leaving

    def _leave(self, night: Evening) -> None:
        """Leave in one of all ways, and look what is on disk then."""
        night.terminal.resize(*self.chance.choice(SIZES))
        night.terminal.wait_still()
        way = self.chance.choice(WAYS)
        self.log.append(f"<{way}>")
        self._look_at_letters(night)
        if self._is_home(night):
            self.told.finished += 1
            self.typed, self.before, self.way = set(), None, "q"
            night.press("Ctrl+Q")
            assert night.terminal.wait_exit() == 0
            return
        if way == "escape-q":
            night.press("Escape")
            night.terminal.wait_still()
        self._look(night, way)
        if way in {"q", "escape-q"}:
            night.press("q")
            night.terminal.wait_still()
            if not self._is_home(night):  # it was typed, or a panel was open
                self._look(night, way)
            night.press("Ctrl+Q")
        elif way == "ctrl-q":
            night.press("Ctrl+Q")
        elif way == "window":
            night.terminal.hang_up()
            night.terminal.process.wait(30)
        else:
            night.terminal.kill(signal.Signals[way] if way != "kill" else signal.SIGKILL)
        if way in ENDS:
            code = night.terminal.wait_exit()
            self._check_no_crash()
            assert code == ENDS[way], f"{way} ended with {code}:\n{night.terminal.screen()}"
            assert way == "kill" or not night.terminal.emulator.sizes, f"{way} left large letters behind"
        self.told.left[way] += 1
        self._check_disk()

    def _look_at_letters(self, night: Evening) -> None:
        """Look whether the letters twice as high are those of a page that is drawn anew."""
        before = night.terminal.large_rows()
        self.told.large += bool(before)
        night.terminal.kill(signal.SIGCONT)  # who was not asleep only draws again
        night.terminal.wait_still()
        assert night.terminal.large_rows() == before, night.terminal.screen()

    def _look(self, night: Evening, way: str) -> None:
        """Remember what is confirmed, and what stands on the screen and is not."""
        screen = night.terminal.screen()
        self.way = way
        self.before = self._state()
        kept = repr(self.before)
        top = screen.split("\n", 1)[0]
        searching = any(top.rstrip().endswith(title) for title in SEARCHES)
        # Escape may have left the form, where the words wait; or they are told of, or are of another session
        self.elsewhere = (
            way in {"q", "escape-q"} or top.rstrip().endswith(BEFOREHAND) or bool(TOLD.search(_flat(screen)))
        )
        on_screen = {word for word in WORD.findall(screen) if word in self.words}
        self.typed = set() if searching else {word for word in on_screen if word not in kept}
        self.told.typed += bool(self.typed)
        self.told.confirmed = len({word for word in self.words if word in kept})

    def _check_disk(self) -> None:
        drafts = " ".join(self._drafts().values())
        lost = {word for word in self.typed if word not in drafts}
        assert not lost, f"typed, and gone after {self.way}: {lost}; drafts: {self._drafts()}"
        self._check_no_crash()
        if self.before is not None:
            before, now = _said(self.before), _said(self._state())
            differ = [name for name in {**before, **now} if before.get(name) != now.get(name)]
            changed = [f"{before.get(name)}\nis now\n{now.get(name)}" for name in differ]
            assert not changed, f"changed by {self.way}:\n" + "\n".join(changed)

    def _check_no_crash(self) -> None:
        crashes = "\n".join(path.read_text() for path in (self.places.state / "crashes").glob("*"))
        assert not crashes, crashes

    def _came_back(self, night: Evening) -> None:
        """Look whether all that was typed stands there, and is said not to be kept."""
        screen = night.terminal.screen()
        assert "Traceback" not in screen, screen
        if not self.typed or self.before is None:
            return
        missing = {word for word in self.typed if word not in screen}
        if self.elsewhere or missing < self.typed:  # of a long text a small screen shows a part
            missing = {word for word in self.typed if word not in " ".join(self._drafts().values())}
        assert not missing, f"typed, and not there after {self.way}: {missing}\n{screen}"
        if any(word in screen for word in self.typed):
            assert NOT_KEPT in _flat(screen), screen

    # -- what there is

    def _is_home(self, night: Evening) -> bool:
        return HOME in night.terminal.screen()

    def _path(self) -> Path:
        (path,) = self.places.sessions.glob("*/*.toml")
        return path

    def _state(self) -> State:
        return look_at(self.places, self._path(), kinds())[0]

    def _drafts(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for path in self.places.drafts.glob("*.json"):
            found |= json.loads(path.read_text())
        return found


def _said(state: State) -> dict[str, str]:
    """Give all that a group said and decided, without where it is."""
    said = {f"register {name}": repr(dict(entries)) for name, entries in state.registers.items() if entries}
    said |= {f"result {key}": repr(sorted(left.items())) for key, left in state.results.items() if left}
    names = ("notes", "people", "rounds", "scenario")
    return said | {name: repr(getattr(state, name)) for name in names}


def _flat(screen: str) -> str:
    """Give what is on a screen as if nothing were wrapped."""
    return " ".join(screen.split())
