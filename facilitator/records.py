"""Strict, frozen models, and the types through which every text from a file or a keyboard passes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Final, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from facilitator.text import clean

LONGEST_LINE: Final = 300
LONGEST_PROSE: Final = 4000
"""Characters, counted after cleaning: composing can make a text longer as well as shorter."""


class _Check(AfterValidator):
    """A check of one argument. Pydantic would look that up again for each of our hundreds of texts."""

    def __get_pydantic_core_schema__(self, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        check = cast("Callable[[Any], Any]", self.func)
        return core_schema.no_info_after_validator_function(check, handler(source_type))


def _cleaner(longest: int, *, lines: bool = False, filled: bool = False) -> Callable[[str], str]:
    """Make the check of a text: cleaned, then not too long, and if asked not empty."""

    def check(text: str) -> str:
        cleaned = clean(text, lines=lines)
        if len(cleaned) > longest:
            raise PydanticCustomError("string_too_long", "too long", {"max_length": longest})
        if filled and not cleaned:
            raise ValueError("empty")
        return cleaned

    return check


Line = Annotated[str, _Check(_cleaner(LONGEST_LINE))]
"""One line, possibly empty: a name, a note, an answer."""

FilledLine = Annotated[str, _Check(_cleaner(LONGEST_LINE, filled=True))]
"""One line that says something."""

Prose = Annotated[str, _Check(_cleaner(LONGEST_PROSE, lines=True))]
"""Lines and paragraphs, possibly empty."""

FilledProse = Annotated[str, _Check(_cleaner(LONGEST_PROSE, lines=True, filled=True))]
"""Lines and paragraphs that say something."""

ID_PATTERN: Final = r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$"

Id = Annotated[str, Field(pattern=ID_PATTERN)]
"""The name of a thing in a scenario: lower case, digits, hyphens; safe as part of a file name."""

EntryId = Annotated[str, Field(pattern=r"^[a-z0-9]{8}$")]
"""The random name of an entry in a register; kept over sessions and merges."""


class Record(BaseModel):
    """A value that is checked once, when it is made, and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, validate_default=True)


class Kept(Record):
    """A value that a session keeps: pydantic readies it when the first is made, so that a check need not."""

    model_config = ConfigDict(defer_build=True)
