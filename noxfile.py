"""What one does with this project, each in an environment of its own that nox makes and keeps.

    pip install -e ".[dev]"
    nox                     the tests, the linters and the checks
    nox -l                  everything there is
    nox -s tests -- -k undo     what stands after the two dashes goes to pytest
    nox -s tests -P 3.13    with another Python

None of it needs nox: each session runs the same commands as CONTRIBUTING.md and ``.ci/run``.
"""

from __future__ import annotations

import nox

nox.options.sessions = ["lint", "check", "tests"]
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests; some minutes."""
    session.install("-e", ".[test]")
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session
def slow(session: nox.Session) -> None:
    """Run the long loops, and the property tests with new examples; an hour or more."""
    session.install("-e", ".[test]")
    session.run("pytest", "-m", "slow", "-n", "auto", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Look for mistakes and untidiness."""
    session.install("-e", ".[lint]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def check(session: nox.Session) -> None:
    """Check the types, also of the tests, and that imports run one way."""
    session.install("-e", ".[test,lint]")
    session.run("mypy")
    session.run("lint-imports", "--no-logo")


@nox.session
def coverage(session: nox.Session) -> None:
    """Measure which lines the tests reach, in other processes as well; see ``htmlcov/index.html``."""
    session.install("-e", ".[test]", "coverage>=7.10")
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", "-n", "auto", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "html", "--quiet")
    session.run("coverage", "report")
