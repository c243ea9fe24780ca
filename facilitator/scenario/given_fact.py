"""A figure that was looked up before the meeting: a block may have some, and a use of it others."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from facilitator.records import FilledLine, Line, Record

MOST_GIVEN: Final = 12


class GivenFact(Record):
    """A figure that was looked up beforehand; the group says whether it belongs on the table."""

    what: FilledLine
    value: Line = ""
    source: Line = ""
    year: Line = ""
    area: Line = ""
    compared: Line = ""


GivenFacts = Annotated[list[GivenFact], Field(max_length=MOST_GIVEN)]
