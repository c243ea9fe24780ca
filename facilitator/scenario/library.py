"""Where scenarios, blocks and statement sets are found: the project's own, and the user's before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from facilitator.folders import is_file, is_there, real, text_tomls, tomls
from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.toml_files import read_toml
from facilitator.text import clean
from facilitator.words import Language

Shelf = Literal["blocks", "statements"]


def built_in() -> Path:
    """Give the folder of the programmes that come with the app, from a wheel or from a checkout."""
    package = real(Path(__file__)).parent.parent
    packed = package / "scenarios"
    return packed if is_there(packed) else package.parent / "scenarios"


@dataclass(frozen=True)
class Library:
    """Folders in the order in which they are searched."""

    folders: Sequence[Path]

    @classmethod
    def of(cls, scenario: Path, own: Path | None = None) -> Library:
        """Give the library that a scenario sees: its own folder, the user's, then the built-in one.

        A built-in scenario sees built-in blocks only: a user's block replaces one in the user's own
        scenarios alone.
        """
        home = built_in()
        if real(scenario).is_relative_to(home):
            return cls([home])
        folders = [real(scenario).parent, *([own] if own else []), home]
        return cls(list(dict.fromkeys(folders)))

    def find(self, shelf: Shelf, name: str) -> Path | None:
        """Give the first file of that name on the shelf; in a folder without shelves, beside the scenario."""
        for folder in self.folders:
            path = folder / shelf / f"{name}.toml"
            if is_file(path):
                return path
        return None

    def names(self, shelf: Shelf) -> list[str]:
        return sorted({path.stem for folder in self.folders for path in tomls(folder / shelf)})


@dataclass(frozen=True)
class FileHeading:
    """What home shows of a scenario, read without the rest of it."""

    path: Path
    title: str
    purpose: str
    minutes: int
    own: bool
    """Whether it is the user's own."""
    series: str = ""
    """The series it is a part of; empty when it stands alone."""
    part: int = 0
    people: int = 0
    """For how many the minutes are meant; 0 when the file does not say."""
    audience: str = ""
    sources: Sequence[str] = ()


def headings(
    folder: Path, language: Language, *, own: bool = False
) -> tuple[list[FileHeading], list[Problem]]:
    """Read what there is in a folder, and a problem for each file that can't be read.

    What stands alone comes first, from short to long, and then each series in the order of its parts.
    """
    found: list[FileHeading] = []
    problems: list[Problem] = []
    try:
        paths = tomls(folder)
        problems += [
            Problem("scenario.named_as_text", {"name": path.name, "wanted": path.stem}, Place(str(path)))
            for path in text_tomls(folder)
        ]
    except Refused as refused:
        return [], [*refused.problems]
    for path in paths:
        try:
            found.append(_heading(path, read_toml(path), language, own=own))
        except Refused as refused:
            problems.extend(refused.problems)
    return sorted(found, key=_order), problems


def _order(heading: FileHeading) -> tuple[str, int, int, str]:
    return heading.series, heading.part, heading.minutes, heading.title


def _heading(path: Path, raw: dict[str, Any], language: Language, *, own: bool) -> FileHeading:
    sources = raw.get("sources")
    return FileHeading(
        path=path,
        title=_said(raw.get("title"), language) or clean(path.stem),
        purpose=_said(raw.get("purpose"), language),
        minutes=_number(raw.get("minutes")),
        own=own,
        series=_word(raw.get("series")),
        part=_number(raw.get("part")),
        people=_number(raw.get("people")),
        audience=_said(raw.get("audience"), language),
        sources=[_said(source, language) for source in sources] if isinstance(sources, list) else [],
    )


def _number(said: object) -> int:
    return said if isinstance(said, int) else 0


def _word(said: object) -> str:
    return clean(said) if isinstance(said, str) else ""


def _said(text: object, language: Language) -> str:
    if isinstance(text, dict):
        text = text.get(language) or next(iter(text.values()), "")
    return clean(text) if isinstance(text, str) else ""
