"""The files of sessions that were made of tables: found again, and written anew where nobody changed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facilitator.problems import Place, Refused
from facilitator.scenario.model import Kinds
from facilitator.session.merged_tables import Merged
from facilitator.session.state import State
from facilitator.storage.earlier_copies import Earlier
from facilitator.storage.files import Files
from facilitator.storage.frames import digest
from facilitator.storage.places import Places
from facilitator.storage.saver import Saver, Tell, in_a_thread
from facilitator.storage.session_file import read_bytes, read_data, read_text, write_text
from facilitator.storage.session_list import find_sessions
from facilitator.storage.store import name_of

SEQ: Final = 0
"""The last action in such a file as it was made: nothing was done in it yet."""


@dataclass(frozen=True)
class MergedFile:
    """A session that was made of tables before."""

    path: Path
    state: State
    merged: Merged
    known: str
    """The fingerprint of its file; empty where somebody changed that since, or has it open."""

    def is_of(self, sessions: Sequence[str]) -> bool:
        """Tell whether it was made of these tables."""
        return {table.session for table in self.merged.tables} == set(sessions)


def merged_files(places: Places, like: State, kinds: Kinds, files: Files) -> Iterator[MergedFile]:
    """Give what was made before of tables of this evening; what cannot be read is passed over."""
    for heading in find_sessions(places, files=files).sessions:
        if not heading.tables or (heading.place, heading.day) != (like.about.place, like.about.day):
            continue
        try:
            data = read_bytes(files, heading.path)
            loaded = read_data(data, kinds, Place(str(heading.path)))
        except Refused:
            continue
        if loaded.state.merged:
            whole = loaded.seal == "ok" and loaded.seq == SEQ and not heading.open
            known = digest(data) if whole else ""
            yield MergedFile(heading.path, loaded.state, loaded.state.merged, known)


def keep_merged(
    places: Places, state: State, kinds: Kinds, files: Files, before: MergedFile | None, tell: Tell
) -> Path:
    """Write a session that was made of tables; over that of ``before`` where it is as it was made.

    Raises Refused when it holds more than a session can, and NotSaved.
    """
    text = write_text(state, SEQ)
    read_text(text, kinds, lines=False)
    path = before.path if before else _free(places, state, files)
    known = before.known if before else ""
    copies = Earlier(files, places.kept(state.about.id))
    saver = Saver(files, path, known, later=in_a_thread, tell=tell, copies=copies)
    saver.save(state, SEQ)
    return saver.path


def _free(places: Places, state: State, files: Files) -> Path:
    """Give a name beside those of the tables, in the folder of the neighbourhood."""
    return places.session_path(state.about.place, name_of(state), files.exists)
