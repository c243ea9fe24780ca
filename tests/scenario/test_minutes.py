"""Minutes that are true: what a step takes is counted, and told where it has less (docs/domain.md 4.9)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library, built_in
from facilitator.scenario.model import Scenario, key_of
from facilitator.scenario.tight_steps import expected_of, tight_steps
from facilitator.words import Words
from tests.scenario.shelf import change, check, told


def load(name: str) -> Scenario:
    path = built_in() / f"{name}.toml"
    return load_scenario(path, Library.of(path), kinds(), "nl")


def tight(scenario: Scenario, people: int) -> Mapping[str, int]:
    """Give the least minutes of each step that so many people cannot do in what it has."""
    scenario = scenario.model_copy(update={"people": people})
    found = tight_steps(scenario.places(), scenario, kinds(), expected_of(scenario))
    return {key_of(each.use, each.step): each.takes.least for each in found}


@pytest.mark.parametrize("name", sorted(path.stem for path in built_in().glob("*.toml")))
def test_every_programme_holds_for_its_people_and_for_fewer(name: str) -> None:
    scenario = load(name)
    assert tight(scenario, scenario.people) == {}
    assert tight(scenario, 6) == {}


@pytest.mark.parametrize(
    ("name", "people", "least"),
    [
        ("startbijeenkomst", 45, {}),
        ("terugkomsessie", 30, {"checkin/checkin": 4, "terugblik/stembriefje": 10}),
        ("haarvaten", 60, {}),
        ("netwerk-en-bijdragen", 30, {"bieden-en-zoeken/bieden-en-zoeken": 16}),
        ("buurt-eigen-5-plan", 30, {"hoe-ging-het-samen/samen": 10}),
    ],
)
def test_with_more_people_some_steps_take_longer(name: str, people: int, least: Mapping[str, int]) -> None:
    found = tight(load(name), people)
    assert least.items() <= found.items()


def test_a_break_takes_the_typing_of_ballots() -> None:
    scenario = load("startbijeenkomst")
    urgency = next(use for use in scenario.uses if use.id == "urgentie")
    vote, _, result = urgency.steps
    without = urgency.model_copy(update={"steps": [vote, result]})
    uses = [without if use.id == "urgentie" else use for use in scenario.uses]
    assert "urgentie/stembriefje" not in tight(scenario, 30)
    assert tight(scenario.model_copy(update={"uses": uses}), 30)["urgentie/stembriefje"] == 10


def test_the_check_says_what_a_step_takes(shelf: Path) -> None:
    path = change(shelf / "avond.toml", 'block = "praten"', 'block = "praten"\nminutes = { vraag = 1 }')
    change(path, "minutes = 20", "minutes = 10")
    assert told(check(path)) == [("scenario.takes.questions", 13, "use[1].minutes.vraag", "")]
    warning = check(path)[0]
    assert warning.severity == "warning"
    said = "Met 1 vraag duurt “Een vraag” minstens 2 minuten, en meestal 3. Gepland: 1."
    assert warning.say(Words("nl")) == said


# -- what a use of a block can say


def test_a_use_has_a_title_and_a_most_of_its_own(shelf: Path) -> None:
    change(
        shelf / "avond.toml", 'block = "praten"', 'block = "praten"\ntitle = "Nog eens"\nmost = { vraag = 4 }'
    )
    path = shelf / "avond.toml"
    assert check(path) == []
    (use,) = load_scenario(path, Library.of(path), kinds(), "nl").uses
    assert (use.title, getattr(use.steps[1], "most", 0)) == ("Nog eens", 4)


@pytest.mark.parametrize(
    ("most", "mistake"),
    [
        ("{ vraag = 31 }", ("scenario.too_great", 13, "use[1].most.vraag", "")),
        ("{ vraag = 0 }", ("scenario.too_small", 13, "use[1].most.vraag", "")),
        ("{ welkom = 2 }", ("scenario.no_most", 13, "use[1].most.welkom", "")),
        ("{ vrag = 2 }", ("scenario.no_step", 13, "use[1].most.vrag", "vraag")),
    ],
)
def test_a_most_that_cannot_be(shelf: Path, most: str, mistake: tuple[str, int, str, str]) -> None:
    path = change(shelf / "avond.toml", 'block = "praten"', f'block = "praten"\nmost = {most}')
    assert told(check(path)) == [mistake]


def test_a_title_of_a_use_has_to_fit_and_is_mended_where_it_stands(shelf: Path) -> None:
    path = change(shelf / "avond.toml", 'block = "praten"', f'block = "praten"\ntitle = "{"lang " * 12}"')
    assert told(check(path)) == [("scenario.too_wide", 13, "use[1].title", "")]
