"""Hands, counted: not blind, and called "open gestemd" everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from facilitator.scenario.model import Scale
from facilitator.session.commands import count_people
from facilitator.session.rounds import TOTAL
from facilitator.steps.statements.drawing.dot_plot import columns_of, titled
from facilitator.steps.statements.drawing.row_blocks import Block, roomiest, wrapped
from facilitator.steps.statements.drawing.scales import ends_row, head_rows, number_row
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.vote.casting_view import CastingView
from facilitator.storage.save_errors import NotSaved
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.told_line import ALOUD


class HandsView(CastingView):
    """A number per point, for each statement and group; who did not raise a hand said "?"."""

    def __init__(self, context: StepContext[StatementsStep]) -> None:
        super().__init__(context)
        self.at = 0
        """The cell that is typed in: statements, then groups, then points."""
        self.typed_number = ""
        self.numbers: dict[tuple[str, str], list[int]] = {}
        """What was counted, by statement and group."""

    def opened(self) -> None:
        """Fill in what was counted before, and go on at the last row that has hands."""
        kept = self.box.counts() if self.box else {}
        for name, group in self.rows:
            if group in kept:
                self.numbers[name, group] = list(kept[group].answers[name])[:-1]
        counted = [number for number, row in enumerate(self.rows) if any(self.row(*row))]
        self.at = max(counted, default=0) * self.points

    # -- where we are

    @property
    def points(self) -> int:
        return len(self.desk.state.scenario.scale.points)

    @property
    def groups(self) -> list[str]:
        return [group for group in super().groups if self.places(group)]

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The statement and the group of every row, in the order in which they are counted."""
        return [(name, group) for name in self.round.statements for group in self.groups]

    @property
    def cell(self) -> tuple[str, str, int]:
        """The statement, the group and the point that are typed in."""
        row, point = divmod(min(self.at, len(self.rows) * self.points - 1), self.points)
        statement, group = self.rows[row]
        return statement, group, point

    def row(self, statement: str, group: str) -> list[int]:
        return self.numbers.get((statement, group), [0] * self.points)

    # -- how it looks

    def draw(self, width: int, height: int) -> Sequence[Content]:
        statement, every = self.cell[0], self.round.statements
        count = self.t("statements.of", n=every.index(statement) + 1, total=len(every))
        ways = [
            [
                Block(wrapped(count, width, "$quiet"), gap=0, needed=False),
                Block(rows, gap=0),
                Block(self._table(statement, width)),
                Block(wrapped(self._question(), width, "bold $accent")),
                Block(wrapped(self.t("statements.open_vote"), width, "$quiet"), needed=False),
            ]
            for rows in self.sizes(self.text_of(statement), width)
        ]
        return roomiest(ways, height)

    def _table(self, statement: str, width: int) -> list[Content]:
        if width == ALOUD:
            return [self._aloud(statement, group) for group in self.groups]
        scale = self.desk.state.scenario.scale
        columns = columns_of([self.title_of(group) for group in self.groups], self.points, width)
        named = head_rows(scale, columns.label, columns.cell)
        return [
            *(named or [number_row(scale, columns.label, columns.cell)]),
            *(self._group_row(statement, group, columns.label, columns.cell) for group in self.groups),
            *([] if named else ends_row(scale, width)),
        ]

    def _aloud(self, statement: str, group: str) -> Content:
        counts, point = list(self.row(statement, group)), self.cell[2]
        here = (statement, group) == self.cell[:2]
        counts[point] = int((here and self.typed_number) or counts[point])
        counts.append(max(self.places(group) - sum(counts), 0))
        scale = self.desk.state.scenario.scale
        now = self.t("statements.counting", point=scale.points[point]) if here else ""
        return _row_aloud(self.title_of(group), counts, scale, now)

    def _group_row(self, statement: str, group: str, label: int, width: int) -> Content:
        at_statement, at_group, at_point = self.cell
        here = (at_statement, at_group) == (statement, group)
        cells: list[Content | tuple[str, str]] = [titled(self.title_of(group), label, "bold" if here else "")]
        counts = self.row(statement, group)
        for point, count in enumerate(counts):
            typed = here and point == at_point
            said = self.typed_number if typed and self.typed_number else str(count)
            inner = min(width, 5)
            left = (width - inner) // 2
            cells += [
                (" " * left, ""),
                (f"{said:^{inner}}", "bold $cursor-text on $cursor" if typed else ""),
                (" " * (width - inner - left), ""),
            ]
        cells.append((f"{max(self.places(group) - sum(counts), 0):^{width}}", "$quiet"))
        return Content.assemble(*cells)

    def _question(self) -> str:
        if self.pending.startswith("more:"):
            _, group, _ = self.cell
            return self.t("statements.one_more", group=self.title_of(group), n=self.pending[5:])
        if self.pending == "close":
            empty = sum(not any(self.row(*row)) for row in self.rows)
            said = self.t("statements.close_empty", n=empty) if empty else self.t("statements.close_hands")
            dropped_out = self.dropped_out({group: self.places(group) for group in self.groups})
            return f"{said}\n{dropped_out}".strip()
        return self.t("statements.void_ask") if self.pending == "void" else ""

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("next_cell", "enter tab right", self._next, 1),
            self.action("previous_cell", "left shift+tab", partial(self._go, -1), 2),
            self.action("take_back", "backspace ctrl+z", self._erase, 3),
            self.action("row_up", "up", partial(self._go_row, -1), 0),
            self.action("row_down", "down", partial(self._go_row, 1), 0),
            *(
                Action("digit", (digit,), partial(self._digit, digit), "statements", 0)
                for digit in "0123456789"
            ),
            self.void_action(),
            self.skip_action(0),
        ]

    def begin_number(self) -> None:
        self.typed_number = ""

    async def _digit(self, digit: str) -> None:
        self.pending = ""
        self.typed_number = str(int((self.typed_number + digit)[-3:]))
        self.show()

    async def _erase(self) -> None:
        """Wipe the number that is typed, or else the one that stands there."""
        self.pending = ""
        statement, group, point = self.cell
        if not self.typed_number and self.row(statement, group)[point]:
            counts = list(self.row(statement, group))
            counts[point] = 0
            await self._keep_row(statement, group, counts)
        self.typed_number = ""
        self.show()

    async def _next(self) -> None:
        if self.pending == "close":
            await self._close()
            return
        if self.pending.startswith("more:"):
            await self._more_people()
        await self._keep_number()
        if self.at % self.points == self.points - 1 and self._too_many():
            return
        if self.at + 1 < len(self.rows) * self.points:
            self.at += 1
        else:
            self.pending = "close"
        self.show()

    async def _go(self, by: int) -> None:
        """Go to another cell; from the very first one to the step before."""
        was, self.pending = self.pending, ""
        if not was:
            await self._keep_number()
        self.typed_number = ""
        if self.at + by < 0:
            await self.stage.go_back()
        self.at = min(max(self.at + by, 0), len(self.rows) * self.points - 1)
        self.show()

    async def _go_row(self, by: int) -> None:
        await self._go(by * self.points)

    # -- what is counted

    async def _keep_number(self) -> None:
        """Take the number that was typed."""
        statement, group, point = self.cell
        counts = list(self.row(statement, group))
        if self.typed_number:
            counts[point] = int(self.typed_number)
        self.typed_number = ""
        await self._keep_row(statement, group, counts)

    def _too_many(self) -> bool:
        """Ask about a row with more hands than people: that is a question, not a result."""
        statement, group, _ = self.cell
        hands = sum(self.row(statement, group))
        if hands <= self.places(group):
            return False
        if self.open_to_more and group != TOTAL:
            self.pending = f"more:{hands}"
        else:
            self.stage.tell(self.t("statements.too_many_hands", n=hands, total=self.places(group)))
        self.show()
        return True

    async def _keep_row(self, statement: str, group: str, counts: list[int]) -> None:
        """Keep the hands of a row, also in the box; there only once they are not more than people."""
        if counts != self.row(statement, group):
            self.numbers[statement, group] = counts
            await self._put_in_box(group)

    async def _put_in_box(self, group: str) -> bool:
        """Put the hands of a group in the box; False when the disk refused, which is said."""
        rows = {name: self.row(name, group) for name in self.round.statements}
        people = self.places(group)
        if not await self.open_box() or self.box is None:
            self.stage.refresh_view()
            return False
        if max(map(sum, rows.values())) <= people:
            answers = {name: [*row, people - sum(row)] for name, row in rows.items()}
            try:
                await self.desk.write(self.box.set_totals, group, people, answers)
            except NotSaved as failure:
                self.desk.problem = failure.problem
                self.stage.refresh_view()
                return False
            self.desk.problem = None
        return True

    async def _more_people(self) -> None:
        """Let there be as many people as there are hands."""
        _, group, _ = self.cell
        await self.desk.act("people", count_people(self.desk.state, group, int(self.pending[5:])))
        self.pending = ""

    async def _close(self) -> None:
        """Close the round, with everyone who raised no hand as "?"."""
        if self._go_to_too_many():
            return
        for group in self.groups:
            if not await self._put_in_box(group):
                return
        await self.close()

    def _go_to_too_many(self) -> bool:
        """Go to where there are more hands than people, because people were counted again meanwhile."""
        for number, row in enumerate(self.rows):
            hands, people = sum(self.row(*row)), self.places(row[1])
            if hands > people:
                self.pending, self.at = "", number * self.points
                self.stage.tell(self.t("statements.too_many_hands", n=hands, total=people))
                self.show()
                return True
        return False


def _row_aloud(title: str, counts: Sequence[int], scale: Scale, now: str) -> Content:
    """Say the hands of a group at each point, and which of them are counted ``now``."""
    names = [*scale.points, scale.unknown]
    said = [f"{count} {name}" for count, name in zip(counts, names, strict=True)]
    return Content(f"{'▸ ' if now else ''}{title}: {', '.join([*said, *([now] if now else [])])}")
