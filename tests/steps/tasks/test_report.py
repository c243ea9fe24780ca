"""Tasks in a report: their own chapter, with all that was said of them."""

from __future__ import annotations

from facilitator.document import Heading, Items, Paragraph
from facilitator.report.session_report import build
from facilitator.session.registers import Task
from facilitator.steps.tasks.report import REPORT
from facilitator.words import Words
from tests.steps.running import DAY
from tests.steps.tasks.said import with_tasks

NL = Words("nl")
WHOLE = Task(
    name="Veilig naar school",
    for_whom="kinderen",
    why_now="de weg gaat open",
    wanted="auto's rijden stapvoets",
    chance="er komt een nieuwe stoep",
    if_nothing="het gaat een keer mis",
)
SAID = Items(
    [
        "Voor wie: kinderen",
        "Waarom nu: de weg gaat open",
        "Als het klaar is: auto's rijden stapvoets",
        "Wat er toch al gebeurt: er komt een nieuwe stoep",
        "Als niemand iets doet: het gaat een keer mis",
    ]
)


def test_a_task_stands_with_all_that_was_said_of_it() -> None:
    state = with_tasks(WHOLE, Task(name="Plein"))
    assert REPORT.registers(state, NL) == [Heading("Veilig naar school"), SAID, Heading("Plein")]


def test_with_headings_tasks_stand_under_them() -> None:
    state = with_tasks(Task(name="Plein"), WHOLE.model_copy(update={"theme": "verkeer"}))
    assert REPORT.registers(state, NL) == [
        Heading("verkeer"),
        Paragraph("Veilig naar school"),
        SAID,
        Heading("zonder kopje"),
        Paragraph("Plein"),
    ]


def test_the_chapter_is_there_only_when_there_are_tasks() -> None:
    titles = [section.title for section in build(with_tasks(WHOLE), NL, DAY).sections]
    assert titles.count("De opgaven") == 1
    assert "De opgaven" not in [section.title for section in build(with_tasks(), NL, DAY).sections]


def test_the_chapter_begins_with_where_tasks_come_together() -> None:
    state = with_tasks(
        Task(name="Licht", where="het plein"), Task(name="Bankjes", where="Het Plein"), Task(name="Brug")
    )
    found = REPORT.registers(state, NL)
    assert found[0] == Paragraph("Hier komt het samen: het plein (2).")
    assert Items(["Waar: het plein"]) in found
