"""What a report says, on one line, and in every format."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.document import Bars, Dots, Heading, Items, Paragraph, Part, Report, Table, named
from facilitator.orders import Reader
from facilitator.report import html, markdown, plain_text
from facilitator.report.session_report import build
from facilitator.session.state import State
from facilitator.words import Language, Words
from tests.report.made_up import DAY


def report(state: State, language: Language = "nl", reader: Reader = "everyone") -> Report:
    return build(state, Words(language), DAY, reader)


def told(state: State, title: str = "", language: Language = "nl", reader: Reader = "everyone") -> str:
    """Give what a report says, or what it says under one heading on any page, on one line."""
    whole = report(state, language, reader)
    first = whole.page_one if not title else under(title, whole.page_one)
    parts = [part for section in whole.sections if section.title.startswith(title) for part in section.parts]
    return " ".join(strings([*(whole.lead if not title else ()), *first, *parts]))


def chapter(state: State, title: str, reader: Reader = "everyone") -> Sequence[Part]:
    """Give what stands after the first page under the heading that begins so; there is one."""
    (found,) = [each for each in report(state, reader=reader).sections if each.title.startswith(title)]
    return found.parts


def under(title: str, page_one: Sequence[Part]) -> list[Part]:
    """Give what stands on the first page under a heading that begins so."""
    found: list[Part] = []
    here = False
    for part in page_one:
        if isinstance(part, Heading):
            here = part.text.startswith(title)
        elif here:
            found.append(part)
    return found


def strings(parts: Sequence[Part]) -> list[str]:
    found: list[str] = []
    for part in parts:
        match part:
            case Heading() | Paragraph():
                found.append(part.text)
            case Items():
                found += part.lines
            case Table():
                found += [part.caption, *part.head, *(cell for row in part.rows for cell in row)]
            case Dots():
                found += [part.title, part.words, *part.columns, *map(named, part.rows)]
                found += [*part.notes, part.asked]
                found += [str(count) for row in part.rows for count in row.counts]
            case Bars():
                found += [part.title, part.words]
                found += [f"{named(bar)} {bar.part}/{bar.whole}" for bar in part.bars]
    return found


def every_format(state: State, language: Language = "nl", reader: Reader = "everyone") -> list[str]:
    t = Words(language)
    whole = build(state, t, DAY, reader)
    return [each.render(whole, t) for each in (plain_text, markdown, html)]
