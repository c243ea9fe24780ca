"""Two votes on one statement, to be shown under each other: of this evening, or of an earlier one and now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from textual.content import Content

from facilitator.session.rounds import Finding, Shown
from facilitator.steps.statements.drawing.row_blocks import wrapped
from facilitator.words import Words


@dataclass(frozen=True)
class Way:
    """A way to show what changed."""

    words: Sequence[Content] = ()
    faint: bool = False
    """Whether the earlier answers stand faintly under the later ones."""
    ends: bool = False
    """Whether the numbers that agree stand at the end of the rows, as 4→6."""


@dataclass(frozen=True)
class Pair:
    """The vote that is shown, and the one before it."""

    now: Shown
    then: Shown
    called: str
    """How the one before it is called: "eerst", "in maart"."""
    told: Finding | None
    """What was told of the change; without it there are no numbers to compare."""
    of_earlier_session: bool = False

    def ways(self, titles: Sequence[tuple[str, str]], width: int, t: Words) -> list[Way]:
        """Give the ways to show the change, from roomy to short; ``titles`` are groups with their names."""
        if self.told is None:
            return [Way(faint=True), Way()]
        lines = self.told.wall.split("\n")[:-1]
        whole = [row for line in lines for row in wrapped(line, width)]
        short = wrapped("; ".join(self._in_short(titles, t)), width)
        return [Way(whole, faint=True), Way(short, faint=True), Way(short), Way(ends=True)]

    def _in_short(self, titles: Sequence[tuple[str, str]], t: Words) -> list[str]:
        """Give per group what it was and is, in as few words as can be."""
        said: list[str] = []
        for name, title in titles:
            found = self._change(name)
            if found is not None:
                same = "_same" if found.before_of == found.after_of else ""
                values = {"group": title, "then": self.called, **asdict(found)}
                said.append(t(f"statements.then_now{same}", **values))
        return said

    def end(self, group: str) -> str:
        """Give how many agreed and agree now, as 4→6; with how many answered where that is not the same."""
        found = self._change(group)
        if found is None:
            return ""
        if found.before_of == found.after_of:
            return f"{found.before}→{found.after}"
        return f"{found.before}/{found.before_of}→{found.after}/{found.after_of}"

    def _change(self, group: str) -> _Change | None:
        """Give the numbers of a group as they were told; None where they were not."""
        numbers = self.told.numbers if self.told else {}
        keys = (f"{group}-first-agree", f"{group}-first-of", f"{group}-now-agree", f"{group}-now-of")
        found = [numbers[key] for key in keys if key in numbers]
        return _Change(*found) if len(found) == len(keys) else None


@dataclass(frozen=True)
class _Change:
    """How many of a group agreed, and agree now."""

    before: int
    before_of: int
    after: int
    after_of: int
