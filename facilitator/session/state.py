"""What is known at one moment of a session: the fold of all that happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Annotated, Any, cast

from pydantic import Field, JsonValue

from facilitator.records import EntryId, FilledLine, Id, Line, Record
from facilitator.scenario.bilingual_text import BilingualText
from facilitator.scenario.model import Scenario, Step, Use, key_of
from facilitator.session.clock import as_day, plus
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.merged_tables import Merged
from facilitator.session.registers import (
    Actor,
    Agreement,
    Contribution,
    Entry,
    Fact,
    Item,
    Link,
    Parked,
    Role,
    Story,
    Task,
)
from facilitator.session.rounds import Count, Round, Shown, Side, Withheld
from facilitator.session.session_leaves import (
    CLOSING,
    DETAILS,
    HATS,
    LETTERS,
    PEOPLE,
    Closing,
    Details,
    Hats,
    Letters,
    SmallGroups,
)

AppVersion = Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+\S*$", max_length=60)]


class About(Record):
    """What was settled before the group came in."""

    id: EntryId
    place: FilledLine
    """The neighbourhood, as the group calls it."""
    venue: Line = ""
    day: date
    starts: time
    left_out: list[Id] = []
    """Uses of the scenario that the facilitator left out beforehand."""
    keep_until: date
    """After this day the session should be forgotten."""
    contact: Line = ""
    """Who can be called about it: a role or an organisation, with a number or an address."""
    made_with: AppVersion
    """Version of the app that began the session."""


class EarlierVote(Record):
    """What was shown of a vote in an earlier session, with the statements as they read then."""

    day: date
    texts: dict[Id, FilledLine]
    """The statements of which this is the last vote; of others in ``shown`` there is a newer one."""
    also: dict[Id, FilledLine] = {}
    """How they read in the other language, where their file had it."""
    shown: Shown

    def wording(self, statement: str) -> BilingualText:
        """Give how a statement that is in ``texts`` read."""
        return BilingualText(self.texts[statement], self.also.get(statement, ""))


class Before(Record):
    """What a session knows of the one it follows, besides what came over in the registers."""

    session: EntryId
    title: FilledLine
    day: date
    people: dict[Id, Count] = {}
    votes: list[EarlierVote] = []
    """The last vote on each statement, newest first."""
    changed_by_hand: bool = False
    """Whether someone changed the file of that session, or of one before it, outside the app."""
    meetings: list[Meeting] = []
    """That session and those before it of which something came over, oldest first."""


@dataclass(frozen=True)
class Note:
    """A line under what is shown."""

    use: str
    step: str
    about: str
    text: str


@dataclass(frozen=True)
class Position:
    """Where the group is."""

    use: str = ""
    step: str = ""
    page: str = ""

    @property
    def key(self) -> str:
        return f"{self.use}/{self.step}" if self.use else ""

    @property
    def where(self) -> str:
        """The step and its page in one line, as an action keeps it: ``use/step page``."""
        return f"{self.key} {self.page}".strip()


@dataclass(frozen=True)
class State:
    """A session at one moment. Mappings keep the order in which things were added."""

    about: About
    scenario: Scenario
    registers: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    rounds: Mapping[str, Round] = field(default_factory=dict)
    results: Mapping[str, Mapping[str, JsonValue]] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    listeners: int = 0
    at: Position = Position()
    begun: Mapping[str, str] = field(default_factory=dict)
    """Per ``use/step`` the time at which the group first came there, as HH:MM."""
    stops: time | None = None
    """When the group stops, if that was moved."""
    before: Before | None = None
    """The session that this one follows, if it follows one."""
    inserted: tuple[str, ...] = ()
    """Uses that were added while the session ran, in that order; the others were planned."""
    withheld: Mapping[str, tuple[Withheld, ...]] = field(default_factory=dict)
    """Per vote what a small group of one mind can still agree to show. In no session file, and in nothing
    that is said, drawn or written: only ``AnswersDisclosed`` takes from it."""
    merged: Merged | None = None
    """The tables of this evening that it was made of, if it was made of tables."""
    changed_by_hand: bool = False
    """Whether someone ever changed the session's file outside the app, so that its seal was broken."""

    # -- the programme as it runs

    def places(self) -> Iterator[tuple[Use, Step]]:
        """Walk the steps that were not left out beforehand."""
        return ((use, step) for use, step in self.scenario.places() if use.id not in self.about.left_out)

    def keys(self) -> list[str]:
        return [key_of(use, step) for use, step in self.places()]

    def find(self, key: str) -> tuple[Use, Step] | None:
        return next(((use, step) for use, step in self.scenario.places() if key_of(use, step) == key), None)

    @property
    def ends(self) -> time:
        """When the group stops: as planned, and later by what was added, unless that was moved."""
        if self.stops is not None:
            return self.stops
        if self.about.left_out:
            minutes = sum(step.minutes for _, step in self.places())
        else:
            added = sum(use.minutes for use in self.scenario.uses if use.id in self.inserted)
            minutes = self.scenario.minutes + added
        return plus(self.about.starts, minutes)

    # -- what came over

    @property
    def meetings(self) -> list[Meeting]:
        """The meetings of which something came over, oldest first."""
        return self.before.meetings if self.before else []

    def came_from(self, name: str) -> Meeting | None:
        """Give the earlier meeting that made an entry; None of what was made in this one."""
        return next((meeting for meeting in self.meetings if name in meeting.made), None)

    # -- registers, by what stands in them

    def actors(self) -> Mapping[str, Actor]:
        return cast("Mapping[str, Actor]", self.registers.get("actors", {}))

    def tasks(self) -> Mapping[str, Task]:
        return cast("Mapping[str, Task]", self.registers.get("tasks", {}))

    def contributions(self) -> Mapping[str, Contribution]:
        return cast("Mapping[str, Contribution]", self.registers.get("contributions", {}))

    def roles(self) -> Mapping[str, Role]:
        return cast("Mapping[str, Role]", self.registers.get("roles", {}))

    def made_now(self) -> Mapping[str, Agreement]:
        """Give the agreements that were made in this session: not those that came over."""
        return {name: agreement for name, agreement in self.agreements().items() if not self.came_from(name)}

    def agreements(self) -> Mapping[str, Agreement]:
        return cast("Mapping[str, Agreement]", self.registers.get("agreements", {}))

    def facts(self) -> Mapping[str, Fact]:
        return cast("Mapping[str, Fact]", self.registers.get("facts", {}))

    def stories(self) -> Mapping[str, Story]:
        return cast("Mapping[str, Story]", self.registers.get("stories", {}))

    def items(self) -> Mapping[str, Item]:
        return cast("Mapping[str, Item]", self.registers.get("items", {}))

    def links(self) -> Mapping[str, Link]:
        return cast("Mapping[str, Link]", self.registers.get("links", {}))

    def parked(self) -> Mapping[str, Parked]:
        return cast("Mapping[str, Parked]", self.registers.get("parked", {}))

    # -- votes, notes, results

    def rounds_of(self, key: str, side: Side = "front") -> list[Round]:
        """Give the votes of a step that count, oldest first."""
        return [
            vote
            for vote in self.rounds.values()
            if f"{vote.use}/{vote.step}" == key and vote.side == side and vote.status != "voided"
        ]

    def open_round(self) -> Round | None:
        return next((vote for vote in self.rounds.values() if vote.status == "open"), None)

    def notes_of(self, key: str, about: str = "") -> Mapping[str, Note]:
        return {
            name: note
            for name, note in self.notes.items()
            if f"{note.use}/{note.step}" == key and note.about == about
        }

    def result(self, key: str) -> Mapping[str, JsonValue]:
        return self.results.get(key, {})

    def small_groups(self) -> SmallGroups:
        return SmallGroups.model_validate(self.result(PEOPLE))

    def hats(self) -> Mapping[str, int]:
        return Hats.model_validate(self.result(HATS)).counted

    def details(self) -> Details:
        return Details.model_validate(self.result(DETAILS))

    def letters(self) -> list[date]:
        """Give the days on which a letter was made, oldest first; what is no day is passed over."""
        made = Letters.model_validate(self.result(LETTERS)).made
        return sorted(day for text in made if (day := as_day(text)))

    def closing(self) -> Closing:
        return Closing.model_validate(self.result(CLOSING))

    @property
    def keep_until(self) -> date:
        """After this day the session should be forgotten."""
        return as_day(self.closing().keep_until) or self.about.keep_until

    @property
    def contact(self) -> str:
        """Who can be called; empty while nobody said so."""
        return self.closing().contact or self.about.contact

    @property
    def present(self) -> int:
        """People who answer; who only listens is not counted."""
        return sum(self.people.values())

    def replace(self, **changes: Any) -> State:
        return replace(self, **changes)
