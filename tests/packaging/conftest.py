"""The zip for Windows, built once; and a Windows to try it in."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from shipping import wine
from shipping.archive import pack
from shipping.packages import NotToBeGotError
from shipping.windows_zip import contents

FOLDER = "Mijn stick, buurtcentrum Oriënt"
"""A folder as people have it: with spaces and a letter that is not English."""


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Build what is in the zip for Windows."""
    try:
        return contents()
    except NotToBeGotError as error:
        pytest.skip(f"the packages cannot be got here: {error}")


@pytest.fixture(scope="session")
def built(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the zip for Windows."""
    path = tmp_path_factory.mktemp("zip") / "facilitator-windows.zip"
    pack(files, path)
    return path


@pytest.fixture(scope="session")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[wine.Wine]:
    """Give a fresh Windows under Wine."""
    if not wine.is_here():
        pytest.skip("Wine is not here; packaging/windows/try --set-up installs it")
    home = os.environ.get("HOME", "")
    there = wine.Wine(tmp_path_factory.mktemp("wine") / "prefix")
    there.make()
    assert os.environ.get("HOME", "") == home
    yield there
    there.wait()


@pytest.fixture
def unpacked(built: Path, tmp_path: Path) -> Path:
    """Unpack the zip as a user does; give the folder."""
    folder = tmp_path / FOLDER
    with zipfile.ZipFile(built) as packed:
        packed.extractall(folder)
    return folder
