"""Sheets for choosing, when the screen fails."""

from __future__ import annotations

from typing import Any

from facilitator.report.printing import print_html
from facilitator.words import Words
from tests.report.made_up import scenario, step

NL = Words("nl")


def printed(*steps: Any) -> str:
    return print_html(scenario(uses=[scenario().uses[0].model_copy(update={"steps": list(steps)})]), NL)


def test_what_can_be_chosen_stands_on_its_sheet_with_room_for_what_waits() -> None:
    options = [{"id": "a", "text": "Soep", "hint": "elke week"}, {"id": "b", "text": "Lampen"}]
    made = printed(step("choose", "kies", among="options", most=1, options=options))
    for words in ("Soep (elke week)", "Lampen", "Onze keuze, hooguit 1", "en waarom", "Wie ziet het anders?"):
        assert words in made
    assert "Onze keuze" not in printed(step("card", "welkom"))
