"""How often something comes back, as people say it: "elke maand", "every two weeks", with a first day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final, Literal, NamedTuple, get_args

from facilitator.words.catalogues import LANGUAGES, Language, Words
from facilitator.words.date_grammar import ReadDate, read_date
from facilitator.words.date_meanings import months_on
from facilitator.words.dates import say_date

Rhythm = Literal["", "week", "two-weeks", "month", "quarter", "half-year", "year"]
RHYTHMS: Final[tuple[Rhythm, ...]] = get_args(Rhythm)[1:]

_NEXT: Final[Mapping[Rhythm, Callable[[date], date]]] = {
    "week": lambda day: day + timedelta(weeks=1),
    "two-weeks": lambda day: day + timedelta(weeks=2),
    "month": lambda day: months_on(day, 1),
    "quarter": lambda day: months_on(day, 3),
    "half-year": lambda day: months_on(day, 6),
    "year": lambda day: months_on(day, 12),
}


class ReadRhythm(NamedTuple):
    """How often, and the first day; or why what stands behind it is no day."""

    rhythm: Rhythm
    first: ReadDate


def read_rhythm(text: str, today: date, language: Language) -> ReadRhythm | None:
    """Read a rhythm with its first day, in either language; None for what is no rhythm.

    Without a first day it begins one turn from now. What the words of the screen's language mean goes first.
    """
    said = " ".join(re.sub("[,.]", " ", text.casefold()).split())
    for tongue in sorted(LANGUAGES, key=lambda spoken: spoken != language):
        for spelled, rhythm in _spellings(tongue).items():
            if said == spelled:
                return ReadRhythm(rhythm, _first(rhythm, today))
            if said.startswith(f"{spelled} "):
                rest = said.removeprefix(spelled).strip()
                day = next(
                    (rest.removeprefix(word).strip() for word in _from(tongue) if rest.startswith(word)), rest
                )
                return ReadRhythm(rhythm, read_date(day, today, language))
    return None


def say_rhythm(
    rhythm: Rhythm, first: date, language: Language, today: date | None = None, *, short: bool = False
) -> str:
    """Say how often and from which day: "elke maand vanaf 12 apr". ``read_rhythm`` reads it back."""
    t = Words(language)
    often = t.lines(f"words.rhythm.{rhythm}")[0]
    return t("words.rhythm.from", often=often, day=say_date(first, language, today, short=short))


def _first(rhythm: Rhythm, today: date) -> ReadDate:
    try:
        return ReadDate(_NEXT[rhythm](today), "")
    except OverflowError:
        return ReadDate(None, "far")


@cache
def _spellings(language: Language) -> Mapping[str, Rhythm]:
    """Give every way to say a rhythm, the longest first: a word can begin another."""
    t = Words(language)
    spelled = {words: rhythm for rhythm in RHYTHMS for words in t.lines(f"words.rhythm.{rhythm}")}
    return dict(sorted(spelled.items(), key=lambda pair: -len(pair[0])))


@cache
def _from(language: Language) -> list[str]:
    return sorted(Words(language).lines("words.rhythm.begins"), key=len, reverse=True)
