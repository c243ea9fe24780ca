"""The run sheet: what happens when, what the room reads and what the facilitator keeps in mind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.kinds.paper_elements import CELL, HANGING, listing, prose
from facilitator.kinds.paper_faces import (
    AGAIN,
    ENDS,
    HEADLINE,
    LABEL,
    NOTE,
    NOTE_END,
    ROOM,
    ROOM_END,
    STEP,
    STRONG,
    WHERE,
)
from facilitator.kinds.paper_facet import paper_of
from facilitator.kinds.paper_plan import Plan, Timed, timed
from facilitator.kinds.paper_sheets import PaperSide
from facilitator.kinds.paper_strips import COLUMN, WIDE, Strip, clinging, text, together, under
from facilitator.markup import h
from facilitator.report.paper.flow import paginate, side_of
from facilitator.report.paper.sections import gathered
from facilitator.scenario.model import Scenario, Step, Use
from facilitator.words import Words
from facilitator.words.dates import say_date, say_time

BESIDE_BAR: Final = 5.0
"""Millimetres for the bar beside what the room reads."""


def runsheet(scenario: Scenario, plan: Plan, t: Words) -> list[PaperSide]:
    """Give the pages of the run sheet: large enough to read while standing."""
    steps = timed(scenario, plan)
    strips = [
        text(HEADLINE, scenario.title, WIDE, tag="h2"),
        *_head(scenario, plan, steps, t),
        _bring(scenario, plan, t),
        *(strip for n, step in enumerate(steps, 1) for strip in _step(step, n, scenario, t)),
        *_end(scenario, plan, steps, t),
    ]
    return [side_of(page) for page in paginate(strips)]


def _head(scenario: Scenario, plan: Plan, steps: Sequence[Timed], t: Words) -> list[Strip]:
    ends = steps[-1].ends if steps else plan.starts
    times = t(
        "report.paper.run.times",
        start=say_time(plan.starts, t.language),
        end=say_time(ends, t.language),
        n=sum(step.step.minutes for step in steps),
    )
    lines = [where_and_when(plan, t), times, scenario.purpose, scenario.audience]
    return [text(WHERE, line, WIDE) for line in lines if line]


def where_and_when(plan: Plan, t: Words) -> str:
    """Say where an evening is, and on which day, as far as that is known."""
    said = [part for part in (plan.place, plan.venue) if part]
    return ", ".join([*said, say_date(plan.day, t.language)] if plan.day else said)


def _bring(scenario: Scenario, plan: Plan, t: Words) -> Strip:
    lines = [*gathered(lambda paper: paper.bring, scenario, plan, t), *t.lines("report.paper.run.bring")]
    taken = [text(STRONG, t("report.paper.run.take"), WIDE), *listing(lines, numbered=False)]
    return together(taken, "boxed bring", more=4 * CELL)


def _step(place: Timed, number: int, scenario: Scenario, t: Words) -> list[Strip]:
    step = place.step
    titled = f"{number}. {step.title}"
    optional = t("report.paper.run.optional") if step.optional else ""
    clock = h(
        "div",
        h("b", say_time(place.begins, t.language)),
        h("span", t("report.paper.run.minutes", n=step.minutes)),
        class_="when",
    )
    title = h(
        "h3", f"{titled} ", h("span", optional, class_="optional") if optional else None, class_=STEP.name
    )
    opening = Strip(
        h("div", clock, title, class_="opening"), STEP.high(f"{titled} {optional}", COLUMN - HANGING)
    )
    again = text(AGAIN, f"… {titled}")
    said = [_in_column(strip) for strip in _said(place.use, step, scenario, t)]
    return under([opening], said, _in_column(again))


def _in_column(strip: Strip) -> Strip:
    """Give a strip beside the time."""
    return Strip(h("div", strip.html, class_="column"), strip.high, clings=strip.clings)


def _said(use: Use, step: Step, scenario: Scenario, t: Words) -> list[Strip]:
    notes = step.alone if scenario.alone and step.alone else step.notes
    return [
        *(_for_the_room(step.text, t) if step.text else []),
        *paper_of(step.kind).asked(use, step, scenario, t),
        *prose(notes, NOTE, NOTE_END),
        *_labelled(t("report.paper.run.watch"), step.watch),
        *_labelled(t("report.paper.run.outcome"), step.outcome),
    ]


def _for_the_room(said: str, t: Words) -> list[Strip]:
    label = clinging(text(LABEL, t("report.paper.run.room"), COLUMN - BESIDE_BAR))
    lines = [label, *prose(said, ROOM, ROOM_END, COLUMN - BESIDE_BAR)]
    return [Strip(h("div", line.html, class_="bar-beside"), line.high, clings=line.clings) for line in lines]


def _labelled(label: str, said: str) -> list[Strip]:
    return [clinging(text(LABEL, label)), *prose(said, NOTE, NOTE_END)] if said else []


def _end(scenario: Scenario, plan: Plan, steps: Sequence[Timed], t: Words) -> list[Strip]:
    """Say when it is over, and point at the sheets for what comes after."""
    minutes = sum(step.step.minutes for step in steps)
    over = scenario.minutes - minutes if not plan.left_out else 0
    ends = say_time(steps[-1].ends if steps else plan.starts, t.language)
    spare = f" {t('report.paper.run.over', n=over)}" if over > 0 else ""
    said = text(ENDS, t("report.paper.run.end", time=ends) + spare, WIDE)
    after = t(
        "report.paper.run.after", next=t("report.paper.next.title"), message=t("report.paper.note.title")
    )
    return under([said], [text(NOTE_END, after, WIDE)])
