"""A choice in a report."""

from __future__ import annotations

from typing import Any

from facilitator.document import Items, Paragraph
from facilitator.scenario.model import key_of
from facilitator.session.state import State
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.choose.report import REPORT
from facilitator.words import Words
from tests.steps.choose.choices import EXAMPLE, ITEMS, OPTIONS
from tests.steps.places import places_of
from tests.steps.running import begun

TEXTS = {"plein": "Het plein", "soep": "De soep", "krant": "De krant"}


def told(key: str = ITEMS, **left: Any) -> list[object]:
    state: State = begun(EXAMPLE).replace(results={key: left} if left else {})
    use, step = next(place for place in places_of(state, ChooseStep) if key_of(*place) == key)
    return list(REPORT.parts(state, use, step, Words("nl")))


def test_a_choice_stands_with_what_was_left_and_who_sees_it_differently() -> None:
    differs = [{"id": "differs1", "text": "eerst de krant"}]
    waits = {"soep": "geen geld", "plein": "oud"}
    assert told(chosen=["plein"], texts=TEXTS, waits=waits, differs=differs) == [
        Paragraph("Hiervoor kozen wij:"),
        Items(["Het plein"]),
        Paragraph("Dit laten wij nu liggen:"),
        Items(["De soep (wacht: geen geld)", "De krant"]),
        Items(["Niet iedereen ziet het zo: eerst de krant"]),
    ]


def test_no_choice_is_told_as_such_and_a_step_that_left_nothing_is_silent() -> None:
    assert told(chosen=[], texts=TEXTS)[0] == Paragraph("Wij kozen nu niets.")
    assert told() == []


def test_given_answers_say_how_it_is_here() -> None:
    differs = [{"id": "differs1", "text": "eerst de krant"}]
    texts = {**TEXTS, "own00001": "Een picknick."}
    own = {"own00001": "Een picknick."}
    assert told(OPTIONS, chosen=["plein", "own00001"], texts=texts, own=own, differs=differs) == [
        Paragraph("Ons antwoord: Het plein; Een picknick."),
        Items(["Niet iedereen ziet het zo: eerst de krant"]),
    ]


def test_a_reason_that_an_older_app_asked_for_is_still_told() -> None:
    assert told(OPTIONS, chosen=["plein"], texts=TEXTS, waits={"soep": "geen geld"}) == [
        Paragraph("Ons antwoord: Het plein."),
        Items(["De soep (wacht: geen geld)"]),
    ]
