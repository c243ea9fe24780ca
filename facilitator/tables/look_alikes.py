"""What tables made that looks the same, one question at a time. A person says whether it is. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from facilitator.session.merged_tables import JoinChoice
from facilitator.session.registers import Actor, Agreement, Entry, RegisterName, Task
from facilitator.tables.table_sessions import TableSession
from facilitator.text import folded

JOINABLE: Final[Sequence[RegisterName]] = ("agreements", "tasks", "actors")
"""What may be the same thing at two tables, in the order in which it is asked."""
LIKE: Final = 0.8
"""How much of two texts is the same, letter by letter, before it is asked."""
SHARED: Final = 0.6
"""Or which part of their words."""
_SMALL: Final = frozenset({"de", "het", "een", "the", "a", "an", "van", "of", "en", "and", "in", "op", "on"})


@dataclass(frozen=True)
class LookAlike:
    """Two entries of two tables that look the same."""

    register: RegisterName
    one: str
    one_table: int
    one_text: str
    other: str
    other_table: int
    other_text: str

    @property
    def key(self) -> frozenset[str]:
        return frozenset({self.one, self.other})


Answer = Callable[[LookAlike], bool | None]
"""Whether it is the same; None: nobody says so, and it stays apart."""


@dataclass(frozen=True)
class Joins:
    """What is joined, and what was said of each question."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Per id of what is joined the id that it has from now on."""
    choices: Sequence[JoinChoice] = ()
    """What a person said."""
    unanswered: int = 0
    """How much looks the same of which nobody said anything."""


@dataclass
class _Thing:
    """Something that one table made, or more than one."""

    name: str
    text: str
    table: int
    tables: set[int]
    came_over: bool


def find_joins(tables: Sequence[TableSession], kept: Sequence[JoinChoice], answer: Answer) -> Joins:
    """Ask of everything that looks the same at two tables whether it is; what was said before counts.

    What one table keeps apart is never joined.
    """
    before = {frozenset({choice.one, choice.other}): choice.same for choice in kept}
    names: dict[str, str] = {}
    choices: list[JoinChoice] = []
    unanswered = 0
    for register in JOINABLE:
        things: list[_Thing] = []
        for number, table in enumerate(tables, 1):
            for new in _things(register, number, table, things):
                for pair, thing in _alike(register, new, things):
                    said = before.get(pair.key)
                    same = answer(pair) if said is None else said
                    unanswered += same is None
                    if same is not None:
                        choices.append(JoinChoice(one=pair.one, other=pair.other, same=same))
                    if same:
                        names |= _join(thing, new)
                        break
                else:
                    things.append(new)
    return Joins({name: _end(name, names) for name in names}, choices, unanswered)


def _end(name: str, names: Mapping[str, str]) -> str:
    """Give the id that something has in the end, when what it was joined with was joined too."""
    while name in names:
        name = names[name]
    return name


def _things(
    register: RegisterName, number: int, table: TableSession, things: Sequence[_Thing]
) -> Iterator[_Thing]:
    """Give what a table has; what came over and is there already has one id, and needs no question."""
    there = {thing.name: thing for thing in things}
    for name, entry in table.state.registers.get(register, {}).items():
        if name in there:
            there[name].tables.add(number)
        else:
            yield _Thing(name, said_of(entry), number, {number}, table.state.came_from(name) is not None)


def said_of(entry: Entry) -> str:
    """Give by what people know an entry that may be joined."""
    if isinstance(entry, Agreement):
        return entry.what
    return entry.name if isinstance(entry, Actor | Task) else ""


def _alike(
    register: RegisterName, new: _Thing, things: Sequence[_Thing]
) -> Iterator[tuple[LookAlike, _Thing]]:
    for thing in things:
        both_came = thing.came_over and new.came_over
        if new.table not in thing.tables and not both_came and look_alike(thing.text, new.text):
            pair = LookAlike(register, thing.name, thing.table, thing.text, new.name, new.table, new.text)
            yield pair, thing


def _join(thing: _Thing, new: _Thing) -> dict[str, str]:
    """Make one thing of two: under the first id, or under that of what came over."""
    thing.tables |= new.tables
    if not new.came_over:
        return {new.name: thing.name}
    old, thing.name, thing.came_over = thing.name, new.name, True
    return {old: new.name}


def look_alike(one: str, other: str) -> bool:
    """Tell whether two texts are so much alike that it is worth a question."""
    said, again = folded(one), folded(other)
    if said == again or SequenceMatcher(None, said, again, autojunk=False).ratio() >= LIKE:
        return True
    words, others = set(said.split()) - _SMALL, set(again.split()) - _SMALL
    return bool(words and others) and len(words & others) >= SHARED * len(words | others)
