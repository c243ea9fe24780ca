"""What the tests of figures share: a file of the office, and a scenario of someone's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.scenario.library import built_in
from facilitator.storage.places import find_places
from tests.figures.country import few, short


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    return short(tmp_path / "kwb-2024.csv", rows=few())


@pytest.fixture
def own() -> Path:
    """Give a scenario in the folder of the one who made it."""
    folder = find_places().scenarios
    folder.mkdir(parents=True)
    text = (built_in() / "startbijeenkomst.toml").read_text(encoding="utf-8")
    path = folder / "onze-start.toml"
    path.write_text(text, encoding="utf-8")
    return path
