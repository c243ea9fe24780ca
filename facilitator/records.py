"""Strict, frozen models, and the types through which every text from a file or a keyboard passes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from facilitator.text import clean


def _one_line(text: str) -> str:
    return clean(text)


def _many_lines(text: str) -> str:
    return clean(text, lines=True)


def _with_something(kind: Callable[[str], str]) -> Callable[[str], str]:
    def check(text: str) -> str:
        cleaned = kind(text)
        if not cleaned:
            raise ValueError("empty")
        return cleaned

    return check


Line = Annotated[str, Field(max_length=300), AfterValidator(_one_line)]
"""One line, possibly empty: a name, a note, an answer."""

FilledLine = Annotated[str, Field(max_length=300), AfterValidator(_with_something(_one_line))]
"""One line that says something."""

Prose = Annotated[str, Field(max_length=4000), AfterValidator(_many_lines)]
"""Lines and paragraphs, possibly empty."""

FilledProse = Annotated[str, Field(max_length=4000), AfterValidator(_with_something(_many_lines))]
"""Lines and paragraphs that say something."""

Id = Annotated[str, Field(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]
"""The name of a thing in a scenario: lower case, digits, hyphens; safe as part of a file name."""

EntryId = Annotated[str, Field(pattern=r"^[a-z0-9]{8}$")]
"""The random name of an entry in a register; kept over sessions and merges."""


class Record(BaseModel):
    """A value that is checked once, when it is made, and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, validate_default=True)
