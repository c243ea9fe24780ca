"""The least that could do the same: Textual apps of a few lines. ``python bare.py label|input|swap``."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.containers import Container
from textual.widgets import Input, Label, Static


class OneLabel(App[None]):
    """One label."""

    def compose(self) -> ComposeResult:
        yield Label("Proefronde")


class OneInput(App[None]):
    """One field that a digit can be typed in."""

    def compose(self) -> ComposeResult:
        yield Label("klaar")
        yield Input(select_on_focus=False)


class OneSwap(App[None]):
    """One screen; Enter replaces all there is in its middle by a page of text."""

    page = 0

    def compose(self) -> ComposeResult:
        yield Static("klaar")
        yield Container(Static(""), id="body")

    async def key_enter(self) -> None:
        self.page += 1
        body = self.query_one("#body")
        with self.batch_update():
            await body.remove_children()
            await body.mount(Static("\n\n".join(f"Bladzij {self.page}, regel {line}" for line in range(9))))


APPS = {"label": OneLabel, "input": OneInput, "swap": OneSwap}

if __name__ == "__main__":
    APPS[sys.argv[1]]().run()
