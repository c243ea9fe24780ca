"""Whether every text is there in each language of a file.

What is not brings a warning: a workshop can run from it, and the room reads a language that it may not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from facilitator.problems import Aim, Place, Problem
from facilitator.scenario.composer import Texts
from facilitator.scenario.model_fields import Path as KeyPath
from facilitator.scenario.parts import tables
from facilitator.scenario.plain_language import texts_of
from facilitator.scenario.validation import key_path
from facilitator.words import LANGUAGES, Language

Raw = Mapping[str, Any]
"""What a file says, in all its languages."""


def languages_of(raw: Raw) -> list[Language]:
    """Give the languages that a file says it has, or that it has a text in."""
    if "languages" not in raw:
        return _languages_in(raw)
    said = raw["languages"]
    return [code for code in LANGUAGES if isinstance(said, list) and code in said]


def check_languages(path: Path, texts: Sequence[Texts], read: Callable[[Path], Raw]) -> Iterator[Problem]:
    """Give a warning for each text that is not there in every language of a file, as far as it names it."""
    raw = read(path)
    spoken = languages_of(raw)
    yield from _undeclared(raw, spoken, path)
    if len(spoken) < 2:
        return
    parts = {(text.path.parent.name, text.path.stem): read(text.path) for text in texts if text.path != path}
    for text in texts:
        said = read(text.path)
        if len(languages_of(said)) > 1:
            yield from _plain(text, said)
            yield from _parts_in_one(text.path, said, parts)


def _undeclared(raw: Raw, spoken: Sequence[Language], path: Path) -> Iterator[Problem]:
    """Find the first text in a language that the scenario does not say it has, beside one that it does."""
    if "languages" not in raw or set(_languages_in(raw)) <= set(spoken):
        return
    beside = {path for language in spoken for path in _spoken(raw, language)}
    for language in (code for code in LANGUAGES if code not in spoken):
        found = next((path for path in _spoken(raw, language) if path in beside), None)
        if found:
            key = key_path((*found, language))
            yield _warning("scenario.undeclared", path, key, {"language": language}, "key")


def _plain(texts: Texts, raw: Raw) -> Iterator[Problem]:
    """Find texts that stand beside others in two languages, and don't say which they are in."""
    for table in texts.tables:
        data: Any = raw
        for part in table.inside:
            data = data[part]
        for path, said in texts_of(table.model, data, table.inside):
            if said.strip():
                yield _warning("scenario.one_language", texts.path, key_path(path))


def _parts_in_one(path: Path, raw: Raw, parts: Mapping[tuple[str, str], Raw]) -> Iterator[Problem]:
    """Find blocks and sets that are there in one language only."""
    named = [(f"use[{n}].block", "blocks", use.get("block")) for n, use in enumerate(tables(raw, "use"), 1)]
    for n, step in enumerate(tables(raw, "step"), 1):
        sets = step.get("sets")
        for number, name in enumerate(sets if isinstance(sets, list) else [], 1):
            named.append((f"step[{n}].sets[{number}]", "statements", name))
    for key, shelf, name in named:
        part = parts.get((shelf, str(name)))
        if part is not None and len(languages_of(part)) < 2:
            yield _warning("scenario.part_in_one_language", path, key, {"name": str(name)})


def _warning(
    code: str, path: Path, key: str, values: Mapping[str, str | int] | None = None, aim: Aim = "value"
) -> Problem:
    return Problem(code, values or {}, Place(str(path)), key, severity="warning", aim=aim)


def _languages_in(raw: Raw) -> list[Language]:
    """Give the languages that a text somewhere in the data is in."""
    found: set[Language] = set()
    inside: list[Any] = [raw]
    while inside and len(found) < len(LANGUAGES):
        each = inside.pop()
        if isinstance(each, dict):
            found.update(language for language in LANGUAGES if isinstance(each.get(language), str))
        parts = each.values() if isinstance(each, dict) else each
        inside += [part for part in parts if isinstance(part, dict | list)]
    return [code for code in LANGUAGES if code in found]


def _spoken(data: Any, language: Language, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Give where a text in this language stands."""
    if isinstance(data, dict) and isinstance(data.get(language), str):
        yield path
    for key, each in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(each, dict | list):
            yield from _spoken(each, language, (*path, key))
