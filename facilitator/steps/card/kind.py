"""What a card says. It leaves nothing."""

from __future__ import annotations

from typing import Final, Literal

from facilitator.records import Kept
from facilitator.scenario.fit import Page, Written
from facilitator.scenario.model import Kind, Scenario, Step


class CardStep(Step):
    """Something to read or listen to, or a break."""

    kind: Literal["card"]
    pause: bool = False
    """A break: the screen shows when the group goes on."""


class CardLeaves(Kept):
    """Nothing."""


def _fits(step: CardStep, _scenario: Scenario) -> list[Page]:
    """The title, a blank row and the text; in a break a blank row and when the group goes on."""
    written = [Written("title", step.title), Written("text", step.text)]
    return [Page(written, besides=1 + 2 * step.pause)]


KIND: Final = Kind("card", CardStep, CardLeaves, fits=_fits)
