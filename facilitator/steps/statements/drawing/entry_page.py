"""The page on which ballots come in: progress, never answers. Pure; safe to leave on the projector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from facilitator.scenario.model import Scale
from facilitator.steps.statements.drawing.dot_plot import BIG, SMALL, WIDE, Dot, titled
from facilitator.steps.statements.drawing.row_blocks import BROAD, TALL, Block, roomiest, wrapped
from facilitator.steps.statements.drawing.scales import scale_rows
from facilitator.steps.statements.vote.ballot_tally import GroupRow
from facilitator.words import Words

FULL: Final[Sequence[str]] = ("■ ",)
EMPTY: Final[Sequence[str]] = ("□ ",)
APART: Final = "  "
"""Between the squares of one set and those of the next."""


@dataclass(frozen=True)
class SetRow:
    """A set on the ballot."""

    title: str
    statements: int


@dataclass(frozen=True)
class EntryPage:
    """What is known while ballots come in."""

    t: Words
    title: str
    at_hand: str
    answered: int
    total: int
    statement: Sequence[Sequence[Content]]
    """The rows of the statement that is answered now, in each size that there is; none, where people do not
    read it here."""
    scale: Scale | None
    sets: Sequence[SetRow]
    """In a scan: the sets that the statements stand in, in the order of the ballot."""
    groups: Sequence[GroupRow]
    question: str
    show_groups: bool
    typing: bool
    """Whether there is a ballot at hand, or a place for one."""

    def draw(self, width: int, height: int) -> list[Content]:
        """Give the rows of the page."""
        label = self._label(width)
        head = Content.assemble((self.title.ljust(label - 2), "bold"), f"  {self.at_hand}")
        scale = scale_rows(self.scale, width, height) if self.scale and self.statement[-1] else []
        groups = self._groups(width) if self.show_groups else []
        ways = [
            [
                Block([head], gap=2 if height >= TALL else 0),
                Block(self._squares(width, height) if self.typing else []),
                Block(statement),
                Block(scale),
                Block(groups, needed=not statement),
                Block(wrapped(self.question, width, "bold $accent")),
                Block(wrapped(self.t("statements.not_shown"), width, "$quiet"), needed=False),
            ]
            for statement in self.statement
        ]
        return roomiest(ways, height)

    def _squares(self, width: int, height: int) -> list[Content]:
        """Draw a square per statement, filled when answered, those of a set together; large where it fits."""
        full = self.answered == self.total
        asked = "ballot_full" if self.scale is None else "ballot_whole"
        said = self.t(
            f"statements.{asked if full else 'statement_of'}", n=self.answered + 1, total=self.total
        )
        small = width < BROAD or height < TALL
        counts = [set_row.statements for set_row in self.sets] or [self.total]
        shapes = (FULL, EMPTY) if small else (BIG.filled, BIG.hollow)
        rows = squares(counts, self.answered, shapes, width)
        place = "" if full else self._set_at_hand()
        if not place and len(rows) == 1 and rows[0].cell_length + cell_len(said) + 2 <= width:
            return [Content.assemble(rows[0], "  ", said)]
        return [*rows, *wrapped(f"{said} · {place}" if place else said, width)]

    def _set_at_hand(self) -> str:
        """Name the set of the statement that is answered now: on paper its name stands above it."""
        left = self.answered
        for set_row in self.sets:
            if left < set_row.statements:
                return set_row.title
            left -= set_row.statements
        return ""

    def _label(self, width: int) -> int:
        longest = max((cell_len(row.title) for row in self.groups), default=0)
        return min(max(longest, cell_len(self.title)) + 2, max(width // 3, 14))

    def _groups(self, width: int) -> list[Content]:
        """Give a row per group: a dot per ballot while they fit, and the numbers."""
        label = self._label(width)
        counts = [self.t("statements.done_of", n=row.done, total=row.places) for row in self.groups]
        count_width = max(map(cell_len, counts)) + 2
        most = max(max(row.places, row.done) for row in self.groups)
        beside = label + count_width + 14
        dot = next((each for each in (WIDE, SMALL) if beside + most * each.wide <= width), None)
        return [
            self._group(row, count.ljust(count_width), label, most, dot)
            for row, count in zip(self.groups, counts, strict=True)
        ]

    def _group(self, row: GroupRow, count: str, label: int, most: int, dot: Dot | None) -> Content:
        drawn = Content("")
        if dot is not None:
            missing = max(row.places - row.done, 0)
            pad = " " * (dot.wide * (most - row.done - missing) + 2)
            full, open_ = dot.filled[0] * row.done, dot.hollow[0] * missing
            drawn = Content.assemble((full, "$accent"), (open_, "$quiet"), pad)
        said = self.t("statements.done") if row.places and row.done >= row.places else ""
        if row.beforehand:
            said = f"{said}  {self.t('statements.beforehand_too', n=row.beforehand)}".strip()
        title = titled(row.title, label, "bold" if row.here else "$quiet")
        return Content.assemble(title, drawn, (count, "bold" if row.here else "$quiet"), (said, "$accent"))


def squares(
    counts: Sequence[int], answered: int, shapes: tuple[Sequence[str], Sequence[str]], width: int
) -> list[Content]:
    """Draw so many squares per set, the first ones filled; a set goes on at a next row where it has to."""
    wide = cell_len(shapes[0][0])
    lines: list[list[tuple[int, int]]] = [[]]
    room, left = width, answered
    for count in counts:
        if lines[-1] and room < count * wide:
            lines.append([])
            room = width
        todo = count
        while todo:
            here = min(todo, max(room // wide, 1))
            filled = min(left, here)
            lines[-1].append((filled, here - filled))
            todo, left, room = todo - here, left - filled, room - here * wide - cell_len(APART)
            if todo:
                lines.append([])
                room = width
    rows: list[Content] = []
    for line in lines:
        rows += [Content("")] * (bool(rows) and len(shapes[0]) > 1)
        rows += [_line(line, *shape) for shape in zip(*shapes, strict=True)]
    return rows


def _line(sets: Sequence[tuple[int, int]], full: str, open_: str) -> Content:
    drawn = [Content.assemble((full * done, "$accent"), (open_ * todo, "$quiet")) for done, todo in sets]
    return Content(APART).join(drawn)
