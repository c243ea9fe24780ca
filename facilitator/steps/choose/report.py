"""A choice in a report: what was chosen, what was left and why, and who sees it differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Items, Paragraph, Part
from facilitator.kinds.report_facet import Answering, Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.state import State
from facilitator.steps.choose.kind import ChooseLeaves, ChooseStep
from facilitator.steps.choose.message_parts import MESSAGE
from facilitator.words import Words


def _answer(state: State, use: Use, step: ChooseStep, t: Words) -> list[str]:
    """Give what was chosen, under the question of the step; between given answers nothing is chosen."""
    left = ChooseLeaves.model_validate(state.result(key_of(use, step)))
    chosen = [left.texts.get(name, name) for name in left.chosen]
    if not chosen or step.among == "options":
        return []
    asks = step.title.endswith("?") and step.title != state.scenario.purpose
    return [step.title if asks else t("choose.report.chosen"), *chosen]


def _parts(state: State, use: Use, step: ChooseStep, t: Words) -> list[Part]:
    """Give the choice as everything read when it was made; nothing when there was none to make."""
    result = state.result(key_of(use, step))
    if not result:
        return []
    left = ChooseLeaves.model_validate(result)
    chosen = [left.texts.get(name, name) for name in left.chosen]
    if step.among == "options" and chosen:
        return [*_so_it_is(chosen, left, t), *_differs(left, t)]
    found: list[Part] = [Paragraph(t(f"choose.report.{'chosen' if chosen else 'nothing'}"))]
    found += [Items(chosen)] if chosen else []
    if waiting := [
        _left(name, text, left, t) for name, text in left.texts.items() if name not in left.chosen
    ]:
        found += [Paragraph(t("choose.report.left")), Items(waiting)]
    return [*found, *_differs(left, t)]


def _so_it_is(chosen: Sequence[str], left: ChooseLeaves, t: Words) -> list[Part]:
    """Say how it is here; of given answers nothing waits, but a reason that was typed is kept."""
    said = t("choose.report.so_it_is", chosen="; ".join(text.rstrip(".") for text in chosen))
    reasons = [_left(name, left.texts.get(name, name), left, t) for name in left.waits]
    return [Paragraph(said), *([Items(reasons)] if reasons else [])]


def _differs(left: ChooseLeaves, t: Words) -> list[Part]:
    said = [t("choose.report.differs", text=differ.text) for differ in left.differs]
    return [Items(said)] if said else []


def _left(name: str, text: str, left: ChooseLeaves, t: Words) -> str:
    why = left.waits.get(name, "")
    return t("choose.report.waits", text=text, why=why) if why else text


REPORT: Final = KindReport[ChooseStep](
    chapter=Chapter.SAID,
    message=MESSAGE,
    answering=lambda _step: Answering.CHOOSES,
    answer=_answer,
    parts=_parts,
)
