"""What can be done to the answers of a step: the state and an intent in, events or a problem out. Pure."""

from __future__ import annotations

from facilitator.problems import Problem
from facilitator.scenario.model import Kinds, Use
from facilitator.session.commands import Outcome, set_result
from facilitator.session.items import other_rounds
from facilitator.session.state import State
from facilitator.steps.questions.kind import Answer, Question, QuestionsLeaves, QuestionsStep
from facilitator.words import Words


def asked(state: State, use: Use, step: QuestionsStep) -> list[Question]:
    """Give the questions that are asked: all, or after a choice those about what was chosen.

    A question about nothing in particular is always asked. Nothing chosen yet: all are.
    """
    chosen = state.result(f"{use.id}/{step.of}").get("chosen") if step.of else None
    if not isinstance(chosen, list) or not chosen:
        return step.questions
    return [
        question for question in step.questions if question.about is None or question.about in chosen
    ] or step.questions


def things(state: State, use: Use, step: QuestionsStep) -> dict[str, str]:
    """Give what the group can choose to be asked about, by its id; first what only one side sees.

    Where a block is used twice, what was brought up in the other round is not among it.
    """
    if step.things is None:
        return {}
    entries = state.registers.get(step.things, {})
    here = [name for name in entries if not step.sorts or getattr(entries[name], "sort", "") in step.sorts]
    others = other_rounds(state, use)
    here = [name for name in here if getattr(entries[name], "use", None) not in others]
    here.sort(key=lambda name: not is_one_sided(state, name))
    return {name: text_of(state, name) for name in here}


def which(step: QuestionsStep, t: Words) -> str:
    """Ask what the questions are about, or what they are about now."""
    return t("questions.which_one" if step.about_one else "questions.which_each")


def is_one_sided(state: State, name: str) -> bool:
    """Tell whether one side sees a thing, and the others do not."""
    return name in state.items() and state.items()[name].shared == "one-side"


def text_of(state: State, name: str | None) -> str:
    """Give the words of a thing; empty when it is gone."""
    said = {
        **{each: item.text for each, item in state.items().items()},
        **{each: task.name for each, task in state.tasks().items()},
        **{each: fact.what for each, fact in state.facts().items()},
        **{each: story.text for each, story in state.stories().items()},
    }
    return said.get(name or "", "")


def cases(
    state: State, use: Use, step: QuestionsStep, question: Question, about: str | None = None
) -> list[str]:
    """Give what was answered before this question, in this block, and stays in sight from then on.

    In a step in which the group chose what the questions are about, what was answered about that.
    """
    found: list[str] = []
    for other in (other for other in use.steps if isinstance(other, QuestionsStep)):
        for asks in other.questions:
            if (other.id, asks.id) == (step.id, question.id):
                return found
            if asks.case:
                key = f"{use.id}/{other.id}"
                given = [answer for answer in answers(state, key) if answer.question == asks.id]
                found += [
                    answer.text
                    for answer in given
                    if not answer.differs and (other.id != step.id or answer.about == about)
                ]
    return found


def answers(state: State, key: str) -> list[Answer]:
    """Give what was answered in a step, in the order in which it was written down."""
    return QuestionsLeaves.model_validate(state.result(key)).answers


def answers_to(state: State, key: str, question: str, about: str | None = None) -> list[Answer]:
    """Give what was answered to one question, about one thing where the group chose one."""
    return [answer for answer in answers(state, key) if (answer.question, answer.about) == (question, about)]


def nobody_differs(state: State, key: str) -> bool:
    """Tell whether there are answers, and none of them is of someone who sees it differently."""
    given = answers(state, key)
    return bool(given) and not any(answer.differs for answer in given)


def add(state: State, kinds: Kinds, key: str, answer: Answer) -> Outcome:
    """Write a line down, under what was said before."""
    return _keep(state, kinds, key, [*answers(state, key), answer])


def reword(state: State, kinds: Kinds, key: str, name: str, text: str) -> Outcome:
    """Write a line down in other words."""
    return _change(state, kinds, key, name, {"text": text})


def differ(state: State, kinds: Kinds, key: str, name: str) -> Outcome:
    """Say that a line is of someone who sees it differently, or that it is not."""
    found = _find(state, key, name)
    return _change(state, kinds, key, name, {"differs": not (found and found.differs)})


def remove(state: State, kinds: Kinds, key: str, name: str) -> Outcome:
    """Take a line out."""
    if _find(state, key, name) is None:
        return Problem("session.gone")
    return _keep(state, kinds, key, [answer for answer in answers(state, key) if answer.id != name])


def _find(state: State, key: str, name: str) -> Answer | None:
    return next((answer for answer in answers(state, key) if answer.id == name), None)


def _change(state: State, kinds: Kinds, key: str, name: str, change: dict[str, object]) -> Outcome:
    found = _find(state, key, name)
    if found is None:
        return Problem("session.gone")
    changed = found.model_copy(update=change)
    if changed == found:
        return []
    return _keep(
        state, kinds, key, [changed if answer.id == name else answer for answer in answers(state, key)]
    )


def _keep(state: State, kinds: Kinds, key: str, kept: list[Answer]) -> Outcome:
    return set_result(state, kinds, key, "answers", [answer.model_dump() for answer in kept])
