"""The pages after choosing: why something waits, and who sees it differently."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from textual.app import ComposeResult

from facilitator.session.commands import Outcome
from facilitator.session.state import State
from facilitator.steps.choose.commands import differ, left_at, no_longer_differ, wait
from facilitator.steps.choose.kind import ChooseStep, Differs
from facilitator.steps.choose.page_view import CHOSEN, ChooseView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView
from facilitator.ui.kit.gather_view import GatherView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import BLANK, Option, Say


class LeftView(ChooseView, FormView):
    """What we leave for now; why may be said of what is pointed at, and need not be."""

    def __init__(self, context: StepContext[ChooseStep]) -> None:
        super().__init__(context)
        self.list = Lines()
        self.entry = Field(self.own_page, hint=self.t("choose.type.left"), label_width=4)
        self.form = {self.own_page: self.entry}

    def heading(self) -> str:
        return ""

    @property
    def draft_key(self) -> str:
        """A reason belongs to what is pointed at, also after a crash."""
        return f"{self.key}/{self.own_page}/{self.pointed}"

    @property
    def pointed(self) -> str:
        return self.list.chosen.id if self.list.chosen else ""

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("choose.what_is_left"))
        yield self.list
        yield Say(" ")
        yield self.entry

    def load_form(self) -> None:
        """Point at what a reason was being typed for."""
        self.show()
        for option in self.list.options:
            if self.desk.draft(f"{self.key}/{self.own_page}/{option.id}/{self.own_page}"):
                self.list.point(option.id)
        super().load_form()

    def first_field(self) -> Field:
        return self.entry

    def show(self) -> None:
        chosen = self.chosen
        self.list.put(
            [
                Option(choosable.name, choosable.text, self._why(choosable.name), tag="–")
                for choosable in self.offered
                if choosable.name not in chosen
            ]
        )

    def _why(self, name: str) -> str:
        why = self._said_of(name)
        return self.t("choose.waits", why=why) if why else ""

    def _said_of(self, name: str) -> str:
        return left_at(self.desk.state, self.key).waits.get(name, "")

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        up, down = pointing(self, self.stage.refresh_view)
        around = [self.action("point", "up", up.run, 3 if self.list.chosen else 0), down]
        if self.field is None:
            return [*self._pointing(), *around]
        if self.entry.value:
            return [self.action("keep", "enter", self._keep, 1), *around, self.leave_action()]
        return [self.way_on(), self.way_back(), *around, self.leave_action()]

    def _pointing(self) -> list[Action]:
        """Give what can be done to the line that is pointed at."""
        offered = [
            self.action("type", "enter escape tab", partial(self.type_in, self.entry), 1),
            replace(self.way_back(), rank=6),
        ]
        if self._said_of(self.pointed):
            offered += [
                self.action("change", "e", partial(self._reword, self.pointed), 2),
                self.action("remove", "delete backspace", self._remove, 4),
            ]
        return offered

    def move(self, by: int) -> None:
        """Point further. What is being typed goes along, so it is no draft of what was pointed at before."""
        before = self.draft_key
        self.list.move(by)
        if self.draft_key != before:
            self.desk.keep_drafts({f"{before}/{self.entry.name}": ""})

    async def _keep(self) -> None:
        """Keep why the line that is pointed at waits, and point at the next."""
        if self.pointed and await self._wait(self.pointed, self.entry.value):
            self.move(1)
            self.entry.clear()
        self.stage.refresh_view()

    async def _wait(self, name: str, why: str) -> bool:
        """Keep why something waits, with an empty text no longer; tell whether that is kept."""
        outcome = wait(self.desk.state, self.desk.kinds, self.key, name, why)
        return await self.desk.act("choose.waits", outcome)

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"reword": self._reword}

    async def _reword(self, name: str) -> None:
        if said := self._said_of(name):
            self.list.point(name)
            await self.type_in(None)
            question, keep = self.t("choose.ask_reword"), partial(self._wait, name)
            await self.ask_for("reword", name, question, keep, said)

    async def _remove(self) -> None:
        await self._wait(self.pointed, "")
        self.stage.refresh_view()


class ChoiceDiffersView(ChooseView, GatherView[ChooseStep]):
    """Who sees it differently? Always asked: the minority view is kept (docs/domain.md P5)."""

    numbered = False

    def __init__(self, context: StepContext[ChooseStep]) -> None:
        super().__init__(context)
        self.entries = [Field(self.own_page, hint=self.t("choose.type.differs"), label_width=4)]
        self.lead = LargeSay()
        self.question = Say(classes="ask")

    def heading(self) -> str:
        return ""

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.list
        yield self.question
        yield from self.entries

    def show(self) -> None:
        super().show()
        ends = self.is_answer and bool(self.chosen)
        self.lead.say(self.t("choose.so_it_is" if ends else "choose.who_differs"))
        self.question.say(self.t("choose.who_differs") if ends else " ")

    @property
    def differs(self) -> Sequence[Differs]:
        return left_at(self.desk.state, self.key).differs

    def lines(self) -> list[Option]:
        texts = {choosable.name: choosable.text for choosable in self.offered}
        chosen = [Option("", texts[name], heading=True, tag=CHOSEN) for name in self.chosen]
        blank = [BLANK] if chosen else []
        return [*chosen, *blank, *(Option(answer.id, answer.text, tag="≠") for answer in self.differs)]

    # -- what can be done

    did = "choose.differs"

    def make(self, state: State, name: str, *values: str) -> Outcome:
        return differ(state, self.desk.kinds, self.key, Differs(id=name, text=values[0]))

    def text_of(self, name: str) -> str:
        return next(answer.text for answer in self.differs if answer.id == name)

    async def reword(self, name: str, text: str) -> bool:
        return await self.desk.act("choose.differs_reworded", self.make(self.desk.state, name, text))

    async def take_line(self, name: str) -> None:
        outcome = no_longer_differ(self.desk.state, self.desk.kinds, self.key, name)
        await self.desk.act("choose.differs_removed", outcome)
