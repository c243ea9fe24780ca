"""The pages of the gate: what they share, and the one with why and who decides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.steps.gate.commands import contradiction, left_at
from facilitator.steps.gate.kind import GateLeaves, GateStep
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView, lined_up
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.widgets import Say

ADVICE: Final = "?advice"
"""The page of the advice, and below of its reasons. No question can have these ids."""
WHY: Final = "?why"


class GateView(StepView[GateStep]):
    """What the pages share: what was answered, and in which order they come."""

    room = "gate"

    @property
    def pages(self) -> Sequence[str]:
        return [*(question.id for question in self.step.questions), ADVICE, WHY]

    @property
    def left(self) -> GateLeaves:
        """What the group answered and advised so far."""
        return left_at(self.desk.state, self.key)


class WhyView(GateView, FormView):
    """What belongs to the advice: why, who decides, when the neighbourhood hears, who finds out."""

    def __init__(self, context: StepContext[GateStep]) -> None:
        super().__init__(context)
        self.advice = LargeSay()
        self.asked = Say(classes="below")
        """What is asked when the advice differs from the answers, until there is a reason."""
        self.form = lined_up(
            Field(name, self.t(f"gate.field.{name}"), hint=self.t(f"gate.hint.{name}"))
            for name in ("reason", "evidence", "area", "finds_out", "decides", "hears")
        )

    def compose(self) -> ComposeResult:
        yield self.advice
        yield self.asked
        yield from self.form.values()

    def kept(self, name: str) -> str:
        return str(getattr(self.left, name))

    async def put(self, name: str, value: str) -> bool:
        return await self.set_result(name, value)

    def show(self) -> None:
        left = self.left
        self.advice.say(self.t(f"gate.report.advice.{left.advice}") if left.advice else self.t("gate.ask"))
        differs = None if left.reason else contradiction(self.step, left)
        self.asked.say(self.t(f"gate.asked.{differs[0]}", n=differs[1]) if differs else "")
        self.form["finds_out"].display = left.advice == "unknown" or bool(left.finds_out)
        super().show()

    def status(self) -> str:
        """Ask for the reason when it is not there: a question, which holds nobody up."""
        left = self.left
        waiting = self.field is None and left.advice and not left.reason
        return self.t("gate.no_reason") if waiting else ""

    def actions(self) -> Sequence[Action]:
        if self.field is None:
            return [
                self.way_on(),
                self.way_back(),
                self.action("change", "e tab down", self._change, 3),
            ]
        keep = "keep" if self.in_last_field else "keep_and_next"
        return [
            self.action(keep, "enter tab down", partial(self.keep_and_go, 1), 1),
            self.action("keep_and_previous", "up shift+tab", partial(self.keep_and_go, -1), 0),
            *([] if self.field.text else [self.way_back()]),
            self.leave_action(),
        ]

    async def _change(self) -> None:
        await self.type_in(self.fields()[0])
