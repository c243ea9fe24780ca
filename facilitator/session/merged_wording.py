"""From which table something comes, and what of a table is not here, in words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from facilitator.session.merged_tables import LeftOut
from facilitator.session.registers import Agreement, Contribution, Entry, Fact, Parked, Story
from facilitator.session.state import State
from facilitator.words import Words


def say_tables(name: str, state: State, t: Words) -> str:
    """Say which tables made an entry: "tafel 2", "tafel 1 en 3"; empty where none did."""
    if state.merged is None:
        return ""
    numbers = [str(number) for number, _ in state.merged.made_by(name)]
    return t("session.table.of", tables=say_row(numbers, t)) if numbers else ""


def say_row(words: Sequence[str], t: Words) -> str:
    """Give "1, 2 en 3"."""
    *others, last = words
    return t("session.table.and", others=", ".join(others), last=last) if others else last


def say_left_out(left: LeftOut, state: State, t: Words) -> str:
    """Say of what is not here why it is not, in one sentence."""
    found = state.find(left.key)
    group = state.scenario.perspective(left.group)
    values = {
        "table": left.table,
        "step": found[1].title if found else left.key,
        "group": group.title if group else t("session.table.everyone"),
        "statements": say_row([str(number) for number in left.statements], t) if left.statements else "",
    }
    which = "some" if left.statements else "all"
    key = f"session.table.left_out.{left.why}"
    return t(key if t.has(key) else f"{key}.{which}", **values)


# -- beside what was said


def told_by_table(state: State, t: Words) -> State:
    """Give a session of tables in which what people said is followed by the table that said it.

    Not items and names of parties and tasks: where these are told, their table is told with them.
    """
    if state.merged is None:
        return state

    def told(name: str, text: str) -> str:
        tables = say_tables(name, state, t)
        number = dict(_numbers(name, state))
        if len(number) == 1:
            tables = t("session.table.number", tables=tables, number=next(iter(number.values())))
        return t("session.table.told", text=text, tables=tables) if tables else text

    return state.replace(
        registers={
            register: {name: _told(entry, told(name, _text(entry))) for name, entry in entries.items()}
            for register, entries in state.registers.items()
        },
        notes={name: replace(note, text=told(name, note.text)) for name, note in state.notes.items()},
        results={key: _lines(dict(fields), told) for key, fields in state.results.items()},
    )


def _numbers(name: str, state: State) -> Iterator[tuple[int, int]]:
    """Give the number that an agreement had, per table."""
    for number, table in state.merged.made_by(name) if state.merged else []:
        if name in table.numbers:
            yield number, table.numbers[name]


def _text(entry: Entry) -> str:
    if isinstance(entry, Agreement | Contribution | Fact):
        return entry.what
    return entry.text if isinstance(entry, Story | Parked) else ""


def _told(entry: Entry, text: str) -> Entry:
    if isinstance(entry, Agreement | Contribution | Fact):
        return entry.model_copy(update={"what": text})
    return entry.model_copy(update={"text": text}) if isinstance(entry, Story | Parked) else entry


def _lines(value: Any, told: Any) -> Any:
    if isinstance(value, list):
        return [_lines(each, told) for each in value]
    if not isinstance(value, dict):
        return value
    inner = {name: _lines(each, told) for name, each in value.items()}
    if isinstance(inner.get("id"), str) and isinstance(inner.get("text"), str):
        inner["text"] = told(inner["id"], inner["text"])
    return inner
