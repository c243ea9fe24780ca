"""What stayed open at an earlier meeting is asked about until it is answered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitator.kinds import kinds
from facilitator.session.carry_over import carry_over
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Item, Parked, Task
from facilitator.session.state import Position, State
from tests.steps.review.lasttime import BEFORE, EXAMPLE, OPEN
from tests.steps.running import running

LESSONS, LAMPS, TONIGHT = "park0001", "park0002", "park0003"


def open_lines(state: State) -> State:
    """Give a session to which two lines came over, and in which one was parked tonight."""
    meeting = Meeting(
        day=date(2026, 1, 12), title="Startbijeenkomst", group="de buurt", made=[LESSONS, LAMPS]
    )
    parked = {
        LESSONS: Parked(text="Hoeveel kinderen krijgen les via school?", who="Welzijn", unknown=True),
        LAMPS: Parked(text="De lantaarns bij het veld"),
        TONIGHT: Parked(text="De bushalte"),
    }
    use, step = OPEN.split("/")
    before = BEFORE.model_copy(update={"meetings": [meeting]})
    return state.replace(registers={"parked": parked}, before=before, at=Position(use, step))


async def test_what_is_open_stands_with_who_finds_out_and_since_when(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=open_lines) as app:
        assert "Wat stond nog open? Weten wij nu het antwoord?" in app.text
        assert "Hoeveel kinderen krijgen les via school?" in app.text
        assert "Welzijn komt erop terug · de buurt, 12 jan" in app.text
        assert "wie zoekt dit uit? · de buurt, 12 jan" in app.text
        assert "De bushalte" not in app.text, "that is of tonight"


async def test_an_answer_closes_a_line_and_what_has_none_goes_on(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=open_lines) as app:
        await app.press("e")
        await app.type("Veertig, vooral bij De Sleutel")
        await app.press("enter")
        assert "✓ Veertig, vooral bij De Sleutel" in app.text
        await app.press("down", "o")
        await app.type("de gemeente")
        await app.press("enter")
        assert "de gemeente komt erop terug" in app.text
        following = carry_over(app.state, kinds())
        assert set(following.registers["parked"]) == {LAMPS, TONIGHT}
        made = [(meeting.title, meeting.made) for meeting in following.before.meetings]
        assert made == [("Startbijeenkomst", [LAMPS]), (app.state.scenario.title, [TONIGHT])]


async def test_what_is_not_needed_any_more_goes_and_can_come_back(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=open_lines) as app:
        await app.press("delete")
        assert set(app.state.parked()) == {LAMPS, TONIGHT}
        await app.press("ctrl+z")
        assert set(app.state.parked()) == {LESSONS, LAMPS, TONIGHT}
        await app.press("enter")
        assert app.key != OPEN


async def test_what_was_left_for_later_stands_below_with_its_reason(tmp_path: Path) -> None:
    def left(state: State) -> State:
        meeting = Meeting(
            day=date(2026, 1, 12),
            title="Startbijeenkomst",
            made=["task0001", "item0001", "item0002"],
            waits={"task0001": "eerst het plein", "item0001": "", "item0002": ""},
        )
        chosen = Meeting(day=date(2026, 2, 2), title="Tussendoor", chosen=["item0002"])
        use, step = OPEN.split("/")
        registers = {
            "tasks": {"task0001": Task(name="schulden")},
            "items": {
                "item0001": Item(text="de bus rijdt niet", sort="worry"),
                "item0002": Item(text="samen eten", sort="ambition"),
            },
        }
        before = BEFORE.model_copy(update={"meetings": [meeting, chosen]})
        return state.replace(registers=registers, before=before, at=Position(use, step))

    async with running(EXAMPLE, tmp_path, prepare=left) as app:
        assert "Dit lieten wij liggen:" in app.text
        said = " ".join(app.text.split())
        assert "– schulden (wacht sinds Startbijeenkomst, 12 jan: eerst het plein)" in said
        assert "– de bus rijdt niet" in said
        assert "samen eten" not in said, "that was chosen since"
