"""What cannot be right in a session that is read, wherever it comes from: file, journal, copy.

One place for every reader. Pure: a state in, problems out, each with its key and no place. A session that the
app wrote has none of these, so that whatever is found was changed by hand, or made elsewhere. What means
nothing any more but harms nobody is no mistake: an agreement about a task that was dropped stays as it is.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.composer import sets_named
from facilitator.scenario.model import Kinds, Scenario, Step, Use, key_of
from facilitator.scenario.validation import MOST, validate
from facilitator.session.events import JournalEntry
from facilitator.session.fold import LISTENERS
from facilitator.session.history import History
from facilitator.session.programme import RESERVED
from facilitator.session.registers import MOST_ENTRIES, REGISTERS, Agreement
from facilitator.session.rounds import TOTAL
from facilitator.session.session_leaves import SESSION_LEAVES
from facilitator.session.state import Position, State
from facilitator.storage.vote_consistency import no_step, too_many_people, votes_that_misfit

MOST_TYPED: Final = 5_000
"""Notes or votes in a session: more than anyone types or holds in an evening."""
MOST_UNDER: Final[Mapping[str, int]] = {
    **dict.fromkeys(REGISTERS, MOST_ENTRIES),
    "rounds": MOST_TYPED,
    "notes": MOST_TYPED,
}
"""How much the app keeps, by the name of the table it stands in."""


def check(state: State, kinds: Kinds, place: Place) -> State:
    """Give the state, at the first step when it was at one that is gone.

    Raises Refused with what cannot be right in it, at most MOST problems.
    """
    problems = [replace(problem, place=place) for problem in islice(misfits(state, kinds), MOST)]
    if problems:
        raise Refused(*problems)
    if state.at.key and not _is_place(state, state.at.key):
        return state.replace(at=Position())
    return state


def misfits(state: State, kinds: Kinds) -> Iterator[Problem]:
    """Find what cannot be right in a session."""
    yield from overfull(_tables(state))
    yield from _of_scenario(state.scenario)
    uses = {use.id for use in state.scenario.uses}
    for name, named in (("left_out", state.about.left_out), ("inserted", state.inserted)):
        for n, use in enumerate(named, 1):
            if use not in uses:
                yield Problem("storage.no_block", {"name": use}, key=f"{name}[{n}]")
    yield from _people(state)
    yield from _doubles(state)
    yield from votes_that_misfit(state)
    yield from _results(state, kinds)
    for name, note in state.notes.items():
        if not _is_place(state, f"{note.use}/{note.step}"):
            yield no_step(note.use, note.step, f"notes.{name}", state.scenario)


def overfull(tables: Mapping[str, Any]) -> Iterator[Problem]:
    """Find tables, made or not yet, that hold more than the app keeps."""
    for name, most in MOST_UNDER.items():
        found = tables.get(name)
        if isinstance(found, Mapping) and len(found) > most:
            yield too_many(name, len(found), most)


def _tables(state: State) -> Mapping[str, Any]:
    return {**state.registers, "rounds": state.rounds, "notes": state.notes}


def too_many(name: str, found: int, most: int = MOST_ENTRIES) -> Problem:
    """Say that there is more under one name than the app keeps."""
    return Problem("storage.too_many", {"n": found, "most": most}, key=name, aim="key")


def count_fitting(history: History, actions: Sequence[JournalEntry], kinds: Kinds) -> int:
    """Count the actions, from the first, with which a session stays one that the app would have written.

    What it begins with has to be one. Nothing is made of what comes after a table is too full.
    """
    now, end = history, 0
    for action in actions:
        now = now.add(action)
        if any(overfull(_tables(now.state))):
            break
        end += 1
    if end == len(actions) and not any(misfits(now.state, kinds)):
        return end
    fits, fits_not = 0, min(end + 1, len(actions))
    while fits + 1 < fits_not:
        middle = (fits + fits_not) // 2
        then = history
        for action in actions[:middle]:
            then = then.add(action)
        fits, fits_not = (fits, middle) if any(misfits(then.state, kinds)) else (middle, fits_not)
    return fits


def _is_place(state: State, key: str) -> bool:
    return key in SESSION_LEAVES or state.find(key) is not None


def _people(state: State) -> Iterator[Problem]:
    yield from too_many_people(state.people.items(), "people")
    yield from too_many_people([(LISTENERS, state.listeners)], "people")
    for who in state.people:
        if state.scenario.perspective(who) is None:
            yield Problem("storage.no_perspective", {"name": who}, key=f"people.{who}", aim="key")
    for name, agreement in state.agreements().items():
        yield from too_many_people(agreement.present.items(), f"agreements.{name}.present")


def _doubles(state: State) -> Iterator[Problem]:
    """Find an id that two things have: whoever refers to it would mean either."""
    seen: set[str] = set()
    for register, entries in state.registers.items():
        for name, entry in entries.items():
            if name in seen:
                yield _twice(name, f"{register}.{name}", aim_at_key=True)
            seen.add(name)
            if isinstance(entry, Agreement):
                ids = [objection.id for objection in entry.objections]
                yield from _twice_in(ids, f"agreements.{name}.objections")


def _twice(name: str, key: str, *, aim_at_key: bool = False) -> Problem:
    return Problem("storage.twice", {"name": name}, key=key, aim="key" if aim_at_key else "value")


def _twice_in(names: Iterable[str], key: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, name in enumerate(names, 1):
        if name in seen:
            yield _twice(name, f"{key}[{n}].id")
        seen.add(name)


def _results(state: State, kinds: Kinds) -> Iterator[Problem]:
    """Find what steps left that their kinds do not know, or at a step that is not there."""
    for key, fields in state.results.items():
        found = state.find(key)
        leaves = kinds[found[1].kind].leaves if found else SESSION_LEAVES.get(key)
        if leaves is None:
            yield Problem("storage.no_step", {"name": key}, key=f"results.{key}")
            continue
        try:
            validate(leaves, fields, Place(""), ("results", key))
        except Refused as refused:
            yield from refused.problems
        else:
            yield from _double_lines(fields, f"results.{key}")


def _double_lines(fields: Mapping[str, Any], key: str) -> Iterator[Problem]:
    for name, value in fields.items():
        if isinstance(value, list):
            ids = [entry["id"] for entry in value if isinstance(entry, dict) and "id" in entry]
            yield from _twice_in(ids, f"{key}.{name}")


# -- the scenario that a session carries


def _of_scenario(scenario: Scenario) -> Iterator[Problem]:
    """Find names that occur twice or lead nowhere; what a scenario's own files are checked for too."""
    perspectives = [perspective.id for perspective in scenario.perspectives]
    yield from _twice_in(perspectives, "scenario.perspectives")
    yield from _reserved(perspectives, {TOTAL, LISTENERS}, "scenario.perspectives")
    uses = [use.id for use in scenario.uses]
    yield from _twice_in(uses, "scenario.uses")
    yield from _reserved(uses, {RESERVED}, "scenario.uses")
    yield from _twice_in(
        [statement_set.id for statement_set in scenario.statement_sets], "scenario.statement_sets"
    )
    for n, one in enumerate(scenario.statement_sets, 1):
        yield from _twice_in(
            [statement.id for statement in one.statements], f"scenario.statement_sets[{n}].statements"
        )
    for n, use in enumerate(scenario.uses, 1):
        key = f"scenario.uses[{n}].steps"
        yield from _twice_in([step.id for step in use.steps], key)
        for m, step in enumerate(use.steps, 1):
            yield from _of_step(use, step, scenario, f"{key}[{m}]")


def _reserved(names: Iterable[str], taken: Container[str], key: str) -> Iterator[Problem]:
    for n, name in enumerate(names, 1):
        if name in taken:
            yield Problem("storage.reserved", {"name": name}, key=f"{key}[{n}].id")


def _of_step(use: Use, step: Step, scenario: Scenario, key: str) -> Iterator[Problem]:
    """Find a step that names a set which is not there, or shows what no other step of its block holds."""
    for name, where in sets_named(step):
        if scenario.find_set(name) is None:
            yield Problem("storage.no_set", {"name": name}, key=f"{key}.{where}")
    shows = getattr(step, "part", "") == "result"
    wanted = getattr(step, "of", None)
    if wanted is None and not shows:
        return
    of = [step for step in use.steps if step.id == wanted]
    if not of or (shows and getattr(of[0], "part", "") != "vote"):
        name = f"{use.id}/{wanted}" if wanted else key_of(use, step)
        yield Problem("storage.shows_nothing", {"name": name}, key=f"{key}.of")
