"""The report of an evening that was played, on paper: as many pages as someone reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from facilitator.orders import Order, made_folder
from facilitator.report.pdf_file import can_be_made
from facilitator.session_files import Source, contents
from facilitator.words import Words
from tests.report.chromium import NEEDED, printed_pages
from tests.report.test_pdf import inside
from tests.steps.running import DAY, SIZES
from tests.walks.chains import through
from tests.walks.ending import Ended
from tests.walks.walk import at_the_door
from tests.walks.words import Sayings

pytestmark = [pytest.mark.slow, NEEDED]

MOST: Final = {
    "startbijeenkomst": 6,
    "terugkomsessie": 4,
    "zeven-bouwstenen": 5,
    "haarvaten": 6,
    "opgave-en-afspraken": 6,
}
"""Pages of the report of each programme, at most."""
FOLLOWING: Final = (
    ["startbijeenkomst", "terugkomsessie"],
    ["haarvaten", "opgave-en-afspraken", "terugkomsessie"],
    ["zeven-bouwstenen"],
)


@pytest.mark.parametrize("chain", FOLLOWING, ids=" ".join)
async def test_a_report_is_a_few_pages_and_its_first_is_one(tmp_path: Path, chain: Sequence[str]) -> None:
    before: list[Ended] = []
    sayings = Sayings()
    for part, scenario in enumerate(chain):
        after = before[-1].file if before else None
        door = at_the_door(scenario, tmp_path, size=SIZES[0], after=after, part=part, sayings=sayings)
        async with door as walk:
            before.append(await through(walk, before))
        file = before[-1].file
        page = (made_folder(file) / f"{file.stem}-rapport.html").read_text(encoding="utf-8")
        assert printed_pages(page, tmp_path) <= MOST[scenario]
        if can_be_made():
            (made,) = contents(Source(before[-1].state, file), Order(form="pdf"), Words("nl"), DAY).values()
            assert len(re.findall(rb"/Type\s*/Page\b", inside(made))) <= MOST[scenario]
        first, _, rest = page.partition("<nav")
        assert rest
        assert printed_pages(f"{first}</body></html>", tmp_path) == 1
