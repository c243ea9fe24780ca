"""What cannot be right in a vote that is read: counts that no vote gives, groups that are never shown.

Pure: rounds in, problems out, each with its key and no place. The same rules by which a vote is closed
(``insight.suppression``), so that a file cannot say what the app would not have kept. Counts are looked at as
they are there: a group need not have counts for every statement of its round.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from facilitator.problems import Problem
from facilitator.scenario.model import Scenario, Step
from facilitator.session.commands import MOST_PEOPLE, smallest
from facilitator.session.rounds import TOTAL, Round, Shown, ShownGroup
from facilitator.session.state import Before, State

GROUPS_OF_A_TOTAL = 6
"""As many perspectives as a scenario can have: a total may hold the people of them all."""


def votes_that_misfit(state: State) -> Iterator[Problem]:
    """Find what cannot be right in the votes of a session, and in those of the session that it follows."""
    for name, vote in state.rounds.items():
        yield from _misfits(f"rounds.{name}", vote, state)
    opened = [name for name, vote in state.rounds.items() if vote.status == "open"]
    for name in opened[1:]:
        yield Problem("storage.two_open", key=f"rounds.{name}.status")
    if state.before is not None:
        yield from _earlier_votes(state.before)


def no_step(use: str, step: str, key: str, scenario: Scenario) -> Problem:
    """Say that a step is not there, at its block when that is not there either."""
    there = any(found.id == use for found in scenario.uses)
    return Problem("storage.no_step", {"name": f"{use}/{step}"}, key=f"{key}.{'step' if there else 'use'}")


def too_many_people(counts: Iterable[tuple[str, int]], key: str) -> Iterator[Problem]:
    """Find counts of more people than the app can count."""
    for who, count in counts:
        if count > MOST_PEOPLE:
            yield Problem("storage.too_many_people", {"n": count, "most": MOST_PEOPLE}, key=f"{key}.{who}")


def _misfits(key: str, vote: Round, state: State) -> Iterator[Problem]:
    found = state.find(f"{vote.use}/{vote.step}")
    if found is None:
        yield no_step(vote.use, vote.step, key, state.scenario)
        return
    step = found[1]
    if not hasattr(step, "sets"):
        yield Problem("storage.no_vote", {"name": f"{vote.use}/{vote.step}"}, key=f"{key}.step")
        return
    yield from too_many_people(vote.expected.items(), f"{key}.expected")
    named = {perspective.id for perspective in state.scenario.perspectives}
    yield from _no_perspectives(vote.expected, named, f"{key}.expected")
    yield from _no_perspectives(vote.silent, named, f"{key}.silent")
    there = statements_asked(step, state.scenario, back=vote.side == "back")
    for n, statement in enumerate(vote.statements, 1):
        if statement not in there:
            yield Problem("storage.no_statement", {"name": statement}, key=f"{key}.statements[{n}]")
        if statement in vote.statements[: n - 1]:
            yield Problem("storage.twice", {"name": statement}, key=f"{key}.statements[{n}]")
    if (vote.status in {"closed", "revealed"}) != (vote.shown is not None) or (
        vote.findings and vote.status != "revealed"
    ):
        yield Problem("storage.status", {"status": vote.status}, key=f"{key}.status")
    if vote.shown is not None:
        yield from _of_round(key, vote, vote.shown, step, state.scenario)
        yield from _shown(f"{key}.shown", vote.shown, named, vote.statements)


def statements_asked(step: Step, scenario: Scenario, *, back: bool) -> set[str]:
    """Give the statements that can be voted on in a step, or on the backs of its ballots."""
    names = [*getattr(step, "back", {}).values()] if back else getattr(step, "sets", [])
    sets = [found for name in names if (found := scenario.find_set(name))]
    there = {statement.id for one in sets for statement in one.statements}
    only = set(getattr(step, "only", []))
    return there & only if only and not back else there


def _of_round(key: str, vote: Round, shown: Shown, step: Step, scenario: Scenario) -> Iterator[Problem]:
    """Find where a result is not that of its round and its step."""
    if shown.grouping != vote.grouping:
        yield Problem("storage.grouping", key=f"{key}.shown.grouping")
    points = len(scenario.scale.points)
    if shown.points != points:
        yield Problem("storage.points", {"n": points}, key=f"{key}.shown.points")
    minimum = smallest(sensitive=getattr(step, "sensitive", False))
    if shown.minimum < minimum:
        yield Problem("storage.minimum", {"n": minimum}, key=f"{key}.shown.minimum")
    if shown.open_vote != (vote.way == "hands"):
        yield Problem("storage.open_vote", key=f"{key}.way")


def _shown(
    key: str, shown: Shown, perspectives: Container[str] | None, statements: Container[str] | None
) -> Iterator[Problem]:
    """Find what cannot be in a result. None: of another session, of which nobody knows what it asked."""
    names = [group.group for group in shown.groups]
    for n, group in enumerate(shown.groups, 1):
        here = f"{key}.groups[{n}]"
        if group.group in names[: n - 1]:
            yield Problem("storage.twice", {"name": group.group}, key=f"{here}.group")
        if (group.group == TOTAL) != (shown.grouping == TOTAL):
            yield Problem("storage.grouping", key=f"{here}.group")
        elif group.group != TOTAL and perspectives is not None:
            yield from _no_perspectives([group.group], perspectives, f"{here}.group", listed=False)
        yield from _group(here, group, shown, statements)
    for field, others in (("too_small", shown.too_small), ("silent", shown.silent)):
        for n, name in enumerate(others, 1):
            if name in names:
                yield Problem("storage.shown_and_not", {"name": name}, key=f"{key}.{field}[{n}]")
        if perspectives is not None:
            people = [name for name in others if name != TOTAL]
            yield from _no_perspectives(people, perspectives, f"{key}.{field}")


def _group(key: str, group: ShownGroup, shown: Shown, statements: Container[str] | None) -> Iterator[Problem]:
    if group.ballots < shown.minimum:
        values: dict[str, str | int] = {"n": group.ballots, "minimum": shown.minimum}
        yield Problem("storage.small_group", values, key=f"{key}.ballots")
    if group.beforehand > group.ballots:
        values = {"n": group.beforehand, "ballots": group.ballots}
        yield Problem("storage.beforehand", values, key=f"{key}.beforehand")
    most = MOST_PEOPLE * (GROUPS_OF_A_TOTAL if shown.grouping == TOTAL else 1)
    for name, count in (("ballots", group.ballots - group.beforehand), ("beforehand", group.beforehand)):
        if count > most:
            yield Problem("storage.too_many_people", {"n": count, "most": most}, key=f"{key}.{name}")
    for statement, row in group.answers.items():
        here = f"{key}.answers.{statement}"
        if statements is not None and statement not in statements:
            yield Problem("storage.no_statement", {"name": statement}, key=here, aim="key")
        if len(row) != shown.points + 1:
            yield Problem("storage.row", {"n": shown.points + 1, "found": len(row)}, key=here)
        elif sum(row) != group.partly.get(statement, group.ballots):
            yield Problem("storage.sum", {"n": sum(row), "ballots": group.ballots}, key=here)
    yield from _partly(key, group, shown.minimum, statements)


def _partly(
    key: str, group: ShownGroup, minimum: int, statements: Container[str] | None
) -> Iterator[Problem]:
    """Find answers of some tables that are of too few people, or of more than there are ballots."""
    for statement, count in group.partly.items():
        here = f"{key}.partly.{statement}"
        if statements is not None and statement not in statements:
            yield Problem("storage.no_statement", {"name": statement}, key=here, aim="key")
        if not (count == 0 and statement not in group.answers) and not minimum <= count < group.ballots:
            yield Problem("storage.sum", {"n": count, "ballots": group.ballots}, key=here)


def _no_perspectives(
    names: Iterable[str], there: Container[str], key: str, *, listed: bool = True
) -> Iterator[Problem]:
    """Find names that are no perspective; ``listed``: the key is that of the list or table they stand in."""
    for n, name in enumerate(names, 1):
        if name not in there:
            here = key if not listed else f"{key}.{name}" if key.endswith("expected") else f"{key}[{n}]"
            yield Problem("storage.no_perspective", {"name": name}, key=here)


def _earlier_votes(before: Before) -> Iterator[Problem]:
    yield from too_many_people(before.people.items(), "before.people")
    for n, vote in enumerate(before.votes, 1):
        yield from _shown(f"before.votes[{n}].shown", vote.shown, None, None)
