"""Commands that take the screen over: the app itself, and the window with notes beside it."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from facilitator.lookup import find_scenario, find_session
from facilitator.problems import Problem, Refused
from facilitator.signs import cannot_show, terminal_streams
from facilitator.usage import places_of, say, warn
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.storage.places import Places
    from facilitator.ui.app.app import Appearance
    from facilitator.ui.app.session_launcher import SessionLauncher
    from facilitator.ui.terminal.large_letters.large_letters import LargeLetters

PLAIN: Final = "FACILITATOR_PLAIN"
"""The variable that asks for lines of text, as ``--plain`` does."""


def home(asked: Namespace, t: Words) -> int:
    return _start(asked, t)


def run(asked: Namespace, t: Words) -> int:
    """Begin a scenario; mistakes in it and in what it follows are told before the screen is taken over."""
    from facilitator.kinds import kinds
    from facilitator.scenario.composition import load_scenario
    from facilitator.scenario.library import Library

    places = places_of(asked)
    path = find_scenario(asked.scenario, places)
    load_scenario(path, Library.of(path, places.scenarios), kinds(), t.language)
    after = find_session(asked.after, places) if asked.after else None
    if after is not None:
        from facilitator.report.doubts import doubts
        from facilitator.storage.session_finder import read_earlier

        warn(doubts(read_earlier(places, after, kinds()), t))
    return _start(asked, t, lambda opening: opening.prepare(path, after))


def resume(asked: Namespace, t: Words) -> int:
    session = find_session(asked.session, places_of(asked))
    return _start(asked, t, lambda opening: opening.resume(session))


def room(asked: Namespace, t: Words) -> int:
    return _start(asked, t, lambda opening: opening.look_over())


def notes(asked: Namespace, t: Words) -> int:
    """Show the facilitator's notes of the session that another window has open."""
    _need_terminal()
    from facilitator.storage.places import find_places
    from facilitator.ui.notes.notes_window import show_notes

    return show_notes(t, find_places(), theme=asked.theme)


def _start(
    asked: Namespace, t: Words, begin: Callable[[SessionLauncher], Awaitable[None]] | None = None
) -> int:
    """Take the screen over, and ``begin`` somewhere else than at home."""
    if not asks_plain(asked):
        _need_terminal()
    from facilitator.ui.app.startup import start

    return start(t, places_of(asked), say, looks_of(asked), begin)


def asks_plain(asked: Namespace) -> bool:
    """Tell whether the app is asked for in lines of text."""
    return bool(asked.plain or os.environ.get(PLAIN, "") not in {"", "0"})


def looks_of(asked: Namespace) -> Appearance:
    """Give how the app is asked to show itself: in colours on a screen, or as a talk in lines."""
    from facilitator.ui.app.app import Appearance

    if not asks_plain(asked):
        return Appearance(asked.theme, letters=_letters(places_of(asked)))
    from facilitator.ui.plain.conversation import Conversation

    return Appearance(talk_of=Conversation)


def _letters(places: Places) -> LargeLetters:
    """Give what is known of letters twice as high in this terminal."""
    from facilitator.storage.letters_note import were_seen
    from facilitator.ui.terminal.large_letters.known_terminals import known_terminal
    from facilitator.ui.terminal.large_letters.large_letters import LargeLetters

    build = 0
    if sys.platform == "win32":
        build = sys.getwindowsversion().build
    terminal = known_terminal(os.environ, build)
    return LargeLetters(terminal, wanted=terminal is not None and were_seen(places, terminal.name))


def _need_terminal() -> None:
    """Raise Refused where there is no terminal, or one that cannot show what the app draws."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(Problem("cli.no_terminal"))
    need_signs()


def need_signs() -> None:
    """Raise Refused where the terminal cannot show what the app draws."""
    if encoding := cannot_show(terminal_streams()):
        word = "set" if sys.platform == "win32" else "export"
        raise Refused(Problem("cli.no_signs", {"encoding": encoding, "set": word}))
