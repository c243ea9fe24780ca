"""What a step may say of its sets, and which statements are asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from facilitator.scenario.model import Scenario, Statement, StatementSet
from facilitator.steps.statements.kind import KIND, StatementsStep, is_scan, sets_of, statements_of
from tests.steps.statements.workshop import scenario


def made(sets: Mapping[str, Sequence[str]], /, **more: object) -> tuple[StatementsStep, Scenario]:
    """Give a step on these sets, named with the ids of their statements, and its scenario."""
    step = StatementsStep.model_validate(
        {"id": "stem", "kind": "statements", "title": "Stem", "minutes": 8, "sets": list(sets), **more}
    )
    found = [
        StatementSet(
            id=name, title=name, statements=[Statement(id=each, text=f"Zin {each}.") for each in names]
        )
        for name, names in sets.items()
    ]
    base = scenario()
    use = base.uses[0].model_copy(update={"steps": [step]})
    return step, base.model_copy(update={"uses": [use], "statement_sets": found})


def wrong(sets: Mapping[str, Sequence[str]], /, **more: object) -> list[str]:
    step, whole = made(sets, **more)
    return [problem.code for problem in KIND.check(step, whole)]


def test_statements_come_in_the_order_of_the_sets_and_only_those_that_are_named() -> None:
    step, whole = made({"een": ["a", "b"], "twee": ["c", "d"]}, only=["d", "a"])
    assert is_scan(step)
    assert [each.id for each in statements_of(step, whole)] == ["a", "d"]
    assert [(one.id, [each.id for each in one.statements]) for one in sets_of(step, whole)] == [
        ("een", ["a"]),
        ("twee", ["d"]),
    ]
    assert wrong({"een": ["a", "b"], "twee": ["c", "d"]}, only=["d", "a"]) == []


@pytest.mark.parametrize(
    ("sets", "more", "code"),
    [
        ({"een": ["a", "b"], "twee": ["b", "c"]}, {}, "statements.in_two_sets"),
        ({"een": ["a"], "twee": ["b"]}, {"only": ["a"]}, "statements.set_left_out"),
        ({"een": ["a"], "twee": ["b"]}, {"only": ["a", "b", "c"]}, "statements.no_statement"),
        ({"een": ["a"], "twee": ["b"]}, {"level": ["a"]}, "statements.level_in_scan"),
        ({"een": ["a"]}, {"sets": ["een", "een"]}, "statements.set_twice"),
    ],
)
def test_what_several_sets_cannot_have_is_told(
    sets: dict[str, list[str]], more: dict[str, object], code: str
) -> None:
    assert wrong(sets, **more) == [code]


def test_one_set_is_no_scan_and_may_measure_a_level() -> None:
    step, _ = made({"een": ["a", "b"]}, level=["a"])
    assert not is_scan(step)
    assert wrong({"een": ["a", "b"]}, level=["a"]) == []
