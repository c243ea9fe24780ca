"""A scan on the stage: twenty-one answers a ballot, then the sets beside each other, then each set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from facilitator.session.session_leaves import PEOPLE
from facilitator.session.state import State
from facilitator.ui.terminal.large_letters.known_terminals import KnownTerminal
from facilitator.ui.terminal.large_letters.large_letters import LargeLetters
from facilitator.words import LANGUAGES, Language
from tests.steps.running import SIZES, Running, example, running
from tests.steps.statements.voting import begin, cast, close, everything_kept, last_round, with_people

SCAN: Final = Path(__file__).parent / "scan.toml"
ALL_SIZES: Final = [
    *SIZES,
    *(pytest.param(size, marks=pytest.mark.slow) for size in [(80, 24), (160, 45)]),
]

BALLOTS: Final = ["443" + "221" + "333" + "111" + "432" + "343" + "222"] * 3 + [
    "334" + "342" + "432" + "243" + "111" + "334" + "443"
]
"""Four people; they are of one mind on the first and the last but one statement only."""
TWELVE: Final = [ballot for ballot in BALLOTS for _ in range(3)]
FOUR: Final = with_people(beleid=4)


def alone(state: State) -> State:
    return state.replace(scenario=state.scenario.model_copy(update={"alone": True}), people={"beleid": 4})


async def vote(app: Running, ballots: list[str], way: str = "paper") -> None:
    """Hold the whole vote of one group, and show what came out."""
    await begin(app, way)
    await cast(app, *ballots)
    await close(app)
    await app.press("enter")
    assert app.page == "overview"


def rows_of(app: Running, *titles: str) -> list[int]:
    """Give the rows of the screen on which these stand."""
    return [next(n for n, row in enumerate(app.screen()) if title in row) for title in titles]


# -- twenty-one answers


@pytest.mark.parametrize("size", ALL_SIZES)
async def test_the_typist_sees_where_on_the_ballot_she_is(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(SCAN, tmp_path, size=size) as app:
        await begin(app)
        await app.press(*"3232")
        assert "stelling 5 van 21 · Gezamenlijke ambitie en focus" in app.text
        assert app.view.max_scroll_y == 0
        await app.press("backspace", "backspace")
        assert "stelling 3 van 21 · Gedeelde urgentie" in app.text


async def test_the_squares_of_a_set_stand_together(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path) as app:
        await begin(app)
        await app.press(*"3232")
        squares = next(row.strip() for row in app.body if "□" in row)
        assert squares == "■ ■ ■   ■ □ □   □ □ □   □ □ □   □ □ □   □ □ □   □ □ □"


@pytest.mark.parametrize("way", ["paper", "keyboard"])
async def test_a_ballot_is_kept_whole_and_counted_per_statement(tmp_path: Path, way: str) -> None:
    async with running(SCAN, tmp_path, prepare=with_people(beleid=8)) as app:
        await vote(app, [*BALLOTS, *BALLOTS], way)
        shown = last_round(app).shown
        assert shown is not None
        assert len(shown.groups[0].answers) == 21
        assert shown.groups[0].answers["b1-1"] == [0, 0, 2, 6, 0]


@pytest.mark.parametrize("size", SIZES)
async def test_who_passes_the_keyboard_reads_every_statement(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(SCAN, tmp_path, size=size, prepare=FOUR) as app:
        await begin(app, "keyboard")
        for statement, digit in zip(app.state.rounds_of(app.key)[0].statements, BALLOTS[0], strict=True):
            found = next(
                each.text
                for one in app.state.scenario.statement_sets
                for each in one.statements
                if each.id == statement
            )
            assert found.split()[-1] in app.text
            assert "weet ik niet" in app.text
            assert app.view.max_scroll_y == 0
            await app.press(digit)
        assert "geef het toetsenbord door" in app.text


async def test_hands_are_counted_for_every_statement(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path, prepare=with_people(beleid=8)) as app:
        await begin(app, "hands")
        for _ in range(21):
            await app.press("1", "enter", "2", "enter", "3", "enter", "2", "enter")
        await app.press("enter")
        shown = last_round(app).shown
        assert shown is not None
        assert set(map(tuple, shown.groups[0].answers.values())) == {(1, 2, 3, 2, 0)}


async def test_answers_of_a_scan_are_nowhere_before_it_closes(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path, prepare=with_people(beleid=8)) as app:
        await begin(app)
        await cast(app, BALLOTS[0])
        await app.press(*BALLOTS[1][:11])
        kept = everything_kept(tmp_path)
        assert BALLOTS[0] not in kept
        assert BALLOTS[1][:11] not in kept


# -- one result for a small team


@pytest.mark.parametrize(("prepare", "name"), [(FOUR, "iedereen samen"), (alone, "ons team")])
async def test_a_team_under_six_gets_one_result(
    tmp_path: Path, prepare: Callable[[State], State], name: str
) -> None:
    async with running(SCAN, tmp_path, prepare=prepare) as app:
        while app.page != "collect":
            await app.press("enter")
        assert f"Er komt één uitslag, van {name}." in app.text
        await app.press("enter")
        assert last_round(app).grouping == "total"
        assert app.state.result(PEOPLE)["grouping"] == "total"
        assert name in app.text
        await cast(app, *BALLOTS)
        await close(app)
        await app.press("enter")
        assert name in app.text


async def test_what_was_settled_at_the_check_in_stays(tmp_path: Path) -> None:
    def settled(state: State) -> State:
        results = {PEOPLE: {"grouping": "perspective", "silent": ["bewoners"]}}
        return state.replace(people={"beleid": 3, "bewoners": 2}, results=results)

    async with running(SCAN, tmp_path, prepare=settled) as app:
        await begin(app)
        assert last_round(app).grouping == "perspective"
        assert last_round(app).silent == ["bewoners"]


async def test_a_team_of_six_is_shown_per_perspective(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path, prepare=with_people(beleid=3, bewoners=3)) as app:
        await begin(app)
        assert last_round(app).grouping == "perspective"


# -- the result


@pytest.mark.parametrize("size", ALL_SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_sets_stand_beside_each_other_the_strongest_first(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(SCAN, tmp_path, size=size, language=language, prepare=with_people(beleid=12)) as app:
        await vote(app, TWELVE)
        firmest = {
            "nl": ("Coalitie van partners", "Leren, borgen en vieren", "Bewoners als partner"),
            "en": ("Coalition of partners", "Learning, keeping and celebrating", "Residents as partners"),
        }
        rows = rows_of(app, *firmest[language])
        assert rows == sorted(rows)
        assert app.view.max_scroll_y == 0
        assert ("stevig" if language == "nl" else "firm") in app.text
        _, step = app.state.find(app.key) or pytest.fail("no step")
        assert step.title in app.text
        assert ("geen bewoner" if language == "nl" else "No resident") in app.text


async def test_a_part_that_is_held_back_waits_for_the_team(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path, prepare=alone) as app:
        await app.press("enter")
        await vote(app, ["4" * 21, "4" * 3 + "32" * 9, "4" * 3 + "23" * 9, "4" * 3 + "32" * 9])
        row = next(row for row in app.body if "Gedeelde urgentie" in row)
        assert "nog niet getoond" in row
        assert "Op 3 stellingen kozen wij allemaal hetzelfde." in app.text
        assert "a alles tonen" in app.keys
        await app.press("a")
        row = next(row for row in app.body if "Gedeelde urgentie" in row)
        assert "12 van 12" in row or "12/12" in row
        assert "alles tonen" not in app.keys
        await app.press("ctrl+z")
        assert "nog niet getoond" in app.text


async def test_enter_goes_by_the_differences_to_every_set_and_on(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path, prepare=with_people(beleid=12)) as app:
        await vote(app, TWELVE)
        await app.press("enter")
        assert app.page == "differ"
        assert "Hier verschillen wij zelf het meest" in app.text
        pages = []
        while app.key == "statements/scan":
            await app.press("enter")
            pages.append(app.page)
        assert app.key == "statements/klaar"
        assert sorted(pages[:-1]) == [f"set:bouwsteen-{n}" for n in range(1, 8)]
        await app.press("left")
        assert "Enter per onderdeel" in app.keys


@pytest.mark.parametrize("size", [(120, 36), (160, 45)])
async def test_what_is_asked_of_a_scan_is_read_from_afar(tmp_path: Path, size: tuple[int, int]) -> None:
    letters = LargeLetters(KnownTerminal("xterm", "lines"), wanted=True)
    prepare = with_people(beleid=12)
    async with running(SCAN, tmp_path, size=size, prepare=prepare, letters=letters) as app:
        await vote(app, TWELVE)
        assert app.large, "at the overview"
        await app.press("enter")
        assert "Wie wil vertellen wat hij of zij ziet?" in " ".join(app.large)
        await app.press("enter")
        assert app.page.startswith("set:")
        assert app.large, "at a set"


async def test_a_statement_of_a_set_can_be_looked_at_and_left(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path, prepare=with_people(beleid=12)) as app:
        await vote(app, TWELVE)
        await app.press("enter", "enter")
        name = app.page
        assert "onderdeel 1 van 7" in app.text
        assert "werkset" in app.text or "Platform31" in app.text
        await app.press("down", "right")
        assert app.page == f"one:b{name[-1]}-3"
        assert "●" in app.text
        await app.press("o")
        assert app.page == name
        await app.press("o")
        assert app.page == "overview"


async def test_what_is_pointed_at_in_one_set_says_nothing_of_the_next(tmp_path: Path) -> None:
    """The next set may have fewer statements."""
    block = tmp_path / "scan" / "scan.toml"
    block.parent.mkdir()
    lines = SCAN.read_text(encoding="utf-8").splitlines()
    lines = ['sets = ["bouwsteen-1", "bouwsteen-2"]' if line.startswith("sets") else line for line in lines]
    text = "\n".join(line for line in lines if not line.startswith('    "b'))
    block.write_text(text.replace("only = [", 'only = ["b1-1", "b1-3", "b1-5", "b2-1"'), encoding="utf-8")
    async with running(block, tmp_path / "app", prepare=FOUR) as app:
        await vote(app, ["4441"] * 4)
        await app.press("enter")
        assert app.page == "set:bouwsteen-1"
        await app.press("down", "down", "enter")
        assert app.page == "set:bouwsteen-2"
        await app.press("right")
        assert app.page == "one:b2-1"


async def test_a_set_about_residents_asks_them_first(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path, prepare=with_people(beleid=12)) as app:
        await vote(app, TWELVE)
        await app.press("enter")
        while app.page != "set:bouwsteen-4":
            await app.press("enter")
        assert "Hier heeft geen bewoner geantwoord. Vraag het hun." in app.text


async def test_a_note_under_a_set_stands_there_alone(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path, prepare=with_people(beleid=12)) as app:
        await vote(app, TWELVE)
        await app.press("enter", "enter", "n", *"het koor", "enter")
        assert "“het koor”" in app.text
        await app.press("enter")
        assert "“het koor”" not in app.text


async def test_a_second_vote_on_one_statement_begins_from_its_set(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path, prepare=with_people(beleid=8)) as app:
        await vote(app, [*BALLOTS, *BALLOTS])
        await app.press("enter", "enter", "right", "s", "o")
        assert "v nu stemmen" in app.keys
        await app.press("v")
        assert "stelling 1 van 1" in app.text
        await cast(app, *"33333333")
        await close(app)
        assert app.page.startswith("one:")
        assert "eerst" in app.text


GROUPS: Final = {"beleid": 6, "bewoners": 5, "professionals": 7}


@pytest.mark.parametrize("size", ALL_SIZES)
async def test_perspectives_stand_side_by_side(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(SCAN, tmp_path, size=size, prepare=with_people(**GROUPS)) as app:
        await begin(app)
        for number, count in enumerate(GROUPS.values()):
            if number:
                await app.press("enter")
            await cast(app, *(BALLOTS[(n + number) % 4] for n in range(count)))
        await close(app)
        await app.press("enter", "a")
        assert app.view.max_scroll_y == 0
        for name in GROUPS:
            assert name in app.text
        row = next(row for row in app.body if "Bewoners als partner" in row)
        assert row.count("/") == 3 or row.count(" van ") == 3
        await app.press("enter")
        assert app.view.max_scroll_y == 0
        while app.key == "statements/scan":
            await app.press("enter")
            assert app.view.max_scroll_y == 0, app.text


async def test_any_vote_of_a_small_team_alone_gives_one_result(tmp_path: Path) -> None:
    async with running(example("statements"), tmp_path, prepare=alone) as app:
        await begin(app)
        assert last_round(app).grouping == "total"
        assert "ons team" in app.text


async def test_reading_aloud_can_be_left_for_the_vote(tmp_path: Path) -> None:
    async with running(SCAN, tmp_path) as app:
        assert "e naar het stemmen" in app.keys
        await app.press("e")
        assert app.page == "collect"
