"""What tests of secrecy share with those of storage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.conftest import Room


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)
