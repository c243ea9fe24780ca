"""A card leaves nothing to report; a break that was not held is not missed."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.message_facet import NOTHING_TO_TELL
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.steps.card.kind import CardStep

REPORT: Final = KindReport[CardStep](
    chapter=Chapter.SAID, message=NOTHING_TO_TELL, is_missed=lambda step: not step.pause
)
