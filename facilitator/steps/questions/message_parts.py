"""Open questions in the message: the answers to those of which the scenario says that they go out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from facilitator.kinds.message_facet import KindMessage, MessagePart, Topic
from facilitator.scenario.model import Use, key_of
from facilitator.session.state import State
from facilitator.steps.questions.kind import Answer, QuestionsLeaves, QuestionsStep
from facilitator.text import stopped
from facilitator.words import Words


def _parts(state: State, use: Use, step: QuestionsStep, t: Words, _today: date) -> list[MessagePart]:
    """Give each of these questions with all its answers, also those of who sees it differently."""
    answers = QuestionsLeaves.model_validate(state.result(key_of(use, step))).answers
    parts: list[MessagePart] = []
    for question in step.questions:
        here = [answer for answer in answers if answer.question == question.id]
        if question.message and here:
            said = t("questions.message.answered", question=question.text, answers=_answers(here, t))
            short = t("questions.message.in_report", question=question.text)
            parts.append(MessagePart(Topic.ANSWERED, said, short if len(short) < len(said) else ""))
    return parts


def _answers(answers: Sequence[Answer], t: Words) -> str:
    said = [answer.text for answer in answers if not answer.differs]
    sentences = [stopped(f"{text[:1].upper()}{text[1:]}") for text in said]
    sentences += [
        t("questions.report.differs", text=stopped(answer.text)) for answer in answers if answer.differs
    ]
    return " ".join(sentences)


MESSAGE: Final = KindMessage[QuestionsStep](parts=_parts)
