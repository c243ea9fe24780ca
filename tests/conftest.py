"""Keeps the machine that the tests run on out of the tests."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import examples
from tests.wine import as_windows_answers, is_wine

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.scheduler import WorkStealingScheduling

CHECKOUT = Path(__file__).parent.parent

OUTSIDE = (
    "COLORFGBG",
    "COLUMNS",
    "FORCE_COLOR",
    "LANGUAGE",
    "LINES",
    "NO_COLOR",
    "STY",
    "TMUX",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_DOCUMENTS_DIR",
    "XDG_STATE_HOME",
)
"""Variables that change what the app does and that a developer may have set."""

FOUND_BY = os.environ.get("PYTHONPATH", "").split(os.pathsep) if sys.platform == "win32" else []
"""Where Windows Python finds packages when it was unpacked and not installed (``packaging/windows/try``)."""

examples.register_profiles()

# Programs that tests start have the real clock; no day is to end between what is typed and what is seen.
hours = 12 - datetime.now(UTC).hour
os.environ["TZ"] = f"NOON{-hours:+d}"
if sys.platform != "win32":
    time.tzset()
if is_wine():
    as_windows_answers()

for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
    del os.environ[name]  # Textual reads these once, when it is imported


@pytest.fixture(autouse=True)
def a_machine_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give each test, and each program it starts, folders of its own and a known language and terminal."""
    machine = tmp_path_factory.mktemp("machine")
    home = machine / "home"
    home.mkdir()
    for name in OUTSIDE:
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith(("LC_", "FACILITATOR"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("FACILITATOR_FOLDER", str(machine / "sessions"))
    monkeypatch.setenv("FACILITATOR_STATE", str(machine / "state"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(CHECKOUT), *filter(None, FOUND_BY)]))


# -- examples of property tests


def pytest_configure(config: pytest.Config) -> None:
    examples.set_up(config)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Come before pytest looks which marks were asked for."""
    examples.choose(config, items)


# -- figures


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Say a figure that is to be quoted; it stands at the end of the run."""
    return partial(record_property, "figure")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what the tests counted; their reports bring it along from whichever process they ran in."""
    reports = [each for each in terminalreporter.getreports("passed") if each.when == "call"]
    figures = [str(said) for each in reports for name, said in each.user_properties if name == "figure"]
    if figures:
        terminalreporter.section("figures")
        for each in sorted(figures):
            terminalreporter.write_line(each)
    if words := examples.said(terminalreporter):
        terminalreporter.section("examples")
        terminalreporter.write_line(words)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Give how many processes run the tests: more than there are cores, because many wait for a terminal."""
    cores = os.cpu_count() or 1
    return cores + cores // 2


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> WorkStealingScheduling:
    """Let a process that is done take over tests of another: the longest ones stand near the end."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)
