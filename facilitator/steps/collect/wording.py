"""Links and questions in words, the same on the stage and in a report."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.room_question import RoomQuestion
from facilitator.session.state import State
from facilitator.steps.collect.chains import Arrow, arrows, arrows_at, most_arrows
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


def most_hangs_on(state: State, t: Words) -> str:
    """Give on what most hangs, as an observation; empty when nothing stands out."""
    found = arrows(state)
    names = most_arrows(found)
    if not names:
        return ""
    what = t("collect.links.and").join(state.items()[name].text for name in names)
    both = "most_each" if len(names) > 1 else "most"
    return t(f"collect.links.{both}", what=what, n=arrows_at(found, names[0]))


def question(asked: RoomQuestion | None, t: Words) -> str:
    """Give a question in words; empty when there is none."""
    return t(f"collect.ask.{asked.code}", **asked.values) if asked else ""
