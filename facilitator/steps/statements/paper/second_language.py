"""What a ballot says once more in a second language, and what that language lacks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facilitator.kinds.paper_facet import Printing
from facilitator.markup import Markup, h
from facilitator.problems import Problem
from facilitator.scenario.paper_language import PaperLanguage, missing
from facilitator.steps.statements.kind import StatementsStep, sets_of
from facilitator.words import Words

LINES: Final = {
    "statements.paper.ballot.how": (),
    "statements.paper.ballot.own": ("group",),
    "statements.paper.ballot.turn": (),
    "statements.paper.ballot.next_leaf": (),
    "statements.paper.ballot.done": (),
    "statements.paper.ballot.done_both": (),
    "statements.paper.ballot.done_leaves": (),
    "statements.paper.ballot.number": (),
    "statements.paper.easy.how": (),
    "statements.paper.easy.own": ("group",),
    "statements.paper.easy.help": (),
    "statements.paper.scale": (),
}
"""What stands on ballots besides statements and answers; a translation keeps the values in braces."""


def second(said: str, language: PaperLanguage | None, class_: str, tag: str = "p") -> Markup | None:
    """Give a text of the second language as an element that says which it is, and how it runs."""
    if language is None or not said:
        return None
    return h(tag, said, class_=class_, lang=language.code, dir=language.direction)


def say_line(key: str, language: PaperLanguage | None, t: Words, **values: str) -> str:
    """Give a line of the ballot in the second language; nothing where it has none."""
    said = language.say(_dutch(key, t)) if language else ""
    for name, value in values.items():
        said = said.replace(f"{{{name}}}", value)
    return said


def _dutch(key: str, t: Words) -> str:
    """Give a line as it stands in the file of a language: with its values in braces."""
    return t(key, **{name: f"{{{name}}}" for name in LINES[key]})


def untranslated(printing: Printing[StatementsStep]) -> list[Problem]:
    """Give a problem for each statement, answer and line of these votes that the language cannot say."""
    language = printing.plan.language
    votes = [step for _, step in printing.steps if step.part != "result"]
    return [*_lacking(printing, votes, language)] if language and votes else []


def _lacking(
    printing: Printing[StatementsStep], votes: list[StatementsStep], language: PaperLanguage
) -> Iterator[Problem]:
    scenario = printing.scenario
    for step in votes:
        for one in sets_of(step, scenario):
            yield from missing(language, one)
        for name in step.back.values():
            yield from (missing(language, back) if (back := scenario.find_set(name)) else ())
    answers = {entry.nl for entry in language.file.answer}
    for word in (*scenario.scale.points, scenario.scale.unknown):
        if word not in answers:
            yield Problem("scenario.paper_language.missing_answer", {"word": word}, language.place)
    known = {_dutch(key, printing.t) for key in LINES}
    for n, entry in enumerate(language.file.line, 1):
        if entry.nl not in known:
            yield Problem("scenario.paper_language.no_line", {}, language.place, f"line[{n}].nl")
