"""What is asked about agreements: questions, in both languages, and only where there is reason to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

import pytest

from facilitator.session.agreement_numbers import numbers
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Actor, Agreement, Entry, Objection
from facilitator.session.state import Before, State
from facilitator.steps.agreements.findings import findings, standing
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.words import Language, Words
from tests.steps.running import begun, example

DUE = date(2026, 4, 1)


def agreement(what: str = "De stoep herstellen", who: str = "bewonersgroep", **more: object) -> Agreement:
    given = {"what": what, "who": who, "due": DUE, "firmness": "agreement", "first_step": "bellen", **more}
    return Agreement.model_validate(given)


def evening(
    *agreements: Agreement, language: Language = "nl", actors: Mapping[str, Entry] | None = None
) -> State:
    made = {f"agree00{number}": each for number, each in enumerate(agreements)}
    return begun(example("agreements"), language).replace(
        registers={"agreements": made, "actors": actors or {}}
    )


def asked(state: State, language: Language = "nl") -> list[tuple[str, str]]:
    step = cast("AgreementsStep", next(state.places())[1])
    return [(each.code, each.about) for each in findings(state, step, Words(language))]


def test_good_agreements_raise_no_question() -> None:
    assert asked(evening(agreement(), agreement(who="gemeente"))) == []


def test_more_than_the_step_advises_is_asked_about() -> None:
    assert asked(evening(*[agreement()] * 3)) == []
    assert asked(evening(*[agreement()] * 4)) == [("too-many", "")]
    assert asked(evening(*[agreement()] * 3, agreement(firmness="idea"))) == []
    assert asked(evening(*[agreement()] * 3, agreement(status="done"))) == []


@pytest.mark.parametrize("who", ["Gemeente", "de wethouder", "gemeentelijke dienst", "the municipality"])
def test_when_the_municipality_has_most_the_room_is_asked_who_else(who: str) -> None:
    assert asked(evening(agreement(who=who), agreement(who=who), agreement())) == [("municipality-most", "")]
    assert asked(evening(agreement(who=who), agreement())) == []


def test_when_residents_have_none_the_room_is_asked_which_could_be_theirs() -> None:
    teams = agreement(who="wijkteam"), agreement(who="jongerenwerk")
    assert asked(evening(*teams)) == [("no-residents", "")]
    assert asked(evening(*teams, agreement(who="jongeren"))) == []
    assert asked(evening(agreement(who="wijkteam"))) == []


def test_the_map_says_who_are_residents() -> None:
    state = evening(agreement(who="wijkteam"), agreement(who="De Ploeg, met school"))
    several = ("several-owners", "agree001")
    assert asked(state) == [("no-residents", ""), several]
    ploeg = Actor(name="de ploeg", side="informal", perspective="bewoners")
    assert asked(evening(*state.agreements().values(), actors={"actor001": ploeg})) == [several]
    oeg = Actor(name="oeg", side="informal", perspective="bewoners")
    asked_of = asked(evening(*state.agreements().values(), actors={"actor001": oeg}))
    assert asked_of == [("no-residents", ""), several]


def test_no_first_step_anywhere_is_asked_about_once() -> None:
    assert asked(evening(*[agreement(first_step="")] * 3)) == [("no-first-step", "")]
    assert asked(evening(agreement(first_step=""), agreement())) == []


def test_what_an_idea_still_needs_is_asked_about() -> None:
    state = evening(agreement(who="", due=None, firmness="idea"))
    assert asked(state) == [("no-owner", "agree000"), ("no-date", "agree000")]


def test_an_objection_that_stands_is_asked_about() -> None:
    stands = Objection(id="object01", reason="Te duur")
    later = Objection(id="object02", status="later")
    met = Objection(id="object03", reason="Te laat", status="met")
    assert asked(evening(agreement(objections=[stands, met]))) == [("open-objection", "agree000")]
    assert asked(evening(agreement(objections=[later]))) == [("open-later", "agree000")]
    assert asked(evening(agreement(objections=[met]))) == []


@pytest.mark.parametrize(
    "what", ["Kijken naar het verkeer", "Meer aandacht voor jeugd", "Look at the traffic"]
)
def test_what_nobody_can_see_done_is_asked_about(what: str) -> None:
    assert asked(evening(agreement(what))) == [("vague", "agree000")]


def test_a_vague_word_inside_another_is_none() -> None:
    assert asked(evening(agreement("Aandachtspunten ophangen"))) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_finding_is_a_question(language: Language) -> None:
    bad = agreement("Kijken naar iets", "", due=None, first_step="")
    worse = agreement(first_step="", who="gemeente", objections=[Objection(id="object01", reason="Nee")])
    later = agreement(first_step="", who="gemeente", objections=[Objection(id="object01", status="later")])
    some = evening(bad, worse, worse, later, worse, language=language)
    teams = evening(agreement(who="wijkteam"), agreement(who="school"), language=language)
    for state in (some, teams):
        step = cast("AgreementsStep", next(state.places())[1])
        found = findings(state, step, Words(language))
        assert found
        assert all(each.wall.endswith("?") for each in found)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (agreement(), "not-yet"),
        (agreement(heard="no-objection"), "no-objection"),
        (agreement(firmness="idea"), "idea"),
        (agreement(heard="objection", objections=[Objection(id="object01", reason="Nee")]), "objection"),
        (agreement(heard="later", objections=[Objection(id="object01", status="later")]), "later"),
        (agreement(status="done", heard="no-objection"), "done"),
    ],
)
def test_how_an_agreement_stands(made: Agreement, said: str) -> None:
    assert standing(made) == said


def test_ideas_have_no_number() -> None:
    state = evening(agreement(), agreement(firmness="idea"), agreement())
    assert numbers(state) == {"agree000": 1, "agree002": 2}


def test_what_came_over_is_not_counted_with_what_is_made_now() -> None:
    """Three agreements of others do not fill tonight's list."""
    state = evening(agreement(), agreement(), agreement())
    meeting = Meeting(day=date(2026, 2, 1), title="Eerste avond", made=[*state.agreements()])
    before = Before(
        session="session0",
        title="Eerste avond",
        day=meeting.day,
        meetings=[meeting],
    )
    came = state.replace(before=before)
    assert came.made_now() == {}
    assert asked(came) == []
    more = came.replace(registers={"agreements": {**came.agreements(), "tonight1": agreement(who="")}})
    assert list(more.made_now()) == ["tonight1"]
    assert ("no-owner", "tonight1") in asked(more)
    assert "too-many" not in {code for code, _ in asked(more)}


@pytest.mark.parametrize(
    "who", ["wijkteam en school", "wijkteam, school", "wijkteam/school", "wijkteam + school"]
)
def test_several_owners_in_one_field_are_asked_about(who: str) -> None:
    assert ("several-owners", "agree000") in asked(evening(agreement(who=who)))


def test_a_party_with_and_in_its_name_is_one() -> None:
    care = {"actor001": Actor(name="Zorg en Welzijn", side="formal")}
    assert asked(evening(agreement(who="zorg en welzijn"), actors=care)) == []
    assert asked(evening(agreement(who="wijkteam"))) == []
