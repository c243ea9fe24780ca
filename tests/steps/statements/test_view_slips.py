"""What goes wrong in the hands of someone who is nervous, and looks at paper rather than at the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.steps.running import PEOPLE, example, running
from tests.steps.statements.voting import begin, cast, cast_all, close, last_round, with_people

EXAMPLE = example("statements")
SLIPS = [
    *"qwertyuiopasdfghjklzcbnm",
    "f2",
    "f3",
    "f4",
    "f5",
    "f6",
    "f7",
    "f8",
    "f10",
    ".",
    "ctrl+b",
    "ctrl+n",
    "ctrl+q",
    "ctrl+y",
    "left",
]


@pytest.mark.parametrize("slip", SLIPS)
async def test_a_slip_in_the_middle_of_a_ballot_changes_nothing(tmp_path: Path, slip: str) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.press("4", slip)
        assert "Eerst dit briefje" in app.text
        await app.press("4", "3", "enter")
        assert app.page == "enter"
        assert "briefje 2 van 6" in app.text
        assert app.state.people == PEOPLE
        assert not app.state.notes


@pytest.mark.parametrize("slip", ["q", "w", "f7", "left"])
async def test_a_slip_behind_a_full_ballot_changes_nothing(tmp_path: Path, slip: str) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.press(*"443", slip, *"433", "enter")
        assert "briefje 3 van 6" in app.text
        assert app.state.people == PEOPLE


async def test_the_same_key_twice_means_it(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.press("4", "w", "w")
        assert "antwoorden invoeren" not in app.text
        await app.press("escape")
        assert "stelling 2 van 3" in app.text


async def test_q_twice_goes_home_and_only_the_ballot_at_hand_is_typed_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await cast(app, "444")
        await app.press("4", "q", "q")
        assert app.opening.run is None
    async with running(EXAMPLE, tmp_path) as app:
        assert "briefje 2 van 6" in app.text
        assert "stelling 1 van 3" in app.text


@pytest.mark.parametrize(
    "key", ["escape", "right", "home", "end", "pageup", "delete", "space", "f12", "6", "9"]
)
async def test_other_keys_do_nothing_in_the_middle_of_a_ballot(tmp_path: Path, key: str) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.press("4", key)
        assert "stelling 2 van 3" in app.text


@pytest.mark.parametrize("key", ["up", "down", "tab", "shift+tab", "enter"])
async def test_half_a_ballot_stays_at_hand_and_says_so(tmp_path: Path, key: str) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.press("4", key)
        assert "Dit briefje is nog niet vol." in app.text
        assert "beleid         briefje 1 van 6" in app.text
        assert "stelling 2 van 3" in app.text


async def test_help_in_the_middle_of_a_ballot_keeps_it(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.press("4", "4", "f1", "escape")
        assert "stelling 3 van 3" in app.text


async def test_pasted_digits_are_no_ballot(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.paste("444")
        assert "stelling 1 van 3" in app.text


async def test_enter_too_often_does_not_close_a_round_that_lacks_ballots(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await cast(app, "444", "443")
        await app.press(*["enter"] * 10)
        assert last_round(app).status == "open"
        await app.press("4")
        assert "stelling 2 van 3" in app.text


async def test_backspace_and_undo_after_a_ballot_leave_the_vote_and_the_session_alone(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("w", "+", "escape")
        await begin(app)
        await cast(app, "444")
        for key in ("backspace", "ctrl+z"):
            await app.press(key)
            assert "kan niet terug" in app.text
        assert app.state.people["beleid"] == 7
        assert "briefje 2 van 7" in app.text


async def test_undo_after_the_vote_takes_back_what_was_done_and_no_vote(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await app.press("w", "+", "escape")
        await begin(app)
        await cast(app, "444", "443", "442", "441")
        await close(app)
        await app.press("ctrl+z")
        assert app.state.people["beleid"] == 3
        assert last_round(app).status == "closed"
        await app.press("enter", "ctrl+z")
        assert last_round(app).status == "revealed"
        assert app.page == "overview"


async def test_digits_faster_than_the_disk_are_all_taken(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.type("443" * 5 + "44")
        assert "briefje 6 van 6" in app.text
        assert "stelling 3 van 3" in app.text


async def test_a_ballot_that_cannot_be_saved_stays_at_hand_and_can_be_tried_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await cast(app, "444")
        box = next((tmp_path / "state").rglob("id*.a.box"))  # where the next ballot goes
        kept = box.read_bytes()
        box.unlink()
        box.mkdir()  # the disk refuses
        await app.press(*"433", "enter")
        assert "vol." in app.text
        assert "briefje 2 van 6" in app.text
        box.rmdir()
        box.write_bytes(kept)
        await app.press("enter")
        assert "briefje 3 van 6" in app.text


async def test_a_damaged_box_is_said_and_begun_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await cast(app, "444")
        await app.crash()
    for box in (tmp_path / "state").rglob("id*.box"):
        box.write_bytes(b"rust")
    async with running(EXAMPLE, tmp_path) as app:
        assert "De bus met briefjes was beschadigd." in app.text
        assert "briefje 1 van 6" in app.text
        await cast_all(app)
        await close(app)
        assert app.page == "curtain"
