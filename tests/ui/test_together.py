"""A team without a facilitator is told how to do a step, the first time it comes there."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.session.state import State
from facilitator.words import LANGUAGES, Language
from tests.steps.running import SIZES, Running, example, running

EXAMPLE = example("statements")


def alone(state: State) -> State:
    return state.replace(scenario=state.scenario.model_copy(update={"alone": True}))


def heading(app: Running) -> str:
    return app.screen()[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_time_a_calm_page_says_how(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=alone) as app:
        said = {"nl": ("zo doet u dit samen", "De voorlezer leest", "ongeveer 15 minuten")}
        said["en"] = ("how to do this together", "The reader reads", "about 15 minutes")
        title, text, minutes = said[language]
        assert title in heading(app)
        assert text in app.text
        assert minutes in app.status
        await app.press("enter")
        assert title not in heading(app)
        assert app.page == ""
        await app.press("i")
        assert text in app.text
        await app.press("escape")
        assert text not in app.text


async def test_coming_back_it_does_not_open_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=alone) as app:
        await app.press("enter", "f7", "down", "enter")
        assert app.key == "statements/stemmen"
        assert "zo doet u dit samen" not in heading(app)  # this step has nothing to tell
        await app.press("left")
        assert app.key == "statements/samen"
        assert "zo doet u dit samen" not in heading(app)


async def test_a_step_that_says_nothing_still_has_a_calm_page_on_request(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=alone) as app:
        await app.press("enter", "f7", "down", "enter", "i")
        assert "Lees samen wat er op het scherm staat" in app.text
        assert "begeleider" not in app.text


async def test_from_the_page_one_can_go_back(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=alone) as app:
        await app.press("left")
        assert "zo doet u dit samen" not in heading(app)
        assert app.key == "statements/samen"


async def test_with_a_facilitator_nothing_opens_and_the_notes_are_there(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        assert "voor de begeleider" not in heading(app)
        assert "zo doet u dit samen" not in heading(app)
        await app.press("i")
        assert "voor de begeleider" in heading(app)
        assert "De voorlezer leest" not in app.text


async def test_the_help_of_a_team_alone_speaks_of_no_facilitator(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, size=(120, 40), prepare=alone) as app:
        await app.press("enter", "f1")
        assert "Zo doet u dit samen" in app.text
        assert "begeleider" not in app.text
