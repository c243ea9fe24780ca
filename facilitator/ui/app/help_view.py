"""Help and palette: everything that can be done here, from the same actions as the keys."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from facilitator.text import is_found
from facilitator.ui.app.panels import Panel
from facilitator.ui.kit.actions import Action, key_name
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.screen_sizes import SMALLEST_ROOM
from facilitator.ui.kit.view import StageHost, View
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words import Words


def keys_said(action: Action, t: Words) -> str:
    """Give the keys of an action as people call them: "p of F3"."""
    if action.shown:
        return action.shown
    return f" {t('kit.or')} ".join(key_name(key, t) for key in action.keys[:2])


def named(actions: Sequence[Action]) -> list[Action]:
    """Give each action once, without the digits that count."""
    found: dict[str, Action] = {}
    for action in actions:
        if action.name != "digit":
            found.setdefault(f"{action.room}.{action.name}", action)
    return list(found.values())


class HelpView(View):
    """What can be done here, with its keys."""

    room = "app"
    smallest = SMALLEST_ROOM

    def __init__(
        self, t: Words, known: Sequence[Action], about: str, close: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(t, name="help")
        self.known = named(known)
        self.text = about
        self.close = close

    def compose(self) -> ComposeResult:
        if self.text:
            yield Say(self.text, classes="below")
        for action in self.known:
            with Horizontal(classes="key-row"):
                yield Say(Content.styled(keys_said(action, self.t), "bold $accent"), classes="key")
                yield Say(action.help(self.t), classes="means")

    def heading(self) -> str:
        return self.t("app.panel.help")

    def actions(self) -> Sequence[Action]:
        return [self.action("close", "escape enter f1", self.close, 1)]


class PalettePanel(Panel):
    """Everything that can be done here, found by typing."""

    title = "palette"

    def __init__(self, desk: Desk, stage: StageHost, known: Sequence[Action]) -> None:
        super().__init__(desk, stage)
        self.known = named(known)
        self.search = Field("search", self.t("app.palette.ask"))
        self.search.finds = True
        self.pick = Pick()

    def compose(self) -> ComposeResult:
        yield self.search
        yield Say(" ")
        yield self.pick

    def on_mount(self) -> None:
        self.enter_field(self.search)

    def show(self) -> None:
        self.edited(self.search)

    def edited(self, field: Field) -> None:
        options = [
            Option(f"{action.room}.{action.name}", action.help(self.t), keys_said(action, self.t))
            for action in self.known
            if is_found(action.help(self.t), field.value)
        ]
        self.pick.put(options or [Option("", self.t("app.palette.nothing"), heading=True)])

    def actions(self) -> Sequence[Action]:
        return [
            self.action("choose", "enter", self._choose, 1),
            self.action("close", "escape", self.stage.close_panel, 2),
            *pointing(self.pick, tab=True),
        ]

    async def _choose(self) -> None:
        chosen = self.pick.chosen
        found = next(
            (action for action in self.known if chosen and f"{action.room}.{action.name}" == chosen.id), None
        )
        await self.stage.close_panel()
        if found is not None:
            await found.run()
