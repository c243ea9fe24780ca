"""Celebrating on the stage: what is done, one at a time and large."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import Step, Use
from facilitator.steps.review.commands import celebrate, say_status, take_back
from facilitator.steps.review.findings import carried
from facilitator.steps.review.page_view import EarlierAgreementPage
from facilitator.steps.review.wording import proof, since
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Say

WORKED = "worked"
"""The page after all agreements: what else worked, however small."""


class CelebrateView(EarlierAgreementPage):
    """Is this done? One key says so; what is not done is simply gone past, without a date beside it."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.lead = Say(classes="lead")
        self.how = Say(classes="below")
        self.what = Say(classes="ask")
        self.who = Say(classes="quiet")
        self.choice = Say(classes="gap below")
        self.party = Field("party", self.t("review.field.party"), hint=self.t("review.hint.party"), limit=200)
        self.lines = {"party": self.party}

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.how
        yield self.what
        yield self.who
        yield self.choice
        yield self.party

    def kept(self, _name: str) -> str:
        return next((learnt.text for learnt in self.left.worked if learnt.agreement == self.own_page), "")

    @property
    def pages(self) -> list[str]:
        return [*carried(self.desk.state), WORKED]

    @property
    def is_done(self) -> bool:
        return self.agreement is not None and self.agreement.status == "done"

    def on_mount(self) -> None:
        self.load_fields()
        if self.is_done:
            self.enter_field(self.party)

    # -- what is shown

    def show(self) -> None:
        found, done = self.agreement, self.is_done
        self.fill_fields()
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
        row = f"{'●' if done else '○'} 1  {self.t('review.choice_done')}"
        self.choice.say(Content.assemble("  ", (row, "bold $accent" if done else "")))

    def _opening(self) -> str:
        """Give the text of the step and when it was agreed, as long as nothing was said."""
        if self.pages[0] != self.own_page or self.left.said:
            return ""
        return "\n".join(
            line for line in (self.step.text, since(self.desk.state, self.today, self.t)) if line
        )

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is not None:
            return [
                self.action("keep" if self.party.unconfirmed else "next", "enter tab", self._keep, 1),
                *([] if self.party.text else [self.back_action()]),
                self.action("leave", "escape", self._leave, 0),
            ]
        offered = [self.action("next", "enter", self._on, 1), self.back_action()]
        if self.agreement is None:
            return offered
        if self.is_done:
            return [
                *offered,
                self.action("party", "e tab", self._type, 3),
                self.action("not_done", "delete backspace", self._not_done, 4),
            ]
        return [*offered, self.action("done", "1 j y", self._done, 0)]  # it stands on the screen

    def back_action(self) -> Action:
        if self.own_page in self.pages[:1]:
            return super().back_action()
        return self.action("back", "left", self._back, 2)

    async def _back(self) -> None:
        pages = self.pages
        at = pages.index(self.own_page) if self.own_page in pages else 1
        await self.open(pages[at - 1])

    async def _on(self) -> None:
        pages = self.pages
        after = pages[pages.index(self.own_page) + 1] if self.own_page in pages else pages[0]
        await self.open(after)

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

    async def _type(self) -> None:
        self.enter_field(self.party)
        self.stage.refresh_view()

    async def _leave(self) -> None:
        self.enter_field(None)
        self.stage.refresh_view()

    async def _keep(self) -> None:
        """Keep how it is celebrated, and go to the next agreement."""
        if self.party.unconfirmed:
            new = self.desk.new_id()
            outcome = celebrate(
                self.desk.state, self.desk.kinds, self.key, new, self.own_page, self.party.value
            )
            if not await self.desk.act("review.party", outcome):
                self.stage.refresh_view()
                return
            self.fill_fields()
        await self._on()
