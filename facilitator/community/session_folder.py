"""Reading a folder of sessions, one folder for each city: what is counted, and what is not and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facilitator.community.collection import Collection, CountedSession
from facilitator.community.session_counts import SessionCounts, counts_of
from facilitator.community.session_index import SessionIndex, Stamp
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


def read_folder(folder: Path, kinds: Kinds, index: Path, progress: Progress) -> ReadFolder:
    """Count every session in a folder; a bad file stops nobody else.

    ``index``: where to remember what was counted. Raises Refused when the folder cannot be read.
    """
    seen, left_out = tomls_within(folder)
    paths = [path for path in seen if path.name != SAME_STATEMENTS]
    found: dict[str, tuple[Path, CountedSession]] = {}
    with SessionIndex(index) if len(paths) > DIRECTLY else nullcontext() as known:
        for number, path in enumerate(paths, 1):
            progress(number, len(paths))
            try:
                counts = _counts(path, kinds, known)
            except Refused as refused:
                left_out.append(_told(refused, path))
                continue
            counted = CountedSession(_city(folder, path), counts)
            other = found.get(counts.session)
            if other is not None:
                older = min((other, (path, counted)), key=lambda pair: pair[1].counts.seq)
                left_out.append(Problem("community.twice", {"path": str(older[0])}))
                if older[0] == path:
                    continue
            found[counts.session] = (path, counted)
    tables = {table for _, counted in found.values() for table in counted.counts.tables}
    left_out += [
        Problem("community.table", {"path": str(path)})
        for session, (path, _) in found.items()
        if session in tables
    ]
    whole = [counted for session, (_, counted) in found.items() if session not in tables]
    return ReadFolder(Collection(whole), left_out)


def _city(folder: Path, path: Path) -> str:
    """Give the folder in which a session lies: of a file that lies in none the whole folder."""
    inside = path.relative_to(folder).parts
    return inside[0] if len(inside) > 1 else folder.absolute().name


def _counts(path: Path, kinds: Kinds, index: SessionIndex | None) -> SessionCounts:
    stamp = _stamp(path)
    if index is not None and (known := index.find(path, stamp)):
        return known
    data = read_bytes(Files(), path)
    if b"made_with" not in data:
        raise Refused(Problem("community.foreign", {"path": str(path)}))
    loaded = read_data(data, kinds, Place(str(path)))
    if not loaded.state.closing().finished:
        raise Refused(Problem("community.open", {"path": str(path)}))
    counts = counts_of(loaded.state, loaded.seq)
    if index is not None:
        index.add(path, stamp, counts)
    return counts


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
