"""What a kind of step has to say in the message that goes out the same evening."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from facilitator.scenario.model import Step, Use
from facilitator.session.state import State
from facilitator.words import Words


class Topic(StrEnum):
    """What a part of the message is about, in the order in which it is read."""

    DECIDED = "decided"
    """What was agreed tonight, each with how it stands."""
    EARLIER = "earlier"
    """What became tonight of what was agreed before."""
    RUNNING = "running"
    """What was agreed before and goes on as it was."""
    ADVICE = "advice"
    CHOSEN = "chosen"
    ANSWERED = "answered"
    """What was asked so that it would be told: who answers to what was not chosen, when we meet."""
    SHARED = "shared"
    WORKED = "worked"
    OPEN = "open"
    """What nobody knows yet, with who finds out."""
    WAITING = "waiting"
    """What was put off, with who comes back to it."""
    COUNTED = "counted"
    """What is not told by itself: how many ideas there are."""


KEPT_LONGEST: Final = (
    Topic.DECIDED,
    Topic.ADVICE,
    Topic.CHOSEN,
    Topic.EARLIER,
    Topic.ANSWERED,
    Topic.OPEN,
    Topic.WAITING,
    Topic.SHARED,
    Topic.WORKED,
    Topic.RUNNING,
    Topic.COUNTED,
)
"""Where not everything fits, the last of these goes first: promises stay longer than what was said."""


@dataclass(frozen=True)
class MessagePart:
    """What is told whole or not at all: a line of a list, or sentences."""

    topic: Topic
    text: str
    short: str = ""
    """The same with less beside it, for when the message is full; never without a condition."""


StepT = TypeVar("StepT", bound=Step)


@dataclass(frozen=True)
class KindMessage(Generic[StepT]):
    """What steps of one kind say in the message. The day is that of the reader: which dates need a year.

    Given is only what may leave the room; nothing here names a perspective of fewer than three people.
    """

    parts: Callable[[State, Use, StepT, Words, date], list[MessagePart]] = lambda *_: []
    """What one step left, the most important first."""
    registers: Callable[[State, Words, date], list[MessagePart]] = lambda *_: []
    """What is told once for the whole session, however many steps of the kind there are."""


NOTHING_TO_TELL: Final = KindMessage[Any]()
"""Of a kind of which nothing goes into the message: it is in the report."""
