"""How the points of a scale stand under a statement: beside circles, under them, or as circles alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.kinds.paper_faces import ANSWER
from facilitator.kinds.paper_letters import rows, width
from facilitator.markup import Markup, h
from facilitator.scenario.model import Scale

CIRCLE: Final = 7.2
"""Millimetres across."""
BESIDE: Final = 8.4
"""For a circle with what stands between it and its word."""
BETWEEN: Final = 2.6
"""Between a word and the next circle, at least."""
MOST_LINES: Final = 3
"""That a word or two of the scale may take."""
ABOVE: Final = 1.0
"""Above the circles."""


@dataclass(frozen=True)
class AnswerRow:
    """The answers to one statement."""

    name: str
    """Its class in the style sheet: ``beside``, ``under`` or ``bare``."""
    columns: Sequence[float]
    """In millimetres."""
    high: float
    """Under a statement; a row of circles alone stands beside it."""

    @property
    def style(self) -> str:
        """What the style sheet has to know of the columns."""
        return f"--columns:{' '.join(f'{wide:.1f}mm' for wide in self.columns)}"


def marks(scale: Scale) -> list[tuple[str, str]]:
    """Give what stands in each circle, with its word."""
    return [*((str(n), point) for n, point in enumerate(scale.points, 1)), ("?", scale.unknown)]


def answer_row(scale: Scale, wide: float) -> AnswerRow | None:
    """Give the answers with their words, in a column so wide; None where the words do not fit."""
    words = [word for _, word in marks(scale)]
    gaps = BETWEEN * (len(words) - 1)
    for lines in range(1, MOST_LINES + 1):
        columns = [BESIDE + _narrowest(word, lines) for word in words]
        if sum(columns) + gaps <= wide:
            return AnswerRow("beside", columns, ABOVE + max(CIRCLE, lines * ANSWER.line))
    column = wide / len(words)
    lines = max(ANSWER.lines(word, column - BETWEEN) for word in words)
    if lines <= MOST_LINES and max(_narrowest(word, len(word)) for word in words) <= column - BETWEEN:
        return AnswerRow("under", [column] * len(words), ABOVE + CIRCLE + lines * ANSWER.line)
    return None


def bare_row(scale: Scale) -> AnswerRow:
    """Give the circles alone, to stand beside a statement; their words stand on top of the side."""
    return AnswerRow("bare", [CIRCLE + ABOVE] * (len(scale.points) + 1), CIRCLE)


def _narrowest(word: str, lines: int) -> float:
    """Give how wide a column has to be, so that the words of an answer take at most so many lines."""
    widths = [width(each, ANSWER.points) for each in word.split(" ")]
    blank = width(" ", ANSWER.points)
    wide = max(widths)
    while rows(widths, wide, blank) > lines:
        wide += ABOVE
    return wide


def answers(scale: Scale, row: AnswerRow) -> Markup:
    """Give the circles to choose from, with their words where there is room for these."""
    words = row.name != "bare"
    cells = (
        h("span", h("i", mark), h("em", word, class_=ANSWER.name) if words else None)
        for mark, word in marks(scale)
    )
    return h("div", *cells, class_=f"answers {row.name}")


def legend(scale: Scale, wide: float) -> tuple[Markup, float]:
    """Give the points with their words, to stand on top where circles stand alone; and how high that is."""
    said = [BESIDE + width(word, ANSWER.points) for _, word in marks(scale)]
    cells = (h("span", h("i", mark), h("em", word, class_=ANSWER.name)) for mark, word in marks(scale))
    return h("div", *cells, class_="legend"), rows(said, wide, 2 * BETWEEN) * (CIRCLE + ABOVE) + 2 * ABOVE
