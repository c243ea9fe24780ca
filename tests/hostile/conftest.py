"""Hostility needs a pseudo-terminal, which Windows does not have."""

from __future__ import annotations

import sys

collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []
