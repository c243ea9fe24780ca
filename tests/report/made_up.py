"""A made-up evening in a made-up neighbourhood, in which everything happens that a report can tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from facilitator.insight.suppression import Counted, close_round
from facilitator.kinds import kinds
from facilitator.scenario.model import Perspective, Scale, Scenario, Statement, StatementSet, Use
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
from facilitator.session.rounds import Finding, Round, Shown
from facilitator.session.state import About, Note, State

DAY = date(2026, 11, 22)


def step(kind: str, name: str, minutes: int = 10, **more: Any) -> Any:
    said = {"id": name, "kind": kind, "title": f"Werkvorm {name}", "minutes": minutes, **more}
    return kinds()[kind].step.model_validate(said)


def statements(*names: str) -> list[Statement]:
    return [Statement(id=name, text=f"Stelling over {name}.") for name in names]


def scenario(**changes: Any) -> Scenario:
    uses = [
        use("begin", step("card", "welkom", 5, text="Fijn dat u er bent."), step("checkin", "wie", 7)),
        use(
            "urgentie",
            step(
                "statements",
                "stem",
                8,
                part="vote",
                sets=["urgentie"],
                level=["meer", "slechter"],
                back={"bewoners": "eigen"},
                notes="Lees elke stelling twee keer voor.",
                watch="Nog niet praten.",
                outcome="Een briefje van iedereen.",
            ),
            step("card", "pauze", 12, pause=True),
            step("statements", "uitslag", 20, part="result", of="stem", sets=["urgentie"]),
        ),
        use(
            "praten",
            step("questions", "vragen", 14, questions=[_question("wat"), _question("wie")]),
            step("gate", "advies", 8, questions=[_question("extra"), _question("geld", if_no="Vraag het.")]),
        ),
        use(
            "netwerk",
            step("actors", "kaart", 10, ask="formal"),
            step("contributions", "bieden", 10, ask="offers"),
        ),
        use("slot", step("agreements", "afspraken", 15), step("card", "einde", 3, optional=True)),
    ]
    whole: dict[str, Any] = {
        "id": "avond",
        "language": "nl",
        "title": "Startbijeenkomst",
        "purpose": "Is hier meer nodig?",
        "minutes": 115,
        "people": 18,
        "perspectives": [
            Perspective(id="beleid", title="beleid", who="Wie plannen maakt."),
            Perspective(id="bewoners", title="bewoners", who="Wie er woont."),
            Perspective(id="professionals", title="professionals", who="Wie er werkt."),
        ],
        "scale": Scale(points=["helemaal oneens", "oneens", "eens", "helemaal eens"], unknown="weet ik niet"),
        "uses": uses,
        "statement_sets": [
            StatementSet(
                id="urgentie",
                title="Urgentie",
                source="Platform31",
                source_status="verified",
                statements=statements("meer", "slechter", "beter"),
            ),
            StatementSet(id="eigen", title="Eigen", statements=statements("trots", "gehoord")),
        ],
        "sources": ["Een boek, 2018"],
    }
    return Scenario(**{**whole, **changes})


def use(name: str, *steps: Any) -> Use:
    return Use(id=name, block=name, title=f"Bouwsteen {name}", why="Daarom.", steps=list(steps))


def _question(name: str, **more: str) -> dict[str, str]:
    return {"id": name, "text": f"Vraag over {name}?", **more}


def counted(ballots: Mapping[str, Sequence[int]], **more: Any) -> Counted:
    return Counted(ballots=sum(next(iter(ballots.values()))), answers=ballots, **more)


def first_vote() -> Shown:
    """Give a vote of 6, 5 and 7 people, one of them a resident too many to be alone."""
    return close_round(
        {
            "beleid": counted(
                {"meer": [0, 1, 3, 2, 0], "slechter": [0, 2, 2, 2, 0], "beter": [1, 1, 2, 2, 0]}
            ),
            "bewoners": counted(
                {"meer": [0, 0, 1, 4, 0], "slechter": [0, 0, 1, 3, 1], "beter": [2, 2, 0, 0, 1]}
            ),
            "professionals": counted(
                {"meer": [3, 2, 1, 1, 2], "slechter": [2, 3, 2, 2, 0], "beter": [0, 0, 4, 5, 0]},
                beforehand=2,
            ),
        },
        grouping="perspective",
        points=4,
        minimum=3,
    ).shown


def second_vote() -> Shown:
    return close_round(
        {
            "beleid": counted({"meer": [0, 0, 3, 3, 0]}),
            "bewoners": counted({"meer": [0, 0, 2, 3, 0]}),
            "professionals": counted({"meer": [1, 1, 3, 2, 2]}),
        },
        grouping="perspective",
        points=4,
        minimum=3,
    ).shown


def back_vote() -> Shown:
    return close_round(
        {"bewoners": counted({"trots": [0, 1, 2, 2, 0], "gehoord": [5, 0, 0, 0, 0]})},
        grouping="perspective",
        points=4,
        minimum=3,
    ).shown


def a_round(name: str, shown: Shown | None, **changes: Any) -> Round:
    whole: dict[str, Any] = {
        "id": name,
        "use": "urgentie",
        "step": "stem",
        "number": 1,
        "way": "paper",
        "grouping": "perspective",
        "statements": ["meer", "slechter", "beter"],
        "expected": {"beleid": 6, "bewoners": 5, "professionals": 7},
        "status": "revealed" if shown else "open",
        "shown": shown,
        "method": "1" if shown else "",
    }
    return Round(**{**whole, **changes})


def agreement(what: str = "Bij de school vragen wat ouders nodig hebben", **more: Any) -> Agreement:
    return Agreement(**{"what": what, "firmness": "agreement", **more})


def about(**changes: Any) -> About:
    whole: dict[str, Any] = {
        "id": "aaaaaaaa",
        "place": "Vogelbuurt",
        "venue": "Buurthuis de Mus",
        "day": DAY,
        "starts": time(19, 30),
        "keep_until": date(2027, 11, 22),
        "made_with": "0.1.0",
    }
    return About(**{**whole, **changes})


def bare(**changes: Any) -> State:
    """Give a session in which nothing has happened."""
    return State(about=about(), scenario=scenario()).replace(**changes)


def registers() -> dict[str, dict[str, Any]]:
    agreements = {
        "agree001": agreement("Wijkkrant: stukje over vanavond", who="redactie", due=date(2026, 12, 1)),
        "agree002": agreement(
            who="wijkteam, met de bewonersgroep",
            due=date(2026, 12, 6),
            first_step="De directeur bellen",
            task="task0001",
            heard="objection",
            present={"beleid": 6, "bewoners": 5},
            objections=[
                Objection(
                    id="object01", reason="Ouders zijn moe van vragen", perspective="bewoners", status="met"
                )
            ],
            versions=[Version(what="Alle ouders bezoeken", who="wijkteam", because="Dat is te veel")],
        ),
        "agree003": Agreement(what="Een buurtfeest"),
    }
    return {
        "agreements": agreements,
        "actors": {
            "actor001": Actor(
                name="Corporatie", side="formal", ring="decides", interest="goede huizen", sure=True
            ),
            "actor002": Actor(name="Wandelclub", side="informal", ring="takes-part", shared_interest="rust"),
        },
        "tasks": {"task0001": Task(name="Droge huizen", for_whom="huurders", why_now="het is herfst")},
        "contributions": {
            "contr001": Contribution(
                actor="actor001", direction="brings", what="een vakman", task="task0001"
            ),
            "contr002": Contribution(actor="actor002", direction="asks", what="een zaal"),
        },
        "roles": {"role0001": Role(actor="actor002", task="task0001", role="takes-part")},
        "parked": {
            "park0001": Parked(text="Het parkeren", who="de gemeente", due=date(2026, 12, 13)),
            "park0002": Parked(text="De bus"),
        },
    }


def evening(**changes: Any) -> State:
    """Give the whole evening; ``changes`` replace fields of the state."""
    rounds = [
        a_round(
            "round001",
            first_vote(),
            findings=[
                Finding(
                    code="mixed", wall="Ook binnen groepen verschilt het.", notes="Verdeeld: begin klein."
                ),
                Finding(
                    code="differ", about="meer", wall="Hier verschillen wij het meest.", notes="Dat is veel."
                ),
            ],
        ),
        a_round("round002", second_vote(), number=2, statements=["meer"]),
        a_round("round003", back_vote(), side="back", statements=["trots", "gehoord"], status="closed"),
    ]
    state = bare(
        registers=registers(),
        rounds={each.id: each for each in rounds},
        results={
            "praten/vragen": {
                "answers": [
                    {"id": "answer01", "question": "wat", "text": "Huizen zijn vochtig"},
                    {"id": "answer02", "question": "wat", "text": "Bij mij niet", "differs": True},
                ]
            },
            "praten/advies": {
                "replies": {"extra": "yes", "geld": "unknown"},
                "advice": "unknown",
                "reason": "de cijfers ontbreken",
                "decides": "de wethouder",
                "finds_out": "de wijkregisseur",
            },
            "begin/wie": {"hats": ["voorzitter van de voetbalclub"]},
            "session/hats": {"counted": {"lives": 4, "volunteers": 3, "decides": 1}},
            "session/closing": {"next_date": "2027-02-13", "object_until": "2026-11-29"},
        },
        notes={
            "note0001": Note("urgentie", "uitslag", "meer", "Sinds de jongerenwerker is het rustiger"),
            "note0002": Note("urgentie", "uitslag", "", "Veel gepraat over herkennen"),
            "note0003": Note("praten", "vragen", "wie", "Wie mist er?"),
            "note0004": Note("netwerk", "kaart", "", "De kerk is weg"),
        },
        people={"beleid": 6, "bewoners": 5, "professionals": 7},
        listeners=2,
        begun=dict.fromkeys(("begin/welkom", "begin/wie", "urgentie/stem", "urgentie/uitslag"), "19:30")
        | dict.fromkeys(("praten/vragen", "praten/advies", "netwerk/kaart", "slot/afspraken"), "20:30"),
    )
    return state.replace(**changes)
