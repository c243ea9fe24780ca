"""What was written by earlier versions, brought up to date one version at a time. Pure.

Format 2 keeps nothing of how a small group of one mind answered. Its tables are those of format 1, so there
is nothing to rename here; what format 1 held too much of is left out by ``format_one`` once it is read.
Format 3 knows of each agreement that came over which meeting made it, besides the day. A
change that an app of before cannot read, or would read otherwise, makes the next number, with a step here and
a file of that number in ``tests/storage/formats``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

FORMAT: Final = 3
"""Of session files, and of the text of one that a journal begins with."""

Plain = dict[str, Any]
Steps = Mapping[int, Callable[[Plain], Plain]]


def _with_meetings(raw: Plain) -> Plain:
    """Give the meeting of each agreement that came over; of one before the last the title is not known."""
    before = raw.get("before")
    agreed = before.get("agreed") if isinstance(before, dict) else None
    if not isinstance(before, dict) or not isinstance(agreed, dict):
        return raw
    last, title = before.get("day"), before.get("title")
    meetings = {
        name: {"day": day, "title": title if day == last else UNKNOWN} if isinstance(day, date) else day
        for name, day in agreed.items()
    }
    return {**raw, "before": {**before, "agreed": meetings}}


UNKNOWN: Final = "…"
"""The title of a meeting that was not kept."""
STEPS: Final[Steps] = {1: dict, 2: _with_meetings}
"""From each format the step to the next one."""


def migrated(raw: Plain, steps: Steps = STEPS, to: int = FORMAT) -> Plain:
    """Give a session file as the format of now has it; ``raw`` is not changed.

    What says no format, or one that never was, is given back for the model to refuse.
    """
    made = raw.get("format")
    while isinstance(made, int) and not isinstance(made, bool) and made < to and made in steps:
        made, raw = made + 1, {**steps[made](dict(raw)), "format": made + 1}
    return raw
