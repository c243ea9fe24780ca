"""What a browser makes of the paper: everything fits where the code counted that it does.

Slow, and only where there is a Chromium. The letters of a machine without Arial, Helvetica or Liberation Sans
are others than were counted with.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any, Final

import pytest

from facilitator.kinds import kinds
from facilitator.report.print_file import Only, Plan, print_html
from facilitator.scenario.authoring.trial import try_out
from facilitator.scenario.model import Scenario
from facilitator.words import LANGUAGES, Language, Words
from tests.report.second_tongue import LEFT, RIGHT, language
from tests.report.test_folding import PROGRAMMES, programme
from tests.steps.running import STEPS, example

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
BROWSER: Final = next(filter(None, map(shutil.which, NAMES)), None)
ALONE: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
MEASURE: Final = """
<script>
const mm = document.querySelector('.page').offsetWidth / 210;
const over = [...document.querySelectorAll('.page')].map((page) => {
  const piece = page.querySelector('.piece');
  const folio = page.querySelector('.folio').getBoundingClientRect();
  const inner = [...piece.children].filter((child) => !child.classList.contains('folio'));
  if (page.classList.contains('flow'))
    return Math.max(0, ...inner.map((child) => child.getBoundingClientRect().bottom - folio.top)) / mm;
  const rows = piece.querySelector('.rows, .list');
  const used = rows ? [...rows.children].reduce((sum, row) => sum + row.offsetHeight, 0) : 0;
  const boxes = [piece, ...inner].map((box) => box.scrollHeight - box.clientHeight);
  return Math.max(0, rows ? used - rows.clientHeight : 0, ...boxes) / mm;
});
document.body.textContent = '@@' + JSON.stringify(over) + '@@';
</script>
"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")]


def too_full(made: str, folder: Path) -> list[tuple[int, float]]:
    """Give the pages of which something does not fit, with how many millimetres too high it is."""
    page = folder / "paper.html"
    script = re.sub(r"<meta http-equiv=.*?>", "", made).replace("</body>", f"{MEASURE}</body>")
    page.write_text(script, encoding="utf-8")
    command = [str(BROWSER), *ALONE, f"--user-data-dir={folder / 'browser'}", "--dump-dom", page.as_uri()]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search("@@(.*)@@", unescape(told))
    assert found
    over: list[Any] = json.loads(found[1])
    assert len(over) == made.count('<section class="page')
    return [(number, high) for number, high in enumerate(over, 1) if high > 0.1]


@pytest.mark.parametrize("name", PROGRAMMES)
def test_every_programme_fits_its_pages(name: str, tmp_path: Path) -> None:
    assert too_full(print_html(programme(name), Words("nl")), tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_fits_its_pages(kind: str, language: Language, tmp_path: Path) -> None:
    told: Scenario = try_out(example(kind), STEPS / kind, kinds(), Words(language)).scenario
    assert too_full(print_html(told, Words(language)), tmp_path) == []


@pytest.mark.parametrize("only", ["easy-ballots", "reading-cards"])
@pytest.mark.parametrize("name", ["startbijeenkomst", "zeven-bouwstenen", "proefronde"])
def test_paper_for_who_reads_little_fits_its_pages(name: str, only: Only, tmp_path: Path) -> None:
    assert too_full(print_html(programme(name), Words("nl"), only=only, people=3), tmp_path) == []


@pytest.mark.parametrize("only", [None, "easy-ballots", "reading-cards"])
@pytest.mark.parametrize("code", [LEFT, RIGHT])
@pytest.mark.parametrize("name", ["startbijeenkomst", "zeven-bouwstenen"])
def test_two_languages_fit_their_pages(name: str, code: str, only: Only | None, tmp_path: Path) -> None:
    told = programme(name)
    lines = tuple(Words("nl")(f"statements.paper.{key}") for key in ("ballot.how", "easy.how", "easy.help"))
    plan = Plan(language=language(told, code, lines))
    assert too_full(print_html(told, Words("nl"), plan=plan, only=only, people=3), tmp_path) == []


def test_what_does_not_fit_is_noticed(tmp_path: Path) -> None:
    made = print_html(programme("startbijeenkomst"), Words("nl"), only="runsheet")
    assert too_full(made.replace("line-height:5.7mm", "line-height:7mm"), tmp_path)
