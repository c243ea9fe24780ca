"""Sessions of one neighbourhood side by side: what moved from one to the next, and what did not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Items, Paragraph, Part, Report, Section
from facilitator.kinds import kinds
from facilitator.kinds.column_tables import Row, column_tables
from facilitator.kinds.report_facet import Chapter, report_of
from facilitator.report.session_lessons import lessons_of
from facilitator.session.disclosure import to_share
from facilitator.session.same_statements import SameStatements, Wordings, as_one, reworded, told
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

FEWEST: Final = 2
"""Sessions that can be compared."""


def comparison(states: Sequence[State], t: Words, same: SameStatements | None = None) -> Report:
    """Give the report; ``same``: statements that count as one, because someone chose so.

    Counts stand side by side, each as its own meeting was shown it: other people may have answered, so
    nothing is said of who moved. Raises ValueError for fewer than two sessions.
    """
    if len(states) < FEWEST:
        raise ValueError("one session cannot be compared")
    those = sorted(map(to_share, states), key=lambda state: (state.about.day, state.about.starts))
    worded = reworded(those)
    chosen = same or SameStatements()
    those = as_one(those, chosen, t.language)
    first, last = those[0], those[-1]
    sections = [
        *(Section(t(f"report.comparison.{chapter}"), _chapter(chapter, those, t)) for chapter in Chapter),
        Section(t("report.comparison.learnt"), _lessons(those, t)),
        Section(t("report.comparison.there"), _there(those, t)),
        Section(t("report.comparison.reworded"), _reworded(worded, chosen, t)),
    ]
    span = {"first": say_date(first.about.day, t.language), "last": say_date(last.about.day, t.language)}
    return Report(
        t("report.comparison.title", place=last.about.place),
        [_meetings(those, t), Paragraph(t("report.comparison.span", n=len(those), **span))],
        sections=[section for section in sections if section.parts],
    )


def _meetings(states: Sequence[State], t: Words) -> Part:
    return Items(
        [
            t(
                "report.comparison.meeting",
                day=say_date(state.about.day, t.language),
                title=state.scenario.title,
            )
            for state in states
        ]
    )


def _chapter(chapter: Chapter, states: Sequence[State], t: Words) -> list[Part]:
    every = (report_of(kind) for kind in kinds())
    return [part for report in every if report.chapter == chapter for part in report.over_time(states, t)]


def _lessons(states: Sequence[State], t: Words) -> list[Part]:
    """Give what each meeting learnt, under its day."""
    found: list[Part] = []
    for state in states:
        lines = lessons_of(state, t)
        if lines:
            found += [Paragraph(say_date(state.about.day, t.language)), Items(lines)]
    return found


def _there(states: Sequence[State], t: Words) -> list[Part]:
    """Give how many there were of each perspective at each meeting, and so who was missing."""
    titles = {each.id: each.title for state in states for each in state.scenario.perspectives}
    rows: list[Row] = [
        (title, [_number(state, name, t) for state in states]) for name, title in titles.items()
    ]
    days = [say_date(state.about.day, t.language, short=True) for state in states]
    return [*column_tables(t("report.comparison.perspective"), days, rows)]


def _number(state: State, perspective: str, t: Words) -> str:
    if state.scenario.perspective(perspective) is None:
        return t("report.comparison.not_there")
    if not state.people:
        return t("report.comparison.not_counted")
    return str(state.people.get(perspective) or t("report.comparison.nobody"))


def _reworded(worded: Wordings, chosen: SameStatements, t: Words) -> list[Part]:
    """Name the statements that were worded anew, and which of these count as one."""
    lines = [
        t(
            f"report.comparison.{'counts' if chosen.is_one(name, found) else 'apart'}",
            name=name,
            texts=_quoted(told(found, t.language), t),
        )
        for name, found in worded.items()
    ]
    return [Items(lines)] if lines else []


def _quoted(texts: Sequence[str], t: Words) -> str:
    return t("report.comparison.between").join(t("report.comparison.quoted", text=text) for text in texts)
