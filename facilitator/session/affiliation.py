"""Whose an actor or an owner is: the residents', the municipality's or neither. A guess, for questions only.

What the map of the network says goes first: which perspective an actor has, and on which side it stands. A
group without an office is the neighbourhood's own, whatever it calls itself. Words come after that.
"""

from __future__ import annotations

from typing import Final, Literal

from facilitator.scenario.model import POLICY, RESIDENTS
from facilitator.session.registers import Actor
from facilitator.session.state import State
from facilitator.text import holds, mentions

Affiliation = Literal["residents", "municipality", "other"]

RESIDENT_WORDS: Final = (
    *("bewoner", "bewoners*", "buurtbewoner*", "wijkbewoner*", "buurtvereniging*", "buurtcomité", "wijkraad"),
    *(
        "buurtraad",
        "dorpsraad",
        "huurder*",
        "vrijwilliger*",
        "ouders",
        "moeders",
        "vaders",
        "jongeren",
        "buren",
    ),
    *(
        "ondernemer*",
        "winkelier*",
        "resident*",
        "neighbours",
        "tenant*",
        "volunteer*",
        "parents",
        "shopkeeper*",
    ),
)
CITY_WORDS: Final = (
    *("gemeente*", "wethouder*", "wijkwethouder*", "burgemeester*", "college van b en w", "ambtenaar"),
    *("ambtenaren", "wijkregisseur*", "municipal*", "council*", "alderman", "aldermen", "mayor"),
)
"""How people call them, in the languages of the app; a star stands for the rest of a word."""


def affiliation_of(actor: Actor) -> Affiliation:
    """Tell whose an actor on the map is."""
    if actor.perspective in RESIDENTS or actor.side == "informal":
        return "residents"
    if actor.perspective in POLICY or mentions(actor.name, CITY_WORDS):
        return "municipality"
    return "residents" if mentions(actor.name, RESIDENT_WORDS) else "other"


def affiliation_of_owner(who: str, state: State) -> Affiliation:
    """Tell whose an owner in free words is; of several who are named residents go first."""
    named = {affiliation_of(actor) for actor in state.actors().values() if holds(who, actor.name)}
    if "residents" in named or mentions(who, RESIDENT_WORDS):
        return "residents"
    return "municipality" if "municipality" in named or mentions(who, CITY_WORDS) else "other"
