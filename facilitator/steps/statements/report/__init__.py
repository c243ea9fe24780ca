"""A vote in a report."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.message_facet import NOTHING_TO_TELL
from facilitator.kinds.report_facet import Answering, Chapter, KindReport
from facilitator.steps.statements.kind import StatementsStep, is_scan
from facilitator.steps.statements.report.brief_part import answer, differences
from facilitator.steps.statements.report.over_time_part import over_time
from facilitator.steps.statements.report.result_sheet import result_sheet
from facilitator.steps.statements.report.vote_part import account, chapter_title, doubts, parts, unknown

REPORT: Final = KindReport[StatementsStep](
    chapter=Chapter.URGENCY,
    message=NOTHING_TO_TELL,
    answering=lambda step: Answering.SCANS if is_scan(step) else Answering.MEASURES,
    answer=answer,
    differences=differences,
    result_sheet=result_sheet,
    title=chapter_title,
    over_time=over_time,
    parts=parts,
    unknown=unknown,
    account=account,
    doubts=doubts,
    own_notes=True,
)
