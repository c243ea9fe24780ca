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


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    element: str
    asks: str
    scenario: str
    step: str
    kind: str
    leaves: str
    does: str


def rows() -> list[Row]:
    text = (built_in() / "SOURCES.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| \d+\.\d+ \|.*\|$", text, re.MULTILINE)
    return [Row(*(cell.strip() for cell in line.strip("|").split(" | "))) for line in found]
