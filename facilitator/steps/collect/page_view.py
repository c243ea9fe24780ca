"""What the looks at what was brought up share: the items they are about, and their words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Final

from facilitator.session.commands import drop
from facilitator.session.items import items_of
from facilitator.session.provenance import say_energy, say_origin, say_shared
from facilitator.session.registers import Item
from facilitator.steps.collect.commands import change
from facilitator.steps.collect.kind import CollectStep
from facilitator.ui.kit.step_view import StepView

LONGEST_PLACE: Final = 60
"""Characters of a street or a place; it stands behind a line."""


class ItemsView(StepView[CollectStep]):
    """A look at what the group brought up."""

    room = "collect"

    @property
    def items(self) -> dict[str, Item]:
        return items_of(self.desk.state, self.step.sorts)

    def help_text(self) -> str:
        return self.t(f"collect.about.{self.look}")

    @property
    def look(self) -> str:
        """What is asked here, as the catalogue calls it."""
        return f"{self.step.ask}_actors" if self.step.among == "actors" else self.step.ask

    def lead_text(self, *, begun: bool) -> str:
        """Give what the room reads on top; on a short screen, at work, that is the question alone."""
        question = self.t(f"collect.lead.{self.look}")
        return question if begun and self.short else self.step.text or question

    def detail(self, name: str) -> str:
        """Give what sort of thing an item is, where there are several, and who said it where that is kept; of
        what came over also when, and whether it was shared or had hands there."""
        item, state = self.items[name], self.desk.state
        said = (
            self.sort_of(item),
            say_origin(name, state, self.t, item.perspective),
            say_shared(name, state, self.t),
            say_energy(name, state, self.t),
            item.where,
        )
        return " · ".join(part for part in said if part)

    def sort_of(self, item: Item) -> str:
        """Give what sort of thing an item is, where there are several."""
        several = len({other.sort for other in self.items.values()}) > 1
        return self.t(f"collect.sort.{item.sort}") if several else ""

    # -- what can be done with an item everywhere

    def text_of(self, name: str) -> str:
        return self.items[name].text

    async def reword(self, name: str, text: str) -> bool:
        """Keep an item in other words; tell whether it is kept."""
        return await self.desk.act("collect.reworded", change(self.desk.state, "items", name, text=text))

    async def take_line(self, name: str) -> None:
        """Take an item out, with what hangs on it."""
        await self.desk.act("collect.removed", drop(self.desk.state, "items", name))
        self.stage.refresh_view()

    async def ask_reword(self, name: str) -> None:
        """Ask how to say an item in other words."""
        if name in self.items:
            question = self.t("collect.ask_reword")
            await self.ask_for("ask_reword", name, question, partial(self.reword, name), self.text_of(name))

    async def ask_where(self, name: str) -> None:
        """Ask where an item is: a street or a place."""

        async def keep(text: str) -> bool:
            return await self.desk.act("collect.where", change(self.desk.state, "items", name, where=text))

        if found := self.desk.state.items().get(name):
            await self.ask_for(
                "ask_where", name, self.t("collect.ask_where"), keep, found.where, LONGEST_PLACE
            )

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        own = {"ask_reword": self.ask_reword, "ask_where": self.ask_where}
        return {**super().lines_asked(), **own}
