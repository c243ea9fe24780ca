"""The letters that paper is set in: how large, how far apart their lines, and the room above and below.

The style sheet of paper is given these sizes, so that what is counted here is what a browser sets. Nothing is
smaller than ten points, and what is read by all is twelve at least.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from facilitator.kinds.paper_letters import count_lines


@dataclass(frozen=True)
class Face:
    """One size of letters, in millimetres besides the points."""

    name: str
    """Its class in the style sheet."""
    points: float
    line: float
    """From one line to the next."""
    bold: bool = False
    above: float = 0.0
    below: float = 0.0

    def high(self, text: str, wide: float) -> float:
        """Give how high a text stands in a column so many millimetres wide."""
        return self.above + self.lines(text, wide) * self.line + self.below

    def lines(self, text: str, wide: float) -> int:
        return count_lines(text, self.points, wide, bold=self.bold)

    @property
    def css(self) -> str:
        weight = 700 if self.bold else 400
        font = f"font-size:{self.points}pt;line-height:{self.line}mm;font-weight:{weight}"
        return f".{self.name}{{{font};padding-top:{self.above}mm;padding-bottom:{self.below}mm}}"


HEADLINE: Final = Face("headline", 26, 10.2, bold=True, below=2)
TITLE: Final = Face("title", 21, 8.6, bold=True, below=2.4)
WHY: Final = Face("why", 12, 5.5, below=3.6)
HEADING: Final = Face("heading", 15, 6.4, bold=True, above=3.6, below=0.8)
PLAIN: Final = Face("plain", 12, 5.6)
STRONG: Final = Face("strong", 12, 5.6, bold=True)
SMALL: Final = Face("quiet", 10.5, 4.4)

WHERE: Final = Face("where", 13.5, 6.2)
ENDS: Final = Face("ends", 16, 7, bold=True, above=3.2)
ITEM: Final = Face("item", 12.5, 5.7)
ITEM_END: Final = Face("item-end", 12.5, 5.7, below=1)
LEAD: Final = Face("lead", 12.5, 5.7, above=1, below=1)
STEP: Final = Face("step", 16.5, 7, bold=True, above=3, below=1)
AGAIN: Final = Face("again", 12, 5.6, below=2)
ROOM: Final = Face("room", 13, 6)
ROOM_END: Final = Face("room-end", 13, 6, below=1.6)
NOTE: Final = Face("note", 12.5, 5.7)
NOTE_END: Final = Face("note-end", 12.5, 5.7, below=1.6)
LABEL: Final = Face("label", 10.5, 4.5, above=0.6)

COUNTED: Final = Face("counted-name", 16, 7, bold=True)
"""Who is counted by hand."""
STATEMENT: Final = Face("statement", 12, 4.9, bold=True)
ANSWER: Final = Face("answer", 12, 4.5)
HOW: Final = Face("how", 12, 5, above=1.6)
ONWARD: Final = Face("onward", 12, 5, bold=True, above=1.6)
"""What comes after one side of a ballot."""

OTHER: Final = Face("other", 13, 6.2)
"""The second language of a ballot: other scripts stand smaller, and higher, in letters of the same size."""
OTHER_ANSWER: Final = Face("other-answer", 12, 5.4)

EASY: Final = Face("easy", 17, 7.2, bold=True)
"""For who reads little nothing is smaller than fourteen points, but for the numbers of pages."""
EASY_OTHER: Final = Face("easy-other", 17, 8)
EASY_ANSWER: Final = Face("easy-answer", 14, 5.8)
EASY_OTHER_ANSWER: Final = Face("easy-other-answer", 14, 6.4)
EASY_TITLE: Final = Face("easy-title", 14, 5.8, bold=True, below=1)
EASY_HOW: Final = Face("easy-how", 14, 5.8, above=1.6)
EASY_ONWARD: Final = Face("easy-onward", 14, 5.8, bold=True, above=1.6)

ALOUD: Final = Face("aloud", 22, 11, above=2, below=1)
"""What is read aloud, with its marks. Counted as if all of it were bold."""
ALOUD_OTHER: Final = Face("aloud-other", 20, 10, below=1)
ALOUD_HOW: Final = Face("aloud-how", 14, 6.4, below=1)

FACES: Final = (
    *(HEADLINE, TITLE, WHY, HEADING, PLAIN, STRONG, SMALL),
    *(WHERE, ENDS, ITEM, ITEM_END, LEAD, STEP, AGAIN, ROOM, ROOM_END, NOTE, NOTE_END, LABEL),
    *(COUNTED, STATEMENT, ANSWER, HOW, ONWARD, OTHER, OTHER_ANSWER),
    *(EASY, EASY_OTHER, EASY_ANSWER, EASY_OTHER_ANSWER, EASY_HOW, EASY_ONWARD, EASY_TITLE),
    *(ALOUD, ALOUD_OTHER, ALOUD_HOW),
)


def css_of(faces: tuple[Face, ...] = FACES) -> str:
    """Give the rules of the style sheet for these letters."""
    return "\n".join(face.css for face in faces)
