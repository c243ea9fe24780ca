"""A plugin for pytest: a test that never ends, or takes all memory, ends the run as a failure."""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Generator
from typing import Final

import pytest

PATIENCE: Final = 180
"""Seconds for one test; on a busy machine the longest takes a third of that."""
MEMORY: Final = 3 * 2**30
"""Bytes that the tests may take together."""


def pytest_configure(config: pytest.Config) -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    faulthandler.dump_traceback_later(PATIENCE, exit=True, file=2)
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()
