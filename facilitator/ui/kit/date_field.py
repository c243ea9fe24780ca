"""Fields for a day and a time: behind what is typed stands how it was read, so that the room can check it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

from facilitator.ui.kit.field import Field
from facilitator.words import Words
from facilitator.words.dates import ReadDate, read_date, read_time, say_date, say_time


class DateField(Field):
    """A field in which a day is typed as people say it.

    ``today``: from when days count, asked anew each time; ``looks``: what any field can be given.
    """

    def __init__(self, name: str, label: str, t: Words, today: Callable[[], date], **looks: Any) -> None:
        super().__init__(name, label, numbers=True, **looks)
        self.t = t
        self.today = today
        self.settled: date | None = None
        """The day that the session has here; it stays while nothing else is typed, also once it passed."""

    def read(self) -> ReadDate:
        """Give the day that is meant, or why there is none; an empty field can't be read."""
        if self.settled and self.value and not self.unconfirmed:
            return ReadDate(self.settled, "")
        return read_date(self.value, self.today(), self.t.language)

    @property
    def day(self) -> date | None:
        """The day that is meant; None for an empty field, and for what can't be read."""
        return self.read().day

    @property
    def wrong(self) -> str:
        """Why what was typed is no day, as a sentence; empty where it is one, and where nothing was typed."""
        why = self.read().why if self.value else ""
        return self.t(f"kit.date.{why}") if why else ""

    def echo(self) -> str:
        day = self.day
        return say_date(day, self.t.language, self.today()) if day else ""


class TimeField(Field):
    """A field in which a time is typed; ``looks``: what any field can be given."""

    def __init__(self, name: str, label: str, t: Words, **looks: Any) -> None:
        super().__init__(name, label, numbers=True, **looks)
        self.t = t

    @property
    def moment(self) -> time | None:
        """The time that is meant; None for an empty field, and for what can't be read."""
        return read_time(self.value)

    def echo(self) -> str:
        moment = self.moment
        return say_time(moment, self.t.language) if moment else ""
