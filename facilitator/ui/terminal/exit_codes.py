"""What the app tells a shell when a signal ended it: 128 and the number of the signal, as shells count."""

from __future__ import annotations

from typing import Final

TERMINATED: Final = 143
"""After SIGTERM or SIGHUP, and when the terminal has gone."""
INTERRUPTED: Final = 130
"""After SIGINT from elsewhere; Ctrl+C in the app is a key like any other."""
