"""Choices of tables: what any of them chose, what most tables chose first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from facilitator.kinds.tables_facet import Fields, KindTables
from facilitator.steps.choose.kind import ChooseLeaves, ChooseStep

MOST: Final = 12
"""What one step can hold as chosen."""


def _join(_step: ChooseStep, left: Sequence[Fields]) -> Fields | None:
    """Give the choices as one, unless they are too many; what some table chose does not wait."""
    tables = [ChooseLeaves.model_validate(fields) for fields in left]
    votes = Counter(name for table in tables for name in dict.fromkeys(table.chosen))
    chosen = sorted(votes, key=lambda name: -votes[name])
    own = {name: text for table in reversed(tables) for name, text in table.own.items()}
    if len(chosen) > MOST or len(own) > MOST:
        return None
    joined = ChooseLeaves(
        chosen=chosen,
        texts={name: text for table in reversed(tables) for name, text in table.texts.items()},
        own=own,
        waits={
            name: why for table in reversed(tables) for name, why in table.waits.items() if name not in votes
        },
        differs=[line for table in tables for line in table.differs][:30],
    )
    return joined.model_dump(mode="json", exclude_defaults=True)


TABLES: Final = KindTables[ChooseStep](join=_join)
