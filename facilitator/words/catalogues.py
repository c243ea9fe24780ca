"""Sentences by key, from the catalogues (nl.toml, en.toml) that stand beside the code they serve."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from string import Formatter
from typing import Final, Literal, TypeGuard, get_args

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

ROOT: Final = Path(__file__).parent.parent
ROOMS: Final = {
    "app": "ui/app",
    "authoring": "scenario/authoring",
    "cli": "words/cli",
    "community": "community",
    "figures": "figures",
    "insight": "insight",
    "kit": "ui/kit",
    "notes": "ui/notes",
    "plain": "ui/plain",
    "report": "report",
    "scenario": "scenario",
    "session": "session",
    "storage": "storage",
    "words": "words",
}
"""Where each room keeps its catalogues, seen from the package; every other room is a kind in ``steps/``."""


def folder_of(room: str) -> str:
    """Give the folder of a room's catalogues, seen from the package, with forward slashes."""
    return ROOMS.get(room, f"steps/{room}")


class Words:
    """Every sentence the app can say in one language.

    A key is ``<room>.<key>``; the key may go on with dots into nested tables. A sentence may hold plain
    ``{names}``; the values are put in as they are, and a value that no sentence asks for is no mistake.
    """

    def __init__(self, language: Language) -> None:
        """Raise ValueError when there are no catalogues in this language."""
        if language not in LANGUAGES:
            raise ValueError(f"no catalogues in {language!r}")
        self.language: Final[Language] = language

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the sentence with its values filled in.

        A table with ``one`` and ``other`` is a plural: ``n`` chooses ``one`` when it is 1. Raises KeyError
        when there is no such sentence or a value is missing.
        """
        entry = self._entry(key)
        if _is_plural(entry):
            if "n" not in values:
                raise KeyError(f"{key} needs a value for n")
            entry = entry["one" if values["n"] == 1 else "other"]
        if not isinstance(entry, str):
            raise KeyError(key)
        return _fill(key, entry, values)

    def has(self, key: str) -> bool:
        """Tell whether the key names a sentence, a plural or a list."""
        try:
            entry = self._entry(key)
        except KeyError:
            return False
        return isinstance(entry, str | list) or _is_plural(entry)

    def lines(self, key: str) -> list[str]:
        """Give a list of sentences as it stands in the catalogue; raise KeyError when there is none."""
        entry = self._entry(key)
        if not isinstance(entry, list):
            raise KeyError(key)
        return [str(line) for line in entry]

    def _entry(self, key: str) -> object:
        room, *parts = key.split(".")
        entry: object = _catalogue(room, self.language)
        for part in parts:
            if not isinstance(entry, dict) or part not in entry:
                raise KeyError(key)
            entry = entry[part]
        return entry


@cache
def _catalogue(room: str, language: Language) -> dict[str, object]:
    import tomli

    path = ROOT / folder_of(room) / f"{language}.toml"
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def _is_plural(entry: object) -> TypeGuard[dict[str, object]]:
    return isinstance(entry, dict) and set(entry) == {"one", "other"}


def _fill(key: str, sentence: str, values: dict[str, object]) -> str:
    said: list[str] = []
    for literal, name, spec, conversion in _parsed(sentence):
        said.append(literal)
        if name is None:
            continue
        if not name.isidentifier() or spec or conversion:
            raise ValueError(f"{key}: only plain names between braces, not {name!r}")
        if name not in values:
            raise KeyError(f"{key} needs a value for {name}")
        said.append(str(values[name]))
    return "".join(said)


@lru_cache(maxsize=4096)
def _parsed(sentence: str) -> tuple[tuple[str, str | None, str | None, str | None], ...]:
    """Give the text and the names of a sentence, in turn; each is said many times."""
    return tuple(Formatter().parse(sentence))
