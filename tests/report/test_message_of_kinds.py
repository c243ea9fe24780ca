"""What each kind of step tells in the message of the evening, and what goes first when not all of it fits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds.message_facet import KEPT_LONGEST, Topic
from facilitator.report.message import MOST, message
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Agreement, Item, Objection, Parked, Version
from facilitator.session.replies import Reply
from facilitator.session.state import Before, State
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import DAY, about, agreement, bare, scenario, step, use

NL: Final = Words("nl")
MARKS: Final = {
    Topic.DECIDED: "Wij spraken af:",
    Topic.EARLIER: "Van eerder:",
    Topic.ADVICE: "Ons advies:",
    Topic.CHOSEN: "Wij kozen:",
    Topic.ANSWERED: "Wie antwoordt?",
    Topic.SHARED: "Dit delen wij:",
    Topic.WORKED: "Dit lukte:",
    Topic.OPEN: "Dit weten wij nog niet:",
    Topic.WAITING: "Dit wacht:",
    Topic.RUNNING: "Dit loopt door:",
    Topic.COUNTED: "Er is ook 1 idee",
}
"""By what one sees that a topic is in the message."""
EARLIER: Final = date(2026, 10, 1)


def programme() -> Any:
    """Give a programme in which every topic has a step."""
    asked = [
        {"id": "wie", "text": "Wie antwoordt?", "message": True},
        {"id": "stil", "text": "Wat blijft hier?"},
    ]
    return scenario(
        uses=[
            use(
                "terug", step("review", "vieren", ask="celebrate"), step("review", "langs", ask="agreements")
            ),
            use("halen", step("collect", "delen", ask="shared")),
            use("cijfers", step("facts", "weten", ask=["unknown"])),
            use("kiezen", step("choose", "kies", among="items", most=1)),
            use("schaal", step("choose", "groot", among="options", most=1, options=_options())),
            use("praten", step("questions", "vragen", questions=asked)),
            use("poort", step("gate", "advies", questions=[{"id": "extra", "text": "Is er meer nodig?"}])),
            use("slot", step("agreements", "afspraken", 15)),
        ],
        statement_sets=[],
    )


def _options() -> list[dict[str, str]]:
    return [{"id": "straat", "text": "Een straat"}, {"id": "buurt", "text": "De buurt"}]


def words(length: int = 0) -> Any:
    """Give a source of texts that begin and end recognisably, each of about this length."""
    count = 0

    def text() -> str:
        nonlocal count
        count += 1
        return f"begin{count:03} {'woord ' * (length // 6)}eind{count:03}"

    return text


def session(length: int = 0, many: int = 1, **changes: Any) -> State:
    """Give an evening on which every topic has something to tell."""
    text = words(length)
    numbers = range(1, many + 1)
    owner = {"who": text(), "due": date(2026, 12, 6)}
    open_ones = [Objection(id="object01", reason=text(), perspective="bewoners", there=5)]
    entries: dict[str, Any] = {
        "agreements": {
            "early001": agreement(text(), **owner, status="done"),
            "early002": agreement(text(), **owner),
            "ideas001": agreement("Een idee", firmness="idea"),
            **{
                f"agree{n:03}": agreement(text(), **owner, heard="objection", objections=open_ones)
                for n in numbers
            },
        },
        "items": {f"items{n:03}": Item(text=text(), sort="worry", shared="shared") for n in numbers},
        "parked": {f"parks{n:03}": Parked(text=text(), who=text(), due=DAY) for n in numbers}
        | {"unknow01": Parked(text=text(), who=text(), unknown=True)},
    }
    chosen, other = text(), text()
    results: dict[str, Any] = {
        "terug/vieren": {"worked": [{"id": "learnt01", "text": text()}]},
        "kiezen/kies": {"chosen": ["items001"], "texts": {"items001": chosen, "items999": other}},
        "praten/vragen": {
            "answers": [
                {"id": "answer01", "question": "wie", "text": text()},
                {"id": "answer02", "question": "wie", "text": text(), "differs": True},
                {"id": "answer03", "question": "stil", "text": text()},
            ]
        },
        "poort/advies": {
            "advice": "yes",
            "area": text(),
            "reason": text(),
            "decides": text(),
            "hears": text(),
        },
        "session/closing": {"next_date": "2027-02-13"},
    }
    first = Meeting(day=EARLIER, title="Eerst", made=["early001", "early002"])
    state = State(
        about=about(),
        scenario=programme(),
        registers=entries,
        results=results,
        people={"beleid": 6, "bewoners": 5, "professionals": 7},
        begun=dict.fromkeys(("halen/delen",), "19:30"),
        before=Before(session="bbbbbbbb", title="Eerst", day=EARLIER, meetings=[first]),
    )
    return state.replace(**changes)


def told(state: State, language: Language = "nl") -> str:
    return message(state, Words(language), DAY)


# -- all of it


def test_the_evening_is_told_in_the_order_in_which_it_is_read() -> None:
    said = told(session())
    assert len(said) <= MOST
    at = [said.index(MARKS[topic]) for topic in Topic]
    assert at == sorted(at)
    assert said.index("Volgende keer: zaterdag 13 februari.") > at[-1]


@pytest.mark.parametrize("length", range(0, 260, 4))
def test_the_least_important_is_left_out_first(length: int) -> None:
    """Whatever fits, it is the first of the order; and where it is not all, the report is named."""
    said = told(session(length))
    there = [MARKS[topic] in said for topic in KEPT_LONGEST]
    assert there == sorted(there, reverse=True)
    assert len(said) <= MOST
    assert ("in het verslag" in said) or all(there)


def test_it_is_left_out_one_by_one() -> None:
    counts = [sum(mark in told(session(length)) for mark in MARKS.values()) for length in range(0, 260, 2)]
    assert counts[0] == len(Topic)
    assert all(more - less <= 4 for more, less in pairwise(counts))
    assert len(set(counts)) > 4


@given(
    st.integers(0, 270),
    st.integers(1, 12),
    st.sampled_from(LANGUAGES),
    st.lists(st.sampled_from(["beleid", "bewoners", "professionals"]), max_size=9),
)
def test_whatever_a_session_holds_it_fits_and_nothing_is_cut(
    length: int, many: int, language: Language, people: Sequence[str]
) -> None:
    """What people typed is there from its first word to its last, or not at all."""
    counted = {who: people.count(who) for who in people}
    said = told(session(length, many, people=counted), language)
    assert len(said) <= MOST
    for n in range(1, 100):
        assert (f"begin{n:03}" in said.lower()) == (f"eind{n:03}" in said), said
    rows = said.splitlines()
    assert all(row == "" or row[-1] in ".!?:)…" or row.startswith("- ") for row in rows), said


# -- agreements


def test_an_objection_that_stands_is_told_in_the_same_breath() -> None:
    objections = [Objection(id="object01", reason="Ouders zijn moe.", perspective="bewoners", there=5)]
    made = agreement("Vragen", who="wijkteam", due=date(2026, 12, 6), objections=objections)
    state = bare(registers={"agreements": {"agree001": made}}, people={"bewoners": 5})
    line = "1. Vragen (wijkteam, zondag 6 december, bezwaar staat nog open, van bewoners: Ouders zijn moe)"
    assert line in told(state).split("\n")
    promised = made.model_copy(update={"objections": [Objection(id="object01", status="later")]})
    said = told(state.replace(registers={"agreements": {"agree001": promised}}))
    assert "1. Vragen (wijkteam, zondag 6 december, bezwaar volgt nog)" in said.split("\n")


@pytest.mark.parametrize("length", range(20, 295, 5))
def test_no_agreement_under_an_objection_ever_stands_bare(length: int) -> None:
    """Not even when there is no room for what the objection is."""
    objections = [Objection(id="object01", reason="r" * 290)]
    made = agreement("w" * length, who="o" * length, due=date(2026, 12, 6), objections=objections)
    entries = {f"agree{n:03}": made for n in range(1, 4)}
    said = told(bare(registers={"agreements": entries}))
    lines = [row for row in said.splitlines() if row[:1].isdigit()]
    assert lines
    assert all("bezwaar staat nog open" in row for row in lines)
    assert len(said) <= MOST


@pytest.mark.parametrize(
    ("firmness", "word"), [("agreement", ""), ("decision", "een besluit"), ("intention", "een voornemen")]
)
def test_how_firm_it_is_comes_with_it(firmness: str, word: str) -> None:
    made = Agreement.model_validate({"what": "Bankje", "who": "wij", "due": DAY, "firmness": firmness})
    said = told(bare(registers={"agreements": {"agree001": made}}))
    assert f"1. Bankje (wij, zondag 22 november{f', {word}' if word else ''})" in said


def _with_earlier(**changes: Any) -> str:
    """Give what the message says between its head and its end, with these changes to an older agreement."""
    old = agreement("Bankje", who="wij", due=date(2027, 1, 10), heard="no-objection", heard_on=EARLIER)
    entries = {"early001": Agreement(**{**dict(old), **changes})}
    first = Meeting(day=EARLIER, title="Eerst", made=["early001"])
    before = Before(session="bbbbbbbb", title="Eerst", day=EARLIER, meetings=[first])
    said = told(bare(registers={"agreements": entries}, before=before))
    return "\n\n".join(said.split("\n\n")[1:-1])


def _version(**changes: Any) -> Version:
    return Version(**{"what": "Bankje", "who": "wij", "due": date(2027, 1, 3), "changed_on": DAY, **changes})


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"status": "done"}, "1. Bankje (dit is af)"),
        ({"status": "stopped"}, "1. Bankje (hiermee stoppen wij)"),
        ({"status": "not-needed"}, "1. Bankje (niet meer nodig)"),
        (
            {"status": "postponed", "versions": [_version(how="postponed")]},
            "1. Bankje (wij, uitgesteld van zondag 3 januari naar zondag 10 januari)",
        ),
        (
            {"who": "de school", "heard": "", "versions": [_version(due=date(2027, 1, 10))]},
            "1. Bankje (de school, eerst wij, zondag 10 januari, "
            "veranderd op zondag 22 november, zo niet voorgelegd)",
        ),
        (
            {"objections": [Objection(id="object01", reason="Te duur", changed_on=DAY)]},
            "1. Bankje (wij, zondag 10 januari, bezwaar staat nog open: Te duur)",
        ),
    ],
)
def test_an_older_agreement_is_told_apart_where_something_changed(changes: Any, line: str) -> None:
    assert _with_earlier(**changes) == f"Wij maakten geen nieuwe afspraak.\n\nVan eerder:\n{line}"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"status": "busy"},
        {"heard": "", "versions": [_version(changed_on=EARLIER)]},
    ],
)
def test_an_older_agreement_that_goes_on_is_told_as_that(changes: Any) -> None:
    said = _with_earlier(**changes)
    assert said.startswith("Wij maakten geen afspraak.\n\nDit loopt door:\n1. Bankje (wij, zondag 10 januari")


@pytest.mark.parametrize(
    ("status", "line"),
    [
        ("postponed", "1. Bankje (wij, uitgesteld)"),
        ("unknown", "1. Bankje (wij, hoe het staat vragen wij na)"),
    ],
)
def test_an_older_agreement_that_does_not_just_go_on_is_told_as_that(status: str, line: str) -> None:
    state = session(results={})
    entries = {
        "early002": agreement("Bankje", who="wij", status=status),
        "agree001": agreement("Boom", who="wij"),
    }
    said = told(state.replace(registers={"agreements": entries}))
    assert f"Van eerder:\n{line}" in said
    assert "Wij spraken af:\n2. Boom (wij)" in said


# -- the other kinds


@pytest.mark.parametrize(
    ("left", "lacks"),
    [
        ({}, "Wie beslist, en wanneer de wijk het hoort, is nog niet gezegd."),
        ({"decides": "de raad"}, "Wie beslist: de raad. Wanneer de wijk het hoort, is nog niet gezegd."),
        ({"hears": "in mei"}, "Wanneer de wijk het hoort: in mei. Wie beslist, is nog niet gezegd."),
        (
            {"decides": "de raad", "hears": "in mei"},
            "Wie beslist: de raad. Wanneer de wijk het hoort: in mei.",
        ),
    ],
)
def test_an_advice_says_who_decides_and_who_hears_or_that_nobody_said_so(left: Any, lacks: str) -> None:
    state = session(
        results={"poort/advies": {"advice": "no", "reason": "het loopt al", **left}}, registers={}
    )
    assert f"Ons advies: nee, een wijkaanpak is nu niet nodig. Waarom: het loopt al. {lacks}\n" in told(state)


def test_no_advice_is_told_before_there_is_one() -> None:
    state = session(results={"poort/advies": {"replies": {"extra": "yes"}}}, registers={})
    assert "advies" not in told(state)


def test_a_few_of_what_we_share_in_the_words_of_the_room() -> None:
    items = {
        "items001": Item(text="Het plein", sort="worry", shared="shared"),
        "items002": Item(text="Alleen van ons", sort="worry", shared="one-side"),
        "items003": Item(text="De school", sort="worry", shared="shared", energy="none"),
        "items004": Item(text="Het groen", sort="ambition", shared="shared", energy="much"),
        "items005": Item(text="De bus", sort="worry", shared="shared"),
    }
    state = session(registers={"items": items}, results={})
    shared = "Dit delen wij:\n- Het groen\n- De school\n- Het plein\nEn nog 1 ding. Dat staat in het verslag."
    assert shared in told(state)
    assert "Alleen van ons" not in told(state)
    assert "Dit delen wij" not in told(state.replace(begun={})), "an earlier group said so, not this one"


def test_a_choice_says_that_the_rest_waits_and_an_answer_from_a_list_does_not() -> None:
    left = {"chosen": ["a"], "texts": {"a": "Het plein", "b": "De bus"}}
    state = session(registers={}, results={"kiezen/kies": left})
    assert "Wij kozen:\n- Het plein\nDe rest wacht.\n" in told(state)
    why = session(registers={}, results={"kiezen/kies": {**left, "waits": {"b": "geen geld"}}})
    assert "De rest wacht. In het verslag staat waarom." in told(why)
    alone = {"chosen": ["a"], "texts": {"a": "Het plein"}}
    assert "De rest" not in told(session(registers={}, results={"kiezen/kies": alone}))
    asked = step("choose", "kies", among="items", title="Waar beginnen wij mee?")
    begin = session(
        registers={}, results={"kiezen/kies": left}, scenario=scenario(uses=[use("kiezen", asked)])
    )
    assert "Waar beginnen wij mee?\n- Het plein\nDe rest wacht.\n" in told(begin)
    option = {"chosen": ["buurt"], "texts": {"buurt": "De buurt", "straat": "Een straat"}}
    said = told(session(registers={}, results={"schaal/groot": option}))
    assert "Werkvorm groot: De buurt.\n" in said
    assert "wacht" not in said
    both = told(session(registers={}, results={"schaal/groot": {**option, "chosen": ["straat", "buurt"]}}))
    assert "Werkvorm groot: Een straat. De buurt.\n" in both


def test_a_question_goes_out_with_its_answers_when_the_programme_says_so() -> None:
    answers = [
        {"id": "answer01", "question": "wie", "text": "De wijkmanager"},
        {"id": "answer02", "question": "wie", "text": "Dat is te laat", "differs": True},
        {"id": "answer03", "question": "stil", "text": "Onder ons"},
    ]
    said = told(session(registers={}, results={"praten/vragen": {"answers": answers}}))
    assert "Wie antwoordt? De wijkmanager. Niet iedereen ziet het zo: Dat is te laat.\n" in said
    assert "Onder ons" not in said


def test_an_open_question_says_who_finds_out() -> None:
    lines = {
        "unknow01": Parked(text="Hoeveel kinderen", unknown=True),
        "unknow02": Parked(text="Hoeveel ouderen", who="Welzijn", unknown=True),
        "unknow03": Parked(text="Hoeveel honden", unknown=True, answer=Reply(text="vijf")),
    }
    said = told(session(registers={"parked": lines}, results={}))
    assert "Antwoord op “Hoeveel honden”: vijf." in said
    assert (
        "Dit weten wij nog niet:\n"
        "- Hoeveel ouderen (Welzijn zoekt het uit)\n"
        "- Hoeveel kinderen (nog niemand zoekt het uit)\n"
    ) in said


def test_parked_lines_say_who_comes_back_and_many_without_anyone_are_counted() -> None:
    lines = {f"parks00{n}": Parked(text=f"Regel {n}") for n in range(1, 4)}
    lines["parks004"] = Parked(text="Regel 4", who="de school")
    said = told(session(registers={"parked": lines}, results={}))
    assert (
        "Dit wacht:\n"
        "- Regel 4 (de school komt erop terug)\n"
        "- Op 3 dingen komt nog niemand terug. Die staan in het verslag.\n"
    ) in said


def test_what_is_celebrated_is_told() -> None:
    worked = [{"id": "learnt01", "text": "Zes mensen kwamen"}]
    assert "Dit lukte:\n- Zes mensen kwamen" in told(session(results={"terug/vieren": {"worked": worked}}))
