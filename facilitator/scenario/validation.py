"""From what a file says to a checked model, with every mistake as a problem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from facilitator.problems import Place, Problem, Refused, nearest
from facilitator.words import Language

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]

_TYPES = {
    "string_type": "text",
    "int_type": "number",
    "bool_type": "yes_no",
    "list_type": "list",
    "dict_type": "table",
    "model_type": "table",
    "date_type": "date",
    "time_type": "time",
}
_LIMITS = {
    "string_too_long": ("too_long", "max_length"),
    "too_long": ("too_many", "max_length"),
    "too_short": ("too_few", "min_length"),
    "greater_than_equal": ("too_small", "ge"),
    "less_than_equal": ("too_great", "le"),
}


def validate(model: type[Model], data: Mapping[str, Any], place: Place, inside: Path = ()) -> Model:
    """Make the model, or raise Refused with a problem for every mistake in the data."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise Refused(*(_problem(each, model, place, inside) for each in error.errors())) from error


def key_path(path: Path) -> str:
    """Give a path as an author counts: ``use[2].block``."""
    said = ""
    for part in path:
        if isinstance(part, int):
            said += f"[{part + 1}]"
        else:
            said += f".{part}" if said else part
    return said


def _problem(error: ErrorDetails, model: type[BaseModel], place: Place, inside: Path) -> Problem:
    sort, path = error["type"], (*inside, *error["loc"])
    context = error.get("ctx", {})
    values: dict[str, str | int] = {}
    near = ""
    if sort == "missing":
        code, values = "missing", {"name": str(error["loc"][-1])}
    elif sort == "extra_forbidden":
        name = str(error["loc"][-1])
        code, values, near = (
            "unknown_key",
            {"name": name},
            nearest(name, _fields_at(model, error["loc"][:-1])),
        )
    elif sort in _TYPES:
        code = f"wants_{_TYPES[sort]}"
    elif sort in _LIMITS:
        code, limit = _LIMITS[sort]
        values = {"limit": context.get(limit, 0)}
    elif sort == "literal_error":
        words = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")
        code, values = "not_a_choice", {"choices": words}
        near = nearest(str(error["input"]), words.split(", "))
    elif sort == "string_pattern_mismatch":
        code = "bad_id"
    else:
        code = "empty_text" if sort == "value_error" else "wrong"
    return Problem(f"scenario.{code}", values, place, key_path(path), near)


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """Give the keys that may stand at a path inside a model."""
    for part in path:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return []
        model = inner
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each))), None)


def localise(data: Any, language: Language, place: Place, inside: Path = ()) -> Any:
    """Give the data with every ``{nl = "...", en = "..."}`` replaced by its text in one language.

    Raises Refused when a text lacks that language.
    """
    problems: list[Problem] = []
    chosen = _localise(data, language, place, inside, problems)
    if problems:
        raise Refused(*problems)
    return chosen


def _localise(data: Any, language: Language, place: Place, inside: Path, problems: list[Problem]) -> Any:
    if isinstance(data, list):
        return [_localise(each, language, place, (*inside, n), problems) for n, each in enumerate(data)]
    if not isinstance(data, dict):
        return data
    if data and all(key in {"nl", "en"} and isinstance(text, str) for key, text in data.items()):
        if language not in data:
            problems.append(Problem("scenario.no_language", {"language": language}, place, key_path(inside)))
        return data.get(language, "")
    return {key: _localise(each, language, place, (*inside, key), problems) for key, each in data.items()}
