"""The programmes that come with the app: complete, on time, and in words that everyone in the room knows."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import tomli

from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.file_check import Checker
from facilitator.scenario.library import Library, built_in
from facilitator.scenario.model import Scenario, Step
from facilitator.scenario.parts import load_block, read_set
from facilitator.steps.statements.kind import StatementsStep, back_of, statements_of, vote_of
from facilitator.words import LANGUAGES, Language, Words
from tests.scenario.by_heart import IDS, SETS

FILES = sorted(built_in().rglob("*.toml"))
BLOCKS = sorted((built_in() / "blocks").glob("*.toml"))
STATEMENTS = sorted((built_in() / "statements").glob("*.toml"))

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\u20e3\ufe00-\ufe0f\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\U000e0000-\U000e0fff]"
)
UNKIND = re.compile(
    r"probleemwijk|achterstand|aandachtswijk|krachtwijk|prachtwijk|hangjongere|allochto|kansarm|tokkie"
    r"|significant|stakeholder|integra[al]|faciliter|doelgroep|draagvlak|participa|problem area|deprived",
    re.IGNORECASE,
)

START = {
    "welkom": 5,
    "buurt-bepalen": 3,
    "checkin": 7,
    "trots": 7,
    "wijkverhaal": 3,
    "urgentie": 8 + 12 + 20,
    "cijfers-en-verhalen": 12,
    "aanleiding": 4,
    "vier-vragen": 12,
    "advies": 8,
    "afspraken": 15,
    "afsluiten": 4,
}
NETWORK = {
    "welkom": 4,
    "checkin": 6,
    "buurt-bepalen": 3,
    "netwerk": 6 + 8,
    "wie-kent-wie": 11,
    "wie-ontbreekt": 3,
    "belangen": 13,
    "ringen": 8,
    "pauze": 10,
    "bieden-en-zoeken": 14,
    "bijdragen": 12,
    "rollen": 11,
    "afspraken": 8,
    "afsluiten": 3,
}
TASKS = {
    "welkom": 4,
    "checkin": 4,
    "terugblik": 3 + 2,
    "wat-doen-we-al": 10,
    "opgaven": 16 + 9,
    "kiezen": 8,
    "pauze": 10,
    "alliantie": 5 + 2 + 5,
    "afspraken-per-opgave": 18,
    "nog-niet-gezegd": 5,
    "bezwaren": 7,
    "zichtbaar": 5,
    "welk-stuk": 4,
    "afsluiten": 3,
}
RESIDENTS = {
    "welkom": 4,
    "checkin": 6,
    "zorgen-en-dromen": 15 + 4,
    "wat-hangt-samen": 14,
    "netwerk": 4 + 8,
    "wie-kent-wie": 11,
    "pauze": 10,
    "energie": 10,
    "kleine-start": 11,
    "afspraken": 10,
    "volhouden": 4,
    "terugkoppeling": 4,
    "afsluiten": 5,
}
RETURN = {
    "welkom-terug": 2,
    "checkin": 3,
    "terugblik": 6 + 4 + 15 + 12 + 10,
    "wijkverhaal": 3 + 5,
    "bijsturen": 6,
    "afspraken": 6,
    "afsluiten": 3,
}
MEETINGS = {
    "startbijeenkomst": (START, 120),
    "netwerk-en-bijdragen": (NETWORK, 120),
    "opgave-en-afspraken": (TASKS, 120),
    "haarvaten": (RESIDENTS, 120),
    "terugkomsessie": (RETURN, 75),
}
"""Per programme the minutes of its parts in order, and together."""

FOLLOWING = [
    *(path.stem for path in sorted(built_in().glob("*.toml")) if re.search(r"-[2-9](-|$)", path.stem)),
    "opgave-en-afspraken",
    "terugkomsessie",
]
"""The programmes that go on where another ended."""


def load(name: str, language: Language = "nl") -> Scenario:
    path = built_in() / f"{name}.toml"
    return load_scenario(path, Library.of(path), kinds(), language)


def steps_of_blocks(language: Language) -> Iterator[tuple[str, Step]]:
    for path in BLOCKS:
        for step in load_block(path, kinds(), language)[1]:
            yield f"{path.stem}/{step.id}", step


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_it(path: Path) -> None:
    t = Words("nl")
    assert [problem.line(t) for problem in Checker(None, kinds(), t).check(path)] == []


@pytest.mark.parametrize("name", MEETINGS)
def test_the_minutes_of_each_part(name: str) -> None:
    scenario = load(name)
    minutes, total = MEETINGS[name]
    assert 0 <= scenario.minutes - total <= 10
    assert {use.id: use.minutes for use in scenario.uses} == minutes
    assert list(minutes) == [use.id for use in scenario.uses]
    assert sum(minutes.values()) == total


def test_the_trial_run_fits_twenty_minutes() -> None:
    scenario = load("proefronde")
    minutes = [step.minutes for _, step in scenario.places()]
    assert minutes == [1, 2, 4, 4, 2, 2, 3, 2]
    assert scenario.minutes == sum(minutes) == 20


def test_a_break_stands_between_the_vote_and_its_result() -> None:
    urgency = next(use for use in load("startbijeenkomst").uses if use.id == "urgentie")
    vote, pause, result = urgency.steps
    assert [each.minutes for each in urgency.steps] == [8, 12, 20]
    assert isinstance(vote, StatementsStep)
    assert isinstance(result, StatementsStep)
    assert (vote.part, pause.kind, result.part) == ("vote", "card", "result")
    assert vote_of(result, urgency) is vote
    assert vote_of(vote, urgency) is vote


def test_no_more_than_75_minutes_without_a_break() -> None:
    for name in MEETINGS:
        since = 0
        for _, step in load(name).places():
            since = 0 if getattr(step, "pause", False) else since + step.minutes
            assert since <= 75, f"{name}/{step.id}"


def test_agreements_are_made_before_the_evening_closes() -> None:
    for name in MEETINGS:
        kinds_in_order = [step.kind for _, step in load(name).places()]
        assert "agreements" in kinds_in_order, name
        assert load(name).uses[-1].id == "afsluiten", name


def test_the_ballots_of_the_door_ask_what_the_start_meeting_asked() -> None:
    start, again = (
        next(step for _, step in load(name).places() if isinstance(step, StatementsStep))
        for name in ("startbijeenkomst", "terugkomsessie")
    )
    assert (again.part, again.sets, again.level) == (start.part, start.sets, start.level)


def test_the_ballot_of_the_start_meeting() -> None:
    scenario = load("startbijeenkomst")
    step = next(each for _, each in scenario.places() if isinstance(each, StatementsStep))
    assert [each.text for each in statements_of(step, scenario)] == SETS["urgentie"]
    assert step.level == ["ua1", "ua2", "ua3"]
    for perspective in ("beleid", "bewoners", "professionals"):
        back = [each.text for each in back_of(step, scenario, perspective)]
        assert back == SETS[f"urgentie-{perspective}"]


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.stem)
def test_statements_are_those_of_the_background_paper(path: Path) -> None:
    found = read_set(path, "nl")
    assert [each.text for each in found.statements] == SETS[path.stem]
    if path.stem in IDS:
        numbered = [f"{IDS[path.stem]}{n}" for n in range(1, len(found.statements) + 1)]
        assert [each.id for each in found.statements] == numbered


def test_a_statement_with_one_id_has_one_text() -> None:
    texts = {
        each.id: each.wording for each in read_set(built_in() / "statements/urgentie.toml", "nl").statements
    }
    for each in read_set(built_in() / "statements/proefronde.toml", "nl").statements:
        assert texts[each.id] == each.wording


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.stem)
def test_statements_fit_the_wall_and_lead_to_one_open_question(path: Path) -> None:
    for each in (each for language in LANGUAGES for each in read_set(path, language).statements):
        assert len(each.text) <= 90
        assert 0 < len(each.ask) <= 110
        assert each.ask.count("?") == 1
        assert each.ask.endswith("?")
        assert not re.match(
            r"(is|zijn|hebt|heeft|kan|kunt|moet|waarom|why|is|are|do|does)\b", each.ask.lower()
        )


def test_every_step_is_complete() -> None:
    for where, step in [*steps_of_blocks("nl"), *steps_of_blocks("en")]:
        assert step.notes, where
        assert step.outcome, where
        assert step.text, where


def test_texts_fit_a_projector() -> None:
    for where, step in [*steps_of_blocks("nl"), *steps_of_blocks("en")]:
        assert len(step.text) <= 300, where
        rows = [row for line in step.text.split("\n") for row in textwrap.wrap(line, 60) or [""]]
        assert len(rows) <= 6, where
        assert len(step.title) <= 40, where
        for question in getattr(step, "questions", []):
            assert len(question.text) <= 110, where


def test_headings_fit_home() -> None:
    for path, language in product(built_in().glob("*.toml"), LANGUAGES):
        scenario = load(path.stem, language)
        assert len(scenario.title) <= 22
        assert len(scenario.purpose) <= 30
        assert scenario.purpose.endswith("?")


def texts(data: Any) -> Iterator[tuple[str, str]]:
    """Give every text in a file, with the key that it stands under."""
    if isinstance(data, list):
        for each in data:
            yield from texts(each)
    elif isinstance(data, dict):
        for key, value in data.items():
            for inner, text in [(key, value)] if isinstance(value, str) else texts(value):
                yield (key if inner in {"nl", "en"} and inner != key else inner), text


def all_texts(path: Path) -> list[tuple[str, str]]:
    return list(texts(tomli.loads(path.read_text(encoding="utf-8"))))


def sentences(text: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.!?:])[\"')]*\s+|\n+", text) if each.strip()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sentences_are_short(path: Path) -> None:
    for key, text in all_texts(path):
        # The longest statement of the background paper has fourteen words.
        most = (14 if path in STATEMENTS else 13) if key == "text" else 20
        for sentence in sentences(text):
            assert len(sentence.split()) <= most, sentence


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_words_are_kind_and_safe_on_any_terminal(path: Path) -> None:
    whole = path.read_text(encoding="utf-8")
    assert not FORBIDDEN.search(whole)
    for _, text in all_texts(path):
        assert not UNKIND.search(text), text


def test_who_is_asked_to_answer_is_u() -> None:
    for path in FILES:
        for _, text in all_texts(path):
            assert not re.search(r"\b(je|jij|jouw|jullie)\b", text), text


def test_every_block_says_where_it_comes_from() -> None:
    for path in BLOCKS:
        block, _ = load_block(path, kinds(), "nl")
        if block.source_status == "verified":
            assert block.source in {"Platform31, 2018", "Platform31 en Movisie, 2021"}


def test_what_can_wait_is_marked_and_what_matters_is_not() -> None:
    may_skip = {
        step.id
        for name in ("startbijeenkomst", "netwerk-en-bijdragen")
        for _, step in load(name).places()
        if step.optional
    }
    assert may_skip == {"cijfers-en-verhalen", "aanleiding", "vier-vragen", "ringen", "rollen"}


def test_the_gate_asks_the_five_questions_and_says_what_a_no_points_to() -> None:
    gate = next(step for _, step in load("startbijeenkomst").places() if step.kind == "gate")
    questions = getattr(gate, "questions", [])
    assert [each.id for each in questions] == ["meer", "onderwerpen", "schaal", "gedeeld", "steun"]
    assert all(each.if_no for each in questions)


def test_people_are_counted_in_the_same_three_perspectives_everywhere() -> None:
    for path in built_in().glob("*.toml"):
        scenario = load(path.stem)
        assert [each.id for each in scenario.perspectives] == ["beleid", "bewoners", "professionals"]
        assert all(each.who for each in scenario.perspectives)
        residents = scenario.perspective("bewoners")
        assert residents is not None
        assert "vrijwilliger" in residents.who


@pytest.mark.parametrize("name", FOLLOWING)
def test_a_part_that_follows_another_looks_back_at_what_was_agreed_and_asked(name: str) -> None:
    asks = {getattr(step, "ask", "") for _, step in load(name).places() if step.kind == "review"}
    if name == "buurt-eigen-4-bewoners":  # it opens with what the street said, and part 5 asks after the rest
        assert not asks
    else:
        assert {"agreements", "open"} <= asks, name


def test_the_story_of_the_neighbourhood_is_told_while_there_is_attention() -> None:
    for name in ("startbijeenkomst", "terugkomsessie"):
        parts = [use.id for use in load(name).uses]
        assert parts.index("wijkverhaal") < parts.index("afspraken"), name
        story = [step for use, step in load(name).places() if use.id == "wijkverhaal"]
        assert all(step.keep == "verhaal" for step in story), name
        questions = [question for step in story for question in getattr(step, "questions", [])]
        assert [each.id for each in questions][:2] == ["nu", "zelf"], "which word now, and which do we choose"
        assert any(question.headline for question in questions), name


@pytest.mark.parametrize("name", ["zeven-bouwstenen", "zeven-bouwstenen-alleen"])
def test_the_scan_asks_after_figures_as_well_as_stories_and_after_departments(name: str) -> None:
    scenario = load(name)
    vote = next(step for _, step in scenario.places() if isinstance(step, StatementsStep))
    asked = {statement.id for statement in statements_of(vote, scenario)}
    assert {"b1-3", "b7-2"} <= asked, "figures"
    assert {"b1-4", "b7-3"} <= asked, "stories"
    assert "b5-5" in asked, "departments that work together"
    assert len(asked) == 21
