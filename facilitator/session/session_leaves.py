"""What a session holds outside its steps, and under which keys: how it ends, small groups, hats, letters."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.records import Id, Line, Record
from facilitator.session.rounds import Count, Grouping

CLOSING = "session/closing"
"""Under this key the closing screen keeps what it asks."""

PEOPLE = "session/people"
"""Under this key stands what to do with groups that are too small."""

DETAILS = "session/details"
"""Under this key stands which names, numbers and addresses may leave the room."""

LETTERS = "session/letters"
"""Under this key stands when letters were made."""

HATS = "session/hats"
"""Under this key stands how many wear which other hat."""


class Closing(Record):
    """What the group settles at the end. Dates as ISO text, because results are plain values."""

    next_date: Line = ""
    next_time: Line = ""
    next_venue: Line = ""
    contact: Line = ""
    """Who can be called, chosen in place of whom the neighbourhood had; as ``keep_until``."""
    object_until: Line = ""
    keep_until: Line = ""
    """Chosen in place of the day that was settled beforehand; in the file it stands where that stood."""
    finished: bool = False
    """Whether the group is done; a session that is not stays with what is to go on with."""


class SmallGroups(Record):
    """What was chosen for perspectives that are too small to be shown apart."""

    grouping: Grouping = "perspective"
    silent: list[Id] = []
    """Perspectives that tell rather than vote."""


class Hats(Record):
    """How many in the room also live, work or decide here: counted per kind of hat, tied to nobody."""

    counted: dict[Id, Count] = {}


class Details(Record):
    """What looked like it belongs to one person, and what of it the group chose to show outside."""

    decided: list[Line] = []
    shown: list[Line] = []


class Letters(Record):
    """When letters went out that tell what became of what was put forward: days as ISO text, oldest first."""

    made: list[Line] = []


SESSION_LEAVES: Mapping[str, type[Record]] = {
    CLOSING: Closing,
    PEOPLE: SmallGroups,
    HATS: Hats,
    LETTERS: Letters,
    DETAILS: Details,
}
"""What a session holds outside its steps."""
