"""Who were there: numbers per perspective, never names."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.session.people import per_perspective
from facilitator.session.state import State
from facilitator.words import Words


def list_people(state: State, t: Words) -> str:
    """Say how many people there were of each perspective, and how many listened."""
    counted = per_perspective(state.scenario, state.people)
    if not counted and not state.listeners:
        return t("report.nobody_counted")
    said = [t("report.with_all", n=state.present, people=join(counted, t))] if counted else []
    if state.listeners:
        said.append(t("report.listeners", n=state.listeners))
    return " ".join(said)


def join(words: Sequence[str], t: Words) -> str:
    """Give "a, b en c"."""
    if len(words) <= 1:
        return "".join(words)
    return t("report.and", first=", ".join(words[:-1]), last=words[-1])
