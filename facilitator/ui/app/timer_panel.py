"""Minutes that all can see: large, with a bar that gets shorter, and a calm sign when they are over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from facilitator.ui.app.panels import Panel
from facilitator.ui.app.room_timer import MINUTE, RoomTimer
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.large_digits import large
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.told_line import ToldLine
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Say
from facilitator.words import Words

ROOMY: Final = 8
"""Rows from which there is a blank one over and under the digits."""


class TimeLeft(Widget):
    """The time in large digits over a bar of what is left; in a full field when it is over."""

    can_focus = False

    def __init__(self, timer: RoomTimer, t: Words) -> None:
        super().__init__(classes="time-left")
        self.timer = timer
        self.t = t

    def told(self) -> Sequence[ToldLine]:
        """Say what is left in whole minutes: what changes each second cannot be listened to."""
        minutes = -(-self.timer.left // MINUTE)
        return [ToldLine(self.t("app.timer.whole", n=minutes))] if minutes else []

    def render(self) -> Content:
        timer, width = self.timer, self.size.width
        over = timer.over
        blank = [""] if over or self.size.height >= ROOMY else []
        room = self.size.height - 2 * len(blank) - (not over)
        digits = large(timer.said(), width - 4 * len(blank), max(room, 1))
        left = (width - len(digits[0])) // 2
        rows = [f"{' ' * left}{row}".ljust(width) for row in [*blank, *digits, *blank]]
        style = "$paper on $accent" if over else "$quiet" if timer.paused else "$accent"
        shown = [Content.styled(row, style) for row in rows]
        full = round(width * (timer.left / timer.whole)) if timer.whole else 0
        bar = Content.assemble(("▄" * full, "$accent"), ("▁" * (width - full), "$rule"))
        return Content("\n").join(shown if over else [*shown, bar])


class TimerPanel(Panel):
    """The minutes of the room. Away from here they run on."""

    def __init__(self, desk: Desk, stage: StageHost, timer: RoomTimer, stop: Callable[[], None]) -> None:
        """``stop`` takes the minutes away."""
        self.timer = timer
        self.stop = stop
        super().__init__(desk, stage)
        self.lead = LargeSay()
        self.time = TimeLeft(timer, self.t)
        self.below = Say(classes="ask")
        self._typed = ""
        self._was_over = timer.over

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.time
        yield self.below

    def heading(self) -> str:
        return self.t(f"app.panel.{self.timer.what}")

    def show(self) -> None:
        timer = self.timer
        # where letters are largest the digits have all the room; what they are for stands in the title bar
        self.lead.say("" if self.small else self.t(f"app.timer.{timer.what}"))
        self.time.refresh()
        says = "over" if timer.over else "paused" if timer.paused else ""
        self.below.say(self.t(f"app.timer.{says}") if says else "")

    def tick(self) -> None:
        if self.timer.over != self._was_over:  # then other keys do something
            self._was_over = self.timer.over
            self.stage.refresh_view()
        else:
            self.show()

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        pause = "go_on_counting" if self.timer.paused else "pause"
        return [
            self.action("to_screen", "enter escape", self.stage.close_panel, 1),
            *([] if self.timer.over else [self.action(pause, "space", self._pause, 3)]),
            self.action("minute_more", "plus equals_sign", partial(self._add, 1), 4),
            self.action("minute_less", "minus", partial(self._add, -1), 6),
            Action("minutes", ("1",), partial(self._digit, "1"), "app", 5, self.t("app.timer.digits")),
            *(Action("digit", (digit,), partial(self._digit, digit), "app", 0) for digit in "023456789"),
            self.action("no_timer", "delete backspace", self._stop, 7),
        ]

    async def _pause(self) -> None:
        self._typed = ""
        self.timer.pause()
        self.stage.refresh_view()

    async def _add(self, minutes: int) -> None:
        self._typed = ""
        self.timer.add(minutes)
        self.stage.refresh_view()

    async def _digit(self, digit: str) -> None:
        """Count so many minutes from now: 1 and then 5 is a quarter of an hour."""
        self._typed = (self._typed + digit).lstrip("0")[-3:]
        if self._typed:
            self.timer.give(int(self._typed))
            self.timer.what = "any" if self.timer.what == "pairs" else self.timer.what
        self.stage.refresh_view()

    async def _stop(self) -> None:
        """Take the minutes away: they run nowhere any more."""
        self.stop()
        await self.stage.close_panel()
