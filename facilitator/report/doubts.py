"""Why what is made may not say what the group saw: the file was changed, contradicts itself, or hides."""

from __future__ import annotations

from facilitator.kinds.report_facet import report_of
from facilitator.session.personal_details import undecided
from facilitator.session.state import State
from facilitator.words import Words


def doubts(state: State, t: Words) -> list[str]:
    """Give every reason to doubt what a session says, a sentence each; none where all is as it was kept."""
    found = [t("report.changed_by_hand")] if state.changed_by_hand else []
    if state.before is not None and state.before.changed_by_hand:
        found.append(t("report.earlier_changed_by_hand"))
    return [*found, *_of_votes(state, t)]


def left_out(state: State, t: Words) -> list[str]:
    """Say how much was left out that looks like it belongs to one person, where nobody decided on it yet."""
    found = undecided(state)
    return [t("report.details_left_out", n=len(found))] if found else []


def doubts_in_brief(state: State, t: Words, *, known: bool = False) -> str:
    """Give the same in as few words as a screen has room for.

    ``known``: that the file was changed is said already.
    """
    earlier = state.before is not None and state.before.changed_by_hand
    short = {
        "changed_by_hand": state.changed_by_hand and not known,
        "earlier_changed_by_hand": earlier and not known,
        "not_as_counted": bool(_of_votes(state, t)),
    }
    return " ".join(t(f"report.in_brief.{name}") for name, holds in short.items() if holds)


def _of_votes(state: State, t: Words) -> list[str]:
    """Give a sentence for each step of which what the group was told does not fit what stands beside it."""
    return [
        line
        for use, step in state.scenario.places()
        for line in report_of(step.kind).doubts(state, use, step, t)
    ]
