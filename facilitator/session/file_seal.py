"""From which version of which session file something was made, so that a reader can look for it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.text import clean


@dataclass(frozen=True)
class FileSeal:
    """The last lines of a session file: what stands in its ``[end]``."""

    name: str
    """Of the file, without its folder: where it stands is nobody's business."""
    seq: int = 0
    """The number of the last action in it."""
    crc32: str = ""
    """The checksum of all of it; empty: there is none, or it does not fit the file."""

    @classmethod
    def of(cls, file: Path, seq: int = 0, crc32: str = "") -> FileSeal:
        """Give that of a file, with its name as it may be shown."""
        return cls(clean(file.name), seq, crc32)
