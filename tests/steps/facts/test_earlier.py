"""What was said in an earlier meeting stays what was said then, unless the room says it is otherwise now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.session.carry_over import carry_over
from facilitator.session.state import Position, State
from facilitator.storage.session_file import read_text, write_text
from facilitator.words import LANGUAGES, Language
from tests.report.telling import every_format
from tests.steps.facts.table import COUGH, DAMP, EXAMPLE, KEY, NOISE, PARTY, laid
from tests.steps.running import DAY, PEOPLE, SIZES, begun, running

EARLIER = date(2026, 2, 26)
SAID = {"bewoners": "no", "beleid": "yes"}
BLOCK = """
format = 1
title = "Verhalen"
why = "Daarom"
source_status = "derived"
[[step]]
id = "alles"
kind = "facts"
ask = ["stories", "recognition"]
minutes = 10
title = "Wat vertelt de buurt?"
"""


def earlier() -> State:
    """Give an earlier meeting in which two groups answered about one figure."""
    state = laid(begun(EXAMPLE))
    about = state.about.model_copy(update={"day": EARLIER, "id": "session0"})
    fact = state.facts()[DAMP].model_copy(
        update={
            "recognised": SAID,
            "answered": {"bewoners": 5, "beleid": 6},
            "said_on": dict.fromkeys(SAID, EARLIER),
        }
    )
    facts = {**state.facts(), DAMP: fact}
    return state.replace(about=about, registers={**state.registers, "facts": facts})


def following(page: str = f"recognition/{DAMP}", **people: int) -> Callable[[State], State]:
    """Give what makes of a session one that follows that meeting, at a page of its first step."""
    carried = carry_over(earlier(), kinds())
    use, step = KEY.split("/")

    def prepare(state: State) -> State:
        return state.replace(
            registers=carried.registers,
            before=carried.before,
            at=Position(use, step, page),
            people=people or PEOPLE,
        )

    return prepare


NOW = {
    "nl": "Eerder zei men bij bewoners: nee (26 februari). En nu?",
    "en": "Earlier answer of bewoners: no (26 February). And now?",
}
CHANGE = {
    "nl": "Eerder zei men bij bewoners: nee (26 februari). Nu: ja. Klopt dat?",
    "en": "Earlier answer of bewoners: no (26 February). Now: yes. Is that right?",
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_earlier_answer_is_shown_with_its_day_and_changed_only_by_a_yes(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=following()) as app:
        assert NOW[language] in " ".join(app.text.split())
        assert "◐ 3" in app.text
        await app.press("1")
        assert CHANGE[language] in " ".join(app.text.split())
        assert app.state.facts()[DAMP].recognised == SAID
        await app.press("escape")
        assert NOW[language] in " ".join(app.text.split())
        assert app.state.facts()[DAMP].recognised == SAID
        await app.press("1", "enter")
        fact = app.state.facts()[DAMP]
        assert (fact.recognised["bewoners"], fact.said_on["bewoners"]) == ("yes", DAY)
        assert (fact.recognised["beleid"], fact.said_on["beleid"]) == ("yes", EARLIER)
        assert "● 1" in app.text
        await app.press("ctrl+z")
        assert app.state.facts()[DAMP].recognised == SAID


async def test_who_says_the_same_again_says_it_of_today(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following()) as app:
        await app.press("3")
        assert app.state.facts()[DAMP].said_on == {"bewoners": DAY, "beleid": EARLIER}
        assert "● 3 nee" in app.text


async def test_taking_an_earlier_answer_away_is_asked_about_too(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following()) as app:
        await app.press("delete")
        assert "Nu: geen antwoord. Klopt dat?" in " ".join(app.text.split())
        assert app.state.facts()[DAMP].recognised == SAID
        await app.press("enter")
        assert app.state.facts()[DAMP].recognised == {"beleid": "yes"}


async def test_all_together_do_not_write_over_what_groups_said_apart(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(bewoners=2, beleid=6)) as app:
        assert "bewoners: nee (26 februari), beleid: ja (26 februari)" in " ".join(app.text.split())
        await app.press("2")
        assert app.state.facts()[DAMP].recognised == SAID
        await app.press("enter")
        assert app.state.facts()[DAMP].recognised == {"total": "partly"}


async def test_what_is_asked_of_the_room_comes_of_what_is_said_now(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following()) as app:
        await app.press("3", "down", "3")
        assert "Dit zien wij verschillend" not in app.text
        assert "Niemand herkent dit" not in app.text


async def test_of_an_answer_without_a_day_is_said_that_it_is_of_before(tmp_path: Path) -> None:
    def old(state: State) -> State:
        state = following()(state)
        facts = {name: fact.model_copy(update={"said_on": {}}) for name, fact in state.facts().items()}
        return state.replace(registers={**state.registers, "facts": facts})

    async with running(EXAMPLE, tmp_path, prepare=old) as app:
        assert "Eerder zei men bij bewoners: nee. En nu?" in " ".join(app.text.split())


async def test_in_one_meeting_an_answer_is_changed_at_once(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=lambda state: laid(state, f"recognition/{DAMP}")) as app:
        await app.press("1", "up", "3")
        assert app.state.facts()[DAMP].recognised == {"bewoners": "no"}
        assert "Eerder zei men" not in app.text


def test_the_report_says_when_and_the_file_keeps_it() -> None:
    state = following()(begun(EXAMPLE))
    for text in every_format(state):
        said = " ".join(text.replace("\\", "").split())
        assert "bewoners: nee (26 februari)" in said
        assert "beleid: ja (26 februari)" in said
    assert read_text(write_text(state, 1), kinds()).state.facts() == state.facts()
    assert not any("(26 februari)" in text for text in every_format(earlier()))


async def test_where_stories_are_told_the_figures_of_before_are_not_asked_again(tmp_path: Path) -> None:
    block = tmp_path / "facts" / "example.toml"
    block.parent.mkdir()
    block.write_text(BLOCK, encoding="utf-8")
    async with running(block, tmp_path / "run", prepare=following("stories")) as app:
        await app.press("enter")
        seen = []
        while app.key == KEY and app.page.startswith("recognition/"):
            seen.append(app.page.partition("/")[2])
            await app.press("enter")
        assert seen == [COUGH, PARTY]


async def test_where_figures_are_named_they_are_asked_about_as_well(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=following(f"recognition/{NOISE}")) as app:
        await app.press("enter")
        assert app.page == f"recognition/{COUGH}"
