"""A check-in in a report: who was there before and how many wear which other hat, tied to nobody."""

from __future__ import annotations

from typing import Final

from facilitator.document import Paragraph, Part
from facilitator.scenario.model import Step, Use, key_of
from facilitator.session.state import State
from facilitator.steps.checkin.hats import is_first, worn
from facilitator.steps.checkin.kind import CheckinLeaves
from facilitator.words import Words

CHAPTER: Final = "said"


def parts(_state: State, _use: Use, _step: Step, _t: Words) -> list[Part]:
    """Give nothing: who were there stands at the head of the report."""
    return []


def account(state: State, use: Use, step: Step, t: Words) -> list[Part]:
    """Give how many were there last time, and once how many wear which other hat."""
    left = CheckinLeaves.model_validate(state.result(key_of(use, step)))
    said: list[str] = []
    if left.returning is not None and state.before is not None:
        n = min(left.returning, state.present)
        said.append(t("checkin.report.returning", n=n, here=state.present))
    if (hats := worn(state, t)) and is_first(state, use, step):
        listed = ", ".join(t("checkin.hats.count", hat=hat, n=count) for hat, count in hats)
        said.append(t("checkin.report.hats", hats=listed))
    return [Paragraph(each, quiet=True) for each in said]
