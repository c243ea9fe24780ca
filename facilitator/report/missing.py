"""What a report does not know, and says so: who was not there, what was not reached, what stays unsure."""

from __future__ import annotations

from facilitator.document import Items, Paragraph, Part
from facilitator.report.kinds import report_of
from facilitator.scenario.model import RESIDENTS, Perspective, key_of
from facilitator.session.state import State
from facilitator.steps.card.kind import CardStep
from facilitator.words import Words


def residents_of(state: State) -> list[Perspective]:
    return [each for each in state.scenario.perspectives if each.id in RESIDENTS]


def without_residents(state: State) -> bool:
    """Tell whether people were counted and none of them as a resident, at the end or in any vote."""
    everyone = [state.people, *(each.expected for each in state.rounds.values() if each.status != "voided")]
    counted = {who for people in everyone for who, count in people.items() if count}
    return bool(counted) and not counted & RESIDENTS


def not_reached(state: State, t: Words) -> list[Part]:
    """Give the steps that were never begun, those that were left out beforehand apart."""
    planned = set(state.keys())
    steps = [
        (key_of(use, step), t("report.step", title=step.title, n=step.minutes))
        for use, step in state.scenario.places()
        if not (isinstance(step, CardStep) and step.pause)
    ]
    missed = [line for key, line in steps if key in planned and key not in state.begun]
    left_out = [line for key, line in steps if key not in planned and key not in state.begun]
    parts: list[Part] = [Items(missed)] if missed else []
    if left_out:
        parts += [Paragraph(t("report.left_out")), Items(left_out)]
    return parts


def unknown(state: State, t: Words) -> list[Part]:
    """Give what stays unsure, a sentence each."""
    lines = [*_absent(state, t), *_few_residents(state, t)]
    for use, step in state.scenario.places():
        lines += report_of(step.kind).unknown(state, use, step, t)
    lines = list(dict.fromkeys(lines))
    return [Items(lines)] if lines else []


def _absent(state: State, t: Words) -> list[str]:
    if not state.present:
        return []
    return [
        t("report.absent", group=each.title)
        for each in state.scenario.perspectives
        if not state.people.get(each.id)
    ]


def _few_residents(state: State, t: Words) -> list[str]:
    """Say so when residents are outnumbered two to one (domain.md 6.4)."""
    count = sum(state.people.get(each.id, 0) for each in residents_of(state))
    if not count or 3 * count >= state.present:
        return []
    return [t("report.few_residents", n=count, all=state.present)]
