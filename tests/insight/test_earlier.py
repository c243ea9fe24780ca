"""What an earlier session showed, beside what is shown now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from facilitator.insight.earlier_votes import earlier_shares, earlier_vote, other_question
from facilitator.scenario.model import Statement
from facilitator.session.state import Before, EarlierVote

from .helpers import closed, leaning, shown

MARCH, MAY = date(2026, 3, 12), date(2026, 5, 7)
ONE, TWO = Statement(id="a1", text="Wij weten het."), Statement(id="a2", text="Wij doen het.")


def vote(groups: Mapping[str, Mapping[str, Sequence[int]]], *, day: date = MARCH, **more: Any) -> EarlierVote:
    texts = more.pop("texts", {"a1": ONE.text, "a2": TWO.text})
    asked = {name for answers in groups.values() for name in answers}
    texts = {name: text for name, text in texts.items() if name in asked}
    return EarlierVote(day=day, texts=texts, shown=shown(groups, **more))


def spared(groups: Mapping[str, Mapping[str, Sequence[int]]]) -> EarlierVote:
    """Give a vote of which no small group agreed to show anything."""
    return vote(groups).model_copy(update={"shown": closed(groups).shown})


def before(*votes: EarlierVote) -> Before:
    return Before(session="session0", title="Startbijeenkomst", day=MARCH, votes=list(votes))


def test_the_same_statement_in_the_same_words_compares() -> None:
    march = vote({"beleid": {"a1": leaning(4, 7)}})
    assert earlier_vote(before(march), ONE, 4) == march
    assert other_question(before(march), ONE, 4) is None
    assert earlier_vote(before(march), TWO, 4) is None
    assert earlier_vote(None, ONE, 4) is None


def test_other_words_are_another_question() -> None:
    march = vote({"beleid": {"a1": leaning(4, 7)}}, texts={"a1": "Wij wisten het."})
    assert earlier_vote(before(march), ONE, 4) is None
    assert other_question(before(march), ONE, 4) == march
    same = vote({"beleid": {"a1": leaning(5, 7)}}, day=MAY)
    assert other_question(before(march, same), ONE, 4) is None
    assert other_question(before(march), TWO, 4) is None


def test_who_read_the_statement_in_another_language_answered_the_same() -> None:
    dutch = vote({"beleid": {"a1": leaning(4, 7)}})
    translated = Statement(id="a1", text="We know it.", also=ONE.text)
    assert earlier_vote(before(dutch), translated, 4) == dutch, "also of a session that knew no English"
    assert other_question(before(dutch), translated, 4) is None
    english = vote({"beleid": {"a1": leaning(4, 7)}}, texts={"a1": translated.text})
    assert earlier_vote(before(english), ONE.model_copy(update={"also": translated.text}), 4) == english
    kept = english.model_copy(update={"also": {"a1": ONE.text}})
    assert earlier_vote(before(kept), ONE, 4) == kept


def test_in_one_language_only_the_same_words_compare_whatever_the_other_says() -> None:
    march = vote({"beleid": {"a1": leaning(4, 7)}}).model_copy(update={"also": {"a1": "We know it."}})
    reworded = Statement(id="a1", text="Wij weten dat.", also="We know it.")
    assert earlier_vote(before(march), reworded, 4) is None
    assert other_question(before(march), reworded, 4) == march
    unknown = Statement(id="a1", text="We know it.")
    assert earlier_vote(before(vote({"beleid": {"a1": leaning(4, 7)}})), unknown, 4) is None


def test_another_scale_does_not_compare_and_is_no_other_question() -> None:
    march = vote({"beleid": {"a1": [0, 1, 2, 3, 1, 0]}}, points=5)
    assert earlier_vote(before(march), ONE, 4) is None
    assert other_question(before(march), ONE, 4) is None
    assert earlier_vote(before(march), ONE, 5) == march


def test_the_newest_vote_that_compares_counts() -> None:
    march, may = vote({"beleid": {"a1": leaning(4, 7)}}), vote({"beleid": {"a1": leaning(6, 7)}}, day=MAY)
    assert earlier_vote(before(may, march), ONE, 4) == may
    other = vote({"beleid": {"a1": leaning(6, 7)}}, day=MAY, texts={"a1": "Anders."})
    assert earlier_vote(before(other, march), ONE, 4) == march


def test_a_vote_of_which_nothing_was_shown_is_none() -> None:
    nothing = vote({"beleid": {"a1": leaning(1, 2)}})
    assert earlier_vote(before(nothing), ONE, 4) is None


def test_statements_of_one_day_are_taken_together() -> None:
    first = vote({"beleid": {"a1": leaning(4, 7)}, "bewoners": {"a1": leaning(2, 6)}})
    second = vote({"beleid": {"a2": leaning(3, 7, unsure=0)}})
    found = earlier_shares(before(first, second), [ONE, TWO], 4)
    assert found is not None
    day, shares = found
    assert day == MARCH
    assert [(each.group, each.agree, each.of, each.held_back) for each in shares] == [
        ("beleid", 7, 14, False),
    ]
    assert earlier_shares(before(first), [ONE, TWO], 4) is None
    assert (
        earlier_shares(before(first, vote({"beleid": {"a2": leaning(3, 7)}}, day=MAY)), [ONE, TWO], 4) is None
    )


def test_a_small_group_that_was_of_one_mind_stays_held_back() -> None:
    march = spared({"beleid": {"a1": leaning(5, 5), "a2": leaning(2, 5)}})
    found = earlier_shares(before(march), [ONE, TWO], 4)
    assert found is not None
    assert [(each.group, each.agree, each.of, each.held_back) for each in found[1]] == [
        ("beleid", 0, 0, True)
    ]


@pytest.mark.parametrize("people", [3, 4, 5])
def test_how_a_group_of_one_mind_answered_is_nowhere(people: int) -> None:
    """With other answers of one and the same mind the outcome is the same."""
    outcomes = [
        earlier_shares(before(spared({"beleid": {"a1": counts}})), [ONE], 4)
        for counts in ([people, 0, 0, 0, 0], [0, 0, 0, people, 0])
    ]
    assert outcomes[0] == outcomes[1]
