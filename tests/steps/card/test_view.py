"""A card shows its text, and after it what earlier meetings kept under the names that it shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitator.document import Backstage, Items, Paragraph
from facilitator.scenario.model import KeptLine
from facilitator.session.earlier_meetings import KeptWords, Meeting
from facilitator.session.state import Before, Position, State
from facilitator.steps.card.kind import CardStep
from facilitator.steps.card.report import REPORT
from facilitator.words import Words
from tests.steps.places import place_of
from tests.steps.running import SIZES, begun, example, running

EXAMPLE = example("card")
ROOM = KeptWords(
    topic="ruimte",
    title="Welke ruimte geven wij?",
    lines=[
        KeptLine(about="Wat staat al vast?", text="Blok C gaat weg in 2028"),
        KeptLine(about="Wat staat al vast?", text="Dat is niet zeker", differs=True),
        KeptLine(about="Waarover mag de buurt beslissen?", text="Over twintigduizend euro"),
    ],
)


def showing(state: State, *topics: str) -> State:
    """Give a session after one of directors, whose first card shows these topics."""
    use = state.scenario.uses[0]
    step = next(step for step in use.steps if isinstance(step, CardStep)).model_copy(
        update={"shows": [*topics]}
    )
    steps = [step if other.id == step.id else other for other in use.steps]
    uses = [use.model_copy(update={"steps": steps}), *state.scenario.uses[1:]]
    day = date(2026, 1, 12)
    meetings = [Meeting(day=day, title="Bestuur", group="bestuurders", kept=[ROOM])]
    return state.replace(
        scenario=state.scenario.model_copy(update={"uses": uses}),
        before=Before(session="before01", title="Bestuur", day=day, meetings=meetings),
        at=Position(use.id, step.id),
    )


def with_room(state: State) -> State:
    return showing(state, "ruimte")


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_kept_stands_after_the_text_under_who_said_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, prepare=with_room) as app:
        key = app.key
        assert "Blok C" not in app.text
        await app.press("enter")
        assert (app.key, app.page) == (key, "earlier1")
        for said in ("Welke ruimte geven wij?", "bestuurders, 12 jan", "Wat staat al vast?"):
            assert said in app.text
        assert "Niet iedereen ziet het zo: Dat is niet zeker" in app.text
        assert app.text.index("Blok C gaat weg in 2028") < app.text.index("Over twintigduizend euro")
        await app.press("left")
        assert app.page == ""
        await app.press("enter", "enter")
        assert app.key != key


async def test_without_what_it_shows_a_card_is_one_page(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=lambda state: showing(state, "verhaal")) as app:
        key = app.key
        await app.press("enter")
        assert app.key != key


async def test_a_page_that_is_gone_is_the_first(tmp_path: Path) -> None:
    def far(state: State) -> State:
        shown = with_room(state)
        return shown.replace(at=Position(shown.at.use, shown.at.step, "earlier7"))

    async with running(EXAMPLE, tmp_path, prepare=far) as app:
        assert "bestuurders" not in app.text


def test_a_report_tells_what_a_card_showed_and_of_whom() -> None:
    state = with_room(begun(EXAMPLE))
    use, step = place_of(state, state.at.key, CardStep)
    (backstage,) = REPORT.parts(state, use, step, Words("nl"))
    assert isinstance(backstage, Backstage), "the report of that meeting tells it to everyone"
    parts = backstage.parts
    assert [part.text for part in parts if isinstance(part, Paragraph)] == [
        "Welke ruimte geven wij? (bestuurders, 12 jan)",
        "Wat staat al vast?",
        "Waarover mag de buurt beslissen?",
    ]
    lines = [part.lines for part in parts if isinstance(part, Items)]
    assert [[*each] for each in lines] == [
        ["Blok C gaat weg in 2028", "Niet iedereen ziet het zo: Dat is niet zeker"],
        ["Over twintigduizend euro"],
    ]
