"""The page on which is chosen: marks before what can be chosen, and a question at the cap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.steps.choose.commands import choose, let_go
from facilitator.steps.choose.findings import questions
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.choose.page_view import CHOSEN, ON, OPEN, SWAP, ChooseView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import BLANK, Option, Say

MOST_SHORT: Final = 5
"""With so few lines the step's own words fit above them on the smallest screen."""


class ChoosingView(ChooseView):
    """Space or Enter marks what is pointed at; the last line goes on. Nothing is marked beforehand."""

    def __init__(self, context: StepContext[ChooseStep]) -> None:
        super().__init__(context)
        self.text = Say(classes="quiet below")
        self.list = Lines()
        self.question = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield Say(self.t("choose.choose", n=self.step.most), classes="lead")
        yield self.text
        yield self.list
        yield self.question

    @property
    def full(self) -> bool:
        return len(self.chosen) >= self.step.most

    def show(self) -> None:
        first = not self.list.options
        offered, chosen = self.offered, self.chosen
        few = len(offered) <= MOST_SHORT and not chosen
        self.text.say(self.step.text if few or not self.short else "")
        asked = questions(offered, chosen, self.step.most)
        about = {room_question.about: self.t(f"choose.ask.{room_question.code}") for room_question in asked}
        lines = [
            replace(line, end=about.get(line.id, line.end))
            for line in (
                self.line(choosable, CHOSEN if choosable.name in chosen else OPEN) for choosable in offered
            )
        ]
        on = self.t("choose.our_choice", n=len(chosen)) if chosen else self.t("choose.no_choice")
        self.list.put([*self.aired(lines), BLANK, Option(ON, on)], at=ON if first and chosen else None)
        self.question.say(about.get("", ""))

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        pointed = self.list.chosen.id if self.list.chosen else ON
        if pointed == ON:
            act = self.way_on()
        else:
            name = "let_go" if pointed in self.chosen else "choose"
            act = self.action(name, "enter space", partial(self._turn, pointed), 1)
        digits = [
            self.action("digit", str(number), partial(self._turn, name, by_digit=True), 0)
            for name, number in self.digits().items()
        ]
        return [
            act,
            Action("ready", ("end",), self._to_end, self.room, 0 if pointed == ON else 2, "End"),
            self.way_back(),
            *digits,
            *pointing(self.list, self.stage.refresh_view, tab=True),
        ]

    async def _to_end(self) -> None:
        self.list.point(ON)
        self.stage.refresh_view()

    async def _turn(self, name: str, *, by_digit: bool = False) -> None:
        """Mark what is not marked, and the other way round; at the cap, ask what is let go of first."""
        if name not in self.chosen and self.full:
            await self.go(f"{SWAP}{name}")
            return
        state, kinds = self.desk.state, self.desk.kinds
        if name in self.chosen:
            done = await self.desk.act("choose.let_go", let_go(state, kinds, self.key, self.offered, name))
        else:
            outcome = choose(state, kinds, self.key, self.offered, name, most=self.step.most)
            done = await self.desk.act("choose.chosen", outcome)
            self.list.point(name)
            self.list.move(1 if done else 0)
        if done and (by_digit or self.full):
            self.list.point(ON)  # so that the same key again never undoes what it did
        self.stage.refresh_view()
