"""Lines of earlier meetings: out of sight until who begins has spoken, then there with whose they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitator.session.earlier_meetings import Meeting
from facilitator.session.items import items_of
from facilitator.session.state import Before, State
from facilitator.steps.collect.findings import gather_question
from facilitator.steps.collect.kind import CollectStep
from tests.report.telling import told
from tests.steps.collect.brought import EXAMPLE, Prepare, having, item
from tests.steps.places import place_of
from tests.steps.running import SIZES, begun, running

BOARD, RESIDENTS = "item0000", "item0001"
GATHER = "collect/ophalen"


def earlier(at: str, sort: str = "pride", **people: int) -> Prepare:
    """Give a session after one of directors, who hoped for something; before that residents spoke."""
    lines = [
        item("Kinderen spelen overal buiten", sort),
        item("Elke deur staat open", sort, perspective="bewoners", there=5),
    ]

    def prepare(state: State) -> State:
        state = having(lines, at=at)(state)
        day = date(2026, 1, 12)
        meetings = [
            Meeting(day=date(2026, 1, 5), title="Straat", made=[RESIDENTS], shared=[RESIDENTS]),
            Meeting(day=day, title="Bestuur", group="bestuurders", made=[BOARD], one_side=[BOARD]),
        ]
        before = Before(session="before01", title="Bestuur", day=day, meetings=meetings)
        return state.replace(before=before, people=people)

    return prepare


@pytest.mark.parametrize("size", SIZES)
async def test_who_begins_begins_on_an_empty_page(tmp_path: Path, size: tuple[int, int]) -> None:
    prepare = earlier("ophalen", bewoners=6, beleid=4)
    async with running(EXAMPLE, tmp_path, size=size, prepare=prepare) as app:
        assert "Kinderen spelen" not in app.text
        assert "Elke deur" not in app.text
        await app.type("De bankjes")
        await app.press("enter", "enter")
        assert app.page == "1-others"
        text = " ".join(app.text.split())
        order = [
            text.index(said)
            for said in (
                "Elke deur",
                "bewoners, 5 jan",
                "Kinderen spelen",
                "bestuurders, 12 jan",
                "De bankjes",
            )
        ]
        assert order == sorted(order), "what residents said leads, and the newest stands above the field"


async def test_when_who_begins_is_not_there_all_of_it_is_in_sight(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=earlier("ophalen", beleid=4)) as app:
        assert "Kinderen spelen overal buiten" in app.text


async def test_what_was_shared_before_is_asked_of_who_is_here_now(tmp_path: Path) -> None:
    async with running(
        EXAMPLE, tmp_path, size=(120, 40), prepare=earlier("delen", "ambition", bewoners=6)
    ) as app:
        assert "1 van 2" in app.text
        assert "Elke deur staat open" in app.text
        assert "gedeeld door Straat, 5 jan" in app.text
        await app.press("1")
        assert "van één kant gezien door bestuurders, 12 jan" in app.text


def test_earlier_lines_do_not_fill_tonights_list() -> None:
    state = earlier("ophalen", bewoners=6)(begun(EXAMPLE))
    _, step = place_of(state, GATHER, CollectStep)
    assert gather_question(state, state.scenario.uses[0], step.model_copy(update={"most": 2}), 0) is None
    assert list(items_of(state, ["pride"])) == [RESIDENTS, BOARD]


def test_a_report_says_of_whom_earlier_lines_are() -> None:
    said = told(earlier("ophalen", bewoners=6)(begun(EXAMPLE)))
    assert "Kinderen spelen overal buiten (bestuurders, 12 jan" in said
    assert "Elke deur staat open (bewoners, 5 jan" in said
