"""Why sessions cannot be the tables of one evening: a sentence each. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.problems import Problem
from facilitator.tables.table_sessions import TableSession
from facilitator.text import folded
from facilitator.words import Words
from facilitator.words.dates import say_date


def refusals(tables: Sequence[TableSession]) -> Iterator[Problem]:
    """Give why these sessions are not merged; nothing where they can be."""
    if len(tables) < 2:
        yield Problem("cli.merge.too_few")
        return
    seen: dict[str, str] = {}
    for table in tables:
        session = table.state.about.id
        if session in seen:
            yield Problem("cli.merge.twice", {"name": table.file, "other": seen[session]})
        seen.setdefault(session, table.file)
        if table.state.merged:
            yield Problem("cli.merge.merged", {"name": table.file})
        elif not table.state.closing().finished or table.state.open_round():
            yield Problem("cli.merge.unfinished", {"name": table.file})
    first = tables[0]
    for table in tables[1:]:
        yield from _misfit(first, table)
    yield from _different_pasts(tables)


def _misfit(first: TableSession, table: TableSession) -> Iterator[Problem]:
    """Give the first reason for which a session is of another evening than the first one."""
    one, other = first.state, table.state
    names = {"name": table.file, "other": first.file}
    if folded(one.about.place) != folded(other.about.place):
        yield Problem("cli.merge.other_place", names | {"place": other.about.place, "first": one.about.place})
    elif one.about.day != other.about.day:
        t = Words(one.scenario.language)
        days = {"day": say_date(other.about.day, t.language), "first": say_date(one.about.day, t.language)}
        yield Problem("cli.merge.other_day", names | days)
    elif one.scenario.id != other.scenario.id or one.scenario.language != other.scenario.language:
        titles = {"title": other.scenario.title, "first": one.scenario.title}
        yield Problem("cli.merge.other_scenario", names | titles)
    elif {each.id for each in one.scenario.perspectives} != {each.id for each in other.scenario.perspectives}:
        yield Problem("cli.merge.other_perspectives", names)


def _different_pasts(tables: Sequence[TableSession]) -> Iterator[Problem]:
    follows = {table.state.before.session: table.file for table in tables if table.state.before}
    if len(follows) > 1:
        one, other = [*follows.values()][:2]
        yield Problem("cli.merge.other_before", {"name": other, "other": one})
