"""The closed set of things that can happen in a session. Facts, named in the past tense."""

from __future__ import annotations

import json
from datetime import time
from typing import Annotated, Any, Literal

from pydantic import Field, SerializeAsAny, TypeAdapter, ValidationInfo, field_validator

from facilitator.records import EntryId, FilledLine, Id, Line, Prose, Record
from facilitator.scenario.model import Kinds, Statement, StatementSet, Step, Use
from facilitator.session.plain_values import Plain
from facilitator.session.registers import REGISTERS, Entry, RegisterName
from facilitator.session.rounds import Count, Finding, Grouping, Shown, Side, Way, Withheld


class RegisterPut(Record):
    """An entry was added to a register, or replaced."""

    event: Literal["register_put"] = "register_put"
    register_name: RegisterName
    id: EntryId
    entry: SerializeAsAny[Record]

    @field_validator("entry", mode="plain")
    @classmethod
    def _by_register(cls, entry: Any, info: ValidationInfo) -> Entry:
        if "register_name" not in info.data:
            raise ValueError("in no register")
        model = REGISTERS[info.data["register_name"]]
        if isinstance(entry, model):
            return entry
        if not isinstance(entry, dict):
            raise ValueError(f"not of the register {info.data['register_name']}")  # noqa: TRY004  pydantic's
        return model.model_validate_json(json.dumps(entry))


class RegisterDropped(Record):
    """An entry was taken out of a register."""

    event: Literal["register_dropped"] = "register_dropped"
    register_name: RegisterName
    id: EntryId


class RoundOpened(Record):
    """A vote began."""

    event: Literal["round_opened"] = "round_opened"
    id: EntryId
    use: Id
    step: Id
    side: Side = "front"
    way: Way
    grouping: Grouping
    statements: Annotated[list[Id], Field(min_length=1)]
    expected: dict[Id, Count]
    silent: list[Id] = []


class RoundVoided(Record):
    """A vote does not count; it may be held again."""

    event: Literal["round_voided"] = "round_voided"
    id: EntryId


class RoundClosed(Record):
    """A vote ended; what may be shown of it is all that is left of it."""

    event: Literal["round_closed"] = "round_closed"
    id: EntryId
    shown: Shown
    withheld: list[Withheld] = []
    """What small groups of one mind may still agree to show; with the journal it goes for good."""


class RoundRevealed(Record):
    """The group saw what came out, and was told this."""

    event: Literal["round_revealed"] = "round_revealed"
    id: EntryId
    method: FilledLine
    findings: list[Finding] = []


class AnswersDisclosed(Record):
    """A small group of one mind agreed to show how it answered these statements in this vote."""

    event: Literal["answers_disclosed"] = "answers_disclosed"
    id: EntryId
    group: Id
    statements: Annotated[list[Id], Field(min_length=1)]
    method: FilledLine
    findings: list[Finding] = []
    """What the group is told of the vote from now on."""


class AnswersWithdrawn(Record):
    """Answers that were shown may not stand beside those of a later vote of the same day."""

    event: Literal["answers_withdrawn"] = "answers_withdrawn"
    id: EntryId | None = None
    """The vote; None: what an earlier session of today showed."""
    group: Id
    statements: Annotated[list[Id], Field(min_length=1)]


class RoundTold(Record):
    """What is told of a vote changed, because some of what was shown of it was withdrawn."""

    event: Literal["round_told"] = "round_told"
    id: EntryId
    method: FilledLine
    findings: list[Finding] = []


class ResultSet(Record):
    """A step left something. The value is checked by the kind of the step."""

    event: Literal["result_set"] = "result_set"
    use: Id
    step: Id
    field: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    value: Plain
    """None takes away what was left there."""


class PeopleChanged(Record):
    """How many people answer from a perspective, or only listen (``listeners``)."""

    event: Literal["people_changed"] = "people_changed"
    who: Id
    count: Count


class Moved(Record):
    """The group went to a step, or to a page of it."""

    event: Literal["moved"] = "moved"
    use: Id
    step: Id
    page: Line = ""


class Noted(Record):
    """A line was written under what is shown; an empty text takes it away."""

    event: Literal["noted"] = "noted"
    id: EntryId
    use: Id
    step: Id
    about: Line = ""
    """The statement or question it stands under; empty for the step as a whole."""
    text: Prose


class ClockSet(Record):
    """The moment at which the group stops was moved."""

    event: Literal["clock_set"] = "clock_set"
    ends: time


class BlockInserted(Record):
    """A block that was not planned was added to the programme.

    Its steps are read by their kinds, which whoever reads an action gives as ``context={"kinds": kinds}``.
    """

    event: Literal["block_inserted"] = "block_inserted"
    after: Id
    """The use after which it stands."""
    use: SerializeAsAny[Use]
    sets: list[StatementSet] = []
    """The statement sets that its steps name."""

    @field_validator("use", mode="plain")
    @classmethod
    def _by_kinds(cls, use: Any, info: ValidationInfo) -> Use:
        if isinstance(use, Use):
            return use
        if not isinstance(use, dict) or not isinstance(use.get("steps"), list):
            raise ValueError("not a block")  # noqa: TRY004  pydantic's
        kinds: Kinds = (info.context or {}).get("kinds", {})
        return Use.model_validate({**use, "steps": [_read_step(step, kinds) for step in use["steps"]]})


def _read_step(step: Any, kinds: Kinds) -> Step:
    name = step.get("kind") if isinstance(step, dict) else None
    if not isinstance(name, str) or name not in kinds:
        raise ValueError("of no kind that is known here")
    return kinds[name].step.model_validate_json(json.dumps(step))


class StatementWorded(Record):
    """The room put a statement in words of its own, in the place of another one or beside the others."""

    event: Literal["statement_worded"] = "statement_worded"
    set: Id
    statement: Statement
    instead: Id | None = None
    """The statement whose place it takes; None: it is one more."""


Event = Annotated[
    RegisterPut
    | RegisterDropped
    | RoundOpened
    | RoundVoided
    | RoundClosed
    | RoundRevealed
    | AnswersDisclosed
    | AnswersWithdrawn
    | RoundTold
    | ResultSet
    | PeopleChanged
    | Moved
    | Noted
    | ClockSet
    | BlockInserted
    | StatementWorded,
    Field(discriminator="event"),
]

UNDOABLE = (
    RegisterPut,
    RegisterDropped,
    ResultSet,
    PeopleChanged,
    Noted,
    BlockInserted,
    StatementWorded,
    AnswersDisclosed,
)
"""What can be taken back. A vote cannot: undoing it would open someone's answer; it can be voided. So a block
in which a vote was held stays too, and the words on which one was held, and answers that a group agreed to
show before a later vote."""


class JournalEntry(Record):
    """What a person did, with all that it caused: one line of the journal."""

    seq: Annotated[int, Field(ge=1)]
    at: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$")]
    """Local time."""
    name: Annotated[str, Field(pattern=r"^[a-z_.-]{1,60}$")]
    """The command, by which undo says what it took back."""
    where: Line = ""
    """``use/step page`` where it was done, to which undo goes back."""
    events: list[Event] = []
    undo: int | None = None
    """Instead of events: the ``seq`` of the action that is taken back."""
    redo: int | None = None
    """Instead of events: the ``seq`` of the action that is done again."""

    @property
    def undoable(self) -> bool:
        return any(isinstance(event, UNDOABLE) for event in self.events)


ACTION: TypeAdapter[JournalEntry] = TypeAdapter(JournalEntry)
"""Reads an action; with ``context={"kinds": kinds}`` also one that adds a block."""
