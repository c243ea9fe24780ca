"""What a room needs in every step: people coming and going, parking, notes, time, help, taking back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Final

from facilitator.folders import typed
from facilitator.session.commands import note, put
from facilitator.session.events import JournalEntry
from facilitator.session.registers import Parked
from facilitator.ui.app.remote import turn
from facilitator.ui.app.room_timer import RoomTimer
from facilitator.ui.app.session_controller import SessionController
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.line_request import LineRequest
from facilitator.ui.kit.step_view import StepView

IN_PAIRS: Final = 2
"""Minutes that two people talk."""
CALM_KEYS: Final = "full_stop b ctrl+b"
"""What a presenter's remote sends for a dark screen, and what works while someone types."""
CALM_BESIDE_B: Final = "full_stop ctrl+b"
"""The same where ``b`` means something else."""


async def start_session(run: SessionController) -> None:
    """Show where the group of a session is, with what a room needs in every step one key away."""
    room = GlobalActions(run)
    run.stage.common_actions = room.actions
    await run.start(room.lines_asked())


class GlobalActions:
    """The actions that are one key away from everywhere in a session."""

    def __init__(self, run: SessionController) -> None:
        self.run = run
        self.desk = run.desk
        self.stage = run.stage
        self.t = run.t
        self.picture = "nothing"
        """What the calm wall showed the last time."""

    def actions(self) -> Sequence[Action]:
        """Give what can be done from everywhere."""
        panel = len(self.stage.views) > 1
        if panel:
            offered = [
                self._action("close", "escape", self.stage.close_panel, 9),
                self._action("quit", "ctrl+q", self._quit),
                self._action("calm", self._calm_keys, self._calm),
            ]
            return offered if self._reading_help() else [*offered, self._action("help", "f1", self._help)]
        offered = [
            self._action("park", "p f3", self._park, 5),
            self._action("people", "w f2", self._people, 7),
            self._action("pairs", "t f4", self._pairs, 8),
            self._action("note", "n ctrl+n", self._note, 6),
            self._action("note_twice", "f5", self._note_twice),
            self._action("together" if self.desk.state.scenario.alone else "guide", "i f6", self._guide),
            self._action("programme", "g f7", self._programme),
            self._action("agenda", "m", self._agenda),
            self._action("results", "u", self._results),
            self._action("clock", "k f10", self._clock),
            self._action("parked", "l", self._parked),
            self._action("important", "d", self._important),
            self._action("calm", self._calm_keys, self._calm),
            self._action("theme", "f9", self._theme),
            self._action("undo", "ctrl+z", self._undo),
            self._action("redo", "ctrl+y", self._redo),
            self._action("turn_on", "pagedown", partial(turn, self.stage, 1)),
            self._action("turn_back", "pageup", partial(turn, self.stage, -1)),
            self._action("palette", "ctrl+p slash", self._palette),
            self._action("help", "f1 question_mark", self._help),
            self._action("home", "q", self.run.finish),
            self._action("quit", "ctrl+q", self._quit),
        ]
        if self.desk.store.failed:
            offered.insert(0, self._action("rescue", "f12", self._rescue, 1))
        if self.run.agreements_wait():
            offered.append(self._action("agreements", "f8", self._to_agreements))
        return offered

    def _action(self, name: str, keys: str, run: Callable[[], Awaitable[None]], rank: int = 0) -> Action:
        return Action(name, tuple(keys.split()), run, "app", rank)

    @property
    def _calm_keys(self) -> str:
        view = self.stage.view
        return CALM_BESIDE_B if view is not None and view.b_is_own else CALM_KEYS

    def _reading_help(self) -> bool:
        return self.stage.view is not None and self.stage.view.name == "help"

    async def _to_agreements(self) -> None:
        await self.run.go_to(self.run.agreements_key())

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        """Give what can be asked for under the screen from everywhere, as ``DeskView.lines_asked``."""
        return {
            "park": lambda _: self._park(),
            "note": self._note_again,
            "parked_who": lambda name: self._ask_of_parked("parked_who", name),
            "parked_when": lambda name: self._ask_of_parked("parked_when", name),
        }

    async def _park(self) -> None:
        async def keep(text: str) -> bool:
            outcome = put(self.desk.state, "parked", self.desk.new_id(), Parked(text=text))
            kept = await self.desk.act("park", outcome)
            if kept:
                self.stage.tell(self.t("app.parked_now", n=len(self.desk.state.parked())))
            return kept

        await self.run.ask_line(LineRequest("", "park"), self.t("app.ask.park"), keep)

    async def _ask_of_parked(self, asked: str, name: str) -> None:
        """Ask again who comes back to a parked line, or when."""
        from facilitator.ui.app.parking_panel import ParkingPanel

        if name in self.desk.state.parked():
            panel = ParkingPanel(self.desk, self.run)
            await self.stage.open_panel(panel)
            await panel.lines_asked()[asked](name)

    async def _note(self) -> None:
        view = self.stage.view
        await self._ask_note(self.desk.state.at.key, view.about if isinstance(view, StepView) else "")

    async def _note_twice(self) -> None:
        """Ask for a note at the second F5 in a row: the first may be a presenter's remote that begins."""
        if self.stage.key_before == "f5":
            await self._note()
        else:
            self.stage.tell(self.t("app.note_twice"))

    async def _calm(self) -> None:
        """Hide the screen; what was shown the last time is shown again."""
        from facilitator.ui.app.calm_wall import CalmWall

        def keep(picture: str) -> None:
            self.picture = picture

        wall = CalmWall(self.desk, self.run, self.stage.views[0], self.picture, keep)
        await self.stage.open_panel(wall)

    async def _ask_note(self, key: str, about: str) -> None:
        async def keep(text: str) -> bool:
            kept = await self.desk.act("note", note(self.desk.state, key, self.desk.new_id(), text, about))
            if kept:
                self.stage.tell(self.t("app.noted", text=text))
            return kept

        await self.run.ask_line(LineRequest("", "note", f"{key} {about}"), self.t("app.ask.note"), keep)

    async def _note_again(self, subject: str) -> None:
        """Ask again for a note about the step where the group is, whatever of it is pointed at now."""
        key, _, about = subject.partition(" ")
        if key == self.desk.state.at.key:
            await self._ask_note(key, about)

    async def _people(self) -> None:
        from facilitator.ui.app.panels import PeoplePanel

        await self.stage.open_panel(PeoplePanel(self.desk, self.run))

    async def _pairs(self) -> None:
        """Show the minutes that run; where none do, begin with two for pairs."""
        timer = self.run.timer
        if timer is None or timer.over:
            await self._count("pairs", IN_PAIRS)
        else:
            await self._show_timer(timer)

    async def _count(self, what: str, minutes: int) -> None:
        """Give the room so many minutes for something."""
        self.run.timer = RoomTimer(self.desk.now, minutes, what)
        await self._show_timer(self.run.timer)

    async def _show_timer(self, timer: RoomTimer) -> None:
        from facilitator.ui.app.timer_panel import TimerPanel

        await self.stage.open_panel(TimerPanel(self.desk, self.run, timer, self.run.stop_timer))

    async def _important(self) -> None:
        from facilitator.ui.app.panels import ImportantPanel

        await self.stage.open_panel(ImportantPanel(self.desk, self.run, self._park, self._count))

    async def _rescue(self) -> None:
        """Save the whole session in another folder when the usual one fails."""

        async def keep(folder: str) -> bool:
            path = await self.desk.rescue(typed(folder))
            self.stage.tell(self.t("app.rescued", path=path) if path else self.t("app.not_rescued"))
            return path is not None

        await self.run.ask_line(None, self.t("app.ask.rescue"), keep, str(typed("~")))

    async def _guide(self) -> None:
        from facilitator.ui.app.panels import GuidePanel, TogetherPanel

        make = TogetherPanel if self.desk.state.scenario.alone else GuidePanel
        await self.stage.open_panel(make(self.desk, self.run))

    async def _programme(self) -> None:
        from facilitator.ui.app.programme_panel import ProgrammePanel

        await self.stage.open_panel(ProgrammePanel(self.desk, self.run, self.run.blocks))

    async def _agenda(self) -> None:
        from facilitator.ui.app.agenda_panel import AgendaPanel

        await self.stage.open_panel(AgendaPanel(self.desk, self.run))

    async def _results(self) -> None:
        """Show a result again; of several one is chosen first."""
        from facilitator.ui.app.result_again import Replay, ResultsPanel, shown_before

        shown = shown_before(self.desk, self.run)
        if not shown:
            self.stage.tell(self.t("app.results.nothing"))
        elif len(shown) == 1:
            await Replay(self.run, shown[0]).open()
        else:
            await self.stage.open_panel(ResultsPanel(self.desk, self.run, shown))

    async def _clock(self) -> None:
        from facilitator.ui.app.panels import ClockPanel

        await self.stage.open_panel(ClockPanel(self.desk, self.run))

    async def _parked(self) -> None:
        from facilitator.ui.app.parking_panel import ParkingPanel

        await self.stage.open_panel(ParkingPanel(self.desk, self.run))

    async def _palette(self) -> None:
        from facilitator.ui.app.help_view import PalettePanel

        await self.stage.open_panel(PalettePanel(self.desk, self.run, self.stage.actions()))

    async def _help(self) -> None:
        from facilitator.ui.app.help_view import HelpView

        view = self.stage.view
        about = view.help_text() if view else ""
        await self.stage.open_panel(HelpView(self.t, self.stage.actions(), about, self.stage.close_panel))

    async def _theme(self) -> None:
        self.run.app.next_theme()

    async def _undo(self) -> None:
        await self._say_taken_back("undone", await self.desk.undo(), self.t("app.nothing_to_undo"))

    async def _redo(self) -> None:
        await self._say_taken_back("redone", await self.desk.redo(), self.t("app.nothing_to_redo"))

    async def _say_taken_back(self, word: str, action: JournalEntry | None, nothing: str) -> None:
        """Go to where it was done, and say what it was."""
        if action is None:
            self.stage.tell(nothing)
            return
        key, _, page = action.where.partition(" ")
        if key and key != self.desk.state.at.key:
            await self.run.go_to(key, page)
        else:
            await self.run.show_here()
        room, _, did = action.name.rpartition(".")
        name = f"{room or 'app'}.did.{did}"
        what = self.t(name) if self.t.has(name) else self.t("app.did.something")
        self.stage.tell(self.t(f"app.{word}", what=what))

    async def _quit(self) -> None:
        self.run.app.leave()
