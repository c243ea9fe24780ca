"""The bars of the stage: what this is, what can be said quietly, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from facilitator.line_breaks import rows
from facilitator.ui.kit.actions import Action, key_name, pressed_key, shown_key
from facilitator.ui.kit.clickable import for_key
from facilitator.ui.kit.widgets import spread
from facilitator.words import Words


@dataclass(frozen=True)
class Status:
    """What the app itself has to say."""

    said: str = ""
    urgent: bool = False
    always: str = ""
    """What is there whatever is said: when we stop."""
    in_short: str = ""
    """The same, for a screen that has no row for it."""


class TitleBar(Widget):
    """What this is at the left, where we are at the right, and a rule."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="title")
        self.left = ""
        self.right = ""
        self.alarm = ""

    def put(self, left: str, right: str, alarm: str) -> None:
        if (left, right, alarm) == (self.left, self.right, self.alarm):
            return
        self.left, self.right, self.alarm = left, right, alarm
        self.set_class(bool(alarm), "-alarm")
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        if self.alarm:
            row = spread(Content.styled(f" {self.alarm}", "bold"), Content(f"{self.right} "), width)
        else:
            left = Content.styled(f" {self.left}", "bold")
            row = spread(left, Content.styled(f"{self.right} ", "$quiet"), width)
        rule = Content.styled("─" * width, "" if self.alarm else "$rule")
        return Content("\n").join([row, rule])


class StatusLine(Widget):
    """A quiet line above the keys: what was just said at the left, when we stop at the right."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="status")
        self.left = ""
        self.right = ""
        self.urgent = False

    def put(self, left: str, right: str, *, urgent: bool = False) -> None:
        if (left, right, urgent) == (self.left, self.right, self.urgent):
            return
        taller = len(rows(left, self.room)) != len(rows(self.left, self.room))
        self.left, self.right, self.urgent = left, right, urgent
        self.refresh(layout=taller)

    @property
    def room(self) -> int:
        """Cells for what is said."""
        return max(self.size.width - 4, 20)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        return len(rows(self.left, max(width - 4, 20)))

    def render(self) -> Content:
        style = "bold $accent" if self.urgent else "$accent"
        said = [self.left[start:end].strip() for start, end in rows(self.left, self.room)]
        left = Content.styled(f"  {said[0]}", style)
        right = Content.styled(f"{self.right} ", "$quiet")
        if len(said) > 1 or (self.left and left.cell_length + right.cell_length + 2 > self.size.width):
            right = Content("")  # what is said now goes before what is always there
        first = spread(left, right, self.size.width)
        return Content("\n").join([first, *(Content.styled(f"  {row}", style) for row in said[1:])])


class KeyBar(Widget):
    """The keys that matter here, as many as fit; help is always the last."""

    can_focus = False

    def __init__(self, t: Words) -> None:
        super().__init__(id="keys")
        self.t = t
        self.shown: list[tuple[str, str, str]] = []
        """What stands for a key, what it does, and what a click presses; of several nothing."""
        self.more = False
        """Whether there is more below than is seen."""

    def say_more(self, *, more: bool) -> None:
        if more != self.more:
            self.more = more
            self.refresh()

    def put(self, actions: Sequence[Action], *, typing: bool) -> None:
        ranked = sorted((action for action in actions if action.rank), key=lambda action: action.rank)
        shown = [
            (key, action.label(self.t), "" if action.shown else pressed_key(action, typing=typing))
            for action in ranked
            if (key := shown_key(action, self.t, typing=typing))
        ]
        if shown != self.shown:
            self.shown = shown
            self.refresh()

    def render(self) -> Content:
        width = self.size.width - 1
        help_item = self._item(key_name("f1", self.t), self.t("app.action.help"), "f1")
        room = width - help_item.cell_length
        row = Content(" ")
        down = [(key_name("pagedown", self.t), self.t("app.below"), "pagedown")] if self.more else []
        for key, label, pressed in [*down, *self.shown]:
            item = self._item(key, label, pressed)
            if row.cell_length + item.cell_length + 3 > room:
                continue
            row = Content.assemble(row, item, "   ")
        return Content.assemble(row, help_item)

    def _item(self, key: str, label: str, pressed: str) -> Content:
        item = Content.assemble((key, "bold $bar-key"), (f" {label}", "$bar-ink"))
        return for_key(item, pressed) if pressed else item
