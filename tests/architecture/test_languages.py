"""What a language says stands in its catalogue: the code has no words of its own for one or another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.orders import FILES, PRODUCTS
from facilitator.storage.places import slug
from facilitator.words import LANGUAGES, Language, Words
from tests.architecture.house import HOUSE, modules, shown, tree_of

READ_AND_NOT_SAID = {
    HOUSE / "usage.py": "the language that is asked for",
    HOUSE / "scenario" / "jargon_words.py": "difficult words that are looked for in a text",
    HOUSE / "scenario" / "statement_sentences.py": "by what a statement is seen to be a question, or two",
    HOUSE / "scenario" / "read_aloud.py": "by what a statement is hard to hear",
    HOUSE / "steps" / "statements" / "paper" / "spoken_marks.py": "where a voice rests and leans",
    HOUSE / "scenario" / "label_words.py": "labels that are looked for in a text",
    HOUSE / "scenario" / "suggestions.py": "what authors type for the name of a language",
}
"""Where a language is told apart because of what people write, which is not what the app says."""


@pytest.mark.parametrize("path", [path for path in modules() if path not in READ_AND_NOT_SAID], ids=shown)
def test_the_code_says_nothing_by_language(path: Path) -> None:
    assert list(by_language(tree_of(path))) == []


@pytest.mark.parametrize("path", READ_AND_NOT_SAID, ids=shown)
def test_an_exception_is_still_one(path: Path) -> None:
    assert list(by_language(tree_of(path)))


def by_language(tree: ast.Module) -> Iterator[int]:
    """Give the lines at which one language is told from another: a table by language, or a choice."""
    for node in ast.walk(tree):
        match node:
            case ast.Dict(keys=keys) if any(map(_is_language, keys)):
                yield node.lineno
            case ast.Call(func=ast.Name(id="dict"), keywords=named) if any(
                keyword.arg in LANGUAGES for keyword in named
            ):
                yield node.lineno
            case ast.Compare(left=left, comparators=others) if any(map(_is_language, [left, *others])):
                yield node.lineno
            case ast.MatchValue(value=value) if _is_language(value):
                yield value.lineno


def _is_language(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value in LANGUAGES


@pytest.mark.parametrize(
    "code",
    [
        'WORDS = {"nl": "bericht", "en": "message"}',
        'dict(nl="bericht", en="message")',
        'word = "bericht" if t.language == "nl" else "message"',
        'match language:\n    case "en": pass',
    ],
)
def test_words_by_language_are_found(code: str) -> None:
    assert len(list(by_language(ast.parse(code)))) == 1


@pytest.mark.parametrize("code", ['language: Language = "nl"', 'Words("nl")', 't("report.file.message")'])
def test_a_language_that_is_given_is_no_word_of_it(code: str) -> None:
    assert not list(by_language(ast.parse(code)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["message", "paper", "own", *PRODUCTS, *(word for words in FILES.values() for word in words)]
)
def test_a_word_in_the_name_of_a_file_can_stand_there(language: Language, name: str) -> None:
    word = Words(language)(f"report.file.{name}")
    assert word == slug(word)
