"""What is promised about Pythons, and the files that describe what is run, say the same everywhere."""

from __future__ import annotations

import re
from typing import Any

import tomli

from tests.architecture.house import CHECKOUT

WORKFLOW = CHECKOUT / ".github" / "workflows" / "tests.yml"
PRE_COMMIT = CHECKOUT / ".pre-commit-config.yaml"


def pyproject() -> dict[str, Any]:
    return tomli.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


def promised() -> list[str]:
    """Give the versions of Python that the project is said to work with."""
    classifiers = pyproject()["project"]["classifiers"]
    found = (re.fullmatch(r"Programming Language :: Python :: (\d\.\d+)", each) for each in classifiers)
    return [match[1] for match in found if match]


def test_every_python_that_is_promised_is_tried() -> None:
    matrix = re.search(r"^\s+python: \[(.*)\]$", WORKFLOW.read_text(encoding="utf-8"), re.MULTILINE)
    assert matrix
    assert re.findall(r'"([\d.]+)"', matrix[1]) == promised()


def test_the_oldest_python_is_the_same_everywhere() -> None:
    oldest, tools = promised()[0], pyproject()["tool"]
    assert pyproject()["project"]["requires-python"] == f">={oldest}"
    assert tools["mypy"]["python_version"] == oldest
    assert tools["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"
    assert (CHECKOUT / ".python-version").read_text(encoding="utf-8").strip() == oldest


def test_the_workflow_runs_what_one_runs_by_hand() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    assert "run: .ci/run\n" in text
    assert "pytest -m slow -n auto\n" in text


def test_actions_are_pinned_by_their_major_version() -> None:
    used = re.findall(r"uses: (\S+)", WORKFLOW.read_text(encoding="utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", action)] == []


def test_a_commit_downloads_nothing() -> None:
    text = PRE_COMMIT.read_text(encoding="utf-8")
    hooks = re.findall(r"- id: (\S+)", text)
    assert hooks == ["ruff-format", "ruff", "mypy", "import-linter"]
    assert re.findall(r"- repo: (\S+)", text) == ["local"]
    assert text.count("language: system\n") == len(hooks)


def test_what_is_packed_is_there() -> None:
    packed = pyproject()["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert [name for name in packed if not (CHECKOUT / name).exists()] == []
