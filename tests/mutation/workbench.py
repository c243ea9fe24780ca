"""A copy of the checkout in which one change at a time is tried; the checkout itself stays as it is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final, NamedTuple

from tests.mutation.guards import Guards, Run
from tests.mutation.mutants import Mutant
from tests.mutation.sample import CHECKOUT

LEFT_OUT: Final = (".git", ".venv", ".*_cache", "__pycache__", ".hypothesis", "dist", "mutants")
PYTEST: Final = (
    *(sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "--tb=line"),
    *("-p", "no:cacheprovider", "-p", "no:xdist", "-p", "tests.mutation.patience"),
    "--hypothesis-profile=mutation",
)
LONGEST: Final = 1800
"""Seconds for one run of tests. One test has far fewer (patience.py)."""
FAILED: Final = re.compile(r"^(?:FAILED|ERROR) (\S+?::[^\n]+?|\S+)(?: - .*)?$", re.MULTILINE)


class Verdict(NamedTuple):
    """What became of a change."""

    mutant: Mutant
    killed_by: str
    """The first test that failed, or what else ended the run; empty: it survived."""


class Outcome(NamedTuple):
    """How a run of tests ended."""

    passed: bool
    failed: str = ""
    """The test that failed, if it was one."""


class RedWithoutError(Exception):
    """A test fails without any change: what it finds says nothing."""


class Workbench:
    """A copy of the checkout. Not as root, and not where sessions of your own are: it runs broken code."""

    def __init__(self, folder: Path) -> None:
        """Copy the checkout into a folder that is not there yet."""
        self.folder = folder
        self.green: set[str] = set()
        """Tests that were seen to pass without a change."""
        shutil.copytree(CHECKOUT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))

    def verdict(self, mutant: Mutant, guards: Guards) -> Verdict:
        """Run what guards the module against a change, and against what survives that the wider set.

        Raises RedWithoutError when the test that fails fails without the change too.
        """
        for run in (*guards.own, *guards.wider):
            with self._changed(mutant):
                outcome = self._run(run)
            if not outcome.passed:
                self._demand_green(outcome.failed, run)
                return Verdict(mutant, outcome.failed or f"{' '.join(run)}: no test came to an end")
        return Verdict(mutant, "")

    @contextmanager
    def _changed(self, mutant: Mutant) -> Iterator[None]:
        path = self.folder / mutant.path
        source = path.read_text(encoding="utf-8")
        compiled = Path(cache_from_source(str(path)))
        try:
            compiled.unlink(missing_ok=True)  # it is known by second and length, which may be the same
            path.write_text(mutant.applied(source), encoding="utf-8")
            yield
        finally:
            path.write_text(source, encoding="utf-8")
            compiled.unlink(missing_ok=True)

    def _demand_green(self, failed: str, run: Run) -> None:
        """Be sure that what failed passes without a change; when no test is to blame, that they are found."""
        asked = (failed,) if failed else (*run, "--collect-only")
        name = " ".join(asked)
        if name not in self.green and not self._run(asked).passed:
            raise RedWithoutError(name)
        self.green.add(name)

    def _run(self, run: Run) -> Outcome:
        env = {**os.environ, "PYTHONPATH": str(self.folder), "HOME": str(self.folder / "home")}
        try:
            ended = subprocess.run(
                [*PYTEST, *run],
                cwd=self.folder,
                env=env,
                capture_output=True,
                text=True,
                timeout=LONGEST,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Outcome(passed=False)
        found = FAILED.search(ended.stdout)
        failed = found[1] if found and "::" in found[1] else ""
        return Outcome(ended.returncode == 0, failed)
