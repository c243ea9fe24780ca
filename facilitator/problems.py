"""Errors as values: what is wrong, where, and what to do next; said in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal, Protocol

from facilitator.text import folded, harmless

Severity = Literal["error", "warning"]
Aim = Literal["value", "key", "table"]
"""What of a key is meant: what it is set to, the key itself, or the table that it should have stood in."""
Say = Callable[..., str]
"""What turns a key and values into a sentence: ``facilitator.words.Words``."""


@dataclass(frozen=True)
class Place:
    """A file, and a position in it counted from 1; 0 where the position is not known."""

    path: str
    line: int = 0
    column: int = 0
    length: int = 0
    """How many characters are meant from there on, within the line."""

    def __str__(self) -> str:
        path = harmless(self.path)
        return f"{path}:{self.line}:{self.column}" if self.line else path


class Sayable(Protocol):
    """What a sentence may name, and which is said in the language of the sentence."""

    def say(self, t: Say) -> str:
        """Give it in words."""
        ...


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. ``code`` is the key of its sentence in a catalogue."""

    code: str
    values: Mapping[str, str | int | Sayable] = field(default_factory=dict)
    """What the sentence names; a problem among these is said in the same language."""
    place: Place | None = None
    key: str = ""
    """Where in the file, as an author reads it: ``use[2].block``."""
    nearest: str = ""
    """The word that was probably meant."""
    severity: Severity = "error"
    aim: Aim = "value"
    words: str = ""
    """The words of a text that are meant, when not all of it is."""
    skip: int = 0
    """How often these words stand in the text before that without being meant."""
    choices: str = ""
    """The names that could stand here, when none looks like what was said and they are few."""
    spoken: str = ""
    """The key as a person finds it: ``step dromen, prompts 1, sort``; empty where no file shows it."""

    def say(self, t: Say) -> str:
        """Give the sentence alone, as a screen shows it."""
        values = {name: self.value(name, t) for name in self.values}
        return harmless(" ".join([t(self.code, **values), *self.mending(t)]))

    def value(self, name: str, t: Say) -> str | int:
        """Give what the sentence names, as it stands in there."""
        value = self.values[name]
        return value if isinstance(value, str | int) else value.say(t)

    def mending(self, t: Say) -> list[str]:
        """Give the sentence that says what could stand here instead, if there is one."""
        if self.nearest:
            return [t("words.did_you_mean", word=self.nearest)]
        return [t("words.choose_from", names=self.choices)] if self.choices else []

    def line(self, t: Say) -> str:
        """Give one line as a terminal shows it: ``path:line:col: error: key: sentence``."""
        parts = [str(self.place)] if self.place else []
        parts.append(t(f"words.{self.severity}"))
        if self.key:
            parts.append(harmless(self.spoken or self.key))
        return ": ".join([*parts, self.say(t)])

    def brief(self, t: Say) -> str:
        """Give what a screen has room for: the sentence, after the name of the file that it is about."""
        if self.place is None:
            return self.say(t)
        return replace(self, place=replace(self.place, path=Path(self.place.path).name)).line(t)


class Refused(Exception):  # noqa: N818  the caller refuses; nothing has gone wrong with the program
    """What was asked cannot be done; carries the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


SHORT: Final = 5
"""Letters of a word that shares some with many others by chance."""
ALIKE: Final = 0.6
ALIKE_SHORT: Final = 0.7
"""How much a short word has to look like one that begins otherwise."""


def nearest(word: str, words: list[str]) -> str:
    """Give the word that looks most like this one, or nothing when none does."""
    from difflib import get_close_matches

    said = folded(word)
    written = {folded(word): word for word in reversed(words)}
    there = list(reversed(written))
    found = get_close_matches(said, there, n=1, cutoff=ALIKE)
    if found and len(said) <= SHORT and found[0][:1] != said[:1]:
        found = get_close_matches(said, there, n=1, cutoff=ALIKE_SHORT)
    return written[found[0]] if found else ""
