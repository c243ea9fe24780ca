"""What a person can do on a screen: one declaration for key, key bar, palette and help."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from facilitator.words import Words

NAMES: Final = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift Tab",
    "shift+up": "Shift ↑",
    "shift+down": "Shift ↓",
    "backspace": "⌫",
    "delete": "Del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
"""How a key is written where Textual's name is not what stands on the keyboard."""

LEADS_ON: Final = frozenset(
    {
        "on",
        "next",
        "to_others",
        "another",
        "choose_now",
        "to_advice",
        "to_step",
        "to_screen",
        "next_statement",
        "next_result",
        "next_set",
        "per_statement",
        "per_set",
    }
)
"""Names of what Enter does where it does nothing but show what comes next: nothing is kept, closed, shown for
the first time or confirmed. A presenter's remote and the facilitator's notes may do these; what is not here
waits for Enter, pressed where the room sees who does it."""
LEADS_BACK: Final = frozenset(
    {
        "back",
        "page_back",
        "list",
        "overview",
        "earlier",
        "reread",
        "previous_statement",
        "previous_result",
        "previous_set",
    }
)
"""Names of what the left arrow does where it does nothing but show what came before."""


@dataclass(frozen=True)
class Action:
    """Something a person can do here and now.

    Its words are ``<room>.action.<name>`` and ``<room>.help.<name>``; the same deed is called the same in
    every room, so a room has words of its own only where it means something else than ``kit`` says.
    """

    name: str
    keys: tuple[str, ...]
    """Textual's names of keys; the first is the one that is shown."""
    run: Callable[[], Awaitable[None]]
    room: str
    rank: int = 5
    """Place in the key bar: 1 is left; 0 keeps it out of the bar, in palette and help alone."""
    shown: str = ""
    """What stands for its key, where that is not the name of the first one: ``1-4``."""

    def label(self, t: Words) -> str:
        own = f"{self.room}.action.{self.name}"
        return t(own) if t.has(own) else t(f"kit.action.{self.name}")

    def help(self, t: Words) -> str:
        """Give what F1 says of it; of what a room calls by a name of its own, what the room says."""
        rooms = (self.room,) if t.has(f"{self.room}.action.{self.name}") else (self.room, "kit")
        keys = [key for room in rooms if t.has(key := f"{room}.help.{self.name}")]
        return t(keys[0]) if keys else self.label(t)

    def answers(self, key: str, *, typing: bool) -> bool:
        """Tell whether this key asks for it; while someone types, letters and digits are text."""
        if typing and is_text(key):
            return False
        return key in self.keys


def count_keys(
    add: Callable[[int], Awaitable[None]],
    type_digit: Callable[[str], Awaitable[None]],
    erase: Callable[[], Awaitable[None]],
) -> list[Action]:
    """Give the keys with which people are counted: one more, one fewer, a number by its digits, and the last
    digit away."""
    return [
        Action("more", ("plus", "equals_sign", "right_square_bracket"), partial(add, 1), "kit", 3),
        Action("less", ("minus", "left_square_bracket"), partial(add, -1), "kit", 4),
        *(Action("digit", (digit,), partial(type_digit, digit), "kit", 0) for digit in "0123456789"),
        Action("erase", ("backspace",), erase, "kit", 0),
    ]


def is_text(key: str) -> bool:
    """Tell whether Textual's name of a key stands for a character that can be typed in a field."""
    return len(key) == 1 or key in {"space", "plus", "minus", "question_mark", "slash", "full_stop", "comma"}


def shown_key(action: Action, t: Words, *, typing: bool = False) -> str:
    """Give what stands for the action's key in the key bar; empty when no key of it works while typing."""
    pressed = pressed_key(action, typing=typing)
    return (action.shown or key_name(pressed, t)) if pressed else ""


def pressed_key(action: Action, *, typing: bool = False) -> str:
    """Give the first key that does it, by Textual's name; empty when no key of it works while typing."""
    return next((key for key in action.keys if not (typing and is_text(key))), "")


def key_name(key: str, t: Words) -> str:
    """Give the key as people call it."""
    if key == "space":
        return t("kit.space")
    if key.startswith("ctrl+"):
        return f"Ctrl {key[5:].upper()}"
    return NAMES.get(key, key.upper() if len(key) > 1 and key[0] == "f" else key)
