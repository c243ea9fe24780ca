"""The table of scenarios/SOURCES.md, row by row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from facilitator.scenario.library import built_in

LEAVES: Final = re.compile(
    r"nothing"
    r"|register `(?P<register>\w+)`(?:, field `(?P<of_entry>\w+)`)?"
    r"|field `(?P<field>\w+)`"
    r"|session `(?P<kept>\w+)`"
)
"""What a step leaves, as the table says it."""

RETURNS: Final = re.compile(r"report|(?:`(?P<programme>[\w-]+)` )?`(?P<key>[\w-]+/[\w-]+)`")
"""Where it is met again, as the table says it."""


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    element: str
    asks: str
    scenario: str
    step: str
    kind: str
    leaves: str
    returns: str
    does: str

    @property
    def programme(self) -> str:
        return self.scenario.strip("`")

    @property
    def key(self) -> str:
        """The ``use/step`` that serves the element."""
        return self.step.strip("`")

    @property
    def back_at(self) -> tuple[str, str] | None:
        """The programme and the ``use/step`` where its words are met again; None: in the report."""
        found = RETURNS.fullmatch(self.returns)
        if not found:
            raise ValueError(f"{self.element} cannot return at {self.returns}")
        return (found["programme"] or self.programme, found["key"]) if found["key"] else None


def rows() -> list[Row]:
    text = (built_in() / "SOURCES.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| \d+\.\d+ \|.*\|$", text, re.MULTILINE)
    return [Row(*(cell.strip() for cell in line.strip("|").split(" | "))) for line in found]
