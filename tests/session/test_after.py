"""What a session takes along from the one it follows, and what stays behind."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.insight.suppression import Counted, close_round
from facilitator.session.agreement_status import Status
from facilitator.session.carry_over import CarriedOver, carry_over
from facilitator.session.disclosure import with_numbers
from facilitator.session.events import (
    Event,
    JournalEntry,
    PeopleChanged,
    RegisterPut,
    RoundClosed,
    RoundOpened,
    RoundVoided,
)
from facilitator.session.registers import (
    ENDED,
    Actor,
    Agreement,
    Contribution,
    Link,
    Parked,
    Role,
    Task,
)
from facilitator.session.rounds import Side
from facilitator.session.state import Before, EarlierVote, State
from facilitator.storage.session_file import read_text, write_text
from tests.storage.story import KINDS, PEOPLE, a_shown_result, act, befores, begin, evenings, folded

LONG_AGO = date(2026, 3, 1)


def after(*events: Event, before: Before | None = None) -> State:
    return folded(begin().replace(before=before), [act(1, *events)])


def put(register: Any, name: str, entry: Any) -> RegisterPut:
    return RegisterPut(register_name=register, id=name, entry=entry)


# -- registers


def test_everything_with_an_id_of_its_own_comes_over() -> None:
    earlier = after(
        put("actors", "aaaaaaaa", Actor(name="De bakker", side="informal")),
        put("tasks", "bbbbbbbb", Task(name="Schoon plein")),
        put(
            "contributions",
            "cccccccc",
            Contribution(actor="aaaaaaaa", task="bbbbbbbb", direction="brings", what="Brood"),
        ),
        put("roles", "dddddddd", Role(actor="aaaaaaaa", role="leads")),
        put("links", "eeeeeeee", Link(start="aaaaaaaa", end="bbbbbbbb", how="knows")),
        put("agreements", "ffffffff", Agreement(what="Bankje", task="bbbbbbbb", postponed=2)),
        put("parked", "gggggggg", Parked(text="De bushalte", who="gemeente")),
    )
    assert carry_over(earlier, KINDS).registers == earlier.registers


@pytest.mark.parametrize("status", get_args(Status))
def test_agreements_that_are_open_come_over(status: Status) -> None:
    earlier = after(put("agreements", "aaaaaaaa", Agreement(what="Bankje", status=status)))
    assert ("agreements" in carry_over(earlier, KINDS).registers) == (status not in ENDED)


def test_what_hung_on_something_that_stays_behind_stays_too() -> None:
    earlier = after(
        put("agreements", "aaaaaaaa", Agreement(what="Bankje", status="done")),
        put("tasks", "bbbbbbbb", Task(name="Schoon plein")),
        put("links", "cccccccc", Link(start="aaaaaaaa", end="bbbbbbbb", how="fits")),
        put("roles", "dddddddd", Role(actor="zzzzzzzz", role="leads")),
    )
    assert set(carry_over(earlier, KINDS).registers) == {"tasks"}


def test_what_hung_on_that_stays_behind_as_well_however_long_the_chain() -> None:
    chain = [f"link000{n}" for n in range(5)]
    links = [
        put("links", name, Link(start=on, end=on, how="beside"))
        for name, on in zip(chain, ["dddddddd", *chain], strict=False)
    ]
    earlier = after(
        put("tasks", "bbbbbbbb", Task(name="Schoon plein")),
        put("roles", "dddddddd", Role(actor="zzzzzzzz", role="leads")),
        *reversed(links),
    )
    assert set(carry_over(earlier, KINDS).registers) == {"tasks"}


# -- votes


def vote(name: str, *statements: str, side: Side = "front", shown: Any = None) -> list[Event]:
    opened = RoundOpened(
        id=name,
        use="urgency",
        step="vote",
        side=side,
        way="paper",
        grouping="perspective",
        statements=list(statements),
        expected={"residents": 4},
    )
    return [opened, RoundClosed(id=name, shown=shown or a_shown_result())]


def carried(*events: Event, before: Before | None = None) -> list[EarlierVote]:
    return carry_over(after(*events, before=before), KINDS).before.votes


TEXTS = {"s1": "Er is meer nodig.", "s2": "Het gaat beter."}


def earlier_vote(residents: int = 18, **texts: str) -> EarlierVote:
    return EarlierVote(day=LONG_AGO, texts=texts, shown=a_shown_result(residents=residents))


def knowing(*votes: EarlierVote) -> Before:
    return Before(session="zzzzzzzz", title="Start", day=LONG_AGO, votes=list(votes))


def test_a_vote_comes_over_as_it_was_shown_with_its_statements() -> None:
    assert carried(*vote("aaaaaaaa", "s1", "s2")) == [
        EarlierVote(day=begin().about.day, texts=TEXTS, shown=a_shown_result())
    ]


def test_of_a_statement_the_newest_vote_counts() -> None:
    votes = carried(*vote("aaaaaaaa", "s1", "s2"), *vote("bbbbbbbb", "s1", shown=a_shown_result("total")))
    assert [(list(each.texts), each.shown.grouping) for each in votes] == [
        (["s1"], "total"),
        (["s2"], "perspective"),
    ]


def test_what_the_earlier_session_carried_and_did_not_repeat_stays() -> None:
    before = knowing(earlier_vote(s1=TEXTS["s1"], s3="Er zijn genoeg bomen."), earlier_vote(s4="Oud."))
    votes = carried(*vote("aaaaaaaa", "s1", "s2"), before=before)
    assert [(each.day, list(each.texts)) for each in votes] == [
        (begin().about.day, ["s1", "s2"]),
        (LONG_AGO, ["s3"]),
        (LONG_AGO, ["s4"]),
    ]


def test_a_statement_that_reads_otherwise_now_is_another_statement() -> None:
    votes = carried(*vote("aaaaaaaa", "s1"), before=knowing(earlier_vote(s1="Er is veel meer nodig.")))
    assert [each.texts["s1"] for each in votes] == [TEXTS["s1"], "Er is veel meer nodig."]


def test_a_statement_comes_over_in_both_languages_and_hides_what_another_group_read() -> None:
    state = after(*vote("aaaaaaaa", "s1"), before=knowing(earlier_vote(s1="More is needed.", s2="Better.")))
    (one,) = state.scenario.statement_sets
    both = [each.model_copy(update={"also": "More is needed."}) for each in one.statements if each.id == "s1"]
    asked = one.model_copy(update={"statements": [*both, *one.statements[1:]]})
    scenario = state.scenario.model_copy(update={"statement_sets": [asked]})
    votes = carry_over(state.replace(scenario=scenario), KINDS).before.votes
    assert [(each.texts, each.also) for each in votes] == [
        ({"s1": TEXTS["s1"]}, {"s1": "More is needed."}),
        ({"s2": "Better."}, {}),
    ]


def test_another_scale_makes_another_question() -> None:
    longer = close_round(
        {"residents": Counted(4, 0, {"s1": [4, 0, 0, 0, 0, 0]})}, grouping="perspective", points=5, minimum=3
    ).shown
    before = knowing(EarlierVote(day=LONG_AGO, texts={"s1": TEXTS["s1"]}, shown=longer))
    assert [each.shown.points for each in carried(*vote("aaaaaaaa", "s1"), before=before)] == [4, 5]


def test_a_vote_that_does_not_count_or_is_still_open_stays_behind() -> None:
    opened, _ = vote("bbbbbbbb", "s2")
    assert carried(*vote("aaaaaaaa", "s1"), RoundVoided(id="aaaaaaaa"), opened) == []


def test_the_back_of_a_ballot_stays_behind() -> None:
    assert carried(*vote("aaaaaaaa", "s1", side="back")) == []


def test_a_vote_of_which_nothing_could_be_shown_hides_no_older_one() -> None:
    nothing = a_shown_result(residents=0)
    before = knowing(earlier_vote(s1=TEXTS["s1"]))
    assert carried(*vote("aaaaaaaa", "s1", shown=nothing), before=before) == before.votes


def test_no_answer_of_a_group_that_was_too_small_is_anywhere_in_the_next_session() -> None:
    """Two people of policy answered alike; their answers are nowhere, in no file."""
    shown = close_round(
        {
            "residents": Counted(9, 0, {"s1": [9, 0, 0, 0, 0]}),
            "policy": Counted(2, 0, {"s1": [0, 0, 0, 2, 0]}),
        },
        grouping="perspective",
        points=4,
        minimum=3,
    ).shown
    kept = carry_over(after(*vote("aaaaaaaa", "s1", shown=shown)), KINDS)
    text = write_text(begin("zzzzzzzz").replace(registers=kept.registers, before=kept.before), 0)
    assert "[9, 0, 0, 0, 0]" in text
    assert "[0, 0, 0, 2, 0]" not in text
    assert 'too_small = ["policy"]' in text


def test_who_was_there_is_remembered() -> None:
    kept = carry_over(
        after(PeopleChanged(who="residents", count=5), PeopleChanged(who="listeners", count=2)), KINDS
    )
    assert (kept.before.people, kept.before.session) == ({"residents": 5}, "abcd1234")
    assert (kept.before.title, kept.before.day) == ("Startbijeenkomst", begin().about.day)


# -- any evening at all


def following(kept: CarriedOver) -> State:
    return begin("zzzzzzzz").replace(registers=kept.registers, before=kept.before)


@given(evenings(), st.none() | befores)
def test_whatever_was_done_the_next_session_can_begin_with_it(
    actions: list[JournalEntry], before: Before | None
) -> None:
    earlier = folded(begin().replace(before=before), actions)
    state = following(carry_over(earlier, KINDS))
    loaded = read_text(write_text(state, 0), KINDS)
    assert (loaded.state, loaded.seal) == (state, "ok")
    assert not any([state.notes, state.results, state.rounds, state.people, state.begun])
    for register, entries in state.registers.items():
        there = with_numbers(earlier).registers[register]
        for name, entry in entries.items():
            asked_anew = {"shared", "energy"}
            assert entry.model_dump(exclude=asked_anew) == there[name].model_dump(exclude=asked_anew)


@given(evenings(), st.none() | befores)
def test_a_session_in_which_nothing_was_done_passes_everything_on(
    actions: list[JournalEntry], before: Before | None
) -> None:
    kept = carry_over(folded(begin().replace(before=before), actions), KINDS)
    again = carry_over(following(kept), KINDS)
    assert again.registers == kept.registers
    assert again.before.votes == kept.before.votes


@given(evenings(), st.none() | befores)
def test_every_statement_that_was_shown_is_known_once(
    actions: list[JournalEntry], before: Before | None
) -> None:
    votes = carry_over(folded(begin().replace(before=before), actions), KINDS).before.votes
    said = [(*pair, each.shown.points) for each in votes for pair in each.texts.items()]
    assert len(said) == len(set(said))
    assert all(group.ballots >= 3 for each in votes for group in each.shown.groups)
    assert {group.group for each in votes for group in each.shown.groups} <= {*PEOPLE, "total"}
