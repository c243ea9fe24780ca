"""What a card says. It leaves nothing."""

from __future__ import annotations

from typing import Final, Literal

from facilitator.records import Record
from facilitator.scenario.model import Kind, Step


class CardStep(Step):
    """Something to read or listen to, or a break."""

    kind: Literal["card"]
    pause: bool = False
    """A break: the screen shows when the group goes on."""


class CardLeaves(Record):
    """Nothing."""


KIND: Final = Kind("card", CardStep, CardLeaves)
