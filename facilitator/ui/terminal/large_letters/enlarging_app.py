"""An app that writes what is marked for it in letters twice as high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.terminal.large_letters.enlarged_frame import frame_to_write
from facilitator.ui.terminal.large_letters.large_letters import LargeLetters
from facilitator.ui.terminal.quiet_app import QuietApp

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.screen import Screen


class EnlargingApp(QuietApp):
    """Draws as Textual does where no large letters are wanted."""

    def __init__(self, letters: LargeLetters, driver_class: type[Driver] | None) -> None:
        super().__init__(driver_class=driver_class)
        self.letters = letters

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        compositor = screen._compositor  # noqa: SLF001
        frame = frame_to_write(renderable, self.letters, compositor.render_full_update)
        super()._display(screen, frame)

    def last_words(self) -> str:
        return self.letters.let_go()
