"""A group goes through open questions: what it presses and types, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facilitator.scenario.model import Use
from facilitator.session.state import State
from facilitator.steps.questions.commands import asked
from facilitator.steps.questions.kind import QuestionsStep
from tests.walks.player import Player, left_in
from tests.walks.walk import Walk


async def _play(walk: Walk) -> None:
    """Answer each question, and let someone see it differently where that is asked."""
    if walk.field is None:  # all questions at once, or what they are about: the first, and then on
        down = 0 if walk.visit("chosen") == 0 else len(walk.state.items()) + len(walk.state.tasks())
        await walk.press(*["down"] * down, "enter")
        return
    differs = walk.page == "?differs"
    await walk.say("differs" if differs else "answer")
    if not differs and walk.visit("questions") == 0:
        await walk.say("answer")
    await walk.press("enter")


def _leaves(_before: State, after: State, use: Use, step: QuestionsStep) -> bool:
    answered = {each["question"] for each in left_in(after, use, step, "answers")}
    return answered == {each.id for each in asked(after, use, step)}


def _reads(after: State, use: Use, step: QuestionsStep) -> Iterator[str]:
    yield from (text for question in asked(after, use, step) for text in (question.text, question.hint))


PLAYER: Final = Player[QuestionsStep](play=_play, leaves=_leaves, reads=_reads, reported=True)
