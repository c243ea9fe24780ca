"""A choice in the message: what was chosen, and that the rest waits."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.kinds.message_facet import KindMessage, MessagePart, Topic
from facilitator.scenario.model import Use, key_of
from facilitator.session.state import State
from facilitator.steps.choose.kind import ChooseLeaves, ChooseStep
from facilitator.text import stopped
from facilitator.words import Words


def _parts(state: State, use: Use, step: ChooseStep, t: Words, _today: date) -> list[MessagePart]:
    """Give the choice whole: half of it would be another choice. Between given answers nothing waits.

    What the room was asked stands over it where that is a question: of a worry alone one would not know
    whether it was chosen to begin with.
    """
    left = ChooseLeaves.model_validate(state.result(key_of(use, step)))
    chosen = [left.texts.get(name, name) for name in left.chosen]
    if not chosen:
        return []
    asks = step.title.endswith("?")
    if step.among == "options":
        key = "choose.message.answer" if asks else "choose.message.about"
        said = t(key, title=step.title, chosen=" ".join(map(stopped, chosen)))
        return [MessagePart(Topic.ANSWERED, said)]
    lines = [t("choose.message.line", text=text) for text in chosen]
    waiting = [name for name in left.texts if name not in left.chosen]
    why = all(left.waits.get(name) for name in waiting)
    rest = [t(f"choose.message.{'rest_why' if why else 'rest'}")] if waiting else []
    heading = step.title if asks else t("choose.message.chosen")
    return [MessagePart(Topic.CHOSEN, "\n".join([heading, *lines, *rest]))]


MESSAGE: Final = KindMessage[ChooseStep](parts=_parts)
