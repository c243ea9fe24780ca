"""What is counted of a page of figures before it is drawn."""

from __future__ import annotations

from facilitator.session.registers import Fact
from facilitator.steps.facts.kind import COMPARED
from facilitator.steps.facts.wording import about
from facilitator.words import LANGUAGES, Words


def test_so_many_cells_stand_before_what_a_figure_was_compared_with() -> None:
    fact = Fact(what="Huizen met vocht", value="38 %", source="corporatie", year="2025", compared="de stad")
    lines = [line for language in LANGUAGES for line in about(fact, Words(language)) if "de stad" in line]
    assert len(lines) == len(LANGUAGES)
    assert max(line.index("de stad") for line in lines) == COMPARED
