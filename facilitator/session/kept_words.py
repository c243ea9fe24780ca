"""What steps keep for later, as their ``keep`` says: in this meeting, and in those before it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.scenario.model import Kinds, key_of
from facilitator.session.earlier_meetings import KeptWords, Meeting
from facilitator.session.state import State


def kept_now(state: State, kinds: Kinds) -> Iterator[KeptWords]:
    """Give what was said in this meeting at steps that keep it, where something was said."""
    for use, step in state.places():
        kind = kinds[step.kind]
        if step.keep and kind.keeps:
            left = kind.leaves.model_validate(state.result(key_of(use, step)))
            if lines := kind.keeps(step, left):
                yield KeptWords(topic=step.keep, title=step.title, lines=lines)


def kept_before(state: State, topics: Sequence[str]) -> Iterator[tuple[Meeting, KeptWords]]:
    """Give what earlier meetings kept of these topics, oldest meeting first."""
    for meeting in state.meetings:
        for words in meeting.kept:
            if words.topic in topics:
                yield meeting, words


def newest_words(state: State, kinds: Kinds, topics: Sequence[str]) -> list[KeptWords]:
    """Give what was said last under each of these topics: at this meeting, or else at an earlier one."""
    said = [*(words for _, words in kept_before(state, topics)), *kept_now(state, kinds)]
    newest = {words.topic: words for words in said}
    return [newest[topic] for topic in topics if topic in newest]
