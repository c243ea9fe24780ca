"""Figures and stories in a report: side by side, with who recognises them."""

from __future__ import annotations

from typing import Final

from facilitator.document import Items, Paragraph, Part, Table
from facilitator.kinds.message_facet import NOTHING_TO_TELL
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.scenario.model import Use, key_of
from facilitator.session.registers import Fact, Story
from facilitator.session.state import State
from facilitator.steps.facts.findings import (
    TOTAL,
    Card,
    figure,
    is_first,
    is_new,
    left_at,
    meets,
    missing,
    origin,
    said_earlier,
)
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.facts.wording import when
from facilitator.words import Words


def _parts(state: State, use: Use, step: FactsStep, t: Words) -> list[Part]:
    """Give figures and stories, once for the whole session, and what the group left aside."""
    found: list[Part] = []
    if is_first(state, use, step):
        if state.facts():
            found.append(_table(state, t))
        if state.stories():
            stories = [_story(name, story, state, t) for name, story in state.stories().items()]
            found += [Paragraph(t("facts.report.stories")), Items(stories)]
    aside = [
        given_figure.what
        for given_figure in left_at(state, key_of(use, step)).offered
        if given_figure.fact not in state.facts()
    ]
    if aside:
        found.append(Paragraph(t("facts.report.aside", what="; ".join(aside)), quiet=True))
    return found


def _unknown(state: State, use: Use, step: FactsStep, t: Words) -> list[str]:
    """Give, once, of whom or which year a figure is, where nobody knew."""
    if not is_first(state, use, step):
        return []
    lacking = ((fact, missing(fact)) for fact in state.facts().values())
    return [t(f"facts.report.missing.{lacks}", what=figure(fact)) for fact, lacks in lacking if lacks]


def _table(state: State, t: Words) -> Table:
    """Give a row per figure; without a column in which nothing would stand."""
    rows = [
        {
            "figure": f"{figure(fact)} ({where})" if (where := _where(fact)) else figure(fact),
            "of_whom": origin(fact) or t("facts.report.not_known"),
            "compared": fact.compared,
            "recognised": _recognised(fact, state, t),
        }
        for fact in state.facts().values()
    ]
    columns = [name for name in rows[0] if any(row[name] for row in rows)]
    head = [t(f"facts.report.head.{name}") for name in columns]
    return Table(head, [[row[name] for name in columns] for row in rows], t("facts.report.figures"))


def _where(fact: Fact) -> str:
    """Give the area that a figure is about, and the street or place."""
    return ", ".join(part for part in (fact.area, fact.where) if part)


def _story(name: str, story: Story, state: State, t: Words) -> str:
    """Give a story in quotation marks, and in sentences after it all that was said of it."""
    said = [t("facts.report.story", text=story.text)]
    found = state.scenario.perspective(story.perspective or "")
    if found:
        said.append(t("facts.report.told_from", who=found.title))
    facts: dict[str, Fact] = dict(state.facts())
    said += [t(f"facts.report.lies.{how}", what=figure(facts[fact])) for fact, how in meets(state, name)]
    if facts and is_new(state, name):
        said.append(t("facts.report.lies.new"))
    if story.recognised:
        said.append(t("facts.report.who_recognises", who=_recognised(story, state, t)))
    return " ".join(said)


def _recognised(card: Card, state: State, t: Words) -> str:
    """Give the answers in the order of the perspectives, with the day of those of an earlier meeting.

    What all said together needs no name before it.
    """
    answers, earlier = card.recognised, said_earlier(state, card)

    def answer(who: str) -> str:
        said = t(f"facts.report.answer.{answers[who]}")
        if who not in earlier:
            return said
        return t("facts.report.earlier", answer=said, when=when(state, earlier[who], t))

    if TOTAL in answers:
        return answer(TOTAL)
    return ", ".join(
        t("facts.report.answers", who=perspective.title, answer=answer(perspective.id))
        for perspective in state.scenario.perspectives
        if perspective.id in answers
    )


REPORT: Final = KindReport[FactsStep](
    chapter=Chapter.SAID, message=NOTHING_TO_TELL, parts=_parts, unknown=_unknown
)
