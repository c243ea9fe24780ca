"""What scenarios/SOURCES.md says that a step leaves is there when the evening is over."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.scenario.model import key_of
from facilitator.session.state import State
from tests.scenario.sources import LEAVES, Row, rows
from tests.walks.ending import Ended


def keeps_what_sources_ask(ended: Ended) -> None:
    """Demand of each element of the sources that rests on this programme that its outcome was kept."""
    programme = ended.state.scenario.id
    empty = [row.element for row in _rows_of(programme) if not _is_kept(row, ended.state)]
    assert not empty, f"{programme} kept nothing of {empty}"


def _rows_of(scenario: str) -> Iterator[Row]:
    return (row for row in rows() if row.scenario.strip("`") == scenario)


def _is_kept(row: Row, state: State) -> bool:
    """Tell whether something stands where the row says that it does; an empty field is nothing."""
    found = LEAVES.fullmatch(row.leaves)
    assert found, row.leaves
    key = row.step.strip("`")
    if register := found["register"]:
        entries = state.registers.get(register, {}).values()
        return any(not found["of_entry"] or getattr(entry, found["of_entry"]) for entry in entries)
    if field := found["field"]:
        return bool(state.result(key).get(field))
    if found["kept"] == "rounds":
        _, step = next(place for place in state.places() if key_of(*place) == key)
        use = key.partition("/")[0]
        return bool(state.rounds_of(f"{use}/{getattr(step, 'of', None) or step.id}"))
    return found["kept"] == "people" and bool(state.people)
