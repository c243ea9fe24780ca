"""What the tests of scenarios share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario.shelf import BLOCK, GOOD, SET, VOTE


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Give a folder of an author, with a scenario, a block and a set that are right."""
    for folder in ("blocks", "statements"):
        (tmp_path / folder).mkdir()
    (tmp_path / "avond.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "blocks/praten.toml").write_text(BLOCK, encoding="utf-8")
    (tmp_path / "blocks/stemmen.toml").write_text(VOTE, encoding="utf-8")
    (tmp_path / "statements/drie.toml").write_text(SET, encoding="utf-8")
    return tmp_path
