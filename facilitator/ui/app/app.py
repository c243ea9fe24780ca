"""The Textual app around the stage: themes, keys in order, leaving cleanly."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from textual import events
from textual.driver import Driver

from facilitator.ui.app.keyboard import Keyboard
from facilitator.ui.app.mouse import Mouse
from facilitator.ui.app.stage import Stage
from facilitator.ui.kit.themes import DEFAULT, THEMES, next_theme
from facilitator.ui.terminal.large_letters.enlarging_app import EnlargingApp
from facilitator.ui.terminal.large_letters.large_letters import LargeLetters
from facilitator.ui.terminal.textual_repairs import event_loop, leave_on_signals, terminal_driver
from facilitator.ui.terminal.typed_line import TypedLine
from facilitator.words import Words


class Talk(Protocol):
    """The app in lines of text instead of on a screen."""

    @property
    def driver(self) -> type[Driver]:
        """What reads lines and paints nothing."""

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows of the screen that is not there."""

    async def begin(self) -> None:
        """Say what there is when the app has started."""

    async def hear(self, line: str) -> None:
        """Do what a typed line asks for, and say what came of it."""

    def end(self) -> None:
        """Leave the terminal as it was."""


TalkOf = Callable[["FacilitatorApp", Words], Talk]
"""What makes the talk of an app that paints nothing."""


@dataclass(frozen=True)
class Appearance:
    """How the app is asked to show itself."""

    theme: str | None = None
    talk_of: TalkOf | None = None
    """What makes a talk in lines of it, where that is asked for."""
    letters: LargeLetters = field(default_factory=LargeLetters)
    """Letters twice as high, where this terminal has them."""


class InTurn(events.Event):
    """Something to do that waits its turn among the keys."""

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        super().__init__()
        self.work = work


class FacilitatorApp(EnlargingApp):
    """One stage. Every key is handled wholly before the next one is looked at."""

    CSS_PATH = "stage.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []
    inherit_bindings = False

    def __init__(self, t: Words, looks: Appearance | None = None) -> None:
        looks = looks or Appearance()
        super().__init__(looks.letters, driver_class=terminal_driver())
        self.stage = Stage(t)
        self.stage.enlarges = lambda: self.letters.way is not None
        self.keyboard = Keyboard(self.stage)
        self.talk = looks.talk_of(self, t) if looks.talk_of else None
        if self.talk is not None:
            self.driver_class = self.talk.driver
        self.mouse = Mouse(self.keyboard)
        self._pressed_at: tuple[int, int] | None = None
        """Where the button of the mouse went down last."""
        self.animation_level = "none"
        for each in THEMES:
            self.register_theme(each)
        self.theme = looks.theme or DEFAULT
        self.on_start: Callable[[], Awaitable[None]] | None = None
        self.on_leave: Callable[[], Awaitable[None]] | None = None
        """Called once before the app ends, whatever ends it."""

        self._leaving = False
        self._one_at_a_time = asyncio.Lock()
        """Held by the key that is doing its work, and by the end of the app, which waits for it."""

    def get_default_screen(self) -> Stage:
        return self.stage

    async def on_mount(self) -> None:
        leave_on_signals(self.leave)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh())  # Textual draws only what changed
        if self.on_start is not None:
            async with self._one_at_a_time:
                await self.on_start()
                if self.talk is not None:
                    await self.talk.begin()
        # what was made at start stays; collecting it again and again costs a tenth of a second a step
        gc.freeze()
        gc.set_threshold(100_000, 20, 100)

    @property
    def leaving(self) -> bool:
        """Whether the app is about to end."""
        return self._leaving

    def take_over(self) -> None:
        """Run until someone leaves: on the whole screen, or in lines. Raise what ended it otherwise."""
        try:
            self.run(loop=event_loop(), size=self.talk.size if self.talk else None)
        finally:
            if self.talk is not None:
                self.talk.end()

    def next_theme(self) -> None:
        """Go to the next of our themes, round and round."""
        self.theme = next_theme(self.theme)

    def leave(self, code: int = 0) -> None:
        """End the app with this exit code. The first reason to leave counts; a second does not hurry it."""
        if self._leaving:
            return
        self._leaving = True
        self.run_worker(self._leave(code), exit_on_error=True)

    async def _leave(self, code: int) -> None:
        async with self._one_at_a_time:  # half a key's work would be done without a screen
            if self.on_leave is not None:
                on_leave, self.on_leave = self.on_leave, None
                await on_leave()
            self.exit(code, return_code=code)

    def in_turn(self, work: Callable[[], Awaitable[None]]) -> None:
        """Let something be done as if a key asked for it: after the keys before it. From any thread."""
        self.post_message(InTurn(work))

    async def on_event(self, event: events.Event) -> None:
        """Take keys and pasted text to the stage, one after another; leave the rest to Textual."""
        if isinstance(event, events.Key | events.Paste | TypedLine | InTurn):
            async with self._one_at_a_time:
                if not self._leaving:
                    await self._take(event)
        elif isinstance(event, events.MouseScrollDown | events.MouseScrollUp) and not event.is_forwarded:
            if not await self._turned(event):
                await super().on_event(event)
        else:
            first = isinstance(event, events.MouseUp | events.MouseDown) and not event.is_forwarded
            await super().on_event(event)
            if first and isinstance(event, events.MouseUp | events.MouseDown):
                await self._clicked(event)

    async def _turned(self, event: events.MouseScrollDown | events.MouseScrollUp) -> bool:
        """Turn the wheel; tell whether Textual has nothing to scroll for it."""
        async with self._one_at_a_time:
            by = 1 if isinstance(event, events.MouseScrollDown) else -1
            return self._leaving or await self.mouse.wheel(by, event.x, event.y)

    async def _clicked(self, event: events.MouseUp | events.MouseDown) -> None:
        """Make a click of a button that goes down and up at the same place."""
        if event.button != 1:
            return
        here = (event.x, event.y)
        if isinstance(event, events.MouseDown):
            self._pressed_at = here
        elif self._pressed_at == here:
            async with self._one_at_a_time:
                if not self._leaving:
                    await self.mouse.click(*here)

    async def _take(self, event: events.Key | events.Paste | TypedLine | InTurn) -> None:
        if isinstance(event, InTurn):
            await event.work()
        elif isinstance(event, TypedLine):
            if self.talk is not None:
                await self.talk.hear(event.text)
            event.handled.set()
        elif isinstance(event, events.Key):
            for key in self._keys_of(event):
                await self.keyboard.press(key)
        else:
            await self.keyboard.paste(event)

    def _keys_of(self, event: events.Key) -> list[events.Key]:
        """Give the keys a person pressed: a terminal calls Alt+t mostly what is Escape with t soon after it.

        Where something can be done with Alt and a key, it is that.
        """
        if not event.key.startswith("alt+"):
            return [event]
        if any(action.answers(event.key, typing=False) for action in self.stage.actions()):
            return [event]
        key = event.key.removeprefix("alt+")
        character = event.character or (key if len(key) == 1 else None)
        return [events.Key("escape", None), events.Key(key, character)]
