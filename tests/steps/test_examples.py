"""Every kind of step is complete, and its example runs from the first key to the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.words import LANGUAGES, Language
from tests.steps.running import SIZES, Running, example, running

KINDS = sorted(kinds())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_enter_goes_on_to_the_end(
    tmp_path: Path, kind: str, size: tuple[int, int], language: Language
) -> None:
    """Who only presses Enter, fills the ballots and wants no agreement comes to the closing screen."""
    async with running(example(kind), tmp_path, size=size, language=language) as app:
        for _ in range(120):
            if app.key == "session/closing":
                break
            cut = [row for row in app.body if row.rstrip(" │▁▂▃▄▅▆▇█").endswith("…")]
            assert not cut, app.text
            await app.press(*_before(app), "enter")
        assert app.key == "session/closing", app.text


def _before(app: Running) -> list[str]:
    """Give what has to be pressed before Enter: a whole ballot, or the way past a new agreement."""
    vote = app.state.open_round()
    if vote is not None and not any(word in app.text for word in ("binnen", "are in", "Enter:")):
        return ["3"] * len(vote.statements)
    return ["down", "down"] if "agreements" in app.key else []
