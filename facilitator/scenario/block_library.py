"""The blocks that a programme can be given besides its own: the user's and the built-in ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.folders import tomls
from facilitator.problems import Place, Refused
from facilitator.scenario.composer import sets_named
from facilitator.scenario.library import Library, built_in
from facilitator.scenario.model import Kinds, StatementSet, Use
from facilitator.scenario.parts import check_name, load_block, load_set
from facilitator.scenario.toml_files import read_toml
from facilitator.text import clean, folded
from facilitator.words import Language


@dataclass(frozen=True)
class BlockHeading:
    """What a list shows of a block, read without the rest of it."""

    path: Path
    title: str
    why: str
    minutes: int
    own: bool
    """Whether it is the user's own."""

    @property
    def name(self) -> str:
        return self.path.stem


def block_headings(own: Path, language: Language) -> list[BlockHeading]:
    """Give the blocks there are in a language, by title; the user's own before a built-in one of that name.

    A file that cannot be read is not in the list, and nothing of a folder that cannot.
    """
    library = Library([own, built_in()] if _is_seen(own) else [built_in()])
    found = (
        _heading(path, language, own=not path.is_relative_to(built_in()))
        for name in library.names("blocks")
        if (path := library.find("blocks", name))
    )
    return sorted((heading for heading in found if heading), key=lambda heading: folded(heading.title))


def _is_seen(folder: Path) -> bool:
    try:
        tomls(folder / "blocks")
    except Refused:
        return False
    return True


def _heading(path: Path, language: Language, *, own: bool) -> BlockHeading | None:
    try:
        raw = read_toml(path)
    except Refused:
        return None
    title, why = _said(raw.get("title"), language), _said(raw.get("why"), language)
    steps = raw.get("step")
    if not title or not isinstance(steps, list):
        return None
    return BlockHeading(path, title, why, sum(_minutes(step) for step in steps), own)


def _said(text: object, language: Language) -> str:
    """Give a text in the language; empty when it is not there in that language."""
    said = text.get(language) if isinstance(text, dict) else text
    return clean(said) if isinstance(said, str) else ""


def _minutes(step: Any) -> int:
    minutes = step.get("minutes") if isinstance(step, dict) else None
    return minutes if isinstance(minutes, int) else 0


def load_use(path: Path, own: Path, kinds: Kinds, language: Language) -> tuple[Use, list[StatementSet]]:
    """Read a block as a programme uses it, with the statement sets that it names. Raises Refused.

    A built-in block takes built-in sets; a user's block looks in the user's folder first.
    """
    misnamed = check_name(path)
    if misnamed:
        raise Refused(*misnamed)
    return use_of(path, path.stem, Library.of(path.parent, own), kinds, language)


def use_of(
    path: Path, name: str, library: Library, kinds: Kinds, language: Language
) -> tuple[Use, list[StatementSet]]:
    """Read a block, whatever its file is called, as one that is used under this name. Raises Refused."""
    block, steps = load_block(path, kinds, language)
    use = Use(
        id=name,
        block=name,
        title=block.title,
        why=block.why,
        source=block.source,
        source_status=block.source_status,
        steps=steps,
    )
    place = Place(str(path))
    named = dict.fromkeys(each for step in steps for each, _ in sets_named(step))
    return use, [load_set(each, library, language, place) for each in named]
