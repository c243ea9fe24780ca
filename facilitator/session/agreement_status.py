"""How an agreement stands. Apart, because a scenario may be checked without the registers of a session."""

from __future__ import annotations

from typing import Literal

Status = Literal["open", "busy", "done", "stopped", "postponed", "not-needed", "unknown"]
