"""A mouse, for whoever reaches for one: it points at lines, presses the keys of the bar, and turns its wheel.

It does nothing of its own. A click or a turn becomes the keys that do the same, one after another, so what a
view asks before it does something it asks here too. While ballots come in the mouse does nothing at all.
"""

from __future__ import annotations

from typing import Final

from textual.errors import NoWidget
from textual.geometry import Region
from textual.widget import Widget

from facilitator.ui.app.keyboard import Keyboard
from facilitator.ui.kit.actions import LEADS_ON, is_text
from facilitator.ui.kit.clickable import KEY, LINE
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lists import Lanes
from facilitator.ui.kit.view import DeskView
from facilitator.ui.kit.widgets import Pick

MOST_STEPS: Final = 500
"""Lines that are passed at most on the way to the one that was clicked."""


class Mouse:
    """Makes keys of clicks and of the wheel."""

    def __init__(self, keyboard: Keyboard) -> None:
        self.keyboard = keyboard
        self.stage = keyboard.stage

    @property
    def _rests(self) -> bool:
        """Whether the mouse does nothing: where a slip would be somebody's answer, or nothing is shown."""
        view = self.stage.view
        return view is None or self.stage.too_small or view.takes_ballots or view.whole_screen

    async def click(self, x: int, y: int) -> None:
        """Do what the key does that was clicked, or point at the line; a second click there is Enter."""
        widget, region = self._at(x, y)
        if self._rests or widget is None:
            return
        key = self.stage.get_style_at(x, y).meta.get(KEY)
        if key is not None and (widget is self.stage.key_bar or self._free):
            await self.keyboard.press_named(key)
        elif not self._free:
            return
        elif isinstance(widget, Field):
            await self._type_in(widget)
        elif isinstance(widget, Pick | Lanes):
            name = self._line_at(x, y, region)
            if name is not None:
                await self._point(widget, name)

    async def wheel(self, by: int, x: int, y: int) -> bool:
        """Go on in a list that does not fit; tell whether that is all there is to do."""
        if self._rests or not self._free:
            return True
        widget, _ = self._at(x, y)
        if not isinstance(widget, Pick | Lanes) or self.stage.field is not None:
            return False
        if not (widget.pointing and _longer(widget)):
            return False
        await self.keyboard.press_named("down" if by > 0 else "up")
        return True

    @property
    def _free(self) -> bool:
        """Whether nothing is asked under the screen: until that is answered only its keys count."""
        return self.stage.choice is None and self.stage.line is None

    def _at(self, x: int, y: int) -> tuple[Widget | None, Region]:
        try:
            return self.stage.get_widget_at(x, y)
        except NoWidget:
            return None, Region()

    def _line_at(self, x: int, y: int, region: Region) -> str | None:
        """Give the line of a list that stands there, or left of it in the same row."""
        found = (self.stage.get_style_at(at, y).meta.get(LINE) for at in range(x, region.x - 1, -1))
        return next((name for name in found if name is not None), None)

    async def _point(self, at: Pick | Lanes, name: str) -> None:
        """Point at a line by the keys that do; at one that is pointed at already press Enter."""
        from facilitator.ui.kit.gather_view import GatherView  # home needs none

        view = self.stage.view
        if self.stage.field is not None:
            if isinstance(view, GatherView):
                view.point_at(name)
            return
        digit = _digit(at, name)
        if digit and any(digit in action.keys for action in self.stage.actions()):
            await self.keyboard.press_named(digit)
        elif _chosen(at) == name:
            enter = next((action for action in self.stage.actions() if "enter" in action.keys), None)
            if enter is not None and enter.name not in LEADS_ON:
                await self.keyboard.press_named("enter")
        else:
            await self._walk(at, name)

    async def _walk(self, at: Pick | Lanes, name: str) -> None:
        names = _names(at)
        here = _chosen(at)
        if name not in names or here not in names:
            return
        by = "down" if names.index(name) > names.index(here) else "up"
        for _ in range(min(abs(names.index(name) - names.index(here)), MOST_STEPS)):
            before = _chosen(at)
            await self.keyboard.press_named(by)
            if _chosen(at) == before or self.stage.field is not None:
                return

    async def _type_in(self, field: Field) -> None:
        """Type in a field: by the keys that go there from another one, or at once."""
        view = self.stage.view
        if view is None or field not in view.fields():
            return
        if self.stage.field is None and isinstance(view, DeskView):
            await view.type_in(field)
        for _ in view.fields():
            before = self.stage.field
            if before is field or before is None:
                return
            await self.keyboard.press_named("tab")
            if self.stage.field is before:
                return


def _names(at: Pick | Lanes) -> list[str]:
    lines = at.options if isinstance(at, Pick) else [line for lane in at.lanes for line in lane.lines]
    return [line.id for line in lines if not line.heading]


def _chosen(at: Pick | Lanes) -> str | None:
    if not at.pointing:
        return None
    chosen = at.chosen
    return chosen if chosen is None or isinstance(chosen, str) else chosen.id


def _digit(at: Pick | Lanes, name: str) -> str:
    """Give the number before a line that chooses it; empty where it has none."""
    lines = at.options if isinstance(at, Pick) else [line for lane in at.lanes for line in lane.lines]
    tag = next((line.tag.strip() for line in lines if line.id == name), "")
    return tag if len(tag) == 1 and is_text(tag) and tag.isdecimal() else ""


def _longer(at: Pick | Lanes) -> bool:
    """Tell whether a list has more rows than are shown."""
    if isinstance(at, Lanes) or hasattr(at, "rows_needed"):
        return bool(at.rows_needed(at.size.width) > at.size.height)
    return at.get_content_height(at.size, at.size, at.size.width) > at.size.height
