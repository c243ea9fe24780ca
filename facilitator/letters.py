"""Making the letter that tells what became of what was put forward, and keeping on which day that was."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facilitator.orders import Order
from facilitator.outputs import MadeFiles, make, report_session
from facilitator.problems import Problem, Refused
from facilitator.session.commands import Outcome, set_result
from facilitator.session.events import JournalEntry
from facilitator.session.session_leaves import LETTERS
from facilitator.session.state import State
from facilitator.session_files import Source
from facilitator.storage.places import Places
from facilitator.storage.save_errors import NotSaved
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.storage.store import Opened

IN_USE: Final = "storage.in_use"


def made_today(state: State, now: datetime) -> Outcome:
    """Keep that a letter was made today; nothing where that is known."""
    from facilitator.kinds import kinds

    days = [day.isoformat() for day in state.letters()]
    today = now.date().isoformat()
    return [] if today in days else set_result(state, kinds(), LETTERS, "made", [*days, today])


def make_of_session(
    session: Path, places: Places, t: Words, now: datetime, order: Order, out: Path | None = None
) -> MadeFiles:
    """Make something of a session file; of the letter it is kept in the session on which day that was.

    Of a session that is open elsewhere no day is kept. Raises Refused when the session cannot be read, or
    when what is made or its day cannot be kept.
    """
    if order.product != "terugkoppeling":
        return report_session(session, places, t, now.date(), order, out)
    from facilitator.kinds import kinds
    from facilitator.storage.store import Store

    try:
        opened = Store.open(places, session, kinds(), today=now.date())
        return _made(opened, t, now, order, out)
    except NotSaved as failure:
        raise Refused(failure.problem) from failure
    except Refused as refused:
        if [problem.code for problem in refused.problems] != [IN_USE]:
            raise
    return report_session(session, places, t, now.date(), order, out)


def _made(opened: Opened, t: Words, now: datetime, order: Order, out: Path | None) -> MadeFiles:
    """Write the letter first, and then keep its day: a day without a letter would hide what is new."""
    store, state = opened.store, opened.history.state
    try:
        paths = make(Source(state, store.path), order, t, now.date(), out)
        outcome = made_today(state, now)
        if outcome and not isinstance(outcome, Problem):
            at, where = now.strftime("%Y-%m-%dT%H:%M:%S"), state.at.where
            action = JournalEntry(seq=store.next_seq, at=at, name="letter", where=where, events=list(outcome))
            store.append(action)
            state = opened.history.add(action).state
    finally:
        store.close(state, store.next_seq - 1, for_good=state.closing().finished)
    return MadeFiles(paths, state)
