"""The one way in which text from a file or a keyboard is made fit to show, save and share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

REPLACEMENT: Final = "\ufffd"
MOST_MARKS: Final = 4
"""Combining marks kept on one character; Vietnamese and Hebrew need three."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile(
    "["
    "\u00ad\u061c\u180e\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff"
    "]"
)
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201e\u2026\u20ac]*")
"""What most texts are made of wholly: nothing in it has to be cleaned, and none of it stacks."""
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ĳ": "ij", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters with a stroke, and two in one: an accent that Unicode does not take off."""
_WITHIN = re.compile(r"(?<=\w)[.'\u2019\u02bc](?=\w)")
"""What stands within a word without ending it: ``D'Oude``, ``C.O.A.``"""
_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")


def clean(text: str, *, lines: bool = False) -> str:
    """Give the text as it may be shown, saved and shared.

    Composed (NFC); controls become U+FFFD; direction overrides, zero-width characters, emoji variation
    selectors and skin tones go, because terminals disagree about them; at most four stacked marks; blanks
    folded. Line breaks become a blank unless ``lines``. Cleaning twice gives what cleaning once gave.
    """
    if "  " not in text and _PLAIN.fullmatch(text):
        return text.strip()
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    rows = [_clean_row(row) for row in text.split("\n")]
    if lines:
        return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip()
    return " ".join(row for row in rows if row)


def stopped(text: str) -> str:
    """Give a text as a sentence that ends, so that another can follow it."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def harmless(text: str) -> str:
    """Give a text that may go to a terminal as it stands, such as the name of a file: as long, as spaced.

    Only what acts goes: controls become U+FFFD, but for line breaks; directions and zero widths go.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _INVISIBLE.sub("", text)
    text = "\n".join(_CONTROL.sub(REPLACEMENT, row) for row in text.split("\n"))
    return _limit_marks("".join(REPLACEMENT if _is_half(char) else char for char in text))


def folded(text: str) -> str:
    """Give a text as names are compared: small letters, no accents or punctuation, a blank between.

    ``D'Oude-Écluse`` is ``doude ecluse``. Signs that mean something, such as ``+``, stay. What is made of
    punctuation alone stays too, so that it is not the same as nothing.
    """
    plain = unicodedata.normalize("NFKD", clean(text).casefold()).translate(_LETTERS)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = _WITHIN.sub("", plain)
    words = "".join(" " if unicodedata.category(char)[0] in "PZC" else char for char in plain).split()
    return " ".join(words) or clean(text)


def holds(text: str, asked: str) -> bool:
    """Tell whether the words that are asked for stand in a text, whole and next to each other."""
    return bool(asked.strip()) and f" {folded(asked)} " in f" {folded(text)} "


def is_found(text: str, typed: str) -> bool:
    """Tell whether all that is typed so far stands in a text, in any order; of a word a part is enough."""
    said = folded(text)
    return not typed.strip() or all(word in said for word in folded(typed).split())


def mentions(text: str, patterns: Iterable[str]) -> bool:
    """Tell whether one of these words stands in a text, whole; a ``*`` at the end is the rest of a word."""
    said = f" {folded(text)} "
    begins = (
        (folded(pattern.removesuffix("*")), "" if pattern.endswith("*") else " ") for pattern in patterns
    )
    return any(f" {word}{end}" in said for word, end in begins)


def _clean_row(row: str) -> str:
    row = _BLANKS.sub(" ", row)
    if _PLAIN.fullmatch(row):
        return row.strip()
    row = _INVISIBLE.sub("", row)
    row = _CONTROL.sub(REPLACEMENT, row)
    row = "".join(char if not _is_half(char) else REPLACEMENT for char in row)
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", _limit_marks(row))).strip()


def _is_half(char: str) -> bool:
    """Tell whether the character is half of a surrogate pair, which no file can hold."""
    return "\ud800" <= char <= "\udfff"


def _limit_marks(row: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in row:
        marks = marks + 1 if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)
