"""Contributions and roles in a report: who brings what, who asks for what, who leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part, Table
from facilitator.scenario.model import Step, Use
from facilitator.session.registers import Contribution, Role
from facilitator.session.state import State
from facilitator.steps.contributions.findings import MANY_LEADS
from facilitator.words import Words

CHAPTER: Final = "network"

TASK_ROLES: Final = ("leads", "decides", "takes-part")


def registers(state: State, t: Words) -> list[Part]:
    """Give contributions and then roles, per task and for the neighbourhood as a whole."""
    return [*_tasks(state, t), *_contributions(state, t), *_roles(state, t)]


def parts(_state: State, _use: Use, _step: Step, _t: Words) -> list[Part]:
    """Give nothing: contributions and roles outlive the step."""
    return []


def _tasks(state: State, t: Words) -> list[Part]:
    tasks = list(state.tasks().values())
    if not tasks:
        return []
    head = [t("contributions.report.head.task"), t("contributions.report.head.whom")]
    rows = [[each.name, each.for_whom, each.why_now] for each in tasks]
    table = Table([*head, t("contributions.report.head.why")], rows)
    return [Heading(t("contributions.report.tasks")), table]


def _contributions(state: State, t: Words) -> list[Part]:
    found: list[Part] = []
    for task in (*state.tasks(), None):
        here = [each for each in state.contributions().values() if each.task == task]
        if here:
            name = state.tasks()[task].name if task else t("contributions.report.whole")
            found += [_bring_and_ask(here, name, state, t), *_one_sided(here, t)]
    return [Heading(t("contributions.report.contributions")), *found] if found else []


def _bring_and_ask(here: Sequence[Contribution], name: str, state: State, t: Words) -> Table:
    head = [t("contributions.report.head.who")]
    head += [t("contributions.report.head.brings"), t("contributions.report.head.asks")]
    actors = dict.fromkeys(each.actor for each in here)
    rows = [
        [_name(actor, state, t), *(_what(here, actor, direction) for direction in ("brings", "asks"))]
        for actor in actors
    ]
    return Table(head, rows, name)


def _what(here: Sequence[Contribution], actor: str, direction: str) -> str:
    return "; ".join(each.what for each in here if each.actor == actor and each.direction == direction)


def _one_sided(here: Sequence[Contribution], t: Words) -> list[Part]:
    """Say what was offered where nobody asks, or asked where nobody offers.

    Per task, and not by comparing words: people name the same thing differently.
    """
    directions = {each.direction for each in here}
    if directions == {"brings"}:
        return [Paragraph(t("contributions.report.not_asked"))]
    if directions == {"asks"}:
        return [Paragraph(t("contributions.report.not_offered"))]
    return []


def _roles(state: State, t: Words) -> list[Part]:
    roles = list(state.roles().values())
    tasks = [task for task in (*state.tasks(), None) if any(each.task == task for each in roles)]
    if not tasks:
        return []
    rows = [
        [
            state.tasks()[task].name if task else t("contributions.report.whole"),
            *(_who(roles, task, role, state, t) for role in TASK_ROLES),
        ]
        for task in tasks
    ]
    head = [t("contributions.report.head.task")]
    head += [t(f"contributions.report.role.{role}") for role in TASK_ROLES]
    questions = _questions(roles, tasks, state, t)
    asked: list[Part] = [Items(questions)] if questions else []
    return [Heading(t("contributions.report.roles")), Table(head, rows), *asked]


def _questions(roles: Sequence[Role], tasks: Sequence[str | None], state: State, t: Words) -> list[str]:
    asked: list[str] = []
    for task in tasks:
        leads = sum(each.role == "leads" for each in roles if each.task == task)
        name = state.tasks()[task].name if task else t("contributions.report.whole")
        if not leads:
            asked.append(t("contributions.report.no_lead", task=name))
        if leads > 1:
            asked.append(t("contributions.report.leads", n=leads, task=name))
    busy = Counter(each.actor for each in roles if each.role == "leads")
    return asked + [
        t("contributions.report.overload", who=_name(actor, state, t), n=count)
        for actor, count in busy.items()
        if count >= MANY_LEADS
    ]


def _who(roles: Sequence[Role], task: str | None, role: str, state: State, t: Words) -> str:
    return "; ".join(_name(each.actor, state, t) for each in roles if each.task == task and each.role == role)


def _name(actor: str, state: State, t: Words) -> str:
    found = state.actors().get(actor)
    return found.name if found else t("contributions.report.gone")
