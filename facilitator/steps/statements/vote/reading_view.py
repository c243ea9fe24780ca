"""Statements read aloud, one at a time, large. Nothing else competes with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from textual.content import Content

from facilitator.session.commands import Outcome
from facilitator.session.worded_statements import is_said_here
from facilitator.steps.statements.drawing.row_blocks import BROAD, TALL, Block, balanced, roomiest, wrapped
from facilitator.steps.statements.drawing.scales import scale_rows
from facilitator.steps.statements.kind import StatementsStep, is_scan, sets_of, statements_of, vote_of
from facilitator.steps.statements.vote.vote_view import VoteView
from facilitator.steps.statements.wording_commands import LONGEST_STATEMENT, say_anew, say_more
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.told_line import ALOUD

LINE = 52
"""Cells after which a statement goes on at a next row, on a large screen: short rows are read fast."""


class ReadView(VoteView):
    """One statement."""

    follows = True

    def shows(self, page: str) -> bool:
        return page.partition(":")[0] in {"", "read"}

    def show(self) -> None:
        """Read the statements as they are now: the room may have put one in other words."""
        found = self.desk.state.find(self.key)
        if found is not None and isinstance(found[1], StatementsStep):
            self.use, self.step = found[0], found[1]
            self.vote = vote_of(self.step, self.use)
            self.statements = statements_of(self.vote, self.desk.state.scenario)
        super().show()

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
        if is_said_here(self.about):
            count = f"{count} · {self.t('statements.said_here')}"
        how = self.step.text if self.number == 0 and self.step.text else self.t("statements.read_twice")
        roomy = BROAD <= width < ALOUD and height >= TALL
        text = self.statements[self.number].text
        ways = [
            [
                Block(wrapped(count, width, "$quiet"), gap=3 if roomy else 0),
                Block(statement, gap=2 if roomy else 1),
                Block(scale_rows(self.desk.state.scenario.scale, width, height), gap=2 if roomy else 1),
                Block(wrapped(how.strip(), width, "$quiet"), needed=False),
            ]
            for statement in (*self.large(text, width), _statement(text, width, roomy=roomy))
        ]
        return roomiest(ways, height)

    @property
    def _set(self) -> str:
        """The title of the set that the statement stands in."""
        sets = sets_of(self.vote, self.desk.state.scenario)
        return next(statement_set.title for statement_set in sets if statement_set.find(self.about))

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("next_statement", "enter right", self.on, 1),
            self.action("previous_statement", "left", self.back, 2),
            self.action("enough", "e", self.go_beyond, 3 if is_scan(self.vote) else 0),
            *self._wording(),
        ]

    # -- in the words of the room

    def _wording(self) -> list[Action]:
        """Offer other words and one more, as long as nobody voted on them."""
        if self.votes:
            return []
        return [
            self.action("say_anew", "v", self._ask_anew, 8),
            self.action("say_more", "plus equals_sign", self._ask_more, 9),
        ]

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"say_anew": lambda _: self._ask_anew(), "say_more": lambda _: self._ask_more()}

    async def _ask_anew(self) -> None:
        name, text = self.about, self.statements[self.number].text
        question = self.t("statements.ask_anew")

        async def keep(said: str) -> bool:
            outcome = say_anew(self.desk.state, self.use, self.step, self.desk.new_id(), name, said)
            return await self._keep("say_anew", outcome, self.number)

        await self.ask_for("say_anew", name, question, keep, text, LONGEST_STATEMENT)

    async def _ask_more(self) -> None:
        beside = self.about

        async def keep(said: str) -> bool:
            outcome = say_more(self.desk.state, self.use, self.step, self.desk.new_id(), beside, said)
            return await self._keep("say_more", outcome)

        question = self.t("statements.ask_more")
        await self.ask_for("say_more", "", question, keep, limit=LONGEST_STATEMENT)

    async def _keep(self, did: str, outcome: Outcome, number: int | None = None) -> bool:
        """Keep other words and show them; the new page reads them from the session."""
        changed = bool(outcome)
        before = {statement.id for statement in self.statements}
        if not await self.desk.act(f"statements.{did}", outcome):
            return False
        if changed:
            self.show()
            new = next(n for n, asked in enumerate(self.statements) if asked.id not in before)
            await self.go(f"read:{new if number is None else number}")
            self.stage.tell(self.t(f"statements.{did}_done"))
        return True

    async def go_beyond(self) -> None:
        """Go to the vote."""
        await self.go("collect" if not self.votes else "")


def _statement(text: str, width: int, *, roomy: bool) -> list[Content]:
    """Give the statement; on a large screen in short rows beside a thick line."""
    if not roomy:
        return wrapped(text, width, "bold")
    line = Content.styled("█  ", "$accent")
    rows: list[Content] = [line]
    for row in balanced(text, min(width - 3, LINE), "bold"):
        rows += [Content.assemble(line, row), line]
    return rows
