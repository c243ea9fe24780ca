"""The gate in the message: the advice, who decides on it, and when the neighbourhood hears."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.kinds.message_facet import KindMessage, MessagePart, Topic
from facilitator.scenario.model import Use, key_of
from facilitator.session.state import State
from facilitator.steps.gate.kind import GateLeaves, GateStep
from facilitator.text import stopped
from facilitator.words import Words


def _parts(state: State, use: Use, step: GateStep, t: Words, _today: date) -> list[MessagePart]:
    left = GateLeaves.model_validate(state.result(key_of(use, step)))
    if left.advice is None:
        return []
    advice = t(f"gate.report.advice.{left.advice}")
    about = [t("gate.report.area", area=stopped(left.area))] if left.area else []
    about += [t("gate.report.because", reason=stopped(left.reason))] if left.reason else []
    goes_on = _goes_on(left, t)
    return [
        MessagePart(Topic.ADVICE, " ".join([advice, *about, *goes_on]), " ".join([advice, *goes_on])),
    ]


def _goes_on(left: GateLeaves, t: Words) -> list[str]:
    """Give who finds out, who decides and who hears when; and what of these was not said."""
    said = [t("gate.report.finds_out", who=stopped(left.finds_out))] if left.finds_out else []
    said += [t("gate.report.decides", who=stopped(left.decides))] if left.decides else []
    said += [t("gate.report.hears", when=stopped(left.hears))] if left.hears else []
    return [*said, *lacking(left, t)]


def lacking(left: GateLeaves, t: Words) -> list[str]:
    """Say of who decides and of when the neighbourhood hears, that nobody said so."""
    lacks = "" if left.decides else "decides"
    if not left.hears:
        lacks = "both" if lacks else "hears"
    return [t(f"gate.message.lacks.{lacks}")] if lacks else []


MESSAGE: Final = KindMessage[GateStep](parts=_parts)
