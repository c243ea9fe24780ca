"""How an agreement reads on the wall."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.session.agreement_numbers import numbers
from facilitator.session.agreement_versions import standing_objections
from facilitator.session.conditions import conditions, say_conditions, says_when
from facilitator.session.due_dates import say_due
from facilitator.session.registers import Agreement
from facilitator.session.state import State
from facilitator.steps.agreements.findings import standing
from facilitator.words import Words
from facilitator.words.dates import say_date


def title(state: State, name: str, t: Words) -> str:
    """Give "Afspraak 2", or "Idee" for what has no number."""
    number = numbers(state).get(name)
    return t("agreements.title", n=number) if number else t("agreements.title_idea")


def when(agreement: Agreement, today: date, t: Words) -> str:
    """Give its date in words, or nothing."""
    return say_due(agreement, t.language, today)


def how_it_stands(agreement: Agreement, state: State, today: date, t: Words) -> str:
    """Give how it stands, and every condition under which it does, in a few words."""
    under = say_conditions(agreement, state.about.day, today, t, short=True)
    if agreement.firmness == "idea":
        under[0] = _what_it_needs(agreement, t)
    stands = standing(agreement)
    if stands not in {"objection", "later", "idea", "postponed"} and not (under and stands in ASKING):
        under.insert(0, t(f"agreements.standing.{stands}"))
    return ", ".join(under)


ASKING: Final = frozenset({"not-yet", "no-objection"})
"""Said of an agreement that stands under no condition."""


def _what_it_needs(idea: Agreement, t: Words) -> str:
    missing = "complete" if idea.who and idea.due else ""
    return t(f"agreements.standing_idea.{missing or ('when' if idea.who else 'who' if idea.due else 'both')}")


def details(agreement: Agreement, state: State, today: date, t: Words, *, short: bool) -> str:
    """Give who, when and how it stands, for a list; ``short`` where room is scarce."""
    dated = agreement.due is not None and not says_when(agreement, state.about.day)
    due = say_due(agreement, t.language, today, short=short) if dated else ""
    parts = [agreement.who, due, how_it_stands(agreement, state, today, t)]
    return " · ".join(part for part in parts if part)


def heard(agreement: Agreement, state: State, t: Words) -> str:
    """Give what was heard, with who were there; nothing before it was asked, or while objections tell it."""
    if not agreement.heard or standing_objections(agreement):
        return ""
    present = [
        f"{agreement.present[perspective.id]} {perspective.title}"
        for perspective in state.scenario.perspectives
        if agreement.present.get(perspective.id)
    ]
    said = t(f"agreements.heard.{agreement.heard}")
    return t("agreements.heard_by", said=said, people=", ".join(present)) if present else said


def objections(agreement: Agreement, state: State, t: Words) -> list[str]:
    """Give the objections that stand, a line each, with the perspective where the speaker wanted it."""
    lines = []
    for objection in standing_objections(agreement):
        found = state.scenario.perspective(objection.perspective or "")
        reason = objection.reason or t("agreements.reason_later")
        key = "agreements.objection_from" if found else "agreements.objection"
        lines.append(t(key, who=found.title if found else "", reason=reason))
    return lines


def versions(agreement: Agreement, today: date, t: Words) -> list[str]:
    """Give how the agreement read before, a line each, the last one first, with the day it was changed on."""
    lines = []
    for version in reversed(agreement.versions):
        due = say_date(version.due, t.language, today) if version.due else ""
        said = ", ".join(part for part in (version.what, version.who, due) if part) or t(
            "agreements.not_kept"
        )
        day = say_date(version.changed_on, t.language, today) if version.changed_on else ""
        lines.append(t("agreements.earlier_until" if day else "agreements.earlier", said=said, day=day))
    return lines


def changes(agreement: Agreement, state: State, today: date, t: Words) -> str:
    """Say that it reads otherwise than was heard, or is postponed; the objections have lines of their own."""
    codes = [condition.code for condition in conditions(agreement, state.about.day)]
    said = say_conditions(agreement, state.about.day, today, t)
    told = [
        each for code, each in zip(codes, said, strict=True) if code not in {"idea", "objection", "later"}
    ]
    return t("agreements.changes", said=", ".join(told)) if told else ""
