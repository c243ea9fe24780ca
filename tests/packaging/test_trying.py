"""Where no Windows Python can be had, that is said, and nothing else goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from shipping.places import WINDOWS
from shipping.trying import NOT_HERE, SET_UP, extra

TRY = WINDOWS / "try"


@pytest.mark.skipif(os.name == "nt", reason="it is about machines without Windows")
@pytest.mark.parametrize("words", [["-m", "facilitator"], [SET_UP, "-m", "facilitator"]])
def test_a_machine_without_wine_says_so(words: list[str], tmp_path: Path) -> None:
    bare = {"PATH": str(tmp_path), "HOME": str(tmp_path)}
    asked = [sys.executable, str(TRY), *words]
    ran = subprocess.run(asked, env=bare, capture_output=True, text=True, check=False)
    assert ran.returncode == NOT_HERE
    assert "Wine is not here" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_extras_of_our_own_are_opened() -> None:
    """An index does not have them."""
    assert [need for need in extra("dev") if need.startswith("facilitator")] == []
    assert any(need.startswith("mypy") for need in extra("dev"))
    assert any(need.startswith("pytest>") for need in extra("test"))


def test_the_run_knows_that_code_and_passes() -> None:
    run = (WINDOWS.parents[1] / ".ci" / "run").read_text(encoding="utf-8")
    assert f'  {NOT_HERE}) windows="NOT TRIED' in run
