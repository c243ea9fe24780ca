"""Which sessions a new one can follow, the likeliest first, and who can be called. Quick to import."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.storage.session_list import SessionHeading
from facilitator.text import folded


def to_follow(
    found: Iterable[SessionHeading], *, series: str = "", part: int = 0, place: str = ""
) -> list[SessionHeading]:
    """Give the sessions that a new one can follow, the likeliest first.

    First those of the part before in the same series, then those of the same place, each as they came.
    """
    here = folded(place)

    def unlikely(heading: SessionHeading) -> tuple[bool, bool]:
        before = bool(series) and heading.series == series and heading.part == part - 1
        return not before, not (place and folded(heading.place) == here)

    return sorted((heading for heading in found if heading.problem is None), key=unlikely)


def contact_of(found: Iterable[SessionHeading], place: str) -> str:
    """Give who can be called about a neighbourhood, as its newest session says; ``found``: newest first."""
    return next((each.contact for each in found if each.contact and folded(each.place) == folded(place)), "")
