"""Every vote in figures: how often each point was chosen, per group, exactly as far as that may be shown.

A cell of which the answers are spared is empty, and the last column says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.document import DataSheet
from facilitator.insight.groups import may_be_drawn, shown_too_little
from facilitator.scenario.model import Statement
from facilitator.session.rounds import Round, Shown, ShownGroup
from facilitator.session.state import State
from facilitator.steps.statements.kind import StatementsStep, back_of, statements_of
from facilitator.steps.statements.report.vote_wording import ReportWording
from facilitator.words import Words

Row = list[str | int | None]


def result_sheet(state: State, t: Words) -> DataSheet:
    """Give a row per vote, statement and group, in the order in which they were asked."""
    scale = state.scenario.scale
    before = [t(f"statements.sheet.{name}") for name in ("vote", "day", "number", "statement", "group")]
    after = [t(f"statements.sheet.{name}") for name in ("ballots", "why")]
    rows = [
        row
        for use, step in state.scenario.places()
        if isinstance(step, StatementsStep) and step.part != "result"
        for row in _of_step(step, ReportWording.of(state, use, step, t))
    ]
    return DataSheet([*before, *scale.points, scale.unknown, *after], rows)


def _of_step(step: StatementsStep, telling: ReportWording) -> Iterator[Row]:
    t, scenario = telling.t, telling.scenario
    for vote, shown in telling.votes("front"):
        title = t("statements.sheet.front", step=step.title, n=vote.number)
        yield from _of_vote(title, vote, shown, statements_of(step, scenario), telling)
    for vote, shown in telling.votes("back"):
        for group in shown.groups:
            asked = back_of(step, scenario, group.group)
            title = t("statements.sheet.back", step=step.title)
            alone = shown.model_copy(update={"groups": [group], "too_small": [], "silent": []})
            yield from _of_vote(title, vote, alone, asked, telling)


def _of_vote(
    title: str, vote: Round, shown: Shown, asked: Sequence[Statement], telling: ReportWording
) -> Iterator[Row]:
    day = telling.state.about.day.isoformat()
    for number, statement in enumerate(asked, 1):
        if statement.id not in vote.statements:
            continue
        begin: Row = [title, day, number, statement.text]
        for group in telling.in_order(shown.groups):
            if found := _of_group(group, statement.id, shown, telling):
                yield [*begin, telling.name(group.group), *found]
        nothing: Row = [None] * (shown.points + 2)
        for why, names in (("too_small", shown.too_small), ("silent", shown.silent)):
            for name in names:
                yield [*begin, telling.name(name), *nothing, telling.t(f"statements.sheet.{why}")]


def _of_group(group: ShownGroup, statement: str, shown: Shown, telling: ReportWording) -> Row | None:
    """Give the counts and the ballots; or nothing but why. None when the group was not asked this."""
    why = ""
    if statement in group.same:
        why = "one_mind"
    elif statement in group.withdrawn:
        why = "withdrawn"
    elif shown_too_little(group, statement):
        why = "partly"
    elif statement not in group.answers:
        return None
    elif not may_be_drawn(group, statement, shown.minimum):
        why = "unsure"
    if why:
        said = telling.t(f"statements.sheet.{why}", unknown=telling.scenario.scale.unknown)
        return [*[None] * (shown.points + 1), group.ballots, said]
    part = telling.partly(group, statement) if statement in group.partly else ""
    return [*group.answers[statement], group.partly.get(statement, group.ballots), part]
