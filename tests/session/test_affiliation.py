"""Whose an actor or an owner is, from the map of the network first and from words after that."""

from __future__ import annotations

import pytest

from facilitator.session.affiliation import Affiliation, affiliation_of, affiliation_of_owner
from facilitator.session.registers import Actor
from tests.steps.running import begun, example

WOMEN = Actor(name="Vrouwen van de dinsdagochtend", side="informal")
ALDERMAN = Actor(name="Wethouder wonen, Veldwijk", side="formal")
SCHOOL = Actor(name="De school", side="formal")
DEPARTMENT = Actor(name="Team Noord", side="formal", perspective="beleid")


@pytest.mark.parametrize(
    ("actor", "whose"),
    [(WOMEN, "residents"), (ALDERMAN, "municipality"), (DEPARTMENT, "municipality"), (SCHOOL, "other")],
)
def test_an_actor_is_known_by_its_place_on_the_map(actor: Actor, whose: Affiliation) -> None:
    assert affiliation_of(actor) == whose


@pytest.mark.parametrize(
    ("who", "whose"),
    [
        ("Vrouwen van de dinsdagochtend", "residents"),
        ("de vrouwen van de dinsdagochtend en de gemeente", "residents"),
        ("Team Noord", "municipality"),
        ("de wijkwethouder", "municipality"),
        ("huurders van de Molenflat", "residents"),
        ("de school", "other"),
        ("", "other"),
    ],
)
def test_an_owner_is_found_on_the_map_and_then_by_words(who: str, whose: Affiliation) -> None:
    actors = {f"actor00{n}": actor for n, actor in enumerate((WOMEN, ALDERMAN, SCHOOL, DEPARTMENT))}
    state = begun(example("agreements")).replace(registers={"actors": actors})
    assert affiliation_of_owner(who, state) == whose
