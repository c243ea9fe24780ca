"""Everything that is wrong with one file of an author, whichever of the four sorts it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.composer import Composer, ReadTable, Texts
from facilitator.scenario.composition import USUAL, compose, sketch, standard_scale
from facilitator.scenario.cross_checks import check_steps
from facilitator.scenario.file_models import StatementsFile, UseLine
from facilitator.scenario.library import Library
from facilitator.scenario.lost_files import lost, misplaced, sort_of
from facilitator.scenario.model import Kinds, StatementLine
from facilitator.scenario.origins import Origin, Origins
from facilitator.scenario.paper_language import DUTCH, check_statements, check_whole, read_language
from facilitator.scenario.parts import check_name
from facilitator.scenario.placement import Placement
from facilitator.scenario.plain_language import check_texts, texts_of
from facilitator.scenario.read_aloud import check_aloud
from facilitator.scenario.reader import Reader
from facilitator.scenario.screen_fit import (
    find_tall,
    find_tall_in_room,
    reading_page,
    result_page,
)
from facilitator.scenario.translations import check_languages, languages_of
from facilitator.scenario.validation import MOST, key_path
from facilitator.words import LANGUAGES, Language, Words

Found = tuple[Sequence[Problem], Sequence[Texts]]
"""What is wrong, and the texts that were read on the way."""


class Checker:
    """Checks files. What several of them name is read once, so each check of changed files has its own."""

    def __init__(self, own: Path | None, kinds: Kinds, t: Words, *, aloud: bool = False) -> None:
        """``own``: the folder with the user's own scenarios; ``aloud``: tell what is hard to hear."""
        self._own = own
        self._t = t
        self._aloud = aloud
        self._reader = Reader(kinds)
        self._libraries: dict[Path, Library] = {}
        self._warned: dict[tuple[Path, Language], list[Problem]] = {}

    def check(self, path: Path) -> list[Problem]:
        """Give every mistake in a scenario, a block, a statement set or a language, and in what it names.

        The file is read in every language it has: the ``languages`` of a scenario, and otherwise the
        languages its texts are in, or the reader's own when they don't say. Each problem, warnings too, is
        told once, with its place where the file shows it, in the order of the file. An empty list means that
        a workshop can run from it.
        """
        placing = Placement(path)
        path = path.absolute()
        try:
            raw = self._reader.toml(path)
        except Refused as refused:
            return [placing.place(problem, self._t.language) for problem in refused.problems]
        sort = sort_of(raw)
        if not sort:
            return [placing.place(Problem("scenario.no_sort", {}, Place(str(path))), self._t.language)]
        sorts = {"block": self._block, "set": self._set, "language": self._language}
        check = sorts.get(sort, self._scenario)
        placed: list[Problem] = []
        spoken = languages_of(raw)
        texts: Sequence[Texts] = []
        for language in spoken or [self._t.language]:
            problems, texts = check(path, language)
            warnings = self._warnings(texts, (language,) if spoken else LANGUAGES)
            placed += [placing.place(problem, language) for problem in (*problems[: 2 * MOST], *warnings)]
        if elsewhere := misplaced(path, sort, self._own):
            placed.append(placing.place(elsewhere, self._t.language))
        missing = check_languages(path, texts, self._reader.toml)
        placed += [placing.place(problem, self._t.language) for problem in missing]
        return placing.in_order(placed)

    def _library(self, path: Path) -> Library:
        """Give the library that a scenario sees; all in one folder see the same."""
        if path.parent not in self._libraries:
            self._libraries[path.parent] = Library.of(path, self._own)
        return self._libraries[path.parent]

    def _scenario(self, path: Path, language: Language) -> Found:
        composed = compose(path, self._library(path), self._reader, language)
        return composed.problems, composed.texts

    def _block(self, path: Path, language: Language) -> Found:
        """Check a block as if a scenario consisted of it alone."""
        composer = Composer(self._library(path.parent), self._reader, language)
        composer.problems += check_name(path)
        block = composer.block(path)
        if block is not None and block.whole:
            numbers = range(len(block.steps))
            use = composer.make(block, numbers, Origin(str(path)), UseLine(block="block"), {})
            sets, of_sets = composer.sets([use])
            alone = sketch(None, language, [use[0]], sets)
            origins = Origins(Origin(str(path)), [use[1]], of_sets)
            composer.problems += check_steps(alone, self._reader.kinds, origins)
        return composer.problems, composer.texts

    def _set(self, path: Path, language: Language) -> Found:
        """Check a statement set; whether a statement fits, with the scale that a scenario has by itself."""
        read = self._reader.set(path, language)
        statements = read.set.statements if read.set else []
        return [*check_name(path), *read.problems, *_tall(path, statements, language)], [
            Texts(path, [ReadTable(StatementsFile, read.data)])
        ]

    def _language(self, path: Path, _: Language) -> Found:
        """Check a second language of paper against the sets that a scenario beside it finds."""
        try:
            language = read_language(path, self._reader.toml(path))
        except Refused as refused:
            return refused.problems, []
        library = self._library(path.parent)
        sets = {name: library.find("statements", name) for name in sorted(language.sets)}
        found = {name: self._reader.set(each, DUTCH).set for name, each in sets.items() if each}
        lacking = [
            lost("statements", entry.set, library, f"statement[{n}].set", language.place)
            for n, entry in enumerate(language.file.statement, 1)
            if sets[entry.set] is None
        ]
        whole = check_whole(language, [each for each in found.values() if each])
        return [*lacking, *check_statements(language, found.get), *whole], []

    def _warnings(self, texts: Sequence[Texts], languages: Sequence[Language]) -> Iterator[Problem]:
        """Give what could be said better in what was read."""
        for each, language in product(texts, languages):
            key = (each.path, language)
            if key not in self._warned:
                said = [text for one in each.tables for text in texts_of(one.model, one.data, one.inside)]
                place = Place(str(each.path))
                self._warned[key] = check_texts(said, language, place)
                for path, text in said if self._aloud else ():
                    if path[0] == "statement" and path[-1] == "text":
                        self._warned[key] += check_aloud(text, language, place, key_path(path))
            yield from self._warned[key]


def _tall(path: Path, statements: Sequence[StatementLine], language: Language) -> Iterator[Problem]:
    """Give the statements that do not fit the screen, read aloud or with what the room is asked."""
    scale = standard_scale(language)
    for n, statement in enumerate(statements, 1):
        key = f"statement[{n}]"
        pages = [
            reading_page(f"{key}.text", statement.text, scale.points, scale.unknown),
            result_page(key, statement.text, statement.ask, len(USUAL)),
        ]
        looks = product((find_tall, find_tall_in_room), pages)
        found = next((found for look, page in looks if (found := look(page))), None)
        if found is not None:
            yield replace(found[1], place=Place(str(path)))
