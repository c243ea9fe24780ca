"""Figures on the stage: what they count and how much first, of whom and of which year after that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.commands import Outcome
from facilitator.session.registers import Fact
from facilitator.session.state import State
from facilitator.steps.facts.commands import change_figure, name_figure, take_out
from facilitator.steps.facts.findings import figure, is_counted, origin
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.facts.page_view import FactsGatherView, FactsPage
from facilitator.steps.facts.wording import of_whom
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView, lined_up
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say

LABEL_WIDTH: Final = 6
"""As wide as what stands before the text of a numbered line."""
LIMITS: Final = {"what": 150, "value": 60, "source": 80, "year": 40, "area": 80, "compared": 120, "where": 80}
"""Characters; with these a figure and what is known of it fit on the smallest screen."""


class FiguresView(FactsGatherView):
    """Every figure with of whom it is, and two fields for the next one."""

    def __init__(self, context: StepContext[FactsStep]) -> None:
        super().__init__(context)
        self.enough = Say(classes="quiet gap")
        self.entries = [
            Field(
                name,
                hint=self.t(f"facts.hint.{name}"),
                label_width=LABEL_WIDTH,
                limit=LIMITS[name],
                numbers=name != "what",
            )
            for name in ("what", "value")
        ]
        self.question = Say(classes="ask gap")
        self.asked_about = ""
        """What was typed about which was asked how much it is."""
        self.new = ""
        """The figure that was named last."""

    def under(self) -> ComposeResult:
        yield self.question
        yield self.enough

    def lines(self) -> list[Option]:
        return [Option(name, figure(fact), self._end(fact)) for name, fact in self.desk.state.facts().items()]

    def _end(self, fact: Fact) -> str:
        compared = self.t("facts.compared", what=fact.compared) if fact.compared else ""
        return " · ".join(part for part in (origin(fact), compared, of_whom(fact, self.t)) if part)

    def show(self) -> None:
        super().show()
        count = len(self.list.options)
        enough = self.t("facts.enough.facts", n=count) if count > self.step.most else ""
        self.question.say(self.t("facts.how_much") if self._is_asked() else "")
        self.enough.say("" if self._is_asked() else enough)

    def _is_asked(self) -> bool:
        """Whether the room was asked how much it is, of what is being typed now."""
        return bool(self.asked_about) and self.entries[1].value == self.asked_about

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is self.entries[1] and self._is_asked():
            return [self.action("keep_so", "enter", self._keep, 1), *list(super().actions())[1:]]
        return super().actions()

    did = "facts.figure"

    def make(self, state: State, name: str, *values: str) -> Outcome:
        return name_figure(state, name, *values)

    async def keep(self, values: Sequence[str]) -> bool:
        """Put the figure on the table, and ask what is known of it.

        Where no digit says how much it is, that is asked, once; then it is a figure like any other.
        """
        if not is_counted(values[1]) and not self._is_asked():
            self.asked_about = values[1]
            return False
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
        await self.go(f"{self.part}/{name}")

    async def take_line(self, name: str) -> None:
        await self.desk.act("facts.removed", take_out(self.desk.state, name))


class FigureView(FactsPage, FormView):
    """One figure and its fields. Enter keeps a field and goes on; each may stay empty but the first."""

    def __init__(self, context: StepContext[FactsStep]) -> None:
        super().__init__(context)
        self.head = LargeSay()
        self.hint = Say(classes="quiet gap")
        self.form = lined_up(
            Field(name, self.t(f"facts.field.{name}"), limit=limit, numbers=name != "what")
            for name, limit in LIMITS.items()
        )

    def compose(self) -> ComposeResult:
        yield self.head
        yield from self.form.values()
        yield self.hint

    @property
    def fact(self) -> Fact | None:
        return self.desk.state.facts().get(self.name_of)

    def kept(self, name: str) -> str:
        return str(getattr(self.fact, name)) if self.fact else ""

    async def put(self, name: str, value: str) -> bool:
        before = self.fact
        kept = await self.desk.act(
            "facts.detail", change_figure(self.desk.state, self.name_of, **{name: value})
        )
        if kept and name == "value" and before and before.value != value and not is_counted(value):
            self.stage.tell(self.t("facts.how_much"))
        return kept

    def first_field(self) -> Field | None:
        """Give where someone was typing, or else what is not known yet; that may go without a number."""
        fields = self.fields()
        typing = [field for field in reversed(fields) if field.unconfirmed]
        empty = [field for field in fields if not field.text and field is not self.form["value"]]
        return next(iter([*typing, *empty, *fields]), None)

    def show(self) -> None:
        found = self.fact
        for field in self.form.values():
            field.display = found is not None
        super().show()
        if found is None:
            self.head.say(self.t("facts.gone"))
            self.enter_field(None)
            self.hint.say("")
            return
        number = list(self.desk.state.facts()).index(self.name_of) + 1
        self.head.say(self.t("facts.figure", n=number))
        self.hint.say(self.t(f"facts.hint.{self.field.name}") if self.field else "")

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is None:
            return [self.action("list", "enter left escape", self.filled_in, 1)]
        keep = "keep" if self.in_last_field else "next_field"
        return [
            self.action(keep, "enter tab down", partial(self.keep_and_go, 1), 1),
            self.action("previous_field", "up shift+tab", partial(self.keep_and_go, -1), 0),
            self.action("done", "escape", self._done, 2),
        ]

    async def _done(self) -> None:
        if await self.keep_field():
            await self.filled_in()

    async def filled_in(self) -> None:
        """Go to the list of figures."""
        await self.go(self.part)
