"""What is typed before there is a session: there again when the same scenario is prepared."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.ui.kit.draft_writer import DraftWriter
from facilitator.ui.kit.field import Field


class PreparationDraft:
    """The fields of a preparation, and the drafts of what is typed in them."""

    def __init__(self, fields: Sequence[Field], typed: DraftWriter, scenario: str) -> None:
        self.fields = {f"{scenario}/{field.name}": field for field in fields}
        self.typed = typed

    def restore(self, mark: str) -> None:
        """Show what was typed before, with a mark behind it."""
        for key, field in self.fields.items():
            if text := self.typed.get(key):
                field.begin(None, text, mark)

    def keep(self) -> None:
        """Let what is being typed be kept."""
        self.typed.keep({key: field.draft for key, field in self.fields.items()})

    def forget(self) -> None:
        """Forget what was typed: it is in the session now."""
        self.typed.keep(dict.fromkeys(self.fields, ""))
