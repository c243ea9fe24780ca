"""What may be asked about the agreements of a group: always a question, never a refusal.

Each finding is a question for the wall. ``about`` is the id of the agreement it is about; empty for all of
them together. Sources: docs/domain.md 3.2, 3.3, P10, P15.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from facilitator.scenario.model import RESIDENTS, Scenario
from facilitator.session.actor_names import same_name
from facilitator.session.affiliation import affiliation_of_owner
from facilitator.session.registers import Agreement
from facilitator.session.rounds import Finding
from facilitator.session.state import State
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.text import mentions
from facilitator.words import Words

Standing = Literal[
    "objection",
    "later",
    "idea",
    "no-objection",
    "not-yet",
    "done",
    "stopped",
    "postponed",
    "not-needed",
    "unknown",
]

FEWEST_TO_COMPARE: Final = 2
"""With one agreement there is no balance to ask about."""


def findings(state: State, step: AgreementsStep, t: Words) -> list[Finding]:
    """Give the questions about all agreements together, then those about each of them, in their order.

    They are about what was made now: what came over from an earlier meeting was asked about there.
    """
    going = {
        name: agreement
        for name, agreement in state.made_now().items()
        if agreement.status in {"open", "busy"}
    }
    found = _together(going, step, state, t)
    for name, agreement in going.items():
        found += [_ask(code, t, about=name) for code in _questions_about(agreement, state, t)]
    return found


def standing(agreement: Agreement) -> Standing:
    """Give in one word how an agreement stands."""
    if agreement.status in {"done", "stopped", "postponed", "not-needed", "unknown"}:
        return agreement.status
    statuses = {objection.status for objection in agreement.objections}
    if "open" in statuses:
        return "objection"
    if "later" in statuses:
        return "later"
    if agreement.firmness == "idea":
        return "idea"
    return "no-objection" if agreement.heard == "no-objection" else "not-yet"


def _together(going: Mapping[str, Agreement], step: AgreementsStep, state: State, t: Words) -> list[Finding]:
    firm = {name: agreement for name, agreement in going.items() if agreement.firmness != "idea"}
    found: list[Finding] = []
    if len(firm) > step.most:
        found.append(_ask("too-many", t, n=len(firm), most=step.most))
    owners = [affiliation_of_owner(agreement.who, state) for agreement in firm.values()]
    if len(firm) >= FEWEST_TO_COMPARE and 2 * owners.count("municipality") > len(firm):
        found.append(_ask("municipality-most", t))
    elif len(firm) >= FEWEST_TO_COMPARE and "residents" not in owners and _has_residents(state.scenario):
        found.append(_ask("no-residents", t))
    if firm and not any(agreement.first_step for agreement in going.values()):
        found.append(_ask("no-first-step", t))
    return found


def _questions_about(agreement: Agreement, state: State, t: Words) -> list[str]:
    codes = []
    if standing(agreement) in {"objection", "later"}:
        codes.append(f"open-{standing(agreement)}")
    if not agreement.who:
        codes.append("no-owner")
    elif are_several(agreement.who, state):
        codes.append("several-owners")
    if agreement.due is None:
        codes.append("no-date")
    if mentions(agreement.what, t.lines("agreements.find.vague")):
        codes.append("vague")
    return codes


def are_several(who: str, state: State) -> bool:
    """Tell whether an owner seems to be more than one; not where a party on the map is called so."""
    if same_name(state.actors(), who):
        return False
    return len([part for part in _BETWEEN_OWNERS.split(who) if part.strip()]) > 1


_BETWEEN_OWNERS: Final = re.compile(r"[,;/+&]| en | and ", re.IGNORECASE)


def _ask(code: str, t: Words, about: str = "", **values: int) -> Finding:
    return Finding(code=code, about=about, wall=t(f"agreements.finding.{code}", **values), numbers=values)


def _has_residents(scenario: Scenario) -> bool:
    return any(scenario.perspective(name) for name in RESIDENTS)
