"""Sheets to write on, so that the evening can go on by paper alone."""

from __future__ import annotations

from html import escape

from facilitator.report.paper.elements import field, grid, listing, sheet, tick, writing
from facilitator.report.paper.plan import Plan, places
from facilitator.scenario.model import Scenario, Step
from facilitator.steps.actors.kind import ActorsStep
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.contributions.kind import ContributionsStep
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.gate.kind import GateStep
from facilitator.steps.questions.kind import QuestionsStep
from facilitator.steps.review.kind import ReviewStep
from facilitator.steps.tasks.kind import TasksStep
from facilitator.words import Words


def sheets(scenario: Scenario, plan: Plan, t: Words) -> str:
    """Give a sheet for every step at which something is written down, agreements and parking last."""
    steps = [step for _, step in places(scenario, plan)]
    made = [_questions(step, t) for step in steps if isinstance(step, QuestionsStep)]
    made += [_collect(step, t) for step in steps if isinstance(step, CollectStep)]
    made += [_gate(step, t) for step in steps if isinstance(step, GateStep)]
    made += [_choose(step, t) for step in steps if isinstance(step, ChooseStep)]
    made += [_tasks(step, t) for step in steps if isinstance(step, TasksStep)]
    made += [_facts(step, t) for step in steps if isinstance(step, FactsStep)]
    made += [_review(step, t) for step in steps if isinstance(step, ReviewStep)]
    if any(isinstance(step, ActorsStep) for step in steps):
        made.append(_actors(t))
    if any(isinstance(step, ContributionsStep) for step in steps):
        made.append(_contributions(t))
    return "".join([*made, _agreements(steps, t), _parking(t)])


def _questions(step: QuestionsStep, t: Words) -> str:
    alone = step.groups or len(step.questions) == 1
    kind = "question alone" if alone else "question"
    made: list[str] = []
    for question in step.questions:
        hint = f'<p class="hint">{escape(question.hint)}</p>' if question.hint else ""
        lines = writing(16 if alone else 6)
        differs = field(t("report.paper.differs"), 2)
        made.append(f'<div class="{kind}"><h3>{escape(question.text)}</h3>{hint}{lines}{differs}</div>')
    return sheet(step.title, "".join(made), kind="questions", why=step.text.split("\n", maxsplit=1)[0])


def _collect(step: CollectStep, t: Words) -> str:
    """Give lines under each question, or a table for a look at what was gathered."""
    if step.ask != "gather":
        look = f"{step.ask}_actors" if step.among == "actors" else step.ask
        table = grid(t.lines(f"collect.paper.{look}"), 14)
        return sheet(step.title, table, kind="tall", why=t(f"collect.lead.{look}"))
    made = [
        f"<h3>{escape(prompt.text)}</h3>"
        + (f'<p class="hint">{escape(prompt.hint)}</p>' if prompt.hint else "")
        + writing(step.most)
        for prompt in step.prompts
    ]
    body = "".join(f'<div class="question">{each}</div>' for each in made)
    return sheet(step.title, body, kind="questions", why=t("collect.unsigned") if step.unsigned else "")


def _gate(step: GateStep, t: Words) -> str:
    replies = "".join(tick(t(f"report.paper.gate.{reply}")) for reply in ("yes", "no", "unknown"))
    rows = "".join(
        f'<tr><th scope="row">{escape(question.text)}</th><td>{replies}</td></tr>'
        for question in step.questions
    )
    advice = "".join(
        tick(t(f"report.paper.gate.advice.{each}")) for each in ("yes", "not-yet", "no", "unknown")
    )
    fields = "".join(
        field(t(f"report.paper.gate.{name}"), lines)
        for name, lines in (("reason", 3), ("decides", 1), ("hears", 1), ("finds_out", 1))
    )
    head = f"<h3>{escape(t('report.paper.gate.our_advice'))}</h3>"
    body = f'<table class="replies"><tbody>{rows}</tbody></table>{head}<p class="ticks">{advice}</p>{fields}'
    return sheet(step.title, body, kind="gate")


def _choose(step: ChooseStep, t: Words) -> str:
    offered = [f"{option.text} ({option.hint})" if option.hint else option.text for option in step.options]
    fields = field(t("choose.paper.chosen", n=step.most), 2 * step.most)
    fields += field(t("choose.paper.left"), 6) + field(t("choose.paper.differs"), 3)
    return sheet(step.title, listing(offered) + fields, kind="tall", why=t("choose.think"))


def _tasks(step: TasksStep, t: Words) -> str:
    asked = "".join(field(t(f"tasks.question.{each}"), 2) for each in step.ask)
    made = [
        f'<div class="question"><h3>{escape(t("tasks.task"))} {number}</h3>{writing(1)}{asked}</div>'
        for number in range(1, step.most + 1)
    ]
    return sheet(step.title, "".join(made), kind="questions", why=step.text.split("\n", maxsplit=1)[0])


def _actors(t: Words) -> str:
    head = t.lines("report.paper.actors.head")
    body = grid(head, 16, (32, 17, 34, 17))
    return sheet(t("report.paper.actors.title"), body, kind="tall", why=t("report.paper.actors.why"))


def _contributions(t: Words) -> str:
    brings = grid(t.lines("report.paper.contributions.head"), 9, (22, 28, 28, 22))
    roles = grid(t.lines("report.paper.contributions.roles"), 5, (31, 23, 23, 23))
    between = f"<h3>{escape(t('report.paper.contributions.then'))}</h3>"
    return sheet(t("report.paper.contributions.title"), f"{brings}{between}{roles}", kind="tall")


def _facts(step: FactsStep, t: Words) -> str:
    """Give tables for figures, stories and what nobody knows, as far as the step asks for them."""
    given = [f"{fact.what}: {fact.value}" if fact.value else fact.what for fact in step.facts]
    body = f"<h3>{escape(t('facts.paper.given'))}</h3>{listing(given, numbered=False)}" if given else ""
    rows = {"facts": step.most + 1, "stories": step.most + 1, "unknown": 3}
    widths = {"facts": (34, 16, 26, 24), "stories": (52, 24, 24), "unknown": (62, 38)}
    for page in (each for each in step.ask if each in rows):
        head = t.lines(f"facts.paper.{page}")
        body += f"<h3>{escape(t(f'facts.ask.{page}'))}</h3>{grid(head, rows[page], widths[page])}"
    return sheet(step.title, body, kind="tall", why=t("facts.careful")) if body else ""


def _review(step: ReviewStep, t: Words) -> str:
    """Give what is written down when a group looks back; the agreements come from last time's paper."""
    if step.ask == "agreements":
        body = grid(t.lines("review.paper.agreements"), step.most, (30, 20, 30, 20))
        return sheet(step.title, body, kind="tall", why=t("review.paper.why"))
    asked = ("done", "worked") if step.ask == "celebrate" else ("learn",)
    body = "".join(f"<h3>{escape(t(f'review.paper.{each}'))}</h3>{writing(6)}" for each in asked)
    return sheet(step.title, body, kind="tall")


def _agreements(steps: list[Step], t: Words) -> str:
    count = max((step.most for step in steps if isinstance(step, AgreementsStep)), default=3)
    made = "".join(_agreement(number, t) for number in range(1, count + 1))
    none = f'<p class="ticks">{tick(t("report.paper.agreement.none"))}</p>'
    return sheet(t("report.paper.agreement.title"), made + none, kind="agreements")


def _agreement(number: int, t: Words) -> str:
    head = f"<h3>{escape(t('report.paper.agreement.number', number=number))}</h3>"
    fields = field(t("report.paper.agreement.what"), 2)
    fields += field(t("report.paper.agreement.who")) + field(t("report.paper.agreement.due"))
    heard = "".join(
        tick(t(f"report.paper.agreement.{each}")) for each in ("no_objection", "objection", "later")
    )
    ask = f'<p class="ticks"><b>{escape(t("report.paper.agreement.ask"))}</b> {heard}</p>'
    reason = field(t("report.paper.agreement.reason"), 1)
    return (
        f'<div class="agreement">{head}{fields}{ask}{reason}{field(t("report.paper.agreement.first"))}</div>'
    )


def _parking(t: Words) -> str:
    body = grid(t.lines("report.paper.parking.head"), 14, (54, 26, 20))
    return sheet(t("report.parked"), body, kind="tall", why=t("report.paper.parking.why"))
