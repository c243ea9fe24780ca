"""What a report says, on one line, and in every format."""

from __future__ import annotations

from facilitator.document import Bars, Dots, Heading, Items, Paragraph, Part, Report, Table
from facilitator.report import html, markdown, plain_text
from facilitator.report.session_report import build
from facilitator.session.state import State
from facilitator.words import Language, Words
from tests.report.made_up import DAY


def report(state: State, language: Language = "nl") -> Report:
    return build(state, Words(language), DAY)


def told(state: State, title: str = "", language: Language = "nl") -> str:
    """Give what a report says, or what it says under one heading, on one line."""
    whole = report(state, language)
    parts = [part for section in whole.sections if section.title.startswith(title) for part in section.parts]
    return " ".join(strings([*whole.lead, *parts] if not title else parts))


def strings(parts: list[Part]) -> list[str]:
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
                found += [part.title, part.words, *part.columns, *(row.label for row in part.rows)]
                found += [str(count) for row in part.rows for count in row.counts]
            case Bars():
                found += [part.title, part.words]
                found += [f"{bar.label} {bar.part}/{bar.whole}" for bar in part.bars]
    return found


def every_format(state: State, language: Language = "nl") -> list[str]:
    t = Words(language)
    whole = build(state, t, DAY)
    return [each.render(whole, t) for each in (plain_text, markdown, html)]
