"""Keys as words: how they are typed, and how they are said in a sentence."""

from __future__ import annotations

from typing import Final

from facilitator.text import folded
from facilitator.ui.kit.actions import NAMES, key_name
from facilitator.words import Words

SAID: Final = (
    "enter",
    "escape",
    "tab",
    "backspace",
    "delete",
    "up",
    "down",
    "left",
    "right",
    "pageup",
    "pagedown",
    "space",
    "plus",
    "minus",
    "question_mark",
    "slash",
)
"""Keys that have a word of their own in the catalogue."""
ARROWS: Final = ("up", "down", "left", "right")
FUNCTION_KEYS: Final = [f"f{number}" for number in range(1, 13)]
_GLYPHS: Final = {"⌫": "backspace", "↑": "up", "↓": "down", "←": "left", "→": "right"}


class KeyWords:
    """The words of keys in one language; what stands on the keys is understood as well."""

    def __init__(self, t: Words) -> None:
        self.t = t
        self._keys = {folded(self.said(key)): key for key in SAID}
        self._keys.update({folded(NAMES[key]): key for key in SAID if NAMES.get(key, "").isalpha()})
        self._keys.update({key: key for key in [*SAID, *FUNCTION_KEYS]})
        self._keys.update({folded(self.said(key)).split()[-1]: key for key in ARROWS})

    def said(self, key: str) -> str:
        """Give a key as it is said in a sentence."""
        first, _, last = key.rpartition("+")
        word = self.t(f"plain.key.{last}") if last in SAID else key_name(last, self.t)
        return f"{first.capitalize()} {word}" if first else word

    def key(self, word: str) -> str:
        """Give Textual's name of the key that a word stands for; empty when there is none."""
        said = folded(word.replace("+", " ")) if len(word) > 1 else word
        for held in ("ctrl", "shift", "alt"):
            if said.startswith(f"{held} "):
                last = self.key(said.removeprefix(f"{held} "))
                return f"{held}+{last}" if last else ""
        if len(word) == 1 and word.isprintable():
            return {" ": "space", "+": "plus", "-": "minus", "?": "question_mark"}.get(word, word)
        return self._keys.get(said, "")

    def readable(self, sentence: str) -> str:
        """Give a sentence with the signs of keys as words."""
        for glyph, key in _GLYPHS.items():
            if glyph in sentence:
                sentence = sentence.replace(glyph, self.said(key))
        return sentence
