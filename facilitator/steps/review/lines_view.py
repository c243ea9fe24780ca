"""Lines in the group's words: what worked, however small, and what was learnt."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content

from facilitator.session.commands import Outcome
from facilitator.session.state import State
from facilitator.steps.review.commands import Lines, add, reword, take_out
from facilitator.steps.review.findings import carried, done
from facilitator.steps.review.kind import Learnt, ReviewStep
from facilitator.steps.review.page_view import ReviewPage
from facilitator.steps.review.wording import nothing_came_over
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.gather_view import GatherView
from facilitator.ui.kit.hanging_rows import HangingRow, HangingRows
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say


class LinesView(ReviewPage, GatherView[ReviewStep]):
    """A question, the lines that were said, and one to type the next in."""

    into: Lines

    def __init__(self, context: StepContext[ReviewStep]) -> None:
        super().__init__(context)
        self.did = f"review.{self.into}"
        self.lead = LargeSay()
        self.how = Say(classes="below")
        self.entries = [Field("line", hint=self.t("review.hint.line"), label_width=6)]

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.how
        yield from self.above()
        yield self.list
        yield from self.entries

    def above(self) -> ComposeResult:
        """Give what stands above the lines."""
        yield from ()

    @property
    def words(self) -> list[Learnt]:
        return self.left.worked if self.into == "worked" else self.left.learnt

    def lines(self) -> list[Option]:
        return [Option(word.id, word.text) for word in self.words]

    # -- what can be done

    def make(self, state: State, name: str, *values: str) -> Outcome:
        return add(state, self.desk.kinds, self.key, self.into, name, values[0])

    def text_of(self, name: str) -> str:
        return next(word.text for word in self.words if word.id == name)

    async def reword(self, name: str, text: str) -> bool:
        outcome = reword(self.desk.state, self.desk.kinds, self.key, self.into, name, text)
        return await self.desk.act("review.reworded", outcome)

    async def take_line(self, name: str) -> None:
        outcome = take_out(self.desk.state, self.desk.kinds, self.key, self.into, name)
        await self.desk.act("review.removed", outcome)


class LearnView(LinesView):
    """What did we learn?"""

    into = "learnt"

    def show(self) -> None:
        super().show()
        self.lead.say(self.t("review.ask.learn"))
        self.how.say("" if self.words else self.step.text)


class WorkedView(LinesView):
    """What is done, to be proud of; and what else worked. Nothing is counted."""

    into = "worked"

    def __init__(self, context: StepContext[ReviewStep]) -> None:
        super().__init__(context)
        self.proud = HangingRows()
        """What is done, above the lines in the group's words."""

    def above(self) -> ComposeResult:
        yield self.proud

    def lines(self) -> list[Option]:
        party = self.t("review.party")
        return [Option(word.id, word.text, party if word.agreement else "") for word in self.words]

    def show(self) -> None:
        super().show()
        came, proud = carried(self.desk.state), done(self.desk.state)
        self.lead.say(self.t("review.done" if proud else "review.ask.worked"))
        tick = Content.styled("   ✓  ", "bold $accent")
        self.proud.put([HangingRow(tick, [Content.styled(came[name].what, "bold")]) for name in proud])
        kindly = "" if came else nothing_came_over(self.desk.state, self.t)
        text = "" if came or self.words else self.step.text
        self.how.say("\n".join(line for line in (text, kindly) if line))
        self.entries[0].hint = self.t("review.hint.more" if proud else "review.hint.line")
