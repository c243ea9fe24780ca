"""Hands, counted in sight of everyone."""

from __future__ import annotations

from pathlib import Path

from facilitator.ui.plain.told_page import ToldPage
from tests.steps.running import Running, example, running
from tests.steps.statements.voting import begin, counted, last_round, with_people

EXAMPLE = example("statements")
TWO_GROUPS = with_people(beleid=3, bewoners=4)


async def count(app: Running, *rows: str) -> None:
    """Type the hands per row: a number for each point, with Enter."""
    for row in rows:
        for number in row.split():
            await app.press(*number, "enter")


ROWS = ["0 0 1 2", "1 2 0 0", "0 1 2 0", "0 0 0 4", "3 0 0 0", "4 0 0 0"]


async def test_hands_are_typed_as_totals_and_called_open(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=TWO_GROUPS) as app:
        await begin(app, "hands")
        assert "Open gestemd" in app.text
        await count(app, *ROWS)
        assert "Klopt dit? Enter: ja, sluiten." in app.text
        await app.press("enter", "enter")
        found = last_round(app).shown
        assert found is not None
        assert found.open_vote
        assert found.groups[1].answers["ua1"] == [1, 2, 0, 0, 1]
        assert "Open gestemd" in app.text


async def test_more_hands_than_people_ask_whether_someone_came(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=TWO_GROUPS) as app:
        await begin(app, "hands")
        await count(app, "0 0 2 3")
        assert "Is er iemand bij gekomen bij beleid? Enter: nu 5." in app.text
        await app.press("enter")
        assert app.state.people["beleid"] == 5
        await count(app, "1 2 0 0")
        assert "Stelling 2 van 3" in app.text


async def test_a_number_that_was_wrong_is_typed_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=TWO_GROUPS) as app:
        await begin(app, "hands")
        await count(app, "0 0 2 3")  # too many
        await app.press("1", "enter")
        assert app.state.people["beleid"] == 3
        await app.press("up")
        await count(app, "3 0 0 0", *ROWS[1:])  # in between there were six hands
        await app.press("enter")
        assert counted(app, "beleid")["ua1"] == [3, 0, 0, 0, 0]


async def test_a_number_that_is_wiped_counts_for_nothing(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=TWO_GROUPS) as app:
        await begin(app, "hands")
        await count(app, "0 0 2 1")
        await app.press("up", "right", "right", "backspace")
        await app.press("enter")
        await count(app, "1", *ROWS[1:])
        await app.press("enter", "enter")
        assert counted(app, "beleid")["ua1"] == [0, 0, 0, 1, 2]


async def test_said_aloud_each_row_has_its_own_numbers(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=TWO_GROUPS) as app:
        await begin(app, "hands")
        await count(app, "0 0 2 1", "3 0")
        said = [line.text for line in ToldPage.of(app.app.stage).lines]
        told = {line.split(":")[0]: line for line in said if ":" in line}
        assert "2 eens, 1 helemaal eens" in told["beleid"], said
        assert "3 helemaal oneens" in told["bewoners"], said


async def test_rows_without_any_hand_are_asked_about(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=TWO_GROUPS) as app:
        await begin(app, "hands")
        await app.press(*["enter"] * 24)
        assert "op 6 regels staat niets" in app.text
        assert last_round(app).status == "open"


async def test_hands_survive_a_crash_and_are_nowhere_afterwards(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=TWO_GROUPS) as app:
        await begin(app, "hands")
        await count(app, *ROWS[:3], "0 0")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "Stelling 2 van 3" in app.text
        await count(app, *ROWS[2:])
        await app.press("enter")
        assert app.page == "curtain"
        assert not list((tmp_path / "state").rglob("id*.key"))
        assert counted(app, "beleid") == {
            "ua1": [0, 0, 1, 2, 0],
            "ua2": [0, 1, 2, 0, 0],
            "ua4": [3, 0, 0, 0, 0],
        }


async def test_hands_outlive_going_home_and_coming_back(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=TWO_GROUPS) as app:
        await begin(app, "hands")
        await count(app, *ROWS[:3])
        await app.press("q")
    async with running(EXAMPLE, tmp_path) as app:
        assert "Stelling 2 van 3" in app.text
        await count(app, *ROWS[2:])
        await app.press("enter")
        found = last_round(app).shown
        assert found is not None
        assert found.groups[1].answers["ua1"] == [1, 2, 0, 0, 1]


async def test_hands_of_a_round_that_is_voided_are_forgotten(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=TWO_GROUPS) as app:
        await begin(app, "hands")
        await count(app, *ROWS[:3])
        await app.press("x", "x")
        assert app.page == "collect"
        assert not list((tmp_path / "state").rglob("id*.key"))


async def test_hands_of_everyone_together(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3, bewoners=2)) as app:
        await app.press("e", "a", "down", "down", "enter")
        assert "iedereen samen" in app.text
        await count(app, "1 1 1 1", "0 0 6 0")
        assert "Dat zijn 6 handen, en er zijn 5 mensen." in app.text
        await app.press("left")
        await count(app, "5 0", "1 1 1 1")
        await app.press("enter")
        found = last_round(app).shown
        assert found is not None
        assert [group.group for group in found.groups] == ["total"]


async def test_fewer_people_than_hands_after_all_is_said_before_closing(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=TWO_GROUPS) as app:
        await app.press("w", "+", "escape")  # four of policy
        await begin(app, "hands")
        await count(app, "0 0 2 3")
        await app.press("enter")  # five
        await count(app, "1 2 0 0", *ROWS[2:])
        await app.press("w", "-", "escape", "enter")
        assert last_round(app).status == "open"
        assert "Dat zijn 5 handen, en er zijn 4 mensen." in app.text
