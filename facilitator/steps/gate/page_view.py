"""The pages of the gate: what they share, and the one with why and who decides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, cast

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.steps.gate.commands import left_at
from facilitator.steps.gate.kind import GateLeaves, GateStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.widgets import Say

ADVICE: Final = "?advice"
"""The page of the advice, and below of its reasons. No question can have these ids."""
WHY: Final = "?why"


class GateView(StepView):
    """What the pages share: what was answered, and the way on and back between them."""

    room = "gate"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step)
        self.gate = cast("GateStep", step)
        self.own_page = page
        self.pages = [*(question.id for question in self.gate.questions), ADVICE, WHY]

    def shows(self, page: str) -> bool:
        return page in {self.own_page, ""}

    @property
    def left(self) -> GateLeaves:
        """What the group answered and advised so far."""
        return left_at(self.desk.state, self.key)

    def back_action(self) -> Action:
        if self.own_page == self.pages[0]:
            return super().back_action()
        return self.action("back", "left", self._back, 2)

    async def _back(self) -> None:
        await self.stage.go_to(self.key, self.pages[self.pages.index(self.own_page) - 1])

    async def on(self) -> None:
        """Go to the next page."""
        await self.stage.go_to(self.key, self.pages[self.pages.index(self.own_page) + 1])


class WhyView(GateView):
    """What belongs to the advice: why, who decides, when the neighbourhood hears, who finds out."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.advice = Say(classes="lead")
        self.lines = {
            name: Field(
                name,
                self.t(f"gate.field.{name}"),
                hint=self.t(f"gate.hint.{name}"),
                label_width=20,
                limit=300,
            )
            for name in ("reason", "finds_out", "decides", "hears")
        }

    def compose(self) -> ComposeResult:
        yield self.advice
        yield from self.lines.values()

    def _kept(self, name: str) -> str:
        return str(getattr(self.left, name))

    def on_mount(self) -> None:
        for name, field in self.lines.items():
            self.load(field, self._kept(name))
        self.show()
        self.enter_field(next((field for field in self.fields() if not field.text), None))

    def show(self) -> None:
        left = self.left
        self.advice.say(self.t(f"gate.report.advice.{left.advice}") if left.advice else self.t("gate.ask"))
        self.lines["finds_out"].display = left.advice == "unknown" or bool(left.finds_out)
        for name, field in self.lines.items():
            field.hear(self._kept(name))

    def status(self) -> str:
        """Ask for the reason when it is not there: a question, which holds nobody up."""
        left = self.left
        waiting = self.field is None and left.advice and not left.reason
        return self.t("gate.no_reason") if waiting else ""

    def actions(self) -> Sequence[Action]:
        if self.field is None:
            return [
                self.action("on", "enter", self.stage.go_on, 1),
                self.back_action(),
                self.action("change", "e tab down", self._change, 3),
            ]
        last = self.field is self.fields()[-1]
        return [
            self.action("keep" if last else "keep_and_next", "enter tab down", partial(self._keep, 1), 1),
            self.action("keep_and_previous", "up shift+tab", partial(self._keep, -1), 0),
            *([] if self.field.text else [self.back_action()]),
            self.action("leave", "escape", self._leave, 0),
        ]

    async def _keep(self, by: int) -> None:
        """Keep the line, and go to the next one; after the last one, to none."""
        field = self.field
        if field is None:
            return
        if field.unconfirmed and not await self.set_result(field.name or "", field.value):
            self.stage.refresh_view()
            return
        fields = self.fields()
        at = fields.index(field) + by
        self.enter_field(fields[max(at, 0)] if at < len(fields) else None)
        self.stage.refresh_view()

    async def _change(self) -> None:
        self.enter_field(self.fields()[0])

    async def _leave(self) -> None:
        self.enter_field(None)
