"""Votes of tables become one: what is added, what is left out, and the sentence that says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.insight.suppression import Counted, close_round
from facilitator.insight.table_sums import TableResult, add_tables
from facilitator.kinds import kinds
from facilitator.scenario.composition import standard_scale
from facilitator.session.merged_wording import say_left_out
from facilitator.session.rounds import Grouping, Round, Shown, without_answers
from facilitator.session.state import State
from facilitator.storage.session_file import read_text, write_text
from facilitator.tables.merged_session import merge
from facilitator.tables.table_sessions import TableSession
from facilitator.words import Words
from tests.report.made_up import back_vote
from tests.report.neighbourhood import led_in_english
from tests.tables.evening import GROUPS, STATEMENTS, a_table, counted, vote

SAME = {"meer": [0, 0, 0, 4, 0]}


def merged(*tables: State) -> State:
    """Give the session of these tables, as it is read from its file."""
    sessions = [TableSession(table, f"tafel-{n}.toml") for n, table in enumerate(tables, 1)]
    made = merge(sessions, "merged01", "0.3.0", kinds(), [], lambda _pair: False)
    return read_text(write_text(made.state, 0), kinds()).state


def left_out(state: State) -> list[str]:
    assert state.merged is not None
    return [say_left_out(each, state, Words("nl")) for each in state.merged.left_out]


def the_vote(state: State, number: int = 1) -> Shown:
    (found,) = [each for each in state.rounds_of("urgentie/stem") if each.number == number]
    assert found.shown is not None
    assert found.status == "revealed"
    return found.shown


def groups_of(shown: Shown) -> dict[str, int]:
    return {group.group: group.ballots for group in shown.groups}


def everyone(ballots: int = 4) -> dict[str, Counted]:
    return {who: counted(ballots) for who in GROUPS}


def test_per_group_and_statement_it_is_the_sum_of_what_the_tables_show() -> None:
    rows = [[1, 2, 0, 1, 0], [0, 0, 3, 1, 1]]
    state = merged(
        *(
            a_table(
                n, vote(f"vote000{n}", {"beleid": counted(sum(row), {"meer": row}), "bewoners": counted(6)})
            )
            for n, row in enumerate(rows, 1)
        )
    )
    shown = the_vote(state)
    assert groups_of(shown) == {"beleid": 9, "bewoners": 12}
    assert shown.groups[0].answers["meer"] == [1, 2, 3, 2, 1]
    assert state.rounds_of("urgentie/stem")[0].findings, "it is told as of one room"
    assert left_out(state) == []


def test_a_group_that_was_too_small_at_a_table_adds_nothing_and_that_is_said() -> None:
    small = vote("vote0002", {"beleid": counted(2), "bewoners": counted(4)})
    state = merged(a_table(1, vote("vote0001", everyone())), a_table(2, small))
    assert groups_of(the_vote(state))["beleid"] == 4
    assert left_out(state) == [
        "Tafel 2, “Werkvorm stem”: van beleid is daar niets te tonen, want er stemden te weinig mensen."
    ]


def test_two_of_one_and_two_of_another_table_are_not_shown_together() -> None:
    small = {"beleid": counted(2), "bewoners": counted(4)}
    shown = the_vote(merged(*(a_table(n, vote(f"vote000{n}", small)) for n in (1, 2))))
    assert (groups_of(shown), shown.too_small) == ({"bewoners": 8}, ["beleid"])


def test_spared_answers_add_nothing_and_the_rest_speaks_only_for_half() -> None:
    spared = vote("vote0002", {**everyone(), "beleid": counted(4, SAME)})
    three = [a_table(n, vote(f"vote000{n}", everyone())) for n in (1, 3)]
    state = merged(three[0], a_table(2, spared), three[1])
    policy = the_vote(state).groups[0]
    assert (policy.ballots, policy.partly, sum(policy.answers["meer"])) == (12, {"meer": 8}, 8)
    assert policy.same == [], "of several tables nobody knows whether they chose the same"
    assert left_out(state) == [
        "Tafel 2, “Werkvorm stem”, stelling 1: van beleid is daar niets te tonen, "
        "want iedereen koos hetzelfde."
    ]


def test_too_few_that_are_left_do_not_speak_for_the_group() -> None:
    spared = {**everyone(), "beleid": counted(5, {"meer": [0, 0, 0, 5, 0]})}
    state = merged(
        a_table(1, vote("vote0001", spared)),
        a_table(2, vote("vote0002", {**everyone(), "beleid": counted(4)})),
    )
    policy = the_vote(state).groups[0]
    assert ("meer" in policy.answers, policy.partly) == (False, {"meer": 4})
    assert any("te weinig zien om voor de groep te spreken" in each for each in left_out(state))


def test_answers_that_were_withdrawn_stay_withdrawn() -> None:
    held = vote("vote0002", everyone())
    assert held.shown
    gone = held.model_copy(update={"shown": without_answers(held.shown, "beleid", ["meer"])})
    state = merged(a_table(1, vote("vote0001", everyone())), a_table(2, gone))
    assert the_vote(state).groups[0].partly == {"meer": 4}
    assert "niets meer te tonen" in " ".join(left_out(state))


def test_what_one_table_alone_has_of_a_group_is_as_that_table_shows_it() -> None:
    spared = vote("vote0002", {"beleid": counted(4, SAME)})
    state = merged(a_table(1, vote("vote0001", {"bewoners": counted(4)})), a_table(2, spared))
    (policy,) = [group for group in the_vote(state).groups if group.group == "beleid"]
    assert (policy.same, policy.partly) == (["meer"], {})


def test_the_strictest_minimum_counts_for_all() -> None:
    strict = vote("vote0002", everyone(6), minimum=5)
    state = merged(a_table(1, vote("vote0001", everyone(4))), a_table(2, strict))
    shown = the_vote(state)
    assert (shown.minimum, groups_of(shown)) == (5, dict.fromkeys(GROUPS, 6))
    assert len(left_out(state)) == 3


def total(name: str, ballots: int) -> Round:
    return vote(name, {who: counted(ballots) for who in GROUPS}, grouping="total")


def test_a_total_and_perspectives_are_never_both() -> None:
    state = merged(
        *(a_table(n, vote(f"vote000{n}", everyone())) for n in (1, 2)), a_table(3, total("vote0003", 1))
    )
    assert groups_of(the_vote(state)) == dict.fromkeys(GROUPS, 8)
    assert "daar was één uitslag voor iedereen" in left_out(state)[0]


def test_where_most_have_one_result_a_table_that_shows_all_its_groups_is_in_it() -> None:
    totals = [a_table(n, total(f"vote000{n}", 4)) for n in (1, 2)]
    state = merged(*totals, a_table(3, vote("vote0003", everyone())))
    assert groups_of(the_vote(state)) == {"total": 36}
    hidden = vote("vote0003", {**everyone(), "beleid": counted(2)})
    state = merged(*totals, a_table(3, hidden))
    assert groups_of(the_vote(state)) == {"total": 24}
    assert "Niet elke groep is daar te tonen" in left_out(state)[0]


def other_scale(table: State) -> State:
    points = ["nooit", "soms", "vaak", "altijd"]
    scale = table.scenario.scale.model_copy(update={"points": points})
    return table.replace(scenario=table.scenario.model_copy(update={"scale": scale}))


def by_hands(table: State) -> State:
    return table.replace(rounds={"vote0002": vote("vote0002", everyone(), way="hands")})


@pytest.mark.parametrize(
    ("change", "said"),
    [(other_scale, "daar koos men uit andere antwoorden"), (by_hands, "daar stak men handen op")],
)
def test_a_vote_that_was_held_otherwise_is_left_out(change: Callable[[State], State], said: str) -> None:
    state = merged(a_table(1), change(a_table(2)), a_table(3))
    assert groups_of(the_vote(state)) == dict.fromkeys(GROUPS, 8)
    (sentence,) = left_out(state)
    assert said in sentence
    assert sentence.startswith("Tafel 2")


def test_where_all_raised_hands_it_is_an_open_vote() -> None:
    state = merged(*(a_table(n, vote(f"vote000{n}", everyone(), way="hands")) for n in (1, 2)))
    assert (the_vote(state).open_vote, groups_of(the_vote(state))["beleid"]) == (True, 8)


def test_a_statement_in_other_words_is_left_out_alone() -> None:
    table = a_table(2)
    sets = [
        one.model_copy(
            update={
                "statements": [
                    each.model_copy(update={"text": "Iets anders."}) if each.id == "meer" else each
                    for each in one.statements
                ]
            }
        )
        for one in table.scenario.statement_sets
    ]
    other = table.replace(scenario=table.scenario.model_copy(update={"statement_sets": sets}))
    state = merged(a_table(1), other)
    assert the_vote(state).groups[0].partly == {"meer": 4}
    assert sum(the_vote(state).groups[0].answers["slechter"]) == 8
    assert all("stelling 1" in each and "in andere woorden" in each for each in left_out(state))


def test_a_second_vote_counts_only_where_every_table_voted_again() -> None:
    def again(n: int) -> Round:
        return vote(f"again00{n}", everyone(), number=2)

    first = [vote(f"vote000{n}", everyone()) for n in (1, 2)]
    state = merged(*(a_table(n, first[n - 1], again(n)) for n in (1, 2)))
    assert groups_of(the_vote(state, 2)) == dict.fromkeys(GROUPS, 8)
    state = merged(a_table(1, first[0], again(1)), a_table(2, first[1]))
    assert len(state.rounds_of("urgentie/stem")) == 1
    assert "niet elke tafel stemde opnieuw" in left_out(state)[0]


def test_backs_of_ballots_are_added_too() -> None:
    def back(n: int) -> Round:
        held = vote(f"back000{n}", {"bewoners": counted(5)})
        statements = ["trots", "gehoord"]
        return held.model_copy(
            update={"side": "back", "statements": statements, "shown": back_vote(), "status": "closed"}
        )

    state = merged(*(a_table(n, vote(f"vote000{n}", everyone(5)), back(n)) for n in (1, 2)))
    (vote_again,) = state.rounds_of("urgentie/stem", "back")
    assert vote_again.shown is not None
    assert groups_of(vote_again.shown) == {"bewoners": 2 * back_vote().groups[0].ballots}


def test_hats_of_fewer_than_three_at_a_table_are_in_no_sum() -> None:
    state = merged(a_table(1), a_table(2))
    assert state.hats() == {"lives": 8, "volunteers": 6}


# -- whatever the tables did

GROUPINGS: tuple[Grouping, ...] = ("perspective", "total")
SIZES = st.integers(min_value=0, max_value=7)


@st.composite
def closed_votes(draw: st.DrawFn) -> list[Shown]:
    minimum = draw(st.sampled_from([3, 5]))
    found = []
    for _ in range(draw(st.integers(min_value=2, max_value=4))):
        groups = {}
        for who in GROUPS:
            size = draw(SIZES)
            rows = {
                name: draw(st.permutations([size - size // 2, size // 2, 0, 0, 0])) for name in STATEMENTS
            }
            groups[who] = Counted(size, 0, rows)
        grouping = draw(st.sampled_from(GROUPINGS))
        found.append(close_round(groups, grouping=grouping, points=4, minimum=minimum).shown)
    return found


@given(closed_votes())
def test_every_sum_is_of_shown_answers_and_of_no_small_group(tables: Sequence[Shown]) -> None:
    summed = add_tables([TableResult(shown, STATEMENTS) for shown in tables], STATEMENTS)
    for group in summed.shown.groups:
        assert group.ballots >= summed.shown.minimum
        here = [each for shown in tables for each in shown.groups if each.group == group.group]
        for statement, row in group.answers.items():
            assert sum(row) == group.partly.get(statement, group.ballots)
            if group.group != "total":
                rows = [each.answers[statement] for each in here if statement in each.answers]
                assert row == [sum(column) for column in zip(*rows, strict=True)]
        assert not set(group.same) & set(group.answers)
    named = {group.group for group in summed.shown.groups}
    assert not named & {*summed.shown.too_small, *summed.shown.silent}


@given(closed_votes())
def test_the_order_of_tables_changes_nothing(tables: Sequence[Shown]) -> None:
    def sums(of: Sequence[Shown]) -> dict[str, object]:
        shown = add_tables([TableResult(each, STATEMENTS) for each in of], STATEMENTS).shown
        return {group.group: (group.ballots, group.answers, group.partly) for group in shown.groups}

    assert sums(tables) == sums([*reversed(tables)])


def test_a_table_that_read_english_is_added_to_those_that_read_dutch() -> None:
    row = [1, 2, 0, 1, 0]
    votes = [vote(f"vote000{n}", {"beleid": counted(4, {"meer": row})}) for n in (1, 2)]
    english = led_in_english(a_table(2, votes[1]))
    scale = standard_scale("en")
    translated = english.replace(scenario=english.scenario.model_copy(update={"scale": scale}))
    state = merged(a_table(1, votes[0]), translated)
    assert the_vote(state).groups[0].answers["meer"] == [2, 4, 0, 2, 0]
    assert left_out(state) == []
    other = scale.model_copy(update={"points": [*scale.points, "more than that"]})
    longer = english.replace(scenario=english.scenario.model_copy(update={"scale": other}))
    assert "Tafel 2" in left_out(merged(a_table(1, votes[0]), longer))[0]
