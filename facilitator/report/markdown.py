"""A report as Markdown, in which nothing that someone said is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from facilitator.document import Bars, Dots, Heading, Items, Paragraph, Part, Report, Row, Table, named
from facilitator.words import Words

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>()#|~!&$@^=])")
_AT_START: Final = re.compile(r"^([-+]|\d{1,9}(?=[.)]))")
_ADDRESS: Final = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)")

MOST_DOTS: Final = 20


def render(report: Report, _t: Words) -> str:
    """Give the report as CommonMark with tables."""
    blocks = [f"# {escape(report.title)}"]
    blocks += ["\n".join(_part(part)) for part in [*report.lead, *report.page_one]]
    for section in report.sections:
        blocks.append(f"## {escape(section.title)}")
        blocks += ["\n".join(_part(part)) for part in section.parts]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """Give a line of text so that it reads as it is: no list, table, link, picture, HTML or code."""
    text = _MARKUP.sub(r"\\\1", text)
    text = _ADDRESS.sub(lambda found: "\\".join(part for part in found.groups() if part), text)
    found = _AT_START.match(text)
    if not found:
        return text
    start = found[0]
    return f"\\{text}" if start in "-+" else f"{start}\\{text[len(start) :]}"


def _prose(text: str) -> str:
    """Give lines with hard breaks; an empty line ends the paragraph."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(
        "\\\n".join(escape(line) for line in paragraph.split("\n") if line) for paragraph in paragraphs
    )


def _cell(text: str) -> str:
    return " ".join(escape(line) for line in text.split("\n") if line)


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading():
            yield f"{'#' * part.level} {escape(part.text)}"
        case Paragraph():
            yield _prose(part.text)
        case Items():
            yield from (f"- {_cell(line)}" for line in part.lines)
        case Table():
            yield from _captioned(part.caption, part.head, part.rows)
        case Dots():
            yield from _dots(part)
        case Bars():
            yield from _bars(part)


def _captioned(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if caption:
        yield f"**{_cell(caption)}**"
        yield ""
    yield f"| {' | '.join(map(_cell, head))} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _dots(dots: Dots) -> Iterator[str]:
    if dots.rows:
        yield from _captioned(dots.title, ["", *dots.columns], list(map(_row, dots.rows)))
    else:
        yield f"**{_cell(dots.title)}**"
    if dots.words:
        yield ""
        yield _prose(dots.words)
    if dots.notes:
        yield ""
        yield from (f"- {_cell(line)}" for line in dots.notes)
    if dots.asked:
        yield ""
        yield _prose(dots.asked)


def _row(row: Row) -> list[str]:
    dot = "○" if row.faint else "●"
    cells = [f"{dot * count} {count}" if 0 < count <= MOST_DOTS else str(count) for count in row.counts]
    return [named(row), *cells]


def _bars(bars: Bars) -> Iterator[str]:
    yield f"**{_cell(bars.title)}**"
    yield ""
    for bar in bars.bars:
        picture = "●" * bar.part + "○" * (bar.whole - bar.part) if bar.whole <= 2 * MOST_DOTS else ""
        yield f"- {_cell(named(bar))}: {picture} {bar.part}/{bar.whole}".replace("  ", " ")
    yield ""
    yield _prose(bars.words)
