"""A number typed alone where words are asked for: it may have been meant for the line of that number.

Numbers stand before lines all over the app, and a digit chooses the line there. In a field a digit is text.
So a number alone is asked about once before it is kept, wherever a field asks for words.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.words import Words

Run = Callable[[], Awaitable[None]]

CONFIRMING: Final = frozenset({"enter", "tab"})
"""Keys with which a text is left for good."""


def is_lone_number(field: Field) -> bool:
    """Tell whether someone typed nothing but a number where words are asked for."""
    return not field.numbers and field.unconfirmed and field.value.isdecimal()


def number_question(field: Field, t: Words, *, line: bool = False) -> str:
    """Ask whether the number is the text, or meant for the line of that number where there is one."""
    return t("kit.number.which" if line else "kit.number.text", number=field.value)


class NumberedView(Protocol):
    """A view with fields, and perhaps with numbers before its lines."""

    t: Words
    field: Field | None
    numbers_choose: bool

    def fields(self) -> list[Field]:
        """Give the fields that can be typed in."""

    def enter_field(self, field: Field | None) -> None:
        """Type in this field from now on."""

    def line_numbered(self, number: int, /) -> Run | None:
        """Give what chooses the line that has this number before it."""

    def tell(self, sentence: str) -> None:
        """Show everything as it is now, and say something quietly."""


class NumberGuard:
    """Lets a view ask about a number alone before it is kept, once for the same text."""

    def __init__(self, view: NumberedView) -> None:
        self.view = view
        self._asked: tuple[str | None, str] | None = None
        """The field and the text that were asked about."""

    def guard(self, own: Sequence[Action]) -> list[Action]:
        """Give a view's actions; where a number alone would be kept, it is asked about first."""
        field = self._field() if self.view.field is not None else None
        if field is None:
            return [*own]
        line = self.view.line_numbered(int(field.value)) if field is self.view.field else None
        if line is not None and self.view.numbers_choose:
            return [_instead(each, partial(self._choose, field, line)) for each in own]
        if self._asked != (field.name, field.value):
            return [_instead(each, partial(self._ask, field, line=line is not None)) for each in own]
        kept = [replace(each, name="as_text", room="kit") if "enter" in each.keys else each for each in own]
        if line is None:
            return kept
        choose = Action("that_number", ("up",), partial(self._choose, field, line), "kit", 2)
        return [choose, *(each for each in kept if "up" not in each.keys)]

    def _field(self) -> Field | None:
        fields = self.view.fields()
        here = [field for field in fields if field is self.view.field]
        return next((field for field in [*here, *fields] if is_lone_number(field)), None)

    async def _ask(self, field: Field, *, line: bool) -> None:
        self._asked = (field.name, field.value)
        self.view.enter_field(field)
        self.view.tell(number_question(field, self.view.t, line=line))

    async def _choose(self, field: Field, line: Run) -> None:
        field.clear()
        await line()


def _instead(action: Action, run: Run) -> Action:
    """Let an action that would keep a text do something else."""
    return replace(action, run=run) if CONFIRMING & {*action.keys} else action
