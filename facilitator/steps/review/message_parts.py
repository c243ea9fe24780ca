"""Looking back in the message: what worked. How agreements stand is told with the agreements."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.kinds.message_facet import KindMessage, MessagePart, Topic
from facilitator.scenario.model import Use, key_of
from facilitator.session.state import State
from facilitator.steps.review.findings import left_at
from facilitator.steps.review.kind import ReviewStep
from facilitator.words import Words


def _parts(state: State, use: Use, step: ReviewStep, t: Words, _today: date) -> list[MessagePart]:
    worked = [learnt.text for learnt in left_at(state, key_of(use, step)).worked if learnt.agreement is None]
    return [MessagePart(Topic.WORKED, t("review.message.worked", what=what)) for what in worked]


MESSAGE: Final = KindMessage[ReviewStep](parts=_parts)
