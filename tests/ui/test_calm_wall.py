"""The calm wall: dark, the time, or what is asked, and back to what was there, with nothing lost or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.words import Language
from tests import platform_marks
from tests.steps.running import Running, example, running
from tests.steps.statements.voting import begin, last_round

CARD = example("card")
VOTE = example("statements")
SIZES = [(64, 18), (80, 24), (120, 36)]


def dark(app: Running) -> bool:
    """Tell whether nothing stands on the screen but how it comes back."""
    return "".join(app.text.split()).replace("Enter:terug←→:anderplaatje", "") == ""


def wait(app: Running, half_seconds: int) -> None:
    for _ in range(half_seconds):
        app.view.tick()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", [".", "b", "ctrl+b"])
async def test_a_key_hides_the_screen_and_the_same_brings_it_back(
    tmp_path: Path, key: str, size: tuple[int, int]
) -> None:
    async with running(CARD, tmp_path, size=size) as app:
        before = app.screen()
        await app.press(key)
        assert dark(app)
        await app.press(key)
        assert app.screen() == before


@pytest.mark.parametrize("key", ["enter", "pagedown", "space", "escape"])
async def test_any_key_that_goes_on_brings_it_back_and_goes_no_further(tmp_path: Path, key: str) -> None:
    async with running(CARD, tmp_path) as app:
        before, here = app.screen(), app.state.at
        await app.press(".", key)
        assert (app.screen(), app.state.at) == (before, here)


async def test_how_it_comes_back_is_said_for_a_while_and_at_every_other_key(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press(".")
        assert "Enter: terug" in app.text
        wait(app, 10)
        await app.settle()
        assert app.text.split() == []
        await app.press("x")
        assert "Enter: terug" in app.text


@pytest.mark.parametrize(("language", "time"), [("nl", "Wij stoppen om"), ("en", "We stop at")])
async def test_the_arrows_choose_what_stands_there_and_that_is_remembered(
    tmp_path: Path, language: Language, time: str
) -> None:
    async with running(CARD, tmp_path, language=language) as app:
        await app.press(".", "right")
        assert time in app.text
        assert "█" in app.text
        await app.press("right")
        step = app.state.find(app.key)
        assert step is not None
        assert " ".join(step[1].text.split()) in " ".join(app.text.split())
        await app.press(".", ".")
        assert not dark(app)
        await app.press("left", ".", ".")
        assert time in app.text


async def test_the_clock_goes_on(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press(".", "right")
        before = app.text
        app.clock.go_on(1)
        app.view.tick()
        await app.settle()
        assert app.text != before


async def test_in_a_blind_vote_it_tells_nothing_and_the_ballot_waits(tmp_path: Path) -> None:
    async with running(VOTE, tmp_path) as app:
        await begin(app)
        await app.press("4", ".")
        assert "Eerst dit briefje" in app.text, "on a keypad the dot lies beside the digits"
        await app.press(".", "right", "right")
        shown = app.text
        await app.press("4", "3", "enter")
        assert "stelling 2 van 3" in app.text, "what was pressed meanwhile was no answer"
        await app.press("backspace", "1", ".", ".")
        assert app.text == shown, "whatever was answered, the calm wall is the same"
        assert last_round(app).status == "open"


async def test_b_is_free_only_where_it_means_nothing_else(tmp_path: Path) -> None:
    async with running(CARD, tmp_path) as app:
        await app.press("g", "b")
        assert not dark(app)
        await app.press("escape", ".")
        assert dark(app)


async def test_b_never_hides_the_screen_where_it_means_something_now_and_then(tmp_path: Path) -> None:
    async with running(example("checkin"), tmp_path) as app:
        before = app.screen()
        await app.press("b")
        assert app.screen() == before
        await app.press(".")
        assert dark(app)


async def test_while_someone_types_a_dot_is_text(tmp_path: Path) -> None:
    async with running(example("collect"), tmp_path) as app:
        await app.type("a.b")
        assert "a.b" in app.text
        await app.press("ctrl+b")
        assert dark(app)
        await app.press("enter")
        assert "a.b" in app.text
        assert not app.state.items()


@platform_marks.limits
async def test_that_nothing_is_saved_is_said_on_a_dark_screen_too(tmp_path: Path) -> None:
    import resource

    async with running(CARD, tmp_path) as app:
        await app.press("p")
        await app.type("de speeltuin")
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
        try:
            await app.press("enter", "escape", ".")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert "Wat doen wij vanavond?" not in app.text
        assert "NIET OPGESLAGEN" in app.text
