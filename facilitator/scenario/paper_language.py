"""A second language for ballots and cards: ``languages/<code>.toml`` beside the statement sets.

The app itself speaks the languages of its catalogues; this is for who reads neither. Each text stands beside
the Dutch that it was made from, so that a change of the Dutch is noticed, and answers are found by their
Dutch words: no order that someone typed can turn a scale around.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field

from facilitator.folders import is_file, real, tomls
from facilitator.problems import Place, Problem, Refused
from facilitator.records import LONGEST_LINE, FilledLine, Id, Record
from facilitator.scenario.library import built_in
from facilitator.scenario.model import StatementSet
from facilitator.scenario.placement import Placement
from facilitator.scenario.references import dangling
from facilitator.scenario.toml_files import read_toml
from facilitator.scenario.validation import MOST, shown, validate
from facilitator.text import clean
from facilitator.words import Language

SHELF: Final = "languages"
DUTCH: Final[Language] = "nl"
_CODE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}")
_JOINTS: Final = {0xE000: 0x200C, 0xE001: 0x200D}
"""What keeps letters apart or together within a word, as in Persian and Hindi, with a sign that has no
meaning anywhere and stands for it while a text is cleaned."""
_LOOSE: Final = re.compile(r"(?<!\S)[\ue000\ue001]+|[\ue000\ue001]+(?!\S)")
_AGAINST: Final = frozenset({"R", "AL"})
"""How Unicode calls letters that run from right to left."""


def _as_written(text: str) -> str:
    """Clean a text, but keep what joins letters or parts them: on paper there is no terminal to confuse."""
    held = text.translate(dict.fromkeys(_JOINTS)).translate({joint: sign for sign, joint in _JOINTS.items()})
    cleaned = clean(_LOOSE.sub("", clean(held))).translate(_JOINTS)
    if not cleaned or len(cleaned) > LONGEST_LINE:
        raise ValueError("empty or too long")
    return cleaned


Written = Annotated[str, AfterValidator(_as_written)]
"""A line in any language."""


class TranslatedLine(Record):
    """A text with its Dutch: an answer of the scale, or a line that stands on a ballot."""

    nl: FilledLine
    text: Written


class TranslatedStatement(TranslatedLine):
    """A statement of a set, with the Dutch from which it was translated."""

    set: Id
    id: Id


class LanguageFile(Record):
    """``languages/<code>.toml``."""

    format: Literal[1]
    language: Annotated[str, Field(pattern=rf"^{_CODE.pattern}$")]
    name: Written
    """What speakers call the language."""
    checked: FilledLine
    """Who that speaks it has read this, and when: a role, not a name."""
    answer: Annotated[list[TranslatedLine], Field(min_length=1, max_length=100)]
    statement: Annotated[list[TranslatedStatement], Field(min_length=1, max_length=1000)]
    line: Annotated[list[TranslatedLine], Field(max_length=30)] = []
    """What a ballot says besides, such as how it is filled in."""


@dataclass(frozen=True)
class PaperLanguage:
    """A language in which ballots and cards say things once more, under the Dutch."""

    path: Path
    file: LanguageFile

    @property
    def code(self) -> str:
        return self.file.language

    @property
    def place(self) -> Place:
        return Place(str(self.path))

    def say(self, dutch: str) -> str:
        """Give a Dutch text in this language; nothing where it is not in the file."""
        return self._texts.get(dutch, "")

    @property
    def sets(self) -> set[str]:
        """The statement sets of which something is translated."""
        return {entry.set for entry in self.file.statement}

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        entries = [*self.file.line, *self.file.statement, *self.file.answer]
        return {entry.nl: entry.text for entry in entries}

    @cached_property
    def direction(self) -> Literal["ltr", "rtl"]:
        """How the language runs, as its own letters tell; a word of another in between changes nothing."""
        letters = [unicodedata.bidirectional(one) for text in self._texts.values() for one in text]
        against = sum(one in _AGAINST for one in letters)
        return "rtl" if against > letters.count("L") else "ltr"


FindSet = Callable[[str], StatementSet | None]


def language_path(code: str, scenario: Path, own: Path) -> Path:
    """Give the file of a language: beside the scenario, then the user's own, then that of the app.

    Raises Refused for what is no code of a language, and where there is no file.
    """
    said = code.strip().lower()
    if not _CODE.fullmatch(said):
        raise Refused(Problem("scenario.paper_language.no_code", {"word": shown(code)}))
    if said == DUTCH:
        raise Refused(Problem("scenario.paper_language.dutch"))
    folders = [folder / SHELF for folder in dict.fromkeys([real(scenario).parent, own, built_in()])]
    for folder in folders:
        if is_file(folder / f"{said}.toml"):
            return folder / f"{said}.toml"
    there = sorted({path.stem for folder in folders for path in tomls(folder)})
    values: dict[str, str | int] = {"file": f"{said}.toml", "folder": str(own / SHELF)}
    raise Refused(Problem("scenario.paper_language.no_file", values, choices=", ".join(there)))


def read_language(path: Path, raw: Mapping[str, Any]) -> PaperLanguage:
    """Make a language of what its file says. Raises Refused with every mistake that the file shows alone."""
    place = Place(str(path))
    file = validate(LanguageFile, raw, place)
    problems = [*_named_otherwise(file, path), *_doubles(file, place)]
    if problems:
        raise Refused(*problems)
    return PaperLanguage(path, file)


def load_language(path: Path) -> PaperLanguage:
    """Read the file of a language. Raises Refused, with the line of each mistake."""
    raw = read_toml(path, MOST)
    try:
        return read_language(path, raw)
    except Refused as refused:
        raise Refused(*in_file(path, refused.problems)) from refused


def in_file(path: Path, problems: Sequence[Problem]) -> list[Problem]:
    """Give problems of the file of a language with their lines, in order."""
    placing = Placement(path)
    return placing.in_order(placing.place(problem, DUTCH) for problem in problems)


def _named_otherwise(file: LanguageFile, path: Path) -> Iterator[Problem]:
    if file.language == DUTCH:
        yield Problem("scenario.paper_language.dutch", {}, Place(str(path)), "language")
    elif file.language != path.stem.lower():
        values = {"file": path.name, "code": file.language}
        yield Problem("scenario.paper_language.other_code", values, Place(str(path)), "language")


def _doubles(file: LanguageFile, place: Place) -> Iterator[Problem]:
    """Find what is translated twice, and two answers that say the same: then nobody can choose."""
    statements = [(entry.set, entry.id) for entry in file.statement]
    for key, names in (
        ("answer", [entry.nl for entry in file.answer]),
        ("line", [entry.nl for entry in file.line]),
        ("statement", statements),
    ):
        yield from (
            Problem("scenario.paper_language.twice", {}, place, f"{key}[{n}]", aim="table")
            for n, name in enumerate(names, 1)
            if name in names[: n - 1]
        )
    told = [entry.text for entry in file.answer]
    for n, text in enumerate(told, 1):
        if text in told[: n - 1]:
            first, second = file.answer[told.index(text)].nl, file.answer[n - 1].nl
            values = {"one": first, "other": second}
            yield Problem("scenario.paper_language.same_answer", values, place, f"answer[{n}].text")


def check_statements(language: PaperLanguage, find_set: FindSet) -> Iterator[Problem]:
    """Find translations of what is not there or was changed in Dutch, in the sets that are found."""
    for n, entry in enumerate(language.file.statement, 1):
        found = find_set(entry.set)
        if found is None:
            continue
        statement = found.find(entry.id)
        if statement is None:
            there = [each.id for each in found.statements]
            values = {"set": entry.set}
            code = "scenario.paper_language.no_statement"
            yield dangling(code, entry.id, there, f"statement[{n}].id", values=values, place=language.place)
        elif statement.text != entry.nl:
            values = {"text": statement.text}
            yield Problem("scenario.paper_language.changed", values, language.place, f"statement[{n}].nl")


def check_whole(language: PaperLanguage, sets: Sequence[StatementSet]) -> Iterator[Problem]:
    """Give a warning for each statement that is left out of a set of which others are translated."""
    for one in sets:
        for problem in missing(language, one):
            yield Problem(problem.code, problem.values, problem.place, severity="warning")


def missing(language: PaperLanguage, one: StatementSet) -> Iterator[Problem]:
    """Give a problem for each statement of a set that is not translated at all."""
    there = {entry.id for entry in language.file.statement if entry.set == one.id}
    for statement in one.statements:
        if statement.id not in there:
            values = {"name": statement.id, "set": one.id, "text": statement.text}
            yield Problem("scenario.paper_language.missing", values, language.place)
