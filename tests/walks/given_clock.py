"""The app in this terminal, where a programme is prepared, on a day that is given.

    python -m tests.walks.given_clock CLOCK PART FOLDER SCENARIO [AFTER]

CLOCK is a file with the time in it; the others are those of ``app_at_the_door``.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from facilitator.ui.app.app import FacilitatorApp
from tests.walks.walk import app_at_the_door


def main(clock: str, part: str, folder: str, scenario: str, after: str = "") -> int:
    """Run the app until someone leaves it."""

    def now() -> datetime:
        return datetime.fromisoformat(Path(clock).read_text(encoding="utf-8"))

    app, _ = app_at_the_door(scenario, Path(folder), Path(after) if after else None, now, int(part))
    return until_left(app)


def until_left(app: FacilitatorApp) -> int:
    """Run an app in this terminal until someone leaves it; give the exit code, or raise what ended it."""
    app.run()
    if app.crash is not None:
        raise app.crash
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
