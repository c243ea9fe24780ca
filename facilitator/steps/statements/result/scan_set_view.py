"""One set of a scan: its statements under each other, with what to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from facilitator.insight.block_results import BlockResult
from facilitator.insight.groups import answers_to, has_base, shown_too_little, unsure_about
from facilitator.insight.statistics import agreeing
from facilitator.scenario.model import Statement, StatementSet
from facilitator.session.rounds import Round, ShownGroup
from facilitator.steps.statements.drawing.bar_table import Cell, TableRow, table
from facilitator.steps.statements.drawing.row_blocks import TALL, Block, left_for, stack, wrapped
from facilitator.steps.statements.findings.scan import about_set
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.result.scan_view import ScanPages
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext


class SetView(ScanPages):
    """The statements of one set in the order of the ballot; one of them can be opened."""

    def __init__(self, context: StepContext[StatementsStep]) -> None:
        super().__init__(context)
        self.at = 0
        """The statement that is pointed at."""

    @property
    def result(self) -> BlockResult:
        said, results = self.own_page.partition(":")[2], self.scan
        return next((result for result in results if result.name == said), results[0])

    @property
    def one(self) -> StatementSet:
        return self.sets[self.result.name]

    @property
    def about(self) -> str:
        return about_set(self.one.id)

    def heading(self) -> str:
        names = [block_result.name for block_result in self.scan]
        return self.t("statements.scan.of_set", n=names.index(self.one.id) + 1, total=len(names))

    # -- how it looks

    def draw(self, width: int, height: int) -> Sequence[Content]:
        page = partial(self._page, width=width, height=height)
        return self.around_question(self._ask(), page, width, height)

    def _page(self, question: Sequence[Content], width: int, height: int) -> list[Content]:
        around = [Block(self._head(width), gap=0), Block(question), *self.notes(width)]
        room = left_for(around, height)
        rows: list[Content] = []
        for earlier, air in ((True, 2), (True, 0), (False, 2), (False, 0)):
            rows = table(self._rows(earlier=earlier), self.heads, width, room - air, tall=height >= TALL)
            if len(rows) <= room - air:
                break
        gap = int(len(rows) + 1 < room)  # a single blank row stands before the question
        return stack([around[0], Block(rows, gap=gap), *around[1:]], height)

    def _head(self, width: int) -> list[Content]:
        """Name the set, and quietly its word and where it comes from."""
        word = self.t(f"statements.grade.{self.result.grade}") if self.result.grade else ""
        quiet = "   ".join(part for part in (word, self.source_of(self.one)) if part)
        row = Content.assemble((self.one.title, "bold"), (f"   {quiet}" if quiet else "", "$quiet"))
        if row.cell_length <= width:
            return [row]
        return [*wrapped(self.one.title, width, "bold"), *wrapped(quiet, width, "$quiet")]

    def _rows(self, *, earlier: bool) -> list[TableRow]:
        most = self.result.differs.statement if self.result.differs else ""
        rows: list[TableRow] = []
        for number, statement in enumerate(self.one.statements):
            below = [self.t("statements.scan.most")] if statement.id == most else []
            below += [self.earlier_row([statement]) or self.another_question(statement)] if earlier else []
            cells = [self._cell(group, statement) for group in self.shown_groups]
            under = " · ".join(said for said in below if said)
            rows.append(TableRow(statement.text, cells, below=under, here=number == self.at))
        return rows

    def _cell(self, group: ShownGroup, statement: Statement) -> Cell:
        if statement.id in group.same:
            return Cell(0, 0, self.t("statements.scan.same"), self.t("statements.scan.same_short"))
        if statement.id in group.withdrawn:
            return Cell(0, 0, self.t("statements.withdrawn"), "–")
        if shown_too_little(group, statement.id):
            return Cell(0, 0, self.t("statements.partly"), "–")
        if statement.id in group.answers and not has_base(group, statement.id, self.shown.minimum):
            return self.unsure_cell(unsure_about(group, statement.id), group.ballots)
        return self.cell(*agreeing(answers_to(group, statement.id)))

    def _ask(self) -> str:
        """The question to the room; where those whom it is about did not answer, that goes first."""
        found = self.nobody(self.one) or self.finding(self.about, self.first)
        return found.wall if found else ""

    def looked_at(self) -> Sequence[tuple[Round, Sequence[str]]]:
        return [(self.first, [statement.id for statement in self.one.statements])]

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("next_set", "enter", self.on, 1),
            *self.vote_again_action(),
            self.action("look", "right", self._look, 2),
            *self.show_action(),
            self.action("previous_set", "left", self.back, 4),
            self.action("overview", "o", partial(self.go, "overview"), 9),
            *pointing(self, self.show, tab=True),
        ]

    async def go_beyond(self) -> None:
        await self.go_on_unless_again()

    async def _look(self) -> None:
        await self.go(f"one:{self.one.statements[self.at].id}")

    def move(self, by: int) -> None:
        """Point at another statement, stopping at the ends."""
        self.at = min(max(self.at + by, 0), len(self.one.statements) - 1)
