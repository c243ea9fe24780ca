"""Read a date as people type it: a closed grammar that refuses what it doesn't know and never guesses.

The words and phrases stand in the catalogues under ``read``; what they mean stands in ``date_meanings``.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import Final, Literal, NamedTuple

from facilitator.words.catalogues import LANGUAGES, Language, Words
from facilitator.words.date_meanings import MEANINGS, Slots

MOST_CHARACTERS: Final = 100
FURTHEST: Final = 100
"""Years from today; a day beyond that is a slip of the finger."""


class ReadDate(NamedTuple):
    """The day that was read, or the reason why there is none."""

    day: date | None
    why: Literal["", "unreadable", "impossible", "past", "far"]


class _Grammar(NamedTuple):
    skip: frozenset[str]
    spellings: dict[str, dict[str, int]]
    endings: tuple[str, ...]
    forms: list[tuple[str, list[str]]]


def read_date(text: str, today: date, language: Language) -> ReadDate:
    """Read a date in either language; that of the screen goes first where a phrase means two things.

    Never raises: what is not wholly understood is ``unreadable``, a day that does not exist (31-2, or a
    Friday that is a Saturday) is ``impossible``, a day before today is ``past``, and one that nobody who is
    in the room will see is ``far``.
    """
    words = _split(text)
    if not words:
        return ReadDate(None, "unreadable")
    for tongue in sorted(LANGUAGES, key=lambda spoken: spoken != language):
        found = _match(words, _grammar(tongue))
        if found:
            return _judge(*found, today)
    return ReadDate(None, "unreadable")


def _judge(form: str, slots: Slots, today: date) -> ReadDate:
    try:
        day = MEANINGS[form](today, slots)
    except OverflowError:
        return ReadDate(None, "far")
    except ValueError:
        day = None
    if day is None:
        return ReadDate(None, "impossible")
    if day.year > today.year + FURTHEST:
        return ReadDate(None, "far")
    return ReadDate(day, "") if day >= today else ReadDate(None, "past")


# From text to words


def _split(text: str) -> list[str]:
    """Give the words in small letters without accents, or nothing when a strange character stands among them.

    A date in figures becomes three words in the order day, month, year, the month marked with ``#``.
    """
    if len(text) > MOST_CHARACTERS:
        return []
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = re.sub("[\u2010-\u2015\u2212]", "-", plain).replace("\u2019", "'").replace(",", " ").strip()
    plain = re.sub(r"(?<=[a-z])\.|\.(?=\s|$)", "", plain)
    plain = re.sub(r"(?<=[a-z])-|-(?=[a-z])", " ", plain)
    plain = re.sub(r"(?<=[0-9]) *([-/]) *(?=[0-9])", r"\1", plain)
    if not re.fullmatch(r"[a-z0-9'\-/.\s]*", plain):
        return []
    return [word for part in plain.split() for word in _spread(part)]


def _spread(word: str) -> list[str]:
    iso = re.fullmatch(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})", word)
    if iso:
        return [iso[3], f"#{iso[2]}", iso[1]]
    figures = re.fullmatch(r"([0-9]{1,2})([-/.])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?", word)
    if not figures or (figures[2] == "." and not figures[4]):  # 12.30 is a time
        return [word]
    return [figures[1], f"#{figures[3]}", *([figures[4]] if figures[4] else [])]


# From words to a form with its slots


@cache
def _grammar(language: Language) -> _Grammar:
    t = Words(language)
    ranks = _numbered(t.lines("words.read.ranks"), 1)
    last = max(ranks.values())
    return _Grammar(
        skip=frozenset(t.lines("words.read.skip")),
        spellings={
            "weekday": _numbered(t.lines("words.read.weekdays"), 0),
            "month": _numbered(t.lines("words.read.months"), 1),
            "count": _numbered(t.lines("words.read.counts"), 1),
            "unit": _numbered(t.lines("words.read.units"), 0),
            "part": _numbered(t.lines("words.read.parts"), 0),
            "rank": {word: -1 if rank == last else rank for word, rank in ranks.items()},
        },
        endings=tuple(t.lines("words.read.endings")),
        forms=[(form, line.split()) for form in MEANINGS for line in t.lines(f"words.read.forms.{form}")],
    )


def _numbered(lines: list[str], first: int) -> dict[str, int]:
    return {word: number for number, line in enumerate(lines, first) for word in line.split()}


def _match(words: list[str], grammar: _Grammar) -> tuple[str, Slots] | None:
    while len(words) > 1 and words[0] in grammar.skip:
        words = words[1:]
    for form, phrase in grammar.forms:
        slots = _fit(words, phrase, grammar)
        if slots is None and form == "date":  # "vrijdag 12 maart" is a date that must be a Friday
            slots = _fit(words, ["{weekday}", *phrase], grammar)
        if slots is not None:
            return form, slots
    return None


def _fit(words: list[str], phrase: list[str], grammar: _Grammar) -> Slots | None:
    if len(words) != len(phrase):
        return None
    slots: Slots = {}
    for word, place in zip(words, phrase, strict=True):
        if not place.startswith("{"):
            if word != place:
                return None
            continue
        value = _value(word, place[1:-1], grammar)
        if value is None:
            return None
        slots[place[1:-1]] = value
    return slots


def _value(word: str, slot: str, grammar: _Grammar) -> int | None:
    """Give the number a word stands for in this slot, or None when it has no place there."""
    if word in grammar.spellings.get(slot, {}):
        return grammar.spellings[slot][word]
    if slot == "month" and word.startswith("#"):
        return int(word[1:])
    if slot == "day":
        day = re.fullmatch(rf"([0-9]{{1,2}})(?:{'|'.join(grammar.endings)})?", word)
        return int(day[1]) if day else None
    if slot == "count" and re.fullmatch(r"[0-9]{1,5}", word):
        return int(word)
    if slot == "year" and re.fullmatch(r"'?[0-9]{2}", word):
        return 2000 + int(word[-2:])
    if slot in {"year", "full_year"} and re.fullmatch(r"[0-9]{4}", word):
        return int(word)
    return None
