"""What can be done with last time's agreements: the state and an intent in, events or a problem out. Pure."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from facilitator.problems import Problem
from facilitator.scenario.model import Kinds
from facilitator.session.agreement_status import Status
from facilitator.session.agreement_versions import as_it_was, set_aside
from facilitator.session.commands import Outcome, put, set_result
from facilitator.session.registers import Agreement
from facilitator.session.state import State
from facilitator.steps.review.findings import carried, left_at
from facilitator.steps.review.kind import Learnt
from facilitator.text import clean

Lines = Literal["worked", "learnt"]


def say_status(
    state: State,
    kinds: Kinds,
    key: str,
    name: str,
    status: Status,
    due: date | None = None,
    today: date | None = None,
) -> Outcome:
    """Say how an agreement stands, with its new date where it is postponed.

    It counts as postponed once, however often the date is mended in this step; how it read before that is
    kept, and comes back when it stands otherwise after all.
    """
    found, said = carried(state).get(name), left_at(state, key).said
    if found is None:
        return Problem("session.gone")
    times = found.postponed - (said.get(name) == "postponed") + (status == "postponed")
    back = as_it_was(found, "postponed") if said.get(name) == "postponed" else {}
    before = found.model_copy(update=back)
    change: dict[str, Any] = {**back, "status": status, "postponed": max(times, 0)}
    if due is not None and due != before.due:
        change |= {**set_aside(before, how="postponed", day=today or state.about.day), "due": due}
    changed = _put_changed(state, name, found, change)
    answer = _keep_said(state, kinds, key, {**said, name: status})
    return _together(changed, answer)


def take_back(state: State, kinds: Kinds, key: str, name: str) -> Outcome:
    """Take back what was said of an agreement in this step: it is open again."""
    found, said = carried(state).get(name), left_at(state, key).said
    if found is None:
        return Problem("session.gone")
    if name not in said:
        return []
    times = found.postponed - (said[name] == "postponed")
    back = as_it_was(found, "postponed") if said[name] == "postponed" else {}
    changed = _put_changed(state, name, found, {**back, "status": "open", "postponed": max(times, 0)})
    answer = _keep_said(state, kinds, key, {each: how for each, how in said.items() if each != name})
    return _together(changed, answer)


def say_needed(state: State, name: str, needed: str) -> Outcome:
    """Say what it takes to go on; an empty text takes it away."""
    found = carried(state).get(name)
    return _put_changed(state, name, found, {"needed": needed}) if found else Problem("session.gone")


def change_owner(state: State, name: str, who: str, today: date | None = None) -> Outcome:
    """Give an agreement to another role or group; whose it was, and what was heard of that, is kept."""
    found = carried(state).get(name)
    if found is None:
        return Problem("session.gone")
    if not clean(who):
        return Problem("review.who_first")
    if clean(who) == found.who:
        return []
    kept = set_aside(found, day=today or state.about.day)
    return _put_changed(state, name, found, {**kept, "who": who})


# -- lines in the group's words


def celebrate(state: State, kinds: Kinds, key: str, line: str, agreement: str, text: str) -> Outcome:
    """Say how the group celebrates an agreement that is done; an empty text takes it away."""
    here = left_at(state, key).worked
    before = next((learnt for learnt in here if learnt.agreement == agreement), None)
    if before:
        return reword(state, kinds, key, "worked", before.id, text)
    return add(state, kinds, key, "worked", line, text, agreement) if clean(text) else []


def add(
    state: State, kinds: Kinds, key: str, field: Lines, line: str, text: str, agreement: str | None = None
) -> Outcome:
    """Write a line down, under what was said before."""
    try:
        added = Learnt(id=line, text=text, agreement=agreement)
    except ValidationError:
        return Problem("session.bad_value")
    return _keep_lines(state, kinds, key, field, [*_lines(state, key, field), added])


def reword(state: State, kinds: Kinds, key: str, field: Lines, line: str, text: str) -> Outcome:
    """Write a line down in other words; an empty text takes it out."""
    here = _lines(state, key, field)
    found = next((learnt for learnt in here if learnt.id == line), None)
    if found is None:
        return Problem("session.gone")
    if not clean(text):
        return _keep_lines(state, kinds, key, field, [learnt for learnt in here if learnt != found])
    if clean(text) == found.text:
        return []
    changed = found.model_copy(update={"text": text})
    return _keep_lines(state, kinds, key, field, [changed if learnt == found else learnt for learnt in here])


def take_out(state: State, kinds: Kinds, key: str, field: Lines, line: str) -> Outcome:
    """Take a line out."""
    return reword(state, kinds, key, field, line, "")


# -- what these are made of


def _lines(state: State, key: str, field: Lines) -> list[Learnt]:
    left = left_at(state, key)
    return left.worked if field == "worked" else left.learnt


def _keep_lines(state: State, kinds: Kinds, key: str, field: Lines, kept: list[Learnt]) -> Outcome:
    return set_result(state, kinds, key, field, [learnt.model_dump() for learnt in kept])


def _keep_said(state: State, kinds: Kinds, key: str, said: dict[str, Status]) -> Outcome:
    if said == left_at(state, key).said:
        return []
    return set_result(state, kinds, key, "said", dict(said))


def _together(*outcomes: Outcome) -> Outcome:
    """Give the events of all of them, so that one key takes them all back; or the first problem."""
    problem = next((outcome for outcome in outcomes if isinstance(outcome, Problem)), None)
    return problem or [event for outcome in outcomes if not isinstance(outcome, Problem) for event in outcome]


def _put_changed(state: State, name: str, found: Agreement, changes: dict[str, Any]) -> Outcome:
    """Put the agreement with these changes, checked; nothing when it stays as it was."""
    try:
        changed = Agreement(**{**dict(found), **changes})
    except ValidationError:
        return Problem("session.bad_value")
    return [] if changed == found else put(state, "agreements", name, changed)
