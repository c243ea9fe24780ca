"""What stands in an OpenDocument text: the parts of a report as headings, lists, tables and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from facilitator.document import Bars, Dots, Heading, Items, Paragraph, Part, Report, Table, side_by_side
from facilitator.report.column_widths import column_widths
from facilitator.report.odt_styles import (
    BODY,
    CAPTION,
    CELL,
    FIGURE,
    FIRST,
    HEAD,
    LEAD_IN,
    NAMES,
    POINT,
    POINTS,
    QUIET,
    VERSION,
    heading_style,
    on_page_one,
)
from facilitator.report.svg import picture
from facilitator.report.svg_shapes import WIDE as PICTURE
from facilitator.xml_markup import Xml, possible, x, xml_file

WIDE: Final = 17.4
"""Centimetres between the margins of A4."""
BETWEEN: Final = 0.8
"""Centimetres between two pictures side by side."""
SCALE: Final = (WIDE / 2 - BETWEEN) / PICTURE
"""Centimetres for a unit of a picture: two stand side by side, in letters of nearly 10 points."""
BROKEN: Final = "First_20_after_20_page_20_one"
"""The heading that begins on a new page."""
PICTURES: Final = "Pictures"
"""The cell of a picture that stands beside another."""
_BLANKS: Final = re.compile(r"(?<= ) +|^ +")


class OdtBody:
    """``content.xml`` of a report, and the pictures that belong beside it."""

    def __init__(self, report: Report) -> None:
        self.pictures: dict[str, bytes] = {}
        """By the name of the file in the package."""
        self._tables: list[Xml] = []
        """The styles of the columns, of every table its own."""
        self._count = 0
        body = list(self._report(report))
        self.content = xml_file(
            x(
                "office:document-content",
                x(
                    "office:automatic-styles",
                    _first(),
                    *_of_tables(),
                    *self._tables,
                    _of_pictures(),
                ),
                x("office:body", x("office:text", *body)),
                **NAMES,
                office__version=VERSION,
            )
        )

    def _report(self, report: Report) -> Iterator[Xml]:
        yield _heading(report.title, 1)
        yield from self._parts([*report.lead, *report.page_one], under=1, look=FIRST)
        style = BROKEN if report.page_one else None
        for section in report.sections:
            yield _heading(section.title, 2, style)
            style = None
            yield from self._parts(section.parts, under=2)

    def _parts(self, parts: Sequence[Part], under: int, look: str | None = None) -> Iterator[Xml]:
        """Give parts under a heading of this level, so that no level is left out.

        ``look``: of headings on page one, where letters are larger.
        """
        runs = side_by_side(parts)
        for run, after in zip_longest(runs, runs[1:]):
            if dots := [part for part in run if isinstance(part, Dots)]:
                yield from self._in_pairs(dots)
            else:
                yield from self._part(run[0], after, under, look)

    def _part(self, part: Part, after: Sequence[Part] | None, under: int, look: str | None) -> Iterator[Xml]:
        match part:
            case Heading():
                yield _heading(part.text, min(part.level, under + 1), look)
            case Paragraph():
                leads = after is not None and isinstance(after[0], Items)
                style = QUIET if part.quiet else LEAD_IN if leads else BODY
                yield from _paragraphs(part.text, on_page_one(style) if look else style)
            case Items():
                yield _list(part.lines, on_page_one(POINT) if look else POINT)
            case Table():
                yield from self._table(part, on_page_one(CELL) if look else CELL)
            case Bars():
                yield from self._figure(part, drawn=bool(part.bars))

    # -- tables

    def _table(self, table: Table, style: str) -> Iterator[Xml]:
        if table.caption:
            yield _text(table.caption, CAPTION)
        self._count += 1
        name = f"Table{self._count}"
        columns = [
            x("table:table-column", table__style_name=self._column(f"{name}.{number}", share))
            for number, share in enumerate(column_widths(table), 1)
        ]
        head = x("table:table-header-rows", _row(table.head, HEAD, "Head"))
        rows = (_row(row, style, "Cell") for row in table.rows)
        yield x("table:table", *columns, head, *rows, table__name=name, table__style_name="Wide")

    def _column(self, name: str, share: int) -> str:
        width = x(
            "style:table-column-properties",
            style__column_width=f"{WIDE * share / 1000:.3f}cm",
            style__rel_column_width=f"{share}*",
        )
        self._tables.append(x("style:style", width, style__name=name, style__family="table-column"))
        return name

    # -- pictures

    def _in_pairs(self, dots: Sequence[Dots]) -> Iterator[Xml]:
        """Give two to a row, in a table without lines: what belongs together stays on one page."""
        if len(dots) == 1:
            yield from self._dots(dots[0])
            return
        self._count += 1
        name = f"{PICTURES}{self._count}"
        columns = [
            x("table:table-column", table__style_name=self._column(f"{name}.{number}", 500))
            for number in (1, 2)
        ]
        cells = [x("table:table-cell", *self._dots(each), table__style_name=PICTURES) for each in dots]
        if len(cells) % 2:
            cells.append(x("table:table-cell", _text("", BODY), table__style_name=PICTURES))
        rows = [
            x("table:table-row", *cells[at : at + 2], table__style_name="Row")
            for at in range(0, len(cells), 2)
        ]
        yield x("table:table", *columns, *rows, table__name=name, table__style_name="Wide")

    def _dots(self, part: Dots) -> Iterator[Xml]:
        yield from self._figure(part, drawn=bool(part.rows))
        yield from [_list(part.notes)] if part.notes else []
        yield from _paragraphs(part.asked, QUIET) if part.asked else []

    def _figure(self, part: Dots | Bars, *, drawn: bool) -> Iterator[Xml]:
        yield _text(part.title, CAPTION)
        if drawn:
            yield self._image(part)
        yield from _paragraphs(part.words, BODY) if part.words else []

    def _image(self, part: Dots | Bars) -> Xml:
        image = picture(part)
        name = f"Pictures/picture{len(self.pictures) + 1}.svg"
        self.pictures[name] = possible(image.svg).encode()
        file = x(
            "draw:image",
            xlink__href=name,
            xlink__type="simple",
            xlink__show="embed",
            xlink__actuate="onLoad",
            draw__mime_type="image/svg+xml",
        )
        frame = x(
            "draw:frame",
            file,
            x("svg:title", part.title),
            x("svg:desc", image.words),
            draw__name=f"Picture {len(self.pictures)}",
            draw__style_name="Drawn",
            text__anchor_type="as-char",
            svg__width=f"{image.width * SCALE:.3f}cm",
            svg__height=f"{image.height * SCALE:.3f}cm",
        )
        return x("text:p", frame, text__style_name=FIGURE)


def _heading(text: str, level: int, style: str | None = None) -> Xml:
    name = style or heading_style(level)
    return x("text:h", *_inline(text), text__style_name=name, text__outline_level=level)


def _paragraphs(text: str, style: str) -> Iterator[Xml]:
    return (_text(paragraph, style) for paragraph in text.split("\n\n"))


def _text(text: str, style: str) -> Xml:
    return x("text:p", *_inline(text), text__style_name=style)


def _inline(text: str) -> Iterator[Xml | str]:
    """Give text as an office program reads it: a line break, and blanks that would fall away, as elements."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield x("text:line-break")
        at = 0
        for found in _BLANKS.finditer(line):
            yield line[at : found.start()]
            yield x("text:s", text__c=len(found[0]))
            at = found.end()
        yield line[at:]


def _list(lines: Sequence[str], style: str = POINT) -> Xml:
    return x(
        "text:list", *(x("text:list-item", _text(line, style)) for line in lines), text__style_name=POINTS
    )


def _row(cells: Sequence[str], style: str, cell: str) -> Xml:
    made = (x("table:table-cell", _text(text, style), table__style_name=cell) for text in cells)
    return x("table:table-row", *made, table__style_name="Row")


# -- looks that belong to this text alone


def _first() -> Xml:
    page = x("style:paragraph-properties", fo__break_before="page")
    return x(
        "style:style",
        page,
        style__name=BROKEN,
        style__family="paragraph",
        style__parent_style_name=heading_style(2),
    )


def _of_tables() -> list[Xml]:
    table = x(
        "style:table-properties",
        style__width=f"{WIDE}cm",
        table__align="margins",
        fo__margin_top="0.1cm",
        fo__margin_bottom="0.2cm",
        table__border_model="collapsing",
    )
    row = x("style:table-row-properties", fo__keep_together="always")
    line = {"fo__border_left": "none", "fo__border_right": "none", "fo__border_top": "none"}
    room = {"fo__padding_left": "0cm", "fo__padding_right": "0.25cm"}
    air = {"fo__padding_top": "0.04cm", "fo__padding_bottom": "0.04cm"}
    head = x("style:table-cell-properties", **room, **air, **line, fo__border_bottom="0.04cm solid #1c2326")
    cell = x("style:table-cell-properties", **room, **air, **line, fo__border_bottom="0.02cm solid #c9d0d2")
    beside = x(
        "style:table-cell-properties",
        fo__padding_left="0cm",
        fo__padding_right=f"{BETWEEN}cm",
        fo__padding_top="0cm",
        fo__padding_bottom="0cm",
        fo__border="none",
    )
    return [
        x("style:style", table, style__name="Wide", style__family="table"),
        x("style:style", row, style__name="Row", style__family="table-row"),
        x("style:style", head, style__name="Head", style__family="table-cell"),
        x("style:style", cell, style__name="Cell", style__family="table-cell"),
        x("style:style", beside, style__name=PICTURES, style__family="table-cell"),
    ]


def _of_pictures() -> Xml:
    look = x("style:graphic-properties", style__vertical_pos="top", style__vertical_rel="baseline")
    return x("style:style", look, style__name="Drawn", style__family="graphic")
