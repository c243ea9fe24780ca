"""What the notes ask of the wall: a page on, or back. One small file, which the wall takes away first.

It is about one wall, one session and one page, and soon too late: what is left of a request turns nothing.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Final

from facilitator.storage.files import Files, write_whole
from facilitator.storage.places import Places
from facilitator.storage.plain_table import read_plain, texts
from facilitator.storage.wall_mark import WallMark

VERSION: Final = 1
LARGEST: Final = 20_000
"""Bytes."""
LATE: Final = 1.5
"""Seconds after which a wall does not do any more what it was asked."""
PATIENCE: Final = 2.5
"""Seconds after which who asked stops waiting; longer, so that nothing is done that was called not done."""


@dataclass(frozen=True)
class TurnRequest:
    """A page on, or back, from where the one who asks saw the wall."""

    id: str
    wall: str
    session: str
    where: str
    """``use/step page`` where the wall was."""
    by: int
    """1 is on, -1 is back."""

    def is_for(self, mark: WallMark) -> bool:
        """Tell whether this wall was asked, and this session of it."""
        return (self.wall, self.session) == (mark.wall, mark.session)


def ask(files: Files, places: Places, request: TurnRequest) -> None:
    """Lay a request down, in place of one that was not taken yet. Raises OSError."""
    data = json.dumps({"turn": VERSION, **asdict(request)}).encode()
    write_whole(files, places.asked(request.session), data, durable=False)


def withdraw(files: Files, places: Places, session: str) -> None:
    """Take a request back, if the wall did not take it. Raises OSError."""
    files.remove(places.asked(session))


def take(files: Files, places: Places, session: str) -> TurnRequest | None:
    """Take what was asked; None when there is nothing, or nothing that counts. Raises OSError.

    It is gone before anyone acts on it, and only one can take it: nothing is ever done twice.
    """
    asked = places.asked(session)
    if not files.exists(asked):
        return None
    taken = asked.with_suffix(".taken")
    try:
        files.replace(asked, taken)
    except FileNotFoundError:  # withdrawn just now
        return None
    late = abs(files.now() - files.changed(taken)) > LATE
    data = files.read(taken, LARGEST)
    files.remove(taken)
    return None if late else read_request(data)


def read_request(data: bytes) -> TurnRequest | None:
    """Give the request in a file; None when it is none."""
    said = read_plain(data, "turn", VERSION)
    if said is None:
        return None
    words = texts(said, "id", "wall", "session", "where")
    by = said.get("by")
    if words is None or type(by) is not int or by not in {1, -1}:
        return None
    return TurnRequest(words[0], words[1], words[2], words[3], by)
