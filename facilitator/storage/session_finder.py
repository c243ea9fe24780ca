"""Finding what belongs to a session that is to be opened: its id, its file, its journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Final

from facilitator.problems import Place, Problem, Refused
from facilitator.reasons import why
from facilitator.scenario.model import Kinds
from facilitator.session.disclosure import for_outside
from facilitator.session.file_seal import FileSeal
from facilitator.session.state import State
from facilitator.storage.conflicts import stands_beside
from facilitator.storage.earlier_copies import Earlier, find_earlier
from facilitator.storage.files import Files, put_aside
from facilitator.storage.frames import Header
from facilitator.storage.journal import keep_aside, read_journal
from facilitator.storage.lock import Lock
from facilitator.storage.places import Places
from facilitator.storage.recovery import Ground, from_earlier, from_file, from_journal, with_later
from facilitator.storage.rescue import rescued_places
from facilitator.storage.save_errors import cannot_begin
from facilitator.storage.session_file import LARGEST, read_bytes, seal_in, write_text
from facilitator.storage.session_list import file_of_session, find_journals, is_id, read_heading


def find_file(files: Files, places: Places, path_or_id: Path | str) -> tuple[str, Path | None]:
    """Give the id of a session and the file that was named, if one was. Raises Refused.

    A file too damaged to say its id is known by the journal that names it.
    """
    if isinstance(path_or_id, str):
        if not is_id(path_or_id):
            raise Refused(Problem("storage.no_session"))
        return path_or_id, None
    path = path_or_id.absolute()
    heading = read_heading(path, files)
    if heading.id:
        return heading.id, path
    for state in _states(places, path):
        for header in find_journals(state, files):
            if Path(header.file) in {path, stands_beside(path)}:
                return header.session, path
        if session := find_earlier(files, state, path):
            return session, path
    raise Refused(heading.problem or Problem("storage.no_session", {}, Place(str(path))))


def day_of(files: Files) -> date:
    """Give the day of today, by the clock of the disk."""
    return datetime.fromtimestamp(files.now(), UTC).astimezone().date()


def find_state(files: Files, places: Places, session: str, path: Path | None) -> Places:
    """Give the places where the journal of a session is: those of a rescue, or the usual ones."""
    if path is None:
        return places
    return next((state for state in _states(places, path) if files.exists(state.journal(session))), places)


def _states(places: Places, path: Path) -> Iterator[Places]:
    yield from (rescued_places(folder) for folder in list(path.parents)[:2])
    yield places


def claim(files: Files, places: Places, usual: Places, session: str) -> Lock:
    """Claim a session by the lock in the usual place, or where its journal is when that fails."""
    with cannot_begin(places, own=True):
        files.make_folder(places.drafts)
        files.make_folder(places.journals)
        try:
            return files.lock(usual.lock(session))
        except OSError:
            return files.lock(places.lock(session))


def find_ground(
    files: Files,
    places: Places,
    session: str,
    path: Path | None,
    kinds: Kinds,
    copies: Earlier,
    today: date,
) -> Ground:
    """Give what a session goes on from. Raises Refused, and OSError when something cannot be kept aside."""
    from_file = partial(_from_file, files, session=session, kinds=kinds, copies=copies, today=today)
    journal = places.journal(session)
    try:
        read = read_journal(files, journal, kinds)
    except FileNotFoundError:
        return from_file(path or file_of_session(places, session, files))
    except OSError as error:  # perhaps for a moment only: nothing is put aside
        raise Refused(Problem("storage.unreadable", {"why": why(error)}, Place(str(journal)))) from error
    if read.newer:
        raise Refused(Problem("storage.newer", {}, Place(str(journal))))
    header = read.header
    if header is None or header.session != session:
        ground = from_file(path or file_of_session(places, session, files), torn=True)
        ground = with_later(ground, read.after if header is None else [], kinds)
        kept = put_aside(files, journal)
        told = Problem("storage.journal_damaged", {"name": kept.name}, severity="warning")
        return replace(ground, news=[*ground.news, told])
    there = Path(header.file)
    if path is not None and stands_beside(path) == there:
        path = there  # it was written there because of someone else's file; the journal knows
    if path is not None and path != there and files.exists(there):
        raise Refused(Problem("storage.other_file", {"path": header.file}, Place(str(path))))
    ground = from_journal(files, path or there, read, header, kinds, today)
    if path is not None and path != there and ground.resumed:
        ground = replace(ground, header=replace(ground.header, file=str(path)))
    if ground.lost is None:
        return ground
    kept = keep_aside(files, journal, ground.lost)
    told = Problem("storage.torn", {"name": kept.name}, severity="warning")
    return replace(ground, news=[*ground.news, told])


_LEFT_ALONE: Final = frozenset({"storage.newer", "storage.unreadable", "storage.too_large", "storage.link"})
"""Files with which nothing is wrong, as far as anyone knows."""


def _from_file(
    files: Files,
    path: Path | None,
    *,
    session: str,
    kinds: Kinds,
    copies: Earlier,
    today: date,
    torn: bool = False,
) -> Ground:
    """Begin from a file, or from a copy of it when it is damaged. ``torn``: its journal is damaged as well.

    A mistake made by hand is told, and the file left as it is, as long as nothing else is damaged.
    """
    refused = Refused(Problem("storage.no_session"))
    try:
        if path is not None:
            return from_file(files, path, kinds, copies, today)
    except Refused as error:
        refused = error
    code = refused.problems[0].code
    if code not in _LEFT_ALONE and (torn or _is_damaged(files, path)):
        ground = from_earlier(files, copies, session, path, kinds)
        if ground is not None:
            return ground
    raise refused


def _is_damaged(files: Files, path: Path | None) -> bool:
    """Tell whether a file is not as anyone can have meant it: nothing is in it, or its end is not there."""
    if path is None:
        return False
    try:
        return b"\n[end]" not in files.read(path, LARGEST)
    except OSError:
        return False


class _ReadOnlyFiles(Files):
    """A disk that is looked at: what would be put aside stays where it is."""

    def replace(self, source: Path, target: Path) -> None:
        """Leave a damaged file under its own name."""

    def sync_folder(self, folder: Path) -> None:
        """Leave a folder as it is."""


@dataclass(frozen=True)
class SeenSession:
    """A session that was looked at."""

    state: State
    news: list[Problem]
    """What there is to say about it."""
    seal: FileSeal
    """By what the version of its file is known; of one that is open that which is written next."""


def see(places: Places, path: Path, kinds: Kinds, today: date | None = None) -> SeenSession:
    """Give a session as it stands, with what only its journal here knows.

    ``today``: the day on which a change by hand is seen; without one the day of the disk. Changes nothing on
    disk. Raises Refused.
    """
    files = _ReadOnlyFiles()
    today = today or day_of(files)
    path = path.absolute()
    session, _ = find_file(files, places, path)
    try:
        read = read_journal(files, find_state(files, places, session, path).journal(session), kinds)
        header = read.header
    except OSError:
        header = None
    if header is None or not _belongs(header, session, path, files):
        ground = from_file(files, path, kinds, Earlier(files, places.kept(session)), today)
        seal = seal_in(read_bytes(files, path).decode("utf-8-sig").replace("\r\n", "\n"))
    else:
        ground = from_journal(files, path, read, header, kinds, today)
        state, seq = ground.history.state, ground.header.seq + len(ground.lines)
        seal = seal_in(write_text(for_outside(state), seq))
    whole = _UNSEALED.isdisjoint(new.code for new in ground.news)
    known = FileSeal.of(path, *seal) if whole else FileSeal.of(path, seal[0])
    return SeenSession(ground.history.state, ground.news, known)


_UNSEALED: Final = frozenset({"storage.hand_edit", "storage.no_end"})

"""What is said of a file that was changed by hand, so that no seal fits it."""


def look_at(
    places: Places, path: Path, kinds: Kinds, today: date | None = None
) -> tuple[State, list[Problem]]:
    """Give a session as it stands, and what there is to say about it; as ``see``."""
    seen = see(places, path, kinds, today)
    return seen.state, seen.news


def _belongs(header: Header, session: str, path: Path, files: Files) -> bool:
    """Tell whether a journal is of this file, and not of another that this one is a copy of."""
    there = Path(header.file)
    return header.session == session and (path == there or not files.exists(there))


def read_earlier(places: Places, path: Path, kinds: Kinds) -> State:
    """Give a session that another is to follow. Raises Refused with one problem; changes nothing on disk."""
    try:
        return look_at(places, path, kinds)[0]
    except Refused as refused:
        first = refused.problems[0]
        if len(refused.problems) == 1 and first.code.startswith("storage."):
            raise
        raise Refused(Problem("storage.earlier_damaged", {}, Place(str(path)))) from refused
