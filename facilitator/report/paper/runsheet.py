"""The run sheet: what happens when, what the room reads and what the facilitator keeps in mind."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.kinds.paper_elements import listing, prose
from facilitator.kinds.paper_facet import paper_of
from facilitator.kinds.paper_plan import Plan, Timed, timed
from facilitator.markup import Markup, h
from facilitator.report.paper.sections import bring
from facilitator.scenario.model import Scenario, Step, Use
from facilitator.words import Words
from facilitator.words.dates import say_date, say_time


def runsheet(scenario: Scenario, plan: Plan, t: Words) -> Markup:
    """Give the run sheet: large enough to read while standing."""
    steps = timed(scenario, plan)
    sheet = h(
        "section",
        h("h1", scenario.title),
        _head(scenario, plan, steps, t),
        _bring(scenario, plan, t),
        *(_step(step, number, scenario, t) for number, step in enumerate(steps, 1)),
        _end(scenario, plan, steps, t),
        class_="sheet runsheet",
    )
    return Markup(sheet, "\n")


def _head(scenario: Scenario, plan: Plan, steps: Sequence[Timed], t: Words) -> Markup:
    where = [part for part in (plan.place, plan.venue) if part]
    where += [say_date(plan.day, t.language)] if plan.day else []
    ends = steps[-1].ends if steps else plan.starts
    times = t(
        "report.paper.run.times",
        start=say_time(plan.starts, t.language),
        end=say_time(ends, t.language),
        n=sum(step.step.minutes for step in steps),
    )
    lines = [", ".join(where), times, scenario.purpose, scenario.audience]
    return Markup(*(h("p", line, class_="head") for line in lines if line))


def _bring(scenario: Scenario, plan: Plan, t: Words) -> Markup:
    lines = [*bring(scenario, plan, t), *t.lines("report.paper.run.bring")]
    return h("div", h("b", t("report.paper.run.take")), listing(lines, numbered=False), class_="bring")


def _step(place: Timed, number: int, scenario: Scenario, t: Words) -> Markup:
    step = place.step
    begins = h("b", say_time(place.begins, t.language))
    minutes = h("span", t("report.paper.run.minutes", n=step.minutes))
    optional = h("span", t("report.paper.run.optional"), class_="optional") if step.optional else None
    title = h("h3", f"{number}. {step.title} ", optional)
    what = h("div", title, _said(place.use, step, scenario, t), class_="what")
    return Markup(h("article", h("div", begins, minutes, class_="when"), what, class_="step"), "\n")


def _said(use: Use, step: Step, scenario: Scenario, t: Words) -> Markup:
    room = h("b", t("report.paper.run.room"))
    notes = step.alone if scenario.alone and step.alone else step.notes
    return Markup(
        h("div", room, prose(step.text), class_="room") if step.text else None,
        paper_of(step.kind).asked(use, step, scenario, t),
        h("div", prose(notes), class_="notes") if notes else None,
        _labelled(t("report.paper.run.watch"), step.watch),
        _labelled(t("report.paper.run.outcome"), step.outcome),
    )


def _labelled(label: str, text: str) -> Markup | None:
    return h("div", h("b", label), prose(text), class_="labelled") if text else None


def _end(scenario: Scenario, plan: Plan, steps: Sequence[Timed], t: Words) -> Markup:
    minutes = sum(step.step.minutes for step in steps)
    over = scenario.minutes - minutes if not plan.left_out else 0
    ends = say_time(steps[-1].ends if steps else plan.starts, t.language)
    spare = f" {t('report.paper.run.over', n=over)}" if over > 0 else ""
    return h("p", t("report.paper.run.end", time=ends), spare, class_="end")
