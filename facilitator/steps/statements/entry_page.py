"""The page on which ballots come in: progress, never answers. Pure; safe to leave on the projector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from facilitator.scenario.model import Scale
from facilitator.steps.statements.pictures import BIG, SMALL, WIDE, Dot, titled
from facilitator.steps.statements.scales import scale_rows
from facilitator.steps.statements.stacking import BROAD, TALL, Block, stack, wrapped
from facilitator.words import Words

FULL, EMPTY = "■ ", "□ "


@dataclass(frozen=True)
class GroupRow:
    """How many ballots of a group are in."""

    title: str
    done: int
    places: int
    beforehand: int
    here: bool
    """Whether its ballots are typed over now."""


@dataclass(frozen=True)
class EntryPage:
    """What is known while ballots come in."""

    t: Words
    title: str
    at_hand: str
    answered: int
    total: int
    statement: str
    """The statement that is answered now, where people read it here."""
    scale: Scale | None
    groups: Sequence[GroupRow]
    question: str
    show_groups: bool
    typing: bool
    """Whether there is a ballot at hand, or a place for one."""

    def draw(self, width: int, height: int) -> list[Content]:
        """Give the rows of the page."""
        label = self._label(width)
        head = Content.assemble((self.title.ljust(label - 2), "bold"), f"  {self.at_hand}")
        statement = wrapped(self.statement, width, "bold")
        scale = scale_rows(self.scale, width, height) if self.scale and statement else []
        groups = self._groups(width) if self.show_groups else []
        return stack(
            [
                Block([head], gap=2 if height >= TALL else 0),
                Block(self._squares(width, height) if self.typing else []),
                Block(statement),
                Block(scale),
                Block(groups, needed=not statement),
                Block(wrapped(self.question, width, "bold $accent")),
                Block(wrapped(self.t("statements.not_shown"), width, "$quiet"), needed=False),
            ],
            height,
        )

    def _squares(self, width: int, height: int) -> list[Content]:
        """Draw a square per statement, filled when answered; large ones where there is room."""
        full = self.answered == self.total
        asked = "ballot_full" if self.scale is None else "ballot_whole"
        said = self.t(
            f"statements.{asked if full else 'statement_of'}", n=self.answered + 1, total=self.total
        )
        small = width < BROAD or height < TALL
        marks = ((FULL,), (EMPTY,)) if small else (BIG.filled, BIG.hollow)
        per_row = max(width // cell_len(marks[0][0]), 1)
        rows: list[Content] = []
        for start in range(0, self.total, per_row):
            end = min(start + per_row, self.total)
            filled = min(max(self.answered - start, 0), end - start)
            for done, open_ in zip(*marks, strict=True):
                rows.append(
                    Content.assemble((done * filled, "$accent"), (open_ * (end - start - filled), "$quiet"))
                )
        if len(rows) == 1 and rows[0].cell_length + cell_len(said) + 2 <= width:
            return [Content.assemble(rows[0], "  ", said)]
        return [*rows, Content(said)]

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
