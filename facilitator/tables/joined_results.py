"""What steps left at tables, as one where their kind can make one of it; else it is told per table. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import JsonValue

from facilitator.kinds.tables_facet import Fields, tables_of
from facilitator.scenario.model import Kinds, Step, key_of
from facilitator.session.earlier_meetings import KeptWords
from facilitator.session.merged_tables import LeftOut
from facilitator.session.personal_details import personal_details, shown_details
from facilitator.session.session_leaves import CLOSING, DETAILS, HATS, PEOPLE, SESSION_LEAVES, Details, Hats
from facilitator.session.state import State
from facilitator.words import Words

NEXT: tuple[str, ...] = ("next_date", "next_time", "next_venue", "object_until")
"""What tables may have settled each for itself at the end."""


@dataclass
class JoinedResults:
    """What the steps of a session left that is made of tables."""

    results: dict[str, Mapping[str, JsonValue]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    kept: dict[int, list[KeptWords]] = field(default_factory=dict)
    """Per table what its steps left that is told of it alone."""


def join_results(base: State, tables: Sequence[State], kinds: Kinds) -> JoinedResults:
    """Join what each step of ``base`` left, and what the tables settled outside their steps."""
    joined = JoinedResults()
    for use, step in base.scenario.places():
        key = key_of(use, step)
        left = {n: state.result(key) for n, state in enumerate(tables, 1) if state.result(key)}
        for n in [n for n in left if not _is_same_step(tables[n - 1], key, step)]:
            joined.left_out.append(LeftOut(why="no-step", table=n, key=key))
            del left[n]
        if left:
            _join_step(key, step, left, kinds, joined, Words(base.scenario.language))
    for number, state in enumerate(tables, 1):
        elsewhere = [key for key in state.results if key not in SESSION_LEAVES and base.find(key) is None]
        joined.left_out += [LeftOut(why="no-step", table=number, key=key) for key in elsewhere]
    _join_leaves(tables, joined)
    return joined


def _is_same_step(state: State, key: str, step: Step) -> bool:
    found = state.find(key)
    return found is not None and found[1].kind == step.kind


def _join_step(
    key: str, step: Step, left: Mapping[int, Fields], kinds: Kinds, joined: JoinedResults, t: Words
) -> None:
    facet = tables_of(step.kind)
    fields = facet.join(step, [*left.values()])
    if fields is not None:
        if fields:
            joined.results[key] = fields
        return
    joined.left_out.append(LeftOut(why="differs", key=key))
    kind = kinds[step.kind]
    for number, each in left.items():
        if facet.said:
            lines = [*facet.said(step, each, t)]
        else:
            lines = kind.keeps(step, kind.leaves.model_validate(each)) if kind.keeps else []
        if lines:
            words = KeptWords(topic=step.id, title=step.title, lines=lines)
            joined.kept.setdefault(number, []).append(words)


# -- what a session holds outside its steps


def _join_leaves(tables: Sequence[State], joined: JoinedResults) -> None:
    closing = _closing(tables, joined)
    joined.results[CLOSING] = closing
    hats: dict[str, int] = {}
    for state in tables:
        for hat, count in state.hats().items():  # of fewer than three nothing is left at a table
            hats[hat] = hats.get(hat, 0) + count
    if hats:
        joined.results[HATS] = Hats(counted=hats).model_dump()
    if details := _details(tables):
        joined.results[DETAILS] = details.model_dump()
    settled = [state.result(PEOPLE) for state in tables if state.result(PEOPLE)]
    if settled and all(each == settled[0] for each in settled):
        joined.results[PEOPLE] = settled[0]


def _closing(tables: Sequence[State], joined: JoinedResults) -> dict[str, JsonValue]:
    """Give the end of the evening: the next meeting, where all tables that settled one mean the same."""
    said = [{name: value for name in NEXT if (value := state.result(CLOSING).get(name))} for state in tables]
    settled = [each for each in said if each]
    if settled and any(each != settled[0] for each in settled):
        joined.left_out.append(LeftOut(why="next-time"))
        settled = []
    return {**(settled[0] if settled else {}), "finished": True}


def _details(tables: Sequence[State]) -> Details | None:
    """Give what may be shown of persons: what every table where it was said chose to show."""
    said = [state.details() for state in tables]
    decided = dict.fromkeys(text for each in said for text in each.decided)
    refused = {text for each in said for text in each.decided if text not in each.shown}
    for state in tables:
        shown_there = set(shown_details(state))
        refused |= {detail.text for detail in personal_details(state) if detail not in shown_there}
    shown = dict.fromkeys(text for each in said for text in each.shown if text not in refused)
    return Details(decided=[*decided], shown=[*shown]) if decided or shown else None
