"""A card leaves nothing to report; a break that was not held is not missed."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.steps.card.kind import CardStep

REPORT: Final = KindReport[CardStep](chapter=Chapter.SAID, is_missed=lambda step: not step.pause)
