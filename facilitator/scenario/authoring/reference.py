"""Every key in a table an author can look it up in: Markdown, made from the models."""

from __future__ import annotations

import json
from collections.abc import Sequence

from facilitator.scenario.authoring.keys import Key, KeyTable, Sheet, sheets
from facilitator.scenario.model import Kinds
from facilitator.words import Words


def reference(kinds: Kinds, t: Words) -> str:
    """Give the reference: the three sorts of files, then every kind of step."""
    parts: list[str] = []
    for sheet in sheets(kinds):
        parts += _sheet(sheet, t, kind=sheet.name in kinds)
    return "\n".join(parts).rstrip() + "\n"


def kinds_table(kinds: Kinds, t: Words) -> str:
    """Give a table of the kinds of step, with what a group does in each: Markdown."""
    heads = t.lines("authoring.reference.kinds")
    rows = [_row([f"`{name}`", t(f"{name}.authoring.does")]) for name in kinds]
    return "\n".join([_row(heads), _row(["---"] * len(heads)), *rows]) + "\n"


def limits_table(kinds: Kinds, t: Words) -> str:
    """Give a table of the texts that have one place on the screen, with how long each may be: Markdown."""
    heads = t.lines("authoring.reference.limits")
    rows = [
        _row([_where(sheet, table, t, kinds), f"`{key.name}`", _at_most(longest, t)])
        for sheet in sheets(kinds)
        for table in sheet.tables
        for key in table.keys
        if (longest := table.longest(key.name))
    ]
    return "\n".join([_row(heads), _row(["---"] * len(heads)), *rows]) + "\n"


def _at_most(longest: int, t: Words) -> str:
    return t("authoring.reference.longest", most=longest)


def _where(sheet: Sheet, table: KeyTable, t: Words, kinds: Kinds) -> str:
    if sheet.name in kinds:
        return f"{t('authoring.reference.kind', name=sheet.name)}, `{table.heading}`"
    file = t(f"authoring.reference.{sheet.name}").partition(":")[0]
    return f"{file}, `{table.heading}`" if table.heading else file


def _sheet(sheet: Sheet, t: Words, *, kind: bool) -> list[str]:
    title = t("authoring.reference.kind", name=sheet.name) if kind else t(f"authoring.reference.{sheet.name}")
    rows = [f"### {title}", ""]
    if kind:
        rows += [t("authoring.reference.does", does=t(f"{sheet.name}.authoring.does")), ""]
    if not sheet.tables:
        return [*rows, t("authoring.reference.nothing_more"), ""]
    for table in sheet.tables:
        rows += [f"`{table.heading}`" if table.heading else t("authoring.reference.top"), ""]
        rows += [*_table(table, t), ""]
    return rows


def _table(table: KeyTable, t: Words) -> list[str]:
    heads = t.lines("authoring.reference.heads")
    return [
        _row(heads),
        _row(["---"] * len(heads)),
        *(_row([f"`{key.name}`", _what(key, table, t), t(table.explained(key.name))]) for key in table.keys),
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _what(key: Key, table: KeyTable, t: Words) -> str:
    """Say what stands after the ``=``: the sort, the limits, and what holds without it."""
    sort = " · ".join(f"`{choice}`" for choice in key.choices) or t(f"authoring.sort.{key.sort}")
    said = [t("authoring.reference.list", sort=sort) if key.many else sort]
    if key.most is not None and key.least is not None:
        said.append(t("authoring.reference.between", least=key.least, most=key.most))
    elif key.most is not None:
        said.append(t("authoring.reference.at_most", most=key.most))
    elif key.least is not None:
        said.append(t("authoring.reference.at_least", least=key.least))
    if longest := table.longest(key.name):
        said.append(_at_most(longest, t))
    if key.required:
        said.append(t("authoring.reference.required"))
    elif key.usual is not None:
        said.append(t("authoring.reference.usual", value=f"`{json.dumps(key.usual)}`"))
    return ", ".join(said)
