"""A card leaves nothing to report."""

from __future__ import annotations

from typing import Final

from facilitator.document import Part
from facilitator.scenario.model import Step, Use
from facilitator.session.state import State
from facilitator.words import Words

CHAPTER: Final = "said"


def parts(_state: State, _use: Use, _step: Step, _t: Words) -> list[Part]:
    """Give nothing."""
    return []
