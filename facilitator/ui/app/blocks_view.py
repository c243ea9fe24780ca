"""Choosing a block from the library: what there is, why one would do it, and how long it takes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from textual.app import ComposeResult

from facilitator.problems import Refused
from facilitator.scenario.block_library import BlockHeading, block_headings, load_use
from facilitator.scenario.model import Kinds, StatementSet, Use
from facilitator.text import is_found
from facilitator.ui.app.programme_plan import TakeBlock
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.view import View
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words import Language, Words


@dataclass(frozen=True)
class BlockShelf:
    """The blocks that can be added to a programme: the built-in ones and the user's own."""

    own: Path
    """The user's folder of scenarios."""
    kinds: Kinds

    def headings(self, language: Language) -> list[BlockHeading]:
        return block_headings(self.own, language)

    def load(self, heading: BlockHeading, language: Language) -> tuple[Use, list[StatementSet]]:
        """Read a block with its statement sets. Raises Refused."""
        return load_use(heading.path, self.own, self.kinds, language)


class Panels(Protocol):
    """What can show a view over another one, and say something."""

    async def open_panel(self, panel: View) -> None: ...

    async def close_panel(self) -> None: ...

    def tell(self, sentence: str) -> None: ...


async def ask_block(stage: Panels, t: Words, shelf: BlockShelf, language: Language, take: TakeBlock) -> None:
    """Let a block be chosen and hand it over; what cannot be read or taken is said, and the list stays."""

    async def choose(heading: BlockHeading) -> None:
        try:
            use, sets = await asyncio.to_thread(shelf.load, heading, language)
        except Refused as refused:
            stage.tell(refused.problems[0].say(t))
            return
        if problem := await take(use, sets):
            stage.tell(problem.say(t))
        else:
            await stage.close_panel()

    found = await asyncio.to_thread(shelf.headings, language)
    await stage.open_panel(BlocksView(t, found, choose, stage.close_panel))


class BlocksView(View):
    """A list that gets shorter while one types; under it why the block that is pointed at is there."""

    room = "app"

    def __init__(
        self,
        t: Words,
        found: Sequence[BlockHeading],
        choose: Callable[[BlockHeading], Awaitable[None]],
        close: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__(t)
        self.found = {str(heading.path): heading for heading in found}
        self.choose = choose
        self.close = close
        self.search = Field("search", t("app.blocks.ask"))
        self.search.finds = True
        self.pick = Pick()
        self.pick.styles.height = "1fr"
        self.pick.styles.min_height = 3
        self.why = Say(classes="quiet gap")

    def compose(self) -> ComposeResult:
        yield self.search
        yield Say(" ")
        yield self.pick
        yield self.why

    def on_mount(self) -> None:
        self.enter_field(self.search)

    def heading(self) -> str:
        return self.t("app.panel.blocks")

    def help_text(self) -> str:
        return self.t("app.blocks.help")

    def show(self) -> None:
        options = [
            Option(name, heading.title, self._end(heading))
            for name, heading in self.found.items()
            if is_found(f"{heading.title} {heading.why}", self.search.value)
        ]
        self.pick.styles.max_height = max(len(options), 3)
        self.pick.put(options or [Option("", self.t("app.palette.nothing"), heading=True)])
        self._say_why()

    def _end(self, heading: BlockHeading) -> str:
        minutes = self.t("app.programme.minutes", n=heading.minutes)
        return f"{self.t('app.blocks.own')}  {minutes}" if heading.own else minutes

    def _say_why(self) -> None:
        found = self.found.get(self.pick.chosen.id) if self.pick.chosen else None
        self.why.say(found.why if found else "")

    def edited(self, _field: Field) -> None:
        self.show()

    def actions(self) -> Sequence[Action]:
        return [
            self.action("add_block", "enter", self._choose, 1),
            self.action("close", "escape", self.close, 2),
            *pointing(self.pick, self._say_why, tab=True),
        ]

    async def _choose(self) -> None:
        found = self.found.get(self.pick.chosen.id) if self.pick.chosen else None
        if found is not None:
            await self.choose(found)
