"""The window with the notes: it looks at the wall ten times a second, and draws only what changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from facilitator.storage.wall_mark import TurnAnswer
from facilitator.ui.kit.screen_sizes import SMALLEST_ROOM
from facilitator.ui.kit.themes import THEMES, next_theme
from facilitator.ui.notes.notes_page import NotesLayout
from facilitator.ui.notes.notes_sheet import NotesSheet
from facilitator.ui.notes.wall_link import WallLink
from facilitator.ui.terminal.quiet_app import QuietApp
from facilitator.ui.terminal.textual_repairs import leave_on_signals, terminal_driver
from facilitator.words import Words

LOOK_AGAIN: Final = 0.1
"""Seconds between two looks at the wall."""
OWN_THEME: Final = "laptop"
"""The notes stand on the laptop, not on the wall."""
ON: Final = frozenset({"enter", "right", "pagedown"})
BACK: Final = frozenset({"left", "pageup"})
"""With the keys of the wall also those that a clicker sends."""
LEAVE: Final = frozenset({"q", "ctrl+q", "ctrl+c"})
SCROLL: Final = {"down": 1, "up": -1}


class NotesBoard(Widget):
    """Draws the rows it is given."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="notes")
        self._rows: list[Content] = []

    def put(self, rows: list[Content]) -> None:
        """Show other rows."""
        self._rows = rows
        self.refresh()

    def render(self) -> Content:
        return Content("\n").join(self._rows)


class NotesApp(QuietApp):
    """What the facilitator reads while the room sees the wall."""

    CSS = """
    Screen { background: $paper; color: $ink; overflow: hidden; }
    #notes { width: 100%; height: 100%; background: $paper; color: $ink; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []
    inherit_bindings = False

    def __init__(
        self, t: Words, link: WallLink, *, theme: str = OWN_THEME, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(driver_class=terminal_driver())
        self.t = t
        self.link = link
        self.now = now
        self.board = NotesBoard()
        self.said = ""
        """What is said of the last request, until the next key or until something happens on the wall."""
        self._scrolled = 0
        self._most = 0
        self._at = ""
        """The step whose notes are scrolled."""
        self._shown: tuple[object, ...] = ()
        """What was drawn last, and for which room."""
        self.animation_level = "none"
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield self.board

    def on_mount(self) -> None:
        leave_on_signals(self.leave)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh())
        self.look()
        self.set_interval(LOOK_AGAIN, self.look)

    def leave(self, code: int = 0) -> None:
        """End the notes; the wall goes on."""
        self.exit(code, return_code=code)

    def on_resize(self) -> None:
        self.draw()

    # -- looking

    def look(self) -> None:
        """See what is on the wall now, and what became of a request."""
        before = self.link.followed
        heard = self.link.look()
        if self.link.followed.state is not before.state:
            self.said = ""  # what was in the way may be gone
        if heard is not None:
            self._say(heard)
        self.draw()

    def draw(self) -> None:
        """Draw what is known, unless it stands there already."""
        followed, size = self.link.followed, self.size
        sheet = NotesSheet.of(followed.state, self.now()) if followed.state else None
        wanted = (sheet, followed.ended, followed.silent, self.said, self._scrolled, size)
        if wanted == self._shown:
            return
        self._shown = wanted
        layout = NotesLayout(self.t, size.width, size.height)
        if size.width < SMALLEST_ROOM[0] or size.height < SMALLEST_ROOM[1]:
            self.board.put(layout.too_small())
        elif sheet is None:
            self.board.put(layout.sentence(self.said or self._alone()))
        else:
            self._draw_sheet(layout, sheet)

    def _draw_sheet(self, layout: NotesLayout, sheet: NotesSheet) -> None:
        at = f"{sheet.number} {sheet.title}"
        if at != self._at:
            self._at, self._scrolled = at, 0
        said = self.t("notes.silent") if self.link.followed.silent else self.said
        page = layout.page(sheet, said, self._scrolled)
        self._most = page.most
        self.board.put(page.rows)

    def _alone(self) -> str:
        """Say that there is nothing to see yet, or no longer."""
        return self.t("notes.ended" if self.link.followed.ended else "notes.no_session")

    def _say(self, heard: TurnAnswer) -> None:
        self.said = self.t(f"notes.refused.{heard.why}", label=heard.label) if heard.why else ""

    # -- keys

    async def on_event(self, event: events.Event) -> None:
        """Take keys; leave the rest to Textual."""
        if isinstance(event, events.Key):
            self.press(event.key)
        else:
            await super().on_event(event)

    def press(self, key: str) -> None:
        """Do what a key asks for."""
        self.said = ""
        if key in LEAVE:
            self.leave()
        elif key in ON or key in BACK:
            heard = self.link.turn(1 if key in ON else -1)
            if heard is not None:
                self._say(heard)
        elif key in SCROLL:
            self._scrolled = min(max(self._scrolled + SCROLL[key], 0), self._most)
        elif key == "f9":
            self.theme = next_theme(self.theme)
        self.draw()
