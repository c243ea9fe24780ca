"""How texts read aloud: words that label people, and sentences too long to follow (docs/domain.md P7, P20).

These bring warnings: an author decides. What stands between quotation marks by itself is named, not said:
``praat niet over "probleemwijk"`` is fine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, get_args

from pydantic import AfterValidator, BaseModel

from facilitator.contact_details import contacts
from facilitator.problems import Place, Problem
from facilitator.records import LONGEST_PROSE
from facilitator.scenario.jargon_words import FEW, jargon
from facilitator.scenario.label_words import LABELS, Label
from facilitator.scenario.model_fields import Path
from facilitator.scenario.statement_sentences import check_statement
from facilitator.scenario.validation import key_path, shown
from facilitator.words import Language, Words

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


def check_texts(found: Iterable[tuple[Path, str]], language: Language, place: Place) -> list[Problem]:
    """Give a warning for each label and each long sentence in the texts of a file."""
    texts = [(path, said[:LONGEST_PROSE]) for path, said in found]
    whole = "\n".join(text for _, text in texts)
    likely = _likely(whole, LABELS[language])
    riddle = len(list(jargon(whole, language))) >= FEW
    reached = bool(contacts(whole))
    t = Words(language)  # what is better is in the language of the text, whoever reads the warning
    problems: list[Problem] = []
    for path, text in texts:
        if likely or text.count(" ") >= MOST_WORDS:  # others have none, and are short enough
            problems += _warnings(text, likely, t, place, path)
        if riddle:
            problems += _riddles(text, language, place, path)
        for contact in contacts(text) if reached else ():
            key = key_path(path)
            problems.append(Problem("scenario.contact", {}, place, key, severity="warning", words=contact))
        if path[0] == "statement" and path[-1] == "text":
            problems += check_statement(text, language, place, key_path(path))
    return problems


def _riddles(text: str, language: Language, place: Place, path: Path) -> Iterator[Problem]:
    """Give a warning for each sentence of which a room would ask what it means."""
    for sentence in sentences(text):
        words = list(jargon(sentence, language))
        if len(words) >= FEW:
            values = {"words": ", ".join(words)}
            yield Problem(
                "scenario.jargon", values, place, key_path(path), severity="warning", words=sentence
            )


def _warnings(text: str, likely: Sequence[Label], t: Words, place: Place, path: Path) -> Iterator[Problem]:
    for word, better, skip in _found(text, _likely(text, likely)) if likely else ():
        values: dict[str, str | int] = {"word": shown(word), "better": t(f"scenario.better.{better}")}
        yield Problem(
            "scenario.label", values, place, key_path(path), severity="warning", words=word, skip=skip
        )
    for sentence, count in long_sentences(text):
        values = {"n": count, "most": MOST_WORDS, "sentence": shown(sentence)}
        yield Problem(
            "scenario.long_sentence", values, place, key_path(path), severity="warning", words=sentence
        )


# -- texts


def texts_of(
    model: type[BaseModel], data: Mapping[str, Any], inside: Path = ()
) -> Iterator[tuple[Path, str]]:
    """Give what people read in a table, as far as it can be read: texts, not names, numbers or choices."""
    for name, inner in _readable(model):
        if name in data:
            yield from _texts(inner, data[name], (*inside, name))


def _texts(model: type[BaseModel] | None, value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(model, each, (*path, number))
    elif model is None:
        if isinstance(value, str):
            yield path, value
    elif isinstance(value, dict):
        yield from texts_of(model, value, path)


@cache
def _readable(model: type[BaseModel]) -> list[tuple[str, type[BaseModel] | None]]:
    """Give the fields that hold texts, and those that hold tables, with the model of these."""
    found: list[tuple[str, type[BaseModel] | None]] = []
    for name, field in model.model_fields.items():
        parts = [*_parts(field.annotation), *field.metadata]
        inner = next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None)
        is_text = any(isinstance(part, AfterValidator) for part in parts)  # what is cleaned (records.py)
        if name not in QUOTED and (inner or is_text):
            found.append((name, inner))
    return found


def _parts(annotation: Any) -> Iterator[Any]:
    """Give what a type is made of: of a list of tables, the list and the table."""
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


# -- labels


@cache
def _pattern(label: Label) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{label.pattern})(?!\w)", re.IGNORECASE)


def _likely(text: str, labels: Sequence[Label]) -> list[Label]:
    """Give those of the labels that may stand in a text: a quick look, because most texts have none."""
    plain = text.lower()
    return [label for label in labels if any(map(plain.__contains__, label.stems))]


def labels(text: str, language: Language) -> Iterator[tuple[str, str, int]]:
    """Give each label once, with the key of what is better, and how often it stands before that unmeant."""
    return _found(text, _likely(text, LABELS[language]))


def _found(text: str, likely: Sequence[Label]) -> Iterator[tuple[str, str, int]]:
    told: set[str] = set()
    for label in likely:
        for found in _pattern(label).finditer(text):
            word = found[0]
            if word.lower() in told or _is_named(text, found.start(), found.end()):
                continue
            told.add(word.lower())
            before = re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text[: found.start()])
            yield word, label.better, len(before)


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
    rows = (row for row in text.split("\n") if row.count(" ") >= MOST_WORDS)  # others are short enough
    for sentence in (spoken for row in rows for spoken in sentences(row)):
        count = sum(any(char.isalnum() for char in word) for word in sentence.split())
        if count > MOST_WORDS:
            yield sentence, count
