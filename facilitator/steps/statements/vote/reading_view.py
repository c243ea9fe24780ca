"""Statements read aloud, one at a time, large. Nothing else competes with it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from facilitator.steps.statements.drawing.row_blocks import BROAD, TALL, Block, balanced, stack, wrapped
from facilitator.steps.statements.drawing.scales import scale_rows
from facilitator.steps.statements.kind import is_scan, sets_of
from facilitator.steps.statements.vote.vote_view import VoteView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.told_line import ALOUD

LINE = 52
"""Cells after which a statement goes on at a next row, on a large screen: short rows are read fast."""


class ReadView(VoteView):
    """One statement."""

    follows = True

    def shows(self, page: str) -> bool:
        return page.partition(":")[0] in {"", "read"}

    @property
    def pages(self) -> Sequence[str]:
        return [f"read:{number}" for number in range(len(self.statements))]

    @property
    def number(self) -> int:
        """Which statement is read, from 0."""
        return self.pages.index(self.own_page)

    @property
    def about(self) -> str:
        return self.statements[self.number].id

    @property
    def question_now(self) -> str:
        return self.statements[self.number].text

    def draw(self, width: int, height: int) -> Sequence[Content]:
        count = self.t("statements.of", n=self.number + 1, total=len(self.statements))
        if is_scan(self.vote):
            count = f"{count} · {self._set}"
        how = self.step.text if self.number == 0 and self.step.text else self.t("statements.read_twice")
        large = BROAD <= width < ALOUD and height >= TALL
        return stack(
            [
                Block(wrapped(count, width, "$quiet"), gap=3 if large else 0),
                Block(self._statement(width, large=large), gap=2 if large else 1),
                Block(scale_rows(self.desk.state.scenario.scale, width, height), gap=2 if large else 1),
                Block(wrapped(how.strip(), width, "$quiet"), needed=False),
            ],
            height,
        )

    @property
    def _set(self) -> str:
        """The title of the set that the statement stands in."""
        sets = sets_of(self.vote, self.desk.state.scenario)
        return next(statement_set.title for statement_set in sets if statement_set.find(self.about))

    def _statement(self, width: int, *, large: bool) -> list[Content]:
        """Give the statement; on a large screen in short rows beside a thick line."""
        text = self.statements[self.number].text
        if not large:
            return wrapped(text, width, "bold")
        line = Content.styled("█  ", "$accent")
        rows: list[Content] = [line]
        for row in balanced(text, min(width - 3, LINE), "bold"):
            rows += [Content.assemble(line, row), line]
        return rows

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("next_statement", "enter right", self.on, 1),
            self.action("previous_statement", "left", self.back, 2),
            self.action("enough", "e", self.go_beyond, 3 if is_scan(self.vote) else 0),
        ]

    async def go_beyond(self) -> None:
        """Go to the vote."""
        await self.go("collect" if not self.votes else "")
