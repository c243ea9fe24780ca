"""Other hats in the real app: kinds of hat, counted by hands."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.words import LANGUAGES, Language
from tests.steps.running import SIZES, composed, example, problems_of, running

EXAMPLE = example("checkin")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_they_are_counted_and_three_share_one(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        key = app.key
        await app.press("h", "4", "down", "+", "+")
        assert app.state.hats() == {"lives": 4, "works": 2}
        lives, works = ("woont hier", "werkt hier") if language == "nl" else ("lives here", "works here")
        assert lives in app.text
        assert "●●●●" in app.text
        await app.press("enter")
        assert app.page == ""
        assert f"{lives} 4" in app.text
        assert works not in app.text
        await app.press("h", "-", "-", "-", "-")
        assert app.state.hats() == {"works": 2}
        await app.press("ctrl+z")
        assert app.state.hats()["lives"] == 1
        await app.press("escape", "enter")
        assert app.key != key


async def test_nobody_wears_more_hats_than_there_are_people(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("h", "9", "9")
        assert app.state.hats() == {"lives": 9}
        await app.press("down", "1", "9")
        assert app.state.hats()["works"] == 9
        await app.press("up", "1", "8", "+")
        assert app.state.hats()["lives"] == 18
        assert "Er zijn er nu 18" in app.text


async def test_before_people_are_counted_there_is_nothing_to_ask(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=lambda state: state.replace(people={})) as app:
        await app.press("h")
        assert app.page == ""
        assert "Tel eerst wie er zijn" in app.text


async def test_what_only_the_room_may_know_survives_a_crash_and_no_closing(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("h", "2")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert app.state.hats() == {"lives": 2}
        assert "counted" not in app.path.read_text(encoding="utf-8")
    async with running(EXAMPLE, tmp_path) as app:
        assert app.state.hats() == {}


@pytest.mark.parametrize(("cells", "fits"), [(27, True), (28, False)])
async def test_a_kind_of_hat_is_as_wide_as_stands_before_its_count(
    tmp_path: Path, cells: int, fits: bool
) -> None:
    hat = "x" * cells
    block = tmp_path / "passen" / "passen.toml"
    block.parent.mkdir()
    block.write_text(EXAMPLE.read_text(encoding="utf-8").replace("woont hier", hat), encoding="utf-8")
    found = problems_of(composed(block), block)
    assert [problem.code for problem in found] == ([] if fits else ["scenario.too_wide"])
    if fits:
        async with running(block, tmp_path, size=SIZES[0]) as app:
            await app.press("h", "9")
            assert f"{hat}   9   ●●●●●●●●●" in app.text
