"""What the app works with wherever it is: its screen, its words, its folders, the time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from queue import SimpleQueue
from typing import TYPE_CHECKING

from facilitator.entry_ids import new_id
from facilitator.problems import Problem
from facilitator.storage.places import Places
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.ui.app.app import FacilitatorApp


def _one_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="typed")


@dataclass(frozen=True)
class AppContext:
    """Shared by home, by the preparation of a session, and by the session that runs."""

    app: FacilitatorApp
    t: Words
    places: Places
    now: Callable[[], datetime] = datetime.now
    """Gives the room's own time, without a zone."""
    new_id: Callable[[], str] = new_id
    """Gives a name that nothing has yet."""
    heard: SimpleQueue[Problem] = field(default_factory=SimpleQueue)
    """What came up in other threads while saving; said at the next tick."""
    writer: ThreadPoolExecutor = field(default_factory=_one_thread)
    """Keeps what is typed before there is a session."""

    def hear(self, problem: Problem) -> None:
        """Take a problem from whatever thread met it."""
        self.heard.put(problem)

    def refuse(self, problem: Problem) -> None:
        """Say why something cannot be."""
        self.app.stage.tell(problem.brief(self.t))
