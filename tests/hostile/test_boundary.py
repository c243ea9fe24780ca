"""No text comes in but through the cleaning types: every string in every model is looked at."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic import AfterValidator, BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

import facilitator
from facilitator.problems import Place, Problem
from facilitator.records import Record
from facilitator.words import Words

HOSTILE = "a\x1b[2Jb\u202ec\x9bd\u200be\x00f"
HARMFUL = set("\x1b\u202e\x9b\u200b\x00")


def modules() -> list[str]:
    """Give every module of the house that can be imported without a screen."""
    found = [each.name for each in pkgutil.walk_packages(facilitator.__path__, "facilitator.")]
    return [each for each in found if ".ui." not in each and ".view" not in each and "__main__" not in each]


def models() -> list[type[BaseModel]]:
    for name in modules():
        importlib.import_module(name)
    found: set[type[BaseModel]] = set()
    todo: list[type[BaseModel]] = [Record]
    while todo:
        for each in todo.pop().__subclasses__():
            if each not in found and each.__module__.startswith("facilitator."):
                found.add(each)
                todo.append(each)
    return sorted(found, key=lambda each: f"{each.__module__}.{each.__name__}")


MODELS = models()

ELSEWHERE = {
    ("BlockFile", "step"): "read again by the kind that each step names",
    ("UseText", "steps"): "read again by the kind that each step names",
    ("SessionText", "results"): "names of fields, which no screen or report shows; the kind checks them",
    ("Finding", "numbers"): "names of numbers, which no screen or report shows",
}
"""Strings that are looked at in another place, and where."""


def strings(said: Any, about: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give what is said about each string inside a type: the checks that a text passes through."""
    if isinstance(said, FieldInfo):
        known = tuple(said.metadata)
        yield from strings(Annotated[said.annotation, *known] if known else said.annotation)
    elif get_origin(said) is Annotated:
        inner, *checks = get_args(said)
        if any(isinstance(check, AfterValidator) for check in checks) and inner is not str:
            yield (said,)  # cleans what is inside it, or not: to be tried as a whole
        else:
            yield from strings(inner, (*checks, *about))
    elif said is str:
        yield about
    elif get_origin(said) is not Literal:
        for inner in get_args(said):
            yield from strings(inner)
        if hasattr(said, "__value__"):
            yield from strings(said.__value__)


def is_clean(checks: tuple[Any, ...]) -> bool:
    """Tell whether a string with these checks can never hold what acts on a terminal: by trying."""
    made: Any = str
    for check in checks:
        made = check if get_origin(check) is Annotated else Annotated[made, check]
    try:
        kept = TypeAdapter(made).validate_python(HOSTILE)
    except ValidationError:
        return True
    return not HARMFUL & set(kept)


def test_there_are_as_many_models_as_there_are() -> None:
    texts = sum(1 for each in MODELS for field in each.model_fields.values() for _ in strings(field))
    assert len(MODELS) > 60
    assert texts > 150


@pytest.mark.parametrize("model", MODELS, ids=lambda each: each.__name__)
def test_every_string_is_cleaned_or_a_name(model: type[BaseModel]) -> None:
    raw = [
        name
        for name, field in model.model_fields.items()
        for checks in strings(field)
        if not is_clean(checks) and (model.__name__, name) not in ELSEWHERE
    ]
    assert raw == []


def test_the_walk_finds_a_raw_string() -> None:
    class Raw(BaseModel):
        one: str
        two: list[str]
        three: dict[str, int]
        four: Annotated[str, "only a remark"] | None

    found = [name for name, field in Raw.model_fields.items() if not all(map(is_clean, strings(field)))]
    assert found == ["one", "two", "three", "four"]


@pytest.mark.parametrize(
    "problem",
    [
        Problem("cli.no_file", {"name": HOSTILE}),
        Problem("cli.no_file", {"name": "x"}, nearest=HOSTILE),
        Problem("cli.no_file", {"name": "x"}, choices=f"een, {HOSTILE}"),
        Problem("cli.no_file", {"name": "x"}, Place(HOSTILE), key=HOSTILE),
    ],
    ids=["values", "nearest", "choices", "place and key"],
)
def test_what_a_problem_says_is_clean_whatever_it_is_about(problem: Problem) -> None:
    """A screen shows it as it is, and the names in it may be those of any file."""
    t = Words("nl")
    for said in (problem.say(t), problem.line(t), problem.brief(t)):
        assert not HARMFUL & set(said)
