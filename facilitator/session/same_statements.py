"""Statements that count as the same: read in another language, or worded anew because someone said so. Pure.

What two groups read in two languages is one wording. It is known by the first language of the app, where its
file has that; so what someone chose for a neighbourhood holds whichever language the next session is in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.records import FilledLine, Id, Record
from facilitator.scenario.bilingual_text import BilingualText
from facilitator.scenario.model import Statement, StatementSet
from facilitator.session.state import State
from facilitator.words import LANGUAGES, Language


class SameStatements(Record):
    """What someone chose for a neighbourhood."""

    same: dict[Id, list[FilledLine]] = {}
    """Per statement the wordings that count as one."""

    def counts(self, statement: str, wording: BilingualText) -> bool:
        """Tell whether a wording is one of those that count as one."""
        return wording.text in self.same.get(statement, ())

    def is_one(self, statement: str, found: Sequence[BilingualText]) -> bool:
        """Tell whether all these wordings count as one."""
        return all(self.counts(statement, wording) for wording in found)


Wordings = Mapping[str, Sequence[BilingualText]]
"""Per statement how it was worded, the oldest first; the first language of the app in front, where known."""


def wordings(states: Sequence[State]) -> Wordings:
    """Give every statement of these sessions with its wordings, the oldest session first."""
    found: dict[str, dict[str, BilingualText]] = {}
    for state in states:
        for one in state.scenario.statement_sets:
            for statement in one.statements:
                there = found.setdefault(statement.id, {})
                wording = statement.wording.first_in_order(state.scenario.language)
                if wording.also or wording.text not in there:
                    there[wording.text] = wording
    return {name: _without_translations([*there.values()]) for name, there in found.items()}


def _without_translations(found: Sequence[BilingualText]) -> Sequence[BilingualText]:
    """Leave out what was read in the second language alone, where another session knows it in the first."""
    translated = {each.also for each in found if each.also}
    return [each for each in found if each.also or each.text not in translated]


def reworded(states: Sequence[State]) -> Wordings:
    """Give the statements that were worded in more than one way."""
    return {name: found for name, found in wordings(states).items() if len(found) > 1}


def told(found: Sequence[BilingualText], language: Language) -> list[str]:
    """Give wordings in a language where it is known; those that would read alike keep what differs."""
    said = [each.also if each.also and language != LANGUAGES[0] else each.text for each in found]
    return [text if said.count(text) == 1 else each.text for text, each in zip(said, found, strict=True)]


def as_one(states: Sequence[State], chosen: SameStatements, language: Language) -> list[State]:
    """Give these sessions with one wording for statements that are the same, in this language if known.

    Of those that count as the same because someone chose so, that is the newest one.
    """
    texts: dict[str, dict[BilingualText, str]] = {}
    for name, found in wordings(states).items():
        said = dict(zip(found, told(found, language), strict=True))
        same = [each for each in found if chosen.counts(name, each)]
        texts[name] = said | (dict.fromkeys(same, said[same[-1]]) if same else {})
    return [_worded(state, texts) for state in states]


def _worded(state: State, texts: Mapping[str, Mapping[BilingualText, str]]) -> State:
    def worded(statement: Statement) -> Statement:
        wording = statement.wording.first_in_order(state.scenario.language)
        there = texts[statement.id]
        found = next((each for each in there if each.text == wording.text), None)
        found = found or next(each for each in reversed([*there]) if each.is_same(wording))
        text = there[found]
        return statement if text == statement.text else statement.model_copy(update={"text": text})

    def each_set(one: StatementSet) -> StatementSet:
        return one.model_copy(update={"statements": [worded(statement) for statement in one.statements]})

    sets = [each_set(one) for one in state.scenario.statement_sets]
    return state.replace(scenario=state.scenario.model_copy(update={"statement_sets": sets}))
