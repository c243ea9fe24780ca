"""What the second window holds of a session: what a facilitator needs, and nothing of how anyone answered."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len

from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library
from facilitator.session.registers import Parked
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Position, State
from facilitator.storage.files import Files
from facilitator.storage.journal_follower import JournalFollower
from facilitator.ui.kit.screen_sizes import SMALLEST_ROOM as SMALLEST
from facilitator.ui.notes.notes_page import NotesLayout
from facilitator.ui.notes.notes_sheet import NotesSheet
from facilitator.words import LANGUAGES, Language, Words
from tests.architecture.house import SCENARIOS
from tests.steps.running import DAY, STARTS, Running, begun, example, running
from tests.steps.statements.voting import begin, cast, cast_all, close, with_people
from tests.ui.asking import mark_of, places_of

TRIAL = SCENARIOS / "blocks" / "proefronde.toml"
SIZES = [SMALLEST, (64, 18), (80, 24), (120, 36), (200, 60)]
FEWEST = 5
"""Rows of the notes that are seen at once on the smallest window, under a title of two rows."""
NOW = datetime.combine(DAY, STARTS)


async def followed(folder: Path) -> State:
    """Give what whoever follows the wall knows."""
    await mark_of(folder)
    state = JournalFollower(Files(), places_of(folder), kinds()).look().state
    assert state is not None
    return state


def text(state: State, size: tuple[int, int] = (120, 60), language: Language = "nl") -> str:
    page = NotesLayout(Words(language), *size).page(NotesSheet.of(state, NOW), "", 0)
    return "\n".join(row.plain for row in page.rows)


async def test_it_is_where_the_wall_is(tmp_path: Path) -> None:
    async with running(TRIAL, tmp_path) as app:
        total = len(app.state.keys())
        for number in range(1, total + 1):
            found = app.state.find(app.key)
            assert found is not None
            sheet = NotesSheet.of(await followed(tmp_path), NOW)
            assert (sheet.number, sheet.total, sheet.title) == (number, total, found[1].title)
            assert sheet.notes == found[1].notes
            assert [each.title for each in sheet.coming] == titles(app, number)
            await go_on(app)


def titles(app: Running, number: int) -> list[str]:
    return [step.title for _, step in list(app.state.places())[number : number + 4]]


async def go_on(app: Running) -> None:
    """Go to the next step, whatever a step asks."""
    assert app.opening.run is not None
    await app.opening.run.go_on()
    await app.settle()


async def test_what_was_parked_and_who_is_here_are_those_of_now(tmp_path: Path) -> None:
    async with running(TRIAL, tmp_path) as app:
        await app.press("p")
        await app.type("de speeltuin")
        await app.press("enter")
        said = text(await followed(tmp_path))
        assert "de speeltuin" in said
        for there in ("beleid (6)", "bewoners (5)", "professionals (7)", "Wie is er (18)"):
            assert there in said


async def test_ballots_that_come_in_change_nothing(tmp_path: Path) -> None:
    async with running(example("statements"), tmp_path) as app:
        await begin(app)
        before = await followed(tmp_path)
        await cast(app, "443", "433")
        await app.type("3")
        after = await followed(tmp_path)
        assert after == before
        assert text(after) == text(before)


@pytest.mark.parametrize("answer", "1234")
async def test_how_a_small_group_of_one_mind_answered_is_not_known(tmp_path: Path, answer: str) -> None:
    """Of the journal, which holds it until the session is closed, nothing of that comes through."""
    people = {"beleid": 3, "bewoners": 3, "professionals": 3}
    ballots = {
        "beleid": [f"{answer}{rest}" for rest in ("13", "23", "24")],
        "bewoners": ["421", "313", "412"],
        "professionals": ["234", "144", "243"],
    }
    async with running(example("statements"), tmp_path, prepare=with_people(**people)) as app:
        await begin(app)
        await cast_all(app, ballots)
        await close(app)
        assert app.opening.run is not None
        assert app.opening.run.desk.history.state.withheld, "there is something to hide"
        state = await followed(tmp_path)
        assert state.withheld == {}
        assert text(state) == text(state.replace(rounds={}, results={}))


PARKED = {f"parked{n:02}": Parked(text="een lange regel op de parkeerlijst, voor later") for n in range(3)}


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_step_of_every_programme_fits_every_window(path: Path) -> None:
    scenario = load_scenario(path, Library.of(path), kinds(), "nl")
    state = begun(TRIAL).replace(scenario=scenario, registers={"parked": PARKED})
    people = {perspective.id: 12 for perspective in scenario.perspectives}
    for number, key in enumerate([*state.keys(), CLOSING]):
        use, _, step = key.partition("/")
        here = state.replace(at=Position(use, step), people=people, listeners=2, begun={key: "19:30"})
        sheet = NotesSheet.of(here, NOW + timedelta(minutes=40 * (number % 3)))
        for size in SIZES:
            fits(NotesLayout(Words(LANGUAGES[number % 2]), *size), sheet, size)


def fits(layout: NotesLayout, sheet: NotesSheet, size: tuple[int, int]) -> None:
    """See that each window has as many rows as it is high, none too wide, and that scrolling shows all."""
    seen: list[str] = []
    first = layout.page(sheet, "", 0)
    assert layout.page(sheet, "", first.most + 9).rows == layout.page(sheet, "", first.most).rows
    for scrolled in sorted({*range(0, first.most, FEWEST), first.most}):
        page = layout.page(sheet, "", scrolled)
        rows = [row.plain for row in page.rows]
        assert len(rows) == size[1]
        assert max(map(cell_len, rows)) <= size[0]
        assert "\n" not in "".join(rows)
        seen += rows
    words = " ".join(" ".join(seen).replace("↓", " ").replace("↑", " ").split())
    for told in (sheet.title, sheet.notes, sheet.watch, sheet.outcome):
        for word in told.split():
            assert word in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_sentence_fits_every_window(language: Language, size: tuple[int, int]) -> None:
    """Why something was not done is read wholly on the smallest window, and the notes stay in sight."""
    t = Words(language)
    layout = NotesLayout(t, *size)
    for name in ("no_session", "ended"):
        rows = [row.plain for row in layout.sentence(t(f"notes.{name}"))]
        assert len(rows) == size[1]
        assert t(f"notes.{name}") in " ".join(" ".join(rows).split())
    for name in ("typing", "panel", "ballots", "elsewhere", "stayed", "no_answer", "not_saved", "too_small"):
        said = t(f"notes.refused.{name}")
        assert said in " ".join(" ".join(row.plain for row in layout._said(said)).split())
    long = t("notes.refused.own_key", label="hoe ga ik verder")
    assert long in " ".join(" ".join(row.plain for row in layout._said(long)).split())
