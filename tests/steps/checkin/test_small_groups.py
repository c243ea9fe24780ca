"""What to do with a small group is asked where there is a vote, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.report.print_file import print_html
from facilitator.session.state import State
from facilitator.words import LANGUAGES, Language, Words
from tests.steps.running import SIZES, composed, example, running

EXAMPLE = example("checkin")
ASKED = {"nl": "één uitslag voor iedereen samen", "en": "one result for everyone together"}
FIRST = {"nl": "Kies eerst a of b", "en": "First choose a or b"}
TELLS = {
    "nl": ("beleid: niet stemmen, wel eerst vertellen", "beleid en bewoners: niet stemmen, wel eerst"),
    "en": ("beleid: no vote, but telling first", "beleid and bewoners: no vote, but telling first"),
}


def few(state: State) -> State:
    return state.replace(people={"beleid": 2, "bewoners": 7, "professionals": 5})


def before_a_vote(state: State) -> State:
    """Let a vote follow the check-in."""
    vote = composed(example("statements"), state.scenario.language)
    scenario = state.scenario.model_copy(
        update={"uses": [*state.scenario.uses, *vote.uses], "statement_sets": vote.statement_sets}
    )
    return few(state.replace(scenario=scenario))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_nothing_is_voted_on_nothing_is_asked(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=few) as app:
        assert ASKED[language] not in app.text
        key = app.key
        await app.press("a")
        assert app.state.small_groups().grouping == "perspective"
        await app.press("enter")
        assert app.key != key


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_before_a_vote_it_is_asked_in_words_that_fit_one_group_and_more(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=before_a_vote) as app:
        key = app.key
        assert ASKED[language] in app.text
        assert TELLS[language][0] in app.text
        await app.press("enter")
        assert app.key == key
        assert FIRST[language] in app.text
        await app.press("down", "1")
        assert TELLS[language][1] in app.text
        await app.press("b", "enter")
        assert app.key != key


async def test_of_a_vote_that_was_left_out_nothing_is_asked(tmp_path: Path) -> None:
    def left_out(state: State) -> State:
        state = before_a_vote(state)
        return state.replace(about=state.about.model_copy(update={"left_out": [state.scenario.uses[-1].id]}))

    async with running(EXAMPLE, tmp_path, prepare=left_out) as app:
        key = app.key
        assert ASKED["nl"] not in app.text
        await app.press("enter")
        assert app.key != key


@pytest.mark.parametrize("language", LANGUAGES)
def test_nor_on_paper(language: Language) -> None:
    asked = Words(language).lines("checkin.paper.small")[0]
    assert asked not in print_html(composed(EXAMPLE, language), Words(language))
    assert asked in print_html(composed(example("statements"), language), Words(language))


async def test_backspace_takes_the_last_digit_of_a_count_back(tmp_path: Path) -> None:
    def nobody(state: State) -> State:
        return state.replace(people={})

    async with running(EXAMPLE, tmp_path, prepare=nobody) as app:
        await app.press("1", "9", "backspace", "2")
        assert app.state.people["beleid"] == 12
        await app.press("backspace", "backspace")
        assert app.state.people.get("beleid", 0) == 0
        await app.press("7")
        assert app.state.people["beleid"] == 7
