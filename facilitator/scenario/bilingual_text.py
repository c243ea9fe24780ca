"""A text that is there in two languages: it is the same text, whichever of the two a room read. Pure."""

from __future__ import annotations

from typing import NamedTuple

from facilitator.words import LANGUAGES, Language


class BilingualText(NamedTuple):
    """A text as it was read, with the same in the other language where its file has that."""

    text: str
    also: str = ""

    def is_same(self, other: BilingualText) -> bool:
        """Tell whether both are one text: read alike, or one is the other in its other language.

        Read in one language they are the same only in the same words, whatever stands in the other.
        """
        return self.text in {other.text, other.also} or self.also == other.text

    def first_in_order(self, language: Language) -> BilingualText:
        """Give it with the first language of the app in front, if it is known; it was read in this one."""
        return BilingualText(self.also, self.text) if self.also and language != LANGUAGES[0] else self
