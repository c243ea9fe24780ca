"""Mapping the network on the screen: the real app, at the smallest size and at a large one."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.session.state import State
from facilitator.words import Language
from tests.steps.actors.network import formal, informal
from tests.steps.running import SIZES, Running, example, running

EXAMPLE = example("actors")


def _some(state: State) -> State:
    actors = {
        "actor000": formal("Gemeente"),
        "actor001": formal("Wijkteam"),
        "actor002": informal("Appgroep Zuid"),
    }
    return state.replace(registers={"actors": actors})


def _many(state: State) -> State:
    return state.replace(registers={"actors": {f"actor{n:03}": formal(f"Dienst {n}") for n in range(40)}})


async def _name(app: Running, *names: str) -> None:
    for name in names:
        await app.type(name)
        await app.press("enter")


def _names(app: Running) -> list[str]:
    return [actor.name for actor in app.state.actors().values()]


def _pointed(app: Running) -> str:
    return next((row.partition("▸")[2].strip() for row in app.body if "▸" in row), "")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_from_the_first_key_to_the_last(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        await _name(app, "Gemeente", "Wijkteam")
        await app.press("enter")
        assert app.key.endswith("/informeel")
        await _name(app, "Appgroep Zuid", "Bewoners van de Singel")
        await app.press("enter")
        assert app.key.endswith("/belangen")
        assert "1 " in app.text
        assert "Appgroep Zuid" in app.text
        await _name(app, "weten wat er speelt", "iedereen hoort het")
        assert "Bewoners van de Singel" in app.text
        await app.press(*["enter"] * 6)
        assert app.key.endswith("/ringen")
        await app.press("1", "2", "3", "4")
        await app.press("enter")
        assert app.key == "session/closing"
        actors = {actor.name: actor for actor in app.state.actors().values()}
        assert {name: actor.ring for name, actor in actors.items()} == {
            "Appgroep Zuid": "decides",
            "Bewoners van de Singel": "takes-part",
            "Gemeente": "thinks-along",
            "Wijkteam": "wants-to-know",
        }
        assert actors["Appgroep Zuid"].interest == "weten wat er speelt"
        assert actors["Appgroep Zuid"].shared_interest == "iedereen hoort het"


async def test_no_names_of_people_is_said(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        assert "Geen namen van mensen." in app.text


async def test_a_name_is_not_put_on_the_map_twice(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_some) as app:
        await _name(app, "WIJKTEAM", "appgroep zuid")
        assert len(_names(app)) == 3
        assert "Appgroep Zuid staat er al" in app.status
        assert "zonder kantoor" in app.status


async def test_a_name_can_be_changed_and_taken_away_and_brought_back(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_some) as app:
        await app.press("escape", "down")
        assert _pointed(app) == "Wijkteam"
        await app.press("e")
        await app.type(" Zuid")
        await app.press("enter")
        assert "Wijkteam Zuid" in _names(app)
        await app.press("delete")
        assert _names(app) == ["Gemeente", "Appgroep Zuid"]
        await app.press("ctrl+z")
        assert "Wijkteam Zuid" in _names(app)
        assert "Teruggenomen: het weghalen van een partij." in app.status


async def test_another_name_is_not_one_that_is_there(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_some) as app:
        await app.press("escape", "e", "ctrl+u")
        await app.type("wijkteam")
        await app.press("enter")
        assert _names(app)[0] == "Gemeente"
        assert "Wijkteam staat er al" in app.status


async def test_who_said_so_and_from_where(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_some) as app:
        await app.press("escape", "s", "b", "b")
        city = app.state.actors()["actor000"]
        assert (city.sure, city.perspective) == (True, "bewoners")
        assert "bewoners · dat hebben zij zelf gezegd" in app.text


async def test_pointing_goes_back_to_the_field(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_some) as app:
        await app.press("down", "down", "up", "up")
        await _name(app, "Politie")
        assert "Politie" in _names(app)


@pytest.mark.parametrize("size", [*SIZES, (64, 20), (200, 30)])
async def test_who_is_pointed_at_is_always_seen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(EXAMPLE, tmp_path, size=size, prepare=_many) as app:
        await app.press("escape")
        for number in range(40):
            assert _pointed(app).split("  ")[0].strip() == f"Dienst {number}"
            await app.press("down")


async def test_who_is_overlooked_is_asked_and_blocks_nothing(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_some) as app:
        await app.press("enter")
        assert "Staat er ook een groep van bewoners bij?" in app.text
        await _name(app, "Huurdersvereniging")
        assert "Nu zijn er 4 partijen op de kaart. Wie ontbreekt nog?" in app.text
        await app.press("enter")
        assert app.key.endswith("/belangen")


async def test_prompts_look_past_the_usual_suspects(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter")
        assert "moskee" in app.text


async def test_what_was_being_typed_survives_a_crash(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_some) as app:
        await app.type("Scouting")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "Scouting" in app.text
        await app.press("enter")
        assert "Scouting" in _names(app)
        await app.press("enter", "enter")
        await app.type("rust")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "rust" in app.text
        await app.press("down")
        assert app.state.actors()["actor002"].interest == "rust"
        await app.press("up", "escape", "ctrl+z")
        assert "rust" not in app.text
        assert "Teruggenomen: wat een partij wil." in app.status


async def test_what_was_kept_and_taken_back_does_not_return(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_some) as app:
        await app.press("enter", "enter")
        await app.type("rust")
        await app.tick()
        await app.press("down", "up", "escape", "ctrl+z")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "Appgroep Zuid" in app.text
        assert "rust" not in app.text


async def test_interests_are_kept_wherever_one_goes(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_some) as app:
        await app.press("enter", "enter")
        await app.type("rust")
        await app.press("tab")
        await app.type("minder lawaai")
        await app.press("escape", "s")
        actor = app.state.actors()["actor002"]
        assert (actor.interest, actor.shared_interest, actor.sure) == ("rust", "minder lawaai", True)
        assert "Dit hebben zij zelf gezegd." in app.text
        await app.press("right", "right", "up")
        assert app.page == "actor000"


async def test_on_a_large_screen_stands_what_the_others_want_for_themselves_and_for_all(
    tmp_path: Path,
) -> None:
    wants = {"interest": "minder klachten", "shared_interest": "rust"}

    def wanting(state: State) -> State:
        actors = {"actor000": formal("Gemeente").model_copy(update=wants), "actor001": informal("Appgroep")}
        return state.replace(registers={"actors": actors})

    async with running(EXAMPLE, tmp_path, size=(120, 40), prepare=wanting) as app:
        await app.press("enter", "enter")
        assert "minder klachten  Gemeente" in app.text
        assert "rust  Gemeente" in app.text


@pytest.mark.parametrize("size", [(64, 18), (80, 24), (120, 40)])
async def test_every_ring_and_who_is_at_hand_are_seen(tmp_path: Path, size: tuple[int, int]) -> None:
    def prepare(state: State) -> State:
        rings = ("decides", "takes-part", "thinks-along", "wants-to-know")
        actors = {f"actor{n:03}": formal(f"Organisatie {n}", ring=rings[n % 4]) for n in range(22)}
        return state.replace(registers={"actors": actors})

    async with running(EXAMPLE, tmp_path, size=size, prepare=prepare) as app:
        await app.press("enter", "enter", *["enter"] * 44)
        assert app.key.endswith("/ringen")
        for number in range(22):
            assert f"▸ Organisatie {number}" in app.text
            for ring in ("1  beslist", "2  doet mee", "3  denkt mee", "4  wil het weten"):
                assert ring in app.text
            await app.press("down")


async def test_rings_can_be_changed_and_asked_about(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_some) as app:
        await app.press("enter", "enter", "enter", "enter", *["enter"] * 4)
        assert app.key.endswith("/ringen")
        await app.press("enter", "enter")
        assert app.key.endswith("/ringen"), "Enter passes one party after another"
        await app.press("left", "left", "2", "1", "1")
        assert "Bij wie beslist staat geen groep uit de wijk." in app.text
        assert "Elke partij staat in een ring." in app.status
        await app.press("up", "up", "1")
        assert app.state.actors()["actor002"].ring == "decides"
        assert "geen groep uit de wijk" not in app.text
        await app.press("0")
        assert app.state.actors()["actor002"].ring is None


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_map_stops_nobody(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(EXAMPLE, tmp_path, size=size) as app:
        await app.press("enter", "enter")
        assert "Er staat nog niemand op de kaart." in app.text
        await app.press("1", "s", "up", "down", "enter")
        assert "Er staat nog niemand op de kaart." in app.text
        await app.press("1", "0", "up", "down", "enter")
        assert app.key == "session/closing"
