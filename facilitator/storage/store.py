"""A session that is open: the one thing that writes. Every method may be called from any thread."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Final

from facilitator.problems import Problem, Refused
from facilitator.scenario.model import Kinds
from facilitator.session.events import JournalEntry
from facilitator.session.file_seal import FileSeal
from facilitator.session.history import History
from facilitator.session.rounds import Round
from facilitator.session.state import State
from facilitator.storage.ballot_box import BallotBox, Boxes
from facilitator.storage.cleanup import tidy
from facilitator.storage.drafts import Drafts
from facilitator.storage.earlier_copies import Earlier
from facilitator.storage.files import Files
from facilitator.storage.frames import Header
from facilitator.storage.journal import Journal, can_be_read
from facilitator.storage.journal_writer import JournalWriter
from facilitator.storage.lock import Lock
from facilitator.storage.places import Places
from facilitator.storage.recovery import Ground
from facilitator.storage.relocations import note_move
from facilitator.storage.rescue import begin_again, drop_journals
from facilitator.storage.save_errors import NotSaved, cannot_begin, rescue_failed
from facilitator.storage.saver import Later, Saver, Tell, in_a_thread
from facilitator.storage.session_file import seal_in, write_text
from facilitator.storage.session_finder import claim, day_of, find_file, find_ground, find_state

OF_TABLES: Final = "tafels"
"""In the name of a file that was made of several."""


@dataclass(frozen=True)
class Opened:
    """A session that was opened, and what there is to say about it."""

    store: Store
    history: History
    news: Sequence[Problem]


class Store:
    """Keeps an open session safe: journal, session file, ballot boxes and drafts."""

    def __init__(
        self,
        places: Places,
        lock: Lock,
        journal: Journal,
        saver: Saver,
        files: Files,
        spare: Path,
        kinds: Kinds,
    ) -> None:
        """Hold what ``begin`` and ``open`` made; ``spare`` is where a rescue may have left a journal."""
        self._places = places
        self._lock = lock
        self._kinds = kinds
        self._saver = saver
        self._files = files
        self._busy = RLock()
        self._writing = JournalWriter(files, journal, self._busy, later=saver.later, tell=saver.tell)
        self._boxes = Boxes(files, places.ballots, tell=saver.tell)
        self._open = True
        self._spare = spare
        self.session = journal.header.session
        self.drafts = Drafts(files, places.drafts / f"{self.session}.json")

    @classmethod
    def begin(
        cls,
        places: Places,
        state: State,
        kinds: Kinds,
        *,
        files: Files | None = None,
        later: Later = in_a_thread,
        tell: Tell = lambda _: None,
    ) -> Store:
        """Begin a session: a journal and a first session file, both durable on return.

        ``tell`` hears of problems that come up in other threads. Raises NotSaved, and Refused when a session
        with this id is open.
        """
        files = files or Files()
        path = places.session_path(state.about.place, name_of(state), files.exists)
        header = Header(state.about.id, str(path), 0, write_text(state, 0))
        ground = Ground(header, History.from_state(state), path)
        lock = claim(files, places, places, state.about.id)
        if files.exists(places.journal(state.about.id)):
            lock.release()
            raise Refused(Problem("storage.in_use"))
        try:
            copies = Earlier(files, places.kept(state.about.id))
            saver = Saver(files, path, later=later, tell=tell, copies=copies)
            store = cls._on(ground, places, lock, files, saver, kinds)
            store.save_first(state)
        except BaseException:
            with suppress(OSError):
                files.remove(places.journal(state.about.id))
            lock.release()
            raise
        return store

    @classmethod
    def open(
        cls,
        places: Places,
        path_or_id: Path | str,
        kinds: Kinds,
        *,
        files: Files | None = None,
        later: Later = in_a_thread,
        tell: Tell = lambda _: None,
        today: date | None = None,
    ) -> Opened:
        """Open a session by its file or its id, with everything that was acknowledged before.

        ``today``: when a change by hand is seen; else the day of the disk. Raises Refused when it cannot be
        read or is open elsewhere, and NotSaved when there is no way to keep what will be entered.
        """
        files = files or Files()
        session, path = find_file(files, places, path_or_id)
        usual, places = places, find_state(files, places, session, path)
        lock = claim(files, places, usual, session)
        try:
            copies = Earlier(files, usual.kept(session))
            with cannot_begin(places):
                ground = find_ground(files, places, session, path, kinds, copies, today or day_of(files))
            ground = replace(ground, spare=usual.journal(session))
            saver = Saver(
                files, ground.path, ground.known, ground.saved, later=later, tell=tell, copies=copies
            )
            store = cls._on(ground, places, lock, files, saver, kinds)
        except BaseException:
            lock.release()
            raise
        _tidy_up(files, usual, places, ground)
        return Opened(store, ground.history, [*ground.news, *_up_to_date(store, ground)])

    def save_first(self, state: State) -> None:
        """Write the file of a session that begins. Raises NotSaved, and then its journal is closed."""
        try:
            with cannot_begin(self._places):
                self.save(state, 0)
        except BaseException:
            self._writing.stop()  # Windows takes no file away that is open
            raise

    @classmethod
    def _on(
        cls, ground: Ground, places: Places, lock: Lock, files: Files, saver: Saver, kinds: Kinds
    ) -> Store:
        path = places.journal(ground.header.session)
        with cannot_begin(places, own=True):
            journal = Journal(files, path, ground.header, ground.lines)
        return cls(places, lock, journal, saver, files, ground.spare or path, kinds)

    @property
    def path(self) -> Path:
        """The session file; another one after a conflict or a rescue."""
        return self._saver.path

    @property
    def journal_path(self) -> Path:
        """Where the journal stands; elsewhere after a rescue."""
        return self._writing.journal.path

    @property
    def next_seq(self) -> int:
        """The ``seq`` of the next action."""
        return self._writing.journal.last + 1

    @property
    def failed(self) -> Problem | None:
        """What went wrong with the journal; None when all is well.

        Nothing can be added until ``rescue``, or until the disk works again: that is tried every two seconds,
        and ``tell`` hears of it.
        """
        return self._writing.failed

    def append(self, action: JournalEntry) -> None:
        """Keep an action, durable on return. The box of a round that it closes or voids is then gone.

        Raises NotSaved, and from then on nothing can be appended until ``rescue`` or until the disk works
        again; ValueError when the action's ``seq`` is not ``next_seq``. An action that could not be read back
        is not kept, and that is all that happens then.
        """
        with self._busy:
            if self.failed is not None:
                raise NotSaved(self.failed)
            if not self._open or action.seq != self.next_seq:
                raise ValueError(f"action {action.seq} cannot follow {self.next_seq - 1}")
            if not can_be_read(action, self._kinds):  # a mistake elsewhere costs one entry, not the session
                raise NotSaved(Problem("storage.unkeepable"))
            self._writing.append(action)
            self._boxes.end(action.events)

    def save(self, state: State, seq: int) -> None:
        """Write the session file now, durable on return. Raises NotSaved."""
        self._saver.save(state, seq)

    def save_soon(self, state: State, seq: int) -> None:
        """Write the session file within two seconds, in a thread; a problem goes to ``tell``."""
        self._saver.save_soon(state, seq)

    def seal(self, state: State, seq: int) -> FileSeal:
        """Give by what the file is known in which this state stands, or will stand within two seconds."""
        return FileSeal.of(self.path, *seal_in(self._saver.text(state, seq)))

    def rescue(self, state: State, seq: int, folder: Path) -> Path:
        """Go on in another folder after a failed write: the whole session file there, and a fresh journal.

        The journal holds all that was acknowledged, so undo still works; where the app's own folder fails,
        it is kept in a folder ``.facilitator`` there. Gives the new session file. Raises NotSaved, and then
        everything is as before.
        """
        with self._busy, rescue_failed():
            path = Places(folder, folder).session_path(state.about.place, name_of(state), self._files.exists)
            saver = self._saver.elsewhere(path)
            saver.save(state, seq)
            with self._writing.moving():
                self._writing.go_on_in(begin_again(self._files, self._writing.journal, path, folder))
            self._saver.cancel()
            left, self._saver = self._saver.path, saver
            note_move(self._files, self._places, self.session, left, path)
            return path

    def close(self, state: State, seq: int, *, for_good: bool = False) -> None:
        """Write the session file a last time; then journal and lock go, and ``for_good`` also what was typed.

        Raises NotSaved, and then the session is still open.
        """
        with self._busy:
            self._saver.cancel()
            self._saver.save(state, seq)
            self._saver.keep_copy()
            self._writing.stop()  # Windows takes no file away that is open
            for stays in drop_journals(self._files, self._writing.journal, self._spare, self._kinds):
                self._saver.tell(stays)
            if for_good:
                self.drafts.clear()
            tidy(self._files, self._places, self.path)
            self.let_go()

    def let_go(self) -> None:
        """Stop here and leave the journal as it is: opening the session again brings everything back."""
        with self._busy:
            if not self._open:
                return
            self._open = False
            self._saver.cancel()
            self._writing.stop()
            self._lock.release()

    def box(self, vote: Round, points: int) -> BallotBox:
        """Give the ballot box of an open round; ``points`` of the scale. Raises NotSaved."""
        return self._boxes.box(vote, points)


def _tidy_up(files: Files, usual: Places, places: Places, ground: Ground) -> None:
    """Keep a copy of a file that somebody may have changed, and take away what need not stay."""
    if not ground.resumed:
        copies = Earlier(files, usual.kept(ground.header.session))
        copies.keep(ground.path, ground.header.base.encode(), now=True)
    tidy(files, usual)
    Boxes(files, places.ballots).clear(ground.history.state.rounds.values())


def _up_to_date(store: Store, ground: Ground) -> list[Problem]:
    """Write what came back to the session file; give what went wrong with that."""
    if ground.resumed:
        try:
            store.save(ground.history.state, store.next_seq - 1)
        except NotSaved as error:
            return [error.problem]
    return []


def name_of(state: State) -> str:
    """Give the name of a new session's file: its day and its scenario, and that it is of several tables."""
    of_tables = f"-{OF_TABLES}" if state.merged else ""
    return f"{state.about.day.isoformat()}-{state.scenario.id}{of_tables}"
