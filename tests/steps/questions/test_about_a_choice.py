"""Questions about what the group chose before: only those are asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.scenario.file_check import Checker
from facilitator.session.state import Position, State
from facilitator.words import Words
from tests.steps.running import running

BLOCK = """
format = 1
title = "Kiezen en praten"
why = "Wie kiest, praat over wat telt."
source_status = "derived"

[[step]]
id = "kiezen"
kind = "choose"
among = "options"
most = 1
minutes = 5
title = "Kiezen"
text = "Waar praten wij over?"
options = [
  { id = "spelen", text = "Spelen" },
  { id = "groen", text = "Groen" },
]

[[step]]
id = "praten"
kind = "questions"
of = "kiezen"
minutes = 10
title = "Praten"
text = "Praat samen."

[[step.questions]]
id = "q1"
about = "spelen"
text = "Wie speelt hier?"

[[step.questions]]
id = "q2"
about = "groen"
text = "Welke bomen staan er?"

[[step.questions]]
id = "q3"
text = "Wie missen wij?"
"""


@pytest.fixture
def block(tmp_path: Path) -> Path:
    path = tmp_path / "praten" / "blok.toml"
    path.parent.mkdir()
    path.write_text(BLOCK, encoding="utf-8")
    return path


def chose(*names: str) -> Callable[[State], State]:
    at = Position("praten", "praten")
    return lambda state: state.replace(results={"praten/kiezen": {"chosen": list(names)}}, at=at)


@pytest.mark.parametrize(
    ("chosen", "asked"),
    [
        (["groen"], ["Welke bomen staan er?", "Wie missen wij?"]),
        (["groen", "spelen"], ["Wie speelt hier?", "Welke bomen staan er?", "Wie missen wij?"]),
        ([], ["Wie speelt hier?", "Welke bomen staan er?", "Wie missen wij?"]),
    ],
)
async def test_only_what_was_chosen_is_asked(
    block: Path, tmp_path: Path, chosen: Sequence[str], asked: Sequence[str]
) -> None:
    async with running(block, tmp_path / "run", prepare=chose(*chosen)) as app:
        for number, question in enumerate(asked, 1):
            assert question in app.text
            assert f"vraag {number} van {len(asked)}" in app.text
            await app.press("enter")
        assert app.key != "praten/praten"


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('of = "kiezen"', 'of = "kizen"', "Bedoelt u kiezen?"),
        ('of = "kiezen"\n', "", "Deze vraag gaat over spelen"),
    ],
)
def test_a_choice_that_is_not_made_is_told(block: Path, before: str, after: str, sentence: str) -> None:
    block.write_text(BLOCK.replace(before, after), encoding="utf-8")
    t = Words("nl")
    told = " ".join(problem.line(t) for problem in Checker(None, kinds(), t).check(block))
    assert sentence in told
