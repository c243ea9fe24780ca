"""What making each sort of file costs beside loading the session that it is made from."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from facilitator.kinds import kinds
from facilitator.orders import FORMS_OF, Form, Order
from facilitator.report.pdf_file import can_be_made
from facilitator.session_files import Source, contents
from facilitator.storage.session_finder import see
from facilitator.words import Words
from tests.benchmarks.saving import timed
from tests.benchmarks.side_by_side import Table, in_turn
from tests.report.made_up import DAY, evening
from tests.report.session_folder import folder_of

GOALS: Final = "at most 1.5 times for html, 2 times for odt and ics"


def writing_out(count: int = 40) -> list[Table]:
    """Load the made-up evening from its file; then from what was loaded make each sort of file, in memory."""
    t = Words("nl")
    with tempfile.TemporaryDirectory() as name:
        folder = folder_of(evening(), Path(name))
        seen = see(folder.places, folder.path, kinds(), DAY)
        source = Source(seen.state, folder.path, seen.seal)

        def load() -> None:
            see(folder.places, folder.path, kinds(), DAY)

        def make(form: Form) -> None:
            contents(source, Order(form=form), t, DAY)

        what = {"load": timed(load)}
        what |= {
            form: timed(partial(make, form)) for form in FORMS_OF["verslag"] if form != "pdf" or can_be_made()
        }
        return [Table(f"Making a file of a session, {GOALS}", "ms", in_turn(count, what))]
