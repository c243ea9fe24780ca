"""The gate in a report: what the group answered, and what it advises."""

from __future__ import annotations

from typing import Final

from facilitator.document import Items, Part, Table
from facilitator.kinds.report_facet import Answering, Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.state import State
from facilitator.steps.gate.kind import GateLeaves, GateQuestion, GateStep
from facilitator.steps.gate.message_parts import MESSAGE, lacking
from facilitator.words import Words


def _parts(state: State, use: Use, step: GateStep, t: Words) -> list[Part]:
    """Give the replies, then the notes; an advice with its grounds answers the question of the evening."""
    key = key_of(use, step)
    left = GateLeaves.model_validate(state.result(key))
    said = [] if left.advice else grounds(left, t)
    found: list[Part] = [Items(said)] if said else []
    if left.replies:
        rows = [_row(question, left, t) for question in step.questions if question.id in left.replies]
        found.append(Table([t("gate.report.question"), t("gate.report.reply")], rows))
    notes = [note.text for note in state.notes.values() if f"{note.use}/{note.step}" == key]
    return [*found, Items(notes)] if notes else found


def _answer(state: State, use: Use, step: GateStep, t: Words) -> list[str]:
    """Give the advice with its grounds, who decides and when people hear; also which of these nobody said."""
    left = GateLeaves.model_validate(state.result(key_of(use, step)))
    if not left.advice:
        return []
    return [t(f"gate.report.advice.{left.advice}"), *grounds(left, t), *lacking(left, t)]


def _unknown(state: State, use: Use, step: GateStep, t: Words) -> list[str]:
    """Give the questions to which the group does not know the answer, and the advice when that is open."""
    left = GateLeaves.model_validate(state.result(key_of(use, step)))
    lines = [
        t("gate.report.open_question", question=question.text)
        for question in step.questions
        if left.replies.get(question.id) == "unknown"
    ]
    if left.advice == "unknown":
        lines.append(_who_finds_out(left, t))
    return lines


def _who_finds_out(left: GateLeaves, t: Words) -> str:
    if left.finds_out:
        return t("gate.report.open_advice_who", who=left.finds_out)
    return t("gate.report.open_advice")


def _row(question: GateQuestion, left: GateLeaves, t: Words) -> list[str]:
    reply = left.replies[question.id]
    said = t(f"gate.report.replies.{reply}")
    return [question.text, f"{said} {question.if_no}" if reply == "no" and question.if_no else said]


def grounds(left: GateLeaves, t: Words) -> list[str]:
    """Give what was said with an advice, a sentence each."""
    said = (
        t("gate.report.area", area=left.area) if left.area else "",
        t("gate.report.because", reason=left.reason) if left.reason else "",
        t("gate.report.evidence", evidence=left.evidence) if left.evidence else "",
        t("gate.report.decides", who=left.decides) if left.decides else "",
        t("gate.report.hears", when=left.hears) if left.hears else "",
        t("gate.report.finds_out", who=left.finds_out) if left.finds_out else "",
    )
    return [sentence for sentence in said if sentence]


REPORT: Final = KindReport[GateStep](
    chapter=Chapter.SAID,
    message=MESSAGE,
    answering=lambda _step: Answering.ADVISES,
    answer=_answer,
    parts=_parts,
    unknown=_unknown,
    own_notes=True,
)
