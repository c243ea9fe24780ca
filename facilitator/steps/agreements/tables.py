"""Tables that chose to end without an agreement: so did the evening only where all did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.kinds.tables_facet import Fields, KindTables
from facilitator.steps.agreements.kind import AgreementsLeaves, AgreementsStep


def _join(_step: AgreementsStep, left: Sequence[Fields]) -> Fields | None:
    tables = [AgreementsLeaves.model_validate(fields) for fields in left]
    none = all(table.no_agreement for table in tables)
    return AgreementsLeaves(no_agreement=none).model_dump(mode="json", exclude_defaults=True)


TABLES: Final = KindTables[AgreementsStep](join=_join)
