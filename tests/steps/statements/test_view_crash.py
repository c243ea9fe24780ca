"""A crash at every moment of a vote, and what is left on disk of who answered what: nothing."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from tests.steps.running import Running, example, running
from tests.steps.statements.voting import (
    begin,
    cast,
    cast_all,
    close,
    everything_kept,
    hold,
    last_round,
    to_the_vote,
    with_people,
)

EXAMPLE = example("statements")
SIX = with_people(beleid=3, bewoners=3)
SMALL_EVENING: Final = {"beleid": ["443", "433", "342"], "bewoners": ["111", "112", "221"]}

MOMENTS: Final[Sequence[tuple[list[str], str]]] = [
    (["enter"], "Stelling 2 van 3"),
    (["enter", "enter"], "Hoe komen de antwoorden binnen?"),
    (["enter"], "briefje 1 van 3"),
    (["4", "4"], "briefje 1 van 3"),
    (["4", "4", "3", "enter"], "briefje 2 van 3"),
    ([*"433", "3"], "briefje 3 van 3"),
    ([*"342", "enter"], "bewoners  briefje 1 van 3"),
    (["tab", "tab"], "briefje 1 van 3"),
    (["1", "1", "1", "enter", "1", "1", "2", "enter"], "briefje 3 van 3"),
    (["2", "2", "1", "enter"], "Alle 6 briefjes zijn binnen."),
    (["enter"], "Alle 6 briefjes zijn binnen."),
    (["enter", "enter"], "De antwoorden zijn geteld."),
    (["enter"], "6 van 6"),
    (["enter"], "uitslag 1 van 3"),
    (["s"], "1 stelling opnieuw"),
    (["v"], "stelling 1 van 1"),
    (["4", "enter", "4", "enter", "4", "enter"], "bewoners  briefje 1 van 3"),
    (["1", "enter", "1", "enter", "1", "enter"], "Alle 6 briefjes zijn binnen."),
    (["enter", "enter"], "uitslag 1 van 3"),
]
"""Keys, and what the screen says after them when the app stopped there and was started again."""


async def test_a_crash_at_every_moment_loses_no_ballot_and_comes_back_to_its_page(tmp_path: Path) -> None:
    before, came = "Stelling 1 van 3", 0
    for number, (keys, said) in enumerate(MOMENTS):
        async with running(EXAMPLE, tmp_path, prepare=SIX) as app:
            assert before in app.text, f"before moment {number}\n{app.text}"
            assert box_total(app) == came
            await app.press(*keys)
            before, came = said, box_total(app)
            await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        first, second = app.state.rounds.values()
        assert first.shown is not None
        assert second.shown is not None
        assert [group.ballots for group in [*first.shown.groups, *second.shown.groups]] == [3, 3, 3, 3]
        assert first.shown.groups[0].answers["ua1"] == [0, 0, 1, 2, 0]


def box_total(app: Running) -> int:
    """Give how many ballots lie in the open box, as the screen knows it."""
    came = getattr(app.view, "came", None)
    return came("total") if came else 0


# -- nothing is left of a single ballot


@pytest.mark.parametrize("until", ["all in", "closed", "shown", "over"])
@pytest.mark.parametrize(
    "other",
    [
        {"beleid": ["342", "443", "433"], "bewoners": ["221", "111", "112"]},  # another order
        {
            "beleid": ["433", "343", "442"],
            "bewoners": ["121", "212", "111"],
        },  # other ballots, the same counts
    ],
    ids=["order", "ballots"],
)
async def test_files_are_the_same_whoever_answered_what_and_when(
    tmp_path: Path, until: str, other: dict[str, list[str]]
) -> None:
    kept = []
    for evening in (SMALL_EVENING, other):
        async with running(EXAMPLE, folder := new_folder(tmp_path), prepare=SIX) as app:
            await begin(app)
            await cast_all(app, evening)
            if until != "all in":
                await close(app)
            if until in {"shown", "over"}:
                await app.press("enter", "enter")
            kept.append(everything_kept(folder / "state"))  # the session file follows a moment later
        if until == "over":
            kept[-1] = everything_kept(folder)
    assert kept[0] == kept[1]


def new_folder(parent: Path) -> Path:
    """Give an empty folder, of the same name every time: a journal knows where its session is."""
    folder = parent / "evening"
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    return folder


async def test_nothing_of_a_group_that_is_too_small_is_left(tmp_path: Path) -> None:
    kept = []
    for ballots in (["444", "443"], ["111", "222"]):
        async with running(EXAMPLE, folder := new_folder(tmp_path), prepare=SIX) as app:
            await begin(app)
            await cast(app, *SMALL_EVENING["beleid"])
            await app.press("enter")
            await cast(app, *ballots)
            await app.press("enter", "s", "enter")
            assert last_round(app).shown is not None
        kept.append(everything_kept(folder))
    assert kept[0] == kept[1]


async def test_half_a_ballot_is_never_on_disk(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=SIX) as app:
        await begin(app)
        before = everything_kept(tmp_path)
        await app.press("4", "4", "3")
        assert everything_kept(tmp_path) == before


async def test_the_box_is_gone_when_the_round_is_closed_or_voided(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=SIX) as app:
        await begin(app)
        await cast(app, "444")
        assert list((tmp_path / "state").rglob("id*.box"))
        await app.press("x", "x")
        assert not list((tmp_path / "state").rglob("id*.box"))
        await to_the_vote(app)
        await app.press("enter")
        await cast_all(app, SMALL_EVENING)
        await close(app)
        assert not list((tmp_path / "state").rglob("id*.box"))


async def test_the_session_file_of_a_whole_vote_holds_counts_alone(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=SIX) as app:
        await hold(app, SMALL_EVENING)
        await app.press("q")
    text = everything_kept(tmp_path)
    assert "443" not in text
    assert "433" not in text
