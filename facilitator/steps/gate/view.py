"""The gate on the stage: the questions one by one, then the advice, then why and who decides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, cast, get_args

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import Step, Use
from facilitator.steps.gate.commands import first_open, left_at, not_yes, reply
from facilitator.steps.gate.kind import Advice, GateLeaves, GateStep, Reply
from facilitator.steps.gate.page_view import ADVICE, WHY, GateView, WhyView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import Option, Pick, Say

REPLIES: Final[tuple[Reply, ...]] = get_args(Reply)
ADVICES: Final[tuple[Advice, ...]] = get_args(Advice)


class GateQuestionView(GateView):
    """One question: yes, no, or we don't know."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.number = self.pages.index(page)
        self.question = self.gate.questions[self.number]
        self.how = Say(classes="below")
        self.choices = Say()
        self.then = Say(classes="quiet gap")

    @property
    def about(self) -> str:
        return self.question.id

    def heading(self) -> str:
        return self.t("gate.heading", n=self.number + 1, total=len(self.gate.questions))

    def compose(self) -> ComposeResult:
        yield Say(self.question.text, classes="lead")
        yield self.how
        yield self.choices
        yield self.then

    def show(self) -> None:
        left = self.left
        said = left.replies.get(self.question.id)
        self.how.say(self.step.text if self.number == 0 and not left.replies else "")
        rows = [self._choice(number, each, said) for number, each in enumerate(REPLIES, 1)]
        self.choices.say(Content("\n").join(rows))
        self.then.say(self.question.if_no if said == "no" else "")

    def _choice(self, number: int, answer: Reply, said: Reply | None) -> Content:
        chosen = answer == said
        row = f"{'●' if chosen else '○'} {number}  {self.t(f'gate.reply.{answer}')}"
        return Content.assemble("  ", (row, "bold $accent" if chosen else ""))

    def actions(self) -> Sequence[Action]:
        offered = [  # they stand on the screen, so not in the key bar
            self.action("yes", "1 j y", partial(self._reply, "yes"), 0),
            self.action("no", "2", partial(self._reply, "no"), 0),
            self.action("unknown", "3", partial(self._reply, "unknown"), 0),
        ]
        last = self.number == len(self.gate.questions) - 1
        on = self.action("to_advice" if last else "next", "enter", self.on, 1)
        return [on, *offered, self.back_action(), self.action("empty", "delete backspace", self._empty, 0)]

    async def _reply(self, said: Reply) -> None:
        """Keep the answer and go on; after a no, stay when there is something to read about it."""
        outcome = reply(self.desk.state, self.desk.kinds, self.key, self.question.id, said)
        kept = await self.desk.act("gate.replies", outcome)
        if kept and not (said == "no" and self.question.if_no):
            await self.on()
        else:
            self.stage.refresh_view()

    async def _empty(self) -> None:
        outcome = reply(self.desk.state, self.desk.kinds, self.key, self.question.id, None)
        await self.desk.act("gate.replies", outcome)
        self.stage.refresh_view()


class AdviceView(GateView):
    """The advice. Four outcomes, equally good; none is chosen beforehand, whatever was answered."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.pick = Pick()
        self.pick.pointing = False
        self.said = Say(classes="quiet gap")

    def compose(self) -> ComposeResult:
        yield Say(self.t("gate.ask"), classes="lead")
        yield self.pick
        yield self.said

    def status(self) -> str:
        return self.t("gate.all_good")

    def show(self) -> None:
        left = self.left
        self.pick.put(
            [Option(each, self._choice(number, each, left)) for number, each in enumerate(ADVICES, 1)]
        )
        self.said.say("\n".join(self._said(left)))

    def _choice(self, number: int, advice: Advice, left: GateLeaves) -> str:
        mark = "●" if advice == left.advice else "○"
        return f"{mark} {number}  {self.t(f'gate.advice.{advice}')}"

    def _said(self, left: GateLeaves) -> list[str]:
        """Say what the answers point to; the group draws its own conclusion."""
        if not left.replies:
            return []
        found: list[str] = []
        for question, answer in not_yes(self.gate, left):
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
            on = self.action("to_why", "enter", self.on, 1)
        else:
            on = self.action("later", "enter", self.stage.go_on, 3)
        digits = [
            self.action(each.replace("-", "_"), str(number), partial(self._advise, each), 0)
            for number, each in enumerate(ADVICES, 1)
        ]
        return [
            on,
            self.action("point", "down", self._down, 0 if self.pick.pointing else 1),
            Action("up", ("up",), self._up, "kit", 0),
            self.back_action(),
            *digits,
        ]

    async def _down(self) -> None:
        self._move(1, 0)

    async def _up(self) -> None:
        self._move(-1, len(ADVICES) - 1)

    def _move(self, by: int, first: int) -> None:
        """Point further; the first time at an end of the list, because nothing is pointed at before."""
        if self.pick.pointing:
            self.pick.move(by)
        else:
            self.pick.pointing = True
            self.pick.point(ADVICES[first])

    async def _choose(self) -> None:
        if self.pick.chosen:
            await self._advise(cast("Advice", self.pick.chosen.id))

    async def _advise(self, advice: Advice) -> None:
        if advice == self.left.advice or await self.set_result("advice", advice):
            await self.on()
        else:
            self.stage.refresh_view()


def view_of(desk: Desk, stage: StageHost, use: Use, step: Step) -> GateView:
    """Give the view of the page that the group is at; without one, of what comes next."""
    gate = cast("GateStep", step)
    at = desk.state.at
    key = f"{use.id}/{step.id}"
    left = left_at(desk.state, key)
    names = [question.id for question in gate.questions]
    page = at.page if at.key == key and at.page in {*names, ADVICE, WHY} else ""
    page = page or (WHY if left.advice else first_open(gate, left) or ADVICE)
    make = {ADVICE: AdviceView, WHY: WhyView}.get(page, GateQuestionView)
    return make(desk, stage, use, step, page)


VIEW: Final = KindView(view_of)
