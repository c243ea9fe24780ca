"""Files that are no sessions are told at home by name, and never stand in the way of a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import platform_marks
from tests.storage.conftest import Room
from tests.storage.story import noted
from tests.ui.test_home_own import home, row


@platform_marks.links
@pytest.mark.parametrize("size", [(64, 18), (80, 24)])
async def test_a_file_that_cannot_be_read_is_named_and_told_whole_when_it_is_chosen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = Room(tmp_path).closed([noted(1, "een")])
    other = tmp_path / "elders.toml"
    path.rename(other)
    path.symlink_to(other)
    async with home(tmp_path, size) as app:
        assert f"▸ {path.name}: Dit is een verwijzing" in app.text
        await app.press("enter")
        flat = " ".join(app.text.split())
        assert (
            f"{path.name}: fout: Dit is een verwijzing naar een ander bestand. Open dat bestand zelf." in flat
        )
    assert path.is_symlink()


async def test_ten_such_files_push_no_session_away(tmp_path: Path) -> None:
    room = Room(tmp_path)
    path = room.closed([noted(1, "een")])
    for number in range(10):
        path.with_name(f"2027-01-0{number} leeg.toml").write_text("", encoding="utf-8")
    async with home(tmp_path, (64, 18)) as app:
        rows = [
            row(app, "Zandpoort, Startbijeenkomst"),
            row(app, "2027-01-09 leeg.toml: Dit bestand is leeg."),
        ]
        assert rows == sorted(rows)
        assert app.text.count("leeg.toml") == 3
        assert "Nieuw" in app.text
