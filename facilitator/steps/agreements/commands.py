"""Making agreements, hearing objections, amending (domain.md 6.6): the state and an intent in, events out.

Nothing here counts who is in favour: consent is what is left when nobody objects.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from facilitator.problems import Problem
from facilitator.scenario.model import key_of
from facilitator.session.commands import Outcome, put
from facilitator.session.events import Event, ResultSet
from facilitator.session.registers import Agreement, Objection, Version
from facilitator.session.state import State
from facilitator.text import clean

Firmness = Literal["idea", "intention", "agreement", "decision"]


def make(state: State, name: str, what: str, who: str, due: date | None) -> Outcome:
    """Make an agreement. Without an owner or a date it is an idea."""
    if not clean(what):
        return Problem("agreements.what_first")
    try:
        made = Agreement(what=what, who=who, due=due, firmness=firmness_of(who, due))
    except ValidationError:
        return Problem("session.bad_value")
    return _keep(state, name, made)


def change(state: State, name: str, what: str, who: str, due: date | None) -> Outcome:
    """Write an agreement differently, and nothing when nothing is different.

    Once objections were asked for, the earlier text is kept, with the objection that was the reason for it,
    and the question is open again.
    """
    found = state.agreements().get(name)
    if found is None:
        return Problem("session.gone")
    if found.heard or found.objections:
        return amend(state, name, what, who, due, because=reason_to_amend(found))
    return _rewrite(state, name, what, who, due, {})


def amend(state: State, name: str, what: str, who: str, due: date | None, because: str = "") -> Outcome:
    """Write an agreement differently, keep how it read, and let objections be asked for again.

    Objections stay as they are: whether one is met is for the room to say.
    """
    found = state.agreements().get(name)
    if found is None:
        return Problem("session.gone")
    before = Version(what=found.what, who=found.who, due=found.due, because=because)
    return _rewrite(
        state, name, what, who, due, {"versions": [*found.versions, before], "heard": "", "present": {}}
    )


def reason_to_amend(agreement: Agreement) -> str:
    """Give the reason of the last objection that stands, or nothing."""
    return next((each.reason for each in reversed(standing_objections(agreement)) if each.reason), "")


def standing_objections(agreement: Agreement) -> list[Objection]:
    """Give the objections that are not met, also those of which the reason follows later."""
    return [each for each in agreement.objections if each.status != "met"]


def firmness_of(who: str, due: date | None, before: Agreement | None = None) -> Firmness:
    """Give how firm an agreement is with this owner and date.

    Without one of them it is an idea. With both it is an agreement, unless something else was chosen before:
    an intention, a decision, or an idea that already had both.
    """
    if not clean(who) or due is None:
        return "idea"
    if before is None:
        return "agreement"
    if before.firmness == "idea" and not (before.who and before.due):
        return "agreement"
    return before.firmness


def choose_firmness(state: State, name: str, firmness: Firmness) -> Outcome:
    """Say how firm an agreement is; more than an idea takes an owner and a date."""
    found = state.agreements().get(name)
    if found is None:
        return Problem("session.gone")
    if firmness != "idea" and not (found.who and found.due):
        return Problem("agreements.who_and_when_first")
    return _put_changed(state, name, found, {"firmness": firmness})


def set_first_step(state: State, name: str, first_step: str) -> Outcome:
    """Say what happens first, and by whom; an empty text takes it away."""
    found = state.agreements().get(name)
    return _put_changed(state, name, found, {"first_step": first_step})


def let_see(state: State, name: str, seen: str, proof: str) -> Outcome:
    """Say how the neighbourhood sees it, and by what one sees that it is done."""
    return _put_changed(state, name, state.agreements().get(name), {"seen": seen, "proof": proof})


def let_keep(state: State, name: str, keeper: str, look_on: date | None) -> Outcome:
    """Say who looks in between how it goes, and when."""
    return _put_changed(state, name, state.agreements().get(name), {"keeper": keeper, "look_on": look_on})


def belong(state: State, name: str, task: str | None) -> Outcome:
    """Say to which task an agreement belongs; None: to none of them."""
    if task is not None and task not in state.tasks():
        return Problem("session.no_task")
    return _put_changed(state, name, state.agreements().get(name), {"task": task})


# -- consent


def hear_none(state: State, name: str) -> Outcome:
    """Keep that no objection was heard, and who were there. The room says so: what stood is met."""
    found = state.agreements().get(name)
    if found is None:
        return Problem("session.gone")
    met = [each.model_copy(update={"status": "met"}) for each in found.objections]
    return _put_changed(
        state, name, found, {"heard": "no-objection", "present": dict(state.people), "objections": met}
    )


def object_to(state: State, name: str, objection: str, reason: str) -> Outcome:
    """Keep an objection with its reason, and who were there."""
    if not clean(reason):
        return Problem("agreements.reason_first")
    return _hear(state, name, "objection", {"id": objection, "reason": reason})


def object_later(state: State, name: str, objection: str) -> Outcome:
    """Keep that someone objects and explains it later; that stays open."""
    return _hear(state, name, "later", {"id": objection, "status": "later"})


def explain(state: State, name: str, objection: str, reason: str) -> Outcome:
    """Give the reason of an objection; from then on it is an open one."""
    if not clean(reason):
        return Problem("agreements.reason_first")
    return _change_objection(state, name, objection, {"reason": reason, "status": "open"})


def stand_beside(state: State, name: str, objection: str, perspective: str | None) -> Outcome:
    """Put a perspective beside an objection, because the speaker wants it there; None takes it away."""
    if perspective is not None and state.scenario.perspective(perspective) is None:
        return Problem("session.no_perspective")
    return _change_objection(state, name, objection, {"perspective": perspective})


def meet(state: State, name: str, objection: str) -> Outcome:
    """Keep that an objection is met."""
    return _change_objection(state, name, objection, {"status": "met"})


# -- ending


def end_without(state: State, key: str) -> Outcome:
    """Keep that the group ends a step without an agreement; that is an outcome too."""
    return [] if state.result(key).get("no_agreement") is True else [_no_agreement(key, chosen=True)]


def is_firm(agreement: Agreement) -> bool:
    """Tell whether it counts as an agreement; an idea does not."""
    return agreement.firmness != "idea"


# -- what these are made of


def _rewrite(
    state: State, name: str, what: str, who: str, due: date | None, changes: dict[str, Any]
) -> Outcome:
    found = state.agreements()[name]
    if not clean(what):
        return Problem("agreements.what_first")
    if (clean(what), clean(who), due) == (found.what, found.who, found.due):
        return []
    text = {"what": what, "who": who, "due": due, "firmness": firmness_of(who, due, found)}
    return _put_changed(state, name, found, {**changes, **text})


def _hear(state: State, name: str, heard: str, objection: dict[str, Any]) -> Outcome:
    found = state.agreements().get(name)
    if found is None:
        return Problem("session.gone")
    try:
        objections = [*found.objections, Objection(**objection)]
    except ValidationError:
        return Problem("session.bad_value")
    return _put_changed(
        state, name, found, {"heard": heard, "present": dict(state.people), "objections": objections}
    )


def _change_objection(state: State, name: str, objection: str, changes: dict[str, Any]) -> Outcome:
    found = state.agreements().get(name)
    if found is None or objection not in [each.id for each in found.objections]:
        return Problem("session.gone")
    try:
        objections = [
            Objection(**{**dict(each), **changes}) if each.id == objection else each
            for each in found.objections
        ]
    except ValidationError:
        return Problem("session.bad_value")
    return _put_changed(state, name, found, {"objections": objections})


def _put_changed(state: State, name: str, found: Agreement | None, changes: dict[str, Any]) -> Outcome:
    """Put the agreement with these changes, checked; nothing when it stays as it was."""
    if found is None:
        return Problem("session.gone")
    try:
        changed = Agreement(**{**dict(found), **changes})
    except ValidationError:
        return Problem("session.bad_value")
    return [] if changed == found else _keep(state, name, changed)


def _keep(state: State, name: str, agreement: Agreement) -> Outcome:
    """Put an agreement. With one there, no step ends without."""
    outcome = put(state, "agreements", name, agreement)
    if isinstance(outcome, Problem) or not is_firm(agreement):
        return outcome
    events: list[Event] = [*outcome]
    for use, step in state.scenario.places():
        key = key_of(use, step)
        if step.kind == "agreements" and state.result(key).get("no_agreement") is True:
            events.append(_no_agreement(key, chosen=False))
    return events


def _no_agreement(key: str, *, chosen: bool) -> ResultSet:
    use, _, step = key.partition("/")
    return ResultSet(use=use, step=step, field="no_agreement", value=chosen)
