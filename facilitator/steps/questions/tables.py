"""Answers of tables to open questions: all of them, each with its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.kinds.tables_facet import Fields, KindTables
from facilitator.steps.questions.kind import QuestionsLeaves, QuestionsStep

MOST: Final = 300
"""Answers that one step keeps."""


def _join(_step: QuestionsStep, left: Sequence[Fields]) -> Fields | None:
    answers = [answer for fields in left for answer in QuestionsLeaves.model_validate(fields).answers]
    if len(answers) > MOST:
        return None
    return QuestionsLeaves(answers=answers).model_dump(mode="json", exclude_defaults=True)


TABLES: Final = KindTables[QuestionsStep](join=_join)
