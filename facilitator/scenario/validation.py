"""From what a file says to a checked model, with every mistake as a problem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from facilitator.problems import Place, Problem, Refused, nearest
from facilitator.text import clean
from facilitator.words import Language

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]

MOST: Final = 50
"""Problems of one file that are told; who has more mends these first."""

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
        told = error.errors()[:MOST]
        raise Refused(*(_problem(each, model, place, inside) for each in told)) from error


def key_path(path: Path) -> str:
    """Give a path as an author counts: ``use[2].block``."""
    said = ""
    for part in path:
        if isinstance(part, int):
            said += f"[{part + 1}]"
        elif part != "[key]":  # what pydantic adds when the key itself is wrong
            said += f".{shown(part)}" if said else shown(part)
    return said


def shown(name: object) -> str:
    """Give a name from a file as a message may show it: printable, and not longer than a line."""
    said = clean(name) if isinstance(name, str) else ""
    return said if len(said) <= 60 else f"{said[:59]}…"


def _problem(error: ErrorDetails, model: type[BaseModel], place: Place, inside: Path) -> Problem:
    sort, path = error["type"], (*inside, *error["loc"])
    last = error["loc"][-1] if error["loc"] else ""
    values: dict[str, str | int] = {}
    near = ""
    if sort == "missing":
        code, values = "missing", {"name": str(last)}
    elif sort == "extra_forbidden":
        code, values = "unknown_key", {"name": shown(last)}
        near = nearest(str(last), _fields_at(model, error["loc"][:-1]))
    elif sort == "list_type" and isinstance(error["input"], dict):
        code, values = "wants_double_brackets", {"name": shown(last)}
    elif sort in _TYPES:
        code = f"wants_{_TYPES[sort]}"
    elif sort in _LIMITS:
        code, limit = _LIMITS[sort]
        values = {"limit": error.get("ctx", {}).get(limit, 0)}
    elif sort == "literal_error":
        code, values, near = _no_choice(error, last)
    elif sort == "string_pattern_mismatch":
        code = "bad_id"
    else:
        code = "empty_text" if sort == "value_error" else "wrong"
    return Problem(f"scenario.{code}", values, place, key_path(path), near)


def _no_choice(error: ErrorDetails, key: str | int) -> tuple[str, dict[str, str | int], str]:
    """Give the code, the values and the nearest word for something that is not one of the choices."""
    said = error["input"]
    if key == "format" and isinstance(said, int) and said > 1:
        return "newer", {}, ""
    choices = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    if choices.isdigit() and isinstance(said, str):
        return "wants_number", {}, ""
    near = nearest(said, choices.split(", ")) if isinstance(said, str) else ""
    return "not_a_choice", {"choices": choices}, near


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


def localise(data: Any, language: Language, place: Place, problems: list[Problem], inside: Path = ()) -> Any:
    """Give the data with every ``{nl = "...", en = "..."}`` replaced by its text in one language.

    A text that lacks that language becomes a mark, and a problem is added; so the rest can still be checked.
    """
    if isinstance(data, list):
        return [localise(each, language, place, problems, (*inside, n)) for n, each in enumerate(data)]
    if not isinstance(data, dict):
        return data
    if data and all(key in {"nl", "en"} and isinstance(text, str) for key, text in data.items()):
        if language not in data:
            problems.append(Problem("scenario.no_language", {"language": language}, place, key_path(inside)))
        return data.get(language, "?")
    return {key: localise(each, language, place, problems, (*inside, key)) for key, each in data.items()}
