"""What is told of a vote that was added up from tables: as of one room."""

from __future__ import annotations

from typing import Final

from facilitator.kinds.tables_facet import KindTables
from facilitator.steps.statements.commands import told
from facilitator.steps.statements.kind import StatementsStep

TABLES: Final = KindTables[StatementsStep](told=told)
