"""The word and the story of a neighbourhood: a label is asked about, and the report opens with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.document import Items
from facilitator.report.session_report import build
from facilitator.scenario.library import built_in
from facilitator.words import Words
from tests.report.telling import under
from tests.steps.running import DAY, SIZES, Running, running

STORY = built_in() / "blocks" / "wijkverhaal.toml"
ASKED = "zegt u het ook zo tegen uw buurvrouw?"
NL = Words("nl")


async def _say(app: Running, text: str) -> None:
    await app.type(text)
    await app.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_label_is_asked_about_where_we_choose_and_not_where_others_are_quoted(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(STORY, tmp_path, size=size) as app:
        await _say(app, "achterstandswijk")
        assert ASKED not in app.text, "the word of others was asked for"
        await app.press("enter")
        await _say(app, "een aandachtswijk die klimt")
        assert f"“aandachtswijk”: {ASKED}" in app.text
        await _say(app, "een buurt van doeners")
        assert ASKED not in app.text
        await app.press("enter", "enter")
        await _say(app, "Deze achterstandswijk klimt omhoog")
        assert f"“achterstandswijk”: {ASKED}" in app.text


async def test_the_report_opens_with_the_word_and_the_story_and_tells_them_once(tmp_path: Path) -> None:
    async with running(STORY, tmp_path) as app:
        await app.press("enter")
        await _say(app, "een buurt van doeners")
        await app.press("enter", "enter")
        await _say(app, "Wij groeten elkaar hier")
        await app.press("enter")
        await _say(app, "de kinderen, op school")
        report = build(app.state, NL, DAY)
        story = under("Zo vertellen wij over deze wijk", report.page_one)
        lines = [line for part in story if isinstance(part, Items) for line in part.lines]
        assert lines == ["een buurt van doeners", "Wij groeten elkaar hier"]
        rest = str([*(part for part in report.page_one if part not in story), *report.sections])
        assert "doeners" not in rest
        assert "de kinderen, op school" in rest
