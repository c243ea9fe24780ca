"""A page of a kind with one text on it as tall as it may be, put before the real app."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from facilitator.session.state import Before, Position, State
from tests.steps.running import composed

BLOCK: Final = """\
format = 1
title = "Passen"
why = "Omdat het moet passen."
source_status = "derived"
"""
STEP: Final = """
[[step]]
id = "stap"
kind = "{kind}"
title = "De titel"
minutes = 5
{says}
"""
SET: Final = """\
format = 1
title = "Passen"
source_status = "derived"

[[statement]]
id = "s1"
text = "{text}"
ask = "{ask}"
"""


@dataclass(frozen=True)
class Page:
    """What stands on a page of the smallest screen, with how tall one of its texts may be."""

    kind: str
    says: str
    """What the step says besides its title; ``{tall}`` is where the text stands."""
    rows: int
    """How tall the check lets it be."""
    seen: Sequence[str]
    """What has to be seen together with it: a field, what can be chosen, what is asked."""
    spare: int | None = 0
    """Rows that stay empty then, because the page needs them at another moment; None: what bounds the text is
    not this page but how long a line may be, or another page."""
    key: str = "text"
    """Where it is written, as the check tells it."""
    width: int = 60
    """Cells of a row of it."""
    registers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    before: Before | None = None
    """The session it follows."""
    earlier: str = ""
    """A step that stands before it in the block."""
    statement: Mapping[str, str] = field(default_factory=dict)
    """The statement of the set "passen", and what is asked of it."""
    keys: Sequence[str] = ()
    """What is pressed to come to the page."""

    @property
    def name(self) -> str:
        said = " ".join(f"{self.earlier} {self.says} {self.statement.get('text', '')}".split())
        return f"{self.kind}: {said[:60]} [{self.key}]"

    def block(self, folder: Path, rows: int, wide: int = 0) -> Path:
        """Write the block and its set with a text of so many rows; ``wide``: cells of each word."""
        path = folder / "passen" / "passen.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        step = STEP.replace("{kind}", self.kind).replace("{says}", self.says)
        text = tall(rows, self.width, wide)
        path.write_text(BLOCK + self.earlier + step.replace("{tall}", text), encoding="utf-8")
        if self.statement:
            said = SET.format_map(self.statement).replace("{tall}", text)
            (path.parent / "statements").mkdir(exist_ok=True)
            (path.parent / "statements" / "passen.toml").write_text(said, encoding="utf-8")
        return path

    def put(self, state: State, block: Path) -> State:
        """Put a group on this page of a block, whether its texts fit or not."""
        scenario = composed(block)
        return state.replace(
            scenario=scenario,
            registers={name: dict(entries) for name, entries in self.registers.items()},
            before=self.before,
            at=Position(scenario.uses[0].id, "stap"),
        )


def tall(rows: int, width: int, wide: int = 0) -> str:
    """Give a text that takes so many rows of this width."""
    return " ".join(row(number, width, wide) for number in range(1, rows + 1))


def row(number: int, width: int, wide: int = 0) -> str:
    """Give a word that takes a row by itself: two of them are wider than one."""
    return f"r{number}".ljust(wide or (width + 1) // 2, "x")
