"""How figures and stories read on the wall."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from facilitator.session.registers import Fact
from facilitator.session.state import State
from facilitator.steps.facts.findings import TOTAL, Card, missing, origin, said_earlier
from facilitator.words import Words
from facilitator.words.dates import say_since


def about(fact: Fact, t: Words) -> list[str]:
    """Give what is known of a figure besides what it counts, a line each; and what is not, as a question."""
    where = " · ".join(part for part in (origin(fact), fact.area, fact.where) if part)
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


def answers(state: State, card: Card, whose: Iterable[str], t: Words) -> str:
    """Give earlier answers in a row, each with its day where that was kept: "bewoners: nee (12 maart)"."""
    days = said_earlier(state, card)
    found: list[str] = []
    for who in whose:
        said = {"who": group(state, who, t), "answer": t(f"facts.answer.{card.recognised[who]}")}
        day = days.get(who)
        dated = t("facts.earlier.answer", when=when(state, day, t), **said) if day else ""
        found.append(dated or t("facts.earlier.undated", **said))
    return ", ".join(found)


def when(state: State, day: date | None, t: Words) -> str:
    """Give the day of an earlier answer; "eerder" where it was not kept."""
    return say_since(day, state.about.day, t.language) if day else t("facts.earlier.before")


def group(state: State, who: str, t: Words) -> str:
    """Give the title of a perspective, or of all together."""
    if who == TOTAL:
        return t("facts.team" if state.scenario.alone else "facts.everyone")
    return teller(state, who) or who
