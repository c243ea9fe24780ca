"""What the group settles at the end: the next time with its hour and place, and who can be called."""

from __future__ import annotations

from pathlib import Path

from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Position, State
from facilitator.ui.app.preparation_view import PreparationView
from tests.steps.running import Running, example, running
from tests.ui.beginning import at_home


def at_the_end(state: State) -> State:
    about = state.about.model_copy(update={"venue": "De Schakel"})
    return state.replace(about=about, at=Position(*CLOSING.split("/")))


def shown(app: Running) -> str:
    """Give the message on one line, as far as it is on the screen."""
    return " ".join(line.strip(" │") for line in app.body)


async def test_hour_and_place_are_asked_after_the_date_and_taken_as_tonight(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=at_the_end) as app:
        await app.type("23 april")
        await app.press("enter")
        assert "Hoe laat" in shown(app)
        await app.press("enter")
        assert "De Schakel" in shown(app)
        await app.type("de school")
        await app.press("enter", "escape")
        closing = app.state.closing()
        assert (closing.next_date, closing.next_time, closing.next_venue) == (
            "2026-04-23",
            f"{app.state.about.starts:%H:%M}",
            "de school",
        )
        assert "Volgende keer: donderdag 23 april, 19.30 uur, de school." in shown(app)


async def test_what_is_no_hour_is_said_and_nothing_goes(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=at_the_end) as app:
        await app.type("23 april")
        await app.press("enter")
        await app.type("na het eten")
        await app.press("enter")
        assert "Deze tijd begrijp ik niet" in app.status
        await app.press("ctrl+u")
        await app.type("20.15")
        await app.press("enter", "enter", "escape")
        assert "Volgende keer: donderdag 23 april, 20.15 uur, De Schakel." in shown(app)


async def test_without_a_next_time_only_who_to_call_is_asked(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=at_the_end) as app:
        await app.press("enter")
        assert "Wie bellen" in shown(app)
        await app.type("het wijkteam, 010 123 45 67")
        await app.press("enter")
        assert app.state.contact == "het wijkteam, 010 123 45 67"
        assert "010 123 45 67." in shown(app)
        await app.press("b", "ctrl+u")
        await app.type("de buurtkeuken")
        await app.press("enter")
        assert "de buurtkeuken." in shown(app)
        await app.press("ctrl+z")
        assert app.state.contact == "het wijkteam, 010 123 45 67"


async def begin(app: Running) -> None:
    """Prepare the small evening of the neighbourhood Molenhoek, and go to its end."""
    await app.type("Molenhoek")
    while isinstance(app.view, PreparationView):
        await app.press("enter")
    await app.press("g", *["down"] * 4, "enter")


async def test_a_neighbourhood_is_asked_once_who_can_be_called(tmp_path: Path) -> None:
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await app.press("enter")
        await app.type("de buurtkeuken")
        await app.press("enter", "enter")
    async with at_home(tmp_path, scenario="avond") as app:
        await begin(app)
        await app.press("enter")
        assert app.app.stage.field is None, "it is known already"
        assert "de buurtkeuken." in shown(app)
