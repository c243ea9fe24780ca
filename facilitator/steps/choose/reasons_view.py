"""The pages after choosing: why something waits, and who sees it differently."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import Outcome
from facilitator.session.state import State
from facilitator.steps.choose.commands import differ, left_at, no_longer_differ, wait
from facilitator.steps.choose.kind import Differs
from facilitator.steps.choose.page_view import CHOSEN, ChooseView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Option, Say


class ReasonView(ChooseView):
    """Lines with a field under them; an empty field and Enter go on."""

    asks = ""
    """The key of the question."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step, page: str) -> None:
        super().__init__(desk, stage, use, step, page)
        self.list = Lines()
        self.entry = Field(page, hint=self.t(f"choose.type.{page}"), label_width=4)

    def heading(self) -> str:
        return ""

    @property
    def draft_key(self) -> str:
        return f"{self.key}/{self.own_page}"

    def compose(self) -> ComposeResult:
        yield Say(self.t(self.asks), classes="lead")
        yield self.list
        yield Say(" ")
        yield self.entry

    def on_mount(self) -> None:
        self.load(self.entry)
        self.enter_field(self.entry)

    def edited(self, _field: Field) -> None:
        """Enter means another thing once there is something to keep."""
        self.stage.refresh_view()

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is None:
            return [*self._pointing(), *self._up_and_down()]
        if self.entry.value:
            offered = [self.action("keep", "enter", self._keep, 1)]
        else:
            offered = [self.action("on", "enter", self.on, 1), self.back_action()]
        return [*offered, *self._up_and_down(), self.action("leave", "escape", self._leave, 0)]

    def _pointing(self) -> list[Action]:
        """Give what can be done to the line that is pointed at."""
        offered = [
            self.action("type", "enter escape tab", self._type, 1),
            replace(self.back_action(), rank=6),
        ]
        if self.said_of(self.pointed):
            offered += [
                self.action("reword", "e", partial(self._reword, self.pointed), 2),
                self.action("remove", "delete backspace", self._remove, 4),
            ]
        return offered

    def _up_and_down(self) -> list[Action]:
        return [
            self.action("point", "up", self._up, 3 if self.list.chosen else 0),
            Action("down", ("down",), self._down, "kit", 0),
        ]

    @property
    def pointed(self) -> str:
        return self.list.chosen.id if self.list.chosen else ""

    async def _type(self) -> None:
        self.enter_field(self.entry)
        self.stage.refresh_view()

    async def _leave(self) -> None:
        self.enter_field(None)
        self.stage.refresh_view()

    async def _up(self) -> None:
        await self.point(-1)
        self.stage.refresh_view()

    async def _down(self) -> None:
        await self.point(1)
        self.stage.refresh_view()

    async def point(self, by: int) -> None:
        """Point further. What is being typed goes along, so it is no draft of what was pointed at before."""
        before = self.draft_key
        self.list.move(by)
        if self.draft_key != before:
            self.desk.keep_drafts({f"{before}/{self.entry.name}": ""})

    async def _keep(self) -> None:
        if await self.keep():
            self.entry.clear()
        self.stage.refresh_view()

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"reword": self._reword}

    async def _reword(self, name: str) -> None:
        if self.said_of(name):
            self.enter_field(None)
            self.list.point(name)
            self.stage.refresh_view()
            question, keep = self.t("choose.ask_reword"), partial(self.change, name)
            await self.ask_for("reword", name, question, keep, self.said_of(name))

    async def _remove(self) -> None:
        await self.change(self.pointed, "")
        self.stage.refresh_view()

    # -- what a page fills in

    def said_of(self, name: str) -> str:
        """Give what was said of a line; empty when nothing was."""
        raise NotImplementedError

    async def keep(self) -> bool:
        """Keep what was typed; tell whether it is kept."""
        raise NotImplementedError

    async def change(self, name: str, text: str) -> bool:
        """Say it otherwise, with an empty text it goes; tell whether that is kept."""
        raise NotImplementedError


class LeftView(ReasonView):
    """What we leave for now; why may be said, and need not be."""

    asks = "choose.what_is_left"

    @property
    def draft_key(self) -> str:
        """A reason belongs to what is pointed at, also after a crash."""
        return f"{self.key}/{self.own_page}/{self.pointed}"

    def on_mount(self) -> None:
        self.show()
        for option in self.list.options:
            if self.desk.draft(f"{self.key}/{self.own_page}/{option.id}/{self.own_page}"):
                self.list.point(option.id)
        super().on_mount()

    def show(self) -> None:
        waits = left_at(self.desk.state, self.key).waits
        chosen = self.chosen
        left = [choosable for choosable in self.offered if choosable.name not in chosen]
        self.list.put(
            [
                Option(choosable.name, choosable.text, self._why(waits.get(choosable.name, "")), tag="–")
                for choosable in left
            ]
        )

    def _why(self, why: str) -> str:
        return self.t("choose.waits", why=why) if why else ""

    def said_of(self, name: str) -> str:
        return left_at(self.desk.state, self.key).waits.get(name, "")

    async def keep(self) -> bool:
        """Keep why the line that is pointed at waits, and point at the next."""
        name = self.pointed
        outcome = wait(self.desk.state, self.desk.kinds, self.key, name, self.entry.value)
        kept = bool(name) and await self.desk.act("choose.waits", outcome)
        if kept:
            await self.point(1)
        return kept

    async def change(self, name: str, text: str) -> bool:
        outcome = wait(self.desk.state, self.desk.kinds, self.key, name, text)
        return await self.desk.act("choose.waits", outcome)


class ChoiceDiffersView(ReasonView):
    """Who sees it differently? Always asked: the minority view is kept (docs/domain.md P5)."""

    asks = "choose.who_differs"

    async def _up(self) -> None:
        """Leave the line for what was said before, the newest first."""
        if self.field is None or not self.list.chosen:
            await super()._up()
            return
        self.list.point(
            next((option.id for option in reversed(self.list.options) if not option.heading), None)
        )
        await self._leave()

    async def _down(self) -> None:
        if self.field is None and self.list.index == len(self.list.options) - 1:
            await self._type()
        else:
            await super()._down()

    def show(self) -> None:
        texts = {choosable.name: choosable.text for choosable in self.offered}
        lines = [Option("", f"{CHOSEN} {texts[name]}", heading=True) for name in self.chosen]
        blank = [Option("", "", heading=True)] if lines else []
        said = left_at(self.desk.state, self.key).differs
        self.list.pointing = self.field is None
        self.list.put([*lines, *blank, *(Option(answer.id, answer.text, tag="≠") for answer in said)])
        self.list.display = bool(self.list.options)

    def said_of(self, name: str) -> str:
        said = left_at(self.desk.state, self.key).differs
        return next((answer.text for answer in said if answer.id == name), "")

    def entering(self) -> EntryForm | None:
        return EntryForm("choose.differs", self._make, self.entry.limit) if self.field else None

    def _make(self, state: State, name: str, line: str) -> Outcome:
        return differ(state, self.desk.kinds, self.key, Differs(id=name, text=line))

    async def keep(self) -> bool:
        return await self.keep_typed(self.entry)

    async def change(self, name: str, text: str) -> bool:
        if not text:
            outcome = no_longer_differ(self.desk.state, self.desk.kinds, self.key, name)
            return await self.desk.act("choose.differs_removed", outcome)
        said = Differs(id=name, text=text)
        outcome = differ(self.desk.state, self.desk.kinds, self.key, said)
        return await self.desk.act("choose.differs_reworded", outcome)
