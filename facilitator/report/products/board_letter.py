"""A letter of one page to those who decide: the answer of the evening, why, and what is asked of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Literal, get_args

from facilitator.document import Heading, Items, Paragraph, Part, Report
from facilitator.kinds.report_facet import report_of
from facilitator.report.evening_answer import evening_answer
from facilitator.report.gaps import unsure
from facilitator.report.products.agreement_rows import going
from facilitator.report.products.product_frame import ahead, opening
from facilitator.session.disclosure import to_share
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

MOST: Final = 3
"""Sentences of where groups differ, and of what nobody knows: a board reads one page."""

Piece = Literal[
    "place", "date", "meeting", "question", "answer", "differ", "ourselves", "unknown", "asked", "next"
]
"""What the letter says, by what it is: a template has a place for each that it wants."""
PIECES: Final[tuple[Piece, ...]] = get_args(Piece)
LISTED: Final[dict[Piece, str]] = {
    "differ": "report.topic.differ",
    "ourselves": "report.product.letter.ourselves",
    "unknown": "report.topic.unknown",
    "asked": "report.product.letter.asked",
}
"""What stands in a list, under which heading."""

Letter = dict[Piece, Sequence[str]]
"""The lines of each piece; none where there is nothing to say."""


def letter_title(state: State, t: Words) -> str:
    """Give the title of the letter."""
    return t("report.product.title.brief", place=state.about.place, title=state.scenario.title)


def board_letter(state: State, t: Words, today: date) -> Report:
    """Give the letter; what the group left open is said as well."""
    return Report(letter_title(state, t), [], [*_laid_out(letter(state, t, today), t)])


def letter(state: State, t: Words, today: date) -> Letter:
    """Give what the letter says."""
    state = to_share(state)
    agreements = [state.agreements()[name] for name in going(state)]
    return {
        "place": [state.about.place],
        "date": [say_date(today, t.language)],
        "meeting": opening(state, t),
        "question": [state.scenario.purpose],
        "answer": [line for answer in evening_answer(state, t) for line in answer] or [t("report.no_answer")],
        "differ": _differences(state, t)[:MOST],
        "ourselves": [
            t("report.product.letter.agreement", what=each.what, who=each.who) for each in agreements
        ],
        "unknown": unsure(state, t)[:MOST],
        "asked": t.lines("report.product.letter.questions"),
        "next": ahead(state, t),
    }


def _laid_out(said: Letter, t: Words) -> Iterator[Part]:
    yield Paragraph(t("report.product.letter.to"))
    yield Paragraph(said["date"][0], quiet=True)
    yield from map(Paragraph, said["meeting"])
    yield Heading(said["question"][0])
    answer, *grounds = said["answer"]
    yield Paragraph(answer)
    yield from [Items(grounds)] if grounds else []
    for piece, heading in LISTED.items():
        if lines := said[piece]:
            yield Heading(t(heading))
            yield Items(lines)
    yield Heading(t("report.topic.ahead"))
    yield from map(Paragraph, said["next"])


def _differences(state: State, t: Words) -> list[str]:
    places = state.scenario.places()
    return [line for use, step in places for line in report_of(step.kind).differences(state, use, step, t)]
