"""What do we not know yet, and who finds out?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from textual.app import ComposeResult

from facilitator.session.commands import Outcome
from facilitator.session.parked_lines import answered_now, change_line, said_of
from facilitator.session.provenance import say_origin
from facilitator.session.registers import Parked
from facilitator.session.replies import Reply
from facilitator.session.state import State
from facilitator.steps.facts.commands import ask_open, forget_open
from facilitator.steps.facts.findings import missing, open_questions
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.facts.page_view import FactsGatherView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say


class UnknownView(FactsGatherView):
    """Every open question with who finds out, and two fields for the next one."""

    def __init__(self, context: StepContext[FactsStep]) -> None:
        super().__init__(context)
        self.figures = Say(classes="quiet gap")
        self.entries = [
            Field("unknown", hint=self.t("facts.hint.unknown"), label_width=6),
            Field("who", hint=self.t("facts.hint.who"), label_width=6, limit=100),
        ]

    def under(self) -> ComposeResult:
        yield self.figures

    @property
    def unknown(self) -> dict[str, Parked]:
        return open_questions(self.desk.state)

    def lines(self) -> list[Option]:
        return [Option(name, line.text, self._end(name, line)) for name, line in self.unknown.items()]

    def _end(self, name: str, line: Parked) -> str:
        """Give what is known by now, or who finds out; and since when it is open."""
        said = (
            self.t("facts.known", answer=line.answer.text) if line.answer else line.who or self.t("facts.who")
        )
        return " · ".join(part for part in (said, say_origin(name, self.desk.state, self.t)) if part)

    def show(self) -> None:
        super().show()
        without = sum(missing(fact) is not None for fact in self.desk.state.facts().values())
        self.figures.say(self.t("facts.without", n=without) if without else "")

    # -- what can be done

    did = "facts.unknown"

    def make(self, state: State, name: str, *values: str) -> Outcome:
        return ask_open(state, name, values[0], values[1])

    def change(self, name: str) -> Sequence[Action]:
        return [
            *super().change(name),
            self.action("who", "z", partial(self._who, name), 3),
            self.action("answer", "a", partial(self._answer, name), 3),
        ]

    def text_of(self, name: str) -> str:
        return self.unknown[name].text

    async def reword(self, name: str, text: str) -> bool:
        return await self._change(name, text=text)

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {**super().lines_asked(), "who": self._who, "answer": self._answer}

    async def _who(self, name: str) -> None:
        async def keep(who: str) -> bool:
            return await self._change(name, who=who)

        if self.point_at(name):
            who, limit = self.unknown[name].who, self.entries[1].limit
            await self.ask_for("who", name, self.t("facts.who"), keep, who, limit)

    async def _answer(self, name: str) -> None:
        async def keep(answer: str) -> bool:
            said = answered_now(self.desk.state, answer)
            return await self._change(name, answer=said)

        if self.point_at(name):
            await self.ask_for("answer", name, self.t("facts.ask_answer"), keep, said_of(self.unknown[name]))

    async def _change(self, name: str, **changes: str | Reply | None) -> bool:
        return await self.desk.act("facts.unknown", change_line(self.desk.state, name, **changes))

    async def take_line(self, name: str) -> None:
        await self.desk.act("facts.forgotten", forget_open(self.desk.state, name))
