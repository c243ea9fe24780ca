"""How a kind of step comes on the stage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from facilitator.scenario.model import Step, Use
from facilitator.ui.kit.step_view import StepContext, StepView

if TYPE_CHECKING:
    from facilitator.ui.kit.desk import Desk
    from facilitator.ui.kit.view import StageHost

StepT = TypeVar("StepT", bound=Step)


@dataclass(frozen=True)
class KindView(Generic[StepT]):
    """How steps of one kind are shown; ``VIEW`` in ``steps/<kind>/view.py``."""

    kind: type[StepT]
    """The model of its steps."""
    view_of: Callable[[StepContext[StepT]], StepView[StepT]]
    """The class of its only view, or what chooses among several."""
    again: Callable[[StepContext[StepT]], Sequence[Callable[[StepContext[StepT]], StepView[StepT]]]] = (
        lambda _: ()
    )
    """The pages of a result that was shown, to be looked at from elsewhere; nothing where there is none."""

    def make(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> StepView[StepT]:
        """Give the view of the page that the group is at. Raises TypeError for a step of another kind."""
        if not isinstance(step, self.kind):
            raise TypeError(f"{step.kind} is no {self.kind.__name__}")
        at = desk.state.at
        context = StepContext(desk, stage, use, step)
        return self.view_of(context.at(at.page) if at.key == context.key else context)
