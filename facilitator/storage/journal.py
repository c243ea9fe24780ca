"""What was done in a session, one line an action, safe on disk before a screen shows it.

The first line says where the session began (``frames.Header``); every other line is one action. A line that
is not whole ends the journal, wherever it stands: no event is ever taken from a damaged line or after one.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from facilitator.scenario.model import Kinds
from facilitator.session.events import ACTION, JournalEntry
from facilitator.storage.files import Files, free_name, write_whole
from facilitator.storage.format_one import without_one_mind
from facilitator.storage.format_three import with_open_questions
from facilitator.storage.frames import VERSION, Header, frame, is_newer, read_header, unframe, whole_lines

LARGEST: Final = 100_000_000
"""Bytes; a long evening takes some 200,000."""
MOST_ACTIONS: Final = 10_000
"""Lines that are read at once; a long evening has some 3,000. More is no evening, and would take minutes."""


def action_line(action: JournalEntry) -> bytes:
    """Give an action as a line of the journal, without what is usual."""
    said = action.model_dump(mode="json", exclude_defaults=True)
    events = [
        {"event": event.event, **plain}
        for event, plain in zip(action.events, said.get("events", []), strict=True)
    ]
    if events:
        said["events"] = events
    return frame(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())


def can_be_read(action: JournalEntry, kinds: Kinds) -> bool:
    """Tell whether an action comes back from its line as it went in."""
    return _read_action(unframe(action_line(action)) or b"", kinds) == action


class Journal:
    """A journal that is open for writing. Not safe for two threads at once; the store sees to that."""

    def __init__(self, files: Files, path: Path, header: Header, lines: Sequence[bytes] = ()) -> None:
        """Begin a journal with what came before, in place of the one at ``path`` if there is one.

        Always a new file: what the system kept of the old one after a failed write is not to be trusted.
        Durable; raises OSError.
        """
        write_whole(files, path, frame(header.payload()) + b"".join(lines))
        self._files = files
        self.path = path
        self.header = header
        self.lines = list(lines)
        self._handle: int | None = files.extend(path)

    @property
    def last(self) -> int:
        """The ``seq`` of the last action."""
        return self.header.seq + len(self.lines)

    def append(self, action: JournalEntry) -> None:
        """Add an action, durable on return. After an OSError this journal is not to be written to again."""
        if self._handle is None:
            raise OSError(errno.EBADF, "closed", self.path.name)
        line = action_line(action)
        self._files.write(self._handle, line)
        self._files.flush(self._handle)
        self.lines.append(line)

    def close(self) -> None:
        """Close the file. Twice does nothing more; raises OSError, and then it is closed as well."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        self._files.close(handle)


@dataclass(frozen=True)
class JournalRead:
    """What could be read of a journal."""

    header: Header | None
    """None when the very first line is damaged; there are no actions then."""
    actions: list[JournalEntry] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)
    """The actions as they stand in the file."""
    size: int = 0
    """Bytes up to where it is whole."""
    lost: int = 0
    """Bytes after that."""
    after: list[JournalEntry] = field(default_factory=list)
    """The actions on lines after that which are whole: to go on with where a file holds all before."""
    newer: bool = False
    """Whether a newer app wrote in it. It is then not to be touched."""


def read_journal(files: Files, path: Path, kinds: Kinds) -> JournalRead:
    """Read a journal up to where it is whole, and change nothing. Raises OSError.

    A block that was added is read by these kinds.
    """
    data = files.read(path, LARGEST)
    payloads, _ = whole_lines(data)
    header = read_header(payloads[0]) if payloads else None
    if header is None:
        newer = bool(payloads) and is_newer(payloads[0], "journal", VERSION)
        after = _as_of_now(_whole_actions(data, kinds))
        return JournalRead(None, lost=len(data), after=after, newer=newer)
    actions: list[JournalEntry] = []
    lines: list[bytes] = []
    size, newer = len(frame(payloads[0])), False
    for payload in payloads[1 : MOST_ACTIONS + 1]:
        action = _read_action(payload, kinds)
        if action is None or action.seq != header.seq + len(actions) + 1:
            newer = action is None
            break
        actions.append(action)
        lines.append(frame(payload))
        size += len(lines[-1])
    after = _whole_actions(data[size:], kinds)
    converted = _as_of_now([*actions, *after])
    actions, after = converted[: len(actions)], converted[len(actions) :]
    return JournalRead(header, actions, lines, size, len(data) - size, after, newer=newer)


def read_further(data: bytes, after: int, kinds: Kinds) -> tuple[list[JournalEntry], int]:
    """Give the whole actions that follow on the one with the ``seq`` ``after``, and the bytes they take."""
    actions: list[JournalEntry] = []
    size = 0
    for payload in whole_lines(data)[0]:
        action = _read_action(payload, kinds)
        if action is None or action.seq != after + len(actions) + 1:
            break
        actions.append(action)
        size += len(frame(payload))
    return actions, size


def _as_of_now(actions: list[JournalEntry]) -> list[JournalEntry]:
    """Give actions of an earlier app as they would be written now."""
    return with_open_questions(without_one_mind(actions))


def cut(read: JournalRead, count: int) -> JournalRead:
    """Give a journal as if it was whole up to its first ``count`` actions only."""
    if count == len(read.actions):
        return read
    dropped = sum(map(len, read.lines[count:]))
    return replace(
        read,
        actions=read.actions[:count],
        lines=read.lines[:count],
        size=read.size - dropped,
        lost=read.lost + dropped,
        after=[],
    )


def _whole_actions(data: bytes, kinds: Kinds) -> list[JournalEntry]:
    """Give the actions on the lines that are whole, wherever they stand among the damaged; not too many."""
    payloads = (unframe(line + b"\n") for line in data.split(b"\n")[:-1])
    whole = islice((payload for payload in payloads if payload is not None), MOST_ACTIONS)
    actions = (_read_action(payload, kinds) for payload in whole)
    return [action for action in actions if action is not None]


def _read_action(payload: bytes, kinds: Kinds) -> JournalEntry | None:
    try:
        return ACTION.validate_json(payload, context={"kinds": kinds})
    except ValidationError:
        return None


def keep_aside(files: Files, path: Path, read: JournalRead) -> Path:
    """Copy what is lost of a journal to a file beside it, before a new one is begun. Raises OSError."""
    kept = free_name(files, path)
    write_whole(files, kept, files.read(path, LARGEST)[read.size :])
    return kept
