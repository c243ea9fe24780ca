"""A report as one HTML file: no script, nothing from elsewhere, for a phone, a screen and A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from facilitator.document import Bars, Dots, Heading, Items, Paragraph, Part, Section, Table
from facilitator.markup import Child, Markup, Value, broken_lines, document, h
from facilitator.report import svg
from facilitator.report.session_report import Report
from facilitator.words import Words

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Nothing is fetched and nothing runs, whatever stands in the text."""

FEW_COLUMNS: Final = 3
"""A table with more scrolls on a phone."""


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
    lead = (_part(part, f"lead-{n}") for n, part in enumerate(report.lead))
    yield _block("header", _line("h1", report.title), *lead)
    if report.sections:
        yield _contents(report.sections, t)
    yield _block("main", *(_section(section, f"s{n}") for n, section in enumerate(report.sections, 1)))


def _contents(sections: Sequence[Section], t: Words) -> Markup:
    links = (h("li", h("a", section.title, href=f"#s{n}")) for n, section in enumerate(sections, 1))
    return _line("nav", h("ol", *links), aria_label=t("report.contents"))


def _section(section: Section, name: str) -> Markup:
    parts = (_part(part, f"{name}-{n}") for n, part in enumerate(section.parts, 1))
    return _block("section", _line("h2", section.title, id=name), *parts, aria_labelledby=name)


def _part(part: Part, name: str) -> Markup:
    match part:
        case Heading():
            return _line(f"h{part.level}", part.text)
        case Paragraph():
            quiet = "quiet" if part.quiet else None
            paragraphs = part.text.split("\n\n")
            return Markup(*(_line("p", broken_lines(text), class_=quiet) for text in paragraphs))
        case Items():
            items = (h("li", broken_lines(line)) for line in part.lines)
            return _line("ul", *items)
        case Table():
            return _table(part)
        case Dots():
            return _figure(part.title, svg.dots(part, name) if part.rows else None, part.words)
        case Bars():
            return _figure(part.title, svg.bars(part, name) if part.bars else None, part.words)


def _figure(title: str, picture: Markup | None, words: str) -> Markup:
    said = h("p", broken_lines(words)) if words else None
    return _line("figure", h("figcaption", title), picture, said)


def _table(table: Table) -> Markup:
    drawn = h(
        "table",
        h("caption", table.caption) if table.caption else None,
        h("thead", h("tr", *(h("th", cell, scope="col") for cell in table.head))),
        h("tbody", *map(_row, table.rows)),
    )
    if len(table.head) <= FEW_COLUMNS:
        return Markup(drawn, "\n")
    label = table.caption or ", ".join(table.head)
    return _line("div", drawn, class_="wide", role="region", aria_label=label, tabindex="0")


def _row(row: Sequence[str]) -> Markup:
    first, *rest = row
    cells = (h("td", broken_lines(cell)) for cell in rest)
    return h("tr", h("th", broken_lines(first), scope="row"), *cells)
