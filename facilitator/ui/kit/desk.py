"""The one way from an action on a screen to a state that is safe on disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from facilitator.letters import made_today
from facilitator.orders import Order
from facilitator.outputs import make, write_reports
from facilitator.problems import Problem
from facilitator.session.disclosure import spared
from facilitator.session.events import JournalEntry
from facilitator.session.history import History
from facilitator.session.rounds import Round
from facilitator.session.state import State
from facilitator.session_files import Source
from facilitator.storage.ballot_box import BallotBox
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.store import Store
from facilitator.ui.kit.draft_writer import DraftWriter
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.scenario.model import Kinds
    from facilitator.session.commands import Outcome

Result = TypeVar("Result")


@dataclass
class Surroundings:
    """What the world outside gives: the time, and names for new things."""

    now: Callable[[], datetime]
    new_id: Callable[[], str]


class Desk:
    """Holds a session that is open. Actions run one at a time; a view sees one only when it is on disk."""

    def __init__(self, t: Words, kinds: Kinds, store: Store, history: History, around: Surroundings) -> None:
        self.t = t
        self.kinds = kinds
        self.store = store
        self.history = history
        self.around = around
        self.problem: Problem | None = None
        """What the last action was refused for; shown until the next one."""
        self._let_go = False
        self._spared = (history.state, spared(history.state))
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._typed = DraftWriter(store.drafts, self._writer.submit)
        self._one_at_a_time = asyncio.Lock()

    @property
    def state(self) -> State:
        """The session as it may be shown: an older journal may hold what points at one person."""
        if self._spared[0] is not self.history.state:
            self._spared = (self.history.state, spared(self.history.state))
        return self._spared[1]

    def now(self) -> datetime:
        return self.around.now()

    def new_id(self) -> str:
        return self.around.new_id()

    async def write(self, work: Callable[..., Result], *arguments: object) -> Result:
        """Let the writer thread do something to the disk, after what was asked before.

        Raises what the work raises, and NotSaved when the session was let go meanwhile.
        """
        if self._let_go:
            raise NotSaved(Problem("kit.let_go"))
        return await asyncio.get_running_loop().run_in_executor(self._writer, lambda: work(*arguments))

    async def act(self, name: str, outcome: Outcome) -> bool:
        """Carry out a command. True when it is on disk; otherwise ``problem`` says why not."""
        if isinstance(outcome, Problem):
            self.problem = outcome
            return False
        self.problem = None
        if not outcome:
            return True
        return await self._append(name, where=self.state.at.where, events=list(outcome))

    async def undo(self) -> JournalEntry | None:
        """Take the last action back; give it, so that it can be said."""
        found = self.history.can_undo()
        if found and await self._append("undo", undo=found.seq):
            return found
        return None

    async def redo(self) -> JournalEntry | None:
        """Do again what was taken back last; give it, so that it can be said."""
        found = self.history.can_redo()
        if found and await self._append("redo", redo=found.seq):
            return found
        return None

    async def _append(self, name: str, **what: Any) -> bool:
        async with self._one_at_a_time:
            if self._let_go:
                return False
            at = self.now().strftime("%Y-%m-%dT%H:%M:%S")
            action = JournalEntry(seq=self.store.next_seq, at=at, name=name, **what)
            try:
                await self.write(self.store.append, action)
            except NotSaved as failure:
                self.problem = failure.problem
                return False
            self.history = self.history.add(action)
            self.store.save_soon(self.state, action.seq)
            return True

    def hear(self, news: Problem) -> None:
        """Take in what storage says by itself: when the disk works again, nothing is refused any more."""
        if news.code == "storage.saved_again":
            self.problem = None

    # -- ballots

    async def ballot_box(self, of: Round) -> BallotBox:
        """Open the box of a round; it outlives a crash."""
        return await self.write(self.store.box, of, len(self.state.scenario.scale.points))

    # -- text that is being typed

    def draft(self, key: str) -> str:
        """Give what was typed there and not confirmed, now or before the app stopped."""
        return self._typed.get(key)

    def drafts(self) -> dict[str, str]:
        """Give all that was typed and not confirmed, the last one last."""
        return self._typed.all()

    def keep_drafts(self, texts: Mapping[str, str]) -> None:
        """Let text that is being typed be kept, without waiting for it; an empty one is forgotten."""
        if not self._let_go:
            self._typed.keep(texts)

    # -- what goes out

    async def write_reports(self) -> Path:
        """Write the message and the report; give where the report is."""
        return await self.write(self._write_reports, self.state, self.store.next_seq - 1)

    def _write_reports(self, state: State, seq: int) -> Path:
        return write_reports(self._source(state, seq), self.t, self.now().date())

    async def make(self, order: Order) -> list[Path]:
        """Make something of the session; give where it is. Of a letter it is kept on which day it was made.

        Raises Refused.
        """
        state = self.state
        paths = await self.write(self._make, state, self.store.next_seq - 1, order)
        if order.product == "terugkoppeling":
            await self.act("letter", made_today(state, self.now()))
        return paths

    def _make(self, state: State, seq: int, order: Order) -> list[Path]:
        return make(self._source(state, seq), order, self.t, self.now().date())

    def _source(self, state: State, seq: int) -> Source:
        return Source(state, self.store.path, self.store.seal(state, seq))

    async def rescue(self, folder: Path) -> Path | None:
        """Save the whole session in another folder and go on from there; give the file, or None."""
        try:
            path = await self.write(self.store.rescue, self.state, self.store.next_seq - 1, folder)
        except NotSaved as failure:
            self.problem = failure.problem
            return None
        self.problem = None
        return path

    # -- leaving

    async def close(self, *, for_good: bool = False) -> Problem | None:
        """Write the last session file and let go of the session; give why the file could not be written.

        ``for_good``: the group is done, and what is still being typed goes.
        """
        async with self._one_at_a_time:
            if self._let_go:
                return None
            refused = None
            try:
                await self.write(
                    partial(self.store.close, for_good=for_good), self.state, self.store.next_seq - 1
                )
            except NotSaved as failure:
                refused = failure.problem
                await self.write(self.store.let_go)
            self._let_go = True
            self._writer.shutdown(wait=True)
            return refused
