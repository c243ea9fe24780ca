"""Which changes are made, and which are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kinds import kinds
from tests.mutation.guards import guards_of
from tests.mutation.mutants import mutants_of
from tests.mutation.sample import CHECKOUT, SAMPLED, sample


def changes(source: str) -> set[str]:
    """Give the changes of a source as ``before → after``, those that are none left out."""
    found = mutants_of(Path("some/module.py"), source)
    return {f"{mutant.before} → {mutant.after}" for mutant in found if mutant.changes(source)}


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("a == b", {"a == b → (a != b)", "a == b → pass"}),
        ("c = a < b <= d", {"a < b <= d → (a <= b <= d)", "a < b <= d → (a < b < d)"}),
        ("c = x in y", {"x in y → (x not in y)"}),
        ("c = a and b", {"a and b → (a or b)"}),
        ("c = not a", {"not a → a"}),
        ("c = a if b else d", {"a if b else d → (d if b else a)"}),
        ("c = [a for a in b if a]", {"a → (not a)"}),
        ("c = 3", {"3 → 4", "3 → 2"}),
        ("c = True", {"True → False"}),
        ("c = 'word'", {"'word' → ''"}),
        ("c = f'{a} b'", {"f'{a} b' → ''"}),
        ("c = a + b", {"a + b → (a - b)"}),
        ("c = a + [b]", {"a + [b] → a", "a + [b] → [b]", "[b] → []"}),
        ("c = f(a, b)", {"f(a, b) → f(b, a)"}),
        ("c = f(a, key=b)", {"f(a, key=b) → f(a)"}),
        ("c = min(a)", {"min → max"}),
        ("c = a[b:d]", {"a[b:d] → (a[:d])", "a[b:d] → (a[b:])"}),
        ("c += [b]", {"c += [b] → pass", "[b] → []"}),
        ("c += 1", {"c += 1 → pass", "c += 1 → c -= 1", "1 → 2", "1 → 0"}),
        ("f(a)", {"f(a) → pass"}),
        ("if a:\n    b = c", {"a → (not a)"}),
        ("if a < b:\n    c = d", {"a < b → (a <= b)", "a < b → (not a < b)"}),
        ("def f() -> bool:\n    return a", {"return a → return False", "return a → return True"}),
        ("def f() -> list[str]:\n    return a", {"return a → return []"}),
        ("for a in b:\n    break", {"break → continue"}),
    ],
)
def test_a_change_is_made(source: str, made: set[str]) -> None:
    assert changes(source) == made


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        "a: dict['b', 3] = c",
        "def f(a: 'b') -> 'c': ...",
        "Way = Literal['on', 'off']",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import a",
        "b = cast('A', a)",
        "B = TypeVar('B')",
        "assert a == 3, 'that'",
        "raise ValueError('that')",
        "__all__ = ['a']",
        "c = t('room.key')",
        "c = self.action(a, b(), run, 3)",
        "@dataclass(frozen=True)\nclass A:\n    b = c",
    ],
)
def test_what_no_test_has_to_notice_is_left_alone(source: str) -> None:
    assert changes(source) == set()


def test_a_change_is_applied_where_it_is_told() -> None:
    source = "é = 'ü'\nb = 'ü' if é == 'ü' else 1\n"
    (found,) = [each for each in mutants_of(Path("m.py"), source) if each.after == "(é != 'ü')"]
    assert found.told == "m.py:2  é == 'ü'  →  (é != 'ü')"
    assert found.applied(source) == "é = 'ü'\nb = 'ü' if (é != 'ü') else 1\n"


def test_a_sample_is_the_same_for_a_seed_and_spread_over_the_folders() -> None:
    paths = [Path("facilitator/report"), Path("facilitator/kinds"), Path("facilitator/steps/gate")]
    found = sample(7, 60, paths)
    assert found == sample(7, 60, paths)
    assert found != sample(8, 60, paths)
    assert len({(mutant.path, mutant.line) for mutant in found}) == 60
    for folder in paths:
        assert any(mutant.path.is_relative_to(folder) for mutant in found)


def test_all_lines_are_taken_when_more_are_asked_for() -> None:
    path = Path("facilitator/steps/card/kind.py")
    found = sample(1, 1000, [path])
    assert {mutant.path for mutant in found} == {path}
    assert len({mutant.line for mutant in found}) == len(found) > 3


def test_every_module_that_is_sampled_has_guards_that_are_there() -> None:
    for folder in SAMPLED:
        for path in (CHECKOUT / folder).rglob("*.py"):
            guards = guards_of(path.relative_to(CHECKOUT))
            for run in (*guards.own, *guards.wider):
                for word in run:
                    if word.startswith("tests/"):
                        assert (CHECKOUT / word.partition("::")[0]).exists(), word


def test_a_kind_is_guarded_by_its_tests_and_by_walks_through_programmes_with_it() -> None:
    for kind in kinds():
        guards = guards_of(Path(f"facilitator/steps/{kind}/kind.py"))
        assert f"tests/steps/{kind}" in guards.own[0]
        assert guards.wider[0], f"no programme has a step of the kind {kind}"
