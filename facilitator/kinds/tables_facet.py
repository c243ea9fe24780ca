"""What a kind of step has to say where tables of one evening become one session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import JsonValue

from facilitator.folders import is_file
from facilitator.kinds import STEPS, facet
from facilitator.scenario.model import KeptLine, Step, Use
from facilitator.session.rounds import Finding, Round
from facilitator.session.state import State
from facilitator.words import Words

StepT = TypeVar("StepT", bound=Step)

Fields = Mapping[str, JsonValue]
"""What a step left at one table."""


def all_the_same(_step: Step, left: Sequence[Fields]) -> Fields | None:
    """Give what every table left, where that is one and the same; else None: it is told per table."""
    return left[0] if all(fields == left[0] for fields in left) else None


@dataclass(frozen=True)
class KindTables(Generic[StepT]):
    """What steps of one kind say of tables; ``TABLES`` in ``steps/<kind>/tables.py``.

    A kind without that file has these: nothing is added that tables said differently.
    """

    join: Callable[[StepT, Sequence[Fields]], Fields | None] = all_the_same
    """What the tables left that left something, as one; None where it cannot be: it is told per table then.
    What is one thing has one id already."""
    said: Callable[[StepT, Fields, Words], Sequence[KeptLine]] | None = None
    """What one table left, as lines, for where it is told per table; None: as its ``keeps`` says."""
    told: Callable[[State, Use, StepT, Round, Words], Sequence[Finding]] = lambda *_: ()
    """What is said of a vote that was added up."""


@cache
def tables_of(kind: str) -> KindTables[Any]:
    """Give what steps of this kind say of tables; what is usual where the kind says nothing."""
    if not is_file(STEPS / kind / "tables.py"):
        return KindTables()
    return facet(kind, "tables", KindTables)
