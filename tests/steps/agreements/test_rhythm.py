"""What comes back is an agreement with a first day, and next time is asked whether it still runs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitator.kinds import kinds
from facilitator.session.carry_over import carry_over
from facilitator.session.registers import Agreement
from facilitator.session.state import Position, State
from facilitator.words import Words
from tests.report.telling import told
from tests.steps.review.lasttime import AGREEMENTS
from tests.steps.review.lasttime import EXAMPLE as LOOKING_BACK
from tests.steps.running import example, running

EXAMPLE = example("agreements")


async def test_a_rhythm_is_kept_with_its_first_day_and_asked_about_next_time(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path / "first") as app:
        await app.press("enter")
        await app.type("Een uur meelopen in de wijk")
        await app.press("enter")
        await app.type("de wethouder")
        await app.press("enter")
        await app.type("elke maand")
        assert "elke maand vanaf zondag 12 april" in app.text
        await app.press("enter")
        (made,) = app.state.agreements().values()
        assert (made.every, made.due, made.firmness) == ("month", date(2026, 4, 12), "agreement")
        assert "elke maand vanaf" in told(app.state)
        earlier = app.state
    carried = carry_over(earlier, kinds())
    use, step = AGREEMENTS.split("/")
    (name,) = earlier.agreements()

    def next_time(state: State) -> State:
        about = state.about.model_copy(update={"day": date(2026, 6, 4)})
        return state.replace(
            about=about, registers=carried.registers, before=carried.before, at=Position(use, step, name)
        )

    async with running(LOOKING_BACK, tmp_path / "next", prepare=next_time) as app:
        assert Words("nl")("review.ask.runs") in app.text
        assert "elke maand vanaf" in app.text
        await app.press("2")
        assert app.state.agreements()[name].status == "busy"


async def test_a_rhythm_becomes_one_day_when_that_is_typed(tmp_path: Path) -> None:
    def weekly(state: State) -> State:
        coffee = Agreement(
            what="Koffie", who="wij", due=date(2026, 3, 20), every="week", firmness="agreement"
        )
        return state.replace(
            registers={"agreements": {"agree001": coffee}},
            at=Position("agreements", "afspraken", "form/agree001"),
        )

    async with running(EXAMPLE, tmp_path, prepare=weekly) as app:
        assert "elke week vanaf vrijdag 20 maart" in app.text
        await app.press("enter", "enter", "enter")
        assert app.state.agreements()["agree001"].every == "week", "nothing was typed"

    async with running(EXAMPLE, tmp_path / "again", prepare=weekly) as app:
        await app.press("enter", "enter", "ctrl+u")
        await app.type("20 maart")
        await app.press("enter")
        changed = app.state.agreements()["agree001"]
        assert (changed.every, changed.due) == ("", date(2026, 3, 20))
