"""What hangs together? Choose an item, choose another, say whether the first makes it worse or better."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from facilitator.session.commands import drop
from facilitator.steps.collect.chains import Arrow, How, arrows
from facilitator.steps.collect.commands import connect
from facilitator.steps.collect.links_page_view import HOWS, OVERVIEW, LinksPage
from facilitator.steps.collect.wording import link_sentence
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.lists import pointing

MOST_DIGITS: Final = 9


class LinksView(LinksPage):
    """Enter goes on; a digit or the space bar begins a link, and then Enter chooses too."""

    def actions(self) -> Sequence[Action]:
        if self.start and self.end:
            return [
                self.action("keep_link", "enter", self._choose_pointed, 1),
                *(
                    self.action(how, str(number), partial(self._connect, how), 0)
                    for number, how in enumerate(HOWS, 1)
                ),
                self.action("leave_link", "escape left", partial(self._go, self.start), 2),
                *pointing(self.from_list),
            ]
        if self.start:
            return [
                self.action("to", "enter space", self._choose_pointed, 1),
                *self._digits("to_number"),
                self.action("leave_link", "escape left", partial(self._go, ""), 2),
                *pointing(self.from_list),
            ]
        if self.reading:
            return self._overview_actions()
        offered = [self.action("on", "enter", self._on, 1), self.back_action()]
        if len(self.items) > 1:
            offered += [
                self.action("from", "space", self._choose_pointed, 1),
                *self._digits("from_number"),
                self.action("reword", "e", self._reword, 4),
                *pointing(self.from_list),
            ]
        if arrows(self.desk.state):
            offered.append(self.action("overview", "o", partial(self._go, OVERVIEW), 3))
        return offered

    def _overview_actions(self) -> list[Action]:
        offered = [
            self.on_action(),
            self.action("list", "left escape o", partial(self._go, ""), 2),
        ]
        if self.found.chosen:
            offered += [
                self.action("unlink", "delete backspace", self._unlink, 3),
                *pointing(self.found),
            ]
        return offered

    def _digits(self, name: str) -> list[Action]:
        """Let a digit choose the item under that number; where the link begins is no end of it."""
        numbered = list(self.items)[:MOST_DIGITS]
        return [
            self.action(name, str(number), partial(self._choose, item), 0)
            for number, item in enumerate(numbered, 1)
            if item != self.start
        ]

    async def _go(self, page: str) -> None:
        await self.stage.go_to(self.key, page)

    async def _on(self) -> None:
        """Go on; where there is no room for the chains they are read first."""
        if arrows(self.desk.state) and not self.wide:
            await self._go(OVERVIEW)
        else:
            await self.stage.go_on()

    async def _choose_pointed(self) -> None:
        if self.from_list.chosen:
            await self._choose(self.from_list.chosen.id)

    async def _choose(self, name: str) -> None:
        """Take what was chosen as where the link begins, where it ends, or how it is."""
        how = next((each for each in HOWS if each == name), None)
        if how is not None:
            await self._connect(how)
        else:
            await self._go(f"{self.start}/{name}" if self.start else name)

    async def _connect(self, how: How) -> None:
        """Keep the link, and point at where it ends: what hangs together often goes on from there."""
        if not (self.start and self.end):
            return
        start, end, new = self.start, self.end, self.desk.new_id()
        outcome = connect(self.desk.state, new, start, end, how)
        if await self.desk.act("collect.linked", outcome):
            await self._go("")
            self.from_list.point(end)
            self.stage.tell(link_sentence(Arrow(new, start, end, how), self.desk.state, self.t))
        else:
            self.stage.refresh_view()

    async def _unlink(self) -> None:
        if self.found.chosen:
            outcome = drop(self.desk.state, "links", self.found.chosen.id)
            await self.desk.act("collect.unlinked", outcome)
        self.stage.refresh_view()

    async def _reword(self) -> None:
        if self.from_list.chosen:
            await self.ask_reword(self.from_list.chosen.id)
