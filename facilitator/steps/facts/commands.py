"""What can be done with figures and stories: the state and an intent in, events or a problem out. Pure."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from facilitator.problems import Problem
from facilitator.scenario.given_fact import GivenFact
from facilitator.scenario.model import Kinds
from facilitator.session.commands import Outcome, drop, put, set_result
from facilitator.session.registers import Fact, Link, Parked, Recognised, Story
from facilitator.session.state import State
from facilitator.steps.facts.findings import (
    TOTAL,
    Beside,
    cards,
    large_enough,
    left_at,
    link_between,
    open_questions,
    replaced,
    who_say,
)
from facilitator.steps.facts.kind import GivenFigure
from facilitator.text import clean

# -- figures and stories


def name_figure(state: State, name: str, what: str, value: str) -> Outcome:
    """Put a figure on the table; of whom and of which year it is can follow."""
    if not clean(what):
        return Problem("facts.what_first")
    return _put(state, name, Fact, {"what": what, "value": value})


def change_figure(state: State, name: str, **changes: Any) -> Outcome:
    """Change fields of a figure; nothing when they are so already."""
    found = state.facts().get(name)
    if found is None:
        return Problem("session.gone")
    if "what" in changes and not clean(changes["what"]):
        return Problem("facts.what_first")
    return _change(state, name, found, changes)


def tell_story(state: State, name: str, text: str) -> Outcome:
    """Put a story on the table."""
    return _put(state, name, Story, {"text": text})


def reword_story(state: State, name: str, text: str) -> Outcome:
    """Tell a story in other words."""
    found = state.stories().get(name)
    return _change(state, name, found, {"text": text}) if found else Problem("session.gone")


def next_teller(state: State, name: str) -> Outcome:
    """Let a story be told from the next perspective that is large enough, and after the last from none."""
    found = state.stories().get(name)
    if found is None:
        return Problem("session.gone")
    order: list[str | None] = [None, *large_enough(state)]
    at = order.index(found.perspective) if found.perspective in order else 0
    return _change(state, name, found, {"perspective": order[(at + 1) % len(order)]})


def take_out(state: State, name: str) -> Outcome:
    """Take a figure or story off the table, with how it lay beside others."""
    return drop(state, "facts" if name in state.facts() else "stories", name)


# -- figures that were looked up beforehand


def offer(state: State, kinds: Kinds, key: str, given: GivenFact, name: str | None) -> Outcome:
    """Keep what the group says of a figure that was looked up: on the table under this name, or aside."""
    left = left_at(state, key)
    before = next((given_figure for given_figure in left.offered if given_figure.what == given.what), None)
    there = before is not None and before.fact in state.facts()
    if before and there == (name is not None):
        return []
    said = GivenFigure(what=given.what, fact=name)
    kept = [said if given_figure == before else given_figure for given_figure in left.offered] + (
        [] if before else [said]
    )
    answer = set_result(state, kinds, key, "offered", [given_figure.model_dump() for given_figure in kept])
    if name is not None:
        changed = put(state, "facts", name, Fact(**given.model_dump()))
    else:
        changed = drop(state, "facts", before.fact or "") if before and there else []
    if isinstance(answer, Problem) or isinstance(changed, Problem):
        return answer if isinstance(answer, Problem) else changed
    return [*changed, *answer]


# -- recognition


def recognise(state: State, name: str, who: str, said: Recognised | None, *, sure: bool = False) -> Outcome:
    """Keep whether a perspective recognises a figure or story, or all together; None takes it away.

    What is said apart and what is said together never stand side by side. What was said in an earlier meeting
    is not written over unless someone is ``sure``; who says the same again says it of today.
    """
    found = cards(state).get(name)
    if found is None:
        return Problem("session.gone")
    if who not in who_say(state):
        return Problem("session.no_perspective")
    goes = [other for other in replaced(state, found, who) if (other, found.recognised[other]) != (who, said)]
    if goes and not sure:
        return Problem("facts.said_earlier")
    kept = {each: answer for each, answer in found.recognised.items() if (each == TOTAL) == (who == TOTAL)}
    kept.pop(who, None)
    recognised = {**kept, who: said} if said else kept
    said_on = {each: day for each, day in found.said_on.items() if each in kept}
    if said:
        said_on[who] = state.about.day
    return _change(state, name, found, {"recognised": recognised, "said_on": said_on})


# -- side by side


def lay_beside(state: State, new: str, story: str, fact: str, how: Beside | None) -> Outcome:
    """Say how a story lies beside a figure, instead of what was said before; None takes it away."""
    if story not in state.stories() or fact not in state.facts():
        return Problem("session.gone")
    found = link_between(state, story, fact)
    if how is None:
        return drop(state, "links", found[0]) if found else []
    if found and found[1].how == how:
        return []
    return put(state, "links", found[0] if found else new, Link(start=story, end=fact, how=how))


# -- what nobody knows


def ask_open(state: State, name: str, text: str, who: str = "") -> Outcome:
    """Write down what nobody knows yet; it stays open, also at later meetings, until it is answered."""
    return put(state, "parked", name, Parked(text=text, who=who, unknown=True))


def forget_open(state: State, name: str) -> Outcome:
    """Take a line out."""
    return drop(state, "parked", name) if name in open_questions(state) else Problem("session.gone")


# -- what these are made of


def _put(state: State, name: str, model: type[Fact | Story], fields: dict[str, Any]) -> Outcome:
    try:
        return put(state, "facts" if model is Fact else "stories", name, model(**fields))
    except ValidationError:
        return Problem("session.bad_value")


def _change(state: State, name: str, found: Fact | Story, changes: dict[str, Any]) -> Outcome:
    """Put a figure or story with these changes, checked; nothing when it stays as it was."""
    try:
        changed = type(found)(**{**dict(found), **changes})
    except ValidationError:
        return Problem("session.bad_value")
    if changed == found:
        return []
    return put(state, "facts" if isinstance(found, Fact) else "stories", name, changed)
