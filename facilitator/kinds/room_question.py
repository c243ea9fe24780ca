"""A question to the group that comes from what is there: never a mistake, never a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class RoomQuestion:
    """A question to the group; ``code`` is its key in the catalogue of its kind."""

    code: str
    about: str = ""
    """The id of the entry it is about; empty for all of them together."""
    values: Mapping[str, str | int] = field(default_factory=dict)
