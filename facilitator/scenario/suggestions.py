"""What an author probably meant by a word that can't stand where it stands: in Dutch, or misspelt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from facilitator.problems import Say, nearest
from facilitator.text import folded

LONGEST: Final = 60
"""Characters of a word that are looked at."""

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
DUTCH: Final[dict[str, str]] = {
    # what several kinds of step share
    "actors": "netwerk|partijen|partij",
    "agreements": "afspraken|afspraak",
    "make": "maken",
    "items": "regels|regel",
    "tasks": "opgaven|opgave",
    "sets": "sets|stellingen|set",
    "worry": "zorg|zorgen|probleem|problemen|klacht|klachten|knelpunt|knelpunten",
    "ambition": "droom|dromen|ambitie|wens|wensen|idee|ideeën|plan|plannen|hoop",
    "pride": "trots|waar wij trots op zijn|kracht|wat goed gaat",
    "asset": "is er al|wat er al is|wat er is|talent|talenten",
    "chance": "kans|kansen|wat er toch al gebeurt|mogelijkheid|mogelijkheden",
    "unsaid": "nog niet gezegd|ongezegd|wat wij nog niet zeiden",
    "questions": "vragen|vraag",
    # where something comes from
    "derived": "afgeleid|werkset",
    "verified": "nagelezen|nagelezen in de bron",
    # keys and tables
    "about": "over",
    "among": "waaruit",
    "ask": "vraag",
    "audience": "doelgroep|voor wie",
    "block": "bouwsteen|blok",
    "hint": "voorbeeld",
    "kind": "soort|werkvorm",
    "languages": "taal|talen",
    "leave_out": "weglaten",
    "level": "urgentie",
    "minutes": "duur|tijd|minuten",
    "most": "hooguit|maximaal",
    "notes": "notities|aantekeningen",
    "optional": "overslaan",
    "outcome": "uitkomst|opbrengst",
    "part": "deel",
    "pause": "pauze",
    "people": "deelnemers|mensen",
    "perspective": "perspectief|perspectieven",
    "prompts": "vragen|vraag",
    "purpose": "doel",
    "scale": "schaal",
    "sensitive": "gevoelig",
    "series": "reeks|serie",
    "sort": "soort",
    "source": "bron",
    "sources": "bronnen",
    "statement": "stelling|stellingen",
    "step": "werkvorm|werkvormen|stap",
    "text": "tekst",
    "title": "titel|naam",
    "id": "naam",
    "unknown": "onbekend|wat wij niet weten|weten wij niet|weet ik niet",
    "use": "bouwsteen|bouwstenen|gebruik",
    "watch": "let op",
    "who": "wie",
    "why": "waarom",
    # languages
    "nl": "nederlands|dutch",
    "en": "engels|english",
}
"""What authors call a key or a fixed word in Dutch; the names stand between bars, the best first.

What one kind of step alone knows stands in its model (``Step.dutch``).
"""


YES_NO: Final = {"ja": "true", "yes": "true", "waar": "true", "true": "true"} | dict.fromkeys(
    ("nee", "no", "onwaar", "niet", "false"), "false"
)
"""What authors write for true and false."""


def meant(word: str, words: Sequence[str], dutch: Mapping[str, str] = NOTHING) -> str:
    """Give the one of these words that was probably meant, by its Dutch name or its looks; or nothing.

    ``dutch``: names that go before those of ``DUTCH``, written in the same way.
    """
    said = folded(word[:LONGEST])
    names = {
        fixed: [folded(name) for name in {**DUTCH, **dutch}.get(fixed, "").split("|")] for fixed in words
    }
    named = [fixed for fixed in words if said in names[fixed]]
    if said and named:
        return min(named, key=lambda fixed: names[fixed].index(said))
    return nearest(word[:LONGEST], list(words))


class Choices(NamedTuple):
    """Fixed words that an author chooses from."""

    words: tuple[str, ...]
    dutch: tuple[str, ...]
    """What each is called in Dutch; empty where it is called nothing else."""

    def say(self, t: Say) -> str:
        """Give them in a row; who reads Dutch sees what they are called there."""
        if getattr(t, "language", "") != "nl":
            return ", ".join(self.words)
        named = zip(self.words, self.dutch, strict=True)
        return ", ".join(f"{word} ({dutch})" if dutch else word for word, dutch in named)


def choices(words: Sequence[str], dutch: Mapping[str, str] = NOTHING) -> Choices:
    """Give fixed words to choose from, each with the best of its Dutch names."""
    names = {**DUTCH, **dutch}
    return Choices(tuple(words), tuple(names.get(word, "").partition("|")[0] for word in words))


def is_plain(said: str) -> bool:
    """Tell whether a text can be shown between quotation marks, as it should have been written."""
    return 0 < len(said) <= LONGEST and said.isprintable() and not set(said) & set("\"'\\[]{}")


def dutch_of(model: type) -> Mapping[str, str]:
    """Give what authors call the fixed words of a model in Dutch; a kind of step knows its own."""
    return getattr(model, "dutch", NOTHING)
