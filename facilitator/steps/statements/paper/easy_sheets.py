"""Ballots for who reads little: large letters, a strip for each statement, and blocks that show how much.

The blocks are a quantity, and no face and no thumb: these say what is a good answer. As many are filled as
the number says that the typist presses. A ballot is an A5 like the others where one leaf is enough for every
perspective, and else an A4 for all of them: a few large leaves are easier to hold than many small ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from facilitator.kinds.paper_faces import (
    EASY,
    EASY_ANSWER,
    EASY_HOW,
    EASY_ONWARD,
    EASY_OTHER,
    EASY_OTHER_ANSWER,
    EASY_TITLE,
    Face,
)
from facilitator.kinds.paper_facet import Printing
from facilitator.kinds.paper_letters import width
from facilitator.kinds.paper_sheets import Bundle, PaperSide
from facilitator.markup import Markup, h
from facilitator.scenario.model import Perspective, Scale
from facilitator.scenario.paper_language import PaperLanguage
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.paper.answer_row import MOST_LINES, AnswerRow, marks
from facilitator.steps.statements.paper.ballot_layout import (
    APART,
    BAR,
    FOLIO,
    HIGH,
    LEAF,
    SPARE,
    WIDE,
    NumberedStatement,
    Room,
    entries_of,
)
from facilitator.steps.statements.paper.ballot_sheets import (
    DONE,
    PIECES,
    bar,
    leaf_of,
    onward_of,
    votes,
    voting,
)
from facilitator.steps.statements.paper.second_language import say_line, second

HOW: Final = "statements.paper.easy.how"
OWN: Final = "statements.paper.easy.own"
HELP: Final = "statements.paper.easy.help"
NUMBER: Final = 11.0
"""Millimetres for the number before a statement."""
CIRCLE: Final = 9.6
BLOCKS: Final = 5.0
"""For the blocks above a circle."""
BLOCKS_WIDE: Final = 34.0
"""For the blocks beside a circle."""
BETWEEN: Final = 2.4
ABOVE: Final = 1.0


class EasySize(NamedTuple):
    """How large a ballot is."""

    layout: str
    """Its class in the style sheet."""
    wide: float
    """Millimetres for its text."""
    high: float
    pieces: int
    """Ballots on a leaf."""


A5: Final = EasySize("halves", WIDE, HIGH, PIECES)
A4: Final = EasySize("whole", 186.0, 278.0, 1)


@dataclass(frozen=True)
class StripRoom(Room):
    """What there is room for on a side with strips."""

    wide: float = WIDE

    def high_of(self, entry: NumberedStatement) -> float:
        """Give how high a strip is."""
        title = EASY_TITLE.high(entry.title, self.wide) if entry.title else 0.0
        text, beside = entry.statement.text, self.wide - NUMBER
        other = EASY_OTHER.high(self.language.say(text), beside) if self.language else 0.0
        return title + APART + EASY.high(text, beside) + other + self.row.high


@dataclass(frozen=True)
class StripSide:
    """The strips on one side of a ballot."""

    entries: Sequence[NumberedStatement]
    own: bool = False
    """Whether they are for one perspective alone."""


@dataclass(frozen=True)
class EasyVote:
    """The ballots of one vote, all of one size."""

    printing: Printing[StatementsStep]
    step: StatementsStep
    size: EasySize

    @classmethod
    def of(cls, printing: Printing[StatementsStep], step: StatementsStep) -> EasyVote:
        """Give the ballots as small as one leaf for each perspective allows."""
        small = cls(printing, step, A5)
        fits = all(len(small.sides(group)) <= LEAF for group, _ in voting(printing))
        return small if fits else cls(printing, step, A4)

    def bundle(self, group: Perspective, count: int) -> Bundle | None:
        """Give so many ballots of a perspective; none where it answers nothing."""
        sides = self.sides(group)
        drawn = [self._side(group, sides, n) for n in range(len(sides))]
        size = self.size
        paper = [PaperSide(size.layout, [side] * size.pieces) for side in drawn]
        return Bundle(paper, copies=count // size.pieces, blind=True, of=group.title) if paper else None

    def sides(self, group: Perspective) -> list[StripSide]:
        """Give the sides of a ballot in order: the common statements, then those of the perspective alone."""
        scenario = self.printing.scenario
        room = StripRoom(scenario.scale, self.row, self._high(group), self._language, self.size.wide)
        common, own = entries_of(self.step, scenario, group)
        return [
            StripSide(side, own=held is own)
            for held in (common, own)
            for side in room.evenly(held, len(room.spread(held)))
        ]

    @property
    def row(self) -> AnswerRow:
        return strip_row(self.printing.scenario.scale, self.size.wide, self._language)

    @property
    def _language(self) -> PaperLanguage | None:
        return self.printing.plan.language

    def _other(self, key: str, group: Perspective) -> str:
        return say_line(key, self._language, self.printing.t, group=group.title)

    def _high(self, group: Perspective) -> float:
        """Give the millimetres for strips: what is said around them stands on every side."""
        t, wide = self.printing.t, self.size.wide
        above = max(EASY_HOW.high(t(key, group=group.title), wide) for key in (HOW, OWN))
        above += EASY_HOW.high(t(HELP), wide)
        under = max(EASY_ONWARD.high(t(key), wide) for key in DONE)
        for keys in ((HOW, OWN), (HELP,), DONE):
            others = [self._other(key, group) for key in keys]
            above += max((EASY_OTHER_ANSWER.high(said, wide) for said in others if said), default=0.0)
        return self.size.high - BAR - above - under - FOLIO - SPARE

    def _side(self, group: Perspective, sides: Sequence[StripSide], n: int) -> Markup:
        scenario, row, plan = self.printing.scenario, self.row, self.printing.plan
        strips = (_strip(entry, scenario.scale, row, self._language) for entry in sides[n].entries)
        onward = onward_of(n, len(sides))
        return h(
            "article",
            bar(scenario, plan, group, leaf_of(n, len(sides), self.printing.t)),
            *self._line(OWN if sides[n].own else HOW, group, EASY_HOW.name),
            h("div", *self._line(HELP, group, EASY_HOW.name), class_="helper"),
            h("div", *strips, class_="rows"),
            *self._line(onward, group, EASY_ONWARD.name),
            class_="ballot easy-ballot",
            style=row.style,
        )

    def _line(self, key: str, group: Perspective, class_: str) -> Iterator[Markup | None]:
        """Give a line in Dutch, and in the second language under it."""
        yield h("p", self.printing.t(key, group=group.title), class_=class_)
        yield second(self._other(key, group), self._language, EASY_OTHER_ANSWER.name)


def easy_ballots(printing: Printing[StatementsStep]) -> list[Bundle]:
    """Give as many of these ballots for each vote and perspective as there are of the others."""
    made = [
        EasyVote.of(printing, step).bundle(group, count)
        for step in votes(printing)
        for group, count in voting(printing)
    ]
    return [bundle for bundle in made if bundle is not None]


def strip_row(scale: Scale, wide: float, language: PaperLanguage | None) -> AnswerRow:
    """Give the answers as blocks over circles over words, or where these are too wide a line for each."""
    points = [(word, language.say(word) if language else "") for _, word in marks(scale)]
    column = wide / len(points)
    inside = column - BETWEEN
    if all(
        _fits(word, EASY_ANSWER, inside) and _fits(other, EASY_OTHER_ANSWER, inside) for word, other in points
    ):
        said = max(EASY_ANSWER.high(word, inside) for word, _ in points)
        other = max(EASY_OTHER_ANSWER.high(other, inside) for _, other in points) if language else 0.0
        return AnswerRow("tiles", [column] * len(points), 4 * ABOVE + BLOCKS + CIRCLE + said + other)
    beside = wide - CIRCLE - BLOCKS_WIDE - 2 * BETWEEN
    high = sum(
        ABOVE
        + max(
            CIRCLE,
            EASY_ANSWER.high(word, beside) + (EASY_OTHER_ANSWER.high(other, beside) if other else 0.0),
        )
        for word, other in points
    )
    return AnswerRow("tile-lines", [CIRCLE, BLOCKS_WIDE, beside], ABOVE + high)


def _fits(said: str, face: Face, wide: float) -> bool:
    """Tell whether words stand in a column unbroken, in not too many lines."""
    whole = all(width(word, face.points, bold=face.bold) <= wide for word in said.split(" "))
    return whole and face.lines(said, wide) <= MOST_LINES


def _strip(entry: NumberedStatement, scale: Scale, row: AnswerRow, language: PaperLanguage | None) -> Markup:
    text = entry.statement.text
    said = h("p", h("b", str(entry.number)), h("span", text), class_=f"statement {EASY.name}")
    other = second(language.say(text), language, EASY_OTHER.name) if language else None
    strip = h("div", said, other, _answers(scale, row, language), class_="row strip")
    title = h("h4", entry.title, class_=EASY_TITLE.name) if entry.title else None
    return h("div", title, strip, class_="titled") if title else strip


def _answers(scale: Scale, row: AnswerRow, language: PaperLanguage | None) -> Markup:
    cells = (
        h("span", blocks(n, len(scale.points)), h("i", mark), _said(word, language))
        for n, (mark, word) in enumerate(marks(scale), 1)
    )
    return h("div", *cells, class_=f"answers {row.name}")


def _said(word: str, language: PaperLanguage | None) -> Markup:
    other = second(language.say(word), language, EASY_OTHER_ANSWER.name, "em") if language else None
    return h("span", h("em", word, class_=EASY_ANSWER.name), other, class_="words")


def blocks(filled: int, of: int) -> Markup:
    """Give so many filled blocks of so many; none of them where someone does not know."""
    shown = range(of) if filled <= of else range(0)
    squares = (
        h(
            "rect",
            x=f"{5 * n + 0.3:g}",
            y="0.3",
            width="3.8",
            height="3.8",
            fill="currentColor" if n < filled else "none",
            stroke="currentColor",
            stroke_width="0.5",
        )
        for n in shown
    )
    return h("svg", *squares, class_="blocks", viewBox=f"0 0 {5 * of - 0.6:g} 4.4", aria_hidden="true")
