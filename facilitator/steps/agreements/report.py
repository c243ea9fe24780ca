"""Agreements in a report: who does what by when, and how objections were met."""

from __future__ import annotations

from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.agreement_numbers import numbers
from facilitator.session.conditions import NOT_PUT, conditions
from facilitator.session.due_dates import say_due
from facilitator.session.registers import ENDED, Agreement
from facilitator.session.state import State
from facilitator.steps.agreements.decision_sheet import decision_sheet
from facilitator.steps.agreements.decision_tables import changes, decisions
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.message_parts import MESSAGE
from facilitator.steps.agreements.report_wording import day_of, heard_line, objection_line, version_lines
from facilitator.steps.agreements.task_turns import tasks_in_turn, without_agreement
from facilitator.words import Words


def _registers(state: State, t: Words) -> list[Part]:
    """Give what the tables do not say of an agreement, under its number; then ideas.

    Numbers are those of the room: in the order in which agreements were made.
    """
    every, number = state.agreements(), numbers(state)
    parts: list[Part] = []
    for name in number:
        if lines := _more(name, state, t):
            title = t("agreements.report.number", number=number[name], what=every[name].what)
            parts += [Heading(title), Items(lines)]
    ideas = [name for name in every if name not in number]
    told = [_idea(name, state, t) for name in ideas if every[name].status not in ENDED]
    if told:
        parts += [Paragraph(t("agreements.report.ideas")), Items(told)]
    return parts


def _more(name: str, state: State, t: Words) -> list[str]:
    """Give what belongs to an agreement besides who and when; of an earlier one what is new or still open."""
    agreement = state.agreements()[name]
    if state.came_from(name):
        return [] if agreement.status in ENDED else _of_earlier(agreement, state, t)
    lines = [*_about(agreement, state, t), *_after(agreement, t)]
    lines += [line] if (line := heard_line(agreement, state, t)) else []
    changed = bool(agreement.versions)
    lines += [objection_line(objection, state, t, changed=changed) for objection in agreement.objections]
    return [*lines, *(line for version in agreement.versions for line in version_lines(version, state, t))]


def _of_earlier(agreement: Agreement, state: State, t: Words) -> list[str]:
    """Give the objections that stand, and what changed now; that it was moved stands in the table."""
    standing = [each for each in agreement.objections if each.status != "met"]
    lines = [objection_line(objection, state, t, changed=False) for objection in standing]
    new = [
        version
        for version in agreement.versions
        if version.how != "postponed" and version.changed_on and version.changed_on >= state.about.day
    ]
    return [*lines, *(line for version in new for line in version_lines(version, state, t))]


def _about(agreement: Agreement, state: State, t: Words) -> list[str]:
    """Give the first step, the task and how firm it is, as far as these were said."""
    lines = [t("agreements.report.first_step", step=agreement.first_step)] if agreement.first_step else []
    if agreement.task in state.tasks():
        lines.append(t("agreements.report.task", task=state.tasks()[agreement.task or ""].name))
    if agreement.firmness in {"intention", "decision"}:
        lines.append(t(f"agreements.report.firmness.{agreement.firmness}"))
    return lines


def _after(agreement: Agreement, t: Words) -> list[str]:
    """Give by what one sees that it is done, how the neighbourhood sees it, and who looks in between."""
    lines = [t("agreements.report.proof", what=agreement.proof)] if agreement.proof else []
    lines += [t("agreements.report.seen", what=agreement.seen)] if agreement.seen else []
    look = [agreement.keeper, day_of(agreement.look_on, t) if agreement.look_on else ""]
    if any(look):
        lines.append(t("agreements.report.keeper", how=", ".join(part for part in look if part)))
    return lines


def _idea(name: str, state: State, t: Words) -> str:
    """Give an idea with who and when, as far as someone said so."""
    idea = state.agreements()[name]
    more = ", ".join(part for part in (idea.who, say_due(idea, t.language, None)) if part)
    return t("agreements.report.idea", what=idea.what, more=more) if more else idea.what


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


REPORT: Final = KindReport[AgreementsStep](
    chapter=Chapter.AGREED,
    message=MESSAGE,
    decisions=decisions,
    decision_sheet=decision_sheet,
    changes=changes,
    parts=_parts,
    registers=_registers,
    unknown=_unknown,
)
