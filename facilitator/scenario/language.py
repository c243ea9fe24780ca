"""How texts read aloud: words that put a label on people, and sentences too long to follow (domain.md 5).

These bring warnings: an author decides. What stands between quotation marks by itself is named, not said:
``praat niet over "probleemwijk"`` is fine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel

from facilitator.problems import Place, Problem
from facilitator.records import LONGEST_PROSE
from facilitator.scenario.language_words import LABELS
from facilitator.scenario.validation import Path, key_path, shown
from facilitator.text import clean
from facilitator.words import Language

MOST_WORDS: Final = 20
QUOTED: Final = frozenset({"source", "sources"})
"""Texts that give the name of a publication, which is somebody else's sentence."""

_END: Final = re.compile(r"""[.!?:…]+["'”’»)]*(?=\s|$)|\n""")
_SHORT: Final = frozenset(
    {"bijv.", "bv.", "o.a.", "d.w.z.", "m.a.w.", "i.p.v.", "ca.", "nr.", "blz.", "max.", "mw.", "dhr.", "dr."}
    | {"evt.", "incl.", "excl.", "resp.", "e.g.", "i.e.", "vs.", "mr.", "mrs.", "ms.", "approx."}
)
"""Abbreviations that never end a sentence."""
_LAST: Final = frozenset({"enz.", "etc.", "e.d.", "a.u.b.", "min.", "jl.", "a.s.", "p.m.", "a.m.", "..."})
"""What ends a sentence only when a capital follows."""
_OPENING: Final = "\"'“‘„‚«»”’"


def check_texts(
    model: type[BaseModel],
    data: Mapping[str, Any],
    languages: Sequence[Language],
    place: Place,
    inside: Path = (),
) -> list[Problem]:
    """Give a warning for each label and each long sentence in the texts of a table, by its model."""
    problems: list[Problem] = []
    for path, said in texts_of(model, data, inside):
        text, key = clean(said[:LONGEST_PROSE], lines=True), key_path(path)
        problems += [
            Problem(
                "scenario.label",
                {"word": shown(word), "better": better},
                place,
                key,
                severity="warning",
                words=word,
                skip=skip,
            )
            for language in languages
            for word, better, skip in labels(text, language)
        ]
        problems += [
            Problem(
                "scenario.long_sentence",
                {"n": count, "most": MOST_WORDS, "sentence": shown(sentence)},
                place,
                key,
                severity="warning",
                words=sentence,
            )
            for sentence, count in long_sentences(text)
        ]
    return problems


def texts_of(
    model: type[BaseModel], data: Mapping[str, Any], inside: Path = ()
) -> Iterator[tuple[Path, str]]:
    """Give what people read in a table, as far as it can be read: texts, not names, numbers or choices."""
    for name, field in model.model_fields.items():
        if name in data and name not in QUOTED:
            yield from _texts(field.annotation, field.metadata, data[name], (*inside, name))


def _texts(annotation: Any, about: Sequence[Any], value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Walk a value along its type; a text is what has to be cleaned (records.py)."""
    if get_origin(annotation) is Annotated:
        annotation, *about = get_args(annotation)
    if annotation is str:
        if isinstance(value, str) and any(isinstance(each, AfterValidator) for each in about):
            yield path, value
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if isinstance(value, dict):
            yield from texts_of(annotation, value, path)
    else:
        for inner, each, name in _inside(annotation, value):
            yield from _texts(inner, (), each, (*path, *name))


def _inside(annotation: Any, value: object) -> Iterator[tuple[Any, object, Path]]:
    """Give what is inside a list or a table, or what a value may also be, each with its type and its name."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in {Union, UnionType}:
        yield from ((each, value, ()) for each in inner)
    elif origin is list and isinstance(value, list):
        yield from ((inner[0], each, (number,)) for number, each in enumerate(value))
    elif origin is dict and isinstance(value, dict):
        yield from ((inner[1], each, (name,)) for name, each in value.items())


# -- labels


@cache
def _patterns(language: Language) -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), better)
        for pattern, better in LABELS[language].items()
    ]


def labels(text: str, language: Language) -> Iterator[tuple[str, str, int]]:
    """Give each label once, with what is better, and how often it stands in the text before that unmeant."""
    told: set[str] = set()
    for pattern, better in _patterns(language):
        for found in pattern.finditer(text):
            word = found[0]
            if word.lower() in told or _is_named(text, found.start(), found.end()):
                continue
            told.add(word.lower())
            before = re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text[: found.start()])
            yield word, better, len(before)


def _is_named(text: str, start: int, end: int) -> bool:
    """Tell whether the words stand between quotation marks, by themselves or after one short word."""
    before = re.sub(r"\b(?:de|het|een|the|an?)\s$", "", text[:start], flags=re.IGNORECASE)
    return before[-1:] in set(_OPENING) and text[end : end + 1] in set(_OPENING)


# -- sentences


def sentences(text: str) -> Iterator[str]:
    """Split a text as a room reads it: at ``. ! ? :`` and at line ends, not in 21.30 or after bijv."""
    start = 0
    for found in _END.finditer(text):
        if found[0] != "\n" and not _ends(text, start, found):
            continue
        yield text[start : found.end()].strip()
        start = found.end()
    yield text[start:].strip()


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    word = text[start : found.end()].rsplit(maxsplit=1)[-1]
    following = text[found.end() :].lstrip(" ")[:1]
    word = word.lstrip("(" + _OPENING).lower()
    if word in _SHORT or re.fullmatch(r"[a-z]\.", word):
        return False
    return not (following.islower() and (word in _LAST or word.endswith("...")))


def long_sentences(text: str) -> Iterator[tuple[str, int]]:
    """Give each sentence that has too many words, with how many it has."""
    for sentence in sentences(text):
        count = sum(any(char.isalnum() for char in word) for word in sentence.split())
        if count > MOST_WORDS:
            yield sentence, count
