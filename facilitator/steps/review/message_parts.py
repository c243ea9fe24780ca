"""Looking back in the message: what worked, and what was put off or could not be said tonight."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.kinds.message_facet import KindMessage, MessagePart, Topic
from facilitator.scenario.model import Use, key_of
from facilitator.session.agreement_versions import changed_since
from facilitator.session.conditions import say_conditions
from facilitator.session.state import State
from facilitator.steps.review.findings import left_at, numbers
from facilitator.steps.review.kind import ReviewStep
from facilitator.words import Words

TOLD_HERE: Final = frozenset({"postponed", "unknown"})
"""Said tonight without a trace in the agreement itself; what has one is told with the agreements."""


def _parts(state: State, use: Use, step: ReviewStep, t: Words, today: date) -> list[MessagePart]:
    left = left_at(state, key_of(use, step))
    now, every = state.made_now(), state.agreements()
    put_off = [
        name
        for name, status in left.said.items()
        if status in TOLD_HERE
        and name in every
        and name not in now
        and every[name].status == status
        and not changed_since(every[name], state.about.day)
    ]
    told = [MessagePart(Topic.EARLIER, _line(name, state, t, today)) for name in put_off]
    worked = [learnt.text for learnt in left.worked if learnt.agreement is None]
    return [*told, *(MessagePart(Topic.WORKED, t("review.message.worked", what=what)) for what in worked)]


def _line(name: str, state: State, t: Words, today: date) -> str:
    agreement = state.agreements()[name]
    under = say_conditions(agreement, state.about.day, today, t)
    stands = [t("review.message.unknown")] if agreement.status == "unknown" else []
    number = numbers(state).get(name)
    return t(
        "review.message.line" if number else "review.message.idea",
        number=number,
        what=agreement.what,
        details=", ".join([*stands, *under]),
    )


MESSAGE: Final = KindMessage[ReviewStep](parts=_parts)
