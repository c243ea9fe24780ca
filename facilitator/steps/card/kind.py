"""What a card says. It leaves nothing."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.records import Id, Kept
from facilitator.scenario.model import Kind, Scenario, Step
from facilitator.scenario.screen_fit import ScreenPage, Written


class CardStep(Step):
    """Something to read or listen to, or a break."""

    dutch: ClassVar = {
        "card": "kaart|pauze|uitleg|welkom",
    }
    kind: Literal["card"]
    pause: bool = False
    """A break: the screen shows when the group goes on."""
    shows: Annotated[list[Id], Field(max_length=6)] = []
    """Of which steps it shows what they said at earlier meetings, by their ``keep``."""


class CardLeaves(Kept):
    """Nothing."""


def _fits(step: CardStep, _scenario: Scenario) -> list[ScreenPage]:
    """The title, a blank row and the text; in a break a blank row and when the group goes on."""
    written = [Written("title", step.title), Written("text", step.text)]
    return [ScreenPage(written, besides=1 + 2 * step.pause)]


KIND: Final = Kind("card", CardStep, CardLeaves, fits=_fits)
