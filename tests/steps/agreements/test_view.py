"""Making agreements in the real app."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from facilitator.session.registers import Agreement, Objection
from facilitator.session.state import Position, State
from facilitator.words import LANGUAGES, Language
from tests.steps.running import PEOPLE, SIZES, Running, example, running

EXAMPLE = example("agreements")
KEY = "agreements/afspraken"
AFTER = "agreements/zichtbaar"
"""The next step of the example."""
LONG = (
    "Bij de school, de kerk en de moskee ophalen wat de ouders in onze buurt nodig hebben, en dat opschrijven"
)


def agreed(*texts: str, who: str = "wijkteam", first_step: str = "") -> dict[str, Agreement]:
    return {
        f"agree00{number}": Agreement(
            what=text, who=who, due=date(2026, 4, number), firmness="agreement", first_step=first_step
        )
        for number, text in enumerate(texts, 1)
    }


def given(agreements: dict[str, Agreement], page: str = "") -> Callable[[State], State]:
    """Give a session that has these, on this page of the step."""

    def prepare(state: State) -> State:
        use, step = KEY.split("/")
        at = Position(use, step, page)
        return state.replace(registers={"agreements": agreements}, at=at)

    return prepare


def made(app: Running) -> list[Agreement]:
    return list(app.state.agreements().values())


async def write(app: Running, what: str, who: str = "", when: str = "") -> None:
    """Fill in the three fields, from the first to after the last."""
    for text in (what, who, when):
        await app.type(text)
        await app.press("enter")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_walk_through(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    """From the first key to the closing: an agreement, an objection, an amendment, an idea, a first step."""
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        await app.press("enter")
        await write(app, "De stoep herstellen", "gemeente, met de bewoners", "27-3")
        assert app.page.startswith("clear/")
        assert ("vrijdag 27 maart" if language == "nl" else "Friday 27 March") in app.text
        await app.press("enter", "b")
        await app.type("Eerst de lantaarns")
        await app.press("enter", "down", "down", "enter")
        objection = made(app)[0].objections[0]
        assert (objection.reason, objection.perspective) == ("Eerst de lantaarns", "bewoners")
        assert "Eerst de lantaarns" in app.text
        await app.press("a")
        assert "Eerst de lantaarns" in app.text, "the reason stays in sight"
        await app.type(", met licht")
        await app.press("enter", "enter", "enter")
        found = made(app)[0]
        assert found.what == "De stoep herstellen, met licht"
        assert found.versions[0].because == "Eerst de lantaarns"
        assert found.objections[0].status == "open"
        await app.press("enter", "enter")
        found = made(app)[0]
        assert (found.heard, found.present) == ("no-objection", PEOPLE)
        assert found.objections[0].status == "met"
        assert app.page == ""
        await app.press("enter")
        await write(app, "Een buurtfeest")
        assert made(app)[1].firmness == "idea"
        assert app.page == ""
        await app.press("down", "enter")
        assert app.page == "first"
        await app.type("Maandag belt de gemeente")
        await app.press("enter")
        assert made(app)[0].first_step == "Maandag belt de gemeente"
        assert app.key == AFTER


# -- writing


@pytest.mark.parametrize(
    ("language", "typed", "said", "due"),
    [
        ("nl", "12-4", "zondag 12 april", date(2026, 4, 12)),
        ("nl", "vrijdag", "vrijdag 13 maart", date(2026, 3, 13)),
        ("nl", "over 2 weken", "donderdag 26 maart", date(2026, 3, 26)),
        ("nl", "next friday", "vrijdag 20 maart", date(2026, 3, 20)),
        ("en", "next friday", "Friday 20 March", date(2026, 3, 20)),
        ("en", "over 2 weken", "Thursday 26 March", date(2026, 3, 26)),
    ],
)
async def test_a_date_is_said_back_in_words(
    tmp_path: Path, language: Language, typed: str, said: str, due: date
) -> None:
    async with running(EXAMPLE, tmp_path, language=language) as app:
        await app.press("enter")
        await app.type("x")
        await app.press("enter", "tab")
        await app.type(typed)
        assert any(typed in row and said in row for row in app.body)
        await app.press("enter")
        assert made(app)[0].due == due


@pytest.mark.parametrize(
    ("typed", "said"), [("ooit", "begrijp ik niet"), ("31-2", "bestaat niet"), ("1-3-2026", "al geweest")]
)
async def test_a_date_that_can_not_be_meant_is_said_and_stays(tmp_path: Path, typed: str, said: str) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter")
        await write(app, "x", "wijkteam", typed)
        assert said in app.text
        assert typed in app.text
        assert made(app) == []
        await app.press(*["backspace"] * len(typed))
        await app.type("20-3")
        assert said not in app.text
        await app.press("enter")
        assert made(app)[0].due == date(2026, 3, 20)


async def test_an_agreement_says_something(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter", "enter", "enter", "enter")
        assert made(app) == []
        assert "Vul dat eerst in" in app.text
        await write(app, "De stoep", "wijkteam", "20-3")
        assert made(app)[0].what == "De stoep"


async def test_leaving_the_fields_loses_nothing(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("De stoep"))) as app:
        await app.press("enter")
        await app.type("Half")
        await app.press("escape")
        assert app.page == ""
        assert len(made(app)) == 1
        await app.press("1", "e")
        assert "De stoep" in app.text
        assert "Half" not in app.text, "what was typed for a new one is not of this one"
        await app.press("escape", "enter")
        assert "Half" in app.text


async def test_what_was_typed_survives_a_crash_in_its_own_place(tmp_path: Path) -> None:
    page = "form/agree001"
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("De stoep"), page)) as app:
        await app.type(" en de straat")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert app.page == page
        assert "De stoep en de straat" in app.text
        await app.press("enter", "enter", "enter")
        assert made(app)[0].what == "De stoep en de straat"
        await app.press("escape", "enter")
        assert app.page == "form/new"
        assert "De stoep" not in app.text


async def test_a_new_agreement_survives_a_crash_and_is_then_kept_once(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter")
        await app.type("De stoep")
        await app.press("enter")
        await app.type("wijkt")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "wijkt" in app.text
        await app.type("eam")
        await app.press("enter", "enter")
        assert [(each.what, each.who) for each in made(app)] == [("De stoep", "wijkteam")]
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert len(made(app)) == 1
        await app.press("enter")
        assert app.page == "form/new"
        assert "De stoep" not in app.text, "what was kept is no draft any more"


async def test_a_past_date_of_last_time_may_stay(tmp_path: Path) -> None:
    old = {"agree001": Agreement(what="De stoep", who="wijkteam", due=date(2026, 1, 5), firmness="agreement")}
    async with running(EXAMPLE, tmp_path, prepare=given(old, "form/agree001")) as app:
        await app.type("je")
        await app.press("enter", "enter", "enter")
        assert made(app)[0].what == "De stoepje"
        assert made(app)[0].due == date(2026, 1, 5)


async def test_taking_the_owner_away_makes_it_an_idea(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("De stoep"), "form/agree001")) as app:
        await app.press("enter", "ctrl+u", "enter", "enter")
        assert made(app)[0].firmness == "idea"
        assert "idee: wie?" in app.text


# -- consent


async def test_ten_seconds_of_silence_are_counted_and_can_be_skipped(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("De stoep"), "clear/agree001")) as app:
        assert "○" * 10 in app.text
        app.clock.go_on(4 / 60)
        app.view.tick()
        await app.press("f7", "escape")
        assert "●●●●○○○○○○" in app.text
        app.clock.go_on(1)
        app.view.tick()
        await app.press("f7", "escape")
        assert "●" * 10 in app.text
        assert app.page == "clear/agree001", "the room goes on, not the clock"
        await app.press("enter")
        assert "Wie kan hier niet mee leven?" in app.text


async def test_who_explains_later_leaves_it_open(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("De stoep"), "consent/agree001")) as app:
        await app.press("l")
        assert made(app)[0].heard == "later"
        assert "bezwaar volgt nog" in app.text
        await app.press("1", "r")
        await app.type("Te duur")
        await app.press("enter")
        assert made(app)[0].objections[0].reason == "Te duur"
        assert "Wat is er nodig" in app.text
        await app.press("enter", "1", "o")
        assert made(app)[0].objections[0].status == "met"


async def test_a_reason_that_was_to_follow_is_no_second_objection(tmp_path: Path) -> None:
    later = {"heard": "later", "objections": [Objection(id="object01", status="later")]}
    promised = {name: made.model_copy(update=later) for name, made in agreed("De stoep").items()}
    async with running(EXAMPLE, tmp_path, prepare=given(promised, "consent/agree001")) as app:
        await app.press("b")
        await app.type("Te duur")
        await app.press("enter")
        assert [(each.reason, each.status) for each in made(app)[0].objections] == [("Te duur", "open")]


async def test_nobody_has_to_say_from_which_side_an_objection_comes(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("De stoep"), "consent/agree001")) as app:
        await app.press("b")
        await app.type("Te duur")
        await app.press("enter")
        assert "▸ liever niet" in app.text
        await app.press("enter", "enter")
        assert made(app)[0].objections[0].perspective is None
        assert app.page == ""
        assert "bezwaar" in app.text


async def test_an_objection_without_a_reason_is_none(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("De stoep"), "consent/agree001")) as app:
        await app.press("b", "enter", "b", "escape")
        assert made(app)[0].objections == []
        assert app.page == "consent/agree001"


async def test_everything_can_be_taken_back_and_done_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("enter")
        await write(app, "De stoep", "wijkteam", "20-3")
        await app.press("ctrl+z")
        assert made(app) == []
        assert "Teruggenomen: een nieuwe afspraak." in app.text
        assert "staat er niet meer" in app.text
        await app.press("ctrl+y")
        assert "Wie begrijpt het nog niet?" in app.text
        await app.press("enter", "enter")
        await app.press("ctrl+z")
        assert made(app)[0].heard == ""
        await app.press("1", "delete")
        assert made(app) == []
        await app.press("ctrl+z")
        assert len(made(app)) == 1
        await app.press("1", "f")
        assert made(app)[0].firmness == "idea"
        await app.press("ctrl+z")
        assert made(app)[0].firmness == "agreement"


async def test_the_form_shows_what_was_taken_back_in_it(tmp_path: Path) -> None:
    prepare = given(agreed("Stoep herstellen"), "form/agree001")
    async with running(EXAMPLE, tmp_path, prepare=prepare) as app:
        await app.type(", en snel")
        await app.press("enter", "enter", "enter")
        assert made(app)[0].what == "Stoep herstellen, en snel"
        await app.press("e")
        assert "Stoep herstellen, en snel" in app.text
        await app.press("ctrl+z")
        assert made(app)[0].what == "Stoep herstellen"
        assert "en snel" not in app.text


async def test_a_page_of_an_agreement_that_is_gone_leads_to_the_list(tmp_path: Path) -> None:
    for page in ("one", "clear", "consent", "whose", "needed"):
        folder = tmp_path / page
        async with running(EXAMPLE, folder, prepare=given({}, f"{page}/agree001")) as app:
            assert "staat er niet meer" in app.text
            await app.press("enter")
            assert app.page == ""


# -- ending


async def test_no_agreement_is_chosen_aloud(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("down", "enter")
        assert app.page == "none"
        assert app.result("no_agreement") is None
        await app.press("enter")
        assert app.key == AFTER
        assert app.state.result(KEY)["no_agreement"] is True
        await app.press("left")
        assert app.key == KEY
        await app.press("down", "enter")
        assert app.key == AFTER, "asked once"
        await app.press("escape", "left", "up", "enter")
        await write(app, "Toch de stoep", "wijkteam", "20-3")
        assert app.result("no_agreement") is False


async def test_at_the_question_for_none_one_can_still_be_written(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("down", "enter", "a")
        assert app.page == "form/new"


async def test_a_first_step_is_asked_once_and_of_the_first_date(tmp_path: Path) -> None:
    texts = agreed("Een", "Twee")
    async with running(EXAMPLE, tmp_path, prepare=given(texts)) as app:
        await app.press("down", "enter")
        assert "Een" in app.text
        await app.type("Half")
        await app.press("escape")
        assert app.key == KEY
        await app.press("enter")
        assert app.key == AFTER
        assert [each.first_step for each in made(app)] == ["", ""]


async def test_an_empty_first_step_goes_on(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("Een"), "first")) as app:
        await app.press("enter")
        assert app.key == AFTER


async def test_with_a_first_step_nothing_is_asked(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("Een", first_step="bellen"))) as app:
        await app.press("down", "enter")
        assert app.key == AFTER


async def test_a_first_step_can_be_written_from_the_agreement(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("Een"))) as app:
        await app.press("1", "s")
        await app.type("Wij bellen maandag")
        await app.press("enter")
        assert "Eerste stap: Wij bellen maandag" in app.text


async def test_under_an_agreement_stand_the_others_and_not_itself(tmp_path: Path) -> None:
    long = "langs alle deuren gaan om te vragen wie er 's avonds mee wil eten"
    texts = agreed("samen eten", long)
    async with running(EXAMPLE, tmp_path, size=(80, 24), prepare=given(texts, "first")) as app:
        assert app.text.count("samen eten") == 1
        at = next(number for number, row in enumerate(app.body) if "Afspraak 2" in row)
        begins = app.body[at].index("langs alle")
        assert app.body[at + 1].index("eten   bezwaar nog vragen") == begins, "what wraps stands under it"


# -- the smallest screen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_three_agreements_fit(tmp_path: Path, language: Language) -> None:
    three = agreed("De stoep bij de flat", "Een stukje in de wijkkrant", "Het plein")
    async with running(EXAMPLE, tmp_path, language=language, prepare=given(three)) as app:
        for number, each in enumerate(three.values(), 1):
            assert f"{number}  {each.what}" in app.text
        assert app.body[-1].strip() or app.body[-2].strip(), "what can be chosen stands at the end"
        assert sum(row.count("wijkteam") for row in app.body) == 3


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("clear/agree001", "tien tellen stil"),
        ("consent/agree001", "iemand legt het later uit"),
        ("needed/agree001", "het bezwaar blijft staan"),
        ("first", "Dan gaat Enter verder"),
    ],
)
async def test_what_is_asked_about_a_long_agreement_is_in_sight(
    tmp_path: Path, page: str, asked: str
) -> None:
    objection = Objection(id="object01", reason=LONG)
    changes = {"what": LONG + LONG[:90], "who": "het wijkteam van onze gemeente", "objections": [objection]}
    long = {"agree001": agreed("x")["agree001"].model_copy(update=changes)}
    async with running(EXAMPLE, tmp_path, prepare=given(long, page)) as app:
        assert asked in app.text


async def test_a_list_that_does_not_fit_begins_with_a_whole_agreement(tmp_path: Path) -> None:
    five = agreed(LONG, LONG, LONG, LONG, LONG)
    async with running(EXAMPLE, tmp_path, prepare=given(five)) as app:
        for _ in range(7):
            pointed = next(number for number, row in enumerate(app.body) if "▸" in row)
            assert "Bij de school" in app.body[3] or pointed == 3
            await app.press("up")


async def test_what_was_only_read_is_no_draft(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=given(agreed("De stoep"), "form/agree001")) as app:
        await app.type("je")
        await app.press("enter", "enter", "enter", "escape", "1", "e", "escape", "ctrl+z", "1", "e")
        assert "De stoepje" not in app.text
        assert "De stoep" in app.text


async def test_more_than_the_step_advises_is_a_question(tmp_path: Path) -> None:
    four = agreed("Een", "Twee", "Drie", "Vier")
    async with running(EXAMPLE, tmp_path, size=(120, 40), prepare=given(four)) as app:
        assert "Dit zijn 4 afspraken. Welke doen wij zeker?" in app.text
        assert "▸ Klaar met afspraken" in app.text
        await app.press("a")
        assert app.page == "form/new", "a question refuses nothing"
