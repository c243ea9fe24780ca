"""What was kept stands above the questions of a later step: the place in the organisation, on the route."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.scenario.library import built_in
from facilitator.session.earlier_meetings import KeptWords, Meeting
from facilitator.session.state import Before, Position, State
from tests.steps.running import DAY, SIZES, running

PLACES = built_in() / "blocks" / "wijkambtenaar.toml"
ROUTE = built_in() / "blocks" / "route-van-een-signaal.toml"
CHOSEN = {"chosen": ["balie"], "texts": {"balie": "Bij de balie", "eigen": "Een eigen afdeling"}}


@pytest.mark.parametrize("size", SIZES)
async def test_the_chosen_place_stands_above_what_stays_lying_there(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    def prepare(state: State) -> State:
        return state.replace(results={"blocks/plek": CHOSEN}, at=Position("blocks", "vanaf-deze-plek"))

    async with running(PLACES, tmp_path, size=size, prepare=prepare) as app:
        assert "Waar zit die in de organisatie?  Bij de balie" in app.text
        assert "Vanaf deze plek: welk signaal blijft liggen?" in app.text
        await app.type("losse tegels")
        await app.press("enter")
        assert "Bij de balie" in app.text


@pytest.mark.parametrize("size", SIZES)
async def test_what_an_earlier_meeting_chose_stands_on_the_route(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    words = KeptWords.model_validate(
        {"topic": "plek", "title": "Waar zit die?", "lines": [{"text": "Bij de balie"}]}
    )

    def prepare(state: State) -> State:
        meeting = Meeting(day=DAY, title="Wijkgericht werken", kept=[words])
        before = Before(session="before01", title="Wijkgericht werken", day=DAY, meetings=[meeting])
        return state.replace(before=before, at=Position("blocks", "route"))

    async with running(ROUTE, tmp_path, size=size, prepare=prepare) as app:
        assert "Waar zit die?  Bij de balie" in app.text
        assert "Wie hoort het als eerste?" in app.text


async def test_where_nothing_was_chosen_nothing_stands_there(tmp_path: Path) -> None:
    async with running(
        ROUTE, tmp_path, prepare=lambda state: state.replace(at=Position("blocks", "route"))
    ) as app:
        assert "Waar zit die" not in app.text
        assert "Wie hoort het als eerste?" in app.text


async def test_below_much_in_sight_there_is_room_to_type(tmp_path: Path) -> None:
    signals = [
        "De stoep bij de school ligt al een jaar los, en niemand zegt wie het maakt.",
        "En de lamp ook.",
    ]
    answers = [{"id": f"answer{n:02}", "question": "signaal", "text": text} for n, text in enumerate(signals)]

    def prepare(state: State) -> State:
        results = {"blocks/signaal": {"answers": answers}}
        words = KeptWords.model_validate({"topic": "plek", "title": "Plek", "lines": [{"text": "Balie"}]})
        meeting = Meeting(day=DAY, title="Wijk", kept=[words])
        before = Before(session="before01", title="Wijk", day=DAY, meetings=[meeting])
        return state.replace(before=before, results=results, at=Position("blocks", "route"))

    async with running(ROUTE, tmp_path, prepare=prepare) as app:
        assert "En de lamp" in app.text
        await app.type("de conciërge van de school, en die belt dan met de gemeente")
        assert "met de gemeente" in " ".join(app.text.split())
