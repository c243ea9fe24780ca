"""From texts per language to the texts of one."""

from __future__ import annotations

from typing import Any

from facilitator.problems import Place, Problem
from facilitator.records import LONGEST_LINE
from facilitator.scenario.model_fields import Path
from facilitator.scenario.suggestions import meant
from facilitator.scenario.validation import key_path, shown
from facilitator.text import clean
from facilitator.words import LANGUAGES, Language


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


def in_the_other(said: Any, language: Language) -> str:
    """Give a text in the language that is not asked for; nothing where there is none, or one too long."""
    if not isinstance(said, dict):
        return ""
    others = (said.get(other) for other in LANGUAGES if other != language)
    found = clean(next((text for text in others if isinstance(text, str)), ""))
    return found if len(found) <= LONGEST_LINE else ""
