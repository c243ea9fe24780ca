"""Bringing, asking, tasks and roles on the screen: the real app, small and large."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.scenario.library import built_in
from facilitator.session.registers import Actor, Contribution
from facilitator.session.state import Position, State
from facilitator.words import Language
from tests.steps.contributions.offers import ACTORS, registers, said, tasks
from tests.steps.running import SIZES, Running, example, running

EXAMPLE = example("contributions")
T0, T1 = tasks(2)


def _actors(state: State) -> State:
    return state.replace(registers={"actors": ACTORS})


def _offered(state: State) -> State:
    contributions = [said(2, "brings", "tachtig mensen"), said(0, "asks", "adressen")]
    return state.replace(registers=registers(ACTORS, {}, contributions))


def _with_tasks(state: State) -> State:
    contributions = [said(2, "brings", "tachtig mensen", T0), said(0, "asks", "adressen", T1)]
    return state.replace(registers=registers(ACTORS, tasks(2), contributions))


async def _say(app: Running, digit: str, way: str, what: str) -> None:
    await app.press(digit, way)
    await app.type(what)
    await app.press("enter")


def _all(app: Running) -> list[Contribution]:
    return list(app.state.contributions().values())


def _roles(app: Running) -> set[tuple[str, str | None, str]]:
    return {(each.actor, each.task, each.role) for each in app.state.roles().values()}


def _to(app: Running, step: str) -> bool:
    return app.key.endswith(f"/{step}")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_from_the_first_key_to_the_last(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=_actors) as app:
        await _say(app, "3", "b", "tachtig mensen")
        await _say(app, "1", "z", "adressen")
        assert _all(app) == [said(2, "brings", "tachtig mensen"), said(0, "asks", "adressen")]
        assert "tachtig mensen" in app.text or size[0] < 100
        await app.press("enter")
        if size[0] < 100:
            assert "tachtig mensen" in app.text
            assert "adressen" in app.text
            await app.press("enter")
        assert _to(app, "opgaven")
        for name in ("Vocht in de huizen", "Het plein"):
            await app.type(name)
            await app.press("enter")
        await app.press("enter")
        assert "tachtig mensen" in app.text
        await app.press("2", "1")
        first, second = app.state.tasks()
        assert [each.task for each in _all(app)] == [second, first]
        assert "Vocht in de huizen" in app.text
        await app.press("enter")
        assert "Het plein" in app.text
        await app.press("enter")
        assert _to(app, "rollen")
        await app.press("1", "down", "2", "enter", "3", "enter")
        assert app.page == "guard"
        await app.press("down", "1")
        assert "◆" in app.text
        await app.press("enter")
        assert app.key == "session/closing"
        assert _roles(app) == {
            ("actor000", first, "leads"),
            ("actor001", first, "decides"),
            ("actor002", second, "takes-part"),
            ("actor001", None, "guards"),
        }


async def test_who_guards_the_whole_stands_apart_from_the_tasks(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_actors) as app:
        while not _to(app, "rollen"):
            await app.press("escape", "enter")
        await app.press("1", "enter")
        assert app.page == "guard"
        await app.press("1")
        assert _roles(app) == {("actor000", None, "leads"), ("actor000", None, "guards")}
        await app.press("left")
        assert app.page == ""
        await app.press("0")
        assert _roles(app) == {("actor000", None, "guards")}, "no role here leaves the guard alone"
        await app.press("enter", "1")
        assert _roles(app) == set(), "once more: no longer"


async def test_who_is_missing_can_be_added_at_once(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        assert "Er staat nog niemand op de kaart." in app.text
        await app.press("a")
        await app.type("Scouting")
        await app.press("enter")
        await app.press("f")
        await app.type("Politie")
        await app.press("enter", "a")
        await app.type("POLITIE")
        await app.press("enter")
        assert list(app.state.actors().values()) == [
            Actor(name="Scouting", side="informal"),
            Actor(name="Politie", side="formal"),
        ]
        await app.press("b")
        assert "Politie biedt" in app.text


async def test_nothing_is_kept_of_an_empty_line_and_one_that_is_left_is_gone_on_with(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_actors) as app:
        await app.press("1", "b", "enter", "2", "z")
        await app.type("toch niet")
        await app.press("escape", "3", "z")
        assert "toch niet" not in app.text, "it is no word of another party"
        await app.press("escape", "2", "z")
        assert _all(app) == []
        assert "toch niet   (nog niet bewaard)" in app.text


async def test_what_was_being_typed_survives_a_crash(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_actors) as app:
        await app.press("2", "z")
        await app.type("ouders")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "Wijkteam zoekt" in app.text
        await app.press("enter")
        assert _all(app) == [said(1, "asks", "ouders")]


async def test_nothing_stays_on_disk_of_what_was_wiped(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_actors) as app:
        await app.press("2", "z")
        await app.type("geheim")
        assert app.opening.run is not None
        await app.opening.run.desk.write(lambda: None)  # what is being typed was handed to the writer before
        assert _on_disk(tmp_path, b"geheim")
        await app.press("escape")
        assert _on_disk(tmp_path, b"geheim"), "what was only left can be gone on with"
        await app.press("2", "z", "ctrl+u", "escape")
        await app.opening.run.desk.write(lambda: None)
        assert not _on_disk(tmp_path, b"geheim")


def _on_disk(folder: Path, text: bytes) -> bool:
    return any(text in path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_said_can_be_said_otherwise(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(EXAMPLE, tmp_path, size=size, prepare=_offered) as app:
        await app.press("o", "e")
        await app.type(" en meer")
        await app.press("enter", "down", "delete")
        assert _all(app) == [said(2, "brings", "tachtig mensen en meer")]
        await app.press("ctrl+z")
        assert len(_all(app)) == 2
        assert "Teruggenomen: het weghalen van een bijdrage." in app.status
        await app.press("left")
        assert app.page == ""


async def test_without_tasks_there_is_the_neighbourhood(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_offered) as app:
        await app.press("enter", "enter", "enter")
        assert "De wijk als geheel" in app.text
        await app.press("enter")
        assert _to(app, "rollen")
        assert "De wijk als geheel" in app.text
        await app.press("1", "enter")
        assert _roles(app) == {("actor000", None, "leads")}


async def test_a_task_can_be_changed_and_taken_away(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_with_tasks) as app:
        await app.press("enter", "enter", "down", "e")
        await app.type(" nieuw")
        await app.press("enter")
        assert [task.name for task in app.state.tasks().values()] == ["Opgave 0 nieuw", "Opgave 1"]
        await app.press("delete")
        assert list(app.state.tasks()) == [T1]
        await app.press("ctrl+z")
        assert list(app.state.tasks()) == [T0, T1]


async def test_links_are_asked_one_by_one_and_can_be_left(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_with_tasks) as app:
        await app.press("enter", "enter", "enter")
        assert "Appgroep Zuid biedt" in app.text
        await app.press("enter")
        assert "Gemeente zoekt" in app.text
        await app.press("left", "down", "enter", "0")
        assert [each.task for each in _all(app)] == [T1, None]
        assert "Hier hoort nog niets bij." in app.text
        await app.press("enter")
        assert "niemand zoekt iets" in app.text
        await app.press("enter")
        assert "niemand biedt iets" in app.text
        await app.press("v", "1")
        assert [each.task for each in _all(app)] == [T1, T0]


async def test_roles_are_asked_about(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=_with_tasks) as app:
        await app.press(*["enter"] * 7)
        assert _to(app, "rollen")
        assert "tachtig mensen" in app.text
        assert "trekt dit" not in app.text
        await app.press("3")
        assert "Nog niemand trekt dit. Wie begint?" in app.text
        await app.press("1", "down", "1")
        assert "Er zijn er 2 die trekken." in app.text
        await app.press("0")
        assert _roles(app) == {("actor002", T0, "leads")}
        await app.press("enter", "left", "left")
        assert _to(app, "opgaven")


async def test_what_does_not_fit_beside_who_brings_it_stands_under_it(tmp_path: Path) -> None:
    long = "tachtig mensen die samen alle straten van de wijk kennen"

    def brought(state: State) -> State:
        return _with_tasks(state).replace(
            registers=registers(
                ACTORS, tasks(2), [said(2, "brings", long, T0), said(0, "brings", "koffie", T0)]
            )
        )

    async with running(EXAMPLE, tmp_path, size=(80, 24), prepare=brought) as app:
        await app.press(*["enter"] * 7)
        assert _to(app, "rollen")
        for what in (long, "koffie"):
            assert any(row.strip() == what for row in app.body), app.text


async def test_in_a_window_that_grew_the_question_is_whole(tmp_path: Path) -> None:
    """Textual lays out a window of another size before the page is filled for it."""

    def at_roles(state: State) -> State:
        actors = {**ACTORS, "actor003": Actor(name="Voetbalclub", side="informal")}
        return state.replace(registers=registers(actors, tasks(2), []), at=Position("blocks", "alliantie"))

    async with running(built_in() / "blocks" / "alliantie.toml", tmp_path, prepare=at_roles) as app:
        assert "Wie doet wat?" in app.text
        await app.pilot.resize_terminal(160, 45)
        await app.settle()
        assert "Wie trekt deze opgave?" in app.text
        assert "Wie beslist erover, en wie doet mee?" in app.text


def _many(state: State) -> State:
    actors = {f"many{n:04}": Actor(name=f"Partij {n}", side="informal") for n in range(22)}
    contributions = [
        Contribution(actor=name, direction="brings", what=f"een aanbod van nummer {n} dat wat langer is")
        for n, name in enumerate(actors)
    ]
    return state.replace(registers=registers(actors, {}, contributions))


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_pointed_at_is_seen_in_long_lists(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(EXAMPLE, tmp_path, size=size, prepare=_many) as app:
        for number in range(22):
            assert any("▸" in row and f"Partij {number}  " in f"{row}  " for row in app.body)
            await app.press("down")
        await app.press("o")
        for number in range(22):
            assert any("▸" in row and f"nummer {number} " in f"{row} " for row in app.body), app.text
            await app.press("down")
