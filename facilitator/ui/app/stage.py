"""The one screen there is: a title bar, a body that is replaced, a line to say things, and the keys."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Final

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Static

from facilitator.text import harmless
from facilitator.ui.app.bars import KeyBar, Status, StatusLine, TitleBar
from facilitator.ui.app.line_entry import AskedChoice, AskedLine, LineEntry
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.large_text import ENLARGED
from facilitator.ui.kit.lone_number import is_lone_number, number_question
from facilitator.ui.kit.screen_sizes import SMALLEST, SMALLEST_ROOM
from facilitator.ui.kit.view import View
from facilitator.ui.terminal.textual_repairs import forget_picture, lay_out
from facilitator.words import Words

RESCUE: Final = "f12"
"""The key that saves elsewhere when the disk fails, also while a line is asked for that was refused."""

LEAVE: Final = "ctrl+q"
"""The key that leaves the app from everywhere, also while a line is asked for or the window is too small."""


class Stage(Screen[None]):
    """Shows views and the panels over them, and says around them where the group is and what can be done."""

    can_focus = False

    def __init__(self, t: Words) -> None:
        super().__init__()
        self.t = t
        self.views: list[View] = []
        """The view, and the panels over it; the last one has the keys."""
        self.line: LineEntry | None = None
        self.choice: AskedChoice | None = None
        self.said = ""
        self.advised = False
        """Whether it was said that larger letters are better than so many columns."""
        self.key_before = ""
        """The key before this one: some ask to be pressed twice."""
        self.title_bar = TitleBar()
        self.body = Container(id="body")
        self.status_line = StatusLine()
        self.key_bar = KeyBar(t)
        self.refusal = Static(id="too-small")
        """Stands there instead of everything while the window is too small for what is shown."""
        self.common_actions: Callable[[], Sequence[Action]] = list
        """What can be done whatever is shown."""
        self.bars: Callable[[View], tuple[str, str, str]] = lambda view: ("facilitator", view.heading(), "")
        """What the title bar says of a view: left, right, and an alarm."""
        self.status: Callable[[], Status] = Status
        """What the status line says by itself."""
        self.enlarges: Callable[[], bool] = lambda: False
        """Whether letters twice as high are wanted, and the terminal draws them."""
        self.on_tick: Callable[[], Awaitable[None]] | None = None
        """Called twice a second: the time is said."""
        self.on_typed: Callable[[], None] = lambda: None
        """Called after every key: what is being typed is kept."""

    def compose(self) -> ComposeResult:
        yield self.title_bar
        yield self.body
        yield self.status_line
        yield self.key_bar
        yield self.refusal

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
            self.set_class(panel.whole_screen, "-bare")
            await self.body.mount(panel)
            self._fill(panel)

    def _fill(self, view: View) -> None:
        """Fill a new view to the size it has."""
        self.fit()
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
            self.fit()
            self.refresh_view()
        forget_picture(panel)
        await panel.remove()

    async def ask_line(self, line: AskedLine) -> None:
        """Ask for one line under what is shown. Escape leaves it; an empty line too."""
        await self._close_line()
        self.line = LineEntry(line)
        await self.mount(self.line, before=self.status_line)
        self.refresh_bars()

    def ask_choice(self, choice: AskedChoice) -> None:
        """Ask for a choice under what is shown; no other key does anything until it is made."""
        self.choice = choice
        self.tell(choice.question)

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
        self.set_class(view.whole_screen, "-bare")
        title, progress, alarm = self.bars(view)
        status = self.status()
        said, beside = self.said or status.said, view.status() or status.always
        if self.has_class("-small"):  # every row counts: what is always said stands in the title
            title, beside = status.in_short or title, view.status()
        self.title_bar.put(title, progress, alarm)
        self.status_line.put(said, beside, urgent=status.urgent and not self.said)
        self.set_class(not (said or beside), "-silent")
        self.key_bar.put(self.actions(), typing=self.field is not None)
        if self.has_class(ENLARGED):
            for text in view.walk_children(LargeSay):
                text.fit()
        self.call_after_refresh(self._say_more)

    def _say_more(self) -> None:
        """Say that there is more below, where the screen is small enough for that to happen often."""
        view = self.view
        self.key_bar.say_more(
            more=bool(view and self.has_class("-small") and view.scroll_y < view.max_scroll_y)
        )

    # -- keys

    def actions(self) -> list[Action]:
        """Everything that can be done now; of two actions on one key the view's own counts."""
        if self.choice is not None:
            leave = [action for action in self.common_actions() if LEAVE in action.keys]
            return [*self.choice.actions, *leave]
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
        """The field that is being typed in; none while there is something to choose."""
        if self.choice is not None:
            return None
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

    def on_resize(self) -> None:
        self.fit()
        self.refresh_bars()

    def fit(self) -> None:
        """Below the smallest size of a view there is only a sentence about it; what was there waits."""
        width, height = self.app.size
        least_width, least_height = self.view.smallest if self.view else SMALLEST_ROOM
        too_small = width < least_width or height < least_height
        if too_small:
            self.refusal.update(self.t("app.too_small", width=least_width, height=least_height))
        self.set_class(too_small, "-too-small")
        small = width < SMALLEST[0] or height < SMALLEST[1]
        self.set_class(small, "-small")
        self._enlarge(large=self.enlarges() and not small)
        self.set_class(width >= 100, "-wide")
        self.set_class(width >= 140, "-huge")
        self.set_class(height >= 30, "-tall")
        if width >= 140 and height >= 40 and not self.advised and not self.said:
            self.advised = True
            self.said = self.t("app.larger_letters")

    def _enlarge(self, *, large: bool) -> None:
        """Let what may be larger take the room for it, or give it back."""
        if self.has_class(ENLARGED) != large:
            self.set_class(large, ENLARGED)
            for text in self.query(LargeSay):
                text.refresh(layout=True)
