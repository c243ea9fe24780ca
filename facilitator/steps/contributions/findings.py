"""What contributions and roles make us ask (docs/domain.md 4.4). Questions, never mistakes.

Words are not compared: people name the same thing differently. Only who offers and who asks is looked at.
"""

from __future__ import annotations

from collections import Counter
from typing import Final, Literal

from facilitator.kinds.room_question import RoomQuestion
from facilitator.session.affiliation import affiliation_of
from facilitator.session.choices import tasks_at_hand
from facilitator.session.registers import Contribution
from facilitator.session.state import State

MANY_LEADS: Final = 3
"""Who leads so many tasks is asked whether that can be done."""

Direction = Literal["brings", "asks"]


def places(state: State) -> list[str | None]:
    """Give the tasks at hand, and others to which something is linked; None, the neighbourhood as a whole,
    comes last and only where it is needed.

    It is where a contribution has no task, or where there are no tasks.
    """
    linked = [contribution.task for contribution in state.contributions().values()]
    tasks = [*tasks_at_hand(state), *(task for task in linked if task in state.tasks())]
    return [*dict.fromkeys(tasks), *([None] if None in linked or not state.tasks() else [])]


def role_places(state: State) -> list[str | None]:
    """Give for what roles are chosen: the tasks at hand, or else the neighbourhood as a whole."""
    return [*tasks_at_hand(state)] or [None]


def at_task(state: State, task: str | None, direction: Direction) -> dict[str, Contribution]:
    """Give what is brought to a task, or asked for it."""
    return {
        name: contribution
        for name, contribution in state.contributions().items()
        if contribution.task == task and contribution.direction == direction
    }


def one_sided(state: State, task: str | None) -> RoomQuestion | None:
    """Ask where something is offered and nothing asked, or asked and nothing offered, or nothing at all."""
    brings, asks = at_task(state, task, "brings"), at_task(state, task, "asks")
    if brings and asks:
        return None
    if brings:
        return RoomQuestion("not_asked")
    return RoomQuestion("not_offered") if asks else RoomQuestion("nothing")


def role_questions(state: State, task: str | None) -> list[RoomQuestion]:
    """Give what the roles in a task make us ask, what matters most first."""
    leads = [role.actor for role in state.roles().values() if role.role == "leads"]
    here = [role.actor for role in state.roles().values() if role.role == "leads" and role.task == task]
    asked: list[RoomQuestion] = []
    if not here:
        asked.append(RoomQuestion("no_lead"))
    if len(here) > 1:
        asked.append(RoomQuestion("leads", values={"n": len(here)}))
    if city_leads_all(state):
        asked.append(RoomQuestion("city_leads_all"))
    times = Counter(leads)
    asked += [
        RoomQuestion("overload", text, {"n": times[text]})
        for text in dict.fromkeys(here)
        if times[text] >= MANY_LEADS
    ]
    return asked


def city_leads_all(state: State) -> bool:
    """Tell whether each task is led by the municipality, and by nobody else."""
    actors = state.actors()
    led = [
        (role.task, affiliation_of(actors[role.actor]))
        for role in state.roles().values()
        if role.role == "leads" and role.task is not None and role.actor in actors
    ]
    by_city = bool(led) and all(whose == "municipality" for _, whose in led)
    return by_city and {task for task, _ in led} >= set(tasks_at_hand(state))


def who_first(state: State, task: str | None) -> list[str]:
    """Give the actors: first who brings or asks something here, then the others."""
    near = {
        contribution.actor for contribution in state.contributions().values() if contribution.task == task
    }
    return sorted(state.actors(), key=lambda each: each not in near)
