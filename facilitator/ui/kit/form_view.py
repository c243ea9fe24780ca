"""A page with a form: fields with how something stands in the session, or what is being typed instead."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.view import DeskView, StageHost


def lined_up(fields: Iterable[Field]) -> dict[str, Field]:
    """Give fields by their names, with room for the longest label before each."""
    form = {field.name or "": field for field in fields}
    width = max(field.label_width for field in form.values())
    for field in form.values():
        field.label_width = width
    return form


class FormView(DeskView):
    """Fields under each other. A kind lays them out and says in ``kept`` how each stands in the session.

    They are filled when the page comes, with what was being typed there before. After every action they hear
    how things stand: what was taken back or done again shows, and what is being typed stays.

    Some forms keep each field as it is left (``keep_field``, by ``put``), others keep all of them at the end.
    """

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__(desk, stage)
        self.form: dict[str, Field] = {}
        """The fields by their names, in order."""

    # -- what a kind says

    def kept(self, _name: str) -> str:
        """Give how a field stands in the session now; empty when nothing was said there."""
        return ""

    async def put(self, _name: str, _value: str) -> bool:
        """Keep what was typed in one field; tell whether it is kept."""
        return False

    def first_field(self) -> Field | None:
        """Give where typing begins: where someone typed last, or else in the first empty field, if any."""
        fields = self.fields()
        typing = [field for field in reversed(fields) if field.unconfirmed]
        empty = [field for field in fields if not field.text]
        return next(iter([*typing, *empty]), None)

    async def filled_in(self) -> None:
        """Do what follows after the last field."""
        await self.type_in(None)

    # -- what is shown

    def fields(self) -> list[Field]:
        return [field for field in self.form.values() if field.display]

    def on_mount(self) -> None:
        self.load_form()
        self.show()
        self.enter_field(self.first_field())

    def load_form(self) -> None:
        """Fill the fields with what was being typed, or else with how they stand in the session."""
        for name, field in self.form.items():
            self.load(field, self.kept(name))

    def show(self) -> None:
        for name, field in self.form.items():
            field.hear(self.kept(name))

    def edited(self, _field: Field) -> None:
        """Enter means another thing once there is something to keep."""
        self.stage.refresh_view()

    # -- what can be done

    @property
    def in_last_field(self) -> bool:
        """Whether there is no field after the one that is typed in."""
        return self.field is not None and self.field is self.fields()[-1]

    async def keep_field(self) -> bool:
        """Keep the field that is typed in, where it changed; tell whether it is on disk."""
        field = self.field
        if field is None or not field.name or not field.unconfirmed:
            return True
        kept = await self.put(field.name, field.value)
        if kept:
            field.hear(self.kept(field.name))
        else:
            self.stage.refresh_view()
        return kept

    async def keep_and_go(self, by: int) -> None:
        """Keep the field that is typed in and go to the one so many further, and after the last one on."""
        fields = self.fields()
        at = fields.index(self.field) + by if self.field in fields else 0
        if not await self.keep_field():
            return
        if at < len(fields):
            await self.type_in(fields[max(at, 0)])
        else:
            await self.filled_in()
