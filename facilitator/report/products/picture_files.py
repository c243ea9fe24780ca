"""Each picture of a report as a file of its own, for slides and newsletters: with title, n and day."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from facilitator.document import Bars, Dots, Report
from facilitator.report.session_report import build
from facilitator.report.svg import framed
from facilitator.report.svg_shapes import Picture
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

LONGEST: Final = 40
"""Letters of the title in the name of a file."""


@dataclass(frozen=True)
class PictureFile:
    """A picture that stands alone."""

    name: str
    """Of the file, without its ending; the number before it is that of the order in the report."""
    picture: Picture


def picture_files(state: State, t: Words, today: date) -> list[PictureFile]:
    """Give the pictures of the report, in its order."""
    report = build(state, t, today)
    where = f"{state.about.place}, {say_date(state.about.day, t.language)}"
    return [
        PictureFile(f"{number:02}-{_plain(part.title)}", framed(part, _said_under(part, where, t)))
        for number, part in enumerate(_pictures(report), 1)
    ]


def _pictures(report: Report) -> Iterator[Dots | Bars]:
    parts = [*report.lead, *report.page_one, *(part for each in report.sections for part in each.parts)]
    for part in parts:
        if (isinstance(part, Dots) and part.rows) or (isinstance(part, Bars) and part.bars):
            yield part


def _said_under(part: Dots | Bars, where: str, t: Words) -> list[str]:
    """Say how many answered of each group, when and where; an earlier vote is counted apart by its moment."""
    if isinstance(part, Dots):
        counted = [(row.label, sum(row.counts), row.faint) for row in part.rows]
    else:
        counted = [(bar.label, bar.whole, bar.faint) for bar in part.bars]
    groups = ", ".join(f"{label} {n}" for label, n, faint in counted if not faint)
    return [t("report.product.picture.answered", groups=groups), where]


def _plain(title: str) -> str:
    """Give a title as it can stand in the name of a file anywhere."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return words[:LONGEST].rstrip("-") or "picture"
