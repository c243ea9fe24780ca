"""What a group is told of a scan: per set, never one number over all, and nothing of who is spared."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.session.rounds import Finding, Shown
from facilitator.steps.statements.findings.reveal import findings
from facilitator.steps.statements.result.comparison import Beside
from facilitator.words import LANGUAGES, Language, Words
from tests.steps.statements.scans import SETS, agreeing, scan_scenario, scan_step, shown_scan, told

TEAM = {"total": agreeing(10, 8, 9, 3, 4, 6, 5)}
GROUPS = {
    "beleid": agreeing(6, 6, 5, 5, 5, 3, 3),
    "bewoners": agreeing(6, 2, 3, 0, 1, 3, 4),
    "professionals": agreeing(7, 4, 3, 4, 4, 3, 4),
}


def team() -> Shown:
    return shown_scan(TEAM, "total")


def about(found: list[Finding], name: str) -> list[Finding]:
    return [each for each in found if each.about == f"set:{name}"]


def test_the_sets_come_after_the_whole_the_strongest_first() -> None:
    found = told(team(), beside=Beside({"bewoners": 4, "beleid": 6}))
    assert [(each.code, each.about) for each in found[:4]] == [
        ("scan", ""),
        ("firm", "set:ambitie"),
        ("building", "set:leren"),
        ("attention", "set:bewoners"),
    ]
    assert {each.about for each in found[4:]} == {f"{name}-{n}" for name in SETS for n in (1, 2)}


def test_there_is_no_number_over_all_sets() -> None:
    found = told(team())
    assert found[0].numbers == {}
    assert not any(letter.isdigit() for letter in found[0].wall + found[0].notes)


def test_a_set_has_its_share_and_asks_about_where_we_differ_most() -> None:
    (one,) = about(told(team()), "ambitie")
    assert one.numbers == {"total-agree": 17, "total-of": 20}
    assert "Bij iedereen samen: 17 van 20 eens. Stevig." in one.notes
    assert one.wall == "Wat ziet u bij ambitie 1?"


def test_under_eight_people_there_is_no_word() -> None:
    found = told(shown_scan({"total": agreeing(7, 6, 7, 3, 4, 5, 5)}, "total"))
    assert {each.code for each in found if each.about.startswith("set:")} == {"set", "nobody"}
    assert not any(word in each.notes for each in found for word in ("Stevig", "Aandacht", "opbouw"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_team_alone_is_called_our_team(language: Language) -> None:
    whole = scan_scenario(language=language, alone=True)
    found = findings(team(), scan_step(), whole, Words(language))
    assert ("ons team" if language == "nl" else "our team") in found[1].notes
    assert not any(("iedereen samen" in each.notes) or ("everyone" in each.notes) for each in found)


# -- whose answers are missing


@pytest.mark.parametrize(
    ("groups", "nobody"),
    [
        (GROUPS, False),
        ({name: rows for name, rows in GROUPS.items() if name != "bewoners"}, True),
        ({**GROUPS, "bewoners": agreeing(2, 1, 1, 1, 1, 1, 1)}, False),
    ],
    ids=["they answered", "they are not there", "they are too few to show"],
)
def test_a_set_about_residents_says_so_when_none_answered(groups: dict[str, Any], *, nobody: bool) -> None:
    found = about(told(shown_scan(groups)), "bewoners")
    assert [each.code == "nobody" for each in found][1:] == [True] * nobody
    if nobody:
        assert found[1].wall == "Hier heeft geen bewoner geantwoord. Vraag het hun."


@pytest.mark.parametrize(
    ("perspectives", "people", "nobody"),
    [
        (["beleid", "bewoners"], {"beleid": 8, "bewoners": 2}, False),
        (["beleid", "bewoners"], {"beleid": 10}, True),
        (["beleid", "inwoners"], {"beleid": 8, "inwoners": 2}, False),
        (["team"], {"team": 10}, True),
    ],
)
def test_in_one_result_for_all_it_goes_by_who_could_answer(
    perspectives: list[str], people: dict[str, int], *, nobody: bool
) -> None:
    found = told(team(), scan_scenario(perspectives), Beside(people))
    assert [each.code for each in about(found, "bewoners")][1:] == ["nobody"] * nobody


def test_a_set_about_another_group_names_it() -> None:
    whole = scan_scenario()
    sets = [
        each.model_copy(update={"about": "professionals" if each.id == "leren" else None})
        for each in whole.statement_sets
    ]
    groups = {name: rows for name, rows in GROUPS.items() if name != "professionals"}
    found = about(told(shown_scan(groups), whole.model_copy(update={"statement_sets": sets})), "leren")
    assert found[1].wall == "Hier heeft niemand geantwoord vanuit professionals. Vraag het hun."


def test_of_a_set_that_most_do_not_know_it_is_said_of_how_many_answers() -> None:
    unsure = [[1, 0, 1, 1, 7], [0, 1, 1, 0, 8]]
    groups = {**GROUPS, "beleid": [*agreeing(10, 8, 9), *unsure, *agreeing(10, 6, 5)]}
    one = about(told(shown_scan(groups)), "bewoners")[0]
    assert "Bij beleid: 15 van de 20 keer" in one.notes


# -- groups


def test_a_difference_is_named_between_groups_only_where_it_may_be() -> None:
    assert told(shown_scan(GROUPS))[0].wall == (
        "Bij “Bewoners als partner” zien de groepen niet hetzelfde. Wat ziet u?"
    )
    alike = {name: agreeing(6, 3, 3, 3, 3, 3, 3) for name in GROUPS}
    assert "de groepen" not in told(shown_scan(alike))[0].wall


def test_nothing_shown_asks_a_question_and_gives_no_ground() -> None:
    found = told(shown_scan({"beleid": agreeing(2, 1, 1, 1, 1, 1, 1)}))
    assert found[0].wall.startswith("Er zijn te weinig antwoorden")
    assert all(not each.numbers for each in found)
    assert not any(each.code == "nobody" for each in found)


OF_ONE_MIND = st.sampled_from([[5, 0, 0, 0, 0], [0, 5, 0, 0, 0], [0, 0, 5, 0, 0], [0, 0, 0, 4, 1]])


@given(OF_ONE_MIND, OF_ONE_MIND)
def test_how_a_small_group_of_one_mind_answered_changes_nothing(one: list[int], other: list[int]) -> None:
    rest = agreeing(5, 2, 3, 1, 4, 2)

    def outcome(answers: list[int]) -> list[Finding]:
        return told(shown_scan({"total": [answers, *rest]}, "total"))

    if one[4] == other[4]:  # how many said "?" may be known
        assert outcome(one) == outcome(other)
    ambition = about(outcome(one), "ambitie")[0]
    assert ambition.numbers == {}
    assert "koos iedereen hetzelfde" in ambition.notes
