"""A check-in in a report: the hats people named, in the account and tied to nobody."""

from __future__ import annotations

from typing import Final

from facilitator.document import Paragraph, Part
from facilitator.scenario.model import Step, Use, key_of
from facilitator.session.state import State
from facilitator.steps.checkin.kind import CheckinLeaves
from facilitator.words import Words

CHAPTER: Final = "said"


def parts(_state: State, _use: Use, _step: Step, _t: Words) -> list[Part]:
    """Give nothing: who were there stands at the head of the report."""
    return []


def account(state: State, use: Use, step: Step, t: Words) -> list[Part]:
    """Give the other hats people named, in the order of the alphabet, which is nobody's order."""
    hats = CheckinLeaves.model_validate(state.result(key_of(use, step))).hats
    if not hats:
        return []
    listed = ", ".join(sorted(set(hats), key=str.casefold))
    return [Paragraph(t("checkin.report.hats", hats=listed), quiet=True)]
