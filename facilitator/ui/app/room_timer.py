"""Some minutes for the room: counted down, stopped for a while, longer, and over. Kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

MINUTE: Final = timedelta(minutes=1)
NOTHING: Final = timedelta(0)
LONGEST: Final = 240
"""Minutes that a group can be given at most."""


class RoomTimer:
    """Time that runs wherever the group is in the programme, until it is over or taken away."""

    def __init__(self, now: Callable[[], datetime], minutes: int, what: str) -> None:
        self.now = now
        self.what = what
        """What the time is for, as its sentence is called: ``pairs``, ``talk``, ``pause``, ``any``."""
        self.whole = self._rest = minutes * MINUTE
        """How long it was given in all, and how much of that there was when it was stopped last."""
        self._since: datetime | None = now()
        """Since when it runs; None: it stands still."""

    @property
    def left(self) -> timedelta:
        return max(self._rest - self._gone, NOTHING)

    @property
    def _gone(self) -> timedelta:
        """Since it was stopped last; a clock that is set back takes no time away."""
        return max(self.now() - self._since, NOTHING) if self._since is not None else NOTHING

    @property
    def over(self) -> bool:
        return not self.left

    @property
    def long_over(self) -> bool:
        """Whether it was over a minute ago: then it need not be said any more."""
        return self._gone - self._rest > MINUTE

    @property
    def paused(self) -> bool:
        return self._since is None

    def give(self, minutes: int) -> None:
        """Begin again with so many minutes."""
        self.whole = self._rest = min(max(minutes, 1), LONGEST) * MINUTE
        self._since = self.now()

    def add(self, minutes: int) -> None:
        """Let there be more time, or less; of what is over, from now on."""
        self._rest = min(max(self.left + minutes * MINUTE, NOTHING), LONGEST * MINUTE)
        self.whole = max(self.whole + minutes * MINUTE, self._rest)
        if self._since is not None:
            self._since = self.now()

    def pause(self) -> None:
        """Stand still, or run on."""
        self._rest = self.left
        self._since = self.now() if self.paused else None

    def said(self) -> str:
        """Give what is left as a clock says it: ``12:05``."""
        seconds = -(-self.left // timedelta(seconds=1))
        return f"{seconds // 60}:{seconds % 60:02}"
