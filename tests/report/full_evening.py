"""An evening with more than a first page can hold, and lines as long as they can be."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.session.registers import Parked
from facilitator.session.state import State
from tests.report.hostile import with_text
from tests.report.made_up import agreement, evening, registers

AGREEMENTS: Final = 12
QUESTIONS: Final = 40
LONGEST: Final = 300
"""Characters that a line can have."""
LONG: Final = {
    "words": ("Een zin die lang doorloopt over de straat " * 9)[:LONGEST],
    "no blanks": "w" * LONGEST,
    "narrow": "i " * (LONGEST // 2),
    "wide": "W" * LONGEST,
    "capitals": ("AAN HET PLEIN OM HALF ACHT " * 12)[:LONGEST],
    "Chinese": "漢字" * (LONGEST // 2),
    "address": ("buurt.example/wijk-en-straat?een=1&twee=2/" * 8)[:LONGEST],
}


def full(said: str = "", agreements: int = AGREEMENTS, questions: int = QUESTIONS) -> State:
    """Give an evening with so many agreements and questions without an answer; ``said`` everywhere."""
    made = {
        f"agree{n:03}": agreement(
            f"Afspraak {n} over iets in de buurt", who="wijkteam en bewonersgroep", due=date(2026, 12, 1)
        )
        for n in range(agreements)
    }
    asked = [f"Vraag {n} aan de gemeente?" for n in range(questions)]
    parked = {f"park{n:04}": Parked(text=each, unknown=True) for n, each in enumerate(asked)}
    state = evening(registers={**registers(), "agreements": made, "parked": parked})
    if not said:
        return state
    closing = {"next_date": "2027-02-13", "next_venue": said, "contact": said}
    state = with_text(state, said)
    return state.replace(results={**state.results, "session/closing": closing})
