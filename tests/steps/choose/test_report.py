"""A choice in a report."""

from __future__ import annotations

from typing import Any

from facilitator.document import Items, Paragraph
from facilitator.session.state import State
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.choose.report import REPORT
from facilitator.words import Words
from tests.steps.choose.choices import EXAMPLE, OPTIONS
from tests.steps.places import places_of
from tests.steps.running import begun

TEXTS = {"plein": "Het plein", "soep": "De soep", "krant": "De krant"}


def told(**left: Any) -> list[object]:
    state: State = begun(EXAMPLE).replace(results={OPTIONS: left} if left else {})
    use, step = places_of(state, ChooseStep)[0]
    return list(REPORT.parts(state, use, step, Words("nl")))


def test_a_choice_stands_with_what_was_left_and_who_sees_it_differently() -> None:
    differs = [{"id": "differs1", "text": "eerst de krant"}]
    waits = {"soep": "geen geld", "plein": "oud"}
    assert told(chosen=["plein"], texts=TEXTS, waits=waits, differs=differs) == [
        Paragraph("Hiervoor kozen wij:"),
        Items(["Het plein"]),
        Paragraph("Dit laten wij nu liggen:"),
        Items(["De soep (wacht: geen geld)", "De krant"]),
        Items(["Iemand ziet het anders: eerst de krant"]),
    ]


def test_no_choice_is_told_as_such_and_a_step_that_left_nothing_is_silent() -> None:
    assert told(chosen=[], texts=TEXTS)[0] == Paragraph("Wij kozen nu niets.")
    assert told() == []
