"""A session that runs: which view shows where the group is, and what a room needs in every step."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Final

from facilitator.session.commands import move, note, put
from facilitator.session.events import Action as Done
from facilitator.session.registers import Parked
from facilitator.session.state import CLOSING
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StepView, View
from facilitator.words.dates import say_time

if TYPE_CHECKING:
    from facilitator.ui.app.app import FacilitatorApp

PROTECTED: Final = timedelta(minutes=20)
"""The end of the evening that is kept for agreements; of a short programme a sixth."""


class Run:
    """Carries a session over the stage. It is the stage that views see."""

    def __init__(self, app: FacilitatorApp, desk: Desk, home: Callable[[], Awaitable[None]]) -> None:
        self.app = app
        self.desk = desk
        self.t = desk.t
        self.home = home
        self.stage = app.stage
        self.stage.common_actions = self.actions
        self.stage.bars = self.bars
        self.stage.status = self.status
        self.stage.on_tick = self._tick

    # -- where the group is

    async def start(self) -> None:
        """Show where the group is, or the first step of a new session."""
        key = self.desk.state.at.key
        if key == CLOSING or self.desk.state.find(key):
            await self._show(key)
        else:
            await self.go_to(self.desk.state.keys()[0])

    async def _show(self, key: str) -> None:
        await self.stage.put_view(self._view(key))

    def _view(self, key: str) -> View:
        found = self.desk.state.find(key)
        if found is None:
            from facilitator.ui.app.closing import ClosingView

            return ClosingView(self.desk, self)
        use, step = found
        make: Callable[..., StepView] = import_module(f"facilitator.steps.{step.kind}.view").VIEW
        return make(self.desk, self, use, step)

    async def go_to(self, key: str, page: str = "") -> None:
        """Go to a step, and to a page of it. A page of the step that is shown needs no new view."""
        same = self.desk.state.at.key == key and len(self.stage.views) == 1
        if not await self.desk.act("move", move(self.desk.state, key, page)):
            self.stage.refresh_bars()
        elif same and self.stage.views[0].shows(page):
            self.stage.refresh_view()
        else:
            await self._show(key)

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
        self, question: str, answer: Callable[[str], Awaitable[None]], value: str = ""
    ) -> None:
        await self.stage.ask_line(question, answer, value)

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

    def status(self) -> tuple[str, str, bool]:
        """Say what was refused or what time it is; near the end, that agreements wait."""
        state = self.desk.state
        stops = self.t("app.stops", time=say_time(state.ends, self.t.language))
        if self.desk.problem is not None:
            return self.desk.problem.say(self.t), stops, True
        left = self.minutes_left()
        if self._agreements_wait() and left is not None:
            return self.t("app.agreements_wait", n=left), stops, True
        return "", stops, False

    def minutes_left(self) -> int | None:
        """Give the minutes until the group stops, when that is within the protected time."""
        state = self.desk.state
        ends = datetime.combine(state.about.day, state.ends)
        left = ends - self.desk.now()
        if timedelta(0) <= left <= min(PROTECTED, timedelta(minutes=state.scenario.minutes / 6)):
            return round(left / timedelta(minutes=1))
        return None

    def _agreements_key(self) -> str:
        places = self.desk.state.places()
        return next((f"{use.id}/{step.id}" for use, step in places if step.kind == "agreements"), "")

    def _agreements_wait(self) -> bool:
        key = self._agreements_key()
        return bool(key) and key not in self.desk.state.begun

    # -- what a room needs in every step

    def actions(self) -> Sequence[Action]:
        """Give what can be done from everywhere."""
        panel = len(self.stage.views) > 1
        if panel:
            offered = [self._action("close", "escape", self.stage.close_panel, 9)]
            return offered if self._reading_help() else [*offered, self._action("help", "f1", self._help)]
        offered = [
            self._action("park", "p f3", self._park, 6),
            self._action("people", "w f2", self._people, 7),
            self._action("pairs", "t f4", self._pairs, 8),
            self._action("note", "n f5", self._note, 5),
            self._action("guide", "i f6", self._guide),
            self._action("programme", "g f7", self._programme),
            self._action("clock", "k f10", self._clock),
            self._action("parked", "l", self._parked),
            self._action("theme", "f9", self._theme),
            self._action("undo", "ctrl+z", self._undo),
            self._action("redo", "ctrl+y", self._redo),
            self._action("palette", "ctrl+p slash", self._palette),
            self._action("help", "f1 question_mark", self._help),
            self._action("home", "q", self._home),
            self._action("quit", "ctrl+q", self._quit),
        ]
        if self._agreements_wait():
            offered.append(self._action("agreements", "f8", self._to_agreements))
        return offered

    def _action(self, name: str, keys: str, run: Callable[[], Awaitable[None]], rank: int = 0) -> Action:
        return Action(name, tuple(keys.split()), run, "app", rank)

    def _reading_help(self) -> bool:
        return self.stage.view is not None and self.stage.view.name == "help"

    async def _to_agreements(self) -> None:
        await self.go_to(self._agreements_key())

    async def _park(self) -> None:
        async def keep(text: str) -> None:
            outcome = put(self.desk.state, "parked", self.desk.new_id(), Parked(text=text))
            if await self.desk.act("park", outcome):
                self.stage.tell(self.t("app.parked_now", n=len(self.desk.state.parked())))

        await self.stage.ask_line(self.t("app.ask.park"), keep)

    async def _note(self) -> None:
        view = self.stage.view
        about = view.about if isinstance(view, StepView) else ""
        key = self.desk.state.at.key

        async def keep(text: str) -> None:
            if await self.desk.act("note", note(self.desk.state, key, self.desk.new_id(), text, about)):
                self.stage.tell(self.t("app.noted"))

        await self.stage.ask_line(self.t("app.ask.note"), keep)

    async def _people(self) -> None:
        from facilitator.ui.app.panels import PeoplePanel

        await self.stage.open_panel(PeoplePanel(self.desk, self))

    async def _pairs(self) -> None:
        from facilitator.ui.app.panels import PairsPanel

        await self.stage.open_panel(PairsPanel(self.desk, self))

    async def _guide(self) -> None:
        from facilitator.ui.app.panels import GuidePanel

        await self.stage.open_panel(GuidePanel(self.desk, self))

    async def _programme(self) -> None:
        from facilitator.ui.app.programme import ProgrammePanel

        await self.stage.open_panel(ProgrammePanel(self.desk, self))

    async def _clock(self) -> None:
        from facilitator.ui.app.panels import ClockPanel

        await self.stage.open_panel(ClockPanel(self.desk, self))

    async def _parked(self) -> None:
        from facilitator.ui.app.parking import ParkingPanel

        await self.stage.open_panel(ParkingPanel(self.desk, self))

    async def _palette(self) -> None:
        from facilitator.ui.app.help import PalettePanel

        await self.stage.open_panel(PalettePanel(self.desk, self, self.stage.actions()))

    async def _help(self) -> None:
        from facilitator.ui.app.help import HelpView

        view = self.stage.view
        about = view.help_text() if view else ""
        await self.stage.open_panel(HelpView(self.t, self.stage.actions(), about, self.stage.close_panel))

    async def _theme(self) -> None:
        self.app.next_theme()

    async def _undo(self) -> None:
        await self._say_taken_back("undone", await self.desk.undo(), self.t("app.nothing_to_undo"))

    async def _redo(self) -> None:
        await self._say_taken_back("redone", await self.desk.redo(), self.t("app.nothing_to_redo"))

    async def _say_taken_back(self, word: str, action: Done | None, nothing: str) -> None:
        """Go to where it was done, and say what it was."""
        if action is None:
            self.stage.tell(nothing)
            return
        if action.where and action.where != self.desk.state.at.key:
            await self.go_to(action.where)
        else:
            self.stage.refresh_view()
        room, _, did = action.name.rpartition(".")
        name = f"{room or 'app'}.did.{did}"
        what = self.t(name) if self.t.has(name) else self.t("app.did.something")
        self.stage.tell(self.t(f"app.{word}", what=what))

    async def finish(self) -> None:
        """Let go of the session and go home."""
        await self._home()

    async def _home(self) -> None:
        await self.close()
        await self.home()

    async def _quit(self) -> None:
        self.app.leave()

    async def close(self) -> None:
        """Let go of the session; everything confirmed is on disk already."""
        await self._tick()
        self.stage.on_tick = None
        await self.desk.close()

    async def _tick(self) -> None:
        """Keep what is being typed, and let the time on the screen be true."""
        for view in self.stage.views:
            if view.draft_key:
                for field in view.fields():
                    await self.desk.keep_draft(f"{view.draft_key}/{field.name}", field.text)
        self.stage.refresh_bars()
