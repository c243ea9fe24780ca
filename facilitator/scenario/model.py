"""A scenario as a workshop runs it: composed from its files, in one language, complete in itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import Field, SerializeAsAny

from facilitator.problems import Problem
from facilitator.records import FilledLine, FilledProse, Id, Kept, Line, Prose, Record
from facilitator.scenario.bilingual_text import BilingualText
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.item_sorts import ItemSort
from facilitator.scenario.screen_fit import ScreenPage
from facilitator.words import Language

RESIDENTS: Final = frozenset({"bewoners", "bewoner", "inwoners", "residents", "resident"})
POLICY: Final = frozenset({"beleid", "policy"})
"""What scenarios call the perspective of who lives there; its absence is always asked about."""

MOST_PEOPLE: Final = 200
"""In one evening."""

Minutes = Annotated[int, Field(ge=1, le=240)]
SourceStatus = Literal["verified", "derived"]


Supply = (
    Literal["people", "items", "tasks", "actors", "formal", "informal", "agreements", "contributions"]
    | Literal["facts", "stories", "questions", "choices", "votes"]
    | ItemSort
)
"""What steps leave for later ones: people who are counted, entries in registers, what is chosen, and what is
open; of items also their sorts, of actors also their sides."""


class Perspective(Record):
    """From where someone answers."""

    id: Id
    title: FilledLine
    """One or two words, as they stand before a row of dots."""
    who: Line = ""
    """Who belongs to it, for who doubts."""


class Scale(Record):
    """The points people choose from, low to high, and a way not to choose."""

    points: Annotated[list[FilledLine], Field(min_length=3, max_length=7)]
    unknown: FilledLine


class StatementLine(Record):
    """A sentence to score, as its file says it."""

    id: Id
    text: FilledLine
    ask: Line = ""
    """What the room is asked when answers to it differ."""


class Statement(StatementLine):
    """A sentence to score."""

    also: Line = ""
    """The sentence in the other language, where its file has it: who read that answered the same."""

    @property
    def wording(self) -> BilingualText:
        return BilingualText(self.text, self.also)


class StatementSet(Kept):
    """Statements that belong together."""

    id: Id
    title: FilledLine
    also: Line = ""
    """The title in the other language, where its file has it."""
    about: Id | None = None
    """The perspective that it is about; when nobody answered from there, the result says so."""
    source: Line = ""
    source_status: SourceStatus = "derived"
    statements: Annotated[list[Statement], Field(min_length=1, max_length=60)]

    def find(self, statement: str) -> Statement | None:
        return next((found for found in self.statements if found.id == statement), None)


class Step(Record):
    """What every kind of step says; a kind adds what it needs."""

    dutch: ClassVar[Mapping[str, str]] = {}
    """What authors call this kind and its fixed words in Dutch, as in ``suggestions.DUTCH``."""
    id: Id
    kind: Id
    title: FilledLine
    minutes: Minutes
    text: Prose = ""
    """What the room reads."""
    notes: Prose = ""
    """What the facilitator reads, on the printed run sheet or on request."""
    alone: Prose = ""
    """What a team without a facilitator reads instead, before the step begins."""
    outcome: Line = ""
    """What there is when the step is done."""
    watch: Prose = ""
    """What to watch for."""
    optional: bool = False
    """Whether the step may be skipped when time runs out."""
    keep: Id | None = None
    """Under this name later meetings know what the group said here: a card there ``shows`` it."""


class Use(Kept):
    """A block in a scenario."""

    id: Id
    block: Id
    title: FilledLine
    why: FilledProse
    source: Line = ""
    source_status: SourceStatus = "derived"
    steps: Annotated[list[SerializeAsAny[Step]], Field(min_length=1)]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


class Scenario(Kept):
    """A workshop programme."""

    id: Id
    language: Language
    title: FilledLine
    purpose: FilledLine
    """What the group finds out, as a question of at most some 40 characters."""
    minutes: Minutes
    audience: Line = ""
    people: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] = 18
    """For how many people the minutes are meant."""
    group: Line = ""
    """What later meetings call the people who were here, such as "bestuurders"."""
    brings: list[Id] = []
    """What comes along from earlier parts of the series and is used here."""
    alone: bool = False
    """Whether a team runs it by itself, without a facilitator."""
    series: Id | None = None
    """The series it belongs to, if it does; sessions of a series follow each other."""
    part: Annotated[int, Field(ge=1, le=20)] | None = None
    perspectives: Annotated[list[Perspective], Field(min_length=1, max_length=6)]
    scale: Scale
    uses: Annotated[list[Use], Field(min_length=1)]
    statement_sets: list[StatementSet] = []
    sources: list[FilledLine] = []

    def places(self) -> Iterator[tuple[Use, Step]]:
        """Walk the steps in order, each with the use it stands in."""
        return ((use, step) for use in self.uses for step in use.steps)

    def find_set(self, name: str) -> StatementSet | None:
        return next(
            (statement_set for statement_set in self.statement_sets if statement_set.id == name), None
        )

    def perspective(self, name: str) -> Perspective | None:
        return next((perspective for perspective in self.perspectives if perspective.id == name), None)


def key_of(use: Use, step: Step) -> str:
    """Give the name under which a session keeps what a step left: ``use/step``."""
    return f"{use.id}/{step.id}"


class KeptLine(Kept):
    """A line that a step keeps for later meetings."""

    about: Line = ""
    """The question that it answers."""
    text: FilledLine
    differs: bool = False
    """Whether someone saw it so who differed from the others."""


@dataclass(frozen=True)
class Kind:
    """A kind of step: what a scenario may say of it, and what a session may hold of it."""

    name: str
    step: type[Step]
    leaves: type[Record]
    _: KW_ONLY
    check: Callable[[Any, Scenario], list[Problem]] = lambda _step, _scenario: []
    """What can only be seen in the whole scenario, such as a set that is not there. The key of a problem is
    seen from the step: ``questions[2].id``; without a key the step itself is pointed at."""
    gives: Callable[[Any], Sequence[Supply]] = lambda _step: ()
    """What there is after such a step for later ones to go on with."""
    needs: Callable[[Any], Supply | None] = lambda _step: None
    """What has to be there before such a step, so that a group does not meet an empty page."""
    shows: Callable[[Any], Sequence[Supply]] = lambda _step: ()
    """What of earlier meetings such a step lays before the room."""
    fits: Callable[[Any, Scenario], list[ScreenPage]] = lambda _step, _scenario: []
    """Which texts stand on the screen together, and the rows of what else has to be seen with them."""
    keeps: Callable[[Any, Any], list[KeptLine]] | None = None
    """What a step of this kind with a ``keep`` gives later meetings, from the step and what it left; None:
    what it leaves stands in registers, which come along anyway, or is nothing to show later."""
    takes: Callable[[Any, Scenario, Expected], Duration | None] = lambda _step, _scenario, _expected: None
    """How long the step takes with who and what there is then; None: as long as it is given."""
    adds: Callable[[Any, Expected], Mapping[str, int]] = lambda _step, _expected: {}
    """How many there are of what when the step is done, of what it makes more or fewer."""


Kinds = Mapping[str, Kind]


def dutch_kinds(kinds: Kinds) -> Mapping[str, str]:
    """Give what authors call each kind of step in Dutch."""
    return {name: kind.step.dutch[name] for name, kind in kinds.items() if name in kind.step.dutch}
