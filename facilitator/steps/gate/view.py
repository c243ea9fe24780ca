"""The gate on the stage: the questions one by one, then the advice, then why and who decides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, get_args

from textual.app import ComposeResult

from facilitator.steps.gate.commands import first_open, left_at, not_yes, reply
from facilitator.steps.gate.kind import Advice, GateLeaves, GateStep, Reply
from facilitator.steps.gate.page_view import ADVICE, WHY, GateView, WhyView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.hanging_rows import HangingRows, answer_row
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import Option, Pick, Say

REPLIES: Final[tuple[Reply, ...]] = get_args(Reply)
ADVICES: Final[tuple[Advice, ...]] = get_args(Advice)


class GateQuestionView(GateView):
    """One question: yes, no, or we don't know."""

    def __init__(self, context: StepContext[GateStep]) -> None:
        super().__init__(context)
        self.number = self.pages.index(self.own_page)
        self.question = self.step.questions[self.number]
        self.how = Say(classes="below")
        self.choices = HangingRows()
        self.then = Say(classes="quiet gap")
        self._stayed = False
        """Whether a no was answered just now, so that the next digit is meant for the next question."""
        self._passing = False
        """Whether it was asked if the group goes on without an answer."""

    @property
    def about(self) -> str:
        return self.question.id

    def heading(self) -> str:
        return self.t("gate.heading", n=self.number + 1, total=len(self.step.questions))

    def compose(self) -> ComposeResult:
        yield LargeSay(self.question.text)
        yield self.how
        yield self.choices
        yield self.then

    def show(self) -> None:
        left = self.left
        said = left.replies.get(self.question.id)
        self.how.say(self.step.text if self.number == 0 and not left.replies else "")
        self.choices.put(
            [
                answer_row(number, self.t(f"gate.reply.{answer}"), chosen=answer == said)
                for number, answer in enumerate(REPLIES, 1)
            ]
        )
        self.then.say(self.question.if_no if said == "no" else "")

    def actions(self) -> Sequence[Action]:
        offered = [  # they stand on the screen, so not in the key bar
            self.action("yes", "1 j y", partial(self._reply, "yes"), 0),
            self.action("no", "2", partial(self._reply, "no"), 0),
            self.action("unknown", "3", partial(self._reply, "unknown"), 0),
        ]
        last = self.number == len(self.step.questions) - 1
        on = self.action("to_advice" if last else "next", "enter", self.on, 1)
        return [on, *offered, self.way_back(), self.action("empty", "delete backspace", self._empty, 0)]

    async def _reply(self, said: Reply) -> None:
        """Keep the answer and go on; after a no, stay when there is something to read about it.

        A digit that comes then is meant for the next question, and does not change this one.
        """
        if self._stayed:
            self.stage.tell(self.t("gate.stayed"))
            return
        outcome = reply(self.desk.state, self.desk.kinds, self.key, self.question.id, said)
        kept = await self.desk.act("gate.replies", outcome)
        self._stayed = kept and said == "no" and bool(self.question.if_no)
        if kept and not self._stayed:
            await self.on()
        else:
            self.stage.refresh_view()

    async def on(self) -> None:
        """Go on; without an answer once asked: who presses Enter after a digit would pass one unseen."""
        if self.question.id in self.left.replies or self._passing:
            await super().on()
            return
        self._passing = True
        self.stage.tell(self.t("gate.no_reply"))

    async def _empty(self) -> None:
        self._stayed = self._passing = False
        outcome = reply(self.desk.state, self.desk.kinds, self.key, self.question.id, None)
        await self.desk.act("gate.replies", outcome)
        self.stage.refresh_view()


class AdviceView(GateView):
    """The advice. Every way out is equally good; none is chosen beforehand, whatever was answered."""

    def __init__(self, context: StepContext[GateStep]) -> None:
        super().__init__(context)
        self.pick = Pick()
        self.pick.pointing = False
        self.said = Say(classes="quiet gap")

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("gate.ask"))
        yield self.pick
        yield self.said

    def status(self) -> str:
        return self.t("gate.all_good")

    def show(self) -> None:
        left = self.left
        self.pick.put([self._choice(number, advice, left) for number, advice in enumerate(ADVICES, 1)])
        self.said.say("\n".join(self._said(left)))

    def _choice(self, number: int, advice: Advice, left: GateLeaves) -> Option:
        mark = "●" if advice == left.advice else "○"
        return Option(advice, self.t(f"gate.advice.{advice}"), tag=f"{mark} {number}")

    def _said(self, left: GateLeaves) -> list[str]:
        """Say what the answers point to; the group draws its own conclusion."""
        if not left.replies:
            return []
        found: list[str] = []
        for question, answer in not_yes(self.step, left):
            if answer == "unknown":
                found.append(self.t("gate.said_unknown", question=question.text))
            elif question.if_no:
                found.append(self.t("gate.said_then", then=question.if_no))
            else:
                found.append(self.t("gate.said_no", question=question.text))
        return found or [self.t("gate.said_yes")]

    def actions(self) -> Sequence[Action]:
        if self.pick.pointing:
            on = self.action("choose", "enter space", self._choose, 1)
        elif self.left.advice:
            on = self.way_on()
        else:
            on = self.action("later", "enter", self.stage.go_on, 3)
        digits = [
            self.action(advice, str(number), partial(self._advise, advice), 0)
            for number, advice in enumerate(ADVICES, 1)
        ]
        return [
            on,
            self.action("point", "down", partial(self._move, 1, 0), 0 if self.pick.pointing else 1),
            Action("up", ("up",), partial(self._move, -1, len(ADVICES) - 1), "kit", 0),
            self.way_back(),
            *digits,
        ]

    async def _move(self, by: int, first: int) -> None:
        """Point further; the first time at an end of the list, because nothing is pointed at before."""
        if self.pick.pointing:
            self.pick.move(by)
        else:
            self.pick.pointing = True
            self.pick.point(ADVICES[first])

    async def _choose(self) -> None:
        await self._advise(ADVICES[self.pick.index])

    async def _advise(self, advice: Advice) -> None:
        if advice == self.left.advice or await self.set_result("advice", advice):
            await self.on()
        else:
            self.stage.refresh_view()


def view_of(context: StepContext[GateStep]) -> GateView:
    """Give the view of the page that the group is at; without one, of what comes next."""
    left = left_at(context.state, context.key)
    names = [question.id for question in context.step.questions]
    page = context.page if context.page in {*names, ADVICE, WHY} else ""
    page = page or (WHY if left.advice else first_open(context.step, left) or ADVICE)
    return {ADVICE: AdviceView, WHY: WhyView}.get(page, GateQuestionView)(context.at(page))


VIEW: Final = KindView(GateStep, view_of)
