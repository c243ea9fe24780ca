"""The network on paper: what is asked at each look at it, and a table to write it in."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.paper_elements import grid, label, listing
from facilitator.kinds.paper_facet import KindPaper, Printing
from facilitator.kinds.paper_sheets import WritingSheet, sheet
from facilitator.kinds.paper_strips import Strip
from facilitator.scenario.model import Scenario, Use
from facilitator.steps.actors.kind import ActorsStep
from facilitator.words import Words

RINGS: Final = ("decides", "takes-part", "thinks-along", "wants-to-know")


def _asked(_use: Use, step: ActorsStep, _scenario: Scenario, t: Words) -> list[Strip]:
    lines = [] if step.text else [t(f"actors.paper.ask.{step.ask}")]
    if step.ask == "interests":
        lines.append(f"{t('actors.own')} · {t('actors.shared')}")
    elif step.ask != "rings":
        lines += [t("actors.think_of")] if step.ask == "informal" else []
        lines.append(t("actors.no_people"))
    rings = [t(f"actors.ring.{ring}") for ring in RINGS] if step.ask == "rings" else []
    return [*map(label, lines), *listing(rings, numbered=False)]


def _sheets(printing: Printing[ActorsStep]) -> list[WritingSheet]:
    t = printing.t
    if not printing.steps:
        return []
    table = grid(t.lines("actors.paper.head"), 14, (32, 17, 34, 17), grows=True)
    return [sheet(t("actors.paper.title"), [table], of=printing.steps[0][1], why=t("actors.paper.why"))]


PAPER: Final = KindPaper[ActorsStep](asked=_asked, sheets=_sheets)
