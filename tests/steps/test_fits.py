"""What the check says fits stands whole on the smallest screen, and what it says does not fit does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.scenario.screen_fit import WIDTH
from tests.steps.fitting import Page, row
from tests.steps.running import SIZES, composed, problems_of, running
from tests.steps.small_pages import MOVING, PAGES


def test_every_kind_has_a_page_here() -> None:
    assert {page.kind for page in PAGES} == set(kinds())


def too_tall(page: Page, folder: Path, rows: int, wide: int = 0) -> list[tuple[str, object, object]]:
    """Give where the check finds a text too tall, its rows and those there are."""
    block = page.block(folder, rows, wide)
    found = problems_of(composed(block), block)
    return [
        (each.key, each.values["rows"], each.values["most"])
        for each in found
        if each.code == "scenario.too_tall"
    ]


@pytest.mark.parametrize("page", [*PAGES, *MOVING], ids=lambda page: page.name)
def test_the_check_lets_a_text_be_so_tall_and_no_taller(tmp_path: Path, page: Page) -> None:
    assert too_tall(page, tmp_path, page.rows) == []
    ((key, rows, most),) = too_tall(page, tmp_path, page.rows + 1)
    assert (rows, most) == (page.rows + 1, page.rows)
    assert key.endswith(page.key)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
async def test_so_tall_a_text_stands_whole_with_what_has_to_be_seen(tmp_path: Path, page: Page) -> None:
    missing, screen = await not_seen(page, tmp_path, page.rows + (page.spare or 0))
    assert missing == [], screen


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.spare is not None], ids=lambda page: page.name
)
async def test_with_one_row_more_something_is_not_seen(tmp_path: Path, page: Page) -> None:
    """So no row that is counted stays empty, but those that another moment needs."""
    assert page.spare is not None
    missing, screen = await not_seen(page, tmp_path, page.rows + page.spare + 1)
    assert missing != [], screen


@pytest.mark.parametrize("page", [page for page in PAGES if page.width != WIDTH], ids=lambda page: page.name)
async def test_a_row_is_so_wide_and_no_wider(tmp_path: Path, page: Page) -> None:
    """Where something stands before a text or behind it: the check breaks its rows where the screen does."""
    assert too_tall(page, tmp_path, page.rows, page.width) == []
    assert too_tall(page, tmp_path, page.rows, page.width + 1) != []
    for wide, whole in ((page.width, True), (page.width + 1, False)):
        folder = tmp_path / str(wide)
        missing, screen = await not_seen(page, folder, page.rows, wide)
        assert (missing == []) is whole, screen


async def not_seen(page: Page, folder: Path, rows: int, wide: int = 0) -> tuple[list[str], str]:
    """Give what is not on the smallest screen with a text of so many rows, and the screen."""
    low, high = page.block(folder / "low", 1), page.block(folder / "high", rows, wide)
    async with running(low, folder, size=SIZES[0], prepare=lambda state: page.put(state, high)) as app:
        await app.press(*page.keys)
        wanted = [*(row(number, page.width, wide) for number in range(1, rows + 1)), *page.seen]
        missing = [text for text in wanted if text not in app.text]
        return missing + ["what has to be scrolled for"] * bool(app.view.max_scroll_y), app.text
