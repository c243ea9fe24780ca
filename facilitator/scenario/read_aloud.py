"""What makes a statement hard to read aloud, or to follow for who only hears it: told when it is asked for.

A room hears a statement twice and sees nothing else. What is looked for stands here and in no catalogue: each
language has words of its own. Like all of it these are warnings: an author decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from facilitator.problems import Place, Problem
from facilitator.scenario.plain_language import sentences
from facilitator.scenario.validation import shown
from facilitator.words import Language

MOST_WORDS: Final = 14
"""The longest statement of the background paper has so many."""
MOST_LETTERS: Final = 14
"""Of a word that a voice gets over in one go."""
MOST_COMMAS: Final = 1


class Ear(NamedTuple):
    """By what a language shows that it is hard to hear."""

    no: re.Pattern[str]
    """What denies: two of these in a sentence turn it round twice."""
    short: re.Pattern[str]
    """Abbreviations, which are not said as they are written."""


def _words(words: str) -> str:
    return rf"(?<![\w-])(?:{'|'.join(words.split())})(?![\w-])"


_NUMBER: Final = re.compile(r"\S*\d\S*|[€$%‰½¼¾]")
_BRACKETS: Final = re.compile(r"[()\[\]{}]")
_SLASH: Final = re.compile(r"\w+/\w+")
_QUOTES: Final = re.compile("[\"“”„«»]|(?<!\\w)['‘]\\w[^'’]*['’](?!\\w)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CAPITALS: Final = re.compile(r"(?<!\w)(?:[A-Z]&[A-Z]|[A-Z]{2,}[a-z]?)(?!\w)")
_EARS: Final[Mapping[Language, Ear]] = {
    "nl": Ear(
        no=re.compile(
            _words(
                r"""niet geen nooit niets niks niemand nergens noch zonder nauwelijks amper
                onveilig\w* onduidelijk\w* onbekend\w* onbelangrijk\w* onmogelijk\w* onprettig\w* oneens
                ongezond\w* onrustig\w* onvoldoende ongelijk\w* oneerlijk\w* onzeker\w* onnodig\w*
                ontevreden ongelukkig\w* onhandig\w* ongewenst\w* onvrij\w* ondenkbaar onterecht\w*"""
            ),
            re.IGNORECASE,
        ),
        short=re.compile(
            r"(?<!\w)(?:[a-z]{1,4}\.){2,}|"
            + r"(?<!\w)(?:bijv|bv|ca|nr|evt|incl|excl|resp|enz|etc|max|min|jl)\."
            r"|(?<!\w)(?:nvt|ivm|tbv|mbt|evt|ipv|o[.]a|wmo|ggz)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    "en": Ear(
        no=re.compile(
            _words(
                r"""not no never nothing nobody nowhere neither nor without hardly cannot \w+n['’]t
                unsafe unclear unknown unimportant impossible unpleasant unhealthy unequal unfair
                uncertain unnecessary unhappy unwanted disagree dissatisfied"""
            ),
            re.IGNORECASE,
        ),
        short=re.compile(
            r"(?<!\w)(?:[a-z]{1,3}\.){2,}|(?<!\w)(?:approx|no|incl|excl|etc|max|min|vs)\.", re.IGNORECASE
        ),
    ),
}


Reason = tuple[str, dict[str, str | int], str]
"""The key of its sentence, what that names, and the words of the text that it is about."""


def hard_aloud(text: str, language: Language) -> Iterator[Reason]:
    """Give each reason why a text is hard to read aloud."""
    ear = _EARS[language]
    for sentence in filter(None, sentences(text)):
        yield from _in_sentence(sentence, ear)
    yield from _in_words(text, ear)
    for name, pattern in (("brackets", _BRACKETS), ("slash", _SLASH), ("quotes", _QUOTES)):
        if found := pattern.search(text):
            yield name, {}, found[0]
    if number := _NUMBER.search(text):
        yield "number", {"word": shown(number[0])}, number[0]


def _in_sentence(sentence: str, ear: Ear) -> Iterator[Reason]:
    count, commas = len(_WORD.findall(sentence)), sentence.count(",")
    if count > MOST_WORDS:
        yield "long", {"n": count, "most": MOST_WORDS}, sentence
    denials = ear.no.findall(sentence)
    if len(denials) > 1:
        yield "denial", {"words": ", ".join(denials)}, denials[1]
    if commas > MOST_COMMAS:
        yield "commas", {"n": commas}, sentence


def _in_words(text: str, ear: Ear) -> Iterator[Reason]:
    short = [found[0] for pattern in (_CAPITALS, ear.short) for found in pattern.finditer(text)]
    for word in dict.fromkeys(short):
        yield "short", {"word": shown(word)}, word
    for word in dict.fromkeys(_WORD.findall(text)):
        if max(map(len, re.split(r"[-'’]", word))) > MOST_LETTERS:
            yield "long_word", {"word": shown(word), "n": len(word)}, word


def check_aloud(text: str, language: Language, place: Place, key: str) -> Iterator[Problem]:
    """Give a warning for each reason why a statement is hard to read aloud."""
    for name, values, words in hard_aloud(text, language):
        yield Problem(f"scenario.aloud.{name}", values, place, key, severity="warning", words=words)
