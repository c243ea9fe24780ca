"""What open questions say and leave."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from facilitator.line_breaks import count_rows
from facilitator.problems import Problem
from facilitator.records import EntryId, FilledLine, Id, Kept, Line, Record
from facilitator.scenario.duration import Duration, Expected
from facilitator.scenario.item_sorts import ItemSort
from facilitator.scenario.model import KeptLine, Kind, Scenario, Step
from facilitator.scenario.references import dangling
from facilitator.scenario.screen_fit import WIDTH, ScreenPage, Written
from facilitator.scenario.validation import double_ids


class Question(Record):
    """One open question."""

    id: Id
    text: FilledLine
    hint: Line = ""
    """An example or a nudge, smaller under the question."""
    about: Id | None = None
    """With ``of`` in the step: what must have been chosen for this question to be asked."""
    message: bool = False
    """Whether question and answers go out the same evening: who answers whom, or when we meet."""
    case: bool = False
    """Whether what is answered stays in sight with the questions that come after it in this block."""
    headline: bool = False
    """Whether the report opens with what is answered."""
    others_say: bool = False
    """Whether it asks for words that others use: a label among these is theirs, and brings no question."""


Things = Literal["items", "tasks", "facts", "stories"]
"""What the group brought up before, and can be asked about."""


class QuestionsStep(Step):
    """Questions that the group answers together, or each small group one."""

    dutch: ClassVar = {
        "facts": "cijfers|cijfer",
        "stories": "verhalen|verhaal",
    }
    kind: Literal["questions"]
    questions: Annotated[list[Question], Field(min_length=1, max_length=21)]
    of: Id | None = None
    """A step of the same use in which the group chose: only questions about what it chose are asked."""
    about_one: Things | None = None
    """The group chooses one of these first; the questions are about it, and it stands above them."""
    about_each: Things | None = None
    """The same, and after the last question the group can choose another."""
    sorts: list[ItemSort] = []
    """With ``items``: which sorts can be chosen; empty: all."""
    shows: Annotated[list[Id], Field(max_length=2)] = []
    """Of which steps it shows, above each question, what they said last, by their ``keep``."""
    groups: bool = False
    """Each small group takes one question and reports back."""
    most: Annotated[int, Field(ge=1, le=30)] = 12
    """Lines that are gathered per question."""
    differs: bool = True
    """Whether it is asked at the end who sees it differently; not of what only one person can say."""

    @property
    def things(self) -> Things | None:
        """What the questions are about, if the group chooses that here."""
        return self.about_one or self.about_each


class Answer(Kept):
    """A line in the group's words."""

    id: EntryId
    question: Id
    text: FilledLine
    about: EntryId | None = None
    """What it is about, where the group chose that first."""
    differs: bool = False
    """Whether someone sees it differently: the minority view is kept (docs/domain.md 3.1)."""


class QuestionsLeaves(Kept):
    """The answers, in the order in which they were written down."""

    answers: Annotated[list[Answer], Field(max_length=300)] = []


def _check(step: QuestionsStep, scenario: Scenario) -> list[Problem]:
    doubles = double_ids([question.id for question in step.questions], "questions")
    return [*doubles, *_check_things(step), *_check_choice(step, scenario)]


def _check_things(step: QuestionsStep) -> list[Problem]:
    """Find two ways of choosing what the questions are about, and sorts of what has none."""
    found: list[Problem] = []
    if step.about_one and step.about_each:
        found.append(Problem("questions.one_or_each", key="about_each"))
    if step.things and step.groups:
        found.append(Problem("questions.not_in_groups", key="groups"))
    if step.sorts and step.things != "items":
        found.append(Problem("questions.sorts_unused", key="sorts"))
    return found


def _check_choice(step: QuestionsStep, scenario: Scenario) -> list[Problem]:
    """Find questions about a choice that no step before this one makes."""
    if step.of is None:
        return [
            Problem("questions.about_nothing", {"name": question.about}, key=f"questions[{n}].about")
            for n, question in enumerate(step.questions, 1)
            if question.about
        ]
    use = next(use for use in scenario.uses if any(each is step for each in use.steps))
    choices = {each.id: each for each in use.steps[: use.steps.index(step)] if each.kind == "choose"}
    if step.of not in choices:
        return [dangling("questions.no_choice", step.of, list(choices), "of")]
    there = _to_choose_from(choices[step.of], scenario)
    return [
        dangling("questions.never_chosen", question.about, there, f"questions[{n}].about")
        for n, question in enumerate(step.questions, 1)
        if question.about and question.about not in there
    ]


def _to_choose_from(choice: Step, scenario: Scenario) -> list[str]:
    """Give what has a name in a scenario that can be chosen; what the group says has none."""
    if getattr(choice, "among", "") == "sets":
        return [statement_set.id for statement_set in scenario.statement_sets]
    return [each.id for each in getattr(choice, "options", [])]


ANSWERS: Final = 3
"""Lines that have to be seen under a question."""
TO_CHOOSE_FROM: Final = 6
"""Lines of questions or things that are seen at once to choose from; of longer ones the list moves."""
ABOVE: Final = 2
"""Rows of what the questions are about, over each of them."""


def _fits(step: QuestionsStep, _scenario: Scenario) -> list[ScreenPage]:
    """With a question stand its hint, and how to answer or else the answers; then a line to type in."""
    text = Written("text", step.text)
    above = (ABOVE if step.things else 0) + len(step.shows)
    groups = step.groups and len(step.questions) > 1
    pages: list[ScreenPage] = []
    if groups:
        lines = sum(count_rows(question.text, WIDTH - 6) for question in step.questions)
        pages.append(ScreenPage([text], besides=1 + min(lines, TO_CHOOSE_FROM)))
    if step.things:
        pages.append(ScreenPage([text], besides=2 + TO_CHOOSE_FROM))
    for n, question in enumerate(step.questions, 1):
        asked = [
            Written(f"questions[{n}].text", question.text),
            Written(f"questions[{n}].hint", question.hint),
        ]
        gaps = 1 + bool(question.hint)
        pages.append(ScreenPage(asked, besides=gaps + above + ANSWERS + 1))
        if step.text and not groups and not step.things:
            pages.append(ScreenPage([*asked, text], besides=gaps + above + 2))
        above = ABOVE if question.case else above
    return pages


def _keeps(step: QuestionsStep, left: QuestionsLeaves) -> list[KeptLine]:
    """Give the answers under their questions, in the order of these; not what others say of people here."""
    return [
        KeptLine(about=question.text, text=answer.text, differs=answer.differs)
        for question in step.questions
        for answer in left.answers
        if answer.question == question.id and not question.others_say
    ]


def _takes(step: QuestionsStep, _scenario: Scenario, expected: Expected) -> Duration:
    """A minute and a half for a question. Where each small group takes one they talk at the same time, and
    then tell in turn; what is asked of one thing after another is asked of two at least."""
    asked = len(step.questions)
    if step.of:
        choices = len({question.about for question in step.questions if question.about}) or 1
        asked = max(1, asked * min(expected.count("chosen", choices), choices) // choices)
    if step.groups:
        return Duration.of_seconds(300 + 90 * asked, 480 + 120 * asked, "questions", asked, "fewer")
    asked *= 2 if step.about_each else 1
    choosing = 60 if step.things else 0
    return Duration.of_seconds(choosing + 90 * asked, choosing + 180 * asked, "questions", asked, "fewer")


KIND: Final = Kind(
    "questions", QuestionsStep, QuestionsLeaves, check=_check, fits=_fits, keeps=_keeps, takes=_takes
)
