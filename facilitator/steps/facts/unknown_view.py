"""What do we not know yet, and who finds out?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from textual.app import ComposeResult

from facilitator.session.commands import Outcome
from facilitator.session.state import State
from facilitator.steps.facts.commands import ask_open, change_unknown, forget_unknown
from facilitator.steps.facts.findings import left_at, missing
from facilitator.steps.facts.kind import FactsStep, Unknown
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
    def unknown(self) -> list[Unknown]:
        return left_at(self.desk.state, self.key).unknown

    def lines(self) -> list[Option]:
        return [
            Option(unknown.id, unknown.text, unknown.who or self.t("facts.who")) for unknown in self.unknown
        ]

    def show(self) -> None:
        super().show()
        without = sum(missing(fact) is not None for fact in self.desk.state.facts().values())
        self.figures.say(self.t("facts.without", n=without) if without else "")

    # -- what can be done

    did = "facts.unknown"

    def make(self, state: State, name: str, *values: str) -> Outcome:
        new = Unknown(id=name, text=values[0], who=values[1])
        return ask_open(state, self.desk.kinds, self.key, new)

    def change(self, name: str) -> Sequence[Action]:
        return [*super().change(name), self.action("who", "z", partial(self._who, name), 3)]

    def text_of(self, name: str) -> str:
        return self._find(name).text

    def _find(self, name: str) -> Unknown:
        return next(unknown for unknown in self.unknown if unknown.id == name)

    async def reword(self, name: str, text: str) -> bool:
        return await self._change(name, text=text)

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {**super().lines_asked(), "who": self._who}

    async def _who(self, name: str) -> None:
        async def keep(who: str) -> bool:
            return await self._change(name, who=who)

        if self.point_at(name):
            who, limit = self._find(name).who, self.entries[1].limit
            await self.ask_for("who", name, self.t("facts.who"), keep, who, limit)

    async def _change(self, name: str, **changes: str) -> bool:
        outcome = change_unknown(self.desk.state, self.desk.kinds, self.key, name, **changes)
        return await self.desk.act("facts.unknown", outcome)

    async def take_line(self, name: str) -> None:
        outcome = forget_unknown(self.desk.state, self.desk.kinds, self.key, name)
        await self.desk.act("facts.forgotten", outcome)
