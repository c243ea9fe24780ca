"""What the pages of a result share: what was found, small groups of one mind, and voting again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from textual.content import Content

from facilitator.insight.earlier_votes import earlier_shares, other_question
from facilitator.scenario.model import Statement
from facilitator.session.rounds import TOTAL, Finding, Round, Shown
from facilitator.steps.statements.commands import disclose
from facilitator.steps.statements.drawing.row_blocks import Block, larger, question_rows, wrapped
from facilitator.steps.statements.findings.reveal import order
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.result.comparison import say_month
from facilitator.steps.statements.vote.vote_view import VoteView
from facilitator.storage.drafts import CHOICE
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import POINTED


@dataclass(frozen=True)
class Consent:
    """What a small group of one mind is asked: whether its answers to these statements may be shown."""

    vote: Round
    group: str
    statements: Sequence[str]


class ResultView(VoteView):
    """What the pages of a result share."""

    def __init__(self, context: StepContext[StatementsStep]) -> None:
        super().__init__(context)
        self.again = self.desk.draft(self._again_key).split()
        """Statements that were chosen for a second vote."""
        self._reminded = False

    @property
    def results(self) -> list[Round]:
        return [vote for vote in self.votes if vote.status == "revealed" and vote.shown is not None]

    @property
    def first(self) -> Round:
        """The first vote, which has every statement."""
        return self.results[0]

    @property
    def shown(self) -> Shown:
        return _shown(self.first)

    def finding(self, about: str, of: Round, code: str = "") -> Finding | None:
        """Give what was told about something; with a code only what was told under it."""
        found = (finding for finding in of.findings if finding.about == about)
        return next((finding for finding in found if code in {"", finding.code}), None)

    def told_of_all(self) -> tuple[str, str]:
        """Give what was said of the vote as a whole: what goes before it, and the question."""
        found = self.finding("", self.first)
        before, _, ask = (found.wall if found else "").rpartition("\n")
        return before, ask

    def order(self) -> list[str]:
        """Give the statements in order of difference; groups that are spared take no part in that."""
        return self._order

    @cached_property
    def _order(self) -> list[str]:
        return order(self.shown, self.vote, self.desk.state.scenario)

    def earlier_words(self, statements: Sequence[Statement]) -> dict[str, str]:
        """Give per group what an earlier session showed of these statements: "in maart: 4 van 7 eens"."""
        state = self.desk.state
        found = earlier_shares(state.before, statements, self.shown.points)
        if found is None:
            return {}
        when = say_month(found[0], state.about.day, self.t)
        return {
            earlier_share.group: self.t(
                "statements.earlier.share",
                when=when,
                share=self.saying.share(earlier_share.agree, earlier_share.of),
            )
            if earlier_share.of
            else f"{when}: {self.t('statements.earlier.of_one_mind')}"
            for earlier_share in found[1]
            if earlier_share.of or earlier_share.held_back
        }

    def another_question(self, statement: Statement) -> str:
        """Say that an earlier session asked something else under the same name; empty when it did not."""
        state = self.desk.state
        vote = other_question(state.before, statement, self.shown.points)
        if vote is None:
            return ""
        when = say_month(vote.day, state.about.day, self.t)
        return self.t("statements.earlier.another_question", when=when)

    def numbers_of(self, names: Sequence[str]) -> str:
        """Give statements by their numbers on the ballot: "1, 2 en 4"."""
        order = [statement.id for statement in self.statements]
        *others, last = sorted(order.index(name) + 1 for name in names if name in order) or [0]
        rest = ", ".join(map(str, others))
        return self.t("statements.and").join([rest, str(last)]) if others else str(last)

    def too_unsure(self, unsure: int, of: int) -> str:
        """Say how many did not know, where too few chose a point of the scale."""
        unknown = self.desk.state.scenario.scale.unknown
        return self.t("statements.too_unsure", n=unsure, of=of, unknown=unknown)

    def around_question(
        self, ask: str, page: Callable[[Sequence[Content]], list[Content]], width: int, height: int
    ) -> list[Content]:
        """Draw a page with a question to the room, in larger letters where all else stays as it is.

        Args:
            ask: the question; without it there is none.
            page: draws the page with these rows as the question.
            width: columns of the page.
            height: rows of the page.
        """
        question = question_rows(ask, width)
        return page(larger(page, self.large(ask, width, POINTED), question, height))

    def notes(self, width: int) -> list[Block]:
        """Give the lines that were written under what is shown here; of many the last ones."""
        found = list(self.desk.state.notes_of(self.key, self.about).values())
        return [
            Block(wrapped(f"“{note.text}”", width, "$quiet"), gap=int(number == 0), needed=note is found[-1])
            for number, note in enumerate(found)
        ]

    def hidden(self) -> str:
        """Say of which groups nothing is shown, and that hands are not blind."""
        lines = [self.t("statements.too_few", group=self.title_of(group)) for group in self.shown.too_small]
        lines += [self.t("statements.silent", group=self.title_of(group)) for group in self.shown.silent]
        if self.shown.open_vote:
            lines.append(self.t("statements.open_vote"))
        return "\n".join(lines)

    # -- small groups of one mind

    def looked_at(self) -> Sequence[tuple[Round, Sequence[str]]]:
        """Give the votes that are shown here with their statements, the one to ask about first."""
        return []

    def consent(self) -> Consent | None:
        """Give what a small group of one mind can be asked here: one group, in one vote; None for nothing."""
        for vote, statements in self.looked_at():
            withheld = self.desk.state.withheld.get(vote.id, ())
            for group in self.saying.in_order(vote.shown.groups if vote.shown else []):
                kept = {answer.statement for answer in withheld if answer.group == group.group}
                same = [name for name in statements if name in group.same and name in kept]
                if same:
                    return Consent(vote, group.group, same)
        return None

    def show_action(self) -> list[Action]:
        asked = self.consent()
        if asked is None:
            return []
        name = "show_all" if asked.group == TOTAL else "show_group"
        return [self.action(name, "a", self._show_group, 4)]

    async def _show_group(self) -> None:
        """Show how a small group of one mind answered what stands here, because it agreed to that."""
        asked = self.consent()
        if asked is None:
            return
        outcome = disclose(
            self.desk.state, self.use, self.step, asked.vote, asked.group, asked.statements, self.t
        )
        await self.desk.act("statements.disclose", outcome)
        self.stage.refresh_view()

    # -- voting again

    @property
    def _again_key(self) -> str:
        return f"{CHOICE}{self.vote_key}/again"

    async def keep_again(self) -> None:
        self.desk.keep_drafts({self._again_key: " ".join(self.again)})

    def vote_again_action(self) -> list[Action]:
        return [self.action("vote_again", "v", self._vote_again, 1)] if self.again else []

    async def _vote_again(self) -> None:
        """Hold a vote on the statements that were chosen, in the way of the first."""
        chosen = [statement.id for statement in self.statements if statement.id in self.again]
        if self.desk.state.open_round() is None:
            self.again = []
            await self.keep_again()
        await self.begin(self.first.way, chosen)

    async def go_on_unless_again(self) -> None:
        """Go on to the next step, after a reminder of statements that were chosen for a second vote."""
        if self.again and not self._reminded:
            self._reminded = True
            self.stage.tell(self.t("statements.again_waits"))
        else:
            await self.stage.go_on()


def _shown(of: Round) -> Shown:
    if of.shown is None:
        raise LookupError("no result to show")
    return of.shown
