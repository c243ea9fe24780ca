"""A statement in the words of the room: another statement, before anyone votes, never beside the old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.report.plain_text import render
from facilitator.report.session_report import build
from facilitator.session.same_statements import reworded
from facilitator.session.state import State
from facilitator.session.worded_statements import SAID_HERE, is_said_here
from facilitator.steps.statements.kind import StatementsStep, statements_of
from facilitator.storage.session_file import Loaded, read_text
from facilitator.words import Words
from tests.steps.running import DAY, SIZES, Running, example, running
from tests.steps.statements.test_view_earlier import after, faint
from tests.steps.statements.voting import begin, cast_all, close, last_round

VOTE = example("statements")
OURS = "Hier is meer nodig dan er nu gebeurt."


def asked(state: State) -> dict[str, str]:
    """Give the statements of the first vote, by their names."""
    step = next(step for _, step in state.places() if isinstance(step, StatementsStep))
    return {statement.id: statement.text for statement in statements_of(step, state.scenario)}


async def say(app: Running, key: str, text: str) -> None:
    await app.press(key, "ctrl+e", *["backspace"] * 200)
    await app.type(text)
    await app.press("enter")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_statement_in_other_words_is_another_statement(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(VOTE, tmp_path, size=size) as app:
        before = asked(app.state)
        await app.press("enter")
        await say(app, "v", OURS)
        after = asked(app.state)
        assert [*after.values()] == [*[*before.values()][:1], OURS, *[*before.values()][2:]]
        changed = [*after][1]
        assert is_said_here(changed)
        assert changed not in before
        assert OURS in app.text
        assert "Stelling 2 van 3 · in onze woorden" in app.text
        assert "niet te vergelijken met eerdere keren" in " ".join(app.text.split())


async def test_one_more_stands_at_the_end_and_is_voted_on(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await say(app, "+", OURS)
        assert "Stelling 4 van 4 · in onze woorden" in app.text
        assert [*asked(app.state).values()][-1] == OURS
        await begin(app)
        assert last_round(app).statements == [*asked(app.state)]
        await app.press(*"4433")
        assert "vol." in app.text


async def test_what_says_how_urgent_it_is_names_the_new_one(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        step = next(step for _, step in app.state.places() if isinstance(step, StatementsStep))
        assert next(iter(asked(app.state))) in step.level
        await say(app, "v", OURS)
        step = next(step for _, step in app.state.places() if isinstance(step, StatementsStep))
        assert next(iter(asked(app.state))) in step.level
        await begin(app)
        await cast_all(app)
        await close(app)
        await app.press("enter")
        assert last_round(app).status == "revealed"


async def test_it_is_taken_back_and_done_again_until_someone_votes(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        before = asked(app.state)
        await say(app, "v", "eerst zo")
        await say(app, "v", OURS)
        await app.press("ctrl+z")
        assert "Teruggenomen: andere woorden voor een stelling." in app.text
        assert next(iter(asked(app.state).values())) == "eerst zo"
        await app.press("ctrl+y")
        assert next(iter(asked(app.state).values())) == OURS
        await app.press("ctrl+z", "ctrl+z")
        assert asked(app.state) == before
        await begin(app)
        await app.press("ctrl+y", "ctrl+y")
        assert asked(app.state) == before, "a vote is held on these words now"


async def test_while_and_after_a_vote_the_words_stay(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await say(app, "v", OURS)
        words = asked(app.state)
        await begin(app)
        await app.press("x", "x")
        assert last_round(app).status == "voided"
        await app.press("ctrl+z", "ctrl+z")
        assert asked(app.state) == words
        await app.press("left")
        assert "Stelling" in app.text
        await say(app, "v", "toch weer anders")
        assert asked(app.state) == words
        assert "De woorden blijven zoals ze zijn." in " ".join(app.text.split())


async def test_the_same_words_are_no_change_and_words_that_stand_there_are_refused(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        before = asked(app.state)
        await app.press("v", "enter")
        assert asked(app.state) == before
        await say(app, "v", [*before.values()][1])
        assert asked(app.state) == before
        assert "Deze stelling staat er al." in app.text
        await app.press("escape")
        await say(app, "+", [*before.values()][1])
        assert asked(app.state) == before


async def test_it_is_kept_in_the_file_and_after_a_crash(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await say(app, "v", OURS)
        words = asked(app.state)
        await app.crash()
    async with running(VOTE, tmp_path) as app:
        assert asked(app.state) == words
        path = app.path
    read = read_text(path.read_text(encoding="utf-8"), kinds())
    assert isinstance(read, Loaded)
    assert asked(read.state) == words


async def test_a_line_that_was_not_kept_is_asked_for_again(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await app.press("v")
        await app.type(" Of niet")
        await app.crash()
    async with running(VOTE, tmp_path) as app:
        assert "Of niet" in app.text
        assert not any(name.startswith(SAID_HERE) for name in asked(app.state))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nothing_of_earlier_times_stands_beside_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(VOTE, tmp_path, size=size, prepare=after()) as app:
        await say(app, "v", OURS)
        await begin(app)
        await cast_all(app)
        await close(app)
        await app.press("enter")
        assert "december" not in app.text, "one of the statements together is another one"
        seen = {}
        for _ in range(3):
            await app.press("enter")
            seen[next(text for text in asked(app.state).values() if text[:30] in app.text)] = faint(app)
        assert seen[OURS] == []
        assert all(seen[text] for text in seen if text != OURS)
        told = " ".join(render(build(app.state, Words("nl"), DAY), Words("nl")).split())
        assert told.count("In deze woorden gezegd op de avond zelf.") == 1


async def test_it_is_nowhere_taken_for_the_statement_in_whose_place_it_came(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path / "one") as app:
        first = app.state
    async with running(VOTE, tmp_path / "two") as app:
        await say(app, "v", OURS)
        await app.press("enter")
        await say(app, "v", "Ook dit zeggen wij anders.")
        second = app.state
    assert reworded([first, second]) == {}, "nobody is even asked whether it counts as the same"
    shared = asked(first).keys() & asked(second).keys()
    assert [name for name in shared if asked(first)[name] != asked(second)[name]] == []
    assert len(shared) == 1
