"""Celebrating on the stage: what is done, one at a time and large."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult

from facilitator.steps.review.commands import celebrate, say_status, take_back
from facilitator.steps.review.findings import carried
from facilitator.steps.review.kind import ReviewStep
from facilitator.steps.review.page_view import EarlierAgreementPage
from facilitator.steps.review.wording import proof, since
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.hanging_rows import HangingRows, answer_row
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Say


class CelebrateView(EarlierAgreementPage):
    """Is this done? One key says so; what is not done is simply gone past, without a date beside it."""

    def __init__(self, context: StepContext[ReviewStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.how = Say(classes="below")
        self.what = Say(classes="ask")
        self.who = Say(classes="quiet")
        self.choice = HangingRows(classes="gap below")
        self.party = Field("party", self.t("review.field.party"), hint=self.t("review.hint.party"), limit=200)
        self.form = {"party": self.party}

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.how
        yield self.what
        yield self.who
        yield self.choice
        yield self.party

    def kept(self, _name: str) -> str:
        return next((learnt.text for learnt in self.left.worked if learnt.agreement == self.own_page), "")

    async def put(self, _name: str, value: str) -> bool:
        new = self.desk.new_id()
        outcome = celebrate(self.desk.state, self.desk.kinds, self.key, new, self.own_page, value)
        return await self.desk.act("review.party", outcome)

    @property
    def is_done(self) -> bool:
        return self.agreement is not None and self.agreement.status == "done"

    def first_field(self) -> Field | None:
        return self.party if self.is_done else None

    # -- what is shown

    def show(self) -> None:
        found, done = self.agreement, self.is_done
        super().show()
        self.party.display = done
        if not done and self.field is not None:
            self.enter_field(None)
        if found is None:
            self.lead.say(self.t("review.gone"))
            for say in (self.how, self.what, self.who, self.choice):
                say.say("")
            return
        self.lead.say(self.t("review.is_done") if done else self.t("review.ask.done"))
        self.how.say(self._opening())
        self.what.say(f"✓ {found.what}" if done else found.what)
        room = not (self.short and (done or self.how.display))
        known = (found.who, proof(found, self.t) if room else "")
        self.who.say("\n".join(line for line in known if line))
        self.choice.put([answer_row(1, self.t("review.choice_done"), chosen=done)])

    def _opening(self) -> str:
        """Give the text of the step and when it was agreed, as long as nothing was said."""
        if self.pages[0] != self.own_page or self.left.said:
            return ""
        when = since(carried(self.desk.state), self.desk.state, self.today, self.t)
        return "\n".join(line for line in (self.step.text, when) if line)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is not None:
            return [
                self.keep_action(self.party),
                *([] if self.party.text else [self.way_back()]),
                self.leave_action(),
            ]
        offered = [self.action("next", "enter", self.on, 1), self.way_back()]
        if self.agreement is None:
            return offered
        if self.is_done:
            return [
                *offered,
                self.action("party", "e tab", partial(self.type_in, self.party), 3),
                self.action("not_done", "delete backspace", self._not_done, 4),
            ]
        return [*offered, self.action("done", "1 j y", self._done, 0)]  # it stands on the screen

    async def _done(self) -> None:
        outcome = say_status(self.desk.state, self.desk.kinds, self.key, self.own_page, "done")
        if await self.desk.act("review.done", outcome):
            self.party.display = True
            self.enter_field(self.party)
        self.stage.refresh_view()

    async def _not_done(self) -> None:
        outcome = take_back(self.desk.state, self.desk.kinds, self.key, self.own_page)
        await self.desk.act("review.status", outcome)
        self.stage.refresh_view()
