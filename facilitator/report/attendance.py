"""Who were there: numbers per perspective, never names."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.session.state import State
from facilitator.words import Words


def list_people(state: State, t: Words) -> str:
    """Say how many people there were of each perspective, and how many listened."""
    counted = people_per_perspective(state)
    if not counted and not state.listeners:
        return t("report.nobody_counted")
    said = [t("report.with", people=join(counted, t))] if counted else []
    if state.listeners:
        said.append(t("report.listeners", n=state.listeners))
    return " ".join(said)


def people_per_perspective(state: State) -> list[str]:
    """Give "beleid (6)", "bewoners (5)", in the order of the scenario."""
    return [
        f"{perspective.title} ({state.people[perspective.id]})"
        for perspective in state.scenario.perspectives
        if state.people.get(perspective.id)
    ]


def join(words: Sequence[str], t: Words) -> str:
    """Give "a, b en c"."""
    if len(words) <= 1:
        return "".join(words)
    return t("report.and", first=", ".join(words[:-1]), last=words[-1])
