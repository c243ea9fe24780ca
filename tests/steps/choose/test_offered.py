"""What can be chosen, how it reads, and what a choice makes us ask."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.session.registers import Item
from facilitator.session.state import State
from facilitator.steps.choose.findings import questions
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.choose.options import Choosable, about_sets, offered
from facilitator.words import Words
from tests.steps.choose.choices import (
    EXAMPLE,
    ITEMS,
    OPTIONS,
    TASKS,
    a_scan,
    scanned,
    with_tasks,
    with_worries,
)
from tests.steps.running import begun

NL = Words("nl")


def at(state: State, key: str) -> list[Choosable]:
    found = state.find(key)
    assert found is not None
    return offered(state, key, cast("ChooseStep", found[1]), NL)


def test_options_stand_as_the_scenario_names_them() -> None:
    options = at(begun(EXAMPLE), OPTIONS)
    assert [each.name for each in options] == ["plein", "soep", "lampen", "krant"]
    assert options[0].beside == "een middag"


def test_items_are_those_of_the_sorts_with_theme_and_energy_behind_them() -> None:
    items = at(with_worries(begun(EXAMPLE)), ITEMS)
    assert [(each.text, each.beside) for each in items] == [
        ("Auto's rijden te hard", "verkeer"),
        ("Het plein is donker", "veel energie"),
        ("Jongeren hebben geen plek", "beleid"),
        ("De weg gaat open", "wat energie"),
    ]


def test_tasks_stand_with_for_whom_they_are() -> None:
    assert [(each.text, each.beside) for each in at(with_tasks(begun(EXAMPLE)), TASKS)] == [
        ("Veilig naar school", "kinderen"),
        ("Droge huizen", ""),
    ]


# -- sets


def scan(folder: Path, agree: list[int], of: int, **more: str) -> State:
    state = begun(a_scan(folder))
    vote = scanned({"total": agree}, {"total": of}, folder.name)
    return state.replace(rounds={vote.id: vote.model_copy(update=more)})


def sets(state: State) -> list[Choosable]:
    return at(state, state.keys()[0])


def test_sets_stand_weakest_first_with_a_word_from_eight_people_on(tmp_path: Path) -> None:
    found = sets(scan(tmp_path / "scan", [7, 8, 1, 2, 5, 4], 9))
    assert [(each.number, each.text, each.beside) for each in found] == [
        (2, "Ambitie", "aandacht"),
        (3, "Coalitie", "in opbouw"),
        (1, "Urgentie", "stevig"),
    ]
    assert found[0].more == "3 van 18 eens · aandacht"


def test_with_fewer_people_there_is_a_count_and_no_word(tmp_path: Path) -> None:
    found = sets(scan(tmp_path / "scan", [6, 6, 1, 2, 5, 4], 7))
    assert [each.beside for each in found] == ["3 van 14 eens", "9 van 14 eens", "12 van 14 eens"]


def test_groups_stand_side_by_side_and_are_never_added_up(tmp_path: Path) -> None:
    state = begun(a_scan(tmp_path / "scan"))
    people = {"beleid": 8, "bewoners": 6}
    vote = scanned(
        {"beleid": [7, 7, 1, 1, 4, 4], "bewoners": [5, 5, 1, 1, 3, 3]},
        people,
        "scan",
        grouping="perspective",
    )
    found = sets(state.replace(rounds={vote.id: vote}))
    assert found[0].more == "beleid 2 van 16 eens · bewoners 2 van 12 eens · aandacht"
    assert found[0].beside == "aandacht"


def test_of_a_set_of_which_a_part_is_held_back_nothing_is_counted(tmp_path: Path) -> None:
    """Four who all agree on one statement: a count of the rest would say which answers are missing."""
    found = sets(scan(tmp_path / "scan", [4, 2, 1, 2, 3, 2], 4))
    held_back = next(each for each in found if each.number == 1)
    assert found[-1] == held_back
    assert (held_back.beside, held_back.more) == ("", "")
    assert [each.beside for each in found if each.number != 1] == ["3 van 8 eens", "5 van 8 eens"]


def test_it_is_said_where_too_few_answered_to_compare(tmp_path: Path) -> None:
    part = scan(tmp_path / "part", [4, 2, 1, 2, 3, 2], 4)
    assert about_sets(part, sets(part), NL)[:2] == [
        "Bovenaan staat wat volgens ons het minst op orde is. De uitslag kiest niet: dat doen wij.",
        "Waar te weinig is geantwoord, staat onderaan.",
    ]
    none = scan(tmp_path / "none", [0, 0, 0, 0, 0, 0], 4)
    assert about_sets(none, sets(none), NL)[0].startswith("Er is te weinig geantwoord")


@pytest.mark.parametrize("more", [{"status": "closed"}, {"status": "voided"}, {"side": "back"}])
def test_only_what_was_shown_to_all_puts_sets_in_order(tmp_path: Path, more: dict[str, str]) -> None:
    found = sets(scan(tmp_path / "scan", [7, 8, 1, 2, 5, 4], 9, **more))
    assert [(each.number, each.beside) for each in found] == [(1, ""), (2, ""), (3, "")]


def test_where_sets_come_from_and_where_we_differ_is_said(tmp_path: Path) -> None:
    state = scan(tmp_path / "scan", [9, 9, 1, 2, 5, 4], 9)
    lines = about_sets(state, sets(state), NL)
    assert "De uitslag kiest niet" in lines[0]
    assert lines[1:] == ["Bij 3 verschillen wij zelf het meest.", "werkset: 2, 3 · Platform31, 2018: 1"]
    unvoted = state.replace(rounds={})
    assert about_sets(unvoted, sets(unvoted), NL) == [
        "Hierover is in deze sessie niet gestemd.",
        "Platform31, 2018: 1 · werkset: 2, 3",
    ]


# -- questions


def test_a_full_choice_without_what_residents_said_brings_a_question() -> None:
    items = at(with_worries(begun(EXAMPLE)), ITEMS)
    theirs, _plein, others, chance = [each.name for each in items]
    assert next(each.code for each in questions(items, [others, chance], 2)) == "residents"
    assert "residents" not in [each.code for each in questions(items, [others], 2)], "not before it is full"
    assert "residents" not in [each.code for each in questions(items, [others, theirs], 2)]


def test_what_nobody_wants_to_work_on_brings_a_question_where_others_have_energy() -> None:
    items = at(with_worries(begun(EXAMPLE)), ITEMS)
    assert [(each.code, each.about) for each in questions(items, ["item0000", "item0001"], 3)] == [
        ("no_energy", "item0000")
    ]
    state = begun(EXAMPLE)
    calm = {
        name: item.model_copy(update={"energy": ""}) for name, item in with_worries(state).items().items()
    }
    items = at(state.replace(registers={"items": calm}), ITEMS)
    assert questions(items, ["item0000"], 3) == [], "when it was not asked, nothing lacks"
    options, tasks = at(begun(EXAMPLE), OPTIONS), at(with_tasks(begun(EXAMPLE)), TASKS)
    for offered_here in (options, tasks):
        every = [each.name for each in offered_here]
        assert every
        assert questions(offered_here, every, len(every)) == [], "of these it is never asked"


# -- what an author is told


def check(**said: object) -> list[tuple[str, str]]:
    step = ChooseStep.model_validate({"id": "kies", "kind": "choose", "title": "Kies", "minutes": 5, **said})
    found: list[Problem] = kinds()["choose"].check(step, begun(EXAMPLE).scenario)
    return [(each.code, each.severity) for each in found]


def test_mistakes_in_a_choice_are_told() -> None:
    two = [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]
    assert check(among="options") == [("choose.no_options", "error")]
    assert check(among="items", options=two) == [("choose.options_unused", "error")]
    assert check(among="tasks", sorts=["worry"]) == [("choose.sorts_unused", "error")]
    assert check(among="sets") == [("choose.no_sets", "error")]
    assert check(among="options", most=1, options=[*two, two[0]]) == [("scenario.double_id", "error")]
    assert check(among="options", most=2, options=two) == [("choose.no_choice_left", "warning")]
    assert check(among="options", most=1, options=two) == []


def test_what_residents_brought_up_leads() -> None:
    state = begun(EXAMPLE)
    worries = {
        "item0001": Item(text="de nota", sort="worry", perspective="beleid"),
        "item0002": Item(text="de stoep", sort="worry", perspective="bewoners", shared="shared"),
    }
    found = at(state.replace(registers={"items": worries}), ITEMS)
    assert [(each.text, each.beside) for each in found] == [
        ("de stoep", "wij delen dit"),
        ("de nota", "beleid"),
    ]
