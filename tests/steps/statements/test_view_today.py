"""A vote on what was voted on today: said before it begins, and asked before it ends."""

from __future__ import annotations

from pathlib import Path

from facilitator.session.session_leaves import PEOPLE
from facilitator.session.state import State
from tests.steps.running import SIZES, Running, example, running
from tests.steps.statements.voting import (
    begin,
    cast,
    cast_all,
    close,
    hold,
    last_round,
    to_the_vote,
    with_people,
)

EXAMPLE = example("statements")
THREE = {"beleid": ["413", "423", "324"], "bewoners": ["421", "313", "412"]}
PEOPLE_HERE = {"beleid": 3, "bewoners": 3}


def twice(state: State) -> State:
    """Let the first step of the block stand in the programme once more, as a block that was added."""
    (use,) = state.scenario.uses
    again = use.model_copy(update={"id": "nog-eens", "steps": use.steps[:1]})
    first = use.model_copy(update={"steps": use.steps[:1]})
    scenario = state.scenario.model_copy(update={"uses": [first, again]})
    return with_people(**PEOPLE_HERE)(state).replace(scenario=scenario)


async def to_the_other_use(app: Running) -> None:
    while app.key != "nog-eens/samen":
        await app.press("o")
    await to_the_vote(app)


async def test_it_is_said_before_the_vote_that_it_goes_as_it_went(tmp_path: Path) -> None:
    for size in SIZES:
        async with running(EXAMPLE, tmp_path / str(size[0]), size=size, prepare=twice) as app:
            await hold(app, THREE)
            await to_the_other_use(app)
            said = " ".join(app.text.split())
            assert "Op deze stellingen is vandaag al gestemd, per groep." in said
            assert "Wie later kwam, stemt niet mee." in said
            assert app.view.max_scroll_y == 0


async def test_a_total_stays_a_total_also_when_something_else_was_chosen_since(tmp_path: Path) -> None:
    def as_one(state: State) -> State:
        return twice(state).replace(results={PEOPLE: {"grouping": "total", "silent": []}})

    async with running(EXAMPLE, tmp_path, prepare=as_one) as app:
        await begin(app)
        await cast(app, *(ballot for ballots in THREE.values() for ballot in ballots))
        await close(app)
        await app.press("enter")
        await app.press("w", "c", "escape")
        await to_the_other_use(app)
        assert "met één uitslag voor iedereen" in " ".join(app.text.split())
        await app.press("enter")
        assert last_round(app).grouping == "total"


async def test_who_comes_later_is_not_in_it(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=twice) as app:
        await hold(app, THREE)
        await app.press("w", "+", "escape")
        assert app.state.people["beleid"] == 4
        await to_the_other_use(app)
        await app.press("enter")
        assert "briefje 1 van 3" in app.text
        await cast(app, *THREE["beleid"])
        await app.press("4")
        assert "zijn alle briefjes binnen" in app.text


async def test_before_closing_with_one_fewer_it_is_asked(tmp_path: Path) -> None:
    people = {"beleid": 6, "bewoners": 6}
    ballots = {name: [*rows, *rows] for name, rows in THREE.items()}
    for size in SIZES:
        folder = tmp_path / str(size[0])
        async with running(EXAMPLE, folder, size=size, prepare=with_people(**people)) as app:
            await hold(app, ballots)
            await app.press("enter")
            statement = app.page.removeprefix("one:")
            await app.press("s", "v")
            await cast(app, "4", "3", "4", "3", "4", "2")
            await app.press("tab")
            await cast(app, "4", "3", "4", "3", "1")
            await app.press("enter")
            said = " ".join(app.text.split())
            assert "dan tonen wij de eerste antwoorden van bewoners niet meer" in said
            assert "beleid niet meer" not in said
            assert app.view.max_scroll_y == 0
            await app.press("s")
            first, second = (vote.shown for vote in app.state.rounds.values())
            assert first is not None
            assert second is not None
            assert first.groups[1].withdrawn == [statement]
            assert second.groups[1].ballots == 5
            assert app.page == f"one:{statement}"
            assert "niet meer te tonen" in app.text
            assert app.view.max_scroll_y == 0


async def test_someone_who_left_is_not_waited_for(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=4, bewoners=3)) as app:
        await begin(app)
        assert "briefje 1 van 4" in app.text
        await app.press("w", "minus", "escape")
        assert "briefje 1 van 3" in app.text
        await cast_all(app, THREE)
        assert "Alle 6 briefjes zijn binnen" in app.text
