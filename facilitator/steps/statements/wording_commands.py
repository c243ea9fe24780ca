"""Saying a statement in other words, or one more, before anyone votes on it. Pure."""

from __future__ import annotations

from typing import Final

from facilitator.problems import Problem
from facilitator.scenario.model import Statement, StatementSet, Use
from facilitator.session.commands import Outcome
from facilitator.session.events import StatementWorded
from facilitator.session.state import State
from facilitator.session.worded_statements import SAID_HERE
from facilitator.steps.statements.kind import StatementsStep, sets_of, vote_of

LONGEST_STATEMENT: Final = 160
"""Characters of a statement that is made in the room: it has to be read aloud, and twice."""
MOST_STATEMENTS: Final = 60
"""In one set."""


def say_anew(state: State, use: Use, step: StatementsStep, name: str, statement: str, text: str) -> Outcome:
    """Put another statement in the place of one, because the room says it otherwise."""
    one = _set_of(state, use, step, statement)
    before = one.find(statement) if one is not None else None
    if one is None or before is None or before.text == text:
        return []
    if problem := _in_the_way(state, one, text):
        return problem
    worded = Statement(id=f"{SAID_HERE}{name}", text=text, ask=before.ask)
    return [StatementWorded(set=one.id, statement=worded, instead=statement)]


def say_more(state: State, use: Use, step: StatementsStep, name: str, beside: str, text: str) -> Outcome:
    """Add a statement at the end of the set in which ``beside`` stands."""
    one = _set_of(state, use, step, beside)
    if one is None:
        return []
    if len(one.statements) >= MOST_STATEMENTS:
        return Problem("statements.enough_statements", {"most": MOST_STATEMENTS})
    if problem := _in_the_way(state, one, text):
        return problem
    return [StatementWorded(set=one.id, statement=Statement(id=f"{SAID_HERE}{name}", text=text))]


def _set_of(state: State, use: Use, step: StatementsStep, statement: str) -> StatementSet | None:
    """Give the whole set in which a statement of a step stands."""
    found = sets_of(vote_of(step, use), state.scenario)
    name = next((one.id for one in found if one.find(statement)), "")
    return state.scenario.find_set(name)


def _in_the_way(state: State, one: StatementSet, text: str) -> Problem | None:
    """Give why the words of a set stay as they are: someone votes on them, or these words stand there."""
    for vote in state.rounds.values():
        found = state.find(f"{vote.use}/{vote.step}")
        step = found[1] if found else None
        if isinstance(step, StatementsStep) and one.id in {*step.sets, *step.back.values()}:
            return Problem("statements.words_stay")
    if any(statement.text == text for each in state.scenario.statement_sets for statement in each.statements):
        return Problem("statements.there_already")
    return None
