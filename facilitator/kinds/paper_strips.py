"""Pieces of paper with their height, so that pages can be made of them that are known to be full or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from facilitator.kinds.paper_faces import Face
from facilitator.markup import Markup, h

WIDE: Final = 186.0
"""Millimetres for what stands on a page."""
COLUMN: Final = 158.0
"""Millimetres for what stands beside the time on the run sheet."""


@dataclass(frozen=True)
class Strip:
    """A piece that is never broken over two pages."""

    html: Markup
    high: float
    """In millimetres; rather too much than too little."""
    clings: bool = False
    """Whether it stays with what comes after it, as a heading does."""
    opens: bool = False
    """Whether something begins here, so that it is a good place for a new page."""
    again: Strip | None = None
    """What is said once more above it, where it is the first of a page."""
    line: float = 0.0
    """How much higher it is with another line to write on; 0 where it has as many as it needs."""
    longer: Callable[[int], Markup] | None = None
    """Gives it with so many lines more."""

    def grown(self, lines: int) -> Strip:
        """Give it with so many lines more to write on."""
        if not lines or self.longer is None:
            return self
        return replace(self, html=self.longer(lines), high=self.high + lines * self.line)


def text(face: Face, said: str, wide: float = COLUMN, *, tag: str = "p") -> Strip:
    """Give one line of text, or more where it does not fit on one."""
    return Strip(h(tag, said, class_=face.name), face.high(said, wide))


def clinging(strip: Strip) -> Strip:
    """Give a strip that stays with what comes after it."""
    return replace(strip, clings=True)


def together(strips: Iterable[Strip], class_: str = "", *, more: float = 0.0) -> Strip:
    """Give strips as one that is not broken, ``more`` millimetres higher than they are.

    Where it gets more lines to write on, they go to the first of the strips that can have them.
    """
    held = list(strips)
    growing = next((at for at, strip in enumerate(held) if strip.line), None)

    def drawn(lines: int) -> Markup:
        pieces = (strip.grown(lines if at == growing else 0).html for at, strip in enumerate(held))
        return h("div", *pieces, class_=class_ or None)

    whole = Strip(drawn(0), sum(strip.high for strip in held) + more)
    return whole if growing is None else replace(whole, line=held[growing].line, longer=drawn)


def under(head: Sequence[Strip], strips: Sequence[Strip], again: Strip | None = None) -> list[Strip]:
    """Give strips with a heading that stays with the first, and is said again where they go on.

    Args:
        head: what stands above them.
        strips: what goes on over pages.
        again: what is said above them on a next page.
    """
    opening, *others = head
    heading = [replace(opening, opens=True), *others]
    return [
        *(map(clinging, heading) if strips else heading),
        *(replace(strip, again=again) for strip in strips),
    ]
