"""The right word is offered for a Dutch one, wherever a fixed word has to stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from facilitator.kinds import kinds
from facilitator.problems import Place, Refused
from facilitator.scenario.file_models import BlockFile, ScenarioFile, StatementsFile
from facilitator.scenario.model import dutch_kinds
from facilitator.scenario.parts import read_step
from facilitator.scenario.suggestions import DUTCH, dutch_of, meant
from facilitator.words import Words

t = Words("nl")
SORTS = ["worry", "ambition", "pride", "asset", "chance", "unsaid"]
ASKED = ["for_whom", "why_now", "wanted", "chance", "if_nothing", "theme"]
ACTORS, COLLECT, CONTRIBUTIONS, FACTS, TASKS = (
    kinds()[name].step.dutch for name in ("actors", "collect", "contributions", "facts", "tasks")
)
FILES = (ScenarioFile, BlockFile, StatementsFile)


def _choices(annotation: Any) -> Iterator[list[str]]:
    """Give the fixed words that a type lets choose from."""
    if get_origin(annotation) is Literal:
        yield [str(each) for each in get_args(annotation)]
    for each in get_args(annotation):
        yield from _choices(each)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from (
            found for field in annotation.model_fields.values() for found in _choices(field.annotation)
        )


MODELS: list[type[BaseModel]] = [*FILES, *(kind.step for kind in kinds().values())]
CHOICES: list[tuple[list[str], Mapping[str, str]]] = [
    (words, {**DUTCH, **dutch_of(model)}) for model in MODELS for words in _choices(model)
]
CHOICES += [(list(kinds()), {**DUTCH, **dutch_kinds(kinds())})]


@pytest.mark.parametrize("value", sorted({word for words, _ in CHOICES if len(words) > 1 for word in words}))
def test_every_fixed_word_has_a_dutch_name_that_leads_to_it(value: str) -> None:
    for words, dutch in CHOICES:
        if value in words and len(words) > 1:
            assert any(meant(name, words, dutch) == value for name in dutch[value].split("|"))


@pytest.mark.parametrize("value", SORTS)
def test_what_a_room_calls_a_sort_leads_to_it(value: str) -> None:
    for said in (t(f"collect.sort.{value}"), t(f"collect.report.sort.{value}")):
        assert meant(said, SORTS, COLLECT) == value


@pytest.mark.parametrize("value", ASKED)
def test_what_a_room_calls_a_question_about_a_task_leads_to_it(value: str) -> None:
    assert meant(t(f"tasks.label.{value}"), ASKED, TASKS) == value


def test_what_a_room_calls_other_things_leads_to_them() -> None:
    assert meant(t("actors.report.side.formal"), ["formal", "informal"], ACTORS) == "formal"
    assert meant(t("report.source.verified", source="", titles=""), ["verified", "derived"]) == "verified"
    assert meant(t("facts.lane.stories"), ["facts", "stories"], FACTS) == "stories"
    assert meant(t("storage.section.roles"), ["offers", "tasks", "roles"], CONTRIBUTIONS) == "roles"


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({"kind": "stemmen"}, ("kind", "statements")),
        ({"soort": "card"}, ("soort", "kind")),
        ({"kind": "card", "titel": "x"}, ("titel", "title")),
        ({"kind": "card", "duur": 5}, ("duur", "minutes")),
        ({"kind": "collect", "ask": "ophalen"}, ("ask", "gather")),
        (
            {"kind": "collect", "ask": "gather", "prompts": [{"sort": "zorg", "text": "?"}]},
            ("prompts[1].sort", "worry"),
        ),
        (
            {"kind": "collect", "ask": "gather", "prompts": [{"sort": "worrie", "text": "?"}]},
            ("prompts[1].sort", "worry"),
        ),
        ({"kind": "facts", "ask": ["cijfers", "stories"]}, ("ask[1]", "facts")),
        ({"kind": "choose", "among": "opgaven"}, ("among", "tasks")),
        ({"kind": "statements", "sets": ["x"], "part": "uitslag"}, ("part", "result")),
    ],
)
def test_a_dutch_word_in_a_step_is_told_with_the_right_one(
    step: dict[str, Any], expected: tuple[str, str]
) -> None:
    said = {"id": "stap"} | step
    with pytest.raises(Refused) as refused:
        read_step(said, kinds(), Place("x.toml"), ())
    assert expected in [(each.key, each.nearest) for each in refused.value.problems]


def test_a_word_that_means_nothing_here_leads_nowhere() -> None:
    assert meant("fiets", SORTS, COLLECT) == ""
    assert meant("", SORTS, COLLECT) == ""
    assert meant("trots", ["formal", "informal"], ACTORS) == ""
