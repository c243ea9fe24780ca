"""What a vote on statements says and leaves. Its results are kept as rounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.problems import Problem
from facilitator.records import Id, Kept
from facilitator.scenario.duration import Duration, Easier, Expected
from facilitator.scenario.model import Kind, Scenario, Statement, StatementSet, Step, Supply, Use
from facilitator.scenario.references import dangling, no_perspective
from facilitator.scenario.screen_fit import ScreenPage, Written, reading_page, result_page


class StatementsStep(Step):
    """A blind vote on the statements of one set, with a second vote where the group wants it."""

    dutch: ClassVar = {
        "statements": "stellingen|stelling|stemmen|stemming",
        "vote": "stemmen|stemming",
        "result": "uitslag",
        "both": "beide|allebei",
    }
    kind: Literal["statements"]
    part: Literal["vote", "result", "both"] = "both"
    """The vote, its result, or both in one go. Apart, something fits between them: a break, in which the
    ballots are entered."""
    of: Id | None = None
    """With ``part = "result"``: the step of the same use whose vote it shows."""
    sets: Annotated[list[Id], Field(min_length=1, max_length=8)]
    """The statement sets, in the order of the ballot. With several the result stands per set
    (docs/domain.md 6.3), and an id may stand in one of them only."""
    only: list[Id] = []
    """Statements of the sets to use; empty: all."""
    level: list[Id] = []
    """Statements that together say how urgent it is (docs/domain.md 6.2); the others stand beside it."""
    sensitive: bool = False
    """Show no group under five instead of three."""
    back: dict[Id, Id] = {}
    """Per perspective a set for the back of its ballots: for the report, never compared on the wall."""


class StatementsLeaves(Kept):
    """A vote leaves rounds, and nothing beside them."""


def is_scan(step: StatementsStep) -> bool:
    """Tell whether the result stands per set (docs/domain.md 6.3)."""
    return len(step.sets) > 1


def sets_of(step: StatementsStep, scenario: Scenario) -> list[StatementSet]:
    """Give the sets in the order of the ballot, each with the statements that everyone answers."""
    found = [each for name in step.sets if (each := scenario.find_set(name))]
    if not step.only:
        return found
    kept = [[statement for statement in one.statements if statement.id in step.only] for one in found]
    return [
        one.model_copy(update={"statements": statements})
        for one, statements in zip(found, kept, strict=True)
        if statements
    ]


def statements_of(step: StatementsStep, scenario: Scenario) -> list[Statement]:
    """Give the statements that everyone answers, in order."""
    return [statement for found in sets_of(step, scenario) for statement in found.statements]


def back_of(step: StatementsStep, scenario: Scenario, perspective: str) -> list[Statement]:
    """Give the statements on the back of a perspective's ballots."""
    found = scenario.find_set(step.back.get(perspective, ""))
    return list(found.statements) if found else []


def vote_of(step: StatementsStep, use: Use) -> StatementsStep:
    """Give the step that holds the vote: the step itself, or with a result the step whose vote it shows.

    The statements, the level and the backs of the ballots are those of the vote. Raises KeyError when a
    result shows no vote of this use, which no checked scenario does.
    """
    if step.part != "result":
        return step
    for each in use.steps:
        if each.id == step.of and isinstance(each, StatementsStep) and each.part == "vote":
            return each
    raise KeyError(step.of)


FEW: Final = 3
"""So few statements can be voted on by hand in a small group."""
CURTAIN: Final = 4
"""Rows before a result: that the ballots are in, and what to do, each with a second row."""


def _check(step: StatementsStep, scenario: Scenario) -> list[Problem]:
    return [*_check_part(step, scenario), *_check_names(step, scenario), *_check_other_votes(step, scenario)]


def _check_other_votes(step: StatementsStep, scenario: Scenario) -> list[Problem]:
    """Find statements that are voted on twice: the second vote is bound to how the first was held."""
    if step.part == "result":
        return []
    votes = [
        other
        for _, other in scenario.places()
        if isinstance(other, StatementsStep) and other.part != "result"
    ]
    fronts = {statement.id: vote for vote in reversed(votes) for statement in statements_of(vote, scenario)}
    first = next(
        (fronts[statement.id] for statement in statements_of(step, scenario) if statement.id in fronts), step
    )
    twice = sum(vote is step for vote in votes) > 1  # a block that is used twice has its steps once
    problems = []
    if twice or first is not step:
        problems.append(Problem("statements.voted_twice", {"step": first.id}, key="sets", severity="warning"))
    for who in (name for name in step.back if scenario.perspective(name)):
        both = [statement.id for statement in back_of(step, scenario, who) if statement.id in fronts]
        if both:
            problems.append(Problem("statements.back_and_front", {"name": both[0]}, key=f"back.{who}"))
    return problems


def _check_part(step: StatementsStep, scenario: Scenario) -> list[Problem]:
    """Find a result without its vote, and a vote whose result nobody sees."""
    if step.of and step.part != "result":
        return [Problem("statements.of_no_result", {"name": step.of}, key="of", aim="key")]
    use = next(use for use in scenario.uses if any(each is step for each in use.steps))
    others = [each for each in use.steps if isinstance(each, StatementsStep)]
    votes = [other.id for other in others if other.part == "vote"]
    lost = any(other.part == "result" and other.of not in votes for other in others)  # told there
    if step.part == "vote" and not lost and all(other.of != step.id for other in others):
        return [Problem("statements.no_result", {"name": step.id}, key="part", severity="warning")]
    if step.part != "result":
        return []
    if step.of is None:
        return [Problem("statements.of_missing", key="of", aim="table", choices=", ".join(votes))]
    earlier = [each.id for each in use.steps[: use.steps.index(step)]]
    if step.of not in votes or step.of not in earlier:
        there = [each for each in votes if each in earlier]
        return [dangling("statements.no_vote", step.of, there, "of")]
    vote = vote_of(step, use)
    known = all(scenario.find_set(name) for name in (*step.sets, *vote.sets))
    return [
        Problem("statements.other_than_vote", {"name": name, "vote": vote.id}, key=name)
        for name in ("sets", "only", "level", "back")[0 if known else 1 :]
        if getattr(step, name) and getattr(step, name) != getattr(vote, name)
    ]


def _check_names(step: StatementsStep, scenario: Scenario) -> list[Problem]:
    """Find names of statements and perspectives that are not there."""
    problems = [
        no_perspective(name, scenario, f"back.{name}", aim="key")
        for name in step.back
        if scenario.perspective(name) is None
    ]
    found = [each for name in step.sets if (each := scenario.find_set(name))]
    if len(found) < len(step.sets):
        return problems
    names = [statement.id for one in found for statement in one.statements]
    named = [(name, f"{key}[{n}]") for key in ("only", "level") for n, name in _numbered(step, key)]
    problems += [
        dangling("statements.no_statement", name, names, key, values={"set": ", ".join(step.sets)})
        for name, key in named
        if name not in names
    ]
    problems += [
        Problem("statements.level_left_out", {"name": name}, key=f"level[{n}]")
        for n, name in _numbered(step, "level")
        if step.only and name in names and name not in step.only
    ]
    return [*problems, *_check_sets(step, found)]


def _numbered(step: StatementsStep, key: Literal["sets", "only", "level"]) -> Iterator[tuple[int, str]]:
    """Give the names under a key, each with its place in the list from 1."""
    return enumerate(getattr(step, key), 1)


def _check_sets(step: StatementsStep, sets: Sequence[StatementSet]) -> list[Problem]:
    """Find what can't be: two statements with one name, a set without a statement, urgency in a scan."""
    if not is_scan(step):
        return []
    problems = [
        Problem("statements.set_twice", {"set": name}, key=f"sets[{n}]")
        for n, name in _numbered(step, "sets")
        if name in step.sets[: n - 1]
    ]
    if problems:
        return problems
    homes: dict[str, str] = {}
    for n, one in enumerate(sets, 1):
        for statement in one.statements:
            if homes.setdefault(statement.id, one.id) != one.id:
                values = {"name": statement.id, "one": homes[statement.id], "other": one.id}
                problems.append(Problem("statements.in_two_sets", values, key=f"sets[{n}]"))
    problems += [
        Problem("statements.set_left_out", {"set": one.id}, key=f"sets[{n}]")
        for n, one in enumerate(sets, 1)
        if step.only and not any(statement.id in step.only for statement in one.statements)
    ]
    if step.level:
        problems.append(Problem("statements.level_in_scan", key="level", aim="key"))
    return problems


def _fits(step: StatementsStep, scenario: Scenario) -> list[ScreenPage]:
    """A statement stands with the scale when it is read aloud, and with what is asked when it is shown."""
    points, unknown, titled = scenario.scale.points, scenario.scale.unknown, is_scan(step)
    pages: list[ScreenPage] = []
    for one in (found for name in step.sets if (found := scenario.find_set(name))):
        for n, statement in enumerate(one.statements, 1):
            key = f"statement[{n}]"
            if step.only and statement.id not in step.only:
                continue
            if step.part != "result":
                pages.append(
                    reading_page(f"{key}.text", statement.text, points, unknown, one.id, titled=titled)
                )
            if step.part != "vote":
                pages.append(
                    result_page(key, statement.text, statement.ask, len(scenario.perspectives), one.id)
                )
    if step.part == "result":
        pages.append(ScreenPage([Written("text", step.text)], besides=CURTAIN))
    elif pages:
        first = pages[0].texts[0]
        pages.append(ScreenPage([first, Written("text", step.text)], besides=pages[0].besides - 1))
    return pages


def _takes(step: StatementsStep, scenario: Scenario, expected: Expected) -> Duration:
    """What is on paper is filled in while the first ballots are typed over, in a break where there is one;
    then comes the result, a statement at a time or a set at a time."""
    use = next(use for use in scenario.uses if any(each is step for each in use.steps))
    vote = vote_of(step, use)
    asked, people = len(statements_of(vote, scenario)), expected.people
    shown = len(vote.sets) if is_scan(vote) else asked
    told, told_well = 60 + 30 * shown, 180 + 75 * shown
    if step.part == "result":
        return Duration.of_seconds(told, told_well, "statements", shown, "fewer")
    filled = 30 + 10 * asked
    typed = max((12 + asked) * people - 60 * _break_after(step, use), 0)
    least, usual = max(filled, typed), filled + typed
    if step.part == "both":
        least, usual = least + told, usual + told_well
    helps: Easier = "hands" if asked <= FEW else "typists"
    if typed > filled:
        return Duration.of_seconds(least, usual, "people", people, helps)
    return Duration.of_seconds(least, usual, "statements", asked, "fewer")


def _break_after(step: StatementsStep, use: Use) -> int:
    """Give the minutes of a break between a vote and its result, in which ballots are typed over."""
    minutes = 0
    for each in use.steps[use.steps.index(step) + 1 :] if step.part == "vote" else ():
        if isinstance(each, StatementsStep):
            break
        minutes += each.minutes if getattr(each, "pause", False) else 0
    return minutes


def _needs(step: StatementsStep) -> Supply | None:
    return None if step.part == "result" else "people"


def _gives(step: StatementsStep) -> Sequence[Supply]:
    return [] if step.part == "result" else ["votes"]


def _shows(step: StatementsStep) -> Sequence[Supply]:
    return [] if step.part == "vote" else ["votes"]


KIND: Final = Kind(
    "statements",
    StatementsStep,
    StatementsLeaves,
    check=_check,
    gives=_gives,
    needs=_needs,
    shows=_shows,
    fits=_fits,
    takes=_takes,
)
