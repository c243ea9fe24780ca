"""Consent on the stage: who does not understand it yet, and who cannot live with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.agreement_versions import standing_objections
from facilitator.session.commands import Outcome
from facilitator.session.disclosure import named
from facilitator.session.registers import Agreement
from facilitator.steps.agreements.commands import (
    explain,
    hear_none,
    object_later,
    object_to,
    stand_beside,
)
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.page_view import AgreementPage
from facilitator.steps.agreements.wording import objections
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.hanging_rows import HangingRows
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Pick, Say

SILENCE: Final = timedelta(seconds=10)
"""As long as a group needs before the first one dares to speak (docs/domain.md 6.6)."""


class ClarityView(AgreementPage):
    """Who does not understand it yet? And then it is quiet for ten seconds."""

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.since = self.desk.now()
        self.silence = Say(classes="quiet gap")

    def under(self) -> ComposeResult:
        yield LargeSay(self.t("agreements.ask.clear"), classes="ask gap")
        yield self.silence

    def fill(self, _agreement: Agreement) -> None:
        self.tick()

    def tick(self) -> None:
        passed = min(max(self.desk.now() - self.since, timedelta(0)), SILENCE)
        full = passed // timedelta(seconds=1)
        dots = "●" * full + "○" * (SILENCE // timedelta(seconds=1) - full)
        said = self.t("agreements.silence_over" if passed == SILENCE else "agreements.silence")
        self.silence.say(f"{dots}   {said}")

    def offers(self, _agreement: Agreement) -> Sequence[Action]:
        return [
            self.action("consent", "enter", partial(self.go_about, "consent"), 1),
            self.action("change", "e a", partial(self.go_about, "form"), 2),
            self.to_list(),
        ]


class ConsentView(AgreementPage):
    """Who cannot live with this?"""

    b_is_own = True

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.before = Say(classes="quiet gap")
        self.choices = HangingRows()

    def under(self) -> ComposeResult:
        yield self.before
        yield LargeSay(self.t("agreements.ask.consent"), classes="ask gap")
        yield self.choices

    def fill(self, agreement: Agreement) -> None:
        self.before.say("\n".join(objections(agreement, self.desk.state, self.t)))
        none = "no_more" if standing_objections(agreement) else "none"
        self.choices.put([self.choice("Enter", none), self.choice("b", "object"), self.choice("l", "later")])

    def offers(self, _agreement: Agreement) -> Sequence[Action]:
        return [
            self.action("none", "enter", self._none, 1),
            self.action("object", "b", partial(self._object, ""), 2),
            self.action("later", "l", self._later, 3),
            self.action("page_back", "left", partial(self.go_about, "clear"), 4),
            self.to_list("escape", 0),
        ]

    async def _none(self) -> None:
        if await self.desk.act("agreements.heard_none", hear_none(self.desk.state, self.name_of, self.today)):
            await self.go_to_list()

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"object": self._object}

    async def _object(self, _subject: str) -> None:
        async def keep(reason: str) -> bool:
            outcome = self._heard(reason)
            kept = await self.desk.act("agreements.objection", outcome)
            if kept:
                await self.go_about("whose" if named(self.desk.state) else "needed")
            return kept

        await self.ask_for("object", "", self.t("agreements.ask.reason"), keep)

    def _heard(self, reason: str) -> Outcome:
        """Keep an objection; where one was to be explained later this is its reason, and no second one."""
        standing = standing_objections(self.agreement) if self.agreement else []
        waiting = [objection for objection in standing if objection.status == "later"]
        state, name = self.desk.state, self.name_of
        if len(waiting) == 1:
            return explain(state, name, waiting[0].id, reason, self.today)
        return object_to(state, name, self.desk.new_id(), reason, self.today)

    async def _later(self) -> None:
        outcome = object_later(self.desk.state, self.name_of, self.desk.new_id(), self.today)
        if await self.desk.act("agreements.later", outcome):
            await self.go_to_list()
            self.stage.tell(self.t("agreements.stays_open"))


class ObjectorView(AgreementPage):
    """From which perspective is the objection? Only when the speaker wants that there.

    Perspectives of which few people are here are not offered: they would point at the speaker.
    """

    with_text = False

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.before = Say(classes="quiet gap")
        large = named(self.desk.state)
        options = [Option("", self.t("agreements.rather_not"))]
        options += [
            Option(perspective.id, perspective.title)
            for perspective in self.desk.state.scenario.perspectives
            if perspective.id in large
        ]
        self.pick = Pick(options)

    def under(self) -> ComposeResult:
        yield self.before
        yield LargeSay(self.t("agreements.ask.whose"), classes="ask gap")
        yield self.pick

    def fill(self, agreement: Agreement) -> None:
        self.before.say("\n".join(objections(agreement, self.desk.state, self.t)[-1:]))

    def offers(self, _agreement: Agreement) -> Sequence[Action]:
        return [
            self.action("whose", "enter", self._keep, 1),
            *pointing(self.pick, tab=True),
            self.action("rather_not", "escape left", partial(self.go_about, "needed"), 2),
        ]

    async def _keep(self) -> None:
        standing = standing_objections(self.agreement) if self.agreement else []
        chosen = self.pick.chosen
        if standing and chosen and chosen.id:
            outcome = stand_beside(self.desk.state, self.name_of, standing[-1].id, chosen.id)
            if not await self.desk.act("agreements.whose", outcome):
                return
        await self.go_about("needed")


class AmendmentView(AgreementPage):
    """What is needed, so that it can be lived with?"""

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.before = Say(classes="gap")

    def under(self) -> ComposeResult:
        yield self.before
        yield LargeSay(self.t("agreements.ask.needed"), classes="ask gap")
        yield HangingRows([self.choice("a", "amend"), self.choice("Enter", "leave")])

    def fill(self, agreement: Agreement) -> None:
        self.before.say("\n".join(objections(agreement, self.desk.state, self.t)))

    def offers(self, _agreement: Agreement) -> Sequence[Action]:
        return [
            self.action("change", "a e", partial(self.go_about, "form"), 1),
            self.action("leave_as_is", "enter", self.go, 2),
            self.to_list("escape left", 0),
        ]
