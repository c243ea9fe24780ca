"""A field for when an agreement is done: one day, or how often it comes back and from when."""

from __future__ import annotations

from typing import Any

from facilitator.ui.kit.date_field import DateField
from facilitator.words.dates import ReadDate
from facilitator.words.rhythms import ReadRhythm, Rhythm, read_rhythm, say_rhythm


class DueField(DateField):
    """A day as people say it, or a rhythm: "elke maand", "elke week vanaf vrijdag"."""

    def __init__(self, *arguments: Any, **looks: Any) -> None:
        super().__init__(*arguments, **looks)
        self.settled_rhythm: Rhythm = ""
        """The rhythm that the session has here."""

    def read(self) -> ReadDate:
        found = self._read_rhythm()
        unchanged = self.settled and not self.unconfirmed
        return found.first if found and not unchanged else super().read()

    @property
    def rhythm(self) -> Rhythm:
        """How often; empty for a day, and for what can't be read."""
        if self.settled and self.value and not self.unconfirmed:
            return self.settled_rhythm
        found = self._read_rhythm()
        return found.rhythm if found else ""

    def _read_rhythm(self) -> ReadRhythm | None:
        return read_rhythm(self.value, self.today(), self.t.language) if self.value else None

    def echo(self) -> str:
        day, rhythm = self.day, self.rhythm
        return say_rhythm(rhythm, day, self.t.language, self.today()) if day and rhythm else super().echo()
