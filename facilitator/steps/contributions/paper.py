"""Contributions and roles on paper: what is asked, and the two tables to write them in."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import grid, heading, label
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import Strip
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.contributions.kind import ContributionsStep
from facilitator.words import Words

ROLES: Final = ("leads", "decides", "takes-part")


def _asked(_use: Use, step: ContributionsStep, _scenario: Scenario, t: Words) -> list[Strip]:
    said = {
        "offers": f"{t('contributions.lane.brings')} · {t('contributions.lane.asks')}",
        "tasks": t("contributions.which_task"),
        "roles": " · ".join(t(f"contributions.role.{role}") for role in ROLES),
    }
    lines = [] if step.text else [t(f"contributions.paper.ask.{step.ask}")]
    lines.append(said[step.ask])
    lines += [t("contributions.who_guards"), t("contributions.guard_choice")] if step.guard else []
    return [label(line) for line in lines]


def _sheets(printing: Printing[ContributionsStep]) -> list[WritingSheet]:
    t = printing.t
    if not printing.steps:
        return []
    strips = [
        grid(t.lines("contributions.paper.head"), 9, (22, 28, 28, 22), grows=True),
        heading(t("contributions.paper.then")),
        grid(t.lines("contributions.paper.roles"), 5, (31, 23, 23, 23), grows=True),
    ]
    return [sheet(t("contributions.paper.title"), strips, of=printing.steps[0][1])]


PAPER: Final = KindPaper[ContributionsStep](asked=_asked, sheets=_sheets)
