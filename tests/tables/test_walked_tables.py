"""Three tables walk a programme in the real app on one evening, and become one session."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.kinds import kinds
from facilitator.storage.session_file import read_text
from tests.steps.running import DAY, SIZES, STARTS, Clock, Running
from tests.walks.chains import through
from tests.walks.ending import Ended
from tests.walks.walk import Walk, app_at_the_door


async def walked(folder: Path, number: int) -> Ended:
    """Walk the trial run at one table."""
    clock = Clock(datetime.combine(DAY, STARTS))
    app, opening = app_at_the_door("proefronde", folder, None, clock, number)
    async with app.run_test(size=SIZES[1]) as pilot:
        running = Running(app, opening, pilot, clock, folder)
        await running.settle()
        walk = Walk(running, pastes=True)
        ended = await through(walk, [])
        if opening.run is not None:
            await opening.run.close()
        return ended


async def test_tables_of_one_evening_become_one_session(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    tables = [await walked(tmp_path, number) for number in (1, 2, 3)]
    before = [ended.file.read_bytes() for ended in tables]
    folder = ["--folder", str(tmp_path / "sessions")]
    assert main(["merge", "Molenhoek", "--yes", *folder]) == 0
    (path,) = tables[0].file.parent.glob("*-tafels.toml")
    assert str(path) in capsys.readouterr().out
    assert [ended.file.read_bytes() for ended in tables] == before
    loaded = read_text(path.read_text(encoding="utf-8"), kinds())
    state = loaded.state
    assert state.merged is not None
    assert [table.session for table in state.merged.tables] == [each.state.about.id for each in tables]
    assert state.people == {who: 3 * count for who, count in tables[0].state.people.items()}
    for to in ("html", "txt", "md", "csv", "ics", "toml"):
        assert main(["report", str(path), "--to", to, *folder]) == 0
    (report,) = path.with_suffix("").glob("*.txt")
    said = " ".join(report.read_text(encoding="utf-8").split())
    assert "Dit is van 3 tafels samen." in said
    assert "(tafel 2)" in said or "(tafel 1, 2 en 3)" in said
