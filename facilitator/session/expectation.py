"""Who and what there is, for how long the steps to come take (docs/domain.md 4.9). Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facilitator.scenario.duration import Expected
from facilitator.scenario.model import Kinds, key_of
from facilitator.scenario.tight_steps import TightStep, tight_steps
from facilitator.session.carry_over import carry_over
from facilitator.session.parked_lines import open_lines
from facilitator.session.state import State


def expected_now(state: State) -> Expected:
    """Give who was counted, or until then for how many it is meant; and what stands in the registers."""
    made = len(state.made_now())
    sorts: Counter[str] = Counter(item.sort for item in state.items().values())
    there = {
        **sorts,
        "actors": len(state.actors()),
        "tasks": len(state.tasks()),
        "offers": len(state.contributions()),
        "agreements": made,
        "earlier": len(state.agreements()) - made,
        "open": len(open_lines(state)),
        "facts": len(state.facts()),
        "stories": len(state.stories()),
    }
    return Expected(state.present or state.scenario.people, there)


def expected_after(earlier: State, kinds: Kinds) -> Expected:
    """Give what a session that follows this one begins with."""
    carried = carry_over(earlier, kinds)
    begun = State(earlier.about, earlier.scenario)
    return expected_now(begun.replace(registers=carried.registers, before=carried.before))


def tight_to_come(state: State, kinds: Kinds) -> Sequence[TightStep]:
    """Give the steps that were not begun and have less time than they take with who and what is here."""
    places = [(use, step) for use, step in state.places() if key_of(use, step) not in state.begun]
    return list(tight_steps(places, state.scenario, kinds, expected_now(state)))
