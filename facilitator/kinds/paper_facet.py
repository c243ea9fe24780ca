"""What a kind of step puts on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from facilitator.kinds import facet
from facilitator.kinds.paper_plan import Plan
from facilitator.kinds.paper_sheets import Bundle, PaperSide, WritingSheet
from facilitator.kinds.paper_strips import Strip
from facilitator.problems import Problem
from facilitator.scenario.model import Scenario, Step, Use
from facilitator.words import Words

StepT = TypeVar("StepT", bound=Step)


@dataclass(frozen=True)
class Printing(Generic[StepT]):
    """What is printed for an evening, seen by one kind of step."""

    steps: Sequence[tuple[Use, StepT]]
    """The steps of the kind that are done, in the order of the programme; none is possible too."""
    scenario: Scenario
    plan: Plan
    t: Words


@dataclass(frozen=True)
class KindPaper(Generic[StepT]):
    """What steps of one kind put on paper; ``PAPER`` in ``steps/<kind>/paper.py``."""

    asked: Callable[[Use, StepT, Scenario, Words], Sequence[Strip]] = lambda _use, _step, _scenario, _t: []
    """What a facilitator reads aloud in a step when there is no screen: for the run sheet."""
    bring: Callable[[Printing[StepT]], Sequence[str]] = lambda _printing: []
    """What has to be taken along, a sentence each."""
    ballots: Callable[[Printing[StepT]], Sequence[Bundle]] = lambda _printing: []
    """What each person votes on."""
    easy_ballots: Callable[[Printing[StepT]], Sequence[Bundle]] = lambda _printing: []
    """What each person votes on who reads little, instead of a ballot."""
    reading_cards: Callable[[Printing[StepT]], Sequence[WritingSheet]] = lambda _printing: []
    """What is read aloud, for the one who does that."""
    untranslated: Callable[[Printing[StepT]], Sequence[Problem]] = lambda _printing: []
    """What the second language of the paper lacks, where there is one."""
    slips: Callable[[Printing[StepT]], Sequence[Bundle]] = lambda _printing: []
    """What each person votes on once more."""
    cards: Callable[[Printing[StepT]], Sequence[PaperSide]] = lambda _printing: []
    """What the room reads when the projector is dark, large."""
    tallies: Callable[[Printing[StepT]], Sequence[WritingSheet]] = lambda _printing: []
    """Where people or answers are counted by hand."""
    sheets: Callable[[Printing[StepT]], Sequence[WritingSheet]] = lambda _printing: []
    """Where the group writes down what it says."""


def paper_of(kind: str) -> KindPaper[Any]:
    """Give what steps of this kind put on paper."""
    return facet(kind, "paper", KindPaper)
