"""A report as one HTML file: no script, nothing from elsewhere, for a phone, a screen and A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from facilitator.document import Bars, Dots, Heading, Items, Paragraph, Part, Section, Table
from facilitator.report import svg
from facilitator.report.session_report import Report
from facilitator.words import Words

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Nothing is fetched and nothing runs, whatever stands in the text."""

FEW_COLUMNS: Final = 3
"""A table with more scrolls on a phone."""


def render(report: Report, t: Words) -> str:
    """Give the report as a page that stands alone."""
    body = "".join(_body(report, t))
    return page(report.title, body, t.language, style("style.css"))


def page(title: str, body: str, language: str, css: str) -> str:
    """Give a whole page around a body that is HTML already."""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>\n{css}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


@cache
def style(name: str) -> str:
    """Give a style sheet that lies beside this code."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def _body(report: Report, t: Words) -> Iterator[str]:
    yield f"<header>\n<h1>{escape(report.title)}</h1>\n"
    yield "".join(_part(part, f"lead-{n}") for n, part in enumerate(report.lead))
    yield "</header>\n"
    yield _contents(report.sections, t)
    yield "<main>\n"
    for n, section in enumerate(report.sections, 1):
        yield f'<section aria-labelledby="s{n}">\n<h2 id="s{n}">{escape(section.title)}</h2>\n'
        yield from _parts(section.parts, f"s{n}")
        yield "</section>\n"
    yield "</main>\n"


def _contents(sections: Sequence[Section], t: Words) -> str:
    if not sections:
        return ""
    links = "".join(
        f'<li><a href="#s{n}">{escape(section.title)}</a></li>' for n, section in enumerate(sections, 1)
    )
    return f'<nav aria-label="{escape(t("report.contents"))}"><ol>{links}</ol></nav>\n'


def _parts(parts: Sequence[Part], section: str) -> Iterator[str]:
    for n, part in enumerate(parts, 1):
        yield _part(part, f"{section}-{n}")


def _part(part: Part, name: str) -> str:
    match part:
        case Heading():
            return f"<h{part.level}>{escape(part.text)}</h{part.level}>\n"
        case Paragraph():
            quiet = ' class="quiet"' if part.quiet else ""
            return "".join(f"<p{quiet}>{_lines(each)}</p>\n" for each in part.text.split("\n\n"))
        case Items():
            tag = "ol" if part.numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{_lines(line)}</li>' for line in part.lines)}</{tag}>\n"
        case Table():
            return _table(part)
        case Dots():
            return _figure(part.title, svg.dots(part, name) if part.rows else "", part.words)
        case Bars():
            return _figure(part.title, svg.bars(part, name) if part.bars else "", part.words)


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))


def _figure(title: str, picture: str, words: str) -> str:
    said = f"<p>{_lines(words)}</p>" if words else ""
    return f"<figure><figcaption>{escape(title)}</figcaption>{picture}{said}</figure>\n"


def _table(table: Table) -> str:
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    rows = "".join(_row(row) for row in table.rows)
    drawn = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    if len(table.head) <= FEW_COLUMNS:
        return f"{drawn}\n"
    label = escape(table.caption or ", ".join(table.head))
    return f'<div class="wide" role="region" aria-label="{label}" tabindex="0">{drawn}</div>\n'


def _row(row: Sequence[str]) -> str:
    first, *rest = row
    return (
        f'<tr><th scope="row">{_lines(first)}</th>{"".join(f"<td>{_lines(cell)}</td>" for cell in rest)}</tr>'
    )
