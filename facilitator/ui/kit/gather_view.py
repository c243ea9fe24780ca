"""A page on which lines are gathered: typed one after another, pointed at and changed afterwards."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from facilitator.scenario.plain_language import labels
from facilitator.session.commands import Outcome
from facilitator.session.state import State
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import NumberKeys, pointing
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.ui.kit.step_view import StepContext, StepT_co, StepView
from facilitator.ui.kit.widgets import Option


class GatherView(StepView[StepT_co]):
    """Lines with a place to type the next one. A kind lays it out and says what a line is.

    A line has one field or more; only the first has to be filled. Where the lines are numbered, so is the
    place to type. The words of the room need ``ask_reword``.
    """

    numbered = True
    """Whether the lines have numbers."""

    def __init__(self, context: StepContext[StepT_co]) -> None:
        super().__init__(context)
        self.list = Lines(numbered=self.numbered)
        self.number_keys = NumberKeys(self.list)
        self.entries: list[Field] = []
        """The fields of a line, in order."""

    # -- what a kind says

    def lines(self) -> list[Option]:
        """Give the lines that there are, oldest first."""
        return []

    did = ""
    """The name of the act that keeps a line."""

    def make(self, _state: State, _name: str, *_values: str) -> Outcome:
        """Give what keeps a new line of this name, with the values of its fields."""
        return []

    async def keep(self, values: Sequence[str]) -> bool:
        """Keep a new line; tell whether it is kept."""
        return await self.desk.act(self.did, self.make(self.desk.state, self.desk.new_id(), *values))

    def entering(self) -> EntryForm | None:
        others = [""] * (len(self.entries) - 1)

        def make(state: State, name: str, line: str) -> Outcome:
            return self.make(state, name, line, *others)

        typing = self.field is self.entries[0]
        return EntryForm(self.did, make, self.entries[0].limit, self.ask_about) if typing else None

    def ask_about(self, _lines: Sequence[str]) -> str:
        """Give what is to be asked about lines that were kept at once; empty: nothing."""
        return ""

    def ask_gently(self, *newest: str) -> str:
        """Ask of a label in the newest line whether one would say it so to a neighbour; empty without one."""
        said = (found for line in newest for found in labels(line, self.desk.state.scenario.language))
        return next((self.t("kit.gently", word=word) for word, _, _ in said), "")

    def text_of(self, _name: str) -> str:
        """Give the text of a line as it is reworded."""
        return ""

    async def reword(self, _name: str, _text: str) -> bool:
        """Keep a line in other words; tell whether it is kept."""
        return False

    async def take_line(self, _name: str) -> None:
        """Take a line out."""

    def change(self, name: str) -> Sequence[Action]:
        """Give what can be done with the line that is pointed at."""
        return [
            self.action("change", "e", partial(self._reword, name), 2),
            self.action("remove", "delete backspace", partial(self._remove, name), 4),
        ]

    def line_numbered(self, number: int) -> Callable[[], Awaitable[None]] | None:
        names = [option.id for option in self.list.options if not option.heading]
        there = self.numbered and self.list.display and 0 < number <= len(names)
        return partial(self._point_line, names[number - 1]) if there else None

    async def _point_line(self, name: str) -> None:
        self.point_at(name)

    # -- what is shown

    def on_mount(self) -> None:
        for field in self.entries:
            self.load(field)
        self.enter_field(next((entry for entry in reversed(self.entries) if entry.text), self.entries[0]))

    def show(self) -> None:
        lines = self.lines()
        self.list.pointing = self.field is None
        self.list.put(lines)
        self.list.display = bool(lines)
        if self.numbered:
            number = 1 + sum(not line.heading for line in lines)
            self.entries[0].label = f"  {number:>2}"
            self.entries[0].refresh(layout=True)
        if self.field is not None:  # a list that grew has moved it
            self.call_after_refresh(self.field.scroll_visible, animate=False)

    def edited(self, _field: Field) -> None:
        """Enter means another thing once there is something to keep."""
        self.stage.refresh_view()

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return self._pointing() if self.field is None else self._typing(self.field)

    def _typing(self, field: Field) -> list[Action]:
        at, last = self.entries.index(field), len(self.entries) - 1
        if not any(entry.value for entry in self.entries):
            offered = [self.way_on()]
        elif at == last:
            offered = [self.action("keep", "enter", self._keep, 1)]
        else:
            offered = [self.action("next_field", "enter", partial(self.to_field, 1), 1)]
        if not field.text:
            offered.append(self.way_back())
        if at < last:
            offered.append(self.action("next_field", "tab down", partial(self.to_field, 1), 0))
        if at:
            offered.append(self.action("previous_field", "up shift+tab", partial(self.to_field, -1), 0))
        elif self.list.chosen:
            offered.append(self.action("point", "up", self._point, 3))
        return [*offered, self.action("leave", "escape", self._point, 0)]

    def _pointing(self) -> list[Action]:
        offered = [
            self.action("type", "enter escape tab", self._type, 1),
            replace(self.way_back(), rank=6),
        ]
        if self.list.chosen:
            up, down = pointing(self.list)
            if self.list.index == len(self.list.options) - 1:
                down = replace(down, run=self._type)
            offered += [*self.change(self.list.chosen.id), up, down]
            offered += self.number_keys.actions(self.stage.refresh_view) if self.numbered else []
        return offered

    async def _keep(self) -> None:
        if not self.entries[0].value:
            self.enter_field(self.entries[0])
        elif await self.keep([field.value for field in self.entries]):
            for field in self.entries:
                field.clear()
            self.enter_field(self.entries[0])
            await self.kept()
        self.stage.refresh_view()

    async def kept(self) -> None:
        """Do what follows when a line is kept, such as going to a page about it."""

    async def _point(self) -> None:
        """Leave the field for what was said before, the newest first."""
        if self.list.options:
            self.list.point(self.list.options[-1].id)
        await self.type_in(None)

    async def _type(self) -> None:
        await self.type_in(self.entries[0])

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"reword": self._reword}

    async def _reword(self, name: str) -> None:
        if not self.point_at(name):
            return
        question, limit = self.t(f"{self.room}.ask_reword"), self.entries[0].limit
        await self.ask_for("reword", name, question, partial(self.reword, name), self.text_of(name), limit)

    def point_at(self, name: str) -> bool:
        """Point at a line; tell whether it is there."""
        there = any(option.id == name for option in self.list.options)
        if there:
            self.enter_field(None)
            self.list.point(name)
            self.stage.refresh_view()
        return there

    async def _remove(self, name: str) -> None:
        await self.take_line(name)
        if not self.lines():
            self.enter_field(self.entries[0])
        self.stage.refresh_view()
