"""Texts that were read and found good, and have to come out the same again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
MESSAGES: Final = HERE / "messages"
"""What goes out after each programme."""
SCREENS: Final = HERE / "screens"
"""Every page of each programme, the first time that the group is there."""


def as_agreed(golden: Path, text: str) -> None:
    """Demand that a text is, to the letter, the one that was agreed, but for blanks at the ends of rows.

    After a change on purpose a run with ``REWRITE_GOLDENS`` writes it anew; read the diff as who gets it.
    """
    rows = "".join(f"{row.rstrip()}\n" for row in text.splitlines())
    if "REWRITE_GOLDENS" in os.environ:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(rows, encoding="utf-8", newline="\n")
    assert rows == golden.read_text(encoding="utf-8")
