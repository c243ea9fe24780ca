"""What an author probably meant by a word that can't stand where it stands: in Dutch, or misspelt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.problems import nearest
from facilitator.text import folded

LONGEST: Final = 60
"""Characters of a word that are looked at."""

DUTCH: Final[dict[str, str]] = {
    # kinds of step
    "actors": "netwerk|partijen|partij",
    "agreements": "afspraken|afspraak",
    "card": "kaart|pauze|uitleg|welkom",
    "checkin": "inchecken|check-in",
    "choose": "kiezen|keuze",
    "collect": "ophalen|verzamelen",
    "contributions": "bijdragen|bijdrage|rollen",
    "facts": "cijfers|cijfer|verhalen",
    "gate": "advies|poort",
    "questions": "vragen|vraag",
    "review": "terugblik|terugkijken",
    "statements": "stellingen|stelling|stemmen|stemming",
    "tasks": "opgaven|opgave",
    # what is set for a step
    "ambition": "droom|dromen|ambitie|wens|wensen",
    "asset": "is er al|wat er al is|wat er is",
    "beside": "ernaast|naast elkaar",
    "both": "beide|allebei",
    "celebrate": "vieren",
    "chance": "kans|kansen|wat er toch al gebeurt",
    "cluster": "bij elkaar",
    "energy": "energie|handen",
    "for_whom": "voor wie",
    "formal": "formeel",
    "gather": "ophalen|verzamelen",
    "if_nothing": "als niemand iets doet",
    "informal": "informeel",
    "interests": "belangen|belang",
    "items": "regels|regel",
    "keep": "bijhouden|volhouden",
    "learn": "leren",
    "links": "verbanden|verband|samenhang",
    "make": "maken",
    "offers": "bieden|aanbod|bijdragen",
    "options": "opties",
    "pride": "trots|waar wij trots op zijn",
    "recognition": "herkenning|herkennen|wie herkent dit",
    "result": "uitslag",
    "rings": "ringen|ring",
    "roles": "rollen|rol",
    "seen": "te zien|zichtbaar",
    "sets": "sets|stellingen|set",
    "shared": "delen|gedeeld|wij delen dit",
    "stories": "verhalen|verhaal",
    "theme": "kop|kopje",
    "unknown": "onbekend|wat wij niet weten|weten wij niet|weet ik niet",
    "unsaid": "nog niet gezegd|ongezegd|wat wij nog niet zeiden",
    "vote": "stemmen|stemming",
    "wanted": "als het klaar is",
    "why_now": "waarom nu",
    "worry": "zorg|zorgen",
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
    "use": "bouwsteen|bouwstenen|gebruik",
    "watch": "let op",
    "who": "wie",
    "why": "waarom",
    # languages
    "nl": "nederlands|dutch",
    "en": "engels|english",
}
"""What authors call a fixed word in Dutch; the names stand between bars, the best first."""


YES_NO: Final = {"ja": "true", "yes": "true", "waar": "true", "true": "true"} | dict.fromkeys(
    ("nee", "no", "onwaar", "niet", "false"), "false"
)
"""What authors write for true and false."""


def meant(word: str, words: Sequence[str]) -> str:
    """Give the one of these words that was probably meant, by its Dutch name or its looks; or nothing."""
    said = folded(word[:LONGEST])
    names = {each: [folded(name) for name in DUTCH.get(each, "").split("|")] for each in words}
    named = [each for each in words if said in names[each]]
    if said and named:
        return min(named, key=lambda each: names[each].index(said))
    return nearest(word[:LONGEST], list(words))


def is_plain(said: str) -> bool:
    """Tell whether a text can be shown between quotation marks, as it should have been written."""
    return 0 < len(said) <= LONGEST and said.isprintable() and not set(said) & set("\"'\\[]{}")
