"""From home to a session and back: choosing, preparing, beginning, going on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.entry_ids import new_id
from facilitator.folders import UNSEEN
from facilitator.problems import Problem, Refused
from facilitator.scenario.library import built_in, headings
from facilitator.storage.places import Places
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.session_list import SHOWN, find_sessions
from facilitator.ui.app.app_context import AppContext
from facilitator.ui.app.bars import Status
from facilitator.ui.app.home_view import HomeActions, HomeContent, HomeView
from facilitator.ui.kit.actions import Action
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.orders import Order
    from facilitator.scenario.model import Scenario
    from facilitator.session.history import History
    from facilitator.storage.room_note import Left
    from facilitator.storage.session_list import SessionHeading
    from facilitator.storage.store import Store
    from facilitator.traces import Forgotten, Traces
    from facilitator.ui.app.app import FacilitatorApp
    from facilitator.ui.app.blocks_view import BlockShelf
    from facilitator.ui.app.session_controller import SessionController


class SessionLauncher:
    """The way into a session and out of it again."""

    def __init__(
        self,
        app: FacilitatorApp,
        t: Words,
        places: Places,
        *,
        now: Callable[[], datetime] = datetime.now,
        new_id: Callable[[], str] = new_id,
    ) -> None:
        self.context = AppContext(app, t, places, now, new_id)
        self.app = app
        self.t = t
        self.places = places
        self.now = now
        self.run: SessionController | None = None
        self.unsaid: list[Problem] = []
        """What came up while the app was left, when there was no screen any more to say it on."""
        app.on_leave = self._leave

    @property
    def own_scenarios(self) -> Path:
        return self.places.scenarios

    @property
    def blocks(self) -> BlockShelf:
        """The blocks that can be added to a programme."""
        from facilitator.kinds import kinds
        from facilitator.ui.app.blocks_view import BlockShelf

        return BlockShelf(self.own_scenarios, kinds())

    # -- home

    async def home(self) -> None:
        """Show what there is to begin and to go on with."""
        self.run = None
        stage = self.app.stage
        shelf = await asyncio.to_thread(self._shelf)
        doors = HomeActions(
            self.prepare,
            self.resume,
            self._print,
            self._report,
            self._compare,
            self._ask_to_forget,
            self._forget,
            self._quit,
            self.look_over,
        )
        stage.common_actions = self._actions
        stage.bars = lambda view: ("facilitator", view.heading(), "")
        stage.status = Status
        stage.on_tick = None
        stage.on_typed = lambda: None
        await stage.put_view(HomeView(self.t, shelf, doors, self.now().date()))

    def _shelf(self) -> HomeContent:
        from facilitator.storage.ended_rounds import clear_ended_rounds
        from facilitator.storage.room_note import read_room_note

        clear_ended_rounds(self.places)
        built, problems = headings(built_in(), self.t.language)
        mine, more = headings(self.own_scenarios, self.t.language, own=True)
        listed = find_sessions(self.places, SHOWN)
        if listed.problems:  # the folder of the scenarios is one of those that were looked at
            more = [problem for problem in more if problem.code != UNSEEN]
        room = read_room_note(self.places, self.now())
        return HomeContent([*built, *mine], listed.sessions, [*problems, *more], listed.problems, room)

    async def look_over(self, texts: Sequence[str] = ()) -> None:
        """Look over the room; ``texts``: what does not fit its screen with the largest letters."""
        from facilitator.storage.letters_note import keep_seen
        from facilitator.storage.room_note import keep_room_note
        from facilitator.ui.app.letters_question import LettersQuestion
        from facilitator.ui.app.room_check_view import RoomCheckView

        stage = self.app.stage
        at_home = len(stage.views) == 1 and isinstance(stage.view, HomeView)

        async def close() -> None:
            await (self.home() if at_home else stage.close_panel())

        def keep(left: Sequence[Left]) -> None:
            keep_room_note(self.places, left, self.now())

        def keep_answer(terminal: str, seen: bool) -> None:  # noqa: FBT001
            keep_seen(self.places, terminal, seen=seen)

        letters = LettersQuestion(self.app.letters, keep_answer, stage.fit)
        await stage.open_panel(RoomCheckView(self.t, texts, letters, keep, close))

    async def _look_over_for(self, scenario: Scenario) -> None:
        """Look over the room for a programme, with the steps whose texts scroll there."""
        from facilitator.kinds import kinds
        from facilitator.scenario.authoring.trial import tight_texts

        await self.look_over(list(dict.fromkeys(tight.title for tight in tight_texts(scenario, kinds()))))

    def _actions(self) -> list[Action]:
        stage = self.app.stage
        leave = Action("quit", ("ctrl+q",), self._quit, "app", 0)
        theme = Action("theme", ("f9",), self._theme, "app", 0)
        if len(stage.views) == 1:
            return [Action("help", ("f1", "question_mark"), self._help, "app", 0), theme, leave]
        reading = stage.view is not None and stage.view.name == "help"
        return [leave] if reading else [leave, theme, Action("help", ("f1",), self._help, "app", 0)]

    async def _theme(self) -> None:
        self.app.next_theme()

    async def _quit(self) -> None:
        self.app.leave()

    async def _help(self) -> None:
        from facilitator.ui.app.help_view import HelpView

        stage = self.app.stage
        about = stage.view.help_text() if stage.view else ""
        await stage.open_panel(HelpView(self.t, stage.actions(), about, stage.close_panel))

    async def _print(self, path: Path) -> None:
        from facilitator.ui.app.print_panel import ask_what_to_print

        await ask_what_to_print(self.context, path)

    async def _report(self, path: Path) -> None:
        """Let choose what is made of a session."""
        from facilitator.ui.app.report_panel import ReportPanel

        stage = self.app.stage
        await stage.open_panel(ReportPanel(self.t, partial(self._make_of, path), stage.close_panel))

    async def _compare(self, headings: Sequence[SessionHeading], path: Path) -> None:
        from facilitator.ui.app.comparison_panel import ask_what_to_compare

        await ask_what_to_compare(self.context, headings, path)

    async def _make_of(self, path: Path, order: Order) -> None:
        from facilitator.letters import make_of_session
        from facilitator.report.doubts import doubts_in_brief

        def make() -> tuple[Path, str]:
            made = make_of_session(path, self.places, self.t, self.now(), order)
            where = made.paths[0] if len(made.paths) == 1 else made.paths[0].parent
            return where, doubts_in_brief(made.state, self.t)

        await self._make("app.home.reported", make)

    async def _ask_to_forget(self, path: Path) -> bool:
        """Say how much would go of a session, and how to say yes."""
        from facilitator.traces import find_traces

        try:
            traces = await asyncio.to_thread(find_traces, self.places, path)
        except Refused as refused:
            self.context.refuse(refused.problems[0])
            return False
        self.app.stage.tell(_what_would_go(traces, self.t))
        return True

    async def _forget(self, path: Path) -> None:
        """Take a session away with all that belongs to it, and say what went and what stays."""
        from facilitator.traces import find_traces, forget

        try:
            done = await asyncio.to_thread(lambda: forget(self.places, find_traces(self.places, path)))
        except Refused as refused:
            self.context.refuse(refused.problems[0])
            return
        await self.home()
        self.app.stage.tell(_what_went(done, self.t))

    async def _make(self, said: str, make: Callable[[], tuple[Path, str]]) -> None:
        """Make a file, and say where it is, after what there is to know of it."""
        try:
            made, known = await asyncio.to_thread(make)
        except Refused as refused:
            self.context.refuse(refused.problems[0])
        else:
            self.app.stage.tell(f"{known} {self.t(said, path=made)}".strip())

    # -- beginning and going on

    async def prepare(self, path: Path, after: Path | None = None) -> None:
        """Ask what has to be settled before the group comes in; ``after``: the session that it follows."""
        from facilitator.ui.app.new_session import NewSession

        new = NewSession(self.context, self.blocks, self.home, self.run_session, self._look_over_for)
        await new.prepare(path, after)

    async def resume(self, path: Path) -> None:
        """Go on with a session, and say what was recovered."""
        from facilitator.kinds import kinds
        from facilitator.report.doubts import doubts_in_brief
        from facilitator.storage.store import Store

        try:
            opened = await asyncio.to_thread(
                partial(
                    Store.open, self.places, path, kinds(), tell=self.context.hear, today=self.now().date()
                )
            )
        except (Refused, NotSaved) as refused:
            self.context.refuse(refused.problem if isinstance(refused, NotSaved) else refused.problems[0])
            return
        await self.run_session(opened.store, opened.history)
        said = [problem.say(self.t) for problem in opened.news]
        said.append(doubts_in_brief(opened.history.state, self.t, known=True))
        if any(said):
            self.app.stage.tell(" ".join(said).strip())

    async def run_session(self, store: Store, history: History) -> None:
        """Go to where the group of an open session is."""
        from facilitator.kinds import kinds
        from facilitator.ui.app.global_actions import start_session
        from facilitator.ui.app.notes_listener import listen
        from facilitator.ui.app.session_controller import SessionController
        from facilitator.ui.kit.desk import Desk, Surroundings

        desk = Desk(self.t, kinds(), store, history, Surroundings(self.now, self.context.new_id))
        self.run = SessionController(self.app, desk, self.home, self.context.heard, self.blocks)
        await start_session(self.run)
        listen(self.app, self.run, self.places)

    async def _leave(self) -> None:
        if self.run is not None:
            self.unsaid = await self.run.close()
        self.app.stage.on_typed = lambda: None
        await asyncio.to_thread(self.context.writer.shutdown)


def _what_would_go(traces: Traces, t: Words) -> str:
    """Say how much would go of a session, and how to say yes."""
    about, path = traces.heading, traces.heading.path
    name = ", ".join(word for word in (about.place, about.title) if word) or path.name
    others = t("app.home.forget_others") + " " if traces.others else ""
    return others + t("app.home.forget", name=name, n=len(traces.files))


def _what_went(done: Forgotten, t: Words) -> str:
    """Say how much of a session went, and what the disk keeps."""
    said = [t("app.home.forgotten", n=len(done.removed))]
    said += [t("app.home.stays", name=left.name, why=why.say(t)) for left, why in done.left]
    return " ".join(said)
