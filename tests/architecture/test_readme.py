"""The two lines of the README that a newcomer copies, and the run that copies one of them as well."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest
import tomli

from tests import platform_marks
from tests.architecture.house import CHECKOUT, SCENARIOS

RUN = CHECKOUT / ".ci" / "run"


def line(name: str) -> str:
    """Give the one line of shell that stands under a mark in the README."""
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    block = re.search(rf"^<!-- {name} -->\n```sh\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)
    assert block, f"no line marked {name}"
    assert "\n" not in block[1]
    return block[1]


def environment(name: str) -> str:
    """Give the folder of the environment that a line makes, which it may use for nothing else."""
    made = re.match(r"python3 -m venv (\S+) && ", line(name))
    assert made
    programs = re.findall(r"&& (\S+)", line(name))
    assert all(program.startswith(f"{made[1]}/bin/") for program in programs)
    return made[1]


@pytest.mark.skipif(shutil.which("git") is None, reason="asks git")
@pytest.mark.skipif(not (CHECKOUT / ".git").exists(), reason="asks git, and this is no checkout")
@pytest.mark.parametrize("name", ["try", "test"])
def test_the_environment_is_no_part_of_the_project(name: str) -> None:
    ignored = subprocess.run(
        ["git", "check-ignore", "-q", f"{environment(name)}/"], cwd=CHECKOUT, check=False
    )
    assert ignored.returncode == 0


def test_trying_starts_a_scenario_that_is_there() -> None:
    assert line("try").endswith("/bin/facilitator run proefronde")
    assert (SCENARIOS / "proefronde.toml").is_file()


def test_what_the_tests_need_is_declared() -> None:
    wanted = re.search(r'install "\.\[(\w+)\]"', line("test"))
    project = tomli.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert wanted
    needs = project["optional-dependencies"][wanted[1]]
    assert line("test").endswith("/bin/pytest -n auto")
    assert any(need.startswith("pytest-xdist") for need in needs), "which knows -n"


@platform_marks.shells
def test_the_run_takes_its_test_line_from_the_readme() -> None:
    assert os.access(RUN, os.X_OK)
    for name in ("try", "test"):
        ran = subprocess.run([RUN, "--line", name], capture_output=True, text=True, check=True)
        assert ran.stdout == line(name) + "\n"


def test_the_project_names_no_package_registry() -> None:
    host = re.compile(r"py[p]i\.|python[h]osted|--index[-]url|trusted[-]host", re.IGNORECASE)
    folders = ("facilitator", "tests", "scenarios", "docs", "packaging", ".ci", ".github")
    inside = [path for folder in folders for path in (CHECKOUT / folder).rglob("*") if path.is_file()]
    own = [*(path for path in CHECKOUT.iterdir() if path.suffix), *inside]
    kinds = {".md", ".txt", ".toml", ".py", ".tcss", ".json", ".yaml", ".yml", ""}
    read = (path for path in own if path.suffix in kinds and "__pycache__" not in path.parts)
    assert [path.name for path in read if host.search(path.read_text(encoding="utf-8"))] == []
