"""Tasks in the message that goes out the same evening."""

from __future__ import annotations

from facilitator.report.message import message
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Task
from facilitator.session.state import Before, State
from facilitator.words import Words
from tests.steps.running import DAY
from tests.steps.tasks.said import with_tasks

TASKS = (Task(name="droge huizen"), Task(name="veilig naar school"))


def told(state: State) -> str:
    return message(state, Words("nl"), DAY)


def test_tasks_of_tonight_are_told_together() -> None:
    assert "Dit zijn onze opgaven:\n- droge huizen\n- veilig naar school\n" in told(with_tasks(*TASKS))


def test_what_came_over_is_not_told_again() -> None:
    meeting = Meeting(day=DAY, title="Eerder", made=["task0000"])
    before = Before(session="before01", title="Eerder", day=DAY, meetings=[meeting])
    assert "opgaven:\n- veilig naar school\n" in told(with_tasks(*TASKS).replace(before=before))
