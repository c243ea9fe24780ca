"""What a choice makes us ask: questions to the group, never a refusal (domain.md 3.1, 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.steps.choose.offered import Offered


@dataclass(frozen=True)
class Asked:
    """A question; ``code`` is its key in the catalogue under ``choose.ask``."""

    code: str
    about: str = ""
    """What it is about, of what was chosen; empty for the choice as a whole."""


def questions(offered: Sequence[Offered], chosen: Sequence[str], most: int) -> list[Asked]:
    """Give what the choice makes us ask.

    ``residents``: nothing that residents brought up is in a choice that is complete (P2, P6).
    ``no_energy``: nobody wants to work on it, while there is energy elsewhere (domain.md 3.1, 1.5).
    """
    picked = [each for each in offered if each.name in chosen]
    asked: list[Asked] = []
    of_residents = [each for each in offered if each.by_residents]
    if (
        of_residents
        and len(picked) >= min(most, len(offered))
        and not any(each.by_residents for each in picked)
    ):
        asked.append(Asked("residents"))
    asked += [Asked("no_energy", each.name) for each in picked if not each.energy]
    return asked
