"""Everything on paper for one evening, as one HTML file to print on A4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import Final, Literal, get_args

from facilitator.kinds.paper_faces import css_of
from facilitator.kinds.paper_plan import Plan
from facilitator.kinds.paper_sheets import Bundle, WritingSheet
from facilitator.markup import Markup, h
from facilitator.problems import Problem, Refused
from facilitator.report.html import page, style
from facilitator.report.paper.booklet import Page, Part, bind, drawn
from facilitator.report.paper.closing_sheets import closing_sheets
from facilitator.report.paper.cover import cover, for_all_alike, how_of_parts, how_to_print
from facilitator.report.paper.flow import sides_of
from facilitator.report.paper.runsheet import runsheet
from facilitator.report.paper.sections import gathered, in_order
from facilitator.scenario.model import Scenario
from facilitator.scenario.paper_language import PaperLanguage, check_statements, in_file
from facilitator.session.state import State
from facilitator.words import Words

__all__ = ["ONLY", "Only", "Plan", "print_html"]

Only = Literal["ballots", "runsheet", "cards", "sheets", "easy-ballots", "reading-cards"]
"""What can be printed by itself."""
ONLY: Final[tuple[Only, ...]] = get_args(Only)
PARTS: Final[Mapping[Only, Sequence[str]]] = {
    "ballots": ("ballots", "slips"),
    "runsheet": ("runsheet",),
    "cards": ("cards",),
    "sheets": ("handouts", "sheets"),
    "easy-ballots": ("easy-ballots",),
    "reading-cards": ("reading-cards",),
}
"""The parts that are printed with each."""
BESIDES: Final = frozenset({"easy-ballots", "reading-cards"})
"""What is printed only when it is asked for."""
TRANSLATED: Final = frozenset({"ballots", "cards", "easy-ballots", "reading-cards"})
"""What a second language stands on."""


def print_html(
    scenario: Scenario,
    t: Words,
    *,
    state: State | None = None,
    plan: Plan | None = None,
    people: int | Mapping[str, int] | None = None,
    starts: time | None = None,
    only: Only | None = None,
) -> str:
    """Give the paper for an evening, with a cover that says how it is printed.

    Args:
        scenario: what is done.
        t: the language of what the scenario does not say itself.
        state: a session that was prepared already, which says where and when.
        plan: says where and when without a session, and wins where there is one.
        people: how many come, or how many from each perspective, instead of what the scenario says.
        starts: when they begin, instead of what the plan says.
        only: what alone is printed, without a cover.

    Raises:
        Refused: there is nothing to print of what alone was asked for, or the second language of the plan
            cannot say all that stands on it.
    """
    how = plan or (Plan.of(state) if state else Plan())
    if starts:
        how = replace(how, starts=starts)
    if isinstance(people, Mapping):
        how, people = replace(how, groups=people), sum(people.values())
    if people:
        scenario = scenario.model_copy(update={"people": people})
    if how.language is not None:
        _demand_second_language(scenario, how, t, only, how.language)
    pages = _pages(scenario, how, t, only)
    said = _on_screen(scenario, how, pages, t) if only else None
    body = Markup(said, *(drawn(each, pages[-1].number, t) for each in pages))
    css = f"{style('paper.css')}\n{css_of()}"
    return page(t("report.paper.title", title=scenario.title), body, t.language, css)


def _pages(scenario: Scenario, plan: Plan, t: Words, only: Only | None) -> list[Page]:
    wanted = PARTS[only] if only else [name for each in ONLY if each not in BESIDES for name in PARTS[each]]
    parts = [part for part in _parts(scenario, plan, t) if part.name in wanted]
    if only is not None:
        if not parts:
            raise Refused(Problem("report.paper.nothing", {"part": t(f"report.paper.part.{only}")}))
        return bind(parts)
    inside = bind(parts, begins=3)  # the cover is a leaf
    front = Part("cover", [Bundle([cover(scenario, plan, inside, t)])])
    return bind([front, *parts])


def _parts(scenario: Scenario, plan: Plan, t: Words) -> Iterator[Part]:
    """Give the parts that have anything in them, in order."""
    sheets = in_order(gathered(lambda paper: paper.sheets, scenario, plan, t), scenario, plan)
    tallies = gathered(lambda paper: paper.tallies, scenario, plan, t)
    kept = [*tallies, *(each for each in sheets if not each.given_out), *closing_sheets(t)]
    aloud = gathered(lambda paper: paper.reading_cards, scenario, plan, t)
    bundles = {
        "ballots": gathered(lambda paper: paper.ballots, scenario, plan, t),
        "slips": gathered(lambda paper: paper.slips, scenario, plan, t),
        "runsheet": [Bundle(runsheet(scenario, plan, t))],
        "cards": [Bundle(cards)] if (cards := gathered(lambda paper: paper.cards, scenario, plan, t)) else [],
        "easy-ballots": gathered(lambda paper: paper.easy_ballots, scenario, plan, t),
        "reading-cards": [Bundle(sides_of(aloud))] if aloud else [],
        "handouts": [_handout(each) for each in sheets if each.given_out],
        "sheets": [Bundle(sides_of(kept))],
    }
    return (Part(name, held) for name, held in bundles.items() if held)


def _handout(each: WritingSheet) -> Bundle:
    return Bundle(sides_of([each]), each.copies, handed_out=True)


def _demand_second_language(
    scenario: Scenario, plan: Plan, t: Words, only: Only | None, language: PaperLanguage
) -> None:
    """Raise Refused with all that a second language lacks, or where nothing would be said in it."""
    if only and only not in TRANSLATED:
        raise Refused(Problem("report.paper.language.not_on", {"only": only}))
    if not gathered(lambda paper: paper.ballots, scenario, plan, t):
        raise Refused(Problem("report.paper.language.no_vote"))
    problems = gathered(lambda paper: paper.untranslated, scenario, plan, t)
    problems += check_statements(language, scenario.find_set)
    if problems:
        raise Refused(*in_file(language.path, problems))


def _on_screen(scenario: Scenario, plan: Plan, pages: Sequence[Page], t: Words) -> Markup:
    """Say how to print where no cover says it; on the screen, and not on paper."""
    title = h("b", t("report.paper.title", title=scenario.title))
    lines = [*how_to_print(pages, t), *how_of_parts(pages, t), *for_all_alike(plan, pages, t)]
    return Markup(h("div", title, *(h("p", line) for line in lines), class_="screen-only"), "\n")
