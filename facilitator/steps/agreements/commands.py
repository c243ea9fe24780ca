"""Making agreements, hearing objections, amending: state and intent in, events out (docs/domain.md 6.6).

Nothing here counts who is in favour: consent is what is left when nobody objects.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from facilitator.problems import Problem
from facilitator.scenario.model import key_of
from facilitator.session.agreement_versions import heard_now, is_after, reason_to_amend, set_aside
from facilitator.session.commands import Outcome, drop, put
from facilitator.session.events import Event, ResultSet
from facilitator.session.registers import Agreement, Objection
from facilitator.session.state import State
from facilitator.text import clean
from facilitator.words.rhythms import Rhythm

Firmness = Literal["idea", "intention", "agreement", "decision"]


def make(
    state: State,
    name: str,
    what: str,
    who: str,
    due: date | None,
    task: str | None = None,
    *,
    every: Rhythm = "",
) -> Outcome:
    """Make an agreement, for a task if one is named. Without an owner or a date it is an idea.

    ``every``: how often it comes back; ``due`` is the first day then.
    """
    if not clean(what):
        return Problem("agreements.what_first")
    try:
        made = Agreement(what=what, who=who, due=due, every=every, firmness=firmness_of(who, due), task=task)
    except ValidationError:
        return Problem("session.bad_value")
    return _keep(state, name, made)


def change(
    state: State,
    name: str,
    what: str,
    who: str,
    due: date | None,
    today: date | None = None,
    *,
    every: Rhythm = "",
) -> Outcome:
    """Write an agreement differently, and nothing when nothing is different.

    Once objections were asked for, and after the meeting that made it, the earlier text is kept, with the
    objection that was the reason for it; then the question is open again.
    """
    found = state.agreements().get(name)
    if found is None:
        return Problem("session.gone")
    if found.heard or found.objections or is_after(state, name, found, today):
        return amend(state, name, what, who, due, today, every=every)
    return _rewrite(state, name, what, who, due, {}, every)


def amend(
    state: State,
    name: str,
    what: str,
    who: str,
    due: date | None,
    today: date | None = None,
    *,
    every: Rhythm = "",
) -> Outcome:
    """Write an agreement differently, keep how it read and the objection that was the reason, and let
    objections be asked for again."""
    found = state.agreements().get(name)
    if found is None:
        return Problem("session.gone")
    day = _day_of(state, name, found, today)
    return _rewrite(
        state, name, what, who, due, set_aside(found, because=reason_to_amend(found), day=day), every
    )


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


def choose_firmness(state: State, name: str, firmness: Firmness, today: date | None = None) -> Outcome:
    """Say how firm an agreement is; more than an idea takes an owner and a date."""
    found = state.agreements().get(name)
    if found is None:
        return Problem("session.gone")
    if firmness != "idea" and not (found.who and found.due):
        return Problem("agreements.who_and_when_first")
    day = _day_of(state, name, found, today)
    kept = set_aside(found, day=day) if day and firmness != found.firmness else {}
    return _put_changed(state, name, found, {**kept, "firmness": firmness})


def take_away(state: State, name: str, today: date | None = None) -> Outcome:
    """Take an agreement away. After the meeting that made it people know it: then it stays, as stopped."""
    found = state.agreements().get(name)
    if found is None or not is_firm(found) or (day := _day_of(state, name, found, today)) is None:
        return drop(state, "agreements", name)
    if found.status == "stopped":
        return []
    return _put_changed(
        state, name, found, {**set_aside(found, how="withdrawn", day=day), "status": "stopped"}
    )


def set_first_step(state: State, name: str, first_step: str) -> Outcome:
    """Say what happens first, and by whom; an empty text takes it away."""
    found = state.agreements().get(name)
    return _put_changed(state, name, found, {"first_step": first_step})


def set_evidence(state: State, name: str, seen: str, proof: str) -> Outcome:
    """Say how the neighbourhood sees it, and by what one sees that it is done."""
    return _put_changed(state, name, state.agreements().get(name), {"seen": seen, "proof": proof})


def set_follow_up(state: State, name: str, keeper: str, look_on: date | None) -> Outcome:
    """Say who looks in between how it goes, and when."""
    return _put_changed(state, name, state.agreements().get(name), {"keeper": keeper, "look_on": look_on})


def assign_task(state: State, name: str, task: str | None) -> Outcome:
    """Say to which task an agreement belongs; None: to none of them."""
    if task is not None and task not in state.tasks():
        return Problem("session.no_task")
    return _put_changed(state, name, state.agreements().get(name), {"task": task})


# -- consent


def hear_none(state: State, name: str, today: date | None = None) -> Outcome:
    """Keep that no objection was heard, and who were there. The room says so: what stood is met."""
    found = state.agreements().get(name)
    if found is None:
        return Problem("session.gone")
    met = [objection.model_copy(update={"status": "met"}) for objection in found.objections]
    changes = {"heard": "no-objection", **heard_now(state, today), "objections": met}
    return _put_changed(state, name, found, changes)


def object_to(state: State, name: str, objection: str, reason: str, today: date | None = None) -> Outcome:
    """Keep an objection with its reason, and who were there."""
    if not clean(reason):
        return Problem("agreements.reason_first")
    return _hear(state, name, "objection", {"id": objection, "reason": reason}, today)


def object_later(state: State, name: str, objection: str, today: date | None = None) -> Outcome:
    """Keep that someone objects and explains it later; that stays open."""
    return _hear(state, name, "later", {"id": objection, "status": "later"}, today)


def explain(state: State, name: str, objection: str, reason: str, today: date | None = None) -> Outcome:
    """Give the reason of an objection; from then on it is an open one."""
    if not clean(reason):
        return Problem("agreements.reason_first")
    return _change_objection(state, name, objection, {"reason": reason, "status": "open"}, today)


def stand_beside(state: State, name: str, objection: str, perspective: str | None) -> Outcome:
    """Put a perspective beside an objection, because the speaker wants it there; None takes it away.

    A perspective of fewer than three people is refused: it would point at the speaker.
    """
    if perspective is not None and state.scenario.perspective(perspective) is None:
        return Problem("session.no_perspective")
    return _change_objection(state, name, objection, {"perspective": perspective})


def meet(state: State, name: str, objection: str, today: date | None = None) -> Outcome:
    """Keep that an objection is met."""
    return _change_objection(state, name, objection, {"status": "met"}, today)


# -- ending


def end_without(state: State, key: str) -> Outcome:
    """Keep that the group ends a step without an agreement; that is an outcome too."""
    return [] if state.result(key).get("no_agreement") is True else [_no_agreement(key, chosen=True)]


def is_firm(agreement: Agreement) -> bool:
    """Tell whether it counts as an agreement; an idea does not."""
    return agreement.firmness != "idea"


# -- what these are made of


def _rewrite(
    state: State,
    name: str,
    what: str,
    who: str,
    due: date | None,
    changes: dict[str, Any],
    every: Rhythm,
) -> Outcome:
    found = state.agreements()[name]
    if not clean(what):
        return Problem("agreements.what_first")
    if (clean(what), clean(who), due, every) == (found.what, found.who, found.due, found.every):
        return []
    text = {"what": what, "who": who, "due": due, "every": every, "firmness": firmness_of(who, due, found)}
    return _put_changed(state, name, found, {**changes, **text})


def _day_of(state: State, name: str, found: Agreement, today: date | None) -> date | None:
    """Give the day that a change gets: none during the meeting that made the agreement."""
    return (today or state.about.day) if is_after(state, name, found, today) else None


def _hear(state: State, name: str, heard: str, objection: dict[str, Any], today: date | None) -> Outcome:
    found = state.agreements().get(name)
    if found is None:
        return Problem("session.gone")
    try:
        objections = [*found.objections, Objection(**objection)]
    except ValidationError:
        return Problem("session.bad_value")
    return _put_changed(
        state, name, found, {"heard": heard, **heard_now(state, today), "objections": objections}
    )


def _change_objection(
    state: State, name: str, objection: str, changes: dict[str, Any], today: date | None = None
) -> Outcome:
    found = state.agreements().get(name)
    if found is None or objection not in [each.id for each in found.objections]:
        return Problem("session.gone")
    if "status" in changes and (day := _day_of(state, name, found, today)):
        changes = {**changes, "changed_on": day}
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
