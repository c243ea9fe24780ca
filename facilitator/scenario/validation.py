"""From what a file says to a checked model, with every mistake as a problem."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from facilitator.problems import Aim, Place, Problem, Refused
from facilitator.scenario.misplaced_keys import NOT_THERE, lift
from facilitator.scenario.model_fields import Path, choices_of, is_headless, key_meant, wants_tables
from facilitator.scenario.suggestions import YES_NO, Choices, choices, dutch_of, is_plain, meant
from facilitator.text import clean

Model = TypeVar("Model", bound=BaseModel)

Values = dict[str, str | int | Choices]

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
    "date_from_datetime_parsing": "date",
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
        beside = {"scenario.wants_double_brackets", "scenario.headless", *NOT_THERE}
        told = [problem for problem in problems if problem.code not in beside or problem.key not in spelt]
        raise Refused(*lift(told, model, data, key_path(inside))) from error


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
    values: Values = {}
    near = ""
    if sort == "list_type" and is_headless(error["input"]):
        code, values = "headless", {"name": shown(last), "inner": f"{last}.{next(iter(error['input']))}"}
    elif sort == "list_type" and isinstance(error["input"], dict):
        named = [shown(part) for part in path if isinstance(part, str)]
        code, values = "wants_double_brackets", {"name": ".".join(named)}
    elif sort == "string_type" and isinstance(error["input"], dict):
        code = "wants_text_by_language"
    elif sort in _TYPES:
        code, near = f"wants_{_TYPES[sort]}", _as_meant(error["input"], _TYPES[sort])
        if sort == "int_type" and near and not near.isdecimal():
            code, near = "wants_whole", str(math.ceil(float(near)))
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
        code, values = _missing(str(last), choices_of(model, error["loc"]), dutch_of(model))
        if code == "missing" and wants_tables(model, error["loc"]):
            named = [shown(part) for part in path if isinstance(part, str)]
            code, values = "missing_tables", {"name": ".".join(named)}
        return Problem(f"scenario.{code}", values, place, key_path(path), aim="table")
    code, near = "unknown_key", key_meant(error["loc"], model, data)
    if len(error["loc"]) == 1 and last in _ELSEWHERE and isinstance(error["input"], list):
        code, near = f"{last}_elsewhere", ""
    return Problem(f"scenario.{code}", {"name": shown(last)}, place, key_path(path), near, aim="key")


def _missing(name: str, there: Sequence[object], dutch: Mapping[str, str]) -> tuple[str, Values]:
    """Give the code and the values for a key that is not there, with what it can be set to."""
    if len(there) > 1:
        return "missing_choice", {"name": name, "choices": choices([str(each) for each in there], dutch)}
    if there:
        return "missing_fixed", {"name": name, "line": f"{name} = {there[0]}"}
    return "missing", {"name": name}


def _beyond(error: ErrorDetails) -> tuple[str, int]:
    """Give the code for what is too much or too little, and the limit."""
    code, limit = _LIMITS[error["type"]]
    if code == "too_few" and not error["input"]:
        code = "empty_list"
    return code, int(error.get("ctx", {}).get(limit, 0))


def _no_choice(error: ErrorDetails, key: str | int, dutch: Mapping[str, str]) -> tuple[str, Values, str]:
    """Give the code, the values and the nearest word for something that is not one of the choices."""
    said = error["input"]
    if key == "format" and isinstance(said, int) and said > 1:
        return "newer", {}, ""
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    if expected.isdigit() and isinstance(said, str):
        return "wants_number", {}, _as_meant(said, "number")
    words = expected.split(", ")
    near = meant(said, words, dutch) if isinstance(said, str) else ""
    return "not_a_choice", {"choices": choices(words, dutch)}, near


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
    if wanted == "date":
        day = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})", said.strip())
        year, month, date = (
            (day[3], day[2], day[1]) if day and day[3] else day.groups()[3:] if day else [""] * 3
        )
        return f"{year}-{month:0>2}-{date:0>2}" if day else ""
    return YES_NO.get(said.strip().lower(), "") if wanted == "yes_no" else ""


def _as_number(said: object) -> str:
    """Give a number without quotation marks or minutes; a whole one without a fraction."""
    if isinstance(said, float):
        return str(int(said)) if said.is_integer() else str(said) if 0 < said < 1000 else ""
    pattern = r"\s*([0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*(?:m|min|minuten|minutes|')?\.?\s*"
    number = re.fullmatch(pattern, said) if isinstance(said, str) else None
    return number[1].replace(",", ".") if number else ""


def as_id(said: object) -> str:
    """Give a name as the name of a thing: lower case, no accents, a hyphen for everything else."""
    if not isinstance(said, str):
        return ""
    said = re.split(r"[/\\]", said[:200].removesuffix(".toml"))[-1]
    plain = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-")
