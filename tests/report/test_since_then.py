"""A session that follows another: what came of what was said before, and nothing twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

import pytest

from facilitator.document import Heading, Items, Table
from facilitator.session.agreement_status import Status
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import (
    Actor,
    Agreement,
    Contribution,
    Objection,
    Parked,
    Role,
    Task,
    Version,
)
from facilitator.session.replies import Reply
from facilitator.session.state import Before, State
from tests.report.made_up import DAY, about, agreement, bare, registers
from tests.report.telling import chapter, report, told

THEN: Final = DAY - timedelta(weeks=6)
SINCE: Final = "Wat er kwam van wat wij eerder zeiden"
MORE: Final = "Meer over de afspraken"


def following(
    made: Mapping[str, Mapping[str, Any]], now: Mapping[str, Any] | None = None, **more: Any
) -> State:
    """Give a session to which this came over; ``now``: agreements that are made in it."""
    names = [name for entries in made.values() for name in entries]
    meeting = Meeting(day=THEN, title="Startbijeenkomst", made=names)
    before = Before(session="before01", title="Startbijeenkomst", day=THEN, meetings=[meeting])
    agreements = {**made.get("agreements", {}), **(now or {})}
    here = {**made, **({"agreements": agreements} if agreements else {})}
    return bare(registers=here, before=before, **more)


def earlier(what: str, status: str = "open", **more: Any) -> Agreement:
    return agreement(what, **{"who": "wijkteam", "due": date(2026, 11, 1), "status": status, **more})


def rows(state: State) -> list[list[str]]:
    """Give what became of agreements: a row each."""
    (table,) = [part for part in chapter(state, SINCE) if isinstance(part, Table)]
    return [[*row] for row in table.rows]


def test_what_is_unanswered_comes_first_and_then_what_became_of_agreements() -> None:
    asked = {
        "park0001": Parked(text="Wie betaalt het?", who="de gemeente", due=date(2026, 11, 20), unknown=True),
        "park0002": Parked(text="De lantaarns"),
        "park0003": Parked(text="De bus", answer=Reply(text="Die komt terug", day=DAY)),
    }
    state = following({"agreements": {"agree001": earlier("Bellen")}, "parked": asked})
    first, lines, second, table = chapter(state, SINCE)
    assert first == Heading("Gevraagd, en nog geen antwoord")
    assert lines == Items(
        [
            "Wie betaalt het? Hier komt op terug: de gemeente. Uiterlijk vrijdag 20 november 2026."
            " (Gevraagd: Startbijeenkomst, 11 okt.)",
            "De lantaarns. Nog niemand komt hierop terug. (Gevraagd: Startbijeenkomst, 11 okt.)",
        ]
    )
    assert second == Heading("De afspraken: toen en nu")
    assert isinstance(table, Table)
    assert told(state, "De parkeerlijst") == "De bus. Antwoord: Die komt terug."
    for each in asked.values():
        assert told(state).count(each.text) == 1


def test_of_each_agreement_stands_how_it_was_and_how_it_is_what_is_done_first() -> None:
    moved = Version(what="Borden", who="wijkteam", due=date(2026, 11, 1), changed_on=DAY, how="postponed")
    made = {
        "agree001": earlier("Bellen", "busy", needed="een telefoon"),
        "agree002": earlier("Borden", "postponed", versions=[moved], due=date(2027, 1, 10), postponed=1),
        "agree003": earlier("Feest", "stopped"),
        "agree004": earlier("Lampen", "done"),
        "agree005": earlier("Praten"),
        "agree006": earlier("Vragen", "unknown", who=""),
        "agree007": earlier("Wandelen", every="month"),
    }
    assert rows(following({"agreements": made})) == [
        ["4", "Lampen (wijkteam)", "zondag 1 november", "Klaar.", ""],
        ["1", "Bellen (wijkteam)", "zondag 1 november", "Bezig.", "een telefoon"],
        [
            "2",
            "Borden (wijkteam)",
            "zondag 1 november",
            "Uitgesteld. Nieuwe dag: zondag 10 januari. 1 keer verzet.",
            "",
        ],
        ["5", "Praten (wijkteam)", "zondag 1 november", "Niet besproken.", ""],
        ["6", "Vragen", "zondag 1 november", "Dat vragen wij na.", ""],
        ["7", "Wandelen (wijkteam)", "elke maand vanaf zondag 1 november", "Niet besproken.", ""],
        ["3", "Feest (wijkteam)", "zondag 1 november", "Gestopt.", ""],
    ]


def test_tonights_agreements_go_on_counting_and_stand_on_the_first_page() -> None:
    state = following({"agreements": {"agree001": earlier("Bellen")}}, {"agree002": agreement("Lopen")})
    assert [row[0] for row in rows(state)] == ["1"]
    assert "2 Lopen nog niemand nog geen datum nog niet gevraagd" in told(state, "Wat wij afspraken")
    assert "Bellen" not in told(state, "Wat wij afspraken")
    none = following({"agreements": {"agree001": earlier("Bellen")}})
    assert told(none, "Wat wij afspraken") == "Wij maakten geen nieuwe afspraak."


def test_a_first_session_has_no_such_chapter() -> None:
    assert SINCE not in [section.title for section in report(bare(registers=registers())).sections]


# -- nothing of tonight is lost


def changed(**more: Any) -> str:
    """Say what is told of an earlier agreement to which this happened."""
    return told(following({"agreements": {"agree001": earlier("Bellen", **more)}}), MORE)


def test_what_changed_tonight_is_told_with_what_was_heard_of_it() -> None:
    before = Version(what="Schrijven", who="school", because="Dat helpt niet", changed_on=DAY)
    again = {"heard": "no-objection", "heard_on": DAY, "present": {"bewoners": 4}}
    said = changed(versions=[before], **again)
    assert "Zo stond het er eerder: Schrijven (wie: school, wanneer: nog geen datum)." in said
    assert "Veranderd omdat: Dat helpt niet" in said
    assert "Geen bezwaar gehoord. Daarbij waren: bewoners (4)." in said
    assert "Zo is dit niet voorgelegd." in changed(versions=[before])


def test_what_changed_then_stands_in_the_report_of_that_meeting() -> None:
    for day in (None, THEN, THEN - timedelta(days=1)):
        before = Version(what="Schrijven", who="school", changed_on=day)
        assert changed(versions=[before], heard="no-objection", heard_on=THEN) == ""


def test_an_objection_of_tonight_is_told_also_when_it_is_met_tonight() -> None:
    met = Objection(id="object01", reason="Te duur", status="met")
    assert "Bezwaar: Te duur (opgelost)" in changed(objections=[met], heard="no-objection", heard_on=DAY)
    on_the_day = met.model_copy(update={"changed_on": DAY})
    assert "Bezwaar: Te duur (opgelost)" in changed(objections=[on_the_day])
    assert "Te duur" not in changed(objections=[met], heard="no-objection", heard_on=THEN)
    moved = Version(
        what="Bellen", due=date(2026, 11, 1), objections=[met], heard_on=DAY, changed_on=DAY, how="postponed"
    )
    assert "Bezwaar: Te duur (opgelost)" in changed(versions=[moved], status="postponed")
    gone = Version(what="Bellen", objections=[met], heard_on=DAY, changed_on=DAY, how="withdrawn")
    assert "Bezwaar: Te duur (opgelost)" in changed(versions=[gone], status="stopped")


def test_an_objection_that_stands_is_told_until_it_is_met() -> None:
    assert "Bezwaar: Te duur (nog niet opgelost)" in changed(
        objections=[Objection(id="object01", reason="Te duur")], heard="objection", heard_on=THEN
    )


def test_an_idea_is_told_with_all_that_was_said_of_it() -> None:
    idea = Agreement(
        what="Een buurtfeest", who="de straat", first_step="Een tent zoeken", status="busy", needed="geld"
    )
    said = told(following({"agreements": {"agree001": idea}}), MORE)
    assert "Een buurtfeest (de straat). Hoe het staat: Bezig. Nodig om verder te gaan: geld." in said
    tonight = told(bare(registers={"agreements": {"agree001": idea}}), MORE)
    assert tonight.endswith(
        "Een buurtfeest (de straat). Hoe het staat: Bezig. Nodig om verder te gaan: geld."
        " Eerste stap: Een tent zoeken."
    )


@pytest.mark.parametrize("status", ["done", "stopped", "not-needed"])
def test_an_idea_that_ended_is_told(status: Status) -> None:
    idea = Agreement(what="Een buurtfeest", status=status)
    assert "Een buurtfeest. Hoe het staat:" in told(following({"agreements": {"agree001": idea}}), MORE)


def test_tonights_agreement_says_how_it_stands() -> None:
    made = agreement("Bellen", who="wij", due=DAY, status="busy", needed="een telefoon")
    said = told(bare(registers={"agreements": {"agree001": made}}), MORE)
    assert "Hoe het staat: Bezig. Nodig om verder te gaan: een telefoon" in said


# -- what was not worked on is not told again

CAME: Final[dict[str, dict[str, Any]]] = {
    "actors": {"actor001": Actor(name="Corporatie", side="formal")},
    "tasks": {"task0001": Task(name="Droge huizen")},
    "contributions": {
        "contr001": Contribution(actor="actor001", direction="brings", what="een vakman", task="task0001")
    },
    "roles": {"role0001": Role(actor="actor001", task="task0001", role="leads")},
}
WORDS: Final = {
    "actors": "Op de kaart staat",
    "tasks": "Droge huizen",
    "contributions": "een vakman",
    "roles": "Opgave Trekt",
}
ADDED: Final[dict[str, dict[str, Any]]] = {
    "actors": {"actor002": Actor(name="Koor", side="informal")},
    "tasks": {"task0002": Task(name="Veilig spelen")},
    "contributions": {"contr002": Contribution(actor="actor001", direction="asks", what="tijd")},
    "roles": {"role0002": Role(actor="actor001", role="guards")},
}


def network(state: State) -> str:
    return " ".join([told(state, "De opgaven"), told(state, "Wie er zijn")])


def test_tasks_and_network_that_came_over_stand_in_the_report_of_then() -> None:
    assert network(following(CAME)).strip() == ""
    assert all(words in network(bare(registers=CAME)) for words in WORDS.values())


@pytest.mark.parametrize(
    ("key", "register"),
    [
        ("netwerk/kaart", "actors"),
        ("netwerk/bieden", "contributions"),
        ("netwerk/bieden", "roles"),
        ("netwerk/bieden", "tasks"),  # they are given other names there
    ],
)
def test_they_are_told_where_the_group_came_to_their_step(key: str, register: str) -> None:
    assert WORDS[register] in network(following(CAME, begun={key: "19:30"}))


@pytest.mark.parametrize("register", ADDED)
def test_what_is_added_to_them_is_told_whichever_step_did(register: str) -> None:
    """Tasks and parties are made as well where people say what they bring."""
    state = following(CAME)
    both = {**CAME[register], **ADDED[register]}
    said = network(state.replace(registers={**state.registers, register: both}))
    assert {"actors": "Koor", "tasks": "Veilig spelen", "contributions": "tijd", "roles": "hele wijk let"}[
        register
    ] in said


def test_it_opens_with_what_it_follows() -> None:
    assert "Dit is een vervolg op: Startbijeenkomst, zondag 11 oktober 2026." in told(following({}))
    assert about().day == DAY
