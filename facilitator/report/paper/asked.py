"""What a group is asked in a step, as a facilitator reads it aloud when there is no screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any, Final

from facilitator.report.paper.elements import listing
from facilitator.scenario.model import Scenario, Step, Use
from facilitator.steps.actors.kind import ActorsStep
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.checkin.hats import hats_of
from facilitator.steps.checkin.kind import CheckinStep
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.contributions.kind import ContributionsStep
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.gate.kind import GateStep
from facilitator.steps.questions.kind import QuestionsStep
from facilitator.steps.review.kind import ReviewStep
from facilitator.steps.statements.kind import StatementsStep, statements_of, vote_of
from facilitator.steps.tasks.kind import TasksStep
from facilitator.words import Words


def asked(use: Use, step: Step, scenario: Scenario, t: Words) -> str:
    """Give what is read aloud: the statements by number, the questions, or what the screen would ask."""
    if isinstance(step, StatementsStep):
        return _statements(use, step, scenario, t)
    if isinstance(step, QuestionsStep):
        return _questions(use, step, scenario, t)
    if isinstance(step, CheckinStep):
        return _checkin(step, scenario, t)
    ask = ASKED.get(step.kind)
    return ask(step, scenario, t) if ask else ""


def _list(lines: Sequence[str]) -> str:
    """Give what comes after each other; one line has no number."""
    return listing(lines, numbered=len(lines) > 1)


def _with(text: str, more: str) -> str:
    return f"{text} ({more})" if more else text


def _label(said: str) -> str:
    return f'<p class="then">{escape(said)}</p>'


def _statements(use: Use, step: StatementsStep, scenario: Scenario, t: Words) -> str:
    found = statements_of(vote_of(step, use), scenario)
    if step.part == "result":
        return listing(
            [f"{statement.text} {statement.ask}" for statement in found if statement.ask], numbered=False
        )
    said = listing([statement.text for statement in found])
    asks = [f"{n}. {statement.ask}" for n, statement in enumerate(found, 1) if statement.ask]
    if step.part == "vote" or not asks:
        return said
    return f"{said}{_label(t('report.paper.run.differ'))}{listing(asks, numbered=False)}"


def _checkin(step: CheckinStep, scenario: Scenario, t: Words) -> str:
    groups = [
        f"{perspective.title}: {perspective.who}" if perspective.who else perspective.title
        for perspective in scenario.perspectives
    ]
    groups.append(f"{t('report.paper.checkin.listeners')}: {t('report.paper.checkin.not_counted')}")
    said = ("" if step.text else _label(t("checkin.ask"))) + listing(groups, numbered=False)
    hats = listing([hat.text for hat in hats_of(step, t)], numbered=False)
    return f"{said}{_label(t('checkin.hats.ask'))}{hats}"


def _questions(use: Use, step: QuestionsStep, scenario: Scenario, t: Words) -> str:
    """Give the questions, each with what has to be chosen for it to be asked."""
    how = _label(t("questions.groups")) if step.groups and len(step.questions) > 1 else ""
    chosen = {statement_set.id: statement_set.title for statement_set in scenario.statement_sets}
    for choice in (each for each in use.steps if isinstance(each, ChooseStep)):
        chosen |= {option.id: option.text for option in choice.options}
    about = [f"{chosen[question.about]}: " if question.about in chosen else "" for question in step.questions]
    lines = [_with(question.text, question.hint) for question in step.questions]
    return how + listing([f"{what}{line}" for what, line in zip(about, lines, strict=True)])


def _gate(step: GateStep, _scenario: Scenario, t: Words) -> str:
    lines = [
        _with(question.text, question.if_no and t("report.paper.run.if_no", then=question.if_no))
        for question in step.questions
    ]
    advice = [t(f"gate.advice.{each}") for each in ("yes", "not-yet", "no", "unknown")]
    return listing(lines) + _label(t("gate.ask")) + listing(advice, numbered=False)


def _collect(step: CollectStep, scenario: Scenario, t: Words) -> str:
    """Give the questions, each with what speaks for itself on the screen; or what is looked at."""
    if step.ask != "gather":
        look = f"{step.ask}_actors" if step.among == "actors" else step.ask
        answers = {"shared": ("shared", "one-side"), "energy": ("none", "some", "much")}.get(step.ask, ())
        said = _label(t(f"collect.lead.{look}")) + _sorts(step.sorts, t)
        return said + listing([t(f"collect.answer.{look}.{answer}") for answer in answers], numbered=False)
    first = scenario.perspective(step.first) if step.first else None
    lines = [t("collect.speaks.first", group=first.title), t("collect.speaks.others")] if first else []
    lines += [t("collect.unsigned")] if step.unsigned else []
    how = "".join(_label(line) for line in lines)
    return how + _list([_with(prompt.text, prompt.hint) for prompt in step.prompts])


def _sorts(sorts: Sequence[str], t: Words) -> str:
    """Say which lines are looked at, where it is not all of them."""
    named = ", ".join(t(f"collect.sort.{sort}") for sort in sorts)
    return _label(t("report.paper.run.sorts", sorts=named)) if sorts else ""


def _facts(step: FactsStep, _scenario: Scenario, t: Words) -> str:
    given = [f"{fact.what}: {fact.value}" if fact.value else fact.what for fact in step.facts]
    known = [
        ", ".join(part for part in (fact.source, fact.year, fact.area, fact.compared) if part)
        for fact in step.facts
    ]
    offered = [_with(said, more) for said, more in zip(given, known, strict=True)]
    head = _label(t("facts.paper.given")) + listing(offered, numbered=False) if offered else ""
    careful = _label(t("facts.careful")) if "stories" in step.ask else ""
    return head + _list([t(f"facts.ask.{each}") for each in step.ask]) + careful


def _choose(step: ChooseStep, scenario: Scenario, t: Words) -> str:
    if step.among == "sets":
        options = listing([statement_set.title for statement_set in scenario.statement_sets], numbered=False)
    elif step.among != "options":
        options = _label(t(f"report.paper.run.among.{step.among}")) + _sorts(step.sorts, t)
    else:
        options = listing([_with(option.text, option.hint) for option in step.options], numbered=False)
    lines = [t("choose.think"), t("choose.choose", n=step.most)]
    return options + _list([*lines, t("choose.what_is_left"), t("choose.who_differs")])


def _tasks(step: TasksStep, _scenario: Scenario, t: Words) -> str:
    asks = [_with(t(f"tasks.question.{each}"), t(f"tasks.hint.{each}")) for each in step.ask]
    return _list([t("tasks.what_has_to_change"), *asks] if step.make else asks)


def _actors(step: ActorsStep, _scenario: Scenario, t: Words) -> str:
    lines = [] if step.text else [t(f"report.paper.run.ask.{step.ask}")]
    if step.ask == "rings":
        rings = ("decides", "takes-part", "thinks-along", "wants-to-know")
        return "".join(map(_label, lines)) + listing(
            [t(f"actors.ring.{ring}") for ring in rings], numbered=False
        )
    if step.ask == "interests":
        lines += [f"{t('actors.own')} · {t('actors.shared')}"]
    else:
        lines += [t("actors.think_of")] if step.ask == "informal" else []
        lines += [t("actors.no_people")]
    return "".join(map(_label, lines))


def _contributions(step: ContributionsStep, _scenario: Scenario, t: Words) -> str:
    lines = [] if step.text else [t(f"report.paper.run.ask.{step.ask}")]
    said = {
        "offers": [f"{t('contributions.lane.brings')} · {t('contributions.lane.asks')}"],
        "tasks": [t("contributions.which_task")],
        "roles": [" · ".join(t(f"contributions.role.{each}") for each in ("leads", "decides", "takes-part"))],
    }
    guard = [t("contributions.who_guards"), t("contributions.guard_choice")] if step.guard else []
    return "".join(map(_label, [*lines, *said[step.ask], *guard]))


def _agreements(step: AgreementsStep, _scenario: Scenario, t: Words) -> str:
    if step.ask != "make":
        return _label(t(f"agreements.ask.{step.ask}"))
    first = "" if step.text else _label(t("report.paper.run.ask.agreements"))
    return first + _list(
        [t(f"agreements.ask.{each}") for each in ("clear", "consent", "needed", "first_step")]
    )


def _review(step: ReviewStep, _scenario: Scenario, t: Words) -> str:
    asks = {
        "celebrate": ("done", "worked"),
        "agreements": ("agreements", "needed", "when"),
        "learn": ("learn",),
    }
    return _list([t(f"review.ask.{ask}") for ask in asks[step.ask]])


ASKED: Final[dict[str, Callable[[Any, Scenario, Words], str]]] = {
    "gate": _gate,
    "collect": _collect,
    "facts": _facts,
    "choose": _choose,
    "tasks": _tasks,
    "actors": _actors,
    "contributions": _contributions,
    "agreements": _agreements,
    "review": _review,
}
"""By kind, what is asked; a card asks nothing, and the others need more than their step."""
