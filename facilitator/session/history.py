"""All that was done since the session was opened, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

from facilitator.session.events import (
    UNDOABLE,
    AnswersDisclosed,
    BlockInserted,
    JournalEntry,
    RoundClosed,
    RoundOpened,
    StatementWorded,
)
from facilitator.session.fold import fold_action, fold_actions
from facilitator.session.state import State


@dataclass(frozen=True)
class History:
    """The state a session was opened with, what was done since, and where that leads."""

    base: State
    state: State
    actions: tuple[JournalEntry, ...] = ()
    undone: tuple[int, ...] = ()
    """The ``seq`` of actions that were taken back and can be done again, the last one last."""

    @classmethod
    def from_state(cls, base: State) -> History:
        return cls(base=base, state=base)

    @classmethod
    def replay(cls, base: State, actions: Iterable[JournalEntry]) -> History:
        """Give the history that these actions make, undo and redo among them."""
        return reduce(cls.add, actions, cls.from_state(base))

    def add(self, action: JournalEntry) -> History:
        """Give the history after one more action; an undo or redo names the action it concerns."""
        if action.undo is not None:
            gone = (*self.undone, action.undo)
            return replace(self, undone=gone, state=self._without(gone))
        if action.redo is not None:
            gone = tuple(seq for seq in self.undone if seq != action.redo)
            return replace(self, undone=gone, state=self._without(gone))
        actions = (*self.actions, action)
        if not action.undoable:
            return replace(self, actions=actions, state=fold_action(self.state, action))
        if self.undone:  # what was taken back can no longer be done again
            actions = tuple(_taken_back(entry) if entry.seq in self.undone else entry for entry in actions)
        return History(self.base, fold_action(self.state, action), actions)

    def can_undo(self) -> JournalEntry | None:
        """Give the action that undo would take back."""
        done = [action for action in self.actions if action.undoable and action.seq not in self.undone]
        if not done:
            return None
        needed = self._needed(done)
        asked = self._asked(done)
        voted = max((action.seq for action in self.actions if _has(action, RoundClosed)), default=0)
        return next(
            (
                action
                for action in reversed(done)
                if not _inserted(action) & needed
                and not _worded(action) & asked
                and not (action.seq < voted and _has(action, AnswersDisclosed))
            ),
            None,
        )

    def _needed(self, done: Iterable[JournalEntry]) -> set[str]:
        """Give the uses that have to stay: a vote was held in them, or an added block stands after them."""
        voted = {vote.use for vote in self.state.rounds.values()}
        events = (event for entry in done for event in entry.events)
        return voted | {event.after for event in events if isinstance(event, BlockInserted)}

    def _asked(self, done: Iterable[JournalEntry]) -> set[str]:
        """Give the statements that have to stay: a vote was held on them, or other words took their place."""
        voted = {name for vote in self.state.rounds.values() for name in vote.statements}
        events = (event for entry in done for event in entry.events)
        return voted | {event.instead or "" for event in events if isinstance(event, StatementWorded)}

    def can_redo(self) -> JournalEntry | None:
        """Give the action that redo would do again."""
        if not self.undone:
            return None
        found = next((action for action in self.actions if action.seq == self.undone[-1]), None)
        return None if found is not None and self._voted_meanwhile(found) else found

    def _voted_meanwhile(self, action: JournalEntry) -> bool:
        """Tell whether a vote was begun on a set after other words for it, which were taken back."""
        worded = [event.set for event in action.events if isinstance(event, StatementWorded)]
        sets = [self.state.scenario.find_set(name) for name in worded]
        names = {statement.id for one in sets if one is not None for statement in one.statements}
        later = (event for entry in self.actions if entry.seq > action.seq for event in entry.events)
        return any(
            isinstance(event, RoundOpened) and not names.isdisjoint(event.statements) for event in later
        )

    def _without(self, gone: tuple[int, ...]) -> State:
        return fold_actions(
            self.base, (_taken_back(action) if action.seq in gone else action for action in self.actions)
        )


def _has(action: JournalEntry, kind: type[AnswersDisclosed | RoundClosed]) -> bool:
    return any(isinstance(event, kind) for event in action.events)


def _inserted(action: JournalEntry) -> set[str]:
    return {event.use.id for event in action.events if isinstance(event, BlockInserted)}


def _worded(action: JournalEntry) -> set[str]:
    return {event.statement.id for event in action.events if isinstance(event, StatementWorded)}


def _taken_back(action: JournalEntry) -> JournalEntry:
    """Give what is left of an action that was taken back: the votes and moves that came with it."""
    return action.model_copy(
        update={"events": [event for event in action.events if not isinstance(event, UNDOABLE)]}
    )
