"""What a model says of its keys: which there are, what can stand there, and which was probably meant."""

from __future__ import annotations

from functools import reduce
from operator import getitem
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from facilitator.scenario.suggestions import dutch_of, meant

Path = tuple[str | int, ...]


def key_meant(path: Path, model: type[BaseModel], data: Any) -> str:
    """Give the key that was probably meant, of those that are not there yet.

    Tables can only be meant as tables: in a step that has one sort of these that is it, whatever they are
    called, as with the ``[[step.prompts]]`` of another kind of step.
    """
    inside = _model_at(model, path[:-1])
    there = reduce(getitem, path[:-1], data)
    fields = list(inside.model_fields) if inside else []
    many = [name for name in fields if wants_tables(model, (*path[:-1], name))]
    if is_tables(there[path[-1]]):
        near = meant(str(path[-1]), many, dutch_of(model))
        return near or (many[0] if len(many) == 1 and "kind" in fields else "")
    free = [name for name in fields if not _stands(there.get(name)) or name in many]
    return meant(str(path[-1]), free, dutch_of(model))


def wants_tables(model: type[BaseModel], path: Path) -> bool:
    """Tell whether a key stands in double brackets, so that there can be one more of it."""
    inside = _model_at(model, path[:-1])
    field = inside.model_fields.get(str(path[-1])) if inside else None
    inner = get_args(field.annotation) if field and get_origin(field.annotation) is list else ()
    return bool(inner) and (get_origin(inner[0]) is dict or _model_in(inner[0]) is not None)


def _stands(value: object) -> bool:
    """Tell whether a key is there as is meant; ``[[step.questions]]`` alone makes ``step`` a table."""
    return value is not None and not is_headless(value)


def is_tables(value: object) -> bool:
    """Tell whether a value is what double brackets make."""
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)


def is_headless(value: object) -> bool:
    """Tell whether a table holds nothing but the tables of its own that stand where it should have begun."""
    return isinstance(value, dict) and bool(value) and all(map(is_tables, value.values()))


def choices_of(model: type[BaseModel], path: Path) -> tuple[object, ...]:
    """Give what can be chosen for a key that is missing; nothing when that is free."""
    inside = _model_at(model, path[:-1])
    field = inside.model_fields.get(str(path[-1])) if inside else None
    if field is None or get_origin(field.annotation) is not Literal:
        return ()
    return get_args(field.annotation)


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Give the model of a table inside a model."""
    for part in path:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return None
        model = inner
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument))), None)
