"""The run sheet: what happens when, what the room reads and what the facilitator keeps in mind."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from facilitator.report.paper.asked import asked
from facilitator.report.paper.elements import listing, prose
from facilitator.report.paper.plan import Plan, Timed, ballots_for, share, timed, votes
from facilitator.scenario.model import Scenario, Step, Use
from facilitator.words import Words
from facilitator.words.dates import say_date, say_time


def runsheet(scenario: Scenario, plan: Plan, t: Words) -> str:
    """Give the run sheet: large enough to read while standing."""
    steps = timed(scenario, plan)
    body = "".join(_step(step, number, scenario, t) for number, step in enumerate(steps, 1))
    head = f"<h1>{escape(scenario.title)}</h1>{_head(scenario, plan, steps, t)}{_bring(scenario, plan, t)}"
    return f'<section class="sheet runsheet">{head}{body}{_end(scenario, plan, steps, t)}</section>\n'


def _head(scenario: Scenario, plan: Plan, steps: Sequence[Timed], t: Words) -> str:
    where = [each for each in (plan.place, plan.venue) if each]
    where += [say_date(plan.day, t.language)] if plan.day else []
    ends = steps[-1].ends if steps else plan.starts
    times = t(
        "report.paper.run.times",
        start=say_time(plan.starts, t.language),
        end=say_time(ends, t.language),
        n=sum(step.step.minutes for step in steps),
    )
    lines = [", ".join(where), times, scenario.purpose, scenario.audience]
    return "".join(f'<p class="head">{escape(line)}</p>' for line in lines if line)


def _bring(scenario: Scenario, plan: Plan, t: Words) -> str:
    lines = t.lines("report.paper.run.bring")
    if votes(scenario, plan):
        count = ballots_for(scenario)
        groups = len(scenario.perspectives)
        lines = [
            t(
                "report.paper.run.ballots",
                n=count,
                groups=groups,
                people=scenario.people,
                spare=count - share(scenario),
            ),
            *lines,
        ]
    take = f"<b>{escape(t('report.paper.run.take'))}</b>"
    return f'<div class="bring">{take}{listing(lines, numbered=False)}</div>'


def _step(each: Timed, number: int, scenario: Scenario, t: Words) -> str:
    step = each.step
    optional = (
        f'<span class="optional">{escape(t("report.paper.run.optional"))}</span>' if step.optional else ""
    )
    when = escape(say_time(each.begins, t.language))
    minutes = escape(t("report.paper.run.minutes", n=step.minutes))
    return (
        f'<article class="step"><div class="when"><b>{when}</b><span>{minutes}</span></div>'
        f'<div class="what"><h3>{number}. {escape(step.title)} {optional}</h3>'
        f"{_said(each.use, step, scenario, t)}</div></article>\n"
    )


def _said(use: Use, step: Step, scenario: Scenario, t: Words) -> str:
    room = (
        f'<div class="room"><b>{escape(t("report.paper.run.room"))}</b>{prose(step.text)}</div>'
        if step.text
        else ""
    )
    kept = step.alone if scenario.alone and step.alone else step.notes
    notes = f'<div class="notes">{prose(kept)}</div>' if kept else ""
    outcome = _labelled(t("report.paper.run.outcome"), step.outcome)
    watch = _labelled(t("report.paper.run.watch"), step.watch)
    return f"{room}{asked(use, step, scenario, t)}{notes}{watch}{outcome}"


def _labelled(label: str, text: str) -> str:
    return f'<div class="labelled"><b>{escape(label)}</b>{prose(text)}</div>' if text else ""


def _end(scenario: Scenario, plan: Plan, steps: Sequence[Timed], t: Words) -> str:
    minutes = sum(step.step.minutes for step in steps)
    over = scenario.minutes - minutes if not plan.left_out else 0
    ends = say_time(steps[-1].ends if steps else plan.starts, t.language)
    spare = f" {t('report.paper.run.over', n=over)}" if over > 0 else ""
    return f'<p class="end">{escape(t("report.paper.run.end", time=ends) + spare)}</p>'
