"""What a session knows of the tables of one evening that it was made of (docs/decisions/0028). Pure.

A table is a meeting of the same evening: what it made, chose and left stays with it. Its answers are not
here: what tables may show was added up, and what is not in the sum is told with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from facilitator.records import EntryId, FilledLine, Id, Kept, Line, Prose
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.rounds import Count

Unaddable = Literal["small", "told", "same", "withdrawn", "not-asked", "total", "apart", "few"]
"""Why answers are not in a sum.

small: too few of the group at that table. told: the group chose to tell there. same, withdrawn: the table
does not show them. not-asked: it did not ask this, or in other words. total: it has one result for all, the
others one per group. apart: the other way round, and not all of its groups show their answers. few: of all
tables together too few are shown to speak for the group.
"""

LeftWhy = Unaddable | Literal["hands", "scale", "again", "no-step", "differs", "other-words", "next-time"]
"""Why something of a table is not in the session.

hands: it voted by raised hands, others blind. scale: on other points. again: not every table voted again.
no-step: the step is another one, or nowhere. differs: what it left there is told per table. other-words: what
all had from before reads otherwise there. next-time: the tables meet again at different moments.
"""


class LeftOut(Kept):
    """Something that is not in the session, and why."""

    why: LeftWhy
    table: Count = 0
    """The number of the table; 0: it is so for all together."""
    key: Line = ""
    """``use/step`` where it was; empty: nowhere in the programme."""
    group: Id | Literal[""] = ""
    statements: list[Count] = []
    """The numbers of the statements on the ballot; none: all of them."""


class MergedTable(Meeting):
    """One table of the evening. Lists hold the ids of entries, also of notes and answers."""

    session: EntryId
    file: FilledLine
    """The name of its file."""
    crc32: Line = ""
    """By which version of that; empty where it has no whole end."""
    people: dict[Id, Count] = {}
    numbers: dict[EntryId, Count] = {}
    """The numbers that its agreements had at the table."""
    words: dict[EntryId, Prose] = {}
    """How it said what stands in the session in the words of another table."""


class JoinChoice(Kept):
    """Whether someone said that what two tables made is the same thing."""

    one: EntryId
    other: EntryId
    same: bool


class Merged(Kept):
    """The tables that a session was made of, and what was chosen and left out then."""

    tables: list[MergedTable]
    """A table has its number by its place, from 1."""
    choices: list[JoinChoice] = []
    left_out: list[LeftOut] = []

    def made_by(self, name: str) -> Iterator[tuple[int, MergedTable]]:
        """Give the tables that made an entry, with their numbers."""
        return ((n, table) for n, table in enumerate(self.tables, 1) if name in table.made)
