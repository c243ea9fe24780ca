"""How one event changes the state. Every event is accepted: commands see to it that it makes sense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any, Final, TypeVar

from facilitator.session.clock import plus
from facilitator.session.events import (
    AnswersDisclosed,
    AnswersWithdrawn,
    BlockInserted,
    ClockSet,
    Event,
    JournalEntry,
    Moved,
    Noted,
    PeopleChanged,
    RegisterDropped,
    RegisterPut,
    ResultSet,
    RoundClosed,
    RoundOpened,
    RoundRevealed,
    RoundTold,
    RoundVoided,
    StatementWorded,
)
from facilitator.session.programme import with_block
from facilitator.session.rounds import Round, Shown, with_answers, without_answers
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Note, Position, State
from facilitator.session.worded_statements import with_statement

LISTENERS: Final = "listeners"
MOST_ROUNDS: Final = 99
"""The number of the last votes of a step, if ever a group holds more; an event is never refused."""

Key = TypeVar("Key")
Value = TypeVar("Value")


def fold_action(state: State, action: JournalEntry) -> State:
    """Give the state after an action."""
    return reduce(lambda now, event: fold(now, event, action.at), action.events, state)


def fold_actions(state: State, actions: Iterable[JournalEntry]) -> State:
    return reduce(fold_action, actions, state)


def fold_events(state: State, events: Iterable[Event]) -> State:
    """Give the state after events of which it does not matter when they happened."""
    return reduce(fold, events, state)


def fold(state: State, event: Event, at: str = "") -> State:
    """Give the state after one event that happened ``at`` a local time."""
    return _FOLDS[type(event)](state, event, at)


def _with(mapping: Mapping[Key, Value], key: Key, value: Value) -> dict[Key, Value]:
    return {**mapping, key: value}


def _without(mapping: Mapping[Key, Value], key: Key) -> dict[Key, Value]:
    return {name: value for name, value in mapping.items() if name != key}


def _register_put(state: State, event: RegisterPut, _at: str) -> State:
    register = _with(state.registers.get(event.register_name, {}), event.id, event.entry)
    return state.replace(registers=_with(state.registers, event.register_name, register))


def _register_dropped(state: State, event: RegisterDropped, _at: str) -> State:
    register = _without(state.registers.get(event.register_name, {}), event.id)
    if register:
        return state.replace(registers=_with(state.registers, event.register_name, register))
    return state.replace(registers=_without(state.registers, event.register_name))


def _round_opened(state: State, event: RoundOpened, _at: str) -> State:
    number = min(1 + len(state.rounds_of(f"{event.use}/{event.step}", event.side)), MOST_ROUNDS)
    opened = Round(
        id=event.id,
        use=event.use,
        step=event.step,
        number=number,
        side=event.side,
        way=event.way,
        grouping=event.grouping,
        statements=event.statements,
        expected=event.expected,
        silent=event.silent,
    )
    return state.replace(rounds=_with(state.rounds, event.id, opened))


def _round_changed(state: State, name: str, **changes: Any) -> State:
    if name not in state.rounds:
        return state
    changed = state.rounds[name].model_copy(update=changes)
    return state.replace(rounds=_with(state.rounds, name, changed))


def _round_voided(state: State, event: RoundVoided, _at: str) -> State:
    voided = _round_changed(state, event.id, status="voided", shown=None, findings=[])
    return voided.replace(withheld=_without(state.withheld, event.id))


def _round_closed(state: State, event: RoundClosed, _at: str) -> State:
    closed = _round_changed(state, event.id, status="closed", shown=event.shown)
    if not event.withheld:
        return closed
    return closed.replace(withheld=_with(state.withheld, event.id, tuple(event.withheld)))


def _answers_disclosed(state: State, event: AnswersDisclosed, _at: str) -> State:
    """Show what a group agreed to show, unless it went since: nothing is known of it any more then."""
    agreed = {
        answer.statement: answer.counts
        for answer in state.withheld.get(event.id, ())
        if answer.group == event.group and answer.statement in event.statements
    }
    if not agreed:
        return state
    disclosed = _shown_changed(state, event.id, lambda shown: with_answers(shown, event.group, agreed))
    return _round_changed(disclosed, event.id, method=event.method, findings=event.findings)


def _answers_withdrawn(state: State, event: AnswersWithdrawn, _at: str) -> State:
    def withdrawn(shown: Shown) -> Shown:
        return without_answers(shown, event.group, event.statements)

    if event.id is not None:
        kept = tuple(
            answer
            for answer in state.withheld.get(event.id, ())
            if answer.group != event.group or answer.statement not in event.statements
        )
        return _shown_changed(state, event.id, withdrawn).replace(
            withheld=_with(state.withheld, event.id, kept) if event.id in state.withheld else state.withheld
        )
    if state.before is None:
        return state
    votes = [
        vote.model_copy(update={"shown": withdrawn(vote.shown)}) if vote.day == state.about.day else vote
        for vote in state.before.votes
    ]
    return state.replace(before=state.before.model_copy(update={"votes": votes}))


def _shown_changed(state: State, name: str, change: Callable[[Shown], Shown]) -> State:
    vote = state.rounds.get(name)
    if vote is None or vote.shown is None:
        return state
    return _round_changed(state, name, shown=change(vote.shown))


def _round_told(state: State, event: RoundTold, _at: str) -> State:
    return _round_changed(state, event.id, method=event.method, findings=event.findings)


def _round_revealed(state: State, event: RoundRevealed, _at: str) -> State:
    return _round_changed(state, event.id, status="revealed", method=event.method, findings=event.findings)


def _result_set(state: State, event: ResultSet, _at: str) -> State:
    key = f"{event.use}/{event.step}"
    before = state.results.get(key, {})
    if event.value is None:
        after = _without(before, event.field)
    else:
        after = _with(before, event.field, event.value)
    if not after:
        return state.replace(results=_without(state.results, key))
    return state.replace(results=_with(state.results, key, after))


def _people_changed(state: State, event: PeopleChanged, _at: str) -> State:
    if event.who == LISTENERS:
        return state.replace(listeners=event.count)
    if event.count:
        return state.replace(people=_with(state.people, event.who, event.count))
    return state.replace(people=_without(state.people, event.who))


def _moved(state: State, event: Moved, at: str) -> State:
    """Go there; to a step of a block that was taken out again nobody went."""
    key = f"{event.use}/{event.step}"
    if key != CLOSING and state.find(key) is None:
        return state
    begun = state.begun if key in state.begun else _with(state.begun, key, at[11:16])
    return state.replace(at=Position(event.use, event.step, event.page), begun=begun)


def _noted(state: State, event: Noted, _at: str) -> State:
    if not event.text:
        return state.replace(notes=_without(state.notes, event.id))
    note = Note(event.use, event.step, event.about, event.text)
    return state.replace(notes=_with(state.notes, event.id, note))


def _clock_set(state: State, event: ClockSet, _at: str) -> State:
    return state.replace(stops=event.ends)


def _block_inserted(state: State, event: BlockInserted, _at: str) -> State:
    if any(use.id == event.use.id for use in state.scenario.uses):
        return state
    stops = state.stops
    if stops is not None:
        stops = plus(stops, event.use.minutes)
    return state.replace(
        scenario=with_block(state.scenario, event.use, event.sets, event.after),
        inserted=(*state.inserted, event.use.id),
        stops=stops,
    )


def _statement_worded(state: State, event: StatementWorded, _at: str) -> State:
    if any(event.instead in vote.statements for vote in state.rounds.values()):
        return state  # what someone voted on stays as it reads
    scenario = with_statement(state.scenario, event.set, event.statement, event.instead)
    return state.replace(scenario=scenario)


_FOLDS: Final[Mapping[type[Any], Callable[[State, Any, str], State]]] = {
    RegisterPut: _register_put,
    RegisterDropped: _register_dropped,
    RoundOpened: _round_opened,
    RoundVoided: _round_voided,
    RoundClosed: _round_closed,
    RoundRevealed: _round_revealed,
    AnswersDisclosed: _answers_disclosed,
    AnswersWithdrawn: _answers_withdrawn,
    RoundTold: _round_told,
    ResultSet: _result_set,
    PeopleChanged: _people_changed,
    Moved: _moved,
    Noted: _noted,
    ClockSet: _clock_set,
    BlockInserted: _block_inserted,
    StatementWorded: _statement_worded,
}
