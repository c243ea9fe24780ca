"""What the room sees of an earlier session beside its own result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from facilitator.insight.suppression import Counted, close_round
from facilitator.session.rounds import Shown
from facilitator.session.state import Before, EarlierVote, State
from tests.steps.running import SIZES, Running, example, running
from tests.steps.statements.test_view_result import SECOND, again, row
from tests.steps.statements.voting import EVENING, STATEMENTS, begin, cast, cast_all, close, hold

EXAMPLE = example("statements")
DECEMBER = date(2025, 12, 4)
EARLIER: Mapping[str, Sequence[str]] = {
    "beleid": ["111", "122", "231", "322", "111"],
    "bewoners": ["433", "443", "342", "111"],
    "professionals": ["224", "124", "113", "234", "214", "324"],
}


def counted(ballots: Sequence[str]) -> Counted:
    rows = {
        name: [sum(ballot[n] == point for ballot in ballots) for point in "1234?"]
        for n, name in enumerate(STATEMENTS)
    }
    return Counted(ballots=len(ballots), answers=rows)


def shown(groups: Mapping[str, Sequence[str]]) -> Shown:
    votes = {name: counted(ballots) for name, ballots in groups.items()}
    return close_round(votes, grouping="perspective", points=4, minimum=3).shown


def after(
    groups: Mapping[str, Sequence[str]] = EARLIER, texts: Mapping[str, str] | None = None
) -> Callable[[State], State]:
    """Let the session follow one in which these ballots were cast."""

    def prepare(state: State) -> State:
        found = {
            each.id: each.text
            for one in state.scenario.statement_sets
            for each in one.statements
            if each.id in STATEMENTS
        }
        vote = EarlierVote(day=DECEMBER, texts={**found, **(texts or {})}, shown=shown(groups))
        before = Before(session="session0", title="Startbijeenkomst", day=DECEMBER, votes=[vote])
        return state.replace(before=before)

    return prepare


def faint(app: Running, label: str = "in december") -> list[str]:
    """Give the rows of the earlier answers."""
    return [line for line in app.body if line.strip().startswith(label)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_overview_shows_what_it_was_and_asks_no_pattern(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, prepare=after()) as app:
        await hold(app)
        assert "12 van 12" in row(app, "beleid")
        assert "in december: 2 van 10 eens" in app.text
        assert "Wie er in december ook was, is niet geteld." in app.text
        assert "minder op?" in app.text
        assert app.view.max_scroll_y == 0


@pytest.mark.parametrize("size", SIZES)
async def test_earlier_answers_stand_faintly_under_the_new_ones(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, prepare=after()) as app:
        await hold(app)
        await app.press("enter")
        assert app.page == "one:ua1"
        assert row(app, "beleid").count("●") + row(app, "beleid").count("█") >= 6
        assert [line.count("○") for line in faint(app)] == [5, 4, 6]
        assert "Wat is er veranderd, of wat zien wij nu anders?" in app.text
        assert app.view.max_scroll_y == 0


async def test_other_words_are_called_another_question(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=after(texts={"ua4": "Het was hier beter."})) as app:
        await hold(app)
        while app.page != "one:ua4":
            await app.press("enter")
        assert "in december: andere vraag" in app.text
        assert "○" not in app.text


async def test_a_group_that_was_of_one_mind_stays_held_back(tmp_path: Path) -> None:
    groups = {**EARLIER, "bewoners": ["211", "212", "213"]}
    async with running(EXAMPLE, tmp_path, prepare=after(groups)) as app:
        await hold(app)
        assert "in december: iedereen koos hetzelfde" in app.text
        await app.press("enter")
        assert app.page == "one:ua1"
        assert [line.count("○") for line in faint(app)] == [5, 0, 6]


async def test_a_second_vote_of_tonight_goes_before_that_of_another_day(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=after()) as app:
        await hold(app)
        await again(app, "ua1", "ua2")
        await cast_all(app, SECOND)
        await close(app)
        assert app.page == "one:ua1"
        assert faint(app) == []
        assert "eerst" in app.text


async def test_in_one_result_for_all_nothing_of_perspectives_stands_beside_it(tmp_path: Path) -> None:
    def together(state: State) -> State:
        people = {"session/people": {"grouping": "total", "silent": []}}
        return after()(state).replace(results=people)

    async with running(EXAMPLE, tmp_path, prepare=together) as app:
        await begin(app)
        await cast(app, *(ballot for ballots in EVENING.values() for ballot in ballots))
        await close(app)
        await app.press("enter")
        assert "december" not in app.text


async def test_who_agrees_to_show_answers_tonight_cannot_speak_for_then(tmp_path: Path) -> None:
    groups = {**EARLIER, "bewoners": ["211", "212", "213"]}
    people = {"beleid": 6, "bewoners": 3}

    def prepare(state: State) -> State:
        return after(groups)(state).replace(people=people)

    async with running(EXAMPLE, tmp_path, prepare=prepare) as app:
        await hold(app, {"beleid": EVENING["beleid"], "bewoners": ["411", "412", "413"]})
        await app.press("a", "enter")
        while app.page != "one:ua1":
            await app.press("enter")
        assert row(app, "bewoners").count("●") == 3
        assert [line.count("○") for line in faint(app)] == [5, 0]
        assert "iedereen koos hetzelfde" in app.text


async def test_a_group_that_is_not_here_now_is_not_shown_as_it_was(tmp_path: Path) -> None:
    def prepare(state: State) -> State:
        return after()(state).replace(people={"beleid": 6, "professionals": 7})

    async with running(EXAMPLE, tmp_path, prepare=prepare) as app:
        await hold(app, {name: ballots for name, ballots in EVENING.items() if name != "bewoners"})
        await app.press("enter")
        assert "bewoners" not in app.text
        assert len(faint(app)) == 2
