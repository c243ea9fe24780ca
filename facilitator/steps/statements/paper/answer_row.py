"""How the points of a scale stand under a statement: beside circles, under them, or as circles alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.kinds.paper_faces import ANSWER, OTHER_ANSWER, Face
from facilitator.kinds.paper_letters import rows, width
from facilitator.markup import Markup, h
from facilitator.scenario.model import Scale
from facilitator.scenario.paper_language import PaperLanguage
from facilitator.steps.statements.paper.second_language import second

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
    """Its class in the style sheet: ``beside``, ``under``, ``in-lines`` or ``bare``."""
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


def answer_row(scale: Scale, wide: float, language: PaperLanguage | None = None) -> AnswerRow | None:
    """Give the answers with their words, in a column so wide; None where the words do not fit."""
    words = [word for _, word in marks(scale)]
    if language is not None:
        return _in_two(words, [language.say(word) for word in words], wide)
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


def _in_two(words: Sequence[str], others: Sequence[str], wide: float) -> AnswerRow:
    """Give the answers in two languages: under their circles, or where these are too wide a line for each."""
    for lines in range(1, MOST_LINES + 1):
        columns = [
            max(_narrowest(word, lines), _narrowest(other, lines, OTHER_ANSWER))
            for word, other in zip(words, others, strict=True)
        ]
        if sum(columns) + BETWEEN * (len(columns) - 1) <= wide:
            spare = (wide - sum(columns)) / len(columns) - BETWEEN
            columns = [column + spare for column in columns]
            said = max(map(ANSWER.high, words, columns)) + max(map(OTHER_ANSWER.high, others, columns))
            return AnswerRow("under", columns, ABOVE + CIRCLE + said)
    half = (wide - BESIDE - BETWEEN) / 2
    first = min(max(width(word, ANSWER.points) for word in words) + ABOVE, half)
    second_column = wide - BESIDE - BETWEEN - first
    high = sum(
        max(CIRCLE, ANSWER.high(word, first), OTHER_ANSWER.high(other, second_column)) + ABOVE
        for word, other in zip(words, others, strict=True)
    )
    return AnswerRow("in-lines", [BESIDE, first, second_column], ABOVE + high)


def bare_row(scale: Scale) -> AnswerRow:
    """Give the circles alone, to stand beside a statement; their words stand on top of the side."""
    return AnswerRow("bare", [CIRCLE + ABOVE] * (len(scale.points) + 1), CIRCLE)


def _narrowest(word: str, lines: int, face: Face = ANSWER) -> float:
    """Give how wide a column has to be, so that the words of an answer take at most so many lines."""
    widths = [width(each, face.points) for each in word.split(" ")]
    blank = width(" ", face.points)
    wide = max(widths)
    while rows(widths, wide, blank) > lines:
        wide += ABOVE
    return wide


def answers(scale: Scale, row: AnswerRow, language: PaperLanguage | None = None) -> Markup:
    """Give the circles to choose from, with their words where there is room for these."""
    words = row.name != "bare"
    cells = (h("span", h("i", mark), _said(word, language) if words else None) for mark, word in marks(scale))
    return h("div", *cells, class_=f"answers {row.name}")


def _said(word: str, language: PaperLanguage | None) -> Markup:
    other = second(language.say(word), language, OTHER_ANSWER.name, "em") if language else None
    return Markup(h("em", word, class_=ANSWER.name), other)


def legend(scale: Scale, wide: float, language: PaperLanguage | None = None) -> tuple[Markup, float]:
    """Give the points with their words, to stand on top where circles stand alone; and how high that is."""
    said = [BESIDE + width(word, ANSWER.points) for _, word in marks(scale)]
    if language is not None:
        others = [width(language.say(word), OTHER_ANSWER.points) for _, word in marks(scale)]
        said = [one + BETWEEN + other for one, other in zip(said, others, strict=True)]
    cells = (h("span", h("i", mark), _said(word, language)) for mark, word in marks(scale))
    return h("div", *cells, class_="legend"), rows(said, wide, 2 * BETWEEN) * (CIRCLE + ABOVE) + 2 * ABOVE
