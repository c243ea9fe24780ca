"""Everything that is wrong with one file of an author, whichever of the three sorts it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.compose import USUAL, compose, sketch, standard_scale
from facilitator.scenario.composing import Composer, Texts
from facilitator.scenario.files import StatementsFile, UseLine
from facilitator.scenario.fit import find_tall, reading_page, result_page, scale_rows
from facilitator.scenario.language import check_texts
from facilitator.scenario.library import Library
from facilitator.scenario.model import Kinds
from facilitator.scenario.origins import Origin, Origins
from facilitator.scenario.parts import read_set_file
from facilitator.scenario.placing import Placing
from facilitator.scenario.reading import read_toml
from facilitator.scenario.validation import MOST
from facilitator.scenario.whole import check_steps
from facilitator.words import LANGUAGES, Language, Words

SORTS: Final = {
    "use": "scenario",
    "step": "block",
    "statement": "set",
    "languages": "scenario",
    "perspective": "scenario",
    "why": "block",
}
"""What only one sort of file has, and which; the first that is there decides."""

Found = tuple[list[Problem], list[Texts]]
"""What is wrong, and the texts that were read on the way."""


def check_file(path: Path, library_own: Path | None, kinds: Kinds, t: Words) -> list[Problem]:
    """Give every mistake in a scenario, a block or a statement set, and in what it names; warnings too.

    The file is read in every language it has: the ``languages`` of a scenario, and otherwise the languages
    its texts are in, or the reader's own when they don't say. Each problem is told once, with its place where
    the file shows it, in the order of the file. An empty list means that a workshop can run from it.
    """
    try:
        raw = read_toml(path)
    except Refused as refused:
        return list(refused.problems)
    sort = next((SORTS[key] for key in SORTS if key in raw), "")
    if not sort:
        return [Problem("scenario.no_sort", {}, Place(str(path)))]
    check = {"scenario": _check_scenario, "block": _check_block, "set": _check_set}[sort]
    placing = Placing(path)
    placed: list[Problem] = []
    spoken = _languages(raw)
    for language in spoken or [t.language]:
        try:
            problems, texts = check(path, library_own, kinds, language)
        except Refused as refused:
            problems, texts = list(refused.problems), []
        problems = [*problems[: 2 * MOST], *_warnings(texts, [language] if spoken else LANGUAGES)]
        placed += [placing.place(problem, language) for problem in problems]
    return placing.in_order(placed)


def _languages(raw: dict[str, Any]) -> list[Language]:
    """Give the languages that a file says it has, or that it has a text in."""
    said = raw.get("languages")
    declared = said if isinstance(said, list) else []
    return [each for each in LANGUAGES if each in declared or ("languages" not in raw and _says(raw, each))]


def _says(data: object, language: Language) -> bool:
    """Tell whether a text in this language stands anywhere in the data."""
    if isinstance(data, list):
        return any(_says(each, language) for each in data)
    if not isinstance(data, dict):
        return False
    return isinstance(data.get(language), str) or any(_says(each, language) for each in data.values())


def _check_scenario(path: Path, own: Path | None, kinds: Kinds, language: Language) -> Found:
    composed = compose(path, Library.of(path, own), kinds, language)
    return list(composed.problems), list(composed.texts)


def _check_block(path: Path, own: Path | None, kinds: Kinds, language: Language) -> Found:
    """Check a block as if a scenario consisted of it alone."""
    composer = Composer(Library.of(path.parent, own), kinds, language)
    block = composer.block(path)
    if block is not None and block.whole:
        numbers = range(len(block.steps))
        use = composer.make(block, numbers, Origin(str(path)), UseLine(block="block"), {})
        sets, of_sets = composer.sets([use])
        alone = sketch(None, language, [use[0]], sets)
        composer.problems += check_steps(alone, kinds, Origins(Origin(str(path)), [use[1]], of_sets))
    return composer.problems, composer.texts


def _check_set(path: Path, _own: Path | None, _kinds: Kinds, language: Language) -> Found:
    """Check a statement set; whether a statement fits, with the scale that a scenario has by itself."""
    problems: list[Problem] = []
    read = read_set_file(path, language, problems)
    scale = standard_scale(language)
    under = scale_rows(scale.points, scale.unknown)
    for n, each in enumerate(read.set.statements if read.set else [], 1):
        key = f"statement[{n}]"
        pages = [
            reading_page(f"{key}.text", each.text, under),
            result_page(key, each.text, each.ask, len(USUAL)),
        ]
        found = next((found for page in pages if (found := find_tall(page))), None)
        if found is not None:
            problems.append(replace(found[1], place=Place(str(path))))
    return problems, [Texts(path, StatementsFile, read.data)]


def _warnings(texts: list[Texts], languages: Sequence[Language]) -> Iterator[Problem]:
    """Give what could be said better in what was read."""
    for each in texts:
        yield from check_texts(each.model, each.data, languages, Place(str(each.path)), each.inside)
