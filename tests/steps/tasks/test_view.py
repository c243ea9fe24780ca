"""Tasks in the real app."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.scenario.library import built_in
from facilitator.session.registers import Task
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Position, State
from facilitator.words import LANGUAGES, Language
from tests.steps.running import SIZES, Running, running
from tests.steps.tasks.said import ASKING, EXAMPLE, ITEMS, MAKING, holding, with_items

PLAIN = Task(name="Het plein is licht", for_whom="wie er langs moet", why_now="nu", wanted="licht")


def names(app: Running) -> list[str]:
    return [task.name for task in app.state.tasks().values()]


async def say(app: Running, *lines: str) -> None:
    """Type lines, each with Enter."""
    for line in lines:
        await app.type(line)
        await app.press("enter")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_the_first_key_to_the_last(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=with_items) as app:
        await app.press("enter")
        assert "Auto's rijden te hard" in app.text
        await say(app, "Auto's rijden stapvoets", "Het plein is licht")
        assert names(app) == ["Auto's rijden stapvoets", "Het plein is licht"]
        await app.press("enter")
        for question in ("for_whom", "why_now", "wanted"):
            assert app.page.endswith(f"/{question}")
            await say(app, f"eerste {question}")
        await app.press("enter", "enter", "enter")
        assert app.page == "overview"
        assert "Auto's rijden stapvoets" in app.text
        assert "eerste for_whom" in app.text
        await app.press("enter")
        assert app.key == ASKING
        await say(app, "dan gaat het mis")
        await app.press("enter", "enter")
        await app.press("enter", "enter")
        await say(app, "groen")
        assert app.page == "overview"
        assert "groen" in app.text
        await app.press("enter")
        assert app.key == CLOSING
        first, second = app.state.tasks().values()
        assert first == Task(
            name="Auto's rijden stapvoets",
            for_whom="eerste for_whom",
            why_now="eerste why_now",
            wanted="eerste wanted",
            if_nothing="dan gaat het mis",
            theme="verkeer",
            item="item0000",
        )
        assert second == Task(name="Het plein is licht", theme="groen")


async def test_a_worry_is_not_taken_for_what_has_to_change(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_items) as app:
        await app.press("enter", "enter")
        assert names(app) == []
        await app.press("down", "enter")
        await say(app, "Auto's rijden stapvoets")
        assert names(app) == ["Auto's rijden stapvoets"]


async def test_what_was_said_is_taken_as_it_is_or_typed_over(tmp_path: Path) -> None:
    def hoping(state: State) -> State:
        first = ITEMS["item0000"].model_copy(update={"sort": "ambition"})
        return state.replace(registers={"items": {**ITEMS, "item0000": first}})

    async with running(EXAMPLE, tmp_path, prepare=hoping) as app:
        await app.press("enter", "enter")
        assert names(app) == ["Auto's rijden te hard"]
        assert app.page == "names"
        await app.press("down", "enter")
        await say(app, "Jongeren hebben een eigen plek")
        assert names(app) == ["Auto's rijden te hard", "Jongeren hebben een eigen plek"]
        assert "wat wij al noemden" not in app.text, "all of it has a task"
        await app.press("up", "delete")
        assert "wat wij al noemden (1)" in app.text
        await app.press("ctrl+z")
        assert len(names(app)) == 2
        assert "het weghalen van een opgave" in app.status


@pytest.mark.parametrize("keys", [["left"], ["escape"], ["down", "down", "enter"]])
async def test_who_wants_other_words_types_them(tmp_path: Path, keys: list[str]) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_items) as app:
        await app.press(*keys)
        assert app.page == "names"
        await say(app, "Iets heel anders")
        assert names(app) == ["Iets heel anders"]


async def test_nothing_is_made_of_what_was_only_looked_at(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_items) as app:
        await app.press("enter", "escape")
        assert names(app) == []
        await app.press("down", "enter", "ctrl+u", "backspace")
        await app.press(*["backspace"] * 40, "enter")
        assert names(app) == []


async def test_a_name_is_reworded(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=holding(PLAIN)) as app:
        await app.press("up", "e")
        await app.type(" 's avonds")
        await app.press("enter")
        assert names(app) == ["Het plein is licht 's avonds"]


async def test_a_big_word_in_a_name_brings_a_question_until_it_is_plain(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await say(app, "Meer samenhang")
        assert "“Meer samenhang”: wat ziet de wijk dan?" in app.text
        await app.press("enter", "enter", "enter")
        assert app.page.endswith("/wanted")
        assert "“Meer samenhang”: wat ziet de wijk dan?" in app.text
        await say(app, "meer verbinding")
        assert app.page.endswith("/wanted"), "it stays for the question"
        assert "“meer verbinding”: wat ziet de wijk dan?" in app.text
        await app.press("enter")
        assert app.page == "overview", "and never holds anyone up"
        await app.press("left", "ctrl+u", "ctrl+k")
        await app.press(*["backspace"] * 20)
        await say(app, "elke week soep")
        assert app.page == "overview"
        assert "wat ziet de wijk dan?" not in app.text
        await app.press("left", "up", "left", "left")
        assert app.page == "names"
        assert "wat ziet de wijk dan?" not in app.text


async def test_for_everyone_brings_a_question_once(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await say(app, "Het plein is licht")
        await app.press("enter")
        await say(app, "iedereen")
        assert "Wie merkt het als eerste?" in app.text
        await say(app, ", eerst ouderen")
        assert app.page.endswith("/why_now")
        assert next(iter(app.state.tasks().values())).for_whom == "iedereen, eerst ouderen"


async def test_more_than_enough_is_a_question_and_no_wall(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await say(app, "a", "b", "c")
        assert "Welke kan wachten?" not in app.text
        await say(app, "d")
        assert "Er staan nu 4 opgaven. Welke kan wachten?" in app.text


async def test_without_tasks_the_way_on_is_free(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        assert app.key == MAKING
        await app.press("enter")
        assert app.key == ASKING
        assert "Er zijn nog geen opgaven" in app.text
        await app.press("left")
        assert app.key == MAKING


async def test_who_comes_back_begins_with_what_is_open(tmp_path: Path) -> None:
    half = PLAIN.model_copy(update={"why_now": ""})
    async with running(EXAMPLE, tmp_path, prepare=holding(PLAIN, half)) as app:
        await app.press("enter")
        assert app.page == "task0001/why_now"
        assert "voor wie: wie er langs moet" in app.text
        await app.press("left")
        assert app.page == "task0001/for_whom"
        await app.press("up")
        assert app.page == "task0000/wanted", "in a text the arrow up goes back"
        await app.press("escape", "left", "escape", "left", "escape", "left")
        assert app.page == "names"


async def test_an_answer_is_changed_taken_back_and_done_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=holding(PLAIN)) as app:
        await app.press("enter", "e")
        assert app.page == "task0000/for_whom"
        await say(app, " 's avonds")
        assert app.state.tasks()["task0000"].for_whom == "wie er langs moet 's avonds"
        await app.press("escape", "left", "ctrl+z")
        assert app.state.tasks()["task0000"].for_whom == "wie er langs moet"
        assert "avonds" not in app.text
        await app.press("escape", "ctrl+y")
        assert "wie er langs moet 's avonds" in app.text


async def test_what_was_being_typed_survives_a_crash_and_what_was_kept_is_no_draft(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await say(app, "Plein", "School")
        await app.press("enter")
        await app.type("oud")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "oud" in app.text
        await say(app, "eren")
        assert app.state.tasks()["id000001"].for_whom == "ouderen"
        await app.tick()
        assert app.opening.run is not None
        kept = app.opening.run.desk.draft(f"{MAKING}/id000001/for_whom/answer")
        assert kept == "", "what is kept is no draft"


async def test_a_suggestion_is_no_draft(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_items) as app:
        await app.press("enter")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        await say(app, "Stapvoets")
        assert names(app) == ["Stapvoets"]


# -- headings


async def to_asking(app: Running) -> None:
    await app.press("enter", "enter")
    assert app.key == ASKING


@pytest.mark.parametrize("keys", [["down", "down", "enter"], ["down", "2"]])
async def test_a_heading_is_used_again_with_one_key(tmp_path: Path, keys: list[str]) -> None:
    tasks = [
        PLAIN.model_copy(update={"theme": theme, "name": theme or "Licht"})
        for theme in ("wonen", "groen", "")
    ]
    async with running(EXAMPLE, tmp_path, prepare=holding(*tasks)) as app:
        await to_asking(app)
        await app.press(*["enter"] * 8)
        assert app.page == "task0002/theme"
        assert "1  wonen" in app.text
        await app.press(*keys)
        assert app.state.tasks()["task0002"].theme == "groen"
        assert app.page == "overview"


async def test_a_heading_is_typed(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=holding(PLAIN)) as app:
        await to_asking(app)
        await app.press("enter", "enter")
        assert app.page == "task0000/theme"
        await app.press("down")
        await say(app, "e2")
        assert app.state.tasks()["task0000"].theme == "e2"


# -- what there is then


@pytest.mark.parametrize("size", SIZES)
async def test_all_that_was_said_can_be_read(tmp_path: Path, size: tuple[int, int]) -> None:
    tasks = [
        PLAIN.model_copy(update={"name": f"Opgave {n}", "theme": "wonen" * (n % 2), "wanted": f"gezien {n}"})
        for n in range(3)
    ]
    async with running(EXAMPLE, tmp_path, size=size, prepare=holding(*tasks)) as app:
        await app.press("enter")
        assert app.page == "overview"
        seen = app.text
        for _ in range(3):
            await app.press("down")
            seen += app.text
        for n in range(3):
            assert f"Opgave {n}" in seen
            assert f"gezien {n}" in seen
        assert "wonen" in seen
        await app.press("e")
        assert app.page == "task0002/for_whom", "the last pointed at, those without a heading last"


async def test_each_answer_begins_a_row(tmp_path: Path) -> None:
    tasks = [PLAIN.model_copy(update={"name": f"Opgave {n}", "wanted": f"gezien {n}"}) for n in range(2)]
    async with running(EXAMPLE, tmp_path, size=(80, 24), prepare=holding(*tasks)) as app:
        await app.press("enter")
        assert app.page == "overview"
        assert [row.strip() for row in app.body if "gezien" in row] == [
            f"als het klaar is: gezien {n}" for n in range(2)
        ]


def many(state: State) -> State:
    long = "de straat waar iedereen elkaar groet en die "
    return holding(*(Task(name=f"nummer {n}: {long * 2}") for n in range(12)))(state)


@pytest.mark.parametrize("size", SIZES)
async def test_the_line_to_type_in_stays_in_sight_under_many_tasks(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, prepare=many) as app:
        assert "13   Typ wat er moet veranderen" in app.text
        assert "nummer 11" in app.text
        await app.press(*["up"] * 12)
        assert any("▸" in row and "nummer 0:" in row for row in app.body)


async def test_a_note_is_about_the_task(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=holding(PLAIN.model_copy(update={"wanted": ""}))) as app:
        await app.press("enter", "ctrl+n")
        await say(app, "mooi")
        assert [note.text for note in app.state.notes_of(MAKING, "task0000").values()] == ["mooi"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_task_gets_a_place_and_the_overview_says_where_they_come_together(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    told = PLAIN.model_copy(update={"if_nothing": "niets", "chance": "een feest", "theme": "groen"})
    tasks = holding(told, told.model_copy(update={"name": "Bankjes"}))
    block = built_in() / "blocks" / "opgaven.toml"

    def prepare(state: State) -> State:
        return tasks(state).replace(at=Position("blocks", "niets-doen"))

    async with running(block, tmp_path, size=size, prepare=prepare) as app:
        assert "Waar speelt dit vooral?" in app.text
        assert "Nooit een huisnummer" in app.text
        await say(app, "het plein")
        while "/" in app.page and not app.page.endswith("/where"):
            await app.press("enter")
        assert "1  het plein" in app.text, "a place that was named is chosen with its number"
        await app.press("down", "1")
        assert app.page == "overview"
        assert "Hier komt het samen: het plein (2: groen 2)." in app.text
        assert [task.where for task in app.state.tasks().values()] == ["het plein", "het plein"]
