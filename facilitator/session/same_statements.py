"""Statements that were worded anew and count as the same, because someone said so. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.records import FilledLine, Id, Record
from facilitator.scenario.model import Statement, StatementSet
from facilitator.session.state import State


class SameStatements(Record):
    """What someone chose for a neighbourhood."""

    same: dict[Id, list[FilledLine]] = {}
    """Per statement the wordings that count as one."""


Wordings = Mapping[str, Sequence[str]]
"""Per statement how it was worded, the oldest first."""


def wordings(states: Sequence[State]) -> Wordings:
    """Give every statement of these sessions with its wordings, the oldest session first."""
    found: dict[str, list[str]] = {}
    for state in states:
        for one in state.scenario.statement_sets:
            for statement in one.statements:
                texts = found.setdefault(statement.id, [])
                if statement.text not in texts:
                    texts.append(statement.text)
    return found


def reworded(states: Sequence[State]) -> Wordings:
    """Give the statements that were worded in more than one way."""
    return {name: texts for name, texts in wordings(states).items() if len(texts) > 1}


def as_one(states: Sequence[State], chosen: SameStatements) -> list[State]:
    """Give these sessions with one wording, the newest, for statements that count as the same."""
    newest = {
        (name, text): [each for each in texts if each in chosen.same.get(name, ())][-1]
        for name, texts in wordings(states).items()
        for text in texts
        if text in chosen.same.get(name, ())
    }

    def worded(statement: Statement) -> Statement:
        text = newest.get((statement.id, statement.text), statement.text)
        return statement if text == statement.text else statement.model_copy(update={"text": text})

    def each_set(one: StatementSet) -> StatementSet:
        return one.model_copy(update={"statements": [worded(statement) for statement in one.statements]})

    return [
        state.replace(
            scenario=state.scenario.model_copy(
                update={"statement_sets": [each_set(one) for one in state.scenario.statement_sets]}
            )
        )
        for state in states
    ]
