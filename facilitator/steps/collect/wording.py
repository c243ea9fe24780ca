"""Links and questions in words, the same on the stage and in a report."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.room_question import RoomQuestion
from facilitator.session.state import State
from facilitator.steps.collect.chains import (
    Arrow,
    arrows,
    arrows_from,
    arrows_to,
    felt_most,
    where_to_begin,
)
from facilitator.steps.collect.findings import without_line
from facilitator.words import Words

SHORT: Final = 4
"""Words; a longer text stands between quotation marks in a sentence about it."""


def link_sentence(arrow: Arrow, state: State, t: Words) -> str:
    """Give a link as a sentence: hondenpoep maakt ruzie op straat erger."""
    texts = [state.items()[name].text.rstrip(".") for name in (arrow.start, arrow.end)]
    if any(len(text.split()) > SHORT for text in texts):
        start, end = (f"“{text}”" for text in texts)
    else:
        start, end = texts[0][:1].upper() + texts[0][1:], texts[1]
    return t(f"collect.links.sentence.{arrow.how}", start=start, end=end)


def begin_and_end(state: State, t: Words) -> list[str]:
    """Give where most arrows go out, which is where to begin, and where most come in, which is felt most."""
    found = arrows(state)
    both = (("begin", where_to_begin(found), arrows_from), ("felt", felt_most(found), arrows_to))
    said: list[str] = []
    for name, items, count in both:
        if items:
            what = t("collect.links.and").join(state.items()[item].text for item in items)
            each = "_each" if len(items) > 1 else ""
            said.append(t(f"collect.links.{name}{each}", what=what, n=count(found, items[0])))
    return said


def missing_lines(state: State, t: Words) -> str:
    """Name the groups that have no line to an organisation yet; empty when each has one."""
    names = [state.actors()[name].name for name in without_line(state)]
    return t("collect.who.without_line", who=", ".join(names)) if names else ""


def question(asked: RoomQuestion | None, t: Words) -> str:
    """Give a question in words; empty when there is none."""
    return t(f"collect.ask.{asked.code}", **asked.values) if asked else ""
