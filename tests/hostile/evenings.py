"""Two evenings that together come to every kind of step, with something in every register and result."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any, Final

from facilitator.session.registers import Actor, Agreement, Fact, Item, Link, Story, Task
from facilitator.session.state import Before, State
from facilitator.storage.session_file import write_text
from tests.hostile.payloads import HARMLESS, escaped
from tests.report.hostile import with_text
from tests.report.made_up import bare, scenario, step, use
from tests.report.made_up import evening as first_evening

_QUOTED: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"')


BEFORE: Final = Before(session="before01", title="De vorige keer", day=date(2026, 9, 1))
DUE: Final = date(2026, 10, 1)


def second_evening() -> State:
    """Give an evening with the kinds of step that the first one does not have."""
    facts = [{"what": "Lege huizen", "value": "3 van 100", "source": "De gemeente", "area": "De wijk"}]
    gather = [{"sort": "worry", "text": "Wat houdt u bezig?", "hint": "Denk aan uw straat."}]
    options = [
        {"id": "groen", "text": "Meer groen", "hint": "In de straat"},
        {"id": "rust", "text": "Meer rust"},
    ]
    uses = [
        use("cijfers", step("facts", "tafel", facts=facts, text="Wat zien wij?")),
        use(
            "zorgen",
            step("collect", "ophalen", ask="gather", prompts=gather),
            step("collect", "koppen", ask="cluster"),
            step("collect", "delen", ask="shared"),
            step("collect", "samenhang", ask="links"),
            step("collect", "kennen", ask="links", among="actors"),
            step("collect", "energie", ask="energy"),
        ),
        use(
            "kiezen",
            step("choose", "zorg", among="items", most=1),
            step("choose", "weg", among="options", options=options, most=1),
        ),
        use(
            "opgave",
            step("tasks", "maken", ask=["for_whom", "why_now", "wanted", "chance", "if_nothing", "theme"]),
            step("tasks", "verder", make=False, ask=["chance"]),
        ),
        use(
            "terug",
            step("review", "vieren", ask="celebrate"),
            step("review", "afspraken", ask="agreements"),
            step("review", "leren", ask="learn"),
        ),
    ]
    return bare(
        scenario=scenario(uses=uses),
        registers=_registers(),
        results=_results(),
        before=BEFORE,
        people={"beleid": 6, "bewoners": 5, "professionals": 7},
    )


def _registers() -> dict[str, dict[str, Any]]:
    what = {"for_whom": "De huurders", "why_now": "Het is herfst", "wanted": "Droge muren"}
    return {
        "facts": {
            "fact0001": Fact(what="Natte muren", value="1 op 5", source="De corporatie", year="In 2025")
        },
        "stories": {"story001": Story(text="Mijn jas schimmelt", perspective="bewoners")},
        "items": {
            "item0001": Item(text="Natte muren", sort="worry", theme="De huizen", energy="much"),
            "item0002": Item(text="Nog een zorg", sort="worry", perspective="bewoners", shared="shared"),
        },
        "links": {"link0001": Link(start="item0001", end="item0002", how="worsens")},
        "actors": {
            "actor001": Actor(name="De corporatie", side="formal", ring="decides"),
            "actor002": Actor(name="De wandelclub", side="informal", ring="takes-part"),
        },
        "tasks": {"task0001": Task(name="Droge huizen", chance="Een subsidie", if_nothing="Erger", **what)},
        "agreements": {
            "agree001": Agreement(what="Een brief", who="De straat", due=DUE, firmness="agreement"),
            "agree002": Agreement(what="Een feest", who="De straat", status="done", firmness="agreement"),
        },
    }


def _results() -> dict[str, Any]:
    return {
        "cijfers/tafel": {
            "unknown": [{"id": "unkn0001", "text": "Hoeveel huizen", "who": "De gemeente"}],
            "offered": [{"what": "Lege huizen", "fact": None}],
        },
        "kiezen/zorg": {
            "chosen": ["item0001"],
            "texts": {"item0001": "Natte muren", "item0002": "Nog een zorg"},
            "waits": {"item0002": "Eerst de muren"},
            "differs": [{"id": "diff0001", "text": "Ik koos iets anders"}],
        },
        "terug/vieren": {"worked": [{"id": "work0001", "text": "De brief kwam", "agreement": "agree001"}]},
        "terug/leren": {"learnt": [{"id": "lear0001", "text": "Eerder beginnen"}]},
    }


EVENINGS: Final = {
    "first": lambda: with_text(first_evening(), HARMLESS),
    "second": second_evening,
}


@cache
def everywhere(evening: str) -> str:
    """Give a session file of an evening with a mark wherever a text can stand."""
    return _QUOTED.sub(_marked, write_text(EVENINGS[evening](), 1))


def _marked(found: re.Match[str]) -> str:
    """Give the mark in place of a text; a name has no capital and no blank."""
    return f'"{HARMLESS}"' if re.search("[A-Z ]", found[0]) else found[0]


def with_payload(evening: str, said: str) -> str:
    """Give a session file of an evening in which this text stands everywhere, as made by an attacker."""
    text = everywhere(evening)
    assert text.count(HARMLESS) > 60
    return text.replace(HARMLESS, escaped(said))
