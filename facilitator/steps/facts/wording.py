"""How figures and stories read on the wall."""

from __future__ import annotations

from facilitator.session.registers import Fact
from facilitator.session.state import State
from facilitator.steps.facts.findings import TOTAL, missing, origin
from facilitator.words import Words


def about(fact: Fact, t: Words) -> list[str]:
    """Give what is known of a figure besides what it counts, a line each; and what is not, as a question."""
    where = " · ".join(part for part in (origin(fact), fact.area) if part)
    compared = t("facts.compared", what=fact.compared) if fact.compared else ""
    return [line for line in (where, compared, of_whom(fact, t)) if line]


def of_whom(fact: Fact, t: Words) -> str:
    """Ask of whom a figure is, or of which year, where that is not known."""
    lacks = missing(fact)
    return t(f"facts.missing.{lacks}") if lacks else ""


def teller(state: State, perspective: str | None) -> str:
    """Give the title of the perspective from which a story was told; empty without one."""
    found = state.scenario.perspective(perspective or "")
    return found.title if found else ""


def group(state: State, who: str, t: Words) -> str:
    """Give the title of a perspective, or of all together."""
    if who == TOTAL:
        return t("facts.team" if state.scenario.alone else "facts.everyone")
    return teller(state, who) or who
