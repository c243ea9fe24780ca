"""Putting figures on the table of a session that is not open, as the app itself does: through the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from facilitator.entry_ids import new_id
from facilitator.problems import Problem, Refused
from facilitator.scenario.given_fact import GivenFact
from facilitator.scenario.model import Kinds, Step, Use
from facilitator.session.commands import put
from facilitator.session.disclosure import spared
from facilitator.session.events import Event, JournalEntry
from facilitator.session.registers import Fact
from facilitator.session.state import State
from facilitator.storage.places import Places
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.session_finder import see
from facilitator.storage.store import Store
from facilitator.words import Words

Make = Callable[[Words], Sequence[GivenFact]]
"""Gives the figures in the language of what they are put in."""

_DETAILS: Final = ("value", "year", "compared")
"""What the office may say anew of the same figure."""


@dataclass
class Done:
    """What became of the figures that were put in."""

    path: Path
    added: int = 0
    renewed: int = 0
    judged: int = 0
    """Figures that would have changed, and of which people said something."""
    news: Sequence[Problem] = field(default_factory=list)
    """What there is to say about the file besides."""


def put_in_session(path: Path, places: Places, kinds: Kinds, make: Make, now: datetime) -> Done:
    """Put figures on the table of a session. Raises Refused: it is open, cannot be read or be written.

    It is only opened when there is something to put in.
    """
    state = see(places, path, kinds, now.date()).state
    if facts_step(state.places(), kinds) is None:
        raise Refused(Problem("figures.no_step"))
    done = Done(path)
    facts = make(Words(state.scenario.language))
    if not _put(state, facts, done):
        return done
    try:
        return _put_on_disk(path, places, kinds, facts, now)
    except NotSaved as error:
        raise Refused(error.problem) from error


def _put_on_disk(path: Path, places: Places, kinds: Kinds, facts: Sequence[GivenFact], now: datetime) -> Done:
    """Keep what is put in, durably; then close the session as the app does."""
    opened = Store.open(places, path, kinds, today=now.date())
    store, history = opened.store, opened.history
    done = Done(path, news=opened.news)
    at = now.strftime("%Y-%m-%dT%H:%M:%S")
    try:
        action = JournalEntry(
            seq=store.next_seq,
            at=at,
            name="facts.looked_up",
            where=history.state.at.where,
            events=_put(history.state, facts, done),
        )
        store.append(action)
        store.close(spared(history.add(action).state), action.seq)
        done.path = store.path
    finally:
        store.let_go()
    return done


def facts_step(places: Iterable[tuple[Use, Step]], kinds: Kinds) -> tuple[Use, Step] | None:
    """Give the first step in which a group names figures; None where no step does."""
    return next(((use, step) for use, step in places if "facts" in kinds[step.kind].gives(step)), None)


def _put(state: State, facts: Sequence[GivenFact], done: Done) -> list[Event]:
    events: list[Event] = []
    for given in facts:
        same = {name: fact for name, fact in state.facts().items() if _is_same(fact, given)}
        if _is_given(state, given) or any(_details(fact) == _details(given) for fact in same.values()):
            continue
        judged = {name for name in same if _is_judged(state, name)}
        free = next((name for name in same if name not in judged), None)
        if free is None and any(same[name].year == given.year for name in judged):
            done.judged += 1
            continue
        name = free or new_id()
        fact = same[free].model_copy(update=_details(given)) if free else Fact(**given.model_dump())
        outcome = put(state, "facts", name, fact)
        if isinstance(outcome, Problem):
            raise Refused(outcome)
        events += outcome
        done.renewed += free is not None
        done.added += free is None
    return events


def _is_same(fact: Fact | GivenFact, given: GivenFact) -> bool:
    """Tell whether both say how much there is of the same, perhaps of another year."""
    return (fact.what, fact.area, fact.source) == (given.what, given.area, given.source)


def _is_given(state: State, given: GivenFact) -> bool:
    """Tell whether the programme of the session offers it itself; then the group says where it belongs."""
    offered = (fact for _, step in state.places() for fact in getattr(step, "facts", []))
    return any(_is_same(fact, given) and fact.year == given.year for fact in offered)


def _details(fact: Fact | GivenFact) -> dict[str, str]:
    return {name: getattr(fact, name) for name in _DETAILS}


def _is_judged(state: State, name: str) -> bool:
    """Tell whether people said something of it: who recognises it, where it is, which story it meets."""
    fact = state.facts()[name]
    met = any(name in {link.start, link.end} for link in state.links().values())
    return bool(fact.recognised or fact.where or met)
