"""Reading a folder of sessions, one folder for each city: what is counted, and what is not and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from facilitator.community.collection import Collection, CountedSession
from facilitator.community.counted_copy import read_copy
from facilitator.community.session_counts import SessionCounts, counts_of
from facilitator.community.session_index import SessionHead, SessionIndex, Stamp
from facilitator.folders import about, tomls_within
from facilitator.problems import Place, Problem, Refused
from facilitator.reasons import why
from facilitator.scenario.model import Kinds
from facilitator.storage.files import Files
from facilitator.storage.session_file import read_bytes, read_data
from facilitator.storage.session_list import SAME_STATEMENTS

DIRECTLY: Final = 300
"""Files that are read anew each time; of more it is remembered what was counted."""

Progress = Callable[[int, int], None]
"""Hears how many files were read, of how many."""


@dataclass(frozen=True)
class ReadFolder:
    """What a folder holds."""

    collection: Collection
    left_out: Sequence[Problem]
    """Files that are not counted, with the reason."""


class BrokenOff(KeyboardInterrupt):
    """Someone stopped it before the end."""

    def __init__(self, *, is_kept: bool) -> None:
        super().__init__()
        self.is_kept = is_kept
        """Whether what was read need not be read again."""


class CountedFile(NamedTuple):
    """A file that can be counted."""

    path: Path
    head: SessionHead


@dataclass
class SessionFolder:
    """A folder that is being read; a bad file stops nobody else."""

    where: Path
    kinds: Kinds
    index: SessionIndex
    left_out: list[Problem] = field(default_factory=list)

    def files(self, paths: Sequence[Path], progress: Progress) -> Iterator[CountedFile]:
        """Give each file that can be counted; the others are left out."""
        for number, path in enumerate(paths, 1):
            progress(number, len(paths))
            try:
                yield CountedFile(path, self._head(path))
            except Refused as refused:
                self.left_out.append(_told(refused, path))

    def each_once(self, files: Iterator[CountedFile]) -> list[CountedFile]:
        """Give of each session the newest version, without the tables of which the evening is there too."""
        newest: dict[str, CountedFile] = {}
        for file in files:
            other = newest.get(file.head.session)
            if other is not None:
                older = min((other, file), key=lambda each: (each.head.seq, not each.head.is_copy))
                if not older.head.is_copy:
                    self.left_out.append(Problem("community.twice", {"path": str(older.path)}))
                if older is file:
                    continue
            newest[file.head.session] = file
        tables = {table for file in newest.values() for table in file.head.tables}
        self.left_out += [
            Problem("community.table", {"path": str(file.path)})
            for session, file in newest.items()
            if session in tables
        ]
        return [file for session, file in newest.items() if session not in tables]

    def counted(self, files: Sequence[CountedFile]) -> Iterator[CountedSession]:
        """Give what is counted of these files, the newest session first."""
        for file in sorted(files, key=lambda file: (file.head.day, file.head.session), reverse=True):
            try:
                counts = self.index.counts(file.path) or self._read(file.path)[1]
            except Refused as refused:
                self.left_out.append(_told(refused, file.path))
            else:
                yield CountedSession(self._city(file.path), counts)

    def _city(self, path: Path) -> str:
        """Give the folder in which a session lies: of a file that lies in none the whole folder."""
        inside = path.relative_to(self.where).parts
        return inside[0] if len(inside) > 1 else self.where.absolute().name

    def _head(self, path: Path) -> SessionHead:
        stamp = _stamp(path)
        if known := self.index.find(path, stamp):
            return known
        is_copy, counts = self._read(path)
        head = SessionHead(counts.session, counts.seq, counts.day, (*counts.tables,), is_copy)
        self.index.add(path, stamp, head, counts)
        return head

    def _read(self, path: Path) -> tuple[bool, SessionCounts]:
        """Give what is counted of a file, and whether that is a copy to share. Raises Refused."""
        data = read_bytes(Files(), path)
        if b"made_with" not in data:
            raise Refused(Problem("community.foreign", {"path": str(path)}))
        if copy := read_copy(data, path):
            return True, copy
        loaded = read_data(data, self.kinds, Place(str(path)))
        if not loaded.state.closing().finished:
            raise Refused(Problem("community.open", {"path": str(path)}))
        return False, counts_of(loaded.state, loaded.seq)


def read_folder(
    where: Path,
    kinds: Kinds,
    index: Path,
    progress: Progress,
    hear: Callable[[CountedSession], None] | None = None,
) -> ReadFolder:
    """Count every session in a folder, each once.

    Args:
        where: the folder.
        kinds: the kinds of step.
        index: where to remember what was counted.
        progress: hears how far it is.
        hear: hears each session that is counted, the newest first.

    Raises Refused when the folder cannot be read, and BrokenOff at Ctrl C.
    """
    seen, problems = tomls_within(where)
    paths = [path for path in seen if path.name != SAME_STATEMENTS]
    collection = Collection()
    with SessionIndex(index if len(paths) > DIRECTLY else None) as known:
        folder = SessionFolder(where, kinds, known, problems)
        try:
            for counted in folder.counted(folder.each_once(folder.files(paths, progress))):
                collection.add(counted)
                if hear:
                    hear(counted)
        except KeyboardInterrupt as error:
            raise BrokenOff(is_kept=known.is_kept) from error
    return ReadFolder(collection, folder.left_out)


def _stamp(path: Path) -> Stamp:
    try:
        seen = about(path)
    except OSError as error:
        raise Refused(Problem("storage.unreadable", {"why": why(error)}, Place(str(path)))) from error
    return seen.st_size, seen.st_mtime_ns


def _told(refused: Refused, path: Path) -> Problem:
    """Give why a file is not counted, in one sentence that names it."""
    first = refused.problems[0]
    if first.code.startswith("community."):
        return first
    return Problem("community.damaged", {"path": str(path), "why": first})
