"""From a key to what it does: text goes to the field, the rest to the action that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key, Paste

from facilitator.ui.kit.field import Field
from facilitator.ui.kit.view import View

if TYPE_CHECKING:
    from facilitator.ui.app.stage import Stage


class Keyboard:
    """Lets a key do its work, wholly, before the next one."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    async def press(self, event: Key) -> None:
        """Edit the field with the key, or carry out what answers it."""
        view, field = self.stage.view, self.stage.field
        if view is None or (self.stage.too_small and event.key != "ctrl+q"):
            return
        if field is not None and _edit(field, event):
            if self.stage.line is None:
                view.edited(field)
        else:
            await self._act(view, event, typing=field is not None)
        self.stage.on_typed()

    async def _act(self, view: View, event: Key, *, typing: bool) -> None:
        self.stage.said = ""
        offered = self.stage.actions()
        found = next((each for each in offered if each.answers(event.key, typing=typing)), None)
        if found is not None:
            await found.run()
        elif not view.typed(event):
            _scroll(view, event.key)
        self.stage.refresh_bars()

    def paste(self, event: Paste) -> None:
        """Put pasted text in the field that is being typed in; without one it goes nowhere."""
        field, view = self.stage.field, self.stage.view
        if field is None or view is None or self.stage.too_small:
            return
        field.paste(event.text)
        if self.stage.line is None:
            view.edited(field)
        self.stage.on_typed()


def _edit(field: Field, event: Key) -> bool:
    if event.key == "ctrl+z" and field.can_take_back:
        field.take_back()
        return True
    return field.take(event.key, event.character)


def _scroll(view: View, key: str) -> None:
    if key == "pagedown":
        view.scroll_page_down(animate=False)
    elif key == "pageup":
        view.scroll_page_up(animate=False)
    elif key == "down":
        view.scroll_down(animate=False)
    elif key == "up":
        view.scroll_up(animate=False)
