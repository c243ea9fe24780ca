"""Hands, counted: not blind, and called "open gestemd" everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import Step, Use
from facilitator.session.rounds import TOTAL
from facilitator.steps.statements.casting import CastingView
from facilitator.storage.not_saved import NotSaved
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage
from facilitator.ui.kit.widgets import Say


class HandsView(CastingView):
    """Per statement and group a number per point; who did not raise a hand said "?"."""

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.at = 0
        """The cell that is typed in: statements, then groups, then points."""
        self.typed_number = ""
        self.numbers: dict[tuple[str, str], list[int]] = {}
        self.count = Say(classes="quiet below")
        self.text = Say(classes="lead")
        self.table = Say()
        self.ask = Say(classes="ask gap")
        self.quiet = Say(self.t("statements.open_vote"), classes="quiet gap")

    def compose(self) -> ComposeResult:
        yield self.count
        yield self.text
        yield self.table
        yield self.ask
        yield self.quiet

    async def on_mount(self) -> None:
        await super().on_mount()
        for name in self.round.statements:
            for group in self.groups:
                said = self.desk.draft(f"{self.round.id}/{name}/{group}")
                if said:
                    self.numbers[name, group] = [int(each) for each in said.split()]
        self.at = min(len(self.numbers), self.rows - 1) * self.points
        self.show()

    # -- where we are

    @property
    def points(self) -> int:
        return len(self.desk.state.scenario.scale.points)

    @property
    def groups(self) -> list[str]:
        return [TOTAL] if self.round.grouping == "total" else list(self.round.expected)

    @property
    def rows(self) -> int:
        return len(self.round.statements) * len(self.groups)

    @property
    def cell(self) -> tuple[str, str, int]:
        """The statement, the group and the point that are typed in."""
        row, point = divmod(min(self.at, self.rows * self.points - 1), self.points)
        statement, group = divmod(row, len(self.groups))
        return self.round.statements[statement], self.groups[group], point

    def people(self, group: str) -> int:
        """Give how many hands there can be."""
        if group == TOTAL:
            return sum(self.targets().values())
        return self.target(group)

    def row(self, statement: str, group: str) -> list[int]:
        return self.numbers.get((statement, group), [0] * self.points)

    # -- how it looks

    def show(self) -> None:
        statement, _, _ = self.cell
        at = self.round.statements.index(statement)
        self.count.say(self.t("statements.of", n=at + 1, total=len(self.round.statements)))
        text = next((each.text for each in self.statements if each.id == statement), "")
        self.text.say(text)
        self.table.say(self._table(statement))
        self.ask.say(self._question())

    def _table(self, statement: str) -> Content:
        marks = [*range(1, self.points + 1), "?"]
        head = " " * 16 + "".join(f"{mark:^7}" for mark in marks)
        rows = [Content.styled(head, "$quiet")]
        rows += [self._group_row(statement, group) for group in self.groups]
        rows.append(Content(""))
        rows.append(self.scale_line().stylize("$quiet"))
        return Content("\n").join(rows)

    def _group_row(self, statement: str, group: str) -> Content:
        at_statement, at_group, at_point = self.cell
        here = (at_statement, at_group) == (statement, group)
        title = self.titles.get(group, self.t("statements.everyone"))
        cells: list[Content | tuple[str, str]] = [(f"{title[:15]:<16}", "bold" if here else "")]
        counts = self.row(statement, group)
        for point, count in enumerate(counts):
            said = self.typed_number if here and point == at_point and self.typed_number else str(count)
            style = "bold $cursor-text on $cursor" if here and point == at_point else ""
            cells += [("  ", ""), (f"{said:^3}", style), ("  ", "")]
        cells.append((f"{self.people(group) - sum(counts):^7}", "$quiet"))
        return Content.assemble(*cells)

    def _question(self) -> str:
        if self.pending == "close":
            return self.t("statements.close_hands")
        return self.t("statements.void_ask") if self.pending == "void" else ""

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("next_cell", "enter tab right", self._next, 1),
            self.action("previous_cell", "left shift+tab", self._previous, 2),
            self.action("take_back", "backspace", self._erase, 3),
            *(
                Action("digit", (digit,), partial(self._digit, digit), "statements", 0)
                for digit in "0123456789"
            ),
            self.void_action(),
        ]

    async def _digit(self, digit: str) -> None:
        self.pending = ""
        self.typed_number = str(int((self.typed_number + digit)[-3:]))
        self.show()

    async def _erase(self) -> None:
        self.typed_number = ""
        self.pending = ""
        self.show()

    async def _next(self) -> None:
        if self.pending == "close":
            await self._close()
            return
        if not await self._keep_number():
            return
        if self.at + 1 < self.rows * self.points:
            self.at += 1
        else:
            self.pending = "close"
        self.show()

    async def _previous(self) -> None:
        self.pending = ""
        self.typed_number = ""
        self.at = max(self.at - 1, 0)
        self.show()

    async def _keep_number(self) -> bool:
        """Take the number that was typed; more hands than people is a question, not a result."""
        statement, group, point = self.cell
        counts = list(self.row(statement, group))
        if self.typed_number:
            counts[point] = int(self.typed_number)
        if sum(counts) > self.people(group):
            self.stage.tell(self.t("statements.too_many_hands", n=sum(counts), total=self.people(group)))
            self.typed_number = ""
            return False
        self.typed_number = ""
        self.numbers[statement, group] = counts
        said = " ".join(str(count) for count in counts)
        await self.desk.keep_draft(f"{self.round.id}/{statement}/{group}", said)
        return True

    async def _close(self) -> None:
        """Put the totals in the box, and close the round."""
        if self.box is None:
            return
        try:
            for group in self.groups:
                people = self.people(group)
                answers = {
                    name: [*self.row(name, group), people - sum(self.row(name, group))]
                    for name in self.round.statements
                }
                await self.desk.write(self.box.set_totals, group, people, answers)
        except NotSaved as failure:
            self.desk.problem = failure.problem
            self.stage.refresh_view()
            return
        for name in self.round.statements:
            for group in self.groups:
                await self.desk.keep_draft(f"{self.round.id}/{name}/{group}", "")
        await self.close()
