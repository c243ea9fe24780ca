"""What a kind of step has to say in a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from typing import Any, Generic, TypeVar

from facilitator.document import DataSheet, Part, Told
from facilitator.kinds import facet
from facilitator.kinds.message_facet import KindMessage
from facilitator.scenario.model import Step, Use
from facilitator.session.state import State
from facilitator.words import Words


class Chapter(StrEnum):
    """The headings of a report, in the order in which they are read."""

    AGREED = "agreed"
    SAID = "said"
    URGENCY = "urgency"
    TASKS = "tasks"
    NETWORK = "network"


class Answering(IntEnum):
    """How near what a step leaves comes to the answer to the question of the evening; the lowest gives it."""

    ADVISES = 1
    SCANS = 2
    CHOOSES = 3
    LOOKS_BACK = 4
    MEASURES = 5
    SHARES = 6
    NOT = 7


StepT = TypeVar("StepT", bound=Step)

OfStep = Callable[[State, Use, StepT, Words], Sequence[Told]]
OfSession = Callable[[State, Words], Sequence[Told]]
PlainOfStep = Callable[[State, Use, StepT, Words], Sequence[Part]]
PlainOfSession = Callable[[State, Words], Sequence[Part]]
"""Without anything for the facilitator alone."""
OfSessions = Callable[[Sequence[State], Words], Sequence[Part]]
"""Of sessions of one neighbourhood, the oldest first."""
LinesOfStep = Callable[[State, Use, StepT, Words], list[str]]


@dataclass(frozen=True)
class KindReport(Generic[StepT]):
    """What steps of one kind say in a report; ``REPORT`` in ``steps/<kind>/report.py``."""

    chapter: Chapter
    """Under which heading its parts stand."""
    message: KindMessage[StepT]
    """What of it goes out the same evening."""
    title: Callable[[State, Words], str] = lambda _state, _t: ""
    """Another heading for the chapter than the usual one, where this session asks for it."""
    answering: Callable[[StepT], Answering] = lambda _step: Answering.NOT
    answer: LinesOfStep[StepT] = lambda _state, _use, _step, _t: []
    """What answers the question of the evening, the answer itself first, a text each."""
    decisions: PlainOfSession = lambda _state, _t: []
    """What was decided, as a table for the first page."""
    changes: PlainOfSession = lambda _state, _t: []
    """What became of what earlier meetings decided: then and now."""
    decision_sheet: Callable[[State, Words], DataSheet | None] = lambda _state, _t: None
    """The same for a list that is kept elsewhere, earlier decisions with it."""
    result_sheet: Callable[[State, Words], DataSheet | None] = lambda _state, _t: None
    """Every vote of the session, as far as it may be shown, in figures."""
    differences: LinesOfStep[StepT] = lambda _state, _use, _step, _t: []
    """Where groups see it differently and how sure that is, a sentence each, the largest difference first."""
    headline: PlainOfStep[StepT] = lambda _state, _use, _step, _t: []
    """What a step left that the report opens with, before every chapter."""
    parts: OfStep[StepT] = lambda _state, _use, _step, _t: []
    """What one step left."""
    registers: OfSession = lambda _state, _t: []
    """What is shown once for the whole session, however many steps of the kind there are."""
    over_time: OfSessions = lambda _states, _t: []
    """How what steps of this kind left moved from one session to the next."""
    lessons: LinesOfStep[StepT] = lambda _state, _use, _step, _t: []
    """What the group learnt at a step, in its own words."""
    unknown: LinesOfStep[StepT] = lambda _state, _use, _step, _t: []
    """What is still not known, a sentence each."""
    account: OfStep[StepT] = lambda _state, _use, _step, _t: []
    """How it was measured."""
    doubts: LinesOfStep[StepT] = lambda _state, _use, _step, _t: []
    """Where what is kept contradicts itself, a sentence each."""
    is_missed: Callable[[StepT], bool] = lambda _step: True
    """Whether it is told when the group did not come to a step."""
    own_notes: bool = False
    """Whether ``parts`` shows the notes of the step itself, each under what it is about."""


@cache
def report_of(kind: str) -> KindReport[Any]:
    """Give what steps of this kind say in a report."""
    return facet(kind, "report", KindReport)
