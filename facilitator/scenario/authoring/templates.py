"""Files to begin with: commented, valid, in the user's own folder."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final, Literal

from facilitator.problems import Problem, Refused
from facilitator.reasons import why
from facilitator.scenario.authoring.schema import NAME, json_schema
from facilitator.scenario.limits import PERSPECTIVE, PURPOSE, STEP_TITLE, TITLE
from facilitator.scenario.model import Kinds
from facilitator.text import clean
from facilitator.words import Words

Sort = Literal["scenario", "block", "statements"]

SHELVES: Final[dict[Sort, str]] = {"scenario": "", "block": "blocks", "statements": "statements"}
"""In which folder beside the scenarios a sort of file stands."""

_LONGEST: Final = {
    "__MOST__": TITLE,
    "__PURPOSE__": PURPOSE,
    "__PERSPECTIVE__": PERSPECTIVE,
    "__STEP_TITLE__": STEP_TITLE,
}
"""How long the texts of a file may be, where it says so."""
_TEMPLATES: Final = Path(__file__).parent / "templates"
_DEVICES: Final = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that Windows keeps for itself, in every folder and with every ending."""
_ID: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")


def new_file(sort: Sort, name: str, own: Path, kinds: Kinds, t: Words) -> Path:
    """Write a file to begin with in the user's scenario folder ``own``, and the schema it names.

    Raises Refused when the name can't be one, when there is such a file already, or when it can't be written.
    """
    if not _ID.fullmatch(name) or _DEVICES.fullmatch(name):
        raise Refused(Problem("authoring.bad_name", {"name": name}))
    path = own / SHELVES[sort] / f"{name}.toml"
    template = (_TEMPLATES / f"{sort}.{t.language}.toml").read_text(encoding="utf-8")
    text = (
        template.replace("__NAME__", name)
        .replace("__TITLE__", name.replace("-", " ").capitalize())
        .replace("__FILE__", _typed(path))
    )
    for mark, longest in _LONGEST.items():
        text = text.replace(mark, str(longest))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_schema(own / NAME, kinds, t)
    except OSError as error:  # also a file where a folder should be
        raise Refused(_cannot_write(path, error)) from error
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise Refused(Problem("authoring.exists", {"path": str(path)})) from error
    except OSError as error:
        raise Refused(_cannot_write(path, error)) from error
    return path


def _cannot_write(path: Path, error: OSError) -> Problem:
    return Problem("authoring.cannot_write", {"path": str(path), "why": why(error)})


def _typed(path: Path) -> str:
    """Give a path as one types it in a terminal."""
    said = clean(str(path))
    return f'"{said}"' if " " in said else said


def schema_text(kinds: Kinds, t: Words) -> str:
    """Give the JSON Schema as a file holds it."""
    return json.dumps(json_schema(kinds, t), ensure_ascii=False, indent=2) + "\n"


def _write_schema(path: Path, kinds: Kinds, t: Words) -> None:
    """Let editors find the schema of this version of the app beside the user's own files."""
    path.write_text(schema_text(kinds, t), encoding="utf-8", newline="\n")
