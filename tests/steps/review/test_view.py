"""Looking back in the real app."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Agreement, Objection
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import State
from facilitator.words import LANGUAGES, Language
from tests.steps.review.lasttime import (
    AGREED,
    AGREEMENTS,
    CELEBRATE,
    EXAMPLE,
    LAMPS,
    LEARN,
    OPEN,
    PAPER,
    PARTY,
    SCHOOL,
    following,
    many,
)
from tests.steps.running import SIZES, Running, running


def texts(app: Running, field: str) -> Sequence[str]:
    return [each["text"] for each in app.result(field) or []]


def statuses(app: Running) -> list[str]:
    return [app.state.agreements()[name].status for name in (PAPER, SCHOOL, LAMPS, PARTY)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_walk_through(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    """From the first key to the closing: celebrated, gone through, learnt."""
    nl = language == "nl"
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=following()) as app:
        assert ("Is dit af?" if nl else "Is this done?") in app.text
        assert "Startbijeenkomst" in app.text
        await app.press("1")
        await app.type("taart")
        await app.press("enter")
        assert texts(app, "worked") == ["taart"]
        await app.press("enter", "enter", "enter")
        assert app.page == "worked"
        assert "✓  Wijkkrant" in app.text
        await app.press("enter")
        assert app.key == AGREEMENTS
        assert ("✓ klaar" if nl else "✓ done") in app.text
        await app.press("enter")
        assert app.page == SCHOOL
        await app.press("2")
        await app.type("een tweede lijst")
        await app.press("enter")
        assert app.page == LAMPS
        await app.press("4")
        await app.type("over 2 weken" if nl else "in 2 weeks")
        await app.press("enter", "enter")
        assert app.page == PARTY
        await app.press("5", "enter")
        assert app.page == "on"
        assert statuses(app) == ["done", "busy", "postponed", "not-needed"]
        assert app.state.agreements()[LAMPS].due == date(2026, 3, 26)
        assert app.state.agreements()[SCHOOL].needed == "een tweede lijst"
        await app.press("enter")
        assert app.key == OPEN
        await app.press("enter")
        assert app.key == LEARN
        await app.type("Begin klein.")
        await app.press("enter")
        assert texts(app, "learnt") == ["Begin klein."]
        await app.press("enter")
        assert app.key == CLOSING


async def test_what_is_done_begins_where_the_lines_begin(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following()) as app:
        await app.press("1", "enter", "enter", "enter", "enter")
        assert app.page == "worked"
        await app.type("Iedereen hielp")
        await app.press("enter")
        done, line = (next(row for row in app.body if said in row) for said in ("Wijkkrant", "hielp"))
        assert done.index("Wijkkrant") == line.index("Iedereen")


# -- without earlier agreements


def nothing(state: State) -> State:
    return following(agreed={})(state)


@pytest.mark.parametrize("silent", [(PARTY,), (LAMPS, PARTY), (PAPER, SCHOOL, LAMPS, PARTY)])
async def test_enter_alone_goes_through_all_and_on(tmp_path: Path, silent: Sequence[str]) -> None:
    """Also past what nobody says anything of, such as an idea at the end."""
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS)) as app:
        await app.press("enter")
        seen = []
        while app.page not in {"", "on"}:
            assert app.page not in seen
            seen.append(app.page)
            await app.press(*([] if app.page in silent else ["3"]), "enter")
        assert seen == [PAPER, SCHOOL, LAMPS, PARTY]
        assert "▸ Klaar met de afspraken" in app.text
        await app.press("enter")
        assert app.key == OPEN


async def test_a_session_that_follows_none_says_so_kindly_and_goes_on(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        assert "Er kwamen geen afspraken mee van een vorige keer." in app.text
        assert "Wat lukte wel, ook al is het klein?" in app.text
        await app.type("de markt")
        await app.press("enter")
        assert texts(app, "worked") == ["de markt"]
        await app.press("enter")
        assert "Er kwamen geen afspraken mee van een vorige keer." in app.text
        await app.press("enter")
        assert app.key == OPEN
        assert "Van de vorige keer staat geen vraag meer open." in app.text
        await app.press("enter")
        assert app.key == LEARN


async def test_when_all_was_done_before_that_is_said_too(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=nothing) as app:
        assert "Van de vorige keer staat geen afspraak meer open." in app.text


# -- celebrating


async def test_when_nothing_is_done_nothing_is_counted(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following()) as app:
        seen = []
        for _ in range(4):
            seen.append(app.text)
            await app.press("enter")
        assert "Wat lukte wel, ook al is het klein?" in app.text
        assert not any("0 van" in text for text in [*seen, app.text])
        assert not any("januari" in text for text in seen[1:]), "a date that is past shames"


async def test_done_is_taken_back_by_a_key_or_by_undo(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following()) as app:
        await app.press("1")
        assert "Dit is af!" in app.text
        await app.press("escape", "delete")
        assert "Is dit af?" in app.text
        assert statuses(app)[0] == "open"
        await app.press("1", "ctrl+z")
        assert "Is dit af?" in app.text
        assert "een afspraak die af is" in app.status


async def test_when_it_is_done_is_told_where_there_is_room_also_once_it_is(tmp_path: Path) -> None:
    for size, stays in (((64, 18), False), ((80, 24), True)):
        prepare = following(page=SCHOOL)
        async with running(EXAMPLE, tmp_path / str(size), size=size, prepare=prepare) as app:
            await app.press("1")
            assert "Bij de school vragen" in app.text
            assert ("een lijst in de hal" in app.text) == stays


async def test_how_it_is_celebrated_is_changed_later(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following()) as app:
        await app.press("1")
        await app.type("taart")
        await app.press("enter", "left")
        assert "taart" in app.text
        await app.type(" en koffie")
        await app.press("enter")
        assert texts(app, "worked") == ["taart en koffie"]
        await app.press("left", "ctrl+u", "enter")
        assert texts(app, "worked") == []


async def test_what_else_worked_is_reworded_and_taken_out(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(page="worked")) as app:
        await app.type("de markt")
        await app.press("enter", "up", "e")
        await app.type("!")
        await app.press("enter")
        assert texts(app, "worked") == ["de markt!"]
        await app.press("delete")
        assert texts(app, "worked") == []
        await app.press("left")
        assert "Een buurtfeest" in app.text


# -- going through them


async def test_every_answer_can_be_changed_and_taken_away(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS, PAPER)) as app:
        await app.press("3")
        assert "● 3  gestopt" in app.text
        assert "Wat is er nodig" not in app.text
        await app.press("6")
        assert "● 6  weten we niet" in app.text
        assert "Wie vraagt het na, en wanneer?" in app.text
        await app.press("escape", "delete")
        assert statuses(app)[0] == "open"
        assert "●" not in app.text


async def test_what_stood_in_an_earlier_session_is_not_on_the_wall(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS)) as app:
        assert "uitgesteld" not in app.text
        await app.press("3")
        assert "● 4" not in app.text
        await app.press("4", "enter", "left")
        assert app.state.agreements()[LAMPS].postponed == 3
        assert not any(f"{count} keer" in app.text or f"{count}×" in app.text for count in (2, 3))


@pytest.mark.parametrize(("typed", "said"), [("ooit", "begrijp ik niet"), ("1-3-2026", "al geweest")])
async def test_a_date_that_can_not_be_meant_is_said_and_stays(tmp_path: Path, typed: str, said: str) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS, LAMPS)) as app:
        await app.press("4")
        await app.type(typed)
        await app.press("enter")
        assert said in app.text
        assert app.state.agreements()[LAMPS].postponed == 2
        await app.press("ctrl+u")
        assert said not in app.text
        await app.type("20-3")
        assert "vrijdag 20 maart" in app.text
        await app.press("enter")
        assert app.state.agreements()[LAMPS].due == date(2026, 3, 20)


async def test_postponing_is_left_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS, LAMPS)) as app:
        await app.press("4", "escape")
        assert "Wanneer dan wel?" not in app.text
        assert app.state.agreements()[LAMPS].postponed == 2
        await app.press("1")
        assert statuses(app)[2] == "done"


async def test_another_owner_takes_the_lead(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS, PAPER)) as app:
        await app.press("o", "ctrl+u")
        await app.type("bewonersgroep")
        await app.press("enter")
        assert app.state.agreements()[PAPER].who == "bewonersgroep"
        said = " ".join(app.text.split())
        assert "bewonersgroep (eerst redactie, tot 12 mrt) · dinsdag 20 januari" in said


async def test_objections_that_stand_are_a_quiet_reminder(tmp_path: Path) -> None:
    objections = [Objection(id="object01", reason="Te duur"), Objection(id="object02", status="met")]
    agreed = {**AGREED, PAPER: AGREED[PAPER].model_copy(update={"objections": objections})}
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS, PAPER, agreed)) as app:
        assert "Bezwaar dat nog openstaat: Te duur" in app.text
        await app.press("1", "enter")
        assert "Iemand legt een bezwaar nog uit." in app.text


async def test_more_than_there_is_time_for_is_asked_about_and_never_refused(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS, agreed=many(8))) as app:
        assert "Het zijn 8 afspraken, en er is tijd voor 6. Welke eerst?" in app.text
        await app.press("3")
        assert app.page == "agree003"
        for _ in range(5):
            await app.press("1", "enter")
        assert app.page == "agree008"
        await app.press("1", "enter")
        assert app.page == "on"
        assert "Wij deden er 6 van de 8." in app.text
        await app.press("2")
        assert app.page == "agree002", "the others are still there"
        await app.press("1", "enter", "enter")
        assert app.key == OPEN


async def test_what_was_being_typed_survives_a_crash(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS, LAMPS)) as app:
        await app.press("4")
        await app.type("over 2")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "Wanneer dan wel?" in app.text
        await app.type(" weken")
        await app.press("enter")
        assert app.state.agreements()[LAMPS].due == date(2026, 3, 26)
        await app.type("een nieuwe")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        await app.type(" lamp")
        await app.press("enter")
        assert app.state.agreements()[LAMPS].needed == "een nieuwe lamp"
        assert app.page == PARTY


async def test_what_was_taken_back_is_not_typed_over(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS, PAPER)) as app:
        await app.press("2")
        await app.type("een pen")
        await app.press("enter")
        await app.press("ctrl+z", "left", "1")
        assert app.page == PAPER
        assert app.state.agreements()[PAPER].needed == ""
        assert "een pen" not in app.text


async def test_an_agreement_that_is_gone_leads_to_the_others(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS, "gone0000")) as app:
        assert "Hoe staat het met onze afspraken?" in app.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_longest_agreement_stands_whole_with_what_is_asked(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    what = ("bij de school ophalen wat ouders in onze buurt nodig hebben " * 4)[:190].strip() + " EINDE"
    long = Agreement(
        what=what, who="wijkteam", due=date(2026, 2, 6), firmness="agreement", proof="een lijst " * 9
    )
    agreed = {**AGREED, PAPER: long}
    async with running(EXAMPLE, tmp_path, size=size, prepare=following(CELEBRATE, agreed=agreed)) as app:
        for asked in ("○ 1  ja, dit is af", "Vieren"):
            assert "bij de school" in app.text
            assert "EINDE" in app.text
            assert asked in app.text
            await app.press("1")
    async with running(
        EXAMPLE, tmp_path / "through", size=size, prepare=following(AGREEMENTS, PAPER, agreed)
    ) as app:
        assert "○ 6  weten we niet" in app.text
        await app.press("2")
        await app.type("een tweede lijst van wat er in de wijk al is en wie daar iets mee doet OOK")
        assert "ij de school ophalen" in app.text
        assert "EINDE" in app.text
        assert "○ 6  weten we niet" in app.text
        assert "OOK" in app.text


async def test_what_was_promised_around_an_agreement_is_told_where_there_is_room(tmp_path: Path) -> None:
    made = Agreement(
        what="een bank bij de school",
        who="wijkteam",
        due=date(2026, 4, 2),
        first_step="de timmerman bellen",
        keeper="buurtcomité",
        look_on=date(2026, 2, 20),
        needed="een vergunning",
    )
    prepare = following(AGREEMENTS, PAPER, {**AGREED, PAPER: made})
    async with running(EXAMPLE, tmp_path, size=(80, 24), prepare=prepare) as app:
        assert "Eerste stap: de timmerman bellen" in app.text
        assert "Wie tussendoor keek: buurtcomité, 20 feb" in app.text
        assert "Wat ervoor nodig was: een vergunning" in app.text
        assert "○ 6  weten we niet" in app.text


async def test_a_list_that_goes_on_says_so(tmp_path: Path) -> None:
    """An arrow stands at the end of the first and of the last row, where there is more."""
    agreed = {
        f"many{n:04}": Agreement(what=f"afspraak nummer {n}", who="wijkteam", due=date(2026, 4, 2))
        for n in range(1, 10)
    }
    async with running(EXAMPLE, tmp_path, prepare=following(AGREEMENTS, agreed=agreed)) as app:
        arrows = [row[-1] for row in app.body if row.endswith(("↑", "↓"))]
        assert arrows == ["↓"]
        await app.press(*["down"] * 4)
        assert [row[-1] for row in app.body if row.endswith(("↑", "↓"))] == ["↑", "↓"]
        await app.press(*["down"] * 9)
        assert [row[-1] for row in app.body if row.endswith(("↑", "↓"))] == ["↑"]
        assert "afspraak nummer 9" in app.text


async def test_agreements_of_several_meetings_say_each_which_made_them(tmp_path: Path) -> None:
    """What was agreed in March is not told as of the last meeting."""
    earlier = Meeting(day=date(2025, 12, 1), title="Eerste avond", made=[PAPER])

    def prepare(state: State) -> State:
        state = following(AGREEMENTS)(state)
        assert state.before is not None
        last = state.meetings[-1].model_copy(update={"made": [name for name in AGREED if name != PAPER]})
        return state.replace(before=state.before.model_copy(update={"meetings": [earlier, last]}))

    async with running(EXAMPLE, tmp_path, size=(120, 40), prepare=prepare) as app:
        assert "Afgesproken op" not in app.text
        assert "Eerste avond, 1 dec 2025" in app.text
        assert "Startbijeenkomst, 12 jan" in app.text
