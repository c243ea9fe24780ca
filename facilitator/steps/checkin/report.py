"""A check-in in a report: who was there before and how many wear which other hat, tied to nobody."""

from __future__ import annotations

from typing import Final

from facilitator.document import Paragraph, Part
from facilitator.kinds.message_facet import NOTHING_TO_TELL
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.state import State
from facilitator.steps.checkin.hats import is_first, worn
from facilitator.steps.checkin.kind import CheckinLeaves, CheckinStep
from facilitator.words import Words


def _account(state: State, use: Use, step: CheckinStep, t: Words) -> list[Part]:
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


REPORT: Final = KindReport[CheckinStep](chapter=Chapter.SAID, message=NOTHING_TO_TELL, account=_account)
