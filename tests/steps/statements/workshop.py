"""A small scenario to vote in, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.scenario.model import Perspective, Scale, Scenario, Statement, StatementSet, Use
from facilitator.steps.statements.kind import StatementsStep
from facilitator.words import Language, Words

TITLES: Final[dict[Language, dict[str, str]]] = {
    "nl": {"beleid": "beleid", "bewoners": "bewoners", "professionals": "professionals"},
    "en": {"beleid": "policy", "bewoners": "residents", "professionals": "professionals"},
}
ASK: Final = "Wat ziet u nu al veranderen?"


def step(*, level: Sequence[str] = ("ua1", "ua2", "ua3")) -> StatementsStep:
    return StatementsStep(
        id="stem", kind="statements", title="Stemmen", minutes=8, sets=["urgentie"], level=list(level)
    )


def scenario(
    language: Language = "nl",
    *,
    perspectives: Sequence[str] = ("beleid", "bewoners", "professionals"),
    points: Sequence[str] = (),
) -> Scenario:
    """Give a scenario with four statements, of which the second has a question of its own."""
    words, titles = Words(language), TITLES[language]
    scale = list(points) or words.lines("scenario.scale.points")
    statements = [
        Statement(id=f"ua{number}", text=f"Dit is zin {number}.", ask=ASK if number == 2 else "")
        for number in range(1, 5)
    ]
    return Scenario(
        id="avond",
        language=language,
        title="Avond",
        purpose="Is hier meer nodig?",
        minutes=60,
        perspectives=[Perspective(id=each, title=titles.get(each, each)) for each in perspectives],
        scale=Scale(points=scale, unknown="weet ik niet"),
        uses=[Use(id="stemmen", block="stemmen", title="Stemmen", why="Daarom.", steps=[step()])],
        statement_sets=[StatementSet(id="urgentie", title="Urgentie", statements=statements)],
    )
