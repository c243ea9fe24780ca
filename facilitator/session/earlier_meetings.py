"""What a session knows of the meetings before it: what each of them made, chose, shared and kept.

What a group said about a thing holds for that group: it stays with the meeting at which it was said, and a
following meeting asks its own people again. The things themselves come over in the registers.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from facilitator.records import EntryId, FilledLine, Id, Kept, Line, Record
from facilitator.scenario.model import KeptLine
from facilitator.session.registers import Energy


class KeptWords(Kept):
    """What a step kept for later parts, as its ``keep`` says."""

    topic: Id
    title: FilledLine
    """Of the step, as it read then."""
    lines: list[KeptLine]


class Meeting(Record):
    """A meeting, as far as something of it came over. Lists hold the ids of entries in the registers."""

    day: date
    title: FilledLine
    """Of the scenario."""
    group: Line = ""
    """What later meetings call the people who were there; empty: they say the title."""
    made: list[EntryId] = []
    chosen: list[EntryId] = []
    waits: dict[EntryId, Line] = {}
    """What could have been chosen and was not, with the reason if one was given."""
    shared: list[EntryId] = []
    one_side: list[EntryId] = []
    """What the group there shared, and what one side of it saw."""
    energy: dict[EntryId, Energy] = {}
    kept: list[KeptWords] = []

    @property
    def called(self) -> str:
        """How this meeting is told of: by who was there, or by its title."""
        return self.group or self.title

    @property
    def says_anything(self) -> bool:
        """Whether anything of it came over, besides when and what it was."""
        said = self.model_dump(exclude={"day", "title", "group"})
        return any(said.values())


UNKNOWN: Final = "…"
"""The title of a meeting that was not kept."""


def only_there(meeting: Meeting, there: Mapping[str, object]) -> Meeting:
    """Give a meeting without what it says of entries that did not come over."""
    return meeting.model_copy(
        update={
            **{
                field: [name for name in getattr(meeting, field) if name in there]
                for field in ("made", "chosen", "shared", "one_side")
            },
            **{
                field: {name: said for name, said in getattr(meeting, field).items() if name in there}
                for field in ("waits", "energy")
            },
        }
    )
