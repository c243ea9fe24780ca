"""The session file as a model: what stands in it, in the order in which people read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from facilitator.problems import Place, Problem, Refused
from facilitator.records import EntryId, FilledLine, FilledProse, Id, Line, Record
from facilitator.scenario.model import (
    MOST_PEOPLE,
    Kinds,
    Minutes,
    Perspective,
    Scale,
    Scenario,
    SourceStatus,
    StatementSet,
    Step,
    Use,
)
from facilitator.scenario.parts import read_step
from facilitator.scenario.validation import validate
from facilitator.session.conditions import under_condition
from facilitator.session.fold import LISTENERS
from facilitator.session.merged_tables import Merged
from facilitator.session.plain_values import Plain
from facilitator.session.registers import (
    ENDED,
    REGISTERS,
    Actor,
    Agreement,
    Contribution,
    Fact,
    Item,
    Link,
    Parked,
    Role,
    Story,
    Task,
)
from facilitator.session.rounds import Count, Round
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import About, AppVersion, Before, Note, Position, State
from facilitator.storage.fingerprints import mark
from facilitator.storage.migrations import FORMAT
from facilitator.words import Language

AT_THE_TOP: Final = frozenset({"keep_until", "contact"})
"""What can be chosen at the end in place of how it was settled beforehand: the file has it once."""

Key = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,64}/[a-z0-9-]{1,64}$")]
"""``use/step``."""


class NoteText(Record):
    """A line under what was shown."""

    use: Id
    step: Id
    about: Line = ""
    text: FilledProse


class UseText(Record):
    """A block as the session carries it; its steps are read by their kinds."""

    id: Id
    block: Id
    title: FilledLine
    why: FilledProse
    source: Line = ""
    source_status: SourceStatus = "derived"
    steps: Annotated[list[dict[str, Any]], Field(min_length=1)]


class ScenarioText(Record):
    """The scenario as the session carries it; its title and language stand at the top of the file."""

    id: Id
    purpose: FilledLine
    minutes: Minutes
    audience: Line = ""
    people: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] = 18
    sources: list[FilledLine] = []
    alone: bool = False
    series: Id | None = None
    part: Annotated[int, Field(ge=1, le=20)] | None = None
    group: Line = ""
    brings: list[Id] = []
    perspectives: Annotated[list[Perspective], Field(min_length=1, max_length=6)]
    scale: Scale
    statement_sets: list[StatementSet] = []
    uses: Annotated[list[UseText], Field(min_length=1)]


class SessionText(Record):
    """Everything in a session file before its ``[end]``. What is not there is empty."""

    format: Literal[6]
    id: EntryId
    place: FilledLine
    venue: Line = ""
    title: FilledLine
    """Of the scenario."""
    language: Language
    day: date
    starts: time
    stops: time | None = None
    at: Key | Literal[""] = ""
    page: Line = ""
    step: Annotated[int, Field(ge=0)] = 0
    """The number of the step the group is at; ``steps`` in all. For reading alone, like the next two."""
    steps: Annotated[int, Field(ge=0)] = 0
    open_agreements: Annotated[int, Field(ge=0)] = 0
    under_condition: Annotated[int, Field(ge=0)] = 0
    """How many of these have an objection, or words that were not heard; for reading alone too."""
    series: Id | None = None
    """Of the scenario, like ``part``; for reading alone too."""
    part: Annotated[int, Field(ge=1, le=20)] | None = None
    tables: Annotated[int, Field(ge=0)] = 0
    """Of how many tables it was made; for reading alone too."""
    closed: bool = False
    """Whether the group settled what the end of a session asks."""
    left_out: list[Id] = []
    inserted: list[Id] = []
    """Uses that were added while the session ran; all others were planned."""
    keep_until: date
    contact: Line = ""
    made_with: AppVersion
    changed_by_hand: bool = False

    agreements: dict[EntryId, Agreement] = {}
    rounds: dict[EntryId, Round] = {}
    contributions: dict[EntryId, Contribution] = {}
    roles: dict[EntryId, Role] = {}
    tasks: dict[EntryId, Task] = {}
    actors: dict[EntryId, Actor] = {}
    facts: dict[EntryId, Fact] = {}
    stories: dict[EntryId, Story] = {}
    items: dict[EntryId, Item] = {}
    links: dict[EntryId, Link] = {}
    results: dict[Key, dict[str, Plain]] = {}
    notes: dict[EntryId, NoteText] = {}
    parked: dict[EntryId, Parked] = {}
    people: dict[Id, Count] = {}
    """Per perspective, and who only listens."""
    begun: dict[Key, Annotated[str, Field(pattern=r"^([0-9]{2}:[0-9]{2})?$")]] = {}
    before: Before | None = None
    merged: Merged | None = None
    scenario: ScenarioText
    marks: dict[EntryId, Line] = {}
    """Per agreement by what is seen that it was changed by hand."""


SECTIONS: Final = (
    "agreements",
    "rounds",
    "contributions",
    "roles",
    "tasks",
    "actors",
    "facts",
    "stories",
    "items",
    "links",
    "results",
    "notes",
    "parked",
    "people",
    "begun",
    "before",
    "merged",
    "scenario",
    "marks",
)
"""The tables of the file, in order."""


def session_text(state: State) -> dict[str, Any]:
    """Give a state as plain values, ready to be written; what is empty or usual is left out."""
    about, at, keys, scenario = state.about, state.at, state.keys(), state.scenario
    registers: dict[str, Any] = {name: dict(state.registers.get(name, {})) for name in REGISTERS}
    text = SessionText(
        format=FORMAT,
        **{**about.model_dump(), "keep_until": state.keep_until, "contact": state.contact},
        title=scenario.title,
        language=scenario.language,
        stops=state.stops,
        inserted=list(state.inserted),
        at=at.key,
        page=at.page,
        step=keys.index(at.key) + 1 if at.key in keys else 0,
        steps=len(keys),
        series=scenario.series,
        part=scenario.part,
        open_agreements=_open_agreements(state),
        under_condition=under_condition(state),
        tables=len(state.merged.tables) if state.merged else 0,
        closed=state.closing().finished,
        changed_by_hand=state.changed_by_hand,
        **registers,
        rounds=dict(state.rounds),
        results=_results(state),
        notes={
            name: NoteText(use=note.use, step=note.step, about=note.about, text=note.text)
            for name, note in state.notes.items()
        },
        people=dict(state.people) | ({LISTENERS: state.listeners} if state.listeners else {}),
        begun=dict(state.begun),
        before=state.before,
        merged=state.merged,
        scenario=_scenario_text(scenario),
        marks={name: mark(agreement) for name, agreement in state.agreements().items()},
    )
    plain = text.model_dump(exclude_defaults=True)
    for each in plain.get("rounds", {}).values():
        del each["id"]
    return plain


def _open_agreements(state: State) -> int:
    return sum(
        agreement.status not in ENDED and agreement.firmness != "idea"
        for agreement in state.agreements().values()
    )


def _results(state: State) -> dict[str, dict[str, Plain]]:
    """Give what the steps left; what stands at the top of the file stands nowhere else."""
    closing = {name: value for name, value in state.result(CLOSING).items() if name not in AT_THE_TOP}
    others = {key: dict(fields) for key, fields in state.results.items() if key != CLOSING}
    return {**others, CLOSING: closing} if closing else others


def _scenario_text(scenario: Scenario) -> ScenarioText:
    uses = [
        UseText(
            **use.model_dump(exclude={"steps"}),
            steps=[step.model_dump(exclude_defaults=True) for step in use.steps],
        )
        for use in scenario.uses
    ]
    return ScenarioText(
        uses=uses, **{name: getattr(scenario, name) for name in ScenarioText.model_fields if name != "uses"}
    )


def session_state(raw: Mapping[str, Any], kinds: Kinds, place: Place) -> State:
    """Give the state that a session file describes. Raises Refused with every problem in it."""
    rounds = raw.get("rounds")
    if isinstance(rounds, dict):
        named = {
            name: {**each, "id": name} if isinstance(each, dict) else each for name, each in rounds.items()
        }
        raw = {**raw, "rounds": named}
    text = validate(SessionText, raw, place)
    use, _, step = text.at.partition("/")
    registers = {name: getattr(text, name) for name in REGISTERS}
    return State(
        about=About(**{name: getattr(text, name) for name in About.model_fields}),
        scenario=_scenario(text, kinds, place),
        registers={name: entries for name, entries in registers.items() if entries},
        rounds=text.rounds,
        results=text.results,
        notes={name: Note(note.use, note.step, note.about, note.text) for name, note in text.notes.items()},
        people={who: count for who, count in text.people.items() if who != LISTENERS},
        listeners=text.people.get(LISTENERS, 0),
        at=Position(use, step, text.page),
        begun=text.begun,
        stops=text.stops,
        before=text.before,
        merged=text.merged,
        inserted=tuple(text.inserted),
        changed_by_hand=text.changed_by_hand,
    )


def _scenario(text: SessionText, kinds: Kinds, place: Place) -> Scenario:
    said = text.scenario
    problems: list[Problem] = []
    uses: list[Use] = []
    for n, use in enumerate(said.uses):
        steps: list[Step] = []
        for m, raw in enumerate(use.steps):
            try:
                steps.append(read_step(raw, kinds, place, ("scenario", "uses", n, "steps", m)))
            except Refused as refused:
                problems.extend(refused.problems)
        if len(steps) == len(use.steps):
            uses.append(Use(steps=steps, **use.model_dump(exclude={"steps"})))
    if problems:
        raise Refused(*problems)
    others = {name: getattr(said, name) for name in ScenarioText.model_fields if name != "uses"}
    return Scenario(title=text.title, language=text.language, uses=uses, **others)
