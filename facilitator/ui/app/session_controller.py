"""A session that runs: which view shows where the group is, and what stands around it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from facilitator.kinds import facet
from facilitator.problems import Problem
from facilitator.session.clock import ends_at
from facilitator.session.commands import move
from facilitator.session.session_leaves import CLOSING
from facilitator.ui.app.bars import Status
from facilitator.ui.app.room_timer import RoomTimer
from facilitator.ui.app.session_drafts import Lines, SessionDrafts
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import LONGEST
from facilitator.ui.kit.line_request import LineRequest
from facilitator.ui.kit.step_view import StepView
from facilitator.ui.kit.view import View
from facilitator.ui.kit.view_facet import KindView
from facilitator.words.dates import say_time

if TYPE_CHECKING:
    from facilitator.ui.app.app import FacilitatorApp
    from facilitator.ui.app.blocks_view import BlockShelf

PROTECTED: Final = timedelta(minutes=20)
"""The end of the evening that is kept for agreements; of a short programme a sixth."""


class SessionController:
    """Carries a session over the stage. It is the stage that views see."""

    def __init__(
        self,
        app: FacilitatorApp,
        desk: Desk,
        home: Callable[[], Awaitable[None]],
        heard: SimpleQueue[Problem],
        blocks: BlockShelf,
    ) -> None:
        self.app = app
        self.blocks = blocks
        """What can be added to the programme."""
        self.desk = desk
        self.t = desk.t
        self.home = home
        self.heard = heard
        self.stage = app.stage
        self.unconfirmed = SessionDrafts(app.stage, desk)
        """What is typed and not confirmed."""
        self.on_closed: Callable[[], Awaitable[None]] | None = None
        """Called once when the session was let go."""
        self.timer: RoomTimer | None = None
        """The minutes that the room was given; they are kept nowhere."""
        self.stage.bars = self.bars
        self.stage.status = self.status
        self.stage.on_tick = self._tick
        self.stage.on_typed = self.unconfirmed.keep

    # -- where the group is

    async def start(self, everywhere: Lines) -> None:
        """Show where the group is, or the first step of a new session.

        ``everywhere``: what can be asked for under the screen wherever the group is.
        """
        key = self.desk.state.at.key
        if key == CLOSING or self.desk.state.find(key):
            await self._show(key)
        else:
            await self.go_to(self.desk.state.keys()[0])
        await self.unconfirmed.ask_again(everywhere)

    async def show_here(self) -> None:
        """Show where the group is, also when that is somewhere else since the block it was in is gone."""
        view, key = self.stage.views[0], self.desk.state.at.key
        if len(self.stage.views) == 1 and isinstance(view, StepView) and view.key != key:
            await self._show(key)
        else:
            self.stage.refresh_view()

    async def _show(self, key: str) -> None:
        await self.stage.put_view(self._view(key))

    def _view(self, key: str) -> View:
        found = self.desk.state.find(key)
        if found is None:
            from facilitator.ui.app.closing_view import ClosingView

            return ClosingView(self.desk, self)
        use, step = found
        return facet(step.kind, "view", KindView).make(self.desk, self, use, step)

    async def go_to(self, key: str, page: str = "") -> None:
        """Go to a step, and to a page of it. A page of the step that is shown needs no new view."""
        self.unconfirmed.keep()
        first = key not in self.desk.state.begun
        same = self.desk.state.at.key == key and len(self.stage.views) == 1
        if not await self.desk.act("move", move(self.desk.state, key, page)):
            self.stage.refresh_bars()
        elif same and self.stage.views[0].shows(page):
            self.stage.refresh_view()
        else:
            await self._show(key)
            if first:
                await self._say_how(key)

    async def _say_how(self, key: str) -> None:
        """Tell a team without a facilitator how to do a step, the first time it comes there."""
        found = self.desk.state.find(key)
        if found and found[1].alone and self.desk.state.scenario.alone:
            from facilitator.ui.app.panels import TogetherPanel

            await self.stage.open_panel(TogetherPanel(self.desk, self))

    async def go_on(self) -> None:
        await self._go(1)

    async def go_back(self) -> None:
        await self._go(-1)

    async def _go(self, by: int) -> None:
        keys = [*self.desk.state.keys(), CLOSING]
        at = self.desk.state.at.key
        number = keys.index(at) + by if at in keys else 0
        if 0 <= number < len(keys):
            await self.go_to(keys[number])

    # -- what views ask of the stage

    async def open_panel(self, panel: View) -> None:
        await self.stage.open_panel(panel)

    async def close_panel(self) -> None:
        await self.stage.close_panel()

    async def ask_line(
        self,
        asked: LineRequest | None,
        question: str,
        answer: Callable[[str], Awaitable[bool]],
        value: str = "",
        limit: int = LONGEST,
    ) -> None:
        await self.unconfirmed.ask_line(asked, question, answer, value, limit)

    def tell(self, sentence: str) -> None:
        self.stage.tell(sentence)

    def refresh_view(self) -> None:
        self.stage.refresh_view()

    # -- bars

    def bars(self, view: View) -> tuple[str, str, str]:
        """Say what the title bar says: the programme and the place, where we are, and an alarm."""
        state = self.desk.state
        keys = state.keys()
        right = view.heading()
        if not right and state.at.key in keys:
            right = self.t("app.step_of", n=keys.index(state.at.key) + 1, total=len(keys))
        alarm = self.t("app.not_saved") if self.desk.store.failed else ""
        return f"{state.scenario.title} · {state.about.place}", right, alarm

    def status(self) -> Status:
        """Say what was refused or what time it is; near the end, that agreements wait."""
        ends = say_time(self.desk.state.ends, self.t.language)
        quiet = Status(always=self.t("app.stops", time=ends), in_short=self.t("app.until", time=ends))
        if self.desk.problem is not None:
            return replace(quiet, said=self.desk.problem.say(self.t), urgent=True)
        left = self.minutes_left()
        if self.agreements_wait() and left is not None:
            return replace(quiet, said=self.t("app.agreements_wait", n=left), urgent=True)
        if self.timer is not None and self.timer.over and not self._timer_shown:
            return replace(quiet, said=self.t("app.timer.over_now"))
        if counting := self._counting():
            return replace(quiet, always=counting, in_short=counting)
        return quiet

    def _counting(self) -> str:
        """Say what is left of the minutes that the room was given, wherever the group is."""
        timer = self.timer
        if timer is None or timer.over or self._timer_shown:
            return ""
        return self.t("app.timer.stands" if timer.paused else "app.timer.left", left=timer.said())

    @property
    def _timer_shown(self) -> bool:
        return self.timer is not None and getattr(self.stage.view, "timer", None) is self.timer

    def stop_timer(self) -> None:
        """Take away the minutes that the room was given."""
        self.timer = None

    def minutes_left(self) -> int | None:
        """Give the minutes until the group stops, when that is within the protected time."""
        state = self.desk.state
        left = ends_at(state.about.day, state.about.starts, state.ends) - self.desk.now()
        if timedelta(0) <= left <= min(PROTECTED, timedelta(minutes=state.scenario.minutes / 6)):
            return round(left / timedelta(minutes=1))
        return None

    def agreements_key(self) -> str:
        """Give the first step that makes agreements; empty when there is none."""
        places = self.desk.state.places()
        return next((f"{use.id}/{step.id}" for use, step in places if step.kind == "agreements"), "")

    def agreements_wait(self) -> bool:
        """Tell whether the group has not come to its agreements yet."""
        key = self.agreements_key()
        return bool(key) and key not in self.desk.state.begun

    async def finish(self, said: str = "", *, for_good: bool = False) -> None:
        """Let go of the session and go home; say there what came up in the last save, and ``said``.

        ``for_good``: the group is done, and what is still being typed goes.
        """
        news = [problem.say(self.t) for problem in await self.close(for_good=for_good)]
        await self.home()
        self.tell(" ".join(each for each in [*news, said] if each))

    async def close(self, *, for_good: bool = False) -> list[Problem]:
        """Let go of the session; everything confirmed is on disk already, and what is being typed too.

        Give what came up just before and in the last save, which nobody has seen yet.
        """
        news = self._heard()
        await self._tick()
        self.stage.on_tick = None
        self.unconfirmed.keep()
        self.stage.on_typed = lambda: None
        refused = await self.desk.close(for_good=for_good)
        if self.on_closed is not None:
            on_closed, self.on_closed = self.on_closed, None
            await on_closed()
        return [*news, *self._heard(), *([refused] if refused else [])]

    def _heard(self) -> list[Problem]:
        """Take what came up in other threads since the last time."""
        return [self.heard.get() for _ in range(self.heard.qsize())]

    async def _tick(self) -> None:
        """Say what came up meanwhile, and let the time on the screen be true."""
        for problem in self._heard():
            self.desk.hear(problem)
            self.tell(problem.say(self.t))
        if self.timer is not None and self.timer.long_over:
            self.stop_timer()
        self.stage.refresh_bars()
