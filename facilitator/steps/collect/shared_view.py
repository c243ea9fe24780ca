"""Do we share this, or does one side see it? One item at a time, and then the two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.kinds.room_question import RoomQuestion
from facilitator.session.registers import Item
from facilitator.steps.collect.commands import change
from facilitator.steps.collect.item_view import OneByOneView
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.wording import question
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.lists import Lane, Lanes, pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option

SIDES: Final = ("shared", "one-side")


class SharedView(OneByOneView):
    """Nothing is decided about an item by passing it: that it was not spoken of is said afterwards."""

    def __init__(self, context: StepContext[CollectStep]) -> None:
        super().__init__(context)
        self.lanes = Lanes(close=True)

    @property
    def turn(self) -> list[str]:
        return list(self.items)

    @property
    def answers(self) -> Sequence[str]:
        return SIDES

    def chosen(self, name: str) -> str:
        return self.items[name].shared

    def detail_of(self, name: str) -> str:
        return self.detail(name)

    async def keep(self, name: str, answer: str) -> bool:
        return await self.desk.act("collect.shared", change(self.desk.state, "items", name, shared=answer))

    # -- what came out

    def result(self) -> ComposeResult:
        yield self.lanes

    @property
    def pointed(self) -> str | None:
        return self.lanes.chosen

    def show_result(self, *, came: bool) -> None:
        reading = self.reading
        said = [name for name, item in self.items.items() if item.shared]
        self.lanes.display = reading or (bool(said) and self.tall)
        self.lanes.pointing = reading
        self.lanes.put([self._lane(side) for side in SIDES])
        one_side = reading and any(item.shared == "one-side" for item in self.items.values())
        self.question.say(question(RoomQuestion("one_side"), self.t) if one_side else "")
        if came:
            self.lanes.move(-len(said))

    def status(self) -> str:
        """Say how many were passed over."""
        passed = sum(not item.shared for item in self.items.values())
        return self.t("collect.passed", n=passed) if self.reading and passed else ""

    def _lane(self, side: str) -> Lane:
        here = {name: item for name, item in self.items.items() if item.shared == side}
        lines = [Option(name, self._line(name, item)) for name, item in here.items()]
        return Lane.counted(self.t(f"collect.lane.{side}"), lines)

    def _line(self, name: str, item: Item) -> Content:
        detail = self.detail(name) if self.wide else ""
        return Content.assemble(item.text, (f"  {detail}" if detail else "", "$quiet"))

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        offered = list(super().actions())
        if not self.turn:
            return offered
        if self.reading:
            return [*offered, *pointing(self.lanes)]
        return [
            *offered,
            self.action("change", "e", partial(self.ask_reword, self.who), 5),
            self.action("undecided", "0 delete backspace", partial(self._choose, ""), 0),
        ]
