"""Two evenings that together come to every kind of step, with something in every register and result."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import cycle, islice
from typing import Any, Final

from facilitator.kinds import kinds
from facilitator.scenario.model import Perspective, Use
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Actor, Agreement, Fact, Item, Link, Parked, Story, Task
from facilitator.session.state import Before, EarlierVote, State
from facilitator.storage.session_file import write_text
from tests.hostile.payloads import HARMLESS, ONES, PAYLOADS, escaped
from tests.report.hostile import with_text
from tests.report.made_up import bare, first_vote, scenario, step, use
from tests.report.made_up import evening as first_evening
from tests.steps.running import evening as evening_of
from tests.steps.running import example

_QUOTED: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"')


MEETING: Final = Meeting(day=date(2026, 9, 1), title="De vorige keer", made=["agree001", "agree002"])
BEFORE: Final = Before(session="before01", title=MEETING.title, day=MEETING.day, meetings=[MEETING])
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
            step("choose", "zorg", among="items", most=1, notes="Wacht even."),
            step("choose", "weg", among="options", options=options, most=1),
        ),
        use(
            "opgave",
            step("tasks", "maken", ask=["for_whom", "why_now", "wanted", "chance", "if_nothing", "theme"]),
            step("tasks", "verder", make=False, ask=["chance"]),
        ),
        use(
            "poort",
            step(
                "gate",
                "advies",
                questions=[
                    {"id": "extra", "text": "Is er meer nodig?", "if_no": "Vraag het na."},
                    {"id": "geld", "text": "Is er geld?"},
                ],
            ),
        ),
        use(
            "terug",
            step("review", "vieren", ask="celebrate"),
            step("review", "afspraken", ask="agreements"),
            step("review", "leren", ask="learn"),
        ),
    ]
    return bare(
        scenario=scenario(
            uses=[*uses, *_others(uses)],
            perspectives=[
                Perspective(id=name, title=f"Vanuit {name}")
                for name in ("beleid", "bewoners", "professionals")
            ],
        ),
        registers=_registers(),
        results=_results(),
        before=BEFORE,
        people={"beleid": 6, "bewoners": 5, "professionals": 7},
    )


def _others(uses: list[Use]) -> list[Use]:
    """Give the example of each kind of step that is neither in these nor in the first evening."""
    there = {step.kind for use in [*uses, *first_evening().scenario.uses] for step in use.steps}
    return [evening_of(example(kind)).uses[0] for kind in sorted(set(kinds()) - there)]


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
        "parked": {
            "park0001": Parked(text="De bus", who="De gemeente", due=DUE),
            "unkn0001": Parked(text="Hoeveel huizen", who="De gemeente", unknown=True),
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


def _first() -> State:
    """Give the evening of the report, after an earlier one with a vote on the same statements."""
    state = with_text(first_evening(), HARMLESS)
    texts = dict.fromkeys(("meer", "slechter", "beter"), HARMLESS)
    vote = EarlierVote(day=BEFORE.day, texts=texts, shown=first_vote())
    return state.replace(before=BEFORE.model_copy(update={"votes": [vote]}))


EVENINGS: Final = {"first": _first, "second": second_evening}
BARE: Final = ["urgentie/stem"]
"""Steps that begin with a page on which no text of the file stands: a vote that is over."""


@cache
def everywhere(evening: str) -> str:
    """Give a session file of an evening with a mark wherever a text can stand."""
    return _QUOTED.sub(_marked, write_text(EVENINGS[evening](), 1))


def _marked(found: re.Match[str]) -> str:
    """Give the mark in place of a text; a name has no capital and no blank."""
    return f'"{HARMLESS}"' if re.search("[A-Z ]", found[0]) else found[0]


def with_payload(evening: str, said: str) -> str:
    """Give a session file of an evening in which this text stands everywhere, as made by an attacker."""
    return everywhere(evening).replace(HARMLESS, escaped(said))


def with_each(evening: str, first: int, mark: str = "") -> tuple[str, int]:
    """Give such a file with another payload at each place, beginning with this one; and how many places.

    ``mark``: what stands before each of them.
    """
    texts = [mark + escaped(PAYLOADS[name]) for name in ONES]
    before, *after = everywhere(evening).split(HARMLESS)
    turns = islice(cycle(texts), first, None)
    return before + "".join(f"{said}{part}" for said, part in zip(turns, after, strict=False)), len(after)
