"""How it was measured: for who wants to know what the numbers are worth."""

from __future__ import annotations

from datetime import date

from facilitator.document import Heading, Items, Paragraph, Part, Table
from facilitator.kinds.report_facet import report_of
from facilitator.report.attendance import list_people
from facilitator.report.doubts import doubts
from facilitator.scenario.model import SourceStatus, StatementSet
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date


def account_of(state: State, t: Words, today: date) -> list[Part]:
    """Give people, votes, sources and the making of the report, all of it quiet but what is to be doubted."""
    parts: list[Part] = [Paragraph(line) for line in doubts(state, t)]
    parts.append(Paragraph(list_people(state, t), quiet=True))
    for use, step in state.scenario.places():
        parts += report_of(step.kind).account(state, use, step, t)
    return [*parts, *_sources(state, t), *_making(state, t, today)]


def _sources(state: State, t: Words) -> list[Part]:
    scenario = state.scenario
    uses = [use for use in scenario.uses if use.id not in state.about.left_out]
    rows = [_source(use.title, use.source, use.source_status, t) for use in uses]
    rows += [
        _source(statement_set.title, statement_set.source, statement_set.source_status, t)
        for statement_set in _sets_used(state)
    ]
    head = [t("report.source.block"), t("report.source.from"), t("report.source.status")]
    parts: list[Part] = [Heading(t("report.sources")), Paragraph(t("report.source.meaning"), quiet=True)]
    parts.append(Table(head, list(dict.fromkeys(map(tuple, rows)))))
    if scenario.sources:
        parts += [Paragraph(t("report.source.read"), quiet=True), Items(scenario.sources)]
    return parts


def _source(title: str, source: str, status: SourceStatus, t: Words) -> list[str]:
    return [title, source or t("report.source.none"), t(f"report.source.{status}")]


def _sets_used(state: State) -> list[StatementSet]:
    names = [
        name
        for _, step in state.places()
        for name in [*getattr(step, "sets", []), *getattr(step, "back", {}).values()]
    ]
    return [statement_set for statement_set in state.scenario.statement_sets if statement_set.id in names]


def _making(state: State, t: Words, today: date) -> list[Part]:
    made = t("report.made", date=say_date(today, t.language), version=state.about.made_with)
    kept = t("report.kept", date=say_date(state.keep_until, t.language))
    return [
        Heading(t("report.making")),
        Paragraph(t("report.no_names"), quiet=True),
        Paragraph(f"{made} {kept}", quiet=True),
    ]
