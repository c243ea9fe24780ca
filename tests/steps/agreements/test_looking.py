"""Asking of agreements that were made how the neighbourhood sees them, who looks, and to what they belong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Agreement, Entry, Task
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Before, Position, State
from facilitator.words import LANGUAGES, Language
from tests.steps.running import DAY, SIZES, example, running

EXAMPLE = example("agreements")
BENCH = Agreement(what="Een bank bij de school zetten", who="huismeester", due=date(2026, 4, 3))
TREES = Agreement(what="Bomen water geven", who="buurtcomité", due=date(2026, 5, 1))
IDEA = Agreement(what="Een feest")


def at(step: str, *, tasks: bool = False) -> Callable[[State], State]:
    firm = {name: each.model_copy(update={"firmness": "agreement"}) for name, each in AGREED.items()}
    registers: dict[str, dict[str, Entry]] = {"agreements": {**firm, "agree003": IDEA}}
    if tasks:
        registers["tasks"] = {"task0001": Task(name="Prettig spelen"), "task0002": Task(name="Schone straat")}
    return lambda state: state.replace(registers=registers, at=Position("agreements", step))


AGREED = {"agree001": BENCH, "agree002": TREES}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_agreement_says_how_it_is_seen(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=at("zichtbaar")) as app:
        assert "Een bank bij de school zetten" in app.text
        await app.type("Er staat een bank")
        await app.press("enter")
        await app.type("Er zit iemand op")
        await app.press("enter")
        assert "Bomen water geven" in app.text, "the next one"
        await app.press("enter", "enter")
        first, second, idea = app.state.agreements().values()
        assert (first.seen, first.proof) == ("Er staat een bank", "Er zit iemand op")
        assert (second.seen, second.proof) == ("", "")
        assert idea == IDEA, "an idea is not asked for what it will show"
        assert app.key == "agreements/tussendoor", "after the last one the group goes on"


async def test_who_looks_and_when(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("tussendoor")) as app:
        await app.type("wijkteam")
        await app.press("enter")
        await app.type("sint juttemis")
        await app.press("enter")
        assert "agree001" in app.state.agreements()
        assert app.state.agreements()["agree001"].look_on is None, "a day that can't be read is not kept"
        assert "sint juttemis" in app.text, "and stays to be mended"
        await app.press(*["backspace"] * len("sint juttemis"))
        await app.type("3-4")
        await app.press("enter")
        found = app.state.agreements()["agree001"]
        assert (found.keeper, found.look_on) == ("wijkteam", date(2026, 4, 3))
        await app.press("escape", "left")
        assert "wijkteam" in app.text, "going back shows what was kept"
        assert "3 april" in app.text
        await app.press("escape", "enter")


async def test_what_is_typed_survives_a_crash_with_its_own_agreement(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("zichtbaar")) as app:
        await app.press("enter", "enter")
        await app.type("Groene bomen")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "Bomen water geven" in app.text
        assert "Groene bomen" in app.text
        await app.press("escape", "left")
        assert "Groene bomen" not in app.text


async def test_without_agreements_the_group_goes_on(tmp_path: Path) -> None:
    empty = at("zichtbaar")
    async with running(EXAMPLE, tmp_path, prepare=lambda s: empty(s).replace(registers={})) as app:
        assert "Dat mag" in app.text
        await app.press("enter", "enter")
        assert app.key == CLOSING


async def test_an_agreement_belongs_to_a_task(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("afspraken", tasks=True)) as app:
        await app.press("1", "b")
        assert "Bij welke opgave hoort dit?" in app.text
        await app.press("up", "up", "down", "enter")
        assert app.state.agreements()["agree001"].task == "task0002"
        assert "Hoort bij: Schone straat" in app.text
        await app.press("ctrl+z")
        assert app.state.agreements()["agree001"].task is None


async def test_an_agreement_is_untied_from_its_task(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("afspraken", tasks=True)) as app:
        await app.press("1", "b", "up", "up", "enter")
        assert app.state.agreements()["agree001"].task == "task0001"
        await app.press("b", "down", "down", "enter")
        assert app.state.agreements()["agree001"].task is None
        assert "Hoort bij" not in app.text


async def test_without_tasks_nothing_is_asked_of_them(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("afspraken")) as app:
        await app.press("1")
        assert "bij opgave" not in app.text


async def test_tonights_are_asked_first_and_what_is_over_not_at_all(tmp_path: Path) -> None:
    def before(state: State) -> State:
        state = at("zichtbaar")(state)
        agreements = dict(state.registers["agreements"])
        agreements["agree000"] = BENCH.model_copy(update={"firmness": "agreement", "status": "done"})
        meeting = Meeting(day=DAY, title="Eerder", made=["agree000", "agree001"])
        known = Before(session="before01", title="Eerder", day=DAY, meetings=[meeting])
        return state.replace(registers={"agreements": agreements}, before=known)

    async with running(EXAMPLE, tmp_path, prepare=before) as app:
        assert "Bomen water geven" in app.text, "of tonight"
        await app.press("enter", "enter")
        assert "Een bank bij de school zetten" in app.text, "of before, and going on"
        await app.press("enter", "enter")
        assert app.key == "agreements/tussendoor"
