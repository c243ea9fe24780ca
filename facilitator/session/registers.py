"""What a session keeps in registers: entries with an id of their own, kept over sessions.

Fields follow domain.md 4.1, 4.5 and 6.6. An entry never names a private person.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from facilitator.records import EntryId, FilledLine, Id, Line, Record
from facilitator.session.rounds import Count

RegisterName = Literal["actors", "tasks", "contributions", "roles", "agreements", "parked"]

Ring = Literal["decides", "takes-part", "thinks-along", "wants-to-know"]
"""How near an actor stands, from the inner ring outwards."""


class Actor(Record):
    """An organisation, group or role around the neighbourhood."""

    name: FilledLine
    side: Literal["formal", "informal"]
    perspective: Id | None = None
    interest: Line = ""
    """What the actor wants for itself, in its own words."""
    shared_interest: Line = ""
    """What the actor wants for the neighbourhood."""
    ring: Ring | None = None
    sure: bool = False
    """Whether the actor said so, or the group only thinks so."""


class Task(Record):
    """What has to change."""

    name: FilledLine
    for_whom: Line = ""
    why_now: Line = ""


class Contribution(Record):
    """What an actor brings to, or asks for, a task; without a task: the neighbourhood as a whole."""

    actor: EntryId
    direction: Literal["brings", "asks"]
    what: FilledLine
    task: EntryId | None = None


class Role(Record):
    """An actor in one task. ``hoeder`` of the common interest is a role beside the task's own."""

    actor: EntryId
    task: EntryId | None = None
    role: Literal["leads", "decides", "takes-part"]


class Objection(Record):
    """A reason why someone cannot live with an agreement yet."""

    id: EntryId
    reason: Line = ""
    """Empty while the reason follows later."""
    perspective: Id | None = None
    """Only when the speaker wants it there."""
    status: Literal["open", "met", "later"] = "open"


class Version(Record):
    """How an agreement read before it was amended."""

    what: FilledLine
    who: Line = ""
    due: date | None = None
    because: Line = ""
    """The reason it was amended."""


Hearing = Literal["", "no-objection", "objection", "later"]


class Agreement(Record):
    """Who does what by when."""

    what: FilledLine
    who: Line = ""
    """One role or group, as the group says it."""
    due: date | None = None
    firmness: Literal["idea", "intention", "agreement", "decision"] = "idea"
    first_step: Line = ""
    task: EntryId | None = None
    heard: Hearing = ""
    present: dict[Id, Count] = {}
    """Who were there when objections were asked for, per perspective."""
    objections: list[Objection] = []
    versions: list[Version] = []
    status: Literal["open", "busy", "done", "stopped", "postponed"] = "open"


class Parked(Record):
    """A line for later."""

    text: FilledLine
    who: Line = ""
    """Who comes back to it: a role or a group."""
    due: date | None = None


Entry = Actor | Task | Contribution | Role | Agreement | Parked

REGISTERS: Final[dict[RegisterName, type[Entry]]] = {
    "actors": Actor,
    "tasks": Task,
    "contributions": Contribution,
    "roles": Role,
    "agreements": Agreement,
    "parked": Parked,
}

MOST_ENTRIES: Final = 500
"""In one register; thirty people in an evening fill some forty."""
