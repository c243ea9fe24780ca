"""A language that nobody speaks, to print in: Dutch in other letters, so that no two texts look the same.

``qaa`` and ``qab`` are codes that no language gets. The first runs from left to right, the second, in Hebrew
letters, from right to left.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from facilitator.scenario.model import Scenario
from facilitator.scenario.paper_language import LanguageFile, PaperLanguage

LEFT, RIGHT = "qaa", "qab"
CHECKED: Final = "een gids die het spreekt, mei 2027"
_GREEK: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιψκλμνοπθρστυωξυζω")
_HEBREW: Final = str.maketrans({chr(97 + n): chr(0x5D0 + n) for n in range(26)})


def tongue(dutch: str, code: str = LEFT) -> str:
    """Give a Dutch text in the language."""
    return dutch.lower().translate(_GREEK if code == LEFT else _HEBREW)


def table(scenario: Scenario, code: str = LEFT, lines: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give what the file says that translates all that a scenario asks."""
    words = [*scenario.scale.points, scenario.scale.unknown]
    return {
        "format": 1,
        "language": code,
        "name": tongue("taal", code),
        "checked": CHECKED,
        "answer": [_pair(word, code) for word in dict.fromkeys(words)],
        "line": [_pair(line, code) for line in lines],
        "statement": [
            {"set": one.id, "id": statement.id, **_pair(statement.text, code)}
            for one in scenario.statement_sets
            for statement in one.statements
        ],
    }


def _pair(dutch: str, code: str) -> dict[str, str]:
    return {"nl": dutch, "text": tongue(dutch, code)}


def language(scenario: Scenario, code: str = LEFT, lines: tuple[str, ...] = ()) -> PaperLanguage:
    """Give the language as it is read from its file."""
    file = LanguageFile.model_validate(table(scenario, code, lines))
    return PaperLanguage(Path(f"languages/{code}.toml"), file)


def write(folder: Path, said: Mapping[str, Any], name: str = "") -> Path:
    """Write the file as an author has it, in the folder ``languages``."""
    path = folder / "languages" / f"{name or said['language']}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    blocks = [_fields({key: value for key, value in said.items() if not isinstance(value, list)})]
    for key in ("answer", "line", "statement"):
        blocks += [f"[[{key}]]\n{_fields(each)}" for each in said[key]]
    path.write_text("\n".join(blocks), encoding="utf-8", newline="\n")
    return path


def _fields(said: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items())
