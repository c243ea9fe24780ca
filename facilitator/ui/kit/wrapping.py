"""Where a text breaks into rows on the screen: as where a scenario is checked."""

from __future__ import annotations

from facilitator.wrapping import rows

__all__ = ["rows"]
