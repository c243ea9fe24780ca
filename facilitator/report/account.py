"""How it was measured: for who wants to know what the numbers are worth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

from facilitator.document import Heading, Items, Paragraph, Part, Told
from facilitator.kinds.report_facet import report_of
from facilitator.report.attendance import list_people, people_in_brief
from facilitator.report.doubts import doubts
from facilitator.scenario.model import SourceStatus, StatementSet
from facilitator.session.file_seal import FileSeal
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date


def account_of(state: State, t: Words, today: date, seal: FileSeal | None) -> list[Told]:
    """Give people, votes, sources and the making of the report, all of it quiet but what is to be doubted."""
    parts: list[Told] = [Paragraph(line) for line in doubts(state, t)]
    if (people := list_people(state, t)) != people_in_brief(state, t):
        parts.append(Paragraph(people, quiet=True))
    for use, step in state.scenario.places():
        parts += report_of(step.kind).account(state, use, step, t)
    return [*parts, *_sources(state, t), *_making(state, t, today, seal)]


def _sources(state: State, t: Words) -> list[Part]:
    """Give the sources of what was done, each with what comes from it, and whether that was read there."""
    scenario = state.scenario
    uses = [use for use in scenario.uses if use.id not in state.about.left_out]
    used = [(use.source_status, use.source, use.title) for use in uses]
    used += [(each.source_status, each.source, each.title) for each in _sets_used(state)]
    lines: list[str] = []
    for status in get_args(SourceStatus):
        named: dict[str, list[str]] = {source: [] for of, source, _ in used if of == status}
        for of, source, title in used:
            if of == status and title not in named[source]:
                named[source].append(title)
        lines += [_source(status, source, titles, t) for source, titles in named.items()]
    parts: list[Part] = [Heading(t("report.sources"))]
    parts.append(Items(lines))
    if scenario.sources:
        parts += [Paragraph(t("report.source.read"), quiet=True), Items(scenario.sources)]
    return parts


def _source(status: SourceStatus, source: str, titles: Sequence[str], t: Words) -> str:
    key = status if source else "unnamed"
    return t(f"report.source.{key}", source=source, titles=", ".join(titles))


def _sets_used(state: State) -> list[StatementSet]:
    names = [
        name
        for _, step in state.places()
        for name in [*getattr(step, "sets", []), *getattr(step, "back", {}).values()]
    ]
    return [statement_set for statement_set in state.scenario.statement_sets if statement_set.id in names]


def _making(state: State, t: Words, today: date, seal: FileSeal | None) -> list[Part]:
    made = t("report.made", date=say_date(today, t.language), version=state.about.made_with)
    kept = t("report.kept", date=say_date(state.keep_until, t.language))
    return [
        Heading(t("report.making")),
        Paragraph(t("report.no_names"), quiet=True),
        Paragraph(f"{made} {kept}", quiet=True),
        *([Paragraph(_sealed(seal, t), quiet=True)] if seal else []),
    ]


def _sealed(seal: FileSeal, t: Words) -> str:
    """Say from which version of which file a report comes."""
    if not seal.crc32:
        return t("report.seal.broken", name=seal.name)
    return t("report.seal.whole", name=seal.name, crc32=seal.crc32, seq=seal.seq)
