"""What people put forward, and what became of it: the answer that participation is asked for. Pure.

Worries, wishes, chances and what had not been said yet; what was parked and what nobody knew; offers and
requests; objections; agreements and ideas. What people are proud of, and what there is already, asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from facilitator.problems import Problem
from facilitator.scenario.item_sorts import ItemSort
from facilitator.session.choices import chosen_at, chosen_now, left_now, waits_since
from facilitator.session.commands import Outcome, put
from facilitator.session.registers import (
    Agreement,
    Entry,
    Objection,
    RegisterName,
)
from facilitator.session.replies import Reply
from facilitator.session.state import State

Sort = ItemSort | Literal["question", "parked", "brings", "asks", "objection", "agreement", "idea"]
ANSWERED: Final[Sequence[RegisterName]] = ("items", "parked", "contributions", "agreements")
"""The registers of what can be answered."""
ASKS_NOTHING: Final = frozenset({"pride", "asset"})

Standing = Literal["busy", "postponed", "done", "stopped", "not-needed"]
Fate = Literal["task", "chosen", "waits", "linked", "met", "going"] | Standing
"""What a session itself knows of what became of something.

task: it was made into one. chosen, waits: a choice was made, and why it waits was said. linked: an offer or a
request that has a task. met: of an objection. The others: of an agreement.
"""


STANDS: Final[Mapping[str, Standing]] = {
    "busy": "busy",
    "postponed": "postponed",
    "done": "done",
    "stopped": "stopped",
    "not-needed": "not-needed",
}
"""Statuses of an agreement that say what became of it."""


@dataclass(frozen=True)
class PutForward:
    """Something that someone put forward."""

    name: str
    """Of the entry; of an objection that of its agreement and its own, with a slash between."""
    sort: Sort
    text: str
    who: str = ""
    """From whom it came, where that may be said: a perspective or a party."""
    comes_back: str = ""
    """Who would come back to it."""
    fate: Fate | None = None
    about: str = ""
    """The task or the reason that belongs to the fate."""
    day: date | None = None
    """By when an agreement is to be done."""
    reply: Reply | None = None

    @property
    def answered(self) -> bool:
        return self.reply is not None or self.fate is not None


def put_forward(state: State, today: date) -> list[PutForward]:
    """Give everything that was put forward, what has no answer yet first; otherwise as it was brought up.

    ``today``: an agreement of which the day went by, and of which nobody said how it stands, has no answer.
    """
    found = [*_items(state), *_parked(state), *_offers(state), *_agreements(state, today)]
    return sorted(found, key=lambda each: each.answered)


def _items(state: State) -> Iterator[PutForward]:
    tasks = {task.item: task.name for task in state.tasks().values() if task.item}
    chosen, left = set(chosen_now(state)), left_now(state)
    for name, item in state.items().items():
        if item.sort in ASKS_NOTHING:
            continue
        fate: Fate | None = None
        about = ""
        earlier = waits_since(state, name)
        why = left.get(name, "") or (earlier.waits.get(name, "") if earlier else "")
        if name in tasks:
            fate, about = "task", tasks[name]
        elif name in chosen or (name not in left and chosen_at(state, name) and not earlier):
            fate = "chosen"
        elif why:
            fate, about = "waits", why
        found = state.scenario.perspective(item.perspective or "")
        who = found.title if found else ""
        yield PutForward(name, item.sort, item.text, who, fate=fate, about=about, reply=item.answer)


def _parked(state: State) -> Iterator[PutForward]:
    for name, line in state.parked().items():
        sort: Sort = "question" if line.unknown else "parked"
        yield PutForward(name, sort, line.text, comes_back=line.who, day=line.due, reply=line.answer)


def _offers(state: State) -> Iterator[PutForward]:
    tasks, actors = state.tasks(), state.actors()
    for name, offer in state.contributions().items():
        actor, task = actors.get(offer.actor), tasks.get(offer.task or "")
        yield PutForward(
            name,
            offer.direction,
            offer.what,
            actor.name if actor else "",
            fate="linked" if task else None,
            about=task.name if task else "",
            reply=offer.answer,
        )


def _agreements(state: State, today: date) -> Iterator[PutForward]:
    for name, agreement in state.agreements().items():
        idea = agreement.firmness == "idea"
        yield PutForward(
            name,
            "idea" if idea else "agreement",
            agreement.what,
            agreement.who,
            fate=_fate(agreement, today),
            day=agreement.due,
            reply=agreement.answer,
        )
        for objection in agreement.objections:
            yield _objection(name, agreement, objection, state)


def _fate(agreement: Agreement, today: date) -> Fate | None:
    stands: Fate | None = STANDS.get(agreement.status)
    if stands is not None:
        return stands
    ahead = agreement.due is not None and (agreement.due >= today or bool(agreement.every))
    return "going" if agreement.firmness != "idea" and ahead and agreement.status == "open" else None


def _objection(name: str, agreement: Agreement, objection: Objection, state: State) -> PutForward:
    found = state.scenario.perspective(objection.perspective or "")
    return PutForward(
        f"{name}/{objection.id}",
        "objection",
        objection.reason,
        found.title if found else "",
        fate="met" if objection.status == "met" else None,
        about=agreement.what,
        reply=objection.answer,
    )


# -- answering


def answer(state: State, name: str, reply: Reply | None) -> Outcome:
    """Say what became of something, by its name; None takes that back."""
    entry_name, _, objection = name.partition("/")
    for register in ANSWERED:
        entry = state.registers.get(register, {}).get(entry_name)
        changed = _with_reply(entry, objection, reply) if entry else None
        if entry and changed:
            return [] if changed == entry else put(state, register, entry_name, changed)
    return Problem("session.gone")


def _with_reply(entry: Entry, objection: str, reply: Reply | None) -> Entry | None:
    """Give an entry with the reply to it, or to one of the objections to it; None where that is not there."""
    if not objection:
        return entry.model_copy(update={"answer": reply})
    if not isinstance(entry, Agreement) or objection not in {each.id for each in entry.objections}:
        return None
    objections = [
        each.model_copy(update={"answer": reply}) if each.id == objection else each
        for each in entry.objections
    ]
    return entry.model_copy(update={"objections": objections})
