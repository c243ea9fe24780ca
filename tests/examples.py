"""Which examples the property tests draw: the same for everyone, or new ones at random.

A test that fails by what it happened to draw tells nothing to who meets it. So the default run draws the same
examples on every machine and in every order of tests; ``-m slow`` explores.
"""

from __future__ import annotations

import pytest
from _pytest.mark.expression import Expression
from hypothesis import HealthCheck, is_hypothesis_test, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

FIXED, EXPLORING, MUTATION = "fixed", "exploring", "mutation"

SAME = "Property tests drew the same examples as everywhere. To go exploring: pytest -m slow -n auto"
NEW = "Property tests drew new examples. Those that failed are tried first in the next exploring run."


def register_profiles() -> None:
    """Make the ways of drawing known, and begin with the fixed one.

    No example has to be quick: a busy machine is no mistake in the code. Each way says everything itself,
    because what Hypothesis does by default depends on where it runs.
    """
    usual = settings.get_profile("default")
    unhurried = settings(usual, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile(FIXED, unhurried, derandomize=True)
    settings.register_profile(EXPLORING, unhurried, max_examples=500)
    settings.register_profile(MUTATION, unhurried, derandomize=True, max_examples=25)
    settings.load_profile(FIXED)


def draw_no_words_of_ours() -> None:
    """Let Hypothesis draw no constants from our own code: they depend on what was imported so far."""
    nothing = Constants()
    providers._get_local_constants = lambda: nothing


def explores(config: pytest.Config) -> bool:
    """Tell whether the slow tests were asked for."""

    def is_slow(mark: str, /, **_: str | int | bool | None) -> bool:
        return mark == "slow"

    return Expression.compile(config.option.markexpr).evaluate(is_slow)


def set_up(config: pytest.Config) -> None:
    """Choose how to draw, by which tests were asked for; ``--hypothesis-profile`` goes before."""
    if explores(config):
        settings.load_profile(config.getoption("--hypothesis-profile", None) or EXPLORING)
    else:
        draw_no_words_of_ours()


def choose(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let the property tests be among the slow ones when these explore."""
    if explores(config):
        for item in items:
            if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
                item.add_marker("slow")


def said(reporter: pytest.TerminalReporter) -> str:
    """Give what there is to say at the end of a run; nothing when it had no property tests."""
    reports = [*reporter.getreports("passed"), *reporter.getreports("failed")]
    if not any("hypothesis" in report.keywords for report in reports):
        return ""
    return NEW if explores(reporter.config) else SAME
