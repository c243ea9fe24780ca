"""Counting hands on the stage, by typing a number or one by one. Never more than the people who are here."""

from __future__ import annotations

from abc import abstractmethod

from facilitator.steps.checkin.kind import CheckinStep
from facilitator.ui.kit.actions import Action, count_keys
from facilitator.ui.kit.step_view import StepContext, StepView


class CountView(StepView[CheckinStep]):
    """A number at hand, with the keys that change it."""

    room = "checkin"

    def __init__(self, context: StepContext[CheckinStep]) -> None:
        super().__init__(context)
        self.typed_number = ""

    @property
    @abstractmethod
    def counted(self) -> int:
        """The number at hand."""

    @abstractmethod
    async def keep(self, number: int) -> bool:
        """Keep another number; one that can't be is said, and not kept."""

    def count_keys(self) -> list[Action]:
        return count_keys(self._add, self._type, self._erase)

    def begin_number(self) -> None:
        self.typed_number = ""

    async def _add(self, by: int) -> None:
        self.typed_number = ""
        await self.keep(max(self.counted + by, 0))

    async def _erase(self) -> None:
        """Take the last digit away."""
        left = self.counted // 10
        self.typed_number = str(left) if await self.keep(left) and left else ""

    async def _type(self, digit: str) -> None:
        """Count by typing: 1 and then 2 makes 12; what is more than are here begins anew."""
        typed = self.typed_number + digit
        if int(typed) > self.desk.state.present and self.typed_number:
            typed = digit
        self.typed_number = typed if await self.keep(int(typed)) else ""
