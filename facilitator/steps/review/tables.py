"""What tables looked back at: all that worked and was learnt, each line with its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.kinds.tables_facet import Fields, KindTables
from facilitator.steps.review.kind import ReviewLeaves, ReviewStep

MOST: Final = 60
"""Lines of one sort that one step keeps."""


def _join(_step: ReviewStep, left: Sequence[Fields]) -> Fields | None:
    tables = [ReviewLeaves.model_validate(fields) for fields in left]
    worked = [line for table in tables for line in table.worked]
    learnt = [line for table in tables for line in table.learnt]
    if len(worked) > MOST or len(learnt) > MOST:
        return None
    said = {name: status for table in reversed(tables) for name, status in table.said.items()}
    return ReviewLeaves(worked=worked, learnt=learnt, said=said).model_dump(
        mode="json", exclude_defaults=True
    )


TABLES: Final = KindTables[ReviewStep](join=_join)
