"""A report as one HTML file: no script, nothing from elsewhere, for a phone, a screen and A4."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from facilitator.document import (
    Bars,
    Dots,
    Heading,
    Items,
    Paragraph,
    Part,
    Report,
    Section,
    Table,
    side_by_side,
)
from facilitator.markup import Child, Markup, Value, broken_lines, document, h
from facilitator.report.page_room import is_long
from facilitator.report.svg import picture
from facilitator.words import Words

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Nothing is fetched and nothing runs, whatever stands in the text."""

FEW_COLUMNS: Final = 2
"""A table with more has no room on a phone."""


def render(report: Report, t: Words) -> str:
    """Give the report as a page that stands alone."""
    return page(report.title, Markup(*_body(report, t)), t.language, style("style.css"))


def page(title: str, body: Markup, language: str, css: str) -> str:
    """Give a whole page around a body."""
    head = _block(
        "head",
        _line("meta", charset="utf-8"),
        _line("meta", http_equiv="Content-Security-Policy", content=POLICY),
        _line("meta", name="viewport", content="width=device-width, initial-scale=1"),
        _line("meta", name="referrer", content="no-referrer"),
        _line("title", title),
        _block("style", css),
    )
    return str(document("\n", head, _block("body", body), lang=language))


@cache
def style(name: str) -> str:
    """Give a style sheet that lies beside this code."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def _line(tag: str, *children: Child, **attributes: Value) -> Markup:
    """Give an element with the end of its line."""
    return Markup(h(tag, *children, **attributes), "\n")


def _block(tag: str, *children: Child, **attributes: Value) -> Markup:
    """Give an element whose content stands on lines of its own."""
    return _line(tag, "\n", *children, **attributes)


def _body(report: Report, t: Words) -> Iterator[Markup]:
    title = _line("h1", report.title, class_="long" if is_long(report.title) else None)
    lead = Markup(title, *_parts(report.lead, under=1))
    first = Markup(*_parts(report.page_one, under=1))
    if not report.sections:
        yield _block("header", lead)
        yield _block("main", first, class_="one")
    else:
        yield _block("header", lead, first, class_="one" if report.page_one else None)
        yield _contents(report.sections, t)
        yield _block("main", *(_section(section, f"s{n}") for n, section in enumerate(report.sections, 1)))


def _contents(sections: Sequence[Section], t: Words) -> Markup:
    links = (h("li", h("a", section.title, href=f"#s{n}")) for n, section in enumerate(sections, 1))
    return _line("nav", h("ol", *links), aria_label=t("report.contents"))


def _section(section: Section, name: str) -> Markup:
    """Give a section; one that is folded opens by itself where it is printed (``style.css``)."""
    title = _line("h2", section.title, id=name)
    if not section.folded:
        short = "short" if section.short_lines else None
        return _block("section", title, *_parts(section.parts), aria_labelledby=name, class_=short)
    fold = _block("details", _line("summary", h("h2", section.title, id=name)), *_parts(section.parts))
    return _block("section", fold, aria_labelledby=name)


def _parts(parts: Sequence[Part], under: int = 2) -> Iterator[Markup]:
    """Give the parts in order; pictures that follow each other stand side by side where there is room.

    ``under``: the level of the heading that they stand under, so that no level is left out.
    """
    for run in side_by_side(parts):
        here = [_part(part, under) for part in run]
        yield _block("div", *here, class_="pictures") if len(here) > 1 else Markup(*here)


def _part(part: Part, under: int) -> Markup:
    match part:
        case Heading():
            return _line(f"h{min(part.level, under + 1)}", part.text)
        case Paragraph():
            quiet = "quiet" if part.quiet else None
            paragraphs = part.text.split("\n\n")
            return Markup(*(_line("p", broken_lines(text), class_=quiet) for text in paragraphs))
        case Items():
            return _list(part.lines)
        case Table():
            return _table(part)
        case Dots():
            said = _list(part.notes) if part.notes else None
            asked = _line("p", part.asked, class_="quiet") if part.asked else None
            return _figure(part, part.words, said, asked, drawn=bool(part.rows))
        case Bars():
            return _figure(part, part.words, drawn=bool(part.bars))


def _list(lines: Sequence[str]) -> Markup:
    return _line("ul", *(h("li", broken_lines(line)) for line in lines))


def _figure(part: Dots | Bars, words: str, *more: Child, drawn: bool) -> Markup:
    said = h("p", broken_lines(words)) if words else None
    return _line("figure", h("figcaption", part.title), _image(part) if drawn else None, said, *more)


def _image(part: Dots | Bars) -> Markup:
    """Give a picture inside the page: also where the page is mailed, or opened in an office program."""
    drawn = picture(part)
    data = b64encode(drawn.svg.encode()).decode("ascii")
    source = f"data:image/svg+xml;base64,{data}"
    return h("img", src=source, alt=drawn.words, width=drawn.width, height=drawn.height)


def _table(table: Table) -> Markup:
    """Give a table; on a phone each row of one with many columns becomes a block (``style.css``).

    The roles are those it has anyway: browsers forget them where rows become blocks.
    """
    many = len(table.head) > FEW_COLUMNS
    widths = (h("col", style=f"width:{width}%") for width in table.widths)
    return _line(
        "table",
        h("caption", table.caption) if table.caption else None,
        h("colgroup", *widths) if table.widths else None,
        h("thead", h("tr", *(h("th", cell, scope="col") for cell in table.head))),
        h("tbody", *(_row(row, table.head if many else ()) for row in table.rows)),
        class_="many" if many else None,
    )


def _row(row: Sequence[str], names: Sequence[str]) -> Markup:
    """Give a row; ``names``: of its columns, said in each cell where there is no room for a head.

    A first cell that is left to be written in heads nothing, so it is a cell like any other.
    """
    first, *rest = row
    said: Sequence[str | None] = names[1:] or [None] * len(rest)
    cells = (h("td", broken_lines(cell), data_name=name) for cell, name in zip(rest, said, strict=True))
    head = h("th", broken_lines(first), scope="row") if first else h("td")
    return h("tr", head, *cells)
