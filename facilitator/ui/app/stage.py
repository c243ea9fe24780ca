"""The one screen there is: a title bar, a body that is replaced, a line to say things, and the keys."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Static

from facilitator.text import harmless
from facilitator.ui.app.bars import KeyBar, StatusLine, TitleBar
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import LONGEST, Field
from facilitator.ui.kit.lone_number import is_lone_number, number_question
from facilitator.ui.kit.view import View
from facilitator.ui.terminal.textual_repairs import forget_picture, lay_out
from facilitator.words import Words

SMALLEST: Final = (64, 18)
"""Columns and rows below which a room can't be served; what people at ten metres can read."""

RESCUE: Final = "f12"
"""The key that saves elsewhere when the disk fails, also while a line is asked for that was refused."""

LEAVE: Final = "ctrl+q"
"""The key that leaves the app from everywhere, also while a line is asked for or the window is too small."""


@dataclass(frozen=True)
class AskedLine:
    """What is asked for in one line."""

    question: str
    answer: Callable[[str], Awaitable[bool]]
    """Does something with it; tells whether it is kept, so that the line may go."""
    value: str = ""
    """How it stands in the session."""
    key: str = ""
    """The name of the draft while it is typed; empty: none."""
    draft: str = ""
    mark: str = ""
    """What stands behind a text that was typed before and is not confirmed."""
    limit: int = LONGEST
    """How many characters it may have."""


class LineEntry(VerticalScroll):
    """A question under what is shown, with one line to answer it."""

    can_focus = False

    def __init__(self, line: AskedLine) -> None:
        super().__init__(id="line")
        self.key = line.key
        self.answer = line.answer
        self.asked_about = ""
        """The number alone about which was asked whether it is the text."""
        self.field = Field("line", line.question, limit=line.limit)
        self.field.begin(line.value, line.draft, line.mark)

    def compose(self) -> ComposeResult:
        yield self.field

    def on_mount(self) -> None:
        self.field.activate(active=True)
        self.follow()

    def on_resize(self) -> None:
        self.follow()

    def follow(self) -> None:
        """Keep the row that is typed in in sight, and what stands behind the text."""
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        rows_under = 2
        self.scroll_to(y=max(self.field.cursor_row + rows_under - self.content_size.height, 0), animate=False)


class Stage(Screen[None]):
    """Shows views and the panels over them, and says around them where the group is and what can be done."""

    can_focus = False

    def __init__(self, t: Words) -> None:
        super().__init__()
        self.t = t
        self.views: list[View] = []
        """The view, and the panels over it; the last one has the keys."""
        self.line: LineEntry | None = None
        self.said = ""
        self.title_bar = TitleBar()
        self.body = Container(id="body")
        self.status_line = StatusLine()
        self.key_bar = KeyBar(t)
        self.common_actions: Callable[[], Sequence[Action]] = list
        """What can be done whatever is shown."""
        self.bars: Callable[[View], tuple[str, str, str]] = lambda view: ("facilitator", view.heading(), "")
        """What the title bar says of a view: left, right, and an alarm."""
        self.status: Callable[[], tuple[str, str, bool]] = lambda: ("", "", False)
        """What the status line says by itself: left, right, and whether that is urgent."""
        self.on_tick: Callable[[], Awaitable[None]] | None = None
        """Called twice a second: the time is said."""
        self.on_typed: Callable[[], None] = lambda: None
        """Called after every key: what is being typed is kept."""

    def compose(self) -> ComposeResult:
        yield self.title_bar
        yield self.body
        yield self.status_line
        yield self.key_bar
        yield Static(self.t("app.too_small", width=SMALLEST[0], height=SMALLEST[1]), id="too-small")

    def on_mount(self) -> None:
        self.set_interval(0.5, self._tick)

    async def _tick(self) -> None:
        if self.on_tick is not None:
            await self.on_tick()
        if self.view is not None:
            self.view.tick()

    # -- views and panels

    @property
    def view(self) -> View | None:
        return self.views[-1] if self.views else None

    async def put_view(self, view: View) -> None:
        """Replace everything that is shown by this view."""
        await self._close_line()
        old, self.views = self.views, [view]
        with self.app.batch_update():
            for each in old:
                forget_picture(each)
            await self.body.remove_children()
            await self.body.mount(view)
            self._fill(view)

    async def open_panel(self, panel: View) -> None:
        """Show a view over the one that is there."""
        await self._close_line()
        with self.app.batch_update():
            if self.view:
                self.view.display = False
            self.views.append(panel)
            await self.body.mount(panel)
            self._fill(panel)

    def _fill(self, view: View) -> None:
        """Fill a new view to the size it has."""
        lay_out(self)
        view.show()
        self.refresh_bars()

    async def close_panel(self) -> None:
        """Take away the panel on top and show what was under it."""
        if len(self.views) < 2:
            return
        panel = self.views.pop()
        with self.app.batch_update():
            panel.display = False
            self.views[-1].display = True
            self.refresh_view()
        forget_picture(panel)
        await panel.remove()

    async def ask_line(self, line: AskedLine) -> None:
        """Ask for one line under what is shown. Escape leaves it; an empty line too."""
        await self._close_line()
        self.line = LineEntry(line)
        await self.mount(self.line, before=self.status_line)
        self.refresh_bars()

    async def _close_line(self) -> None:
        if self.line is not None:
            line, self.line = self.line, None
            await line.remove()

    # -- saying

    def tell(self, sentence: str) -> None:
        """Say something quietly, until the next key."""
        self.said = harmless(sentence)
        self.refresh_bars()

    def refresh_view(self) -> None:
        """Show the state as it is now."""
        if self.view:
            self.view.show()
        self.refresh_bars()

    def refresh_bars(self) -> None:
        view = self.view
        if view is None:
            return
        self.title_bar.put(*self.bars(view))
        left, right, urgent = self.status()
        self.status_line.put(self.said or left, view.status() or right, urgent=urgent and not self.said)
        self.key_bar.put(self.actions(), typing=self.field is not None)

    # -- keys

    def actions(self) -> list[Action]:
        """Everything that can be done now; of two actions on one key the view's own counts."""
        if self.line is not None:
            return [
                Action("keep_line", ("enter",), self._keep_line, "app", 1),
                Action("leave_line", ("escape",), self._leave_line, "app", 2),
                *(action for action in self.common_actions() if {LEAVE, RESCUE} & {*action.keys}),
            ]
        own = list(self.view.all_actions()) if self.view else []
        taken = {key for action in own for key in action.keys}
        for common in self.common_actions():
            if keys := tuple(key for key in common.keys if key not in taken):
                own.append(common if keys == common.keys else replace(common, keys=keys))
        return own

    @property
    def field(self) -> Field | None:
        """The field that is being typed in."""
        if self.line is not None:
            return self.line.field
        return self.view.field if self.view else None

    async def _keep_line(self) -> None:
        """Keep the line, and let it stand to be mended when that cannot be."""
        line = self.line
        if line is None:
            return
        if is_lone_number(line.field) and line.asked_about != line.field.value:
            line.asked_about = line.field.value
            self.tell(number_question(line.field, self.t))
            return
        kept = not line.field.value or await line.answer(line.field.value)
        if kept and self.line is line:
            await self._close_line()
        self.refresh_view()

    async def _leave_line(self) -> None:
        """Leave the line; what was typed is there when it is asked for again, and that is said."""
        line = self.line
        if line is None:
            return
        await self._close_line()
        if line.key and line.field.draft:
            self.said = self.t("app.line_stays", text=line.field.value)
        self.refresh_view()

    # -- size

    @property
    def too_small(self) -> bool:
        return self.has_class("-too-small")

    def on_resize(self, event: Resize) -> None:
        """Below the smallest size there is only a sentence about it; what was there waits."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        self.set_class(small, "-too-small")
        self.set_class(event.size.width >= 100, "-wide")
        self.set_class(event.size.width >= 140, "-huge")
        self.set_class(event.size.height >= 30, "-tall")
