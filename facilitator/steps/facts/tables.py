"""Figures that were looked up beforehand: on the table where one of the tables put them there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.kinds.tables_facet import Fields, KindTables
from facilitator.steps.facts.kind import FactsLeaves, FactsStep, GivenFigure

MOST: Final = 12
"""Figures that one step keeps."""


def _join(_step: FactsStep, left: Sequence[Fields]) -> Fields | None:
    offered: dict[str, GivenFigure] = {}
    for figure in (each for fields in left for each in FactsLeaves.model_validate(fields).offered):
        if figure.what not in offered or offered[figure.what].fact is None:
            offered[figure.what] = figure
    if len(offered) > MOST:
        return None
    return FactsLeaves(offered=[*offered.values()]).model_dump(mode="json", exclude_defaults=True)


TABLES: Final = KindTables[FactsStep](join=_join)
