"""What a report does not know, and says so: who was not there, what was not reached, what stays unsure."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.document import Items, Paragraph, Part
from facilitator.kinds.report_facet import report_of
from facilitator.scenario.model import RESIDENTS, Perspective, key_of
from facilitator.session.parked_lines import open_lines
from facilitator.session.state import State
from facilitator.text import stopped
from facilitator.words import Words
from facilitator.words.dates import say_date


def residents_of(state: State) -> list[Perspective]:
    return [perspective for perspective in state.scenario.perspectives if perspective.id in RESIDENTS]


def without_residents(state: State) -> bool:
    """Tell whether people were counted and none of them as a resident, at the end or in any vote."""
    everyone = [state.people, *(vote.expected for vote in state.rounds.values() if vote.status != "voided")]
    counted = {who for people in everyone for who, count in people.items() if count}
    return bool(counted) and not counted & RESIDENTS


def not_reached(state: State, t: Words) -> list[Part]:
    """Give the steps that were never begun, those that were left out beforehand apart."""
    planned = set(state.keys())
    steps = [
        (key_of(use, step), t("report.step", title=step.title, n=step.minutes))
        for use, step in state.scenario.places()
        if report_of(step.kind).is_missed(step)
    ]
    missed = [line for key, line in steps if key in planned and key not in state.begun]
    left_out = [line for key, line in steps if key not in planned and key not in state.begun]
    parts: list[Part] = [Items(missed)] if missed else []
    if left_out:
        parts += [Paragraph(t("report.left_out")), Items(left_out)]
    return parts


def unsure(state: State, t: Words) -> list[str]:
    """Give what stays unsure, a sentence each."""
    lines = [*_absent(state, t), *_few_residents(state, t), *_late(state, t)]
    for use, step in state.scenario.places():
        lines += report_of(step.kind).unknown(state, use, step, t)
    return list(dict.fromkeys([*lines, *_open(state, t)]))


def _open(state: State, t: Words) -> list[str]:
    """Give what nobody knew tonight, with who finds out and by when; older ones stand with what changed."""
    lines = [line for name, line in open_lines(state, unknown=True).items() if not state.came_from(name)]
    return [
        " ".join(
            [
                t("report.open_who" if line.who else "report.open", what=stopped(line.text), who=line.who),
                *([t("report.due", date=say_date(line.due, t.language))] if line.due else []),
            ]
        )
        for line in lines
    ]


def _absent(state: State, t: Words) -> list[str]:
    return [t("report.absent", group=perspective.title) for perspective in absent_from(state)]


def absent_from(state: State) -> list[Perspective]:
    """Give the perspectives of which nobody was there or answered; none where nobody was counted."""
    answered = answered_by(state)
    if not state.present and not answered:
        return []
    return [
        perspective
        for perspective in state.scenario.perspectives
        if not state.people.get(perspective.id) and not answered.get(perspective.id)
    ]


def answered_by(state: State) -> Mapping[str, int]:
    """Give how many answered from each perspective, in the vote with most of them: ballots, not people.

    Who came after the vote did not answer. Where ballots are not kept per perspective, who were there when
    the vote opened stands in for them; nothing when there was no vote.
    """
    found: dict[str, int] = {}
    for vote in state.rounds.values():
        if vote.shown is None or vote.side == "back":
            continue
        kept = {group.group: group.ballots for group in vote.shown.groups}
        for who, there in vote.expected.items():
            if who not in vote.silent:
                found[who] = max(found.get(who, 0), kept.get(who, there))
    return {who: count for who, count in found.items() if count}


def _few_residents(state: State, t: Words) -> list[str]:
    """Say so when residents are outnumbered two to one (docs/domain.md 6.4)."""
    answered = answered_by(state)
    counted = answered or state.people
    count, everyone = (
        sum(counted.get(resident.id, 0) for resident in residents_of(state)),
        sum(counted.values()),
    )
    if not count or 3 * count >= everyone:
        return []
    return [t(f"report.few_residents.{'answered' if answered else 'present'}", n=count, all=everyone)]


def _late(state: State, t: Words) -> list[str]:
    """Say how many came after the last vote: they are among who were there, and not among who answered."""
    votes = [vote for vote in state.rounds.values() if vote.shown is not None]
    if not votes:
        return []
    last = votes[-1]
    late = {
        perspective.title: state.people.get(perspective.id, 0) - last.expected.get(perspective.id, 0)
        for perspective in state.scenario.perspectives
        if perspective.id not in last.silent
    }
    return [t("report.late", n=count, group=group) for group, count in late.items() if count > 0]
