"""What a map of the network makes us ask."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.session.actor_names import same_name
from facilitator.session.registers import Actor
from facilitator.steps.actors.findings import (
    in_turn,
    next_without_ring,
    questions,
    ring_question,
)
from tests.steps.actors.network import formal, informal, with_actors

RESIDENTS = informal("Bewonersgroep Zuid")


def _codes(actors: list[Actor]) -> list[str]:
    return [asked.code for asked in questions(with_actors(actors))]


@pytest.mark.parametrize(
    ("actors", "codes"),
    [
        ([], ["no_informal"]),
        ([formal("Politie")], ["no_informal", "few"]),
        ([formal("Politie"), informal("Voetbalclub")], ["no_residents", "few"]),
        ([informal("Zanggroep", perspective="bewoners")], ["few"]),
        ([RESIDENTS, *[formal(f"Dienst {n}") for n in range(6)]], ["few"]),
        ([RESIDENTS, *[formal(f"Dienst {n}") for n in range(7)]], []),
        ([RESIDENTS, *[formal(f"Dienst {n}") for n in range(21)]], []),
        ([RESIDENTS, *[formal(f"Dienst {n}") for n in range(22)]], ["many"]),
        ([formal("Gemeente") for _ in range(23)], ["no_informal", "many"]),
    ],
)
def test_what_is_asked(actors: list[Actor], codes: list[str]) -> None:
    assert _codes(actors) == codes


def test_how_many_there_are_is_said() -> None:
    asked = questions(with_actors([RESIDENTS]))
    assert [each.values for each in asked] == [{"n": 1}]


def test_capitals_accents_and_punctuation_make_no_other_name() -> None:
    actors = with_actors([formal("Wijkteam Zuid"), informal("Straße 5"), informal("Café ’t Hoekje")]).actors()
    assert same_name(actors, "wijkteam-zuid") == "actor000"
    assert same_name(actors, "STRASSE 5") == "actor001"
    assert same_name(actors, "Cafe 't hoekje.") == "actor002"
    assert same_name(actors, "wijkteam") is None


def test_who_has_no_office_is_first() -> None:
    state = with_actors([formal("A"), informal("B"), formal("C"), informal("D")])
    assert in_turn(state) == ["actor001", "actor003", "actor000", "actor002"]


def test_the_middle_is_asked_about_when_everyone_has_a_place() -> None:
    city, choir = formal("Gemeente", ring="decides"), informal("Koor", ring="takes-part")
    assert ring_question(with_actors([])) is None
    assert ring_question(with_actors([city, informal("Koor")])) is None
    asked = ring_question(with_actors([city, choir]))
    assert asked is not None
    assert asked.code == "only_formal_decides"
    asked = ring_question(with_actors([choir]))
    assert asked is not None
    assert asked.code == "nobody_decides"
    assert ring_question(with_actors([city, informal("Koor", ring="decides")])) is None


RINGS = st.sampled_from([None, "decides", "takes-part", "thinks-along", "wants-to-know"])


@given(st.lists(st.tuples(st.sampled_from(["formal", "informal"]), RINGS), max_size=12), st.integers(0, 12))
def test_the_next_without_a_ring_has_none(drawn: list[tuple[str, str | None]], after: int) -> None:
    actors = [Actor.model_validate({"name": "x", "side": side, "ring": ring}) for side, ring in drawn]
    state = with_actors(actors)
    found = next_without_ring(state, f"actor{after:03}")
    if found is None:
        assert all(actor.ring for actor in actors)
    else:
        assert state.actors()[found].ring is None
        others = [name for name, actor in state.actors().items() if actor.ring is None]
        assert found != f"actor{after:03}" or others == [found]
