"""The default run draws the same examples for everyone; the slow one explores."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import CHECKOUT
from tests.examples import NEW, SAME

DRAWN = """
import sys
from tests import examples
examples.register_profiles()
if {fixed}:
    examples.draw_no_words_of_ours()
else:
    examples.settings.load_profile(examples.EXPLORING)
if {more}:
    import facilitator.scenario.library
from hypothesis import given, settings, strategies as st
drawn = []
@settings(max_examples=200)
@given(st.tuples(st.text(), st.integers(), st.floats(allow_nan=False), st.lists(st.sampled_from("abc"))))
def draw(values):
    drawn.append(values)
draw()
print(repr(drawn).encode())
"""


def drawn(*, fixed: bool, more: bool, seed: int) -> str:
    """Give what a property test draws in a Python of its own, in which more was imported or not."""
    program = DRAWN.format(fixed=fixed, more=more)
    env = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, check=True)
    return done.stdout.decode()


def test_the_same_is_drawn_whatever_was_imported_before() -> None:
    first = drawn(fixed=True, more=False, seed=1)
    assert len(first) > 1000
    assert drawn(fixed=True, more=True, seed=2) == first


def test_exploring_draws_something_new() -> None:
    assert drawn(fixed=False, more=False, seed=1) != drawn(fixed=False, more=False, seed=1)


def run(*arguments: str) -> str:
    """Run a few tests of dates, as a person would, and give what is said."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/words/test_dates.py"]
    done = subprocess.run(
        [*command, "-k", "no_text or needs_no_year", *arguments],
        cwd=CHECKOUT,
        capture_output=True,
        check=False,
    )
    return done.stdout.decode()


def test_a_run_says_at_its_end_how_to_go_exploring_also_when_it_is_spread() -> None:
    said = run("-n", "1")
    assert "2 passed" in said
    assert SAME in said
    assert NEW not in said


def test_the_slow_tests_explore_and_say_so() -> None:
    said = run("-m", "slow")
    assert "1 passed" in said, "the property test, and no other"
    assert NEW in said
    assert SAME not in said
