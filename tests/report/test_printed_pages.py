"""Page one as a browser prints it is one page, and no page is wider than a phone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from facilitator.report import html
from facilitator.report.session_report import build
from facilitator.words import LANGUAGES, Language, Words
from tests.report.chromium import NEEDED, printed_pages, width_on
from tests.report.full_evening import LONG, full
from tests.report.hostile import HOSTILE
from tests.report.made_up import DAY, evening
from tests.report.telling import every_format

pytestmark = [pytest.mark.slow, NEEDED]
TEXTS: Final = {"": "", **LONG, **{f"hostile {n}": said for n, said in enumerate(HOSTILE)}}
PHONE: Final = 320


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", TEXTS)
def test_page_one_is_printed_on_one_page(said: str, language: Language, tmp_path: Path) -> None:
    """With twelve agreements and forty questions; what is counted for it is what a browser makes of it."""
    t = Words(language)
    report = build(full(TEXTS[said]), t, DAY)
    assert report.page_one
    assert printed_pages(html.render(replace(report, sections=()), t), tmp_path) == 1
    assert printed_pages(html.render(report, t), tmp_path) > 1


@pytest.mark.parametrize("said", TEXTS)
def test_nothing_is_wider_than_a_phone(said: str, tmp_path: Path) -> None:
    for page in (every_format(full(TEXTS[said]))[2], every_format(evening(), reader="facilitator")[2]):
        assert width_on(page, PHONE, tmp_path) <= PHONE
