"""A line of text that was typed, or came through a pipe."""

from __future__ import annotations

from threading import Event as Flag

from textual.events import Event


class TypedLine(Event, bubble=False):
    """A whole line; who sent it waits until it is handled, so that lines are done one after another."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.handled = Flag()
