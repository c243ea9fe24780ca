"""Whether what a group was told of a vote still follows from the counts that stand beside it. Pure.

What was told is kept as it was told, so a file can be changed on one side only. With the method that told it,
it is worked out again and compared: what was found, its numbers, and the counts in its sentences; not the
words, which may be said better later. With another method nothing can be said, and nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from facilitator.insight.statistics import METHOD
from facilitator.scenario.model import Use
from facilitator.session.rounds import Finding, Round
from facilitator.session.state import State
from facilitator.steps.statements.commands import last_before, told
from facilitator.steps.statements.kind import StatementsStep
from facilitator.words import Words

_COUNTS: Final = re.compile(r"(\d+) \w+ (\d+)")
"""``4 van 7``, ``4 of 7``."""
_AROUND: Final = frozenset({"nobody", "other-question", "earlier"})
"""What is told because of more than the counts of the vote: who was there, what an earlier session showed."""


def not_as_counted(state: State, use: Use, step: StatementsStep) -> Iterator[Round]:
    """Give the votes of a step of which what was told does not follow from the counts."""
    for vote in _told(state, use, step):
        if vote.method != METHOD:
            continue
        again = told(state, use, step, vote, Words(state.scenario.language))
        if not all(_follows(finding, vote, again, state) for finding in vote.findings):
            yield vote


def told_otherwise(state: State, use: Use, step: StatementsStep) -> list[str]:
    """Give the methods, other than the one of now, with which votes of a step were told."""
    return sorted({vote.method for vote in _told(state, use, step)} - {METHOD})


def _told(state: State, use: Use, step: StatementsStep) -> Iterator[Round]:
    for vote in state.rounds_of(f"{use.id}/{step.id}"):
        if vote.status == "revealed" and vote.shown is not None:
            yield vote


def _follows(said: Finding, vote: Round, again: Iterable[Finding], state: State) -> bool:
    if said.code in _AROUND or (said.code == "second-vote" and last_before(state, vote) is None):
        return True
    titles = [perspective.title for perspective in state.scenario.perspectives]
    return any(
        (finding.about, finding.code) == (said.about, said.code)
        and said.numbers.items() <= finding.numbers.items()
        and (state.before is not None or _counts_in(said, titles) <= _counts_in(finding, titles))
        for finding in again
    )


def _counts_in(finding: Finding, titles: Sequence[str]) -> set[tuple[str, ...]]:
    """Give the counts that stand in the sentences, each with the groups that are named before it."""
    return {
        (*(title for title in titles if title in line[: found.start()]), *found.groups())
        for line in f"{finding.wall}\n{finding.notes}".split("\n")
        for found in _COUNTS.finditer(line)
    }
