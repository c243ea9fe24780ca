"""What was written by earlier versions, brought up to date one version at a time. Pure.

Format 1 is the only one there is. Tables that were added to it since (facts, stories, items, links, before)
need no number of their own: a file without them says the same now as it did then, and no version that would
refuse them was ever released. A change after a release that an app of before cannot read, or would read
otherwise, makes the next number, with a step here and a file of that number in ``tests/storage/formats``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

FORMAT: Final = 1
"""Of session files, and of the text of one that a journal begins with."""

Plain = dict[str, Any]
Steps = Mapping[int, Callable[[Plain], Plain]]

STEPS: Final[Steps] = {}
"""From each format the step to the next one."""


def migrated(raw: Plain, steps: Steps = STEPS, to: int = FORMAT) -> Plain:
    """Give a session file as the format of now has it; ``raw`` is not changed.

    What says no format, or one that never was, is given back for the model to refuse.
    """
    made = raw.get("format")
    while isinstance(made, int) and not isinstance(made, bool) and made < to and made in steps:
        made, raw = made + 1, {**steps[made](dict(raw)), "format": made + 1}
    return raw
