"""A small scan, for tests: three sets of two statements, of which one is about residents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from facilitator.insight.suppression import Counted, close_round
from facilitator.scenario.model import Scenario, Statement, StatementSet
from facilitator.session.rounds import Finding, Grouping, Shown
from facilitator.steps.statements.findings.reveal import findings
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.result.comparison import Beside
from facilitator.words import Language, Words
from tests.steps.statements.workshop import scenario

SETS: Final = {"ambitie": "Ambitie", "bewoners": "Bewoners als partner", "leren": "Leren"}
NAMES: Final = [f"{name}-{n}" for name in SETS for n in (1, 2)]


def scan_step() -> StatementsStep:
    return StatementsStep(id="stem", kind="statements", title="Scan", minutes=8, sets=list(SETS))


def scan_scenario(
    perspectives: Sequence[str] = ("beleid", "bewoners", "professionals"),
    language: Language = "nl",
    **more: Any,
) -> Scenario:
    sets = [
        StatementSet(
            id=name,
            title=title,
            about="bewoners" if name == "bewoners" else None,
            source_status="derived" if name != "leren" else "verified",
            source="Platform31, 2018" if name == "leren" else "Werkset",
            statements=[
                Statement(id=f"{name}-{n}", text=f"Zin {n} over {name}.", ask=f"Wat ziet u bij {name} {n}?")
                for n in (1, 2)
            ],
        )
        for name, title in SETS.items()
    ]
    base = scenario(language, perspectives=perspectives)
    use = base.uses[0].model_copy(update={"steps": [scan_step()]})
    return base.model_copy(update={"uses": [use], "statement_sets": sets, **more})


def shown_scan(groups: Mapping[str, Sequence[Sequence[int]]], grouping: Grouping = "perspective") -> Shown:
    """Give a vote from counts per group, one row per statement in order, "?" last."""
    counted = {
        group: Counted(ballots=sum(rows[0]), answers=dict(zip(NAMES, rows, strict=True)))
        for group, rows in groups.items()
    }
    return close_round(counted, grouping=grouping, points=4, minimum=3).shown


def agreeing(of: int, *counts: int) -> list[list[int]]:
    """Give rows of which so many of ``of`` agree, spread over two points where it can be."""
    return [
        [(of - each) // 2, of - each - (of - each) // 2, each - each // 2, each // 2, 0] for each in counts
    ]


def told(shown: Shown, whole: Scenario | None = None, beside: Beside | None = None) -> list[Finding]:
    whole = whole or scan_scenario()
    return findings(shown, scan_step(), whole, Words(whole.language), beside)
