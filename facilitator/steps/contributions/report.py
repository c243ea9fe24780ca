"""Contributions and roles in a report: who brings what, who asks for what, who leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Backstage, Heading, Items, Paragraph, Part, Table, Told
from facilitator.kinds.message_facet import NOTHING_TO_TELL
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.session.carried_entries import is_worked_on
from facilitator.session.registers import Contribution, Role
from facilitator.session.state import State
from facilitator.steps.contributions.findings import one_sided, role_questions
from facilitator.steps.contributions.kind import ContributionsStep
from facilitator.steps.contributions.names import actor_name, task_name
from facilitator.words import Words

TASK_ROLES: Final = ("leads", "decides", "takes-part")
OF_ONE_TASK: Final = ("no_lead", "leads")
"""Questions about one task, which a list names."""


def _registers(state: State, t: Words) -> list[Told]:
    """Give contributions and then roles, per task and for the neighbourhood as a whole.

    Where this meeting did not come to them they stand in the report of the one that did.
    """
    here = is_worked_on(state, "contributions", "contributions") or is_worked_on(state, "roles")
    return [*_contributions(state, t), *_roles(state, t)] if here else []


def _contributions(state: State, t: Words) -> list[Told]:
    found: list[Told] = []
    for task in (*state.tasks(), None):
        here = [each for each in state.contributions().values() if each.task == task]
        if here:
            name = task_name(state, task, t)
            asked = one_sided(state, task)
            question = [Backstage([Paragraph(t(f"contributions.ask.{asked.code}"))])] if asked else []
            found += [_bring_and_ask(here, name, state, t), *question]
    return [Heading(t("contributions.report.contributions")), *found] if found else []


def _bring_and_ask(here: Sequence[Contribution], name: str, state: State, t: Words) -> Table:
    """Give who brings and who asks what, without a column in which nothing would stand."""
    directions = [name for name in ("brings", "asks") if any(each.direction == name for each in here)]
    head = [t(f"contributions.report.head.{name}") for name in ("who", *directions)]
    actors = dict.fromkeys(contribution.actor for contribution in here)
    rows = [
        [actor_name(state, actor, t), *(_what(here, actor, direction) for direction in directions)]
        for actor in actors
    ]
    return Table(head, rows, name)


def _what(here: Sequence[Contribution], actor: str, direction: str) -> str:
    return "; ".join(
        contribution.what
        for contribution in here
        if contribution.actor == actor and contribution.direction == direction
    )


def _roles(state: State, t: Words) -> Sequence[Told]:
    roles = [role for role in state.roles().values() if role.role != "guards"]
    tasks = [task for task in (*state.tasks(), None) if any(role.task == task for role in roles)]
    if not tasks:
        return _guards(state, t)
    rows = [
        [
            task_name(state, task, t),
            *(_who(roles, task, role, state, t) for role in TASK_ROLES),
        ]
        for task in tasks
    ]
    head = [t("contributions.report.head.task")]
    head += [t(f"contributions.report.role.{role}") for role in TASK_ROLES]
    questions = _questions(tasks, state, t)
    asked = [Backstage([Items(questions)])] if questions else []
    return [Heading(t("contributions.report.roles")), Table(head, rows), *asked, *_guards(state, t)]


def _questions(tasks: Sequence[str | None], state: State, t: Words) -> list[str]:
    """Give what the roles make us ask; what is about one task names it."""
    told: list[str] = []
    for task in tasks:
        for asked in role_questions(state, task):
            who = actor_name(state, asked.about, t) if asked.about else ""
            question = t(f"contributions.ask.{asked.code}", who=who, **asked.values)
            if asked.code in OF_ONE_TASK:
                question = f"{task_name(state, task, t)}: {question}"
            told.append(question)
    return list(dict.fromkeys(told))


def _guards(state: State, t: Words) -> list[Part]:
    guards = [actor_name(state, role.actor, t) for role in state.roles().values() if role.role == "guards"]
    return [Paragraph(t("contributions.report.guards", who=", ".join(guards)))] if guards else []


def _who(roles: Sequence[Role], task: str | None, role: str, state: State, t: Words) -> str:
    found = [each.actor for each in roles if each.task == task and each.role == role]
    return "; ".join(actor_name(state, actor, t) for actor in found)


REPORT: Final = KindReport[ContributionsStep](
    chapter=Chapter.NETWORK, message=NOTHING_TO_TELL, registers=_registers
)
