"""Which line is asked for under the screen: the name of its draft, from which it can be asked for again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

LINE: Final = "line:"
"""Before the names of drafts of lines; no step is called so."""
BETWEEN: Final = "|"


@dataclass(frozen=True)
class LineRequest:
    """A line that is asked for."""

    where: str
    """The step and page of whose view it is; empty for what can be asked everywhere."""
    name: str
    """As the view calls it in ``lines_asked``."""
    subject: str = ""
    """What it is about, such as the id of a line that is said in other words."""

    @property
    def key(self) -> str:
        """The name of its draft."""
        return LINE + BETWEEN.join((self.where, self.name, self.subject))


def lines_in(keys: Iterable[str]) -> list[LineRequest]:
    """Give the lines that were asked for among the names of drafts, in their order."""
    parts = [key.removeprefix(LINE).split(BETWEEN) for key in keys if key.startswith(LINE)]
    return [LineRequest(*part) for part in parts if len(part) == 3]
