"""How long a text of an author may be where it has one place on the smallest screen: the one list of these.

From it come what ``check`` says, the schema for editors, the handbooks and the files to begin with. How many
rows a longer text may take depends on what stands with it (``screen_fit.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TITLE: Final = 22
"""Cells for the title of a scenario: on home, and in the bar before the name of the place."""
PURPOSE: Final = 25
"""Cells for the question on home that a scenario answers."""
PERSPECTIVE: Final = 16
"""Cells for a perspective, before its row of dots."""
STEP_TITLE: Final = 40
"""Cells for the title of a block or a step, in the programme."""
HAT: Final = 27
"""Cells of a kind of hat, before its count and its row of dots."""

LIMITS: Final[Mapping[str, int]] = {
    "authoring.scenario.title": TITLE,
    "authoring.scenario.purpose": PURPOSE,
    "authoring.scenario-perspective.title": PERSPECTIVE,
    "authoring.block.title": STEP_TITLE,
    "authoring.step.title": STEP_TITLE,
    "checkin.authoring.step-hats.text": HAT,
}
"""By where the catalogues explain the key that holds the text."""
