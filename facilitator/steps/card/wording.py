"""How words of an earlier meeting read, the same on the stage and in a report."""

from __future__ import annotations

from facilitator.scenario.model import KeptLine
from facilitator.words import Words


def say_kept_line(line: KeptLine, t: Words) -> str:
    """Give a line; of who saw it otherwise it says so."""
    return t("card.differs", text=line.text) if line.differs else line.text
