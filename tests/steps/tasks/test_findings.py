"""What tasks make us ask, in both languages, and only where there is reason to."""

from __future__ import annotations

from typing import cast

import pytest

from facilitator.session.registers import Task
from facilitator.steps.tasks.findings import is_vague, questions
from facilitator.steps.tasks.kind import TasksStep
from facilitator.words import Language, Words
from tests.steps.tasks.said import NEW, with_tasks

STEP = cast("TasksStep", next(NEW.places())[1])


def asked(*tasks: Task, language: Language = "nl") -> list[tuple[str, str]]:
    return [(each.code, each.about) for each in questions(with_tasks(*tasks), STEP, Words(language))]


def test_good_tasks_raise_no_question() -> None:
    assert asked(Task(name="Kinderen gaan veilig naar school", for_whom="kinderen in de wijk")) == []


def test_more_than_the_step_advises_is_asked_about() -> None:
    assert asked(*[Task(name="Plein")] * 3) == []
    assert asked(*[Task(name="Plein")] * 4) == [("too_many", "")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Meer samenhang"),
        ("nl", "Mensen verbinden"),
        ("nl", "participatie"),
        ("nl", "De wijk leefbaarder maken"),
        ("en", "More cohesion"),
        ("en", "Connecting people"),
        ("en", "Build public support"),
    ],
)
def test_a_big_word_brings_the_question_what_is_seen_then(language: Language, text: str) -> None:
    assert asked(Task(name=text), language=language) == [("vague", "task0000")]
    assert asked(Task(name=text, wanted="elke week soep"), language=language) == [], "that says what is seen"
    assert asked(Task(name="Plein", wanted=text), language=language) == [("vague", "task0000")]


def test_a_word_that_only_looks_like_one_brings_none() -> None:
    assert not is_vague("De stoep sluit aan op het pad", Words("nl"))
    assert not is_vague("Support from the public library", Words("en"))


@pytest.mark.parametrize("text", ["iedereen", "Voor iedereen!", "de hele wijk", "alle bewoners"])
def test_what_is_for_everyone_brings_the_question_who_notices_first(text: str) -> None:
    assert asked(Task(name="Plein", for_whom=text)) == [("everyone", "task0000")]


@pytest.mark.parametrize("text", ["ouderen in de wijk", "alle bewoners van de Molenstraat", ""])
def test_what_is_for_someone_brings_none(text: str) -> None:
    assert asked(Task(name="Plein", for_whom=text)) == []
