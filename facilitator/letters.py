"""Making the letter that tells what became of what was put forward, and keeping on which day that was."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facilitator.outputs import letter_ending, write
from facilitator.problems import Problem, Refused
from facilitator.session.commands import Outcome, set_result
from facilitator.session.events import JournalEntry
from facilitator.session.state import LETTERS, State
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


def write_letter(state: State, session: Path, t: Words, now: datetime, out: Path | None = None) -> Path:
    """Write the letter as a page beside the session, unless ``out`` says where; give where it is."""
    from facilitator.report import html
    from facilitator.report.feedback_letter import letter

    path = out or session.with_name(session.stem + letter_ending(t))
    return write(path, html.render(letter(state, t, now.date()), t))


def letter_of_session(
    session: Path, places: Places, t: Words, now: datetime, out: Path | None = None
) -> tuple[Path, State]:
    """Make the letter of a session file and keep its day; of a session that is open elsewhere no day is kept.

    Gives where it is, and the session. Raises Refused when the session cannot be read, or when the letter or
    its day cannot be kept.
    """
    from facilitator.kinds import kinds
    from facilitator.storage.session_finder import look_at
    from facilitator.storage.store import Store

    try:
        opened = Store.open(places, session, kinds(), today=now.date())
        return _made(opened, session, t, now, out)
    except NotSaved as failure:
        raise Refused(failure.problem) from failure
    except Refused as refused:
        if [problem.code for problem in refused.problems] != [IN_USE]:
            raise
    state, _ = look_at(places, session, kinds(), now.date())
    return write_letter(state, session, t, now, out), state


def _made(opened: Opened, session: Path, t: Words, now: datetime, out: Path | None) -> tuple[Path, State]:
    """Write the letter first, and then keep its day: a day without a letter would hide what is new."""
    store, state = opened.store, opened.history.state
    try:
        written = write_letter(state, session, t, now, out)
        outcome = made_today(state, now)
        if outcome and not isinstance(outcome, Problem):
            at, where = now.strftime("%Y-%m-%dT%H:%M:%S"), state.at.where
            action = JournalEntry(seq=store.next_seq, at=at, name="letter", where=where, events=list(outcome))
            store.append(action)
            state = opened.history.add(action).state
    finally:
        store.close(state, store.next_seq - 1, for_good=state.closing().finished)
    return written, state
