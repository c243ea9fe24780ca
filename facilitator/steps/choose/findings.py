"""What a choice makes us ask: questions to the group, never a refusal (domain.md 3.1, 5)."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.kinds.room_question import RoomQuestion
from facilitator.steps.choose.options import Choosable


def questions(offered: Sequence[Choosable], chosen: Sequence[str], most: int) -> list[RoomQuestion]:
    """Give what the choice makes us ask.

    ``residents``: nothing that residents brought up is in a choice that is complete (P2, P6).
    ``no_energy``: nobody wants to work on it, while there is energy elsewhere (domain.md 3.1, 1.5).
    """
    picked = [each for each in offered if each.name in chosen]
    asked: list[RoomQuestion] = []
    of_residents = [each for each in offered if each.by_residents]
    if (
        of_residents
        and len(picked) >= min(most, len(offered))
        and not any(each.by_residents for each in picked)
    ):
        asked.append(RoomQuestion("residents"))
    asked += [RoomQuestion("no_energy", each.name) for each in picked if not each.energy]
    return asked
