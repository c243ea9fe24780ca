"""The few things a view is composed of, besides fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

Said = str | Content


def content(said: Said) -> Content:
    """Give text as it is: a bracket in it never becomes markup."""
    return Content(said) if isinstance(said, str) else said


class Say(Static):
    """A text. Classes give it its weight: ``lead``, ``ask``, ``quiet``."""

    can_focus = False

    def __init__(self, said: Said = "", *, name: str | None = None, classes: str = "") -> None:
        super().__init__(content(said), name=name, classes=f"say {classes}")
        self.said = content(said)
        self.display = bool(self.said.plain)

    def say(self, said: Said) -> None:
        """Show another text; without text it takes no room."""
        said = content(said)
        if said == self.said:
            return
        self.said = said
        self.display = bool(said.plain)
        self.update(said)


@dataclass(frozen=True)
class Option:
    """A line to choose: what is meant by it, what stands there, and what stands at its right end."""

    id: str
    text: Said
    end: str = ""
    quiet: bool = False
    heading: bool = False
    """A line between options, which can't be chosen."""


class Pick(Widget):
    """A list of lines of which one is pointed at."""

    can_focus = False

    def __init__(self, options: Sequence[Option] = (), *, name: str | None = None, classes: str = "") -> None:
        super().__init__(name=name, classes=f"pick {classes}")
        self.options: list[Option] = []
        self.index = 0
        self.pointing = True
        self.put(options)

    @property
    def chosen(self) -> Option | None:
        """The option that is pointed at."""
        if self.options and not self.options[self.index].heading:
            return self.options[self.index]
        return None

    def put(self, options: Sequence[Option], *, at: str | None = None) -> None:
        """Show other options, pointing at the same one as before where it is still there."""
        wanted = at or (self.chosen.id if self.chosen else None)
        self.options = list(options)
        ids = [option.id for option in self.options if not option.heading]
        if wanted in ids:
            self.point(wanted)
        else:
            self.index = min(self.index, max(len(self.options) - 1, 0))
            if self.options and self.options[self.index].heading:
                self.move(1)
        self.refresh(layout=True)

    def point(self, name: str | None) -> None:
        for number, option in enumerate(self.options):
            if option.id == name and not option.heading:
                self.index = number
        self.refresh()

    def move(self, by: int) -> None:
        """Point further up or down, past headings, stopping at the ends."""
        at = self.index
        while 0 <= at + by < len(self.options):
            at += by
            if not self.options[at].heading:
                self.index = at
                break
        self.refresh()

    def get_content_height(self, _container: Size, _viewport: Size, _width: int) -> int:
        return len(self.options)

    def render(self) -> Content:
        height = self.size.height
        first = 0
        if height and len(self.options) > height:
            first = min(max(self.index - height // 2, 0), len(self.options) - height)
        shown = self.options[first : first + height] if height else self.options
        lines = [self._line(option, first + number) for number, option in enumerate(shown)]
        return Content("\n").join(lines)

    def _line(self, option: Option, number: int) -> Content:
        width = self.size.width
        if option.heading:
            return content(option.text).stylize("$quiet")
        pointed = self.pointing and number == self.index
        room = width - 2 - (cell_len(option.end) + 2 if option.end else 0)
        text = content(option.text).truncate(max(room, 1), ellipsis=True, pad=True)
        if pointed:
            text = text.stylize("bold $accent")
        elif option.quiet:
            text = text.stylize("$quiet")
        mark = Content.styled("▸ ", "bold $accent") if pointed else Content("  ")
        end = Content.styled(f"  {option.end}", "$quiet") if option.end else Content("")
        return Content.assemble(mark, text, end)
