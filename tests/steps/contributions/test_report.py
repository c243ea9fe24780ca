"""Contributions and roles in a report: tables of who brings, asks, leads, decides and takes part."""

from __future__ import annotations

from itertools import takewhile

from facilitator.document import Heading, Items, Paragraph, Table
from facilitator.orders import Reader
from facilitator.report.session_report import build
from facilitator.session.registers import Contribution, Role, Task
from facilitator.session.state import State
from facilitator.words import Words
from tests.steps.contributions.offers import ACTORS, registers, role, said
from tests.steps.running import DAY, begun, example

DAMP, PLAY = "task0000", "task0001"
TASKS = {DAMP: Task(name="Droge huizen"), PLAY: Task(name="Veilig spelen")}
CITY, TEAM, CHAT = range(3)
"""The actors by number: Gemeente, Wijkteam, Appgroep Zuid."""


def left(*, contributions: list[Contribution] | None = None, roles: list[Role] | None = None) -> State:
    """Give a session with two tasks, and these contributions and roles."""
    found = registers(ACTORS, TASKS, contributions or [], roles or [])
    return begun(example("contributions")).replace(registers=found)


def parts_under(heading: str, state: State, reader: Reader = "everyone") -> list[object]:
    """Give what the report says under a heading, up to the next one."""
    for section in build(state, Words("nl"), DAY, reader).sections:
        if Heading(heading) in section.parts:
            after = section.parts[section.parts.index(Heading(heading)) + 1 :]
            return [*takewhile(lambda part: not isinstance(part, Heading), after)]
    return []


def test_the_roles_of_a_report_stand_under_their_task() -> None:
    roles = [
        *(role(CITY, DAMP, "leads"), role(CITY, DAMP, "decides"), role(CHAT, DAMP, "takes-part")),
        *(role(TEAM, PLAY, "leads"), role(CHAT, PLAY, "takes-part"), role(TEAM, PLAY, "takes-part")),
        role(CHAT, None, "takes-part"),
    ]
    table = parts_under("Rollen", left(roles=roles))[0]
    assert table == Table(
        ["Opgave", "Trekt", "Beslist", "Doet mee"],
        [
            ["Droge huizen", "Gemeente", "Gemeente", "Appgroep Zuid"],
            ["Veilig spelen", "Wijkteam", "", "Appgroep Zuid; Wijkteam"],
            ["De wijk als geheel", "", "", "Appgroep Zuid"],
        ],
    )


def test_a_task_without_roles_has_no_row() -> None:
    table = parts_under("Rollen", left(roles=[role(TEAM, PLAY, "leads")]))[0]
    assert isinstance(table, Table)
    assert table.rows == [["Veilig spelen", "Wijkteam", "", ""]]


def test_what_roles_make_us_ask_names_the_task_it_is_about() -> None:
    roles = [role(CITY, DAMP, "decides"), role(CITY, PLAY, "leads"), role(TEAM, PLAY, "leads")]
    assert len(parts_under("Rollen", left(roles=roles))) == 1
    asked = parts_under("Rollen", left(roles=roles), "facilitator")[1]
    assert isinstance(asked, Items)
    no_lead, two_leads = asked.lines[:2]
    assert no_lead.startswith("Droge huizen: ")
    assert two_leads.startswith("Veilig spelen: ")


def test_who_guards_the_whole_is_told_with_roles_and_without() -> None:
    guard = role(CHAT, None, "guards")
    told = Paragraph("Wie op de hele wijk let: Appgroep Zuid.")
    with_roles = parts_under("Rollen", left(roles=[role(TEAM, PLAY, "leads"), guard]))
    assert with_roles[-1] == told
    assert isinstance(with_roles[0], Table)
    assert [row[0] for row in with_roles[0].rows] == ["Veilig spelen"], "guarding is no task's role"
    alone = left(roles=[guard])
    assert parts_under("Rollen", alone) == []
    assert told in [part for section in build(alone, Words("nl"), DAY).sections for part in section.parts]


def test_contributions_stand_under_their_task_with_who_brings_and_asks() -> None:
    contributions = [
        said(CHAT, "brings", "tachtig mensen", PLAY),
        said(CHAT, "brings", "een zaaltje", PLAY),
        said(CITY, "asks", "adressen", DAMP),
        said(CITY, "brings", "geld", DAMP),
        said(TEAM, "asks", "tijd"),
    ]
    tables = [
        part
        for part in parts_under("Wie brengt wat, wie vraagt wat", left(contributions=contributions))
        if isinstance(part, Table)
    ]
    assert tables == [
        Table(["Partij", "Brengt", "Vraagt"], [["Gemeente", "geld", "adressen"]], "Droge huizen"),
        Table(["Partij", "Brengt"], [["Appgroep Zuid", "tachtig mensen; een zaaltje"]], "Veilig spelen"),
        Table(["Partij", "Vraagt"], [["Wijkteam", "tijd"]], "De wijk als geheel"),
    ]


def test_without_contributions_and_roles_there_is_no_heading() -> None:
    assert parts_under("Rollen", left()) == []
    assert parts_under("Wie brengt wat, wie vraagt wat", left()) == []
