"""Agreements in a report: who does what by when, and how objections were met."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.agreement_numbers import numbers
from facilitator.session.carried_entries import is_since_then
from facilitator.session.conditions import NOT_PUT, conditions
from facilitator.session.due_dates import say_due
from facilitator.session.registers import ENDED, Agreement
from facilitator.session.state import State
from facilitator.steps.agreements.agreements_over_time import over_time
from facilitator.steps.agreements.decision_sheet import decision_sheet
from facilitator.steps.agreements.decision_tables import changes, decisions, status_words
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.message_parts import MESSAGE
from facilitator.steps.agreements.report_wording import (
    day_of,
    heard_lines,
    objected_before,
    objection_line,
    version_lines,
)
from facilitator.steps.agreements.task_turns import tasks_in_turn, without_agreement
from facilitator.text import stopped
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
    if ideas:
        parts += [Paragraph(t("agreements.report.ideas")), Items([_idea(name, state, t) for name in ideas])]
    return parts


def _more(name: str, state: State, t: Words) -> list[str]:
    """Give what belongs to an agreement besides who and when; of an earlier one what is new or still open."""
    agreement = state.agreements()[name]
    if state.came_from(name):
        return _of_earlier(agreement, state, t)
    lines = [*_standing(agreement, t), *_about(agreement, state, t), *_after(agreement, t)]
    if agreement.heard or (agreement.firmness != "idea" and agreement.status not in ENDED):
        lines += heard_lines(agreement, state, t, in_table=True)
    changed = bool(agreement.versions)
    lines += [objection_line(objection, state, t, changed=changed) for objection in agreement.objections]
    return [*lines, *(line for version in agreement.versions for line in version_lines(version, state, t))]


def _standing(agreement: Agreement, t: Words) -> list[str]:
    """Say how it stands and what it takes to go on, as far as that was said."""
    stands = [t("agreements.report.stands", how=status_words(agreement, t))]
    needed = [t("agreements.report.needed", what=agreement.needed)]
    return [*(stands if agreement.status != "open" else []), *(needed if agreement.needed else [])]


def _of_earlier(agreement: Agreement, state: State, t: Words) -> list[str]:
    """Give what stands, and what was heard and changed since; that it was moved stands in the table.

    What a step asks of every agreement that goes on is told again where the group came to that step.
    """
    asked = set() if agreement.status in ENDED else _asked(state)
    lines = _about(agreement, state, t) if "make" in asked else []
    lines += _after(agreement, t, asked)
    new = [version for version in agreement.versions if is_since_then(state, version.changed_on)]
    changed = [version for version in new if version.how != "postponed"]
    heard = is_since_then(state, agreement.heard_on)
    going = agreement.firmness != "idea" and agreement.status not in ENDED
    if heard or (changed and going and not agreement.heard):
        lines += heard_lines(agreement, state, t, in_table=False)
    told = [
        objection
        for objection in agreement.objections
        if objection.status != "met" or heard or is_since_then(state, objection.changed_on)
    ]
    lines += [objection_line(objection, state, t, changed=bool(changed)) for objection in told]
    for version in new:
        if version in changed:
            lines += version_lines(version, state, t)
        elif is_since_then(state, version.heard_on):
            lines += objected_before(version, state, t)
    return lines


def _about(agreement: Agreement, state: State, t: Words) -> list[str]:
    """Give the first step, the task and how firm it is, as far as these were said."""
    lines = [t("agreements.report.first_step", step=agreement.first_step)] if agreement.first_step else []
    if agreement.task in state.tasks():
        lines.append(t("agreements.report.task", task=state.tasks()[agreement.task or ""].name))
    if agreement.firmness in {"intention", "decision"}:
        lines.append(t(f"agreements.report.firmness.{agreement.firmness}"))
    return lines


def _asked(state: State) -> set[str]:
    """Give what the group was asked of its agreements, as far as it came to that."""
    return {
        step.ask
        for use, step in state.places()
        if isinstance(step, AgreementsStep) and key_of(use, step) in state.begun
    }


def _after(agreement: Agreement, t: Words, asked: Collection[str] = ("seen", "keep")) -> list[str]:
    """Give by what one sees that it is done, how the neighbourhood sees it, and who looks in between."""
    lines = [t("agreements.report.proof", what=agreement.proof)] if agreement.proof else []
    lines += [t("agreements.report.seen", what=agreement.seen)] if agreement.seen else []
    look = [agreement.keeper, day_of(agreement.look_on, t) if agreement.look_on else ""]
    keeper = (
        [t("agreements.report.keeper", how=", ".join(part for part in look if part))] if any(look) else []
    )
    return [*(lines if "seen" in asked else []), *(keeper if "keep" in asked else [])]


def _idea(name: str, state: State, t: Words) -> str:
    """Give an idea with all that was said of it: who and when, how it stands, and what belongs to it."""
    idea = state.agreements()[name]
    more = ", ".join(part for part in (idea.who, say_due(idea, t.language, None)) if part)
    said = t("agreements.report.what_who", what=idea.what, who=more) if more else idea.what
    standing = _standing(idea, t) if state.came_from(name) else []
    rest = [stopped(line) for line in (*standing, *_more(name, state, t))]
    return " ".join([stopped(said), *rest]) if rest else said


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
    over_time=over_time,
    parts=_parts,
    registers=_registers,
    unknown=_unknown,
)
