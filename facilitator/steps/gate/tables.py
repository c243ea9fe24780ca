"""Advice of tables: one where all advise the same; else each is told by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.kinds.tables_facet import Fields, KindTables
from facilitator.records import LONGEST_LINE
from facilitator.scenario.model import KeptLine
from facilitator.steps.gate.kind import GateLeaves, GateStep
from facilitator.steps.gate.report import grounds
from facilitator.text import stopped
from facilitator.words import Words

TOLD: Final = ("area", "evidence", "reason", "decides", "hears", "finds_out")
"""What is said with an advice, in words."""


def _join(_step: GateStep, left: Sequence[Fields]) -> Fields | None:
    """Give one advice, with the replies and the words that no table contradicts."""
    tables = [GateLeaves.model_validate(fields) for fields in left]
    if len({table.advice for table in tables}) > 1:
        return None
    said = {name: {getattr(table, name) for table in tables} - {""} for name in TOLD}
    if any(len(found) > 1 for found in said.values()):
        return None
    replies = {name: reply for table in tables for name, reply in table.replies.items()}
    if any(table.replies.get(name, reply) != reply for table in tables for name, reply in replies.items()):
        return None
    words = {name: next(iter(found)) for name, found in said.items() if found}
    joined = tables[0].model_copy(update={"replies": replies, **words})
    return joined.model_dump(mode="json", exclude_defaults=True)


def _said(step: GateStep, fields: Fields, t: Words) -> list[KeptLine]:
    """Give the advice with its grounds, and the replies, for where tables advise differently."""
    left = GateLeaves.model_validate(fields)
    advice = [t(f"gate.report.advice.{left.advice}")] if left.advice else []
    said = " ".join(stopped(line) for line in (*advice, *grounds(left, t)))
    return [
        *([KeptLine(text=said[:LONGEST_LINE])] if said else []),
        *(
            KeptLine(about=question.text, text=t(f"gate.report.replies.{left.replies[question.id]}"))
            for question in step.questions
            if question.id in left.replies
        ),
    ]


TABLES: Final = KindTables[GateStep](join=_join, said=_said)
