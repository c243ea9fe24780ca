"""What a test needs that not every system has, and the one way to say so; on Linux these skip nothing.

``@platform_marks.modes`` above a test or a parameter, ``pytestmark = platform_marks.ptys`` for a module.
"""

from __future__ import annotations

import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.wine import is_wine

WINDOWS: Final = sys.platform == "win32"
WINE: Final = is_wine()


@cache
def _links() -> bool:
    """Tell whether a symbolic link can be made; Wine says that it made one, and makes none."""
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder, "link")
        try:
            link.symlink_to("nowhere")
        except OSError:
            return False
        return link.is_symlink()


def _not_on_windows(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(WINDOWS, reason=reason)


modes = _not_on_windows("permissions by mode: Windows has none, who may read is in lists there")
links = pytest.mark.skipif(
    WINDOWS and not _links(), reason="symbolic links: on Windows for administrators, under Wine for nobody"
)
pipes = _not_on_windows("a named pipe in a folder: Windows has none")
signals = _not_on_windows("signals that stop or wake a program: Windows has none")
limits = _not_on_windows("limits on time and memory (resource): Windows has none")
ptys = _not_on_windows("a pseudo-terminal: Windows has none")
terminals = _not_on_windows("Textual's driver for the terminals of POSIX (termios): Windows has another")
shells = _not_on_windows("a program of POSIX (a shell, strace, setpriv): Windows has none")
any_names = _not_on_windows("a name with signs that act, a quotation mark or a colon: Windows takes none")
open_files_go = _not_on_windows("a file goes while it is open: Windows keeps it")
flock = _not_on_windows("locks and flushes of POSIX (fcntl): Windows has its own")
