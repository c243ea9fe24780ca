"""The three sorts of files an author writes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from facilitator.records import FilledLine, FilledProse, Id, Line, Record
from facilitator.scenario.given_fact import GivenFacts
from facilitator.scenario.model import MOST_PEOPLE, Minutes, Perspective, Scale, SourceStatus, StatementLine
from facilitator.words import Language


class UseLine(Record):
    """A block named in a scenario."""

    block: Id
    id: Id | None = None
    """Needed when the same block is used twice."""
    title: Line = ""
    """Another title than the block has, such as for its second use."""
    minutes: dict[Id, Minutes] = {}
    """Minutes for this use, by step."""
    most: dict[Id, Annotated[int, Field(ge=1, le=30)]] = {}
    """How many lines, agreements or choices there are at most in this use, by step that says ``most``."""
    facts: dict[Id, GivenFacts] = {}
    """Figures of this neighbourhood, by step that offers figures; instead of those of the block."""
    leave_out: list[Id] = []
    """Steps of the block that this use does without."""


class ScenarioFile(Record):
    """``scenarios/<id>.toml``."""

    format: Literal[1]
    languages: Annotated[list[Language], Field(min_length=1, max_length=2)]
    title: FilledLine
    purpose: FilledLine
    minutes: Minutes
    audience: Line = ""
    people: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] = 18
    alone: bool = False
    """A team runs it by itself, without a facilitator: the screen says what to do."""
    series: Id | None = None
    """The series it belongs to, as a name; ``part`` says which part it is."""
    part: Annotated[int, Field(ge=1, le=20)] | None = None
    follows: list[Id] = []
    """Scenarios after which it goes well; what was gathered there comes along."""
    perspective: Annotated[list[Perspective], Field(min_length=1, max_length=6)]
    group: Line = ""
    """What later parts of a series call the people of this one, such as "bestuurders"."""
    brings: list[Id] = []
    """What comes along from earlier parts of the series and is used here: what a step there keeps under its
    ``keep``, or one of the things that always come along."""
    scale: Scale | None = None
    """Left out: four points from "helemaal oneens" to "helemaal eens"."""
    use: Annotated[list[UseLine], Field(min_length=1, max_length=50)]
    sources: list[FilledLine] = []


class BlockFile(Record):
    """``scenarios/blocks/<id>.toml``; its steps are read by their kinds."""

    format: Literal[1]
    title: FilledLine
    why: FilledProse
    source: Line = ""
    source_status: SourceStatus
    step: Annotated[list[dict[str, Any]], Field(min_length=1, max_length=50)]


class StatementsFile(Record):
    """``scenarios/statements/<id>.toml``."""

    format: Literal[1]
    title: FilledLine
    about: Id | None = None
    """The perspective that the statements are about, such as "bewoners"; left out: about none of them."""
    source: Line = ""
    source_status: SourceStatus
    statement: Annotated[list[StatementLine], Field(min_length=1, max_length=60)]
