"""From reading aloud to the last ballot, as the room and the typist see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.session.rounds import Round, ShownGroup
from facilitator.words import Language
from tests.steps.running import SIZES, example, running
from tests.steps.statements.voting import (
    EVENING,
    begin,
    cast,
    cast_all,
    close,
    counted,
    hold,
    last_round,
    to_the_vote,
    with_people,
)

EXAMPLE = example("statements")


def shown(vote: Round, group: str) -> ShownGroup:
    """Give what is shown of a group in a vote that is closed."""
    assert vote.shown is not None, "the round is not closed"
    return next(each for each in vote.shown.groups if each.group == group)


# -- reading aloud


async def test_statements_are_read_one_at_a_time(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        assert "In deze wijk moet meer gebeuren dan er nu al gebeurt." in app.text
        assert "slechter" not in app.text
        await app.press("enter")
        assert "Stelling 2 van 3" in app.text
        assert "Gebeurt er niets extra's" in app.text
        await app.press("left")
        assert "Stelling 1 van 3" in app.text


async def test_the_first_statement_comes_with_what_the_room_should_know(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        assert "Niemand kijkt mee." in app.text
        await app.press("enter")
        assert "Niemand kijkt mee." not in app.text
        assert "Twee keer voorlezen" in app.text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_whole_scale_is_on_the_screen(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        scale = app.state.scenario.scale
        for name in [*scale.points, scale.unknown]:
            assert all(word in app.text for word in name.split())


async def test_e_goes_straight_to_the_vote(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("e")
        assert "Hoe komen de antwoorden binnen?" in app.text
        await app.press("left")
        assert "Stelling 3 van 3" in app.text


# -- before the vote


async def test_without_people_there_is_no_vote(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people()) as app:
        await to_the_vote(app)
        await app.press("enter")
        assert not app.state.rounds
        assert "Tel eerst wie er zijn" in app.text


async def test_a_small_group_is_settled_before_the_vote(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=6, bewoners=2)) as app:
        await to_the_vote(app)
        assert "Te klein om apart te tonen: bewoners (2)." in app.text
        await app.press("enter")
        assert not app.state.rounds
        assert "Kies eerst a of b." in app.text
        await app.press("a", "enter")
        assert last_round(app).grouping == "total"


async def test_one_result_for_all_has_one_pile_of_ballots(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3, bewoners=2)) as app:
        await to_the_vote(app)
        await app.press("a", "enter")
        assert "iedereen samen" in app.text
        assert "bewoners" not in app.text  # not whose ballots are in
        await cast(app, *["444"] * 3, *["111"] * 2)
        await close(app)
        await app.press("enter")
        assert "Alle antwoorden samen" in app.text
        assert shown(last_round(app), "total").ballots == 5
        assert "bewoners" not in app.text


async def test_a_small_group_that_tells_casts_no_ballots(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3, bewoners=2)) as app:
        await to_the_vote(app)
        await app.press("b", "enter")
        await cast(app, "444", "433", "334")
        assert "Alle 3 briefjes zijn binnen." in app.text
        await close(app)
        await app.press("enter")
        assert "bewoners: niet stemmen, wel eerst vertellen." in app.text


async def test_a_group_too_small_for_a_sensitive_step_can_be_settled_too(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=6, bewoners=4)) as app:
        await app.press("f7")  # the programme: the second step is sensitive
        await app.press("down", "enter")
        assert app.key == "statements/stemmen"
        await to_the_vote(app)
        assert "Te klein om apart te tonen: bewoners (4)." in app.text
        await app.press("b", "enter")
        assert last_round(app).silent == ["bewoners"]


async def test_a_choice_for_a_small_group_can_be_undone_when_it_grew(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=6, bewoners=2)) as app:
        await to_the_vote(app)
        await app.press("b", "w", "down", "3", "enter")
        assert "elke groep een eigen uitslag" in app.text
        await app.press("c", "enter")
        assert last_round(app).silent == []


# -- ballots


async def test_a_vote_on_paper_from_first_digit_to_result(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        assert "briefje 1 van 6" in app.text
        await cast_all(app)
        assert "Alle 18 briefjes zijn binnen." in app.text
        await app.press("enter")
        assert "Klopt dit: 18 briefjes?" in app.text
        await app.press("enter")
        assert app.page == "curtain"
        assert "van 12" not in app.text
        await app.press("enter")
        assert "12 van 12" in app.text
        assert "2 van 14" in app.text


async def test_the_screen_shows_progress_and_no_answers(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        before = app.screen()
        await app.press("4")
        once = app.screen()
        await app.press("backspace", "1")
        assert app.screen() == once != before


async def test_a_wrong_digit_is_taken_back(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await app.press("1", "backspace", "4", "4", "2", "ctrl+z", "4", "enter")
        await cast(app, "444", "444")
        await close(app)
        assert counted(app, "beleid")["ua4"] == [0, 0, 0, 3, 0]


async def test_the_last_digit_of_a_full_ballot_can_be_taken_back(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await app.press(*"441", "backspace", "4", "enter")
        await cast(app, "444", "444")
        await close(app)
        assert counted(app, "beleid")["ua4"] == [0, 0, 0, 3, 0]


async def test_the_next_digit_casts_a_full_ballot(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await app.type("443432")
        assert "briefje 2 van 3" in app.text
        await app.press("enter")
        assert "briefje 3 van 3" in app.text


async def test_0_and_the_question_mark_are_dont_know(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await cast(app, "0?/", "444", "444")
        await close(app)
        assert counted(app, "beleid")["ua1"] == [0, 0, 0, 2, 1]


async def test_a_digit_that_is_not_on_the_scale_says_so(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.press("5")
        assert "stelling 1 van 3" in app.text
        assert "Kies 1 tot en met 4, of 0." in " ".join(app.text.split())


async def test_tab_goes_to_another_group_and_keeps_a_full_ballot(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.press("tab")
        assert "bewoners       briefje 1 van 5" in app.text
        await app.type("333")
        await app.press("tab")
        assert "professionals  briefje 1 van 7" in app.text
        await app.press("shift+tab")
        assert "bewoners       briefje 2 van 5" in app.text


async def test_another_group_never_begins_by_itself(tmp_path: Path) -> None:
    """A ballot too many of one pile must not count for the next group."""
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3, bewoners=3)) as app:
        await begin(app)
        await cast(app, "444", "444")
        await app.type("444" + "444")  # a fourth ballot
        assert "Enter: nu bewoners." in app.text
        assert "0 van 3" in app.text
        await app.press("+")
        await cast(app, "444")
        assert app.state.people["beleid"] == 4
        await app.press("enter")
        assert "bewoners  briefje 1 van 3" in app.text


async def test_a_ballot_too_many_at_the_end_asks_whether_someone_came(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await cast(app, "444", "444", "444")
        await app.press("1")
        assert "Is er iemand bij gekomen bij beleid? Enter: nu 4." in app.text
        await app.press("enter")
        await cast(app, "111")
        await close(app)
        assert shown(last_round(app), "beleid").answers["ua1"] == [1, 0, 0, 3, 0]


async def test_someone_of_a_group_that_was_not_there_can_still_vote(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await app.press("tab")
        assert "Nog een van bewoners? Druk op +." in " ".join(app.text.split())
        await app.press("+", *"444", "enter")
        assert app.state.people["bewoners"] == 1
        assert "1 van 1" in app.text


async def test_fewer_ballots_than_people_close_by_another_key_than_enter(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=5)) as app:
        await begin(app)
        await cast(app, "444", "433", "334")
        await app.press("enter", "enter", "enter")
        assert last_round(app).status == "open"
        assert "Er zijn 3 van de 5 briefjes." in app.text
        await app.press("s")
        assert app.page == "curtain"
        assert shown(last_round(app), "beleid").ballots == 3


async def test_an_empty_box_is_not_closed(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await app.press("enter", "s", "enter")
        assert last_round(app).status == "open"
        assert "Er is nog geen briefje ingevoerd." in app.text


async def test_ballots_from_beforehand_are_counted_apart(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await app.press("v")
        assert "vooraf opgehaald, briefje 1" in app.text
        await cast(app, "444", "443")
        assert "en 2 vooraf" in app.text
        assert "0 van 3" in app.text
        await app.press("v")
        await cast(app, "111", "112", "113")
        await close(app)
        group = shown(last_round(app), "beleid")
        assert (group.ballots, group.beforehand) == (5, 2)


async def test_beforehand_also_for_a_group_that_is_not_here(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await app.press("tab", "v")
        await cast(app, "444", "443", "442")
        await app.press("tab", "shift+tab", "shift+tab")
        await cast(app, "111", "112", "113")
        await close(app)
        assert shown(last_round(app), "bewoners").beforehand == 3


async def test_a_round_is_voided_by_x_twice_and_held_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await cast(app, "444", "444")
        await app.press("x")
        assert "Nog een keer x: ja." in app.text
        await app.press("4", "backspace", "x")
        assert last_round(app).status == "open"
        await app.press("x")
        assert last_round(app).status == "voided"
        await app.press("enter")
        assert "briefje 1 van 3" in app.text
        await cast(app, "111", "111", "112")
        await close(app)
        assert counted(app, "beleid")["ua1"] == [3, 0, 0, 0, 0]


async def test_a_closed_round_that_was_a_mistake_is_voided_before_it_is_shown(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app)
        await cast(app, "444", "444", "444")
        await close(app)
        await app.press("x", "x")
        assert last_round(app).status == "voided"
        assert "Stelling 1 van 3" in app.text


# -- passing the keyboard


async def test_passing_the_keyboard_shows_the_statement_and_waits_for_enter(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(beleid=3)) as app:
        await begin(app, "keyboard")
        assert "In deze wijk moet meer gebeuren" in app.text
        await app.press("4")
        assert "Gebeurt er niets extra's" in app.text
        await app.press("4", "4")
        assert "geef het toetsenbord door" in app.text
        await app.press("1")  # a digit too many is not of the next person
        assert "geef het toetsenbord door" in app.text
        await app.press("enter")
        assert "briefje 2 van 3" in app.text
        assert "In deze wijk moet meer gebeuren" in app.text
        await cast(app, "443", "442")
        await close(app)
        assert counted(app, "beleid")["ua1"] == [0, 0, 0, 3, 0]


# -- the vote and its result in two steps


async def test_a_result_in_a_later_step_waits_behind_its_curtain(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("f7", "down", "enter")
        await begin(app)
        await cast_all(app, {name: [each[:2] for each in ballots] for name, ballots in EVENING.items()})
        await close(app)
        assert "De uitslag komt straks." in app.text
        await app.press("enter")
        assert app.key == "statements/uitslag"
        assert "De antwoorden zijn geteld." in app.text
        assert "Kijk eerst samen." in app.text
        await app.press("enter")
        assert app.page == "overview"


async def test_a_result_without_a_vote_leads_to_the_statements(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("f7", "down", "down", "enter")
        assert "Er is nog niet gestemd." in app.text
        await app.press("enter")
        assert app.key == "statements/stemmen"


async def test_a_vote_that_is_open_elsewhere_is_said_and_not_mixed_up(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await cast(app, "444")
        await app.press("f7", "down", "enter")
        await to_the_vote(app)
        await app.press("enter")
        assert len(app.state.rounds) == 1
        assert "Er loopt al een stemronde." in app.text
        await app.press("f7", "up", "enter")
        assert "briefje 2 van 6" in app.text


# -- going away and coming back


@pytest.mark.parametrize("away", [["o", "left"], ["f7", "down", "enter", "left"]])
async def test_going_away_between_ballots_and_back_loses_nothing(tmp_path: Path, away: list[str]) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await cast(app, "444", "443")
        await app.press(*away)
        assert app.key == "statements/samen"
        assert "briefje 3 van 6" in app.text


async def test_the_back_of_ballots_is_typed_over_for_the_report(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await begin(app)
        await cast_all(app)
        await close(app)
        assert "b achterkant" in app.keys
        await app.press("b")
        assert "bewoners  briefje 1 van 5" in app.text
        assert "achterkant invoeren" in app.text
        await cast(app, "44", "43")
        await app.press("o", "left")  # away and back
        assert app.page == ""
        await app.press("b")
        assert "briefje 3 van 5" in app.text
        await cast(app, "44", "41", "4?")
        await app.press("1")
        assert "zijn alle briefjes binnen" in app.text
        await close(app)
        assert app.page == "curtain"
        assert "achterkant" not in app.keys
        back = last_round(app)
        assert back.side == "back"
        assert counted(app, "bewoners") == {"ui1": [0, 0, 0, 5, 0], "ui5": [1, 0, 1, 2, 1]}


async def test_the_back_comes_with_every_ballot_also_of_who_came_later(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=with_people(bewoners=3)) as app:
        await begin(app)
        await cast(app, "444", "444", "443")
        await app.press("+")
        await cast(app, "433")
        await app.press("v")
        await cast(app, "332")
        await close(app)
        await app.press("b")
        assert "briefje 1 van 5" in app.text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_example_is_walked_to_its_end(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        await hold(app)
        await app.press("enter", "enter", "enter", "enter")
        assert app.key == "statements/stemmen"
        await begin(app)
        await cast_all(app, {name: [each[:2] for each in ballots] for name, ballots in EVENING.items()})
        await close(app)
        await app.press("enter", "enter", "enter", "enter", "enter")
        assert app.key == "session/closing"


async def test_the_back_can_be_typed_over_after_the_result_and_voided(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await hold(app)
        await app.press("b")
        await cast(app, "44")
        await app.press("x", "x")
        assert last_round(app).status == "voided"
        assert app.view.heading() == "uitslag"
        await app.press("b")
        assert "briefje 1 van 5" in app.text
        await cast(app, "44", "43", "33", "41", "4?")
        await close(app)
        assert "Dit is de uitslag." in app.text
        await app.press("enter")
        assert app.page == "overview"


async def test_help_tells_the_keys_of_entering_ballots_also_in_the_middle_of_one(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, size=(120, 40)) as app:
        await begin(app)
        await app.press("4", "f1")
        for said in ("0 of ? is weet ik niet", "Een bewaard briefje blijft", "vooraf opgehaald"):
            assert said in app.text
