"""From what a file says to a checked model, with every mistake as a problem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import getitem
from typing import Any, Final, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from facilitator.problems import Aim, Place, Problem, Refused
from facilitator.scenario.suggestions import YES_NO, dutch_of, is_plain, meant
from facilitator.text import clean
from facilitator.words import LANGUAGES, Language

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]

MOST: Final = 50
"""Problems of one file that are told; who has more mends these first."""

WRONG_KEY: Final = "[key]"
"""What pydantic puts at the end of a path when the key itself is wrong."""

_BARE: Final = re.compile(r"[\w/-]+")
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
_ELSEWHERE: Final = frozenset({"use", "step", "statement"})
"""Tables that only one sort of file has."""
_LIMITS = {
    "string_too_long": ("too_long", "max_length"),
    "too_long": ("too_many", "max_length"),
    "too_short": ("too_few", "min_length"),
    "greater_than_equal": ("too_small", "ge"),
    "less_than_equal": ("too_great", "le"),
}


_NOT_THERE: Final = ("missing", "missing_choice", "missing_fixed", "missing_tables")
"""What is told of a key that is not there; not when it was misspelt."""


def validate(model: type[Model], data: Mapping[str, Any], place: Place, inside: Path = ()) -> Model:
    """Make the model, or raise Refused with a problem for every mistake in the data."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems = [_problem(mistake, model, data, place, inside) for mistake in error.errors()[:MOST]]
        spelt = {
            _beside(problem.key, problem.nearest)
            for problem in problems
            if problem.code == "scenario.unknown_key"
        }
        beside = {f"scenario.{code}" for code in ("wants_double_brackets", *_NOT_THERE)}
        told = [problem for problem in problems if problem.code not in beside or problem.key not in spelt]
        raise Refused(*told) from error


def _beside(key: str, name: str) -> str:
    """Give the key of another name in the same table: a misspelt key is not missing as well."""
    table = key.rpartition(".")[0]
    return f"{table}.{name}" if table else name


def key_path(path: Path) -> str:
    """Give a path as an author counts: ``use[2].block``; a name with other signs stands between quotes."""
    said = ""
    for part in path:
        if isinstance(part, int):
            said += f"[{part + 1}]"
        elif part != WRONG_KEY:
            name = shown(part)
            if not _BARE.fullmatch(name):
                name = '"' + name.replace('"', "'") + '"'
            said += f".{name}" if said else name
    return said


def shown(name: object) -> str:
    """Give a name from a file as a message may show it: printable, and not longer than a line."""
    said = clean(name) if isinstance(name, str) else ""
    return said if len(said) <= 60 else f"{said[:59]}…"


def double_ids(names: Sequence[str], key: str) -> list[Problem]:
    """Give a problem for each id in a list that was there before, at the later one: ``questions[2].id``."""
    return [
        Problem("scenario.double_id", {"name": shown(name)}, key=f"{key}[{n}].id")
        for n, name in enumerate(names, 1)
        if name in names[: n - 1]
    ]


def _problem(
    error: ErrorDetails, model: type[BaseModel], data: Mapping[str, Any], place: Place, inside: Path
) -> Problem:
    sort, path = error["type"], (*inside, *error["loc"])
    last = error["loc"][-1] if error["loc"] else ""
    if sort in {"missing", "extra_forbidden"}:
        return _key_problem(error, model, data, place, inside)
    values: dict[str, str | int] = {}
    near = ""
    if sort == "list_type" and isinstance(error["input"], dict):
        named = [shown(part) for part in path if isinstance(part, str)]
        code, values = "wants_double_brackets", {"name": ".".join(named)}
    elif sort == "string_type" and isinstance(error["input"], dict):
        code = "wants_text_by_language"
    elif sort in _TYPES:
        code, near = f"wants_{_TYPES[sort]}", _as_meant(error["input"], _TYPES[sort])
    elif sort in _LIMITS:
        code, limit = _beyond(error)
        values = {"limit": limit}
        path = (*path, limit) if code == "too_many" else path  # the first one too many
    elif sort == "literal_error":
        code, values, near = _no_choice(error, last, dutch_of(model))
    elif sort == "string_pattern_mismatch":
        code, near = "bad_id", as_id(error["input"])
    else:
        code = "empty_text" if sort == "value_error" else "wrong"
    aim: Aim = "key" if last == WRONG_KEY else "value"
    return Problem(f"scenario.{code}", values, place, key_path(path), near, aim=aim)


def _key_problem(
    error: ErrorDetails, model: type[BaseModel], data: Mapping[str, Any], place: Place, inside: Path
) -> Problem:
    """Give the problem of a key that is not there, or that is not known."""
    path, last = (*inside, *error["loc"]), error["loc"][-1]
    if error["type"] == "missing":
        code, values = _missing(str(last), _choices(model, error["loc"]))
        if code == "missing" and _wants_tables(model, error["loc"]):
            named = [shown(part) for part in path if isinstance(part, str)]
            code, values = "missing_tables", {"name": ".".join(named)}
        return Problem(f"scenario.{code}", values, place, key_path(path), aim="table")
    code, near = "unknown_key", _key_meant(error["loc"], model, data)
    if len(error["loc"]) == 1 and last in _ELSEWHERE and isinstance(error["input"], list):
        code, near = f"{last}_elsewhere", ""
    return Problem(f"scenario.{code}", {"name": shown(last)}, place, key_path(path), near, aim="key")


def _missing(name: str, choices: Sequence[object]) -> tuple[str, dict[str, str | int]]:
    """Give the code and the values for a key that is not there, with what it can be set to."""
    if len(choices) > 1:
        return "missing_choice", {"name": name, "choices": ", ".join(map(str, choices))}
    if choices:
        only = choices[0]
        return "missing_fixed", {"name": name, "line": f"{name} = {only}"}
    return "missing", {"name": name}


def _beyond(error: ErrorDetails) -> tuple[str, int]:
    """Give the code for what is too much or too little, and the limit."""
    code, limit = _LIMITS[error["type"]]
    if code == "too_few" and not error["input"]:
        code = "empty_list"
    return code, int(error.get("ctx", {}).get(limit, 0))


def _no_choice(
    error: ErrorDetails, key: str | int, dutch: Mapping[str, str]
) -> tuple[str, dict[str, str | int], str]:
    """Give the code, the values and the nearest word for something that is not one of the choices."""
    said = error["input"]
    if key == "format" and isinstance(said, int) and said > 1:
        return "newer", {}, ""
    choices = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    if choices.isdigit() and isinstance(said, str):
        return "wants_number", {}, _as_meant(said, "number")
    near = meant(said, choices.split(", "), dutch) if isinstance(said, str) else ""
    return "not_a_choice", {"choices": choices}, near


def _as_meant(said: object, wanted: str) -> str:
    """Give what was written as something else, as it should have been written."""
    if wanted == "number":
        return _as_number(said)
    if wanted == "text":
        return f'"{said}"' if isinstance(said, int) and not isinstance(said, bool) else ""
    if not isinstance(said, str):
        return ""
    if wanted == "list":
        return f'["{said}"]' if is_plain(said) else ""
    return YES_NO.get(said.strip().lower(), "") if wanted == "yes_no" else ""


def _as_number(said: object) -> str:
    """Give a whole number without quotation marks, minutes or a fraction."""
    if isinstance(said, float) and said.is_integer():
        return str(int(said))
    pattern = r"\s*([0-9]{1,3})\s*(?:m|min|minuten|minutes|')?\.?\s*"
    number = re.fullmatch(pattern, said) if isinstance(said, str) else None
    return number[1] if number else ""


def as_id(said: object) -> str:
    """Give a name as the name of a thing: lower case, no accents, a hyphen for everything else."""
    if not isinstance(said, str):
        return ""
    said = re.split(r"[/\\]", said[:200].removesuffix(".toml"))[-1]
    plain = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-")


def _key_meant(path: Path, model: type[BaseModel], data: Any) -> str:
    """Give the key that was probably meant, of those that are not there yet."""
    inside = _model_at(model, path[:-1])
    there = reduce(getitem, path[:-1], data)
    fields = list(inside.model_fields) if inside else []
    free = [
        name for name in fields if not _stands(there.get(name)) or _wants_tables(model, (*path[:-1], name))
    ]
    return meant(str(path[-1]), free, dutch_of(model))


def _wants_tables(model: type[BaseModel], path: Path) -> bool:
    """Tell whether a key stands in double brackets, so that there can be one more of it."""
    inside = _model_at(model, path[:-1])
    field = inside.model_fields.get(str(path[-1])) if inside else None
    inner = get_args(field.annotation) if field and get_origin(field.annotation) is list else ()
    return bool(inner) and (get_origin(inner[0]) is dict or _model_in(inner[0]) is not None)


def _stands(value: object) -> bool:
    """Tell whether a key is there as is meant; ``[[step.questions]]`` alone makes ``step`` a table."""
    return value is not None and not (isinstance(value, dict) and all(map(_is_tables, value.values())))


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def _choices(model: type[BaseModel], path: Path) -> tuple[object, ...]:
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


def localise(data: Any, language: Language, place: Place, problems: list[Problem], inside: Path = ()) -> Any:
    """Give the data with every ``{nl = "...", en = "..."}`` replaced by its text in one language.

    A text that lacks that language becomes a mark, and a problem is added; so the rest can still be checked.
    """
    if isinstance(data, list):
        return [localise(each, language, place, problems, (*inside, n)) for n, each in enumerate(data)]
    if not isinstance(data, dict):
        return data
    if set(LANGUAGES) & data.keys() and all(isinstance(text, str) for text in data.values()):
        others = {key: meant(key, LANGUAGES) for key in data if key not in LANGUAGES}
        problems += [
            Problem(
                "scenario.no_such_language",
                {"name": shown(key)},
                place,
                key_path((*inside, key)),
                near,
                aim="key",
            )
            for key, near in others.items()
        ]
        said = data.get(language, "")
        if said.strip() or not any(text.strip() for text in data.values()):
            return said
        if language not in others.values():
            problems.append(Problem("scenario.no_language", {"language": language}, place, key_path(inside)))
        return "?"
    return {key: localise(each, language, place, problems, (*inside, key)) for key, each in data.items()}
