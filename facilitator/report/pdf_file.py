"""A report as PDF: made as PDF/UA-1 and PDF/A-2a with typst, an optional extra.

What people typed goes in as data, never as typst's own language. Letters are those that typst carries: the
same report gives the same bytes on every machine, and nothing is fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from facilitator.document import Bars, Dots, Heading, Items, Paragraph, Part, Report, Table, side_by_side
from facilitator.problems import Problem, Refused
from facilitator.report.column_widths import column_widths
from facilitator.report.svg import picture
from facilitator.report.svg_shapes import FONT, Picture
from facilitator.words import Words
from facilitator.xml_markup import possible

STANDARDS: Final = ("a-2a", "ua-1")
LETTERS: Final = "Libertinus Serif"
SCALE: Final = 0.82
"""Points for a unit of a picture: two stand side by side, in letters of nearly 10 points."""
LONG: Final = 40
"""Letters of a word that may be broken anywhere: it fits on no line."""
ROUNDS: Final = 5
"""How often letters are left out that typst has no font for; each time it names nearly all of them."""
NO_LETTER: Final = "□"

_LONG_WORD: Final = re.compile(rf"\S{{{LONG},}}")
_NOT_SHOWN: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
_BY_NUMBER: Final = re.compile(r"\\u\{([0-9a-f]+)\}")

Data = dict[str, Any]


def can_be_made() -> bool:
    """Tell whether typst is there; it is not loaded."""
    return find_spec("typst") is not None


def render(report: Report, t: Words, day: date) -> bytes:
    """Give the report as a file; ``day`` is its date. Raises Refused without typst, or when it refuses."""
    try:
        import typst
    except ImportError as error:
        raise Refused(Problem("report.pdf.missing")) from error
    data, unknown = _data(report, t, day), set[str]()
    for _ in range(ROUNDS):
        said = json.dumps(data, ensure_ascii=False)
        try:
            return _made(said.translate(dict.fromkeys(map(ord, unknown), NO_LETTER)), day)
        except typst.TypstError as error:
            more = _unknown_letters(error.diagnostic) - unknown
            if not more:
                raise Refused(Problem("report.pdf.refused", {"why": error.message})) from error
            if not unknown:
                data["parts"].append(_paragraph(t("report.pdf.left_out"), quiet=True))
            unknown |= more
    raise Refused(Problem("report.pdf.refused", {"why": "typst"}))


def _made(said: str, day: date) -> bytes:
    import typst

    made = typst.compile(
        (Path(__file__).parent / "report.typ").read_bytes(),
        sys_inputs={"report": said},
        ignore_system_fonts=True,
        pdf_standards=list(STANDARDS),
        timestamp=datetime.combine(day, time(), UTC),
    )
    return bytes(made)


def _unknown_letters(diagnostic: str) -> set[str]:
    """Give the letters for which no font is there, as typst names them."""
    named = "".join(_NOT_SHOWN.findall(diagnostic))
    return set(_BY_NUMBER.sub(lambda found: chr(int(found[1], 16)), named))


# -- the report as data


def _data(report: Report, t: Words, day: date) -> Data:
    return {
        "title": _breakable(report.title),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "language": t.language,
        "country": t("report.country").lower(),
        "page_of": t("report.page_of", page="\0", pages="\0").split("\0"),
        "parts": list(_report(report)),
    }


def _report(report: Report) -> Iterator[Data]:
    yield _heading(report.title, 1)
    yield from _parts([*report.lead, *report.page_one], under=1)
    if report.page_one:
        yield {"sort": "page"}
    for section in report.sections:
        yield _heading(section.title, 2)
        yield from _parts(section.parts, under=2)


def _parts(parts: Sequence[Part], under: int) -> Iterator[Data]:
    """Give parts under a heading of this level, so that no level is left out."""
    runs = side_by_side(parts)
    for run, after in zip_longest(runs, runs[1:]):
        told = [[*_part(part, after, under)] for part in run]
        yield from [{"sort": "beside", "cells": told}] if len(told) > 1 else told[0]


def _part(part: Part, after: Sequence[Part] | None, under: int) -> Iterator[Data]:
    match part:
        case Heading():
            yield _heading(part.text, min(part.level, under + 1))
        case Paragraph():
            leads = after is not None and isinstance(after[0], Items)
            yield _paragraph(part.text, quiet=part.quiet, leads=leads)
        case Items():
            yield _items(part.lines)
        case Table():
            yield _table(part)
        case Dots():
            yield from _figure(part, drawn=bool(part.rows))
            yield from [_items(part.notes)] if part.notes else []
            yield from [_paragraph(part.asked, quiet=True)] if part.asked else []
        case Bars():
            yield from _figure(part, drawn=bool(part.bars))


def _heading(text: str, level: int) -> Data:
    return {"sort": "heading", "level": level, "text": _breakable(text)}


def _paragraph(text: str, *, quiet: bool = False, leads: bool = False) -> Data:
    texts = [_breakable(each) for each in text.split("\n\n")]
    return {"sort": "paragraph", "texts": texts, "quiet": quiet, "leads": leads and not quiet}


def _items(lines: Sequence[str]) -> Data:
    return {"sort": "items", "lines": [_breakable(line) for line in lines]}


def _table(table: Table) -> Data:
    return {
        "sort": "table",
        "caption": _breakable(table.caption),
        "head": [_breakable(cell) for cell in table.head],
        "rows": [[_breakable(cell) for cell in row] for row in table.rows],
        "widths": column_widths(table),
    }


def _figure(part: Dots | Bars, *, drawn: bool) -> Iterator[Data]:
    if drawn:
        yield _picture(picture(part), part.title)
    else:
        yield _paragraph(part.title, leads=True)
    if part.words:
        yield _paragraph(part.words)


def _picture(image: Picture, title: str) -> Data:
    return {
        "sort": "picture",
        "svg": lettered(image),
        "alt": image.words,
        "width": round(image.width * SCALE),
        "title": _breakable(title),
    }


def lettered(image: Picture) -> str:
    """Give a picture in the letters that typst carries."""
    return possible(image.svg).replace(FONT.replace("'", "&#x27;"), LETTERS).replace(FONT, LETTERS)


def _breakable(text: str) -> str:
    """Let words that fit on no line be broken anywhere."""
    return _LONG_WORD.sub(lambda found: "\u200b".join(found[0]), text)
