"""Keys that stand under a table, and belong above it: TOML gives every key to the last header before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from pydantic import BaseModel

from facilitator.problems import Problem

NOT_THERE: Final = frozenset(
    f"scenario.{code}" for code in ("missing", "missing_choice", "missing_fixed", "missing_tables")
)
"""What is told of a key that is not there; not when it was misspelt, or stands too low."""
_WRONG: Final = frozenset({"scenario.unknown_key", "scenario.wants_table"})
"""What is told of such a key in the table that has it now."""


def lift(
    problems: Sequence[Problem], model: type[BaseModel], data: Mapping[str, Any], inside: str = ""
) -> list[Problem]:
    """Say of a key in a table below this one, and that is missing in this one, that it stands too low.

    ``data`` is what the table says, ``inside`` its own key: ``step[2]``.
    """
    low = {
        problem.key: name
        for problem in problems
        if problem.code in _WRONG and (name := _name_below(problem.key, inside)) in model.model_fields
        if data.get(name) is None
    }
    here = {f"{inside}.{name}".removeprefix(".") for name in low.values()}
    kept = [problem for problem in problems if problem.code not in NOT_THERE or problem.key not in here]
    if not inside and isinstance(data, Mapping):  # a file can say anything where a table belongs
        kept = [_in_last_table(problem, data) for problem in kept]
    return [
        _too_low(problem, low[problem.key], inside)
        if problem.code in _WRONG and problem.key in low
        else problem
        for problem in kept
    ]


def _in_last_table(problem: Problem, data: Mapping[str, Any]) -> Problem:
    """Say of a key that is missing, and that the last table of the file has, that it stands too low there.

    That table may have it too; but who writes a key at the end of a file means the file.
    """
    tables = [(name, each) for name, each in data.items() if isinstance(each, list) and each]
    name, last = tables[-1] if tables else ("", [{}])
    if problem.code not in NOT_THERE or not isinstance(last[-1], dict) or problem.key not in last[-1]:
        return problem
    return _too_low(replace(problem, key=f"{name}[{len(last)}].{problem.key}"), problem.key, "")


def _name_below(key: str, inside: str) -> str:
    """Give the name of a key that stands in a table below another; of others nothing."""
    table, _, name = key.rpartition(".")
    return name if table != inside and table.startswith(inside) else ""


def _too_low(problem: Problem, name: str, inside: str) -> Problem:
    table = problem.key.rpartition(".")[0]
    plain = re.sub(r"\[\d+\]", "", table)
    values = {"name": name, "table": f"[[{plain}]]" if table.endswith("]") else f"[{plain}]"}
    if not inside:
        return replace(problem, code="scenario.too_low", values=values, nearest="", aim="key")
    values["above"] = re.sub(r"\[\d+\]", "", inside)
    return replace(problem, code="scenario.too_low_in", values=values, nearest="", aim="key")
