"""Open questions in a report: the answers, with the minority view marked and kept."""

from __future__ import annotations

from typing import Final

from facilitator.document import Items, Paragraph, Part
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.state import State
from facilitator.steps.questions.commands import text_of
from facilitator.steps.questions.kind import Answer, QuestionsLeaves, QuestionsStep
from facilitator.steps.questions.message_parts import MESSAGE
from facilitator.words import Words


def _parts(state: State, use: Use, step: QuestionsStep, t: Words) -> list[Part]:
    """Give each question that was answered with its answers, and last the notes of the step."""
    key = key_of(use, step)
    answers = QuestionsLeaves.model_validate(state.result(key)).answers
    notes = [note for note in state.notes.values() if f"{note.use}/{note.step}" == key]
    asked = [question.id for question in step.questions]
    found: list[Part] = []
    told: list[str] = []  # notes stand with their question, at the first thing it was asked about
    for about in dict.fromkeys(answer.about for answer in answers) or [None]:
        named = text_of(state, about) or t("questions.report.gone")
        found += [Paragraph(t("questions.report.about", what=named))] if about else []
        for question in step.questions:
            here = [answer for answer in answers if (answer.question, answer.about) == (question.id, about)]
            lines = [_line(answer, t) for answer in here]
            lines = [] if question.headline else lines  # it stands at the head of the report
            if question.id not in told:
                lines += [note.text for note in notes if note.about == question.id]
                told.append(question.id)
            found += [Paragraph(question.text, quiet=bool(about)), Items(lines)] if lines else []
    rest = [note.text for note in notes if note.about not in asked]
    return [*found, Items(rest)] if rest else found


def _headline(state: State, use: Use, step: QuestionsStep, t: Words) -> list[Part]:
    """Give the questions of which the answers open the report, with these."""
    answers = QuestionsLeaves.model_validate(state.result(key_of(use, step))).answers
    found: list[Part] = []
    for question in (question for question in step.questions if question.headline):
        lines = [_line(answer, t) for answer in answers if answer.question == question.id]
        found += [Paragraph(question.text, quiet=True), Items(lines)] if lines else []
    return found


def _line(answer: Answer, t: Words) -> str:
    return t("questions.report.differs", text=answer.text) if answer.differs else answer.text


REPORT: Final = KindReport[QuestionsStep](
    chapter=Chapter.SAID, message=MESSAGE, headline=_headline, parts=_parts, own_notes=True
)
