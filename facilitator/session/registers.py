"""What a session keeps in registers: entries with an id of their own, kept over sessions.

Fields follow docs/domain.md 3, 4.1, 4.3, 4.5 and 6.6. An entry never names a private person.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

from facilitator.records import EntryId, FilledLine, Id, Kept, Line
from facilitator.scenario.item_sorts import ItemSort
from facilitator.session.agreement_status import Status
from facilitator.session.replies import Replied
from facilitator.session.rounds import Count
from facilitator.words.rhythms import Rhythm

RegisterName = Literal[
    "actors", "tasks", "contributions", "roles", "agreements", "facts", "stories", "items", "links", "parked"
]

Ring = Literal["decides", "takes-part", "thinks-along", "wants-to-know"]
"""How near an actor stands, from the inner ring outwards."""


Energy = Literal["", "none", "some", "much"]
"""How many in the room want to work on something; a look at the hands, never a count of them.

Empty: that was not asked, which is another thing than that nobody put up a hand.
"""

HANDS: Final[frozenset[Energy]] = frozenset({"some", "much"})
"""With these someone wants to work on it."""


class Actor(Kept):
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
    energy: Energy = ""


class Task(Kept):
    """What has to change (docs/domain.md 3.3)."""

    name: FilledLine
    for_whom: Line = ""
    why_now: Line = ""
    wanted: Line = ""
    """How it is when it is done."""
    chance: Line = ""
    """What happens in the neighbourhood anyway, and can be used."""
    if_nothing: Line = ""
    """What happens when nobody does anything."""
    theme: Line = ""
    """Under which heading it stands in a programme of several tasks."""
    where: Line = ""
    """A street or a place, never a house: tasks that share one come together there."""
    item: EntryId | None = None
    """The item it was made from."""


class Contribution(Kept):
    """What an actor brings to, or asks for, a task; without a task: the neighbourhood as a whole."""

    actor: EntryId
    direction: Literal["brings", "asks"]
    what: FilledLine
    task: EntryId | None = None
    answer: Replied = None


class Role(Kept):
    """An actor in one task; or, without a task, in the neighbourhood as a whole."""

    actor: EntryId
    task: EntryId | None = None
    role: Literal["leads", "decides", "takes-part", "guards"]
    """``guards``, on the screen hoeder: watches over the common interest (docs/domain.md 3.5)."""


class Objection(Kept):
    """A reason why someone cannot live with an agreement yet."""

    id: EntryId
    reason: Line = ""
    """Empty while the reason follows later."""
    perspective: Id | None = None
    """Only when the speaker wants it there, and that perspective is large enough."""
    there: Count = 0
    """How many of that perspective were there then; 0 where an older app did not keep it."""
    status: Literal["open", "met", "later"] = "open"
    changed_on: date | None = None
    """The day on which it was explained or met; none during the meeting that made the agreement."""
    answer: Replied = None
    """What was done with it outside a meeting; only a room can say that it is met."""


Hearing = Literal["", "no-objection", "objection", "later"]

Part = Literal["what", "who", "due", "firmness", "heard"]
"""What can be different about an agreement that was changed by hand."""


class Version(Kept):
    """How an agreement read before it was changed, with what was heard of those words."""

    what: Line = ""
    """Empty when nobody kept how it read."""
    who: Line = ""
    due: date | None = None
    because: Line = ""
    """The reason it was amended."""
    heard: Hearing = ""
    heard_on: date | None = None
    present: dict[Id, Count] = {}
    objections: list[Objection] = []
    """What was objected to these words, as far as it does not stand any more."""
    changed_on: date | None = None
    """The day on which it was changed, or on which that was seen; none during the meeting that made it."""
    how: Literal["", "by-hand", "added", "postponed", "withdrawn"] = ""
    """``by-hand``, ``added``: in the session file, outside a meeting and outside the app."""
    parts: list[Part] = []
    """What was changed by hand."""


ENDED: Final = frozenset({"done", "stopped", "not-needed"})
"""An agreement with another status is open, and a next session begins with it."""


class Agreement(Kept):
    """Who does what by when."""

    what: FilledLine
    who: Line = ""
    """One role or group, as the group says it."""
    due: date | None = None
    """The day by which; of what comes back, the first one."""
    every: Rhythm = ""
    """How often it comes back; empty for what is done once."""
    firmness: Literal["idea", "intention", "agreement", "decision"] = "idea"
    first_step: Line = ""
    task: EntryId | None = None
    heard: Hearing = ""
    present: dict[Id, Count] = {}
    """Who were there when objections were asked for, per perspective; empty where nobody counted that day."""
    heard_on: date | None = None
    """The day on which objections were asked for; none where an older app did not keep it."""
    objections: list[Objection] = []
    versions: list[Version] = []
    proof: Line = ""
    """By what one sees that it is done."""
    seen: Line = ""
    """How the neighbourhood sees it."""
    keeper: Line = ""
    """Who looks in between how it goes: a role or a group."""
    look_on: date | None = None
    """When that is."""
    status: Status = "open"
    postponed: Count = 0
    """How often it was postponed; for the file and the report of then and now, not for the wall."""
    needed: Line = ""
    """What it takes to go on."""
    answer: Replied = None
    """What became of it outside a meeting."""


Recognised = Literal["yes", "partly", "no"]


class Fact(Kept):
    """A figure about the neighbourhood (docs/domain.md 4.3)."""

    what: FilledLine
    value: Line = ""
    source: Line = ""
    year: Line = ""
    area: Line = ""
    compared: Line = ""
    """With what it was compared."""
    where: Line = ""
    """A street or a place, as of a task."""
    recognised: dict[Id, Recognised] = {}
    """Per perspective that is large enough to say so together, or for all together (``total``)."""
    answered: dict[Id, Count] = {}
    """How many of each perspective were there when it answered, as ``there`` of an item."""
    said_on: dict[Id, date] = {}
    """The day of the meeting in which each answered; none where an older app did not keep it."""


class Story(Kept):
    """What someone lived through or heard, told so that nobody can be found in it."""

    text: FilledLine
    perspective: Id | None = None
    """From where it was told, when the teller wants that there."""
    there: Count = 0
    """How many of that perspective were there then, as of an item."""
    recognised: dict[Id, Recognised] = {}
    answered: dict[Id, Count] = {}
    said_on: dict[Id, date] = {}


class Item(Kept):
    """Something the group brought up, in its own words."""

    text: FilledLine
    sort: ItemSort
    perspective: Id | None = None
    """Who brought it up, when one perspective spoke while the others listened."""
    there: Count = 0
    """How many of that perspective were there then; 0 where an older app did not keep it."""
    theme: Line = ""
    """A heading that was found afterwards."""
    shared: Literal["", "shared", "one-side"] = ""
    """Whether more than one perspective sees it so."""
    energy: Energy = ""
    where: Line = ""
    """A street or a place, as of a task."""
    use: Id | None = None
    """In which use of a block it was brought up tonight: where a block comes twice each round has its own."""
    answer: Replied = None


class Link(Kept):
    """How two things in registers hang together."""

    start: EntryId
    end: EntryId
    how: Literal["worsens", "improves", "fits", "contradicts", "beside", "knows"]
    """Items worsen or improve each other; a story fits a fact, contradicts it, or is about something else;
    actors know each other."""


class Parked(Kept):
    """A line for later."""

    text: FilledLine
    who: Line = ""
    """Who comes back to it: a role or a group."""
    due: date | None = None
    unknown: bool = False
    """Whether it is something nobody here knows yet; otherwise it is a line for later."""
    answer: Replied = None
    """What became of it; without one it is open, and comes along to the next meeting."""


Entry = Actor | Task | Contribution | Role | Agreement | Fact | Story | Item | Link | Parked

REGISTERS: Final[dict[RegisterName, type[Entry]]] = {
    "actors": Actor,
    "tasks": Task,
    "contributions": Contribution,
    "roles": Role,
    "agreements": Agreement,
    "facts": Fact,
    "stories": Story,
    "items": Item,
    "links": Link,
    "parked": Parked,
}

MOST_ENTRIES: Final = 500
"""In one register; thirty people in an evening fill some forty."""


def needs(entry: Entry) -> set[str]:
    """Give the ids of the entries without which this one means nothing."""
    if isinstance(entry, Contribution | Role):
        return {entry.actor, *([entry.task] if entry.task else [])}
    return {entry.start, entry.end} if isinstance(entry, Link) else set()


def without_dangling(registers: Mapping[str, Mapping[str, Entry]]) -> dict[RegisterName, dict[str, Entry]]:
    """Give the registers without every entry that needs one that is not there, or no longer is.

    Registers in which nothing is left are left out too.
    """
    kept = {register: dict(registers.get(register, {})) for register in REGISTERS}
    while True:
        there = {name for entries in kept.values() for name in entries}
        left = {
            register: {name: entry for name, entry in entries.items() if needs(entry) <= there}
            for register, entries in kept.items()
        }
        if left == kept:
            return {register: entries for register, entries in left.items() if entries}
        kept = left
