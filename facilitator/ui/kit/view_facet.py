"""How a kind of step comes on the stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitator.scenario.model import Use
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import StageHost, StepView


@dataclass(frozen=True)
class KindView:
    """How a step of one kind is shown; ``VIEW`` in ``steps/<kind>/view.py``."""

    make: Callable[[Desk, StageHost, Use, Any], StepView]
    """Makes the view of the page where the group is."""
