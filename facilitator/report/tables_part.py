"""Of which tables a report is, what each said in its own way, and what of them is not in it."""

from __future__ import annotations

from facilitator.document import Heading, Items, Paragraph, Part
from facilitator.session.merged_tables import Merged, MergedTable
from facilitator.session.merged_wording import say_left_out
from facilitator.session.people import per_perspective
from facilitator.session.state import State
from facilitator.tables.look_alikes import said_of
from facilitator.words import Words


def of_tables(state: State, t: Words) -> list[Part]:
    """Say of how many tables this is; nothing of a session that is one by itself."""
    if state.merged is None:
        return []
    return [Paragraph(t("report.tables.of", n=len(state.merged.tables)))]


def tables_part(state: State, t: Words) -> list[Part]:
    """Give the tables with who were there, then what was not put together and why."""
    merged = state.merged
    if merged is None:
        return []
    tables = [_line(number, table, state, t) for number, table in enumerate(merged.tables, 1)]
    left_out = [say_left_out(each, state, t) for each in merged.left_out]
    parts: list[Part] = [Paragraph(t("report.tables.added"), quiet=True), Items(tables)]
    parts += [Paragraph(t("report.tables.left_out")), Items(left_out)] if left_out else []
    return [*parts, *_own(merged, state, t)]


def _line(number: int, table: MergedTable, state: State, t: Words) -> str:
    people = ", ".join(per_perspective(state.scenario, table.people)) or t("report.nobody_counted")
    return t("report.tables.table", number=number, people=people, name=table.file)


def _own(merged: Merged, state: State, t: Words) -> list[Part]:
    """Give what each table left that is told of it alone, and what it said in other words."""
    known = {name: entry for entries in state.registers.values() for name, entry in entries.items()}
    parts: list[Part] = []
    for number, table in enumerate(merged.tables, 1):
        lines = [
            t("report.tables.words", name=said_of(known[name]), words=said)
            for name, said in table.words.items()
            if name in known and said_of(known[name])
        ]
        lines += [
            _kept(line.about or words.title, line.text, t) for words in table.kept for line in words.lines
        ]
        parts += [Heading(t("report.tables.heading", number=number)), Items(lines)] if lines else []
    return parts


def _kept(about: str, text: str, t: Words) -> str:
    """Give a line under what it is about; a question has its own sign."""
    return f"{about} {text}" if about.endswith("?") else t("report.tables.kept", about=about, text=text)
