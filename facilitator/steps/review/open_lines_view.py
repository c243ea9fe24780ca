"""What stayed open last time on the stage: what was parked, and what nobody knew. Is there an answer now?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.choices import waiting
from facilitator.session.commands import drop
from facilitator.session.parked_lines import answered_now, change_line, said_of
from facilitator.session.provenance import say_origin, say_waits
from facilitator.session.registers import Parked
from facilitator.steps.review.findings import still_open
from facilitator.steps.review.kind import ReviewStep
from facilitator.steps.review.page_view import ReviewPage
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Pick, Say

MOST_WAITING: Final = 5
"""Things left for later that are told here; of more it is said how many."""


class OpenLinesView(ReviewPage):
    """Every line with who would come back to it; under it the answer, once there is one."""

    def __init__(self, context: StepContext[ReviewStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.how = Say(classes="below")
        self.pick = Pick()
        self.waits = Say(classes="quiet gap")

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.how
        yield self.pick
        yield self.waits

    def show(self) -> None:
        lines = still_open(self.desk.state)
        answered = any(line.answer for line in lines.values())
        self.lead.say(self.t("review.ask.open" if lines else "review.nothing_open"))
        self.how.say("" if answered or not lines else self.step.text)
        self.pick.put([self._option(name, line) for name, line in lines.items()])
        self.pick.display = bool(lines)
        self.waits.say(self._waits())

    def _waits(self) -> str:
        """Tell what was left for later, and why where that was said: it is not forgotten."""
        state = self.desk.state
        texts = {name: item.text for name, item in state.items().items()}
        texts |= {name: task.name for name, task in state.tasks().items()}
        told = [(texts[name], say_waits(name, state, self.t)) for name in waiting(state) if name in texts]
        lines = [f"– {text}  ({why})" if why else f"– {text}" for text, why in told[:MOST_WAITING]]
        more = [self.t("review.more_waits", n=len(told) - MOST_WAITING)] if len(told) > MOST_WAITING else []
        return "\n".join([self.t("review.waits"), *lines, *more]) if told else ""

    def _option(self, name: str, line: Parked) -> Option:
        answer = self.t("review.answer", answer=line.answer.text) if line.answer else ""
        who = self.t("review.comes_back", who=line.who) if line.who else self.t("review.who_answers")
        origin = say_origin(name, self.desk.state, self.t)
        return Option(name, line.text, below=answer or " · ".join(part for part in (who, origin) if part))

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        offered = [self.way_on(), self.way_back()]
        if self.pick.chosen is None:
            return offered
        name = self.pick.chosen.id
        return [
            *offered,
            self.action("answer", "e space", partial(self._answer, name), 3),
            self.action("who_answers", "o", partial(self._who, name), 4),
            self.action("not_needed", "delete backspace", partial(self._drop, name), 5),
            *pointing(self.pick, self.stage.refresh_view),
        ]

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"answer": self._answer, "who_answers": self._who}

    async def _answer(self, name: str) -> None:
        await self._ask(name, "answer")

    async def _who(self, name: str) -> None:
        await self._ask(name, "who")

    async def _ask(self, name: str, field: str) -> None:
        line = still_open(self.desk.state).get(name)
        if line is None:
            return
        self.pick.point(name)

        async def keep(text: str) -> bool:
            state = self.desk.state
            said = answered_now(state, text) if field == "answer" else text
            kept = await self.desk.act("review.open", change_line(state, name, **{field: said}))
            self.stage.refresh_view()
            return kept

        asked = {"answer": "answer", "who": "who_answers"}[field]
        before = said_of(line) if field == "answer" else line.who
        await self.ask_for(asked, name, self.t(f"review.ask.{asked}"), keep, before)

    async def _drop(self, name: str) -> None:
        await self.desk.act("review.not_needed", drop(self.desk.state, "parked", name))
        self.stage.refresh_view()
