"""Every element of the five sources is served by a step: scenarios/SOURCES.md says which."""

from __future__ import annotations

from functools import cache
from typing import Final

import pytest

from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library, built_in
from facilitator.scenario.model import Scenario, Step, key_of
from facilitator.session.registers import REGISTERS
from tests.scenario.sources import LEAVES, Row, rows
from tests.walks.chains import chains

MOST: Final = {1: 13, 2: 13, 3: 14, 4: 11, 5: 15}
"""How many elements each source has (docs/domain.md 3)."""

ELEMENTS: Final = [f"{source}.{n}" for source, most in MOST.items() for n in range(1, most + 1)]
MOST_CARDS: Final = 10
"""A card is read and leaves nothing, so few elements may rest on one."""

FILLS: Final = {
    "actors": {"actors"},
    "agreements": {"agreements"},
    "collect": {"items", "links", "actors"},
    "contributions": {"contributions", "roles", "tasks", "actors"},
    "facts": {"facts", "stories", "links"},
    "review": {"agreements"},
    "tasks": {"tasks"},
}
"""Which registers a kind of step writes in."""
KEPT: Final = {"statements": "rounds", "checkin": "people"}
"""What the session itself keeps of a kind, besides registers and what the step leaves."""


@cache
def scenario(name: str) -> Scenario:
    path = built_in() / f"{name}.toml"
    return load_scenario(path, Library.of(path), kinds(), "nl")


def step_of(row: Row) -> Step:
    steps = {key_of(use, step): step for use, step in scenario(row.programme).places()}
    return steps[row.key]


def each_row() -> list[object]:
    return [pytest.param(row, id=row.element) for row in rows()]


def test_every_element_has_one_row_in_order() -> None:
    assert [row.element for row in rows()] == ELEMENTS


@pytest.mark.parametrize("row", each_row())
def test_the_step_is_there_and_of_that_kind(row: Row) -> None:
    assert step_of(row).kind == row.kind


@pytest.mark.parametrize("row", each_row())
def test_what_it_leaves_can_be_kept(row: Row) -> None:
    found = LEAVES.fullmatch(row.leaves)
    assert found, row.leaves
    kind, step = kinds()[row.kind], step_of(row)
    if register := found["register"]:
        assert register in FILLS.get(row.kind, set())
        entry = next(model for name, model in REGISTERS.items() if name == register)
        assert not found["of_entry"] or found["of_entry"] in entry.model_fields
    elif field := found["field"]:
        own = set(type(step).model_fields) - set(Step.model_fields)
        assert field in {*kind.leaves.model_fields, *own}
    elif kept := found["kept"]:
        assert KEPT[row.kind] == kept
    else:
        assert row.kind == "card"


@pytest.mark.parametrize("row", [pytest.param(row, id=row.element) for row in rows() if row.back_at])
def test_what_it_leaves_returns_later(row: Row) -> None:
    """At a step behind its own, or in a programme that follows and is walked after it."""
    programme, key = row.back_at or ("", "")
    keys = [key_of(*place) for place in scenario(programme).places()]
    assert key in keys
    if programme == row.programme:
        assert keys.index(key) > keys.index(row.key)
    else:
        assert any(
            programme in chain[chain.index(row.programme) + 1 :]
            for chain in chains()
            if row.programme in chain
        )


@pytest.mark.parametrize("row", each_row())
def test_a_row_says_what_is_asked_and_what_is_done(row: Row) -> None:
    assert row.asks
    assert row.does


def test_few_elements_rest_on_a_card() -> None:
    assert sum(row.kind == "card" for row in rows()) <= MOST_CARDS
