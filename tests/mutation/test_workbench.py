"""A change is tried in a copy, and what is said of it is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kinds import kinds
from tests.mutation.guards import WALK, Guards, walks_of
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.sample import CHECKOUT
from tests.mutation.trial import summed_up, survivors
from tests.mutation.workbench import RedWithoutError, Verdict, Workbench
from tests.walks.test_walks import walks

MODULE = Path("facilitator/session/clock.py")
GREEN = "tests/session/test_clock.py"
RED = 'def test_red() -> None:\n    raise AssertionError("always")\n'


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    return Workbench(tmp_path_factory.mktemp("bench") / "copy")


def killed_when_empty() -> Mutant:
    """Give a change that every test of the module notices: nothing is given back."""
    source = (CHECKOUT / MODULE).read_text(encoding="utf-8")
    return next(mutant for mutant in mutants_of(MODULE, source) if mutant.after.startswith("return "))


@pytest.mark.slow
def test_a_change_is_killed_or_survives_in_the_copy_alone(bench: Workbench) -> None:
    before = (CHECKOUT / MODULE).read_text(encoding="utf-8")
    mutant = killed_when_empty()
    assert bench.verdict(mutant, Guards([(GREEN,)], [])).killed_by.startswith(f"{GREEN}::")
    elsewhere = ("tests/session/test_events.py",)
    assert bench.verdict(mutant, Guards([elsewhere], [elsewhere])) == Verdict(mutant, "")
    assert bench.verdict(mutant, Guards([elsewhere], [(GREEN,)])).killed_by, "the wider set is asked too"
    assert (CHECKOUT / MODULE).read_text(encoding="utf-8") == before
    assert (bench.folder / MODULE).read_text(encoding="utf-8") == before


@pytest.mark.slow
def test_a_test_that_is_red_anyway_kills_nothing(bench: Workbench) -> None:
    (bench.folder / "tests" / "session" / "test_red.py").write_text(RED, encoding="utf-8")
    with pytest.raises(RedWithoutError, match="test_red"):
        bench.verdict(killed_when_empty(), Guards([("tests/session/test_red.py",)], []))
    with pytest.raises(RedWithoutError):
        bench.verdict(killed_when_empty(), Guards([("tests/session/test_not_there.py",)], []))


def test_what_is_told_at_the_end() -> None:
    one, other = (Mutant(Path(name), 1, 0, "1", "2") for name in ("a/b/c.py", "a/steps/card/kind.py"))
    verdicts = [Verdict(one, "tests/x.py::y"), Verdict(other, "")]
    assert survivors(verdicts) == ["a/steps/card/kind.py:1  1  →  2"]
    assert summed_up(verdicts) == [
        "a/b: 0 of 1 survived",
        "a/steps/card: 1 of 1 survived",
        "all: 1 of 2 survived",
    ]


def test_every_walk_that_guards_a_kind_is_there() -> None:
    """A test that is not found notices nothing: the sample would stop at the first change of that kind."""
    there = {f"{WALK}[{walk.id}]" for walk in walks() if not walk.marks}
    assert {name for kind in kinds() for name in walks_of(kind)} <= there
