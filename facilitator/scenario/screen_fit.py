"""Whether texts fit the smallest screens. Pure.

64 columns by 18 rows is what people at ten metres can read, 40 by 12 what they read at fifteen. On the first
a page stands there whole; on the second one text does, and its page scrolls.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from facilitator.line_breaks import cells, count_rows, packed
from facilitator.problems import Problem

WIDTH: Final = 60
"""Cells of a row of the body, within its margins."""
HEIGHT: Final = 13
"""Rows of the body: 18, without the title and its rule, the line to say things, the keys and a margin."""
LEAST: Final = 2
"""Rows that a text may always take: a page that can't spare these scrolls."""
ROOM_WIDTH: Final = 37
"""The same for 40 columns by 12 rows, beside what scrolls."""
ROOM_HEIGHT: Final = 10
ROOM_LEAST: Final = 8
"""Rows of one text: with the title over it, it is read at once."""


class Written(NamedTuple):
    """A text of the author on a page."""

    key: str
    """Where it is written, seen from the step, or from the set: ``questions[2].text``."""
    text: str
    width: int = WIDTH
    set: str = ""
    """The statement set that it is written in; empty: the step."""

    def rows(self, width: int = WIDTH) -> int:
        """Give the rows that it takes on a screen of so many cells."""
        return count_rows(self.text, min(self.width, width))


class ScreenPage(NamedTuple):
    """Texts that stand on the screen together, with the rows of what else has to be seen there."""

    texts: Sequence[Written]
    besides: int
    """Rows for the rest: blank ones between the texts, answers, a scale, a line to type in."""
    besides_in_room: int | None = None
    """Rows on the screen with the largest letters for what has to be seen there with the texts: what people
    choose from. None where nothing has to, because one scrolls."""


def find_tall(page: ScreenPage) -> tuple[Written, Problem] | None:
    """Give the longest text of a page that does not fit, with the problem; None when all of it fits."""
    longest, most, room = _longest(page, WIDTH, HEIGHT, LEAST)
    if most <= room:
        return None
    return longest, Problem("scenario.too_tall", {"rows": most, "most": room}, key=longest.key)


def find_tall_in_room(page: ScreenPage) -> tuple[Written, Problem] | None:
    """Give the same for the screen with the largest letters; there it is a warning."""
    if page.besides_in_room is None:
        longest, most, room = _longest(page, ROOM_WIDTH, ROOM_HEIGHT, ROOM_LEAST)
    else:
        longest, most, room = _longest(
            ScreenPage(page.texts, page.besides_in_room), ROOM_WIDTH, ROOM_HEIGHT, LEAST
        )
    if most <= room:
        return None
    values = {"rows": most, "most": room}
    return longest, Problem("scenario.too_tall_room", values, key=longest.key, severity="warning")


def _longest(page: ScreenPage, width: int, height: int, least: int) -> tuple[Written, int, int]:
    """Give the longest text of a page on such a screen, the rows that it takes and those that there are."""
    rows = [text.rows(width) for text in page.texts]
    most = max(rows)
    return page.texts[rows.index(most)], most, max(height - page.besides - (sum(rows) - most), least)


def find_wide(key: str, text: str, most: int) -> list[Problem]:
    """Give a problem when a title takes more cells than there are where it stands."""
    wide = cells(text)
    return [Problem("scenario.too_wide", {"cells": wide, "most": most}, key=key)] if wide > most else []


def scale_rows(points: Sequence[str], unknown: str, width: int = WIDTH) -> int:
    """Give the rows that a scale takes under a statement: each point with its number, whole on a row."""
    marked = [*(f"{number} {name}" for number, name in enumerate(points, 1)), f"? {unknown}"]
    return sum(count_rows(row, width) for row in packed(marked, width))


def reading_page(
    key: str, text: str, points: Sequence[str], unknown: str, of: str = "", *, titled: bool = False
) -> ScreenPage:
    """Give the page on which a statement is read aloud: its number, its scale, how to vote.

    ``titled``: whether it says of which part it is.
    """
    besides = 1 + titled + scale_rows(points, unknown) + 1
    in_room = 1 + titled + scale_rows(points, unknown, ROOM_WIDTH)
    return ScreenPage([Written(key, text, set=of)], besides, in_room)


def result_page(key: str, text: str, ask: str, groups: int, of: str = "") -> ScreenPage:
    """Give the page that shows how a statement was answered: a row per group, the names of the points, and
    what the room is asked when answers differ; ``key`` is that of the statement's table."""
    written = [Written(f"{key}.text", text, set=of), Written(f"{key}.ask", ask, set=of)]
    return ScreenPage(written, besides=groups + 3)
