"""Programmes are walked to their reports; what one leaves, the next of its series finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.scenario.library import built_in, headings
from facilitator.session.after import carry_over
from facilitator.session.state import State
from facilitator.steps import kinds
from facilitator.storage.session_file import read_text, write_text
from tests.programmes.group import Group, evening_of
from tests.programmes.leaving import left
from tests.steps.running import SIZES

SHIPPED = headings(built_in(), "nl")[0]
ALONE = [each.path.stem for each in SHIPPED if not each.series and each.path.stem != "terugkomsessie"]
SERIES = ["buurt-eigen", "buurtagenda"]
COME_OVER = ("actors", "tasks", "contributions", "roles", "facts", "stories", "items", "links", "parked")
WHEN = {"over 2 weken", "over 4 weken", "over 6 weken"}
"""Typed as people say it, and told as a date."""


async def hold(group: Group) -> Path:
    """Let a group go through its programme and close it; see what is left, and give the session file."""
    app = group.app
    await group.walk()
    places = list(app.state.places())
    assert [f"{use.id}/{step.id}" for use, step in places if not left(app.state, use, step)] == []
    assert set(app.state.keys()) <= set(group.visited), "every step was passed"
    await app.type("over 6 weken")
    await app.press("enter")
    assert app.state.closing().next_date
    await app.press("enter")
    return app.path


def report_of(path: Path) -> str:
    return path.with_name(f"{path.stem}-rapport.html").read_text(encoding="utf-8")


def reread(path: Path) -> State:
    """Give what the file says, having seen that it gives itself back byte for byte."""
    saved = path.read_text(encoding="utf-8")
    loaded = read_text(saved, kinds())
    assert write_text(loaded.state, loaded.seq) == saved
    return loaded.state


def see_that_all_is_told(group: Group, path: Path) -> None:
    report = report_of(path)
    assert [line for line in group.typed if line not in report and line not in WHEN] == []
    assert path.with_name(f"{path.stem}-bericht.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ALONE)
async def test_a_programme_leads_to_its_report(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    async with evening_of(name, tmp_path, size) as group:
        path = await hold(group)
    reread(path)
    see_that_all_is_told(group, path)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("series", SERIES)
async def test_a_series_hands_over(tmp_path: Path, series: str, size: tuple[int, int]) -> None:
    """Each part begins with what the one before it left, under the same ids."""
    parts = [each.path.stem for each in SHIPPED if each.series == series]
    before: State | None = None
    for name in parts:
        async with evening_of(name, tmp_path / name, size, after=before) as group:
            if before is not None:
                came = carry_over(before).registers
                for register in COME_OVER:
                    assert dict(group.app.state.registers.get(register, {})) == dict(came.get(register, {}))
                assert group.app.state.before is not None
                assert group.app.state.before.session == before.about.id
                assert any(came.values()), "something came along"
            path = await hold(group)
        before = reread(path)
        see_that_all_is_told(group, path)
    assert len(parts) >= 3


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_return_session_stands_beside_its_start(tmp_path: Path, size: tuple[int, int]) -> None:
    """The agreements of the start are gone through, and its result stands beside the new one."""
    async with evening_of("startbijeenkomst", tmp_path / "start", size) as group:
        path = await hold(group)
    start = reread(path)
    async with evening_of("terugkomsessie", tmp_path / "terug", size, after=start) as group:
        assert set(start.agreements()) <= set(group.app.state.agreements())
        path = await hold(group)
    ended = reread(path)
    first = next(iter(start.agreements()))
    assert ended.agreements()[first].status == "done"
    assert ended.before is not None
    assert {vote.shown.grouping for vote in ended.before.votes} == {"perspective"}
    see_that_all_is_told(group, path)
