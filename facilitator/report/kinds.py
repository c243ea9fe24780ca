"""What each kind of step has to say in a report, found by the name of its folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from facilitator.document import Part
from facilitator.scenario.model import Step, Use
from facilitator.session.state import State
from facilitator.words import Words

OfStep = Callable[[State, Use, Step, Words], list[Part]]
OfSession = Callable[[State, Words], list[Part]]
LinesOfStep = Callable[[State, Use, Step, Words], list[str]]


@dataclass(frozen=True)
class KindReport:
    """What ``steps/<kind>/report.py`` offers; only ``CHAPTER`` and ``parts`` have to be there."""

    chapter: str
    """Under which heading its parts stand: agreed, urgency, tasks, network or said."""
    parts: OfStep
    registers: OfSession
    """What it shows once for the whole session, however many steps of the kind there are."""
    unknown: LinesOfStep
    """What is still not known, a sentence each."""
    account: OfStep
    """How it was measured."""
    doubts: LinesOfStep
    """Where what is kept contradicts itself, a sentence each."""
    own_notes: bool
    """Whether ``parts`` shows the notes of the step itself, each under what it is about."""


@cache
def report_of(kind: str) -> KindReport:
    """Give what a kind says; a kind without a report says nothing, and its notes are kept."""
    name = f"facilitator.steps.{kind.replace('-', '_')}.report"
    try:
        module: Any = import_module(name)
    except ModuleNotFoundError as error:
        if error.name is None or not name.startswith(error.name):
            raise
        module = None
    return KindReport(
        chapter=getattr(module, "CHAPTER", "said"),
        parts=getattr(module, "parts", _nothing_of_step),
        registers=getattr(module, "registers", _nothing),
        unknown=getattr(module, "unknown", _no_lines),
        account=getattr(module, "account", _nothing_of_step),
        doubts=getattr(module, "doubts", _no_lines),
        own_notes=getattr(module, "OWN_NOTES", False),
    )


def _nothing_of_step(_state: State, _use: Use, _step: Step, _t: Words) -> list[Part]:
    return []


def _nothing(_state: State, _t: Words) -> list[Part]:
    return []


def _no_lines(_state: State, _use: Use, _step: Step, _t: Words) -> list[str]:
    return []
