"""Decisions and results as files for a spreadsheet or an action list: CSV as Dutch programs read it.

UTF-8 with a mark at its beginning, semicolons, and lines that end as on Windows: so Excel opens it by a
double click. What could be taken for a formula gets an apostrophe before it (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Final

from facilitator.document import DataSheet
from facilitator.kinds import kinds
from facilitator.kinds.report_facet import report_of
from facilitator.session.disclosure import to_share
from facilitator.session.state import State
from facilitator.words import Words

MARK: Final = "\ufeff"
ACTING: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With these a program may begin to calculate; the last four are the same signs as wide as Chinese."""


def decisions_and_results(state: State, t: Words) -> tuple[bytes, bytes]:
    """Give the file of the decisions and that of the results, also where nothing was decided or voted."""
    state = to_share(state)
    reports = [report_of(kind) for kind in kinds()]
    decisions = [sheet for each in reports if (sheet := each.decision_sheet(state, t))]
    results = [sheet for each in reports if (sheet := each.result_sheet(state, t))]
    return _file(decisions), _file(results)


def _file(sheets: Sequence[DataSheet]) -> bytes:
    written = StringIO(MARK)
    written.seek(0, 2)
    writer = csv.writer(written, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    for sheet in sheets:
        writer.writerow([_guarded(cell) for cell in sheet.head])
        writer.writerows([_guarded(cell) for cell in row] for row in sheet.rows)
    return written.getvalue().encode()


def _guarded(cell: str | int | None) -> str | int:
    """Give a cell that no program calculates with: a text stays text."""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(ACTING) else cell
    return "" if cell is None else cell
