"""Shows the first screen of a program, and leaves it: ``python -m tests.journeys COMMAND ...``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.journeys.terminal import Terminal


def main(command: list[str]) -> int:
    """Start a command in a terminal, print what is there when it is quiet, and press Ctrl+Q."""
    program, *rest = command
    path = Path(shutil.which(program) or program).absolute()
    with tempfile.TemporaryDirectory() as home, Terminal([path, *rest], env={"HOME": home}) as terminal:
        terminal.wait_until(lambda screen: screen.strip() != "", "words on the screen")
        terminal.wait_still()
        print(terminal.screen().rstrip())
        terminal.press("Ctrl+Q")
        return terminal.wait_exit()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
