"""The app in this terminal at a time that stands still, with letters twice as high where it draws them.

python -m tests.journeys.lettered_app FOLDER SCENARIO
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from facilitator.ui.terminal.large_letters.known_terminals import known_terminal
from facilitator.ui.terminal.large_letters.large_letters import LargeLetters
from tests.steps.running import DAY, STARTS, Clock
from tests.walks.given_clock import until_left
from tests.walks.walk import app_at_the_door


def main(folder: str, scenario: str) -> int:
    """Run the app until someone leaves it."""
    clock = Clock(datetime.combine(DAY, STARTS))
    app, _ = app_at_the_door(scenario, Path(folder), None, clock, 0)
    app.letters = LargeLetters(known_terminal(os.environ), wanted=True)
    return until_left(app)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
