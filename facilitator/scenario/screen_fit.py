"""Whether texts fit the smallest screen, 64 columns by 18 rows: what people at ten metres can read. Pure."""

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


class Written(NamedTuple):
    """A text of the author on a page."""

    key: str
    """Where it is written, seen from the step, or from the set: ``questions[2].text``."""
    text: str
    width: int = WIDTH
    set: str = ""
    """The statement set that it is written in; empty: the step."""

    @property
    def rows(self) -> int:
        return count_rows(self.text, self.width)


class ScreenPage(NamedTuple):
    """Texts that stand on the screen together, with the rows of what else has to be seen there."""

    texts: Sequence[Written]
    besides: int
    """Rows for the rest: blank ones between the texts, answers, a scale, a line to type in."""


def find_tall(page: ScreenPage) -> tuple[Written, Problem] | None:
    """Give the longest text of a page that does not fit, with the problem; None when all of it fits."""
    rows = [text.rows for text in page.texts]
    most = max(rows)
    room = max(HEIGHT - page.besides - (sum(rows) - most), LEAST)
    if most <= room:
        return None
    longest = page.texts[rows.index(most)]
    return longest, Problem("scenario.too_tall", {"rows": most, "most": room}, key=longest.key)


def find_wide(key: str, text: str, most: int) -> list[Problem]:
    """Give a problem when a title takes more cells than there are where it stands."""
    wide = cells(text)
    return [Problem("scenario.too_wide", {"cells": wide, "most": most}, key=key)] if wide > most else []


def scale_rows(points: Sequence[str], unknown: str) -> int:
    """Give the rows that a scale takes under a statement: each point with its number, whole on a row."""
    marked = [*(f"{number} {name}" for number, name in enumerate(points, 1)), f"? {unknown}"]
    return sum(count_rows(row, WIDTH) for row in packed(marked, WIDTH))


def reading_page(key: str, text: str, scale: int, of: str = "") -> ScreenPage:
    """Give the page on which a statement is read aloud: its number, a scale of so many rows, how to vote."""
    return ScreenPage([Written(key, text, set=of)], besides=1 + scale + 1)


def result_page(key: str, text: str, ask: str, groups: int, of: str = "") -> ScreenPage:
    """Give the page that shows how a statement was answered: a row per group, the names of the points, and
    what the room is asked when answers differ; ``key`` is that of the statement's table."""
    written = [Written(f"{key}.text", text, set=of), Written(f"{key}.ask", ask, set=of)]
    return ScreenPage(written, besides=groups + 3)
