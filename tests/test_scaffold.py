"""A new kind of step works at once, and touches nothing outside its folders but what is generated."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from tests.architecture.house import CHECKOUT
from tests.scaffold import FOLDERS, scaffold

NAME: Final = "memories"
GENERATED: Final = ("scenarios/LEESMIJ.md", "scenarios/README.md", "scenarios/scenario.schema.json")
GOLDENS: Final = "tests/scenario/mistakes/"
PRINTED: Final = f"tests/report/whole/print-{NAME}.html"
LEFT_BEHIND: Final = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist")


def contents(checkout: Path) -> dict[str, bytes]:
    return {
        path.relative_to(checkout).as_posix(): path.read_bytes()
        for path in checkout.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and ".pytest_cache" not in path.parts
    }


def run(checkout: Path, *arguments: str) -> None:
    """Run Python in a checkout; it has to end well."""
    command = [sys.executable, *arguments]
    ran = subprocess.run(command, cwd=checkout, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the checkout with a new kind of step in it."""
    checkout = tmp_path / "copy"
    shutil.copytree(CHECKOUT, checkout, ignore=LEFT_BEHIND, copy_function=shutil.copy)  # Wine 8 lacks copy2
    before = contents(checkout)
    run(checkout, "-m", "tests.scaffold", NAME)
    after = contents(checkout)
    assert before.keys() <= after.keys()
    folders = tuple(f"{folder}/{NAME}/" for folder in FOLDERS.values())
    made = {path for path in after.keys() - before.keys() if not path.startswith(folders)}
    assert made <= {PRINTED}
    changed = [path for path, content in before.items() if after[path] != content]
    assert [path for path in changed if path not in GENERATED and not path.startswith(GOLDENS)] == []
    assert set(GENERATED) <= set(changed)
    return checkout


def run_tests(checkout: Path, paths: Sequence[str]) -> None:
    run(checkout, "-m", "pytest", "-q", "-p", "no:cacheprovider", *paths)


def test_a_new_kind_passes_its_tests_and_those_of_what_is_generated(copy: Path) -> None:
    run_tests(
        copy,
        [
            f"tests/steps/{NAME}",
            f"tests/steps/test_contract.py::test_a_kind_says_all_that_is_asked_of_it[{NAME}]",
            "tests/words/test_every_word.py",
            "tests/words/test_action_words.py",
            "tests/scenario/authoring",
            "tests/architecture/test_names.py",
            "tests/architecture/test_size.py",
        ],
    )


@pytest.mark.slow
def test_a_new_kind_passes_all_tests(copy: Path) -> None:
    run_tests(copy, ["-n", "2", "--deselect", "tests/test_scaffold.py", "tests"])


@pytest.mark.parametrize("name", ["Memories", "my kind", "", "cards-2", "../cards"])
def test_a_name_that_is_no_word_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="one word in lower case"):
        list(scaffold(name, tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_kind_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    there = tmp_path / "tests" / "steps" / "card"
    there.mkdir(parents=True)
    with pytest.raises(FileExistsError):
        list(scaffold("card", tmp_path))
    assert list(there.iterdir()) == []
    assert not (tmp_path / "facilitator").exists()
