"""What is asked under what is shown: a line to type, or a choice between two."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import LONGEST, Field


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


@dataclass(frozen=True)
class AskedChoice:
    """What has to be chosen before anything else can be done."""

    question: str
    actions: Sequence[Action]


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
