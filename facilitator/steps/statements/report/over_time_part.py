"""Votes of several sessions side by side: how each group answered a statement, each time it was asked.

Only the same statement in the same words, on a scale as long, is one line (docs/domain.md S8). Every cell is
what its own session was shown; nothing is computed from two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.document import Heading, Paragraph, Part
from facilitator.insight.groups import group_of
from facilitator.insight.levels import GroupLevel, urgency
from facilitator.kinds.column_tables import Row, column_tables
from facilitator.scenario.model import Statement, Use
from facilitator.session.rounds import TOTAL, Shown
from facilitator.session.state import State
from facilitator.steps.statements.kind import StatementsStep, statements_of
from facilitator.steps.statements.report.statement_table import is_on_ballot, say_share
from facilitator.steps.statements.report.vote_wording import ReportWording
from facilitator.words import Words
from facilitator.words.dates import say_date

Question = tuple[str, str, int]
"""The name of a statement, its words, and the points of the scale on which it was asked."""


@dataclass(frozen=True)
class Answered:
    """A statement as a session answered it last."""

    statement: Statement
    shown: Shown
    telling: ReportWording


Answers = dict[Question, Answered]


def over_time(states: Sequence[State], t: Words) -> list[Part]:
    """Give a table for each group with the statements that were asked more than once, after its level."""
    answers = [_answers(state, t) for state in states]
    asked = [question for found in answers for question in found]
    again = [question for question in dict.fromkeys(asked) if asked.count(question) > 1]
    days = [say_date(state.about.day, t.language, short=True) for state in states]
    found: list[Part] = [*_levels(states, days, t)]
    for group, title in _groups(states, t).items():
        rows: list[Row] = [
            (question[1], [_cell(mine.get(question), group, t) for mine in answers])
            for question in again
            if any(question in mine and _asks(mine[question], group) for mine in answers)
        ]
        if rows:
            found += [Heading(title), *column_tables(t("statements.over_time.statement"), days, rows)]
    once = len(set(asked)) - len(again)
    found += [Paragraph(t("statements.over_time.cells"), quiet=True)] if again else []
    found += [Paragraph(t("statements.over_time.once", n=once), quiet=True)] if once else []
    return found


def _answers(state: State, t: Words) -> Answers:
    """Give what was asked of everyone in a session, each statement by the last vote on it."""
    return {
        (statement.id, statement.text, shown.points): Answered(statement, shown, telling)
        for _, step, telling in _votes(state, t)
        for vote, shown in telling.votes("front")
        for statement in statements_of(step, state.scenario)
        if statement.id in vote.statements
    }


def _votes(state: State, t: Words) -> Iterator[tuple[Use, StatementsStep, ReportWording]]:
    for use, step in state.scenario.places():
        if isinstance(step, StatementsStep) and step.part != "result":
            yield use, step, ReportWording.of(state, use, step, t)


def _groups(states: Sequence[State], t: Words) -> dict[str, str]:
    """Give the perspectives of these sessions by name, and last all people together."""
    titles = {each.id: each.title for state in states for each in state.scenario.perspectives}
    return {**titles, TOTAL: t("statements.report.everyone")}


def _asks(answered: Answered, group: str) -> bool:
    found = group_of(answered.shown, group)
    return found is not None and is_on_ballot(found, answered.statement.id)


def _cell(answered: Answered | None, group: str, t: Words) -> str:
    if answered is None:
        return t("statements.report.account.nothing")
    shown = answered.shown
    return say_share(group_of(shown, group), answered.statement, shown.minimum, answered.telling)


# -- the level


def _levels(states: Sequence[State], days: Sequence[str], t: Words) -> list[Part]:
    """Give the level of each group each time; nothing unless all that have one asked the same for it."""
    found = [_levels_of(state, t) for state in states]
    there = [each for each in found if each is not None]
    if len(there) <= 1:
        return []
    if len({asked for asked, _ in there}) > 1:
        return [Paragraph(t("statements.over_time.other_level"), quiet=True)]
    rows: list[Row] = [
        (title, [_level(levels[1].get(group) if levels else None, t) for levels in found])
        for group, title in _groups(states, t).items()
        if any(group in levels for _, levels in there)
    ]
    return [*column_tables(t("statements.over_time.level"), days, rows)]


Asked = tuple[tuple[str, str], ...]
"""The statements that make a level, with their words."""


def _levels_of(state: State, t: Words) -> tuple[Asked, dict[str, GroupLevel]] | None:
    """Give the level of each group by the last vote of a session that has one, and of which statements."""
    last: tuple[Asked, dict[str, GroupLevel]] | None = None
    for _, step, telling in _votes(state, t):
        level = [each for each in statements_of(step, state.scenario) if each.id in step.level]
        for vote, shown in telling.votes("front"):
            if level and {each.id for each in level} <= set(vote.statements):
                groups = urgency(shown, [each.id for each in level])
                last = tuple((each.id, each.text) for each in level), {each.group: each for each in groups}
    return last


def _level(level: GroupLevel | None, t: Words) -> str:
    if level is None or level.level is None:
        return t("statements.report.account.nothing")
    word = t(f"statements.report.levels.{level.level}")
    return t("statements.over_time.level_cell", level=word, part=level.agree, whole=level.of)
