"""Figures on the stage: what they count and how much first, of whom and of which year after that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import Outcome
from facilitator.session.registers import Fact
from facilitator.session.state import State
from facilitator.steps.facts.commands import change_figure, name_figure, take_out
from facilitator.steps.facts.findings import figure, origin
from facilitator.steps.facts.page_view import FactsPage
from facilitator.steps.facts.wording import of_whom
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.gather_view import GatherView
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Option, Say

LABEL_WIDTH: Final = 6
"""As wide as what stands before the text of a numbered line."""
LIMITS: Final = {"what": 150, "value": 60, "source": 80, "year": 40, "area": 80, "compared": 120}
"""Characters; with these a figure and what is known of it fit on the smallest screen."""


class FiguresView(FactsPage, GatherView):
    """Every figure with of whom it is, and two fields for the next one."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.how = Say(classes="below")
        self.enough = Say(classes="quiet gap")
        self.entries = [
            Field(name, hint=self.t(f"facts.hint.{name}"), label_width=LABEL_WIDTH, limit=LIMITS[name])
            for name in ("what", "value")
        ]
        self.new = ""
        """The figure that was named last."""

    def compose(self) -> ComposeResult:
        yield Say(self.t("facts.ask.facts"), classes="lead")
        yield self.how
        yield self.list
        yield from self.entries
        yield self.enough

    def lines(self) -> list[Option]:
        return [Option(name, figure(fact), self._end(fact)) for name, fact in self.desk.state.facts().items()]

    def _end(self, fact: Fact) -> str:
        return " · ".join(part for part in (origin(fact), of_whom(fact, self.t)) if part)

    def show(self) -> None:
        super().show()
        count = len(self.list.options)
        self.how.say(self.step.text if not count and self.asks.ask[0] == self.part else "")
        self.entries[0].label = f"  {count + 1:>2}"
        self.entries[0].refresh(layout=True)
        self.enough.say(self.t("facts.enough.facts", n=count) if count > self.asks.most else "")

    # -- what can be done

    did = "facts.figure"

    def make(self, state: State, name: str, *values: str) -> Outcome:
        return name_figure(state, name, *values)

    async def keep(self, values: Sequence[str]) -> bool:
        """Put the figure on the table, and ask what is known of it."""
        new = self.desk.new_id()
        if not await self.desk.act(self.did, self.make(self.desk.state, new, *values)):
            return False
        self.new = new
        return True

    async def kept(self) -> None:
        await self._open(self.new)

    def change(self, name: str) -> Sequence[Action]:
        return [
            self.action("complete", "e", partial(self._open, name), 2),
            self.action("remove", "delete backspace", partial(self._remove, name), 4),
        ]

    async def _open(self, name: str) -> None:
        await self.stage.go_to(self.key, f"{self.part}/{name}")

    async def take_line(self, name: str) -> None:
        await self.desk.act("facts.removed", take_out(self.desk.state, name))


class FigureView(FactsPage):
    """One figure and its fields. Enter keeps a field and goes on; each may stay empty but the first."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.head = Say(classes="lead")
        self.hint = Say(classes="quiet gap")
        width = 2 + max(len(self.t(f"facts.field.{name}")) for name in LIMITS)
        self.lines = {
            name: Field(name, self.t(f"facts.field.{name}"), label_width=width, limit=limit)
            for name, limit in LIMITS.items()
        }

    def compose(self) -> ComposeResult:
        yield self.head
        yield from self.lines.values()
        yield self.hint

    @property
    def fact(self) -> Fact | None:
        return self.desk.state.facts().get(self.name_of)

    def _kept(self, name: str) -> str:
        return str(getattr(self.fact, name)) if self.fact else ""

    def on_mount(self) -> None:
        for name, field in self.lines.items():
            self.load(field, self._kept(name))
        typing = [field for field in self.lines.values() if field.unconfirmed]
        empty = [field for name, field in self.lines.items() if not field.text and name != "value"]
        self.enter_field([*typing, *empty, self.lines["what"]][0])

    def show(self) -> None:
        found = self.fact
        for name, field in self.lines.items():
            field.display = found is not None
            field.hear(self._kept(name))
        if found is None:
            self.head.say(self.t("facts.gone"))
            self.enter_field(None)
            self.hint.say("")
            return
        number = list(self.desk.state.facts()).index(self.name_of) + 1
        self.head.say(self.t("facts.figure", n=number))
        self._say_hint()

    def _say_hint(self) -> None:
        """Ask what the field is for."""
        name = self.field.name if self.field else ""
        self.hint.say(self.t(f"facts.hint.{name}") if name else "")

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is None:
            return [self.action("list", "enter left escape", self._to_list, 1)]
        last = self.field is self.lines["compared"]
        return [
            self.action("keep" if last else "next_field", "enter tab down", partial(self._keep, 1), 1),
            self.action("previous_field", "up shift+tab", partial(self._keep, -1), 0),
            self.action("done", "escape", self._done, 2),
        ]

    async def _keep_field(self) -> bool:
        """Keep the field when it changed; tell whether it is on disk."""
        field = self.field
        if field is None or not field.name or not field.unconfirmed:
            return True
        outcome = change_figure(self.desk.state, self.name_of, **{field.name: field.value})
        if not await self.desk.act("facts.detail", outcome):
            return False
        field.hear(self._kept(field.name))
        return True

    async def _keep(self, by: int) -> None:
        """Keep the field and go to the next one; after the last one, to the list."""
        if not await self._keep_field():
            self.stage.refresh_view()
            return
        fields = list(self.lines.values())
        at = fields.index(self.field) + by if self.field else 0
        if at == len(fields):
            await self._to_list()
        else:
            self.enter_field(fields[max(at, 0)])
            self.stage.refresh_view()

    async def _done(self) -> None:
        if await self._keep_field():
            await self._to_list()
        else:
            self.stage.refresh_view()

    async def _to_list(self) -> None:
        await self.stage.go_to(self.key, self.part)
