"""The left arrow is back on every page of every kind of step, and stands in the key bar."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from facilitator.kinds import kinds
from facilitator.session.registers import Actor, Contribution, Fact, Item, Story, Task
from facilitator.session.state import State
from facilitator.ui.kit.actions import shown_key
from facilitator.ui.kit.view import DeskView
from tests.steps.running import Running, example, running

NO_WAY_BACK: Final = frozenset({"statements"})
"""In a vote the arrow goes from statement to statement, and never out of a ballot that is being filled."""
LEAVES_FOR_LIST: Final = frozenset({"none", "first"})
"""Pages at the end of agreements, from which the way back is the list."""
MOST_PAGES: Final = 60


def filled(state: State) -> State:
    """Give a session in which something of everything is there, so that every page is."""
    items = [Item(text="poep", sort="worry"), Item(text="groen", sort="ambition")]
    actors = [Actor(name="School", side="formal"), Actor(name="Koor", side="informal")]
    return state.replace(
        registers={
            "items": {f"item000{n}": item for n, item in enumerate(items)},
            "actors": {f"actor00{n}": actor for n, actor in enumerate(actors)},
            "tasks": {"task0000": Task(name="Droge huizen"), "task0001": Task(name="Veilige straat")},
            "contributions": {
                "said0000": Contribution(actor="actor000", direction="brings", what="een zaal")
            },
            "facts": {"fact0000": Fact(what="huizen met vocht")},
            "stories": {"story000": Story(text="een oude buurvrouw")},
        }
    )


def _place(app: Running) -> tuple[str, str]:
    """Give the step and page that the room sees, also where the group has no page in mind."""
    page = getattr(app.view, "own_page", app.page)
    return app.key, page


async def _look_back(app: Running, before: list[tuple[str, str]]) -> str:
    """Give what is wrong with the way back from here; empty when nothing is."""
    here = _place(app)
    field = app.view.field
    if field is not None and field.text:
        return ""  # in a text the arrow goes through the text
    actions = app.app.stage.actions()
    back = next((each for each in actions if each.answers("left", typing=field is not None)), None)
    if back is None or not back.rank:
        return f"{here}: no way back"
    if shown_key(back, app.view.t, typing=field is not None) != "←":
        return f"{here}: {back.name} is shown as another key"
    assert isinstance(app.view, DeskView)
    stage, page = app.view.stage, app.page
    await app.press("left")
    there = _place(app)
    await stage.go_to(here[0], page)
    await app.settle()
    in_step = [place for place in before if place[0] == here[0]]
    wanted = in_step if here[1] in LEAVES_FOR_LIST else in_step[-1:]
    if before and (there not in wanted if in_step else there[0] != before[-1][0]):
        return f"{here}: back goes to {there}, not to {before[-1]}"
    return ""


@pytest.mark.parametrize("kind", sorted({*kinds()} - NO_WAY_BACK))
async def test_left_is_back_on_every_page(tmp_path: Path, kind: str) -> None:
    wrong: list[str] = []
    async with running(example(kind), tmp_path, prepare=filled) as app:
        before: list[tuple[str, str]] = []
        for _ in range(MOST_PAGES):
            if app.key == "session/closing":
                break
            if _place(app) not in before:
                wrong.append(await _look_back(app, before))
                before.append(_place(app))
            await app.press(
                *(["down"] * 8 if "agreements" in app.key and app.view.field is None else []), "enter"
            )
    assert [line for line in wrong if line] == []
