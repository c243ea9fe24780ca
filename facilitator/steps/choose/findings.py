"""What a choice makes us ask: questions to the group, never a refusal (docs/domain.md 3.1, 5)."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.kinds.room_question import RoomQuestion
from facilitator.steps.choose.options import Choosable


def questions(offered: Sequence[Choosable], chosen: Sequence[str], most: int) -> list[RoomQuestion]:
    """Give what the choice makes us ask.

    ``residents``: nothing that residents brought up is in a choice that is complete (docs/domain.md P2, P6).
    ``no_energy``: nobody wants to work on it, while there is energy elsewhere (docs/domain.md 3.1).
    """
    picked = [choosable for choosable in offered if choosable.name in chosen]
    asked: list[RoomQuestion] = []
    of_residents = [choosable for choosable in offered if choosable.by_residents]
    if (
        of_residents
        and len(picked) >= min(most, len(offered))
        and not any(choosable.by_residents for choosable in picked)
    ):
        asked.append(RoomQuestion("residents"))
    asked += [RoomQuestion("no_energy", choosable.name) for choosable in picked if not choosable.energy]
    return asked
