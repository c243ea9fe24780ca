"""Who came before, at all tables together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.kinds.tables_facet import Fields, KindTables
from facilitator.steps.checkin.kind import CheckinLeaves, CheckinStep


def _join(_step: CheckinStep, left: Sequence[Fields]) -> Fields | None:
    counted = [
        found for fields in left if (found := CheckinLeaves.model_validate(fields).returning) is not None
    ]
    return {"returning": sum(counted)} if counted else {}


TABLES: Final = KindTables[CheckinStep](join=_join)
