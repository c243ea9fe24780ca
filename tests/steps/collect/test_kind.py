"""What a scenario may ask of gathering."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.kinds import kinds
from facilitator.scenario.screen_fit import find_tall
from facilitator.words import LANGUAGES, Words
from tests.steps.collect.brought import EXAMPLE
from tests.steps.running import evening

COLLECT = kinds()["collect"]
LONG = "woord " * 45
PROMPT = {"sort": "worry", "text": "Wat speelt er?"}


def _step(**said: Any) -> Any:
    about = {"id": "step", "kind": "collect", "title": "Ophalen", "minutes": 5}
    return COLLECT.step.model_validate({**about, **said})


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"ask": "gather", "prompts": [PROMPT]}, []),
        ({"ask": "gather", "prompts": [PROMPT], "first": "bewoners"}, []),
        ({"ask": "gather", "prompts": [PROMPT], "unsigned": True}, []),
        ({"ask": "cluster", "sorts": ["worry"]}, []),
        ({"ask": "links", "among": "actors"}, []),
        ({"ask": "energy", "among": "actors"}, []),
        ({"ask": "gather"}, [("no_prompts", "prompts")]),
        ({"ask": "gather", "prompts": [PROMPT], "sorts": ["worry"]}, [("sorts_unused", "sorts")]),
        (
            {"ask": "gather", "prompts": [PROMPT], "first": "bewoners", "unsigned": True},
            [("first_unsigned", "unsigned")],
        ),
        ({"ask": "gather", "prompts": [PROMPT], "among": "actors"}, [("actors_unused", "among")]),
        ({"ask": "shared", "among": "actors"}, [("actors_unused", "among")]),
        ({"ask": "links", "among": "actors", "sorts": ["worry"]}, [("sorts_of_actors", "sorts")]),
        (
            {"ask": "energy", "prompts": [PROMPT], "first": "bewoners", "unsigned": True},
            [("only_gather", "prompts"), ("only_gather", "first"), ("only_gather", "unsigned")],
        ),
    ],
)
def test_what_goes_with_what_is_asked(said: dict[str, Any], wrong: list[tuple[str, str]]) -> None:
    found = COLLECT.check(_step(**said), evening(EXAMPLE))
    assert [(each.code, each.key) for each in found] == [(f"collect.{code}", key) for code, key in wrong]
    for language in LANGUAGES:
        assert all(each.say(Words(language)) for each in found)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"ask": "gather", "prompts": [{**PROMPT, "text": LONG, "hint": LONG[:200]}]}, "prompts[1].text"),
        ({"ask": "gather", "prompts": [{**PROMPT, "text": LONG[:200], "hint": LONG}]}, "prompts[1].hint"),
        ({"ask": "gather", "prompts": [PROMPT], "text": "regel\n" * 11}, "text"),
        ({"ask": "shared", "text": "regel\n" * 8}, "text"),
        ({"ask": "energy", "text": "regel\n" * 7}, "text"),
    ],
)
def test_what_does_not_fit_the_smallest_screen_is_found(said: dict[str, Any], key: str) -> None:
    found = [find_tall(page) for page in COLLECT.fits(_step(**said), evening(EXAMPLE))]
    assert key in [each[0].key for each in found if each]


@pytest.mark.parametrize(
    "said",
    [
        {"ask": "gather", "prompts": [PROMPT], "text": "regel\n" * 5, "first": "bewoners"},
        {"ask": "shared", "text": "regel\n" * 5},
        {"ask": "energy"},
    ],
)
def test_what_fits_is_left_alone(said: dict[str, Any]) -> None:
    assert not any(find_tall(page) for page in COLLECT.fits(_step(**said), evening(EXAMPLE)))
