"""From a scenario to a session that has begun: what is asked beforehand, and what comes along from before."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facilitator import __version__
from facilitator.kinds import kinds
from facilitator.privacy import KEEP
from facilitator.problems import Refused
from facilitator.report.doubts import doubts_in_brief
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library
from facilitator.session.carry_over import carry_over
from facilitator.session.clock import days_on
from facilitator.session.history import History
from facilitator.session.state import About, State
from facilitator.storage.drafts import Drafts
from facilitator.storage.earlier_sessions import contact_of
from facilitator.storage.files import Files
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.session_finder import read_earlier
from facilitator.storage.session_list import SessionHeading, sessions
from facilitator.storage.store import Store
from facilitator.ui.app.blocks_view import ask_block
from facilitator.ui.app.preparation_view import Preparation, PreparationContext, PreparationView
from facilitator.ui.kit.draft_writer import DraftWriter

if TYPE_CHECKING:
    from facilitator.scenario.model import Scenario
    from facilitator.ui.app.app_context import AppContext
    from facilitator.ui.app.blocks_view import BlockShelf
    from facilitator.ui.app.programme_plan import TakeBlock

TYPED: Final = "preparation.json"
"""The drafts of sessions that were not begun; no session is called so."""


class NewSession:
    """Prepares one session, and begins it."""

    def __init__(
        self,
        context: AppContext,
        blocks: BlockShelf,
        home: Callable[[], Awaitable[None]],
        run_session: Callable[[Store, History], Awaitable[None]],
        look_over: Callable[[Scenario], Awaitable[None]],
    ) -> None:
        """``blocks``: what can be added to a programme; ``run_session``: goes on once there is a session;
        ``look_over``: looks over the room for a programme."""
        self.context = context
        self.blocks = blocks
        self.home = home
        self.run_session = run_session
        self.look_over = look_over
        self.stage = context.app.stage
        self.t = context.t
        self.places = context.places
        self.known: Sequence[SessionHeading] = ()
        """The sessions there are, newest first."""
        self.begun: Callable[[], None] = lambda: None
        """Called once what was typed is in a session."""

    async def prepare(self, path: Path, after: Path | None) -> None:
        """Ask what has to be settled; what cannot be read is said, and nothing is asked."""
        library = Library.of(path, self.places.scenarios)
        try:
            scenario = await asyncio.to_thread(load_scenario, path, library, kinds(), self.t.language)
        except Refused as refused:
            self.context.refuse(refused.problems[0])
            return
        earlier = await self._read(after) if after else None
        if after and earlier is None:
            return

        async def choose_block(take: TakeBlock) -> None:
            await ask_block(self.stage, self.t, self.blocks, scenario.language, take)

        self.known = await asyncio.to_thread(sessions, self.places)
        around = PreparationContext(
            now=self.context.now(),
            kinds=kinds(),
            sessions=self.known,
            begin=self._begin,
            back=self.home,
            look_over=self.look_over,
            read=self._read,
            choose_block=choose_block,
            typed=await asyncio.to_thread(self._typed),
        )
        view = PreparationView(self.t, scenario, around, earlier)
        await self.stage.put_view(view)
        self.stage.on_typed = view.beforehand.keep
        self.begun = view.beforehand.forget

    def _typed(self) -> DraftWriter:
        """Read what was typed for sessions that were not begun."""
        files = Files()
        with suppress(OSError):  # typing goes on without
            files.make_folder(self.places.drafts)
        return DraftWriter(Drafts(files, self.places.drafts / TYPED), self.context.writer.submit)

    async def _read(self, path: Path) -> State | None:
        """Read a session to follow, and say why it is to be doubted; None when it cannot be read."""
        try:
            earlier = await asyncio.to_thread(read_earlier, self.places, path, kinds())
        except Refused as refused:
            self.stage.tell(refused.problems[0].say(self.t))
            return None
        if known := doubts_in_brief(earlier, self.t):
            self.stage.tell(known)
        return earlier

    async def _begin(self, prepared: Preparation) -> None:
        """Make the session, safe on disk, and go to its first step."""
        state = self._first(prepared)
        try:
            begin = partial(Store.begin, self.places, state, kinds(), tell=self.context.hear)
            store = await asyncio.to_thread(begin)
        except NotSaved as failure:
            self.context.refuse(failure.problem)
            return
        self.begun()
        await self.run_session(store, History.from_state(state))

    def _contact(self, prepared: Preparation) -> str:
        """Give who can be called, as the session before said or else the newest of the neighbourhood."""
        before = prepared.earlier.contact if prepared.earlier else ""
        return before or contact_of(self.known, prepared.place)

    def _first(self, prepared: Preparation) -> State:
        """Give the state in which a session begins: as it was settled, with what comes along."""
        programme = prepared.programme
        about = About(
            id=self.context.new_id(),
            place=prepared.place,
            venue=prepared.venue,
            day=prepared.day,
            starts=prepared.starts,
            left_out=[use.id for use in programme.scenario.uses if use.id in programme.left_out],
            keep_until=days_on(prepared.day, KEEP),
            contact=self._contact(prepared),
            made_with=__version__,
        )
        state = State(about=about, scenario=programme.scenario, stops=programme.stops(prepared.starts))
        if prepared.earlier is None:
            return state
        carried = carry_over(prepared.earlier, kinds())
        return state.replace(registers=carried.registers, before=carried.before)
