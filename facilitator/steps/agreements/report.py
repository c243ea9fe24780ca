"""Agreements in a report: who does what by when, and how objections were met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.conditions import NOT_PUT, conditions
from facilitator.session.due_dates import say_due
from facilitator.session.registers import ENDED, Agreement
from facilitator.session.state import State
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.message_parts import MESSAGE
from facilitator.steps.agreements.report_wording import day_of, heard, objection_line, version_lines
from facilitator.steps.agreements.task_turns import tasks_in_turn, without_agreement
from facilitator.words import Words


def _registers(state: State, t: Words) -> list[Part]:
    """Give every agreement, what is done first and ideas last; or say that there is none.

    Numbers are those of the room: in the order in which agreements were made.
    """
    every = state.agreements()
    firm = [name for name, agreement in every.items() if agreement.firmness != "idea"]
    parts: list[Part] = [] if firm else [Paragraph(t("agreements.report.none"))]
    titles = {name: t("agreements.report.idea", what=agreement.what) for name, agreement in every.items()}
    for number, name in enumerate(firm, 1):
        titles[name] = t("agreements.report.number", number=number, what=every[name].what)
    groups = _in_groups(every)
    for group, names in groups.items():
        if group != "going" or len(groups) > 1 + ("ideas" in groups):
            parts.append(Paragraph(t(f"agreements.report.{group}")))
        for name in names:
            parts += _one(name, titles[name], state, t)
    return parts


def _in_groups(every: Mapping[str, Agreement]) -> Mapping[str, list[str]]:
    """Give the agreements by how they stand, in the order in which they are told; no group is empty."""
    groups: dict[str, list[str]] = {"done": [], "going": [], "over": [], "ideas": []}
    for name, agreement in every.items():
        ended = "done" if agreement.status == "done" else "over" if agreement.status in ENDED else ""
        groups[ended or ("ideas" if agreement.firmness == "idea" else "going")].append(name)
    return {group: names for group, names in groups.items() if names}


def _parts(state: State, use: Use, step: AgreementsStep, t: Words) -> list[Part]:
    """Say so when the group chose to end without an agreement."""
    if state.result(key_of(use, step)).get("no_agreement") is True:
        return [Paragraph(t("agreements.report.chosen_none"))]
    return []


def _unknown(state: State, use: Use, step: AgreementsStep, t: Words) -> list[str]:
    """Name the agreements to which an objection is still open, and those that were not put as they read."""
    first = next((key_of(u, s) for u, s in state.scenario.places() if s.kind == step.kind), "")
    if first != key_of(use, step):
        return []
    lines = _bare(state, t)
    for agreement in state.agreements().values():
        codes = {condition.code for condition in conditions(agreement, state.about.day)}
        if agreement.status in ENDED:
            continue
        if codes & {"objection", "later"}:
            lines.append(t("agreements.report.still_open", what=agreement.what))
        if codes & NOT_PUT or (codes & {"postponed-from", "postponed-to"} and not agreement.heard):
            lines.append(t("agreements.report.not_put", what=agreement.what))
    return lines


def _bare(state: State, t: Words) -> list[str]:
    """Name the tasks that had their turn and are left without an agreement."""
    bare: list[str] = []
    for use, step in state.scenario.places():
        if isinstance(step, AgreementsStep) and key_of(use, step) in state.begun:
            bare += without_agreement(state, tasks_in_turn(state, step))
    return [t("agreements.report.bare", task=state.tasks()[name].name) for name in dict.fromkeys(bare)]


def _one(name: str, title: str, state: State, t: Words) -> list[Part]:
    agreement = state.agreements()[name]
    lines = [
        t("agreements.report.who", who=agreement.who or t("agreements.report.nobody")),
        t("agreements.report.due", date=say_due(agreement, t.language, None) or day_of(None, t)),
    ]
    if agreement.first_step:
        lines.append(t("agreements.report.first_step", step=agreement.first_step))
    if agreement.task in state.tasks():
        lines.append(t("agreements.report.task", task=state.tasks()[agreement.task or ""].name))
    if agreement.firmness in {"intention", "decision"}:
        lines.append(t(f"agreements.report.firmness.{agreement.firmness}"))
    lines += _after(agreement, t)
    ended = agreement.status in ENDED
    if agreement.status != "open":
        lines.append(t(f"agreements.report.status.{agreement.status}"))
    if agreement.needed and not ended:
        lines.append(t("agreements.report.needed", what=agreement.needed))
    if agreement.heard or (agreement.firmness != "idea" and not ended):
        day = agreement.heard_on or (state.came_from(name) or state.about).day
        lines.append(heard(agreement, day, state, t))
    changed = bool(agreement.versions)
    lines += [objection_line(objection, state, t, changed=changed) for objection in agreement.objections]
    for version in agreement.versions:
        lines += version_lines(version, state, t)
    return [Heading(title), Items(lines)]


def _after(agreement: Agreement, t: Words) -> list[str]:
    """Give by what one sees that it is done, how the neighbourhood sees it, and who looks in between."""
    lines = [t("agreements.report.proof", what=agreement.proof)] if agreement.proof else []
    lines += [t("agreements.report.seen", what=agreement.seen)] if agreement.seen else []
    look = [agreement.keeper, day_of(agreement.look_on, t) if agreement.look_on else ""]
    if any(look):
        lines.append(t("agreements.report.keeper", how=", ".join(part for part in look if part)))
    return lines


REPORT: Final = KindReport[AgreementsStep](
    chapter=Chapter.AGREED, message=MESSAGE, parts=_parts, registers=_registers, unknown=_unknown
)
