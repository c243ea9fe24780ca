"""Where a voice pauses in a statement and what it leans on: a proposal, for who reads it aloud.

It rests before a new clause and leans once in each part: on a word that turns or sizes the meaning (never,
more, alone), and otherwise on the last word that says something. What is looked for stands here and in no
catalogue: each language has words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from facilitator.scenario.plain_language import sentences
from facilitator.words import Language

SHORTEST: Final = 3
"""Words of a part: after fewer there is no pause where no comma stands."""
_WORD: Final = re.compile(r"[^\W_](?:[\w'’-]*\w)?")


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


class Voice(NamedTuple):
    """By what a language shows how it is spoken."""

    begins: frozenset[str]
    """Words before which a voice rests."""
    turns: frozenset[str]
    """Words that change what is meant, or say how much: whoever misses one answers the opposite."""
    small: frozenset[str]
    """Words on which no voice leans."""
    verbs: str
    """How a verb ends that stands last, and leaves the weight to what comes before it."""


_VOICES: Final[Mapping[Language, Voice]] = {
    "nl": Voice(
        begins=_words("dan omdat als maar want zodat terwijl die dat wat waar wie om of hoe doordat"),
        turns=_words(
            "niet geen nooit niets niemand nergens zonder altijd alles alle allemaal iedereen zelf "
            "meer minder genoeg samen alleen"
        ),
        small=_words(
            "de het een en of maar want dat die dit deze wat wie waar als dan om te in op aan bij van "
            "voor met naar over door uit tot onder na tegen ik wij we u jij je hij zij ze men er hier "
            "daar mijn onze ons hun haar zijn uw elkaar iets iemand ben bent is was waren heb hebt "
            "heeft hebben had word wordt worden geworden werd kan kunnen kunt wil willen moet moeten "
            "mag mogen zal zullen gaat gaan doet doen komt komen nu al nog wel ook zo heel erg elk "
            "elke welke hoe toe af vaak soms veel omdat"
        ),
        verbs="en",
    ),
    "en": Voice(
        begins=_words("than because if but so while who that which what where when to and or how"),
        turns=_words(
            "not no never nothing nobody nowhere without always all everyone more less enough together only"
        ),
        small=_words(
            "the a an and or but so that this these those what who where which when if than to in on "
            "at by of for with from about through out until under after against i we you he she they "
            "it there here my our us their her his your each other something someone am is are was "
            "were be been have has had can could will would must may should do does did go goes come "
            "comes now already still also very often sometimes much many how because"
        ),
        verbs="ing",
    ),
}


class Spoken(NamedTuple):
    """A word with what stands at it, and how it is said."""

    text: str
    leans: bool
    rests: bool
    """Whether the voice rests after it."""


def spoken(text: str, language: Language) -> list[Spoken]:
    """Give the words of a text, each with whether a voice leans on it and rests after it."""
    voice = _VOICES[language]
    parts = [part for sentence in sentences(text) for part in _parts(sentence.split(), voice)]
    told: list[Spoken] = []
    for at, part in enumerate(parts):
        leaning = _leaning(part, voice)
        for n, word in enumerate(part):
            last = n + 1 == len(part)
            told.append(Spoken(word, n in leaning, last and at + 1 < len(parts)))
    return told


def _parts(words: Sequence[str], voice: Voice) -> list[list[str]]:
    """Give the words between two rests."""
    parts: list[list[str]] = [[]]
    for at, word in enumerate(words):
        rest = len(words) - at
        begins = _bare(word) in voice.begins and min(len(parts[-1]), rest) >= SHORTEST
        if parts[-1] and (begins or parts[-1][-1].endswith((",", ";", ":", "–"))):
            parts.append([])
        parts[-1].append(word)
    return [part for part in parts if part]


def _leaning(part: Sequence[str], voice: Voice) -> set[int]:
    bare = [_bare(word) for word in part]
    turning = {at for at, word in enumerate(bare) if word in voice.turns}
    if turning:
        return turning
    saying = [at for at, word in enumerate(bare) if word and word not in voice.small]
    if len(saying) > 1 and bare[saying[-1]].endswith(voice.verbs) and saying[-1] == len(part) - 1:
        return {saying[-2]}
    return set(saying[-1:])


def _bare(word: str) -> str:
    found = _WORD.search(word.lower())
    return found[0] if found else ""
