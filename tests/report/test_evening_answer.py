"""The answer to the question of the evening is what comes nearest to one, whichever step left it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pytest

from facilitator.document import Items, Paragraph
from facilitator.insight.suppression import close_round
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Item, Task
from facilitator.session.state import Before, State
from tests.report.made_up import a_round, agreement, bare, counted, scenario, step, use
from tests.report.telling import report, told


def answering(*, without: Sequence[str] = ()) -> State:
    """Give an evening in which every kind of step answers, in an order that is none; but for these."""
    here = [
        step("collect", "delen", ask="shared", sorts=["worry"]),
        step("statements", "stem", part="vote", sets=["urgentie"], level=["meer", "slechter"]),
        step("review", "terug", ask="agreements"),
        step("choose", "kiezen", among="items"),
        step("statements", "scan", part="vote", sets=["urgentie", "eigen"]),
        step("gate", "advies", questions=[{"id": "extra", "text": "Is er meer nodig?"}]),
    ]
    answers = {"meer": [0, 0, 3, 3, 0], "slechter": [0, 0, 3, 3, 0]}
    level = close_round({"beleid": counted(answers)}, grouping="perspective", points=4, minimum=3).shown
    names = ["meer", "slechter", "beter", "trots", "gehoord"]
    whole = {name: [0, 0, 4, 4, 0] for name in names}
    scan = close_round({"beleid": counted(whole)}, grouping="perspective", points=4, minimum=3).shown
    rounds = [
        a_round("round001", level, use="alles", statements=["meer", "slechter"]),
        a_round("round002", scan, use="alles", step="scan", statements=names),
    ]
    results: dict[str, dict[str, Any]] = {
        "alles/advies": {"advice": "yes", "reason": "het moet"},
        "alles/kiezen": {"chosen": ["item0001"], "texts": {"item0001": "de straat"}},
    }
    made = Meeting(day=date(2026, 3, 1), title="Eerder", made=["agree001"])
    state = bare(
        scenario=scenario(uses=[use("alles", *here)]),
        rounds={each.id: each for each in rounds if each.step not in without},
        results={key: left for key, left in results.items() if key.removeprefix("alles/") not in without},
        registers={
            "agreements": {"agree001": agreement("Bellen", who="wijkteam", status="done")},
            "items": {"item0001": Item(text="de straat", sort="worry", shared="shared")},
        },
        begun={"alles/delen": "19:30"} if "delen" not in without else {},
    )
    before = Before(session="before01", title="Eerder", day=date(2026, 3, 1), meetings=[made])
    return state if "terug" in without else state.replace(before=before)


RANKED: Final = {
    "advies": "Ons advies: ja, er is een wijkaanpak nodig.",
    "scan": "Stevig: Urgentie, Eigen.",
    "kiezen": "Hiervoor kozen wij:",
    "terug": "Zo staat het met de afspraken van eerder: Klaar: Bellen.",
    "stem": "Zo dringend vinden wij het, per groep:",
    "delen": "Dit delen wij:",
}
"""The answers, the one that goes before all others first, by the step that gives it."""


def test_answers_of_the_same_weight_stand_under_each_other() -> None:
    state = answering(without=["advies", "scan"])
    made = {"task0001": Task(name="Droge huizen")}
    making = use("opgaven", step("tasks", "maken", make=True))
    both = state.replace(
        scenario=state.scenario.model_copy(update={"uses": [*state.scenario.uses, making]}),
        registers={**state.registers, "tasks": made},
    )
    assert report(both).page_one[1:5] == [
        Paragraph("Hiervoor kozen wij:"),
        Items(["de straat"]),
        Paragraph("Dit zijn onze opgaven:"),
        Items(["Droge huizen"]),
    ]


def test_what_is_done_is_told_first_and_counted_against_nothing() -> None:
    state = answering(without=["advies", "scan", "kiezen"])
    assert state.before
    agreements = {
        "agree001": agreement("Bellen", who="wijkteam", status="busy"),
        "agree002": agreement("Vragen", who="wijkteam", status="done"),
    }
    made = state.before.meetings[0].model_copy(update={"made": [*agreements]})
    before = state.before.model_copy(update={"meetings": [made]})
    state = state.replace(registers={**state.registers, "agreements": agreements}, before=before)
    said = told(state, "Is hier meer nodig?")
    assert said == "Zo staat het met de afspraken van eerder: Klaar: Vragen. Bezig: Bellen."


@pytest.mark.parametrize("first", range(len(RANKED)))
def test_the_answer_is_what_comes_nearest_to_one(first: int) -> None:
    steps = [*RANKED]
    said = told(answering(without=steps[:first]), "Is hier meer nodig?")
    assert said.startswith(RANKED[steps[first]]), said
