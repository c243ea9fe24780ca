"""Home reads the headings of scenarios: no block, no set, and nothing that checks them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HOME = """
import asyncio, sys
from pathlib import Path

opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)

from facilitator.storage.places import Places
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.app.home_view import HomeView
from facilitator.ui.app.session_launcher import SessionLauncher
from facilitator.words import Words

async def home(folder):
    app = FacilitatorApp(Words("nl"))
    app.on_start = SessionLauncher(app, Words("nl"), Places(folder / "sessions", folder / "state")).home
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.stage.view, HomeView)
        assert len(app.stage.view.shelf.scenarios) > 2

asyncio.run(home(Path(sys.argv[1])))
heavy = {"pydantic", "pydantic_core", "facilitator.scenario.positions"} & set(sys.modules)
assert not heavy, heavy
parts = [path for path in opened if path.endswith(".toml") and Path(path).parent.name in SHELVES]
assert not parts, parts
assert any(Path(path).parent.name == "scenarios" for path in opened)
"""


def at_home(folder: Path, shelves: set[str]) -> subprocess.CompletedProcess[str]:
    program = f"SHELVES = {shelves!r}\n{HOME}"
    command = [sys.executable, "-c", program, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_home_loads_no_pydantic_and_no_blocks(tmp_path: Path) -> None:
    ran = at_home(tmp_path, {"blocks", "statements"})
    assert ran.returncode == 0, ran.stderr


def test_looking_at_what_is_opened_can_fail(tmp_path: Path) -> None:
    assert at_home(tmp_path, {"scenarios"}).returncode != 0


def test_a_right_scenario_is_checked_without_looking_for_places(shelf: Path) -> None:
    program = (
        "import sys\nfrom facilitator.cli import main\nassert main(['check', *sys.argv[1:]]) == 0\n"
        "assert not [name for name in sys.modules if name.endswith(('.toml_scanner', '.positions'))]"
    )
    command = [sys.executable, "-c", program, str(shelf / "avond.toml"), "--folder", str(shelf)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
