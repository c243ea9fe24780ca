"""No two results of one day give one or two people away, whichever way the votes came there.

Held with the commands that the app uses, over all small groups: a second vote of the step, another step with
the same set, a block that was added, the back of a ballot, a session that follows on the same day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from fractions import Fraction
from itertools import combinations, product

import pytest

from facilitator.insight.suppression import Counted
from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.scenario.model import Scenario, StatementSet, Use
from facilitator.session.carry_over import carry_over
from facilitator.session.commands import Outcome, insert_block
from facilitator.session.fold import fold_events
from facilitator.session.rounds import Grouping, Round, Shown
from facilitator.session.session_leaves import PEOPLE
from facilitator.session.state import About, State
from facilitator.session.todays_votes import votes_of_today
from facilitator.steps.statements.commands import begin, begin_back, close, drops_out, places_for, reveal
from facilitator.steps.statements.kind import StatementsStep
from facilitator.words import Words
from tests.insight.test_nobody_is_exposed import rank_of
from tests.steps.statements.workshop import scenario

T = Words("nl")
DAY = date(2026, 3, 12)
Ballots = Mapping[str, int]


def programme(uses: int = 2) -> Scenario:
    """Give a programme with so many votes on one set; its first statement is on a back as well."""
    plain = scenario(perspectives=["beleid", "bewoners"])
    vote = plain.uses[0].steps[0].model_copy(update={"back": {"bewoners": "eigen"}})
    own = StatementSet(id="eigen", title="Eigen", statements=plain.statement_sets[0].statements[:1])
    return plain.model_copy(
        update={
            "uses": [
                plain.uses[0].model_copy(update={"id": f"deel-{n}", "steps": [vote]}) for n in range(uses)
            ],
            "statement_sets": [*plain.statement_sets, own],
        }
    )


def evening(people: Ballots, grouping: Grouping = "perspective", day: date = DAY) -> State:
    about = About(
        id="session1",
        place="Molenhoek",
        day=day,
        starts=time(19, 30),
        keep_until=date(2027, 3, 12),
        made_with="0.1.0",
    )
    return State(
        about=about,
        scenario=programme(),
        people={who: count for who, count in people.items() if count},
        results={PEOPLE: {"grouping": grouping, "silent": []}} if grouping == "total" else {},
    )


def place(state: State, use: int) -> tuple[Use, StatementsStep]:
    found = state.scenario.uses[use]
    step = found.steps[0]
    assert isinstance(step, StatementsStep)
    return found, step


def after(state: State, outcome: Outcome) -> State:
    assert not isinstance(outcome, Problem), outcome
    return fold_events(state, outcome)


def vote(state: State, ballots: Ballots, use: int = 0, again: Sequence[str] = ()) -> State:
    """Hold a vote from its beginning to what is told; so many of each group cast a ballot, all different."""
    chosen, step = place(state, use)
    name = f"vote{len(state.rounds):04}"
    begun = begin(state, chosen, step, name, "paper", list(again))
    if isinstance(begun, Problem):
        return state
    return _end(after(state, begun), chosen, step, name, ballots)


def _end(state: State, use: Use, step: StatementsStep, name: str, ballots: Ballots) -> State:
    held = state.rounds[name]
    counted = counts(held, {who: min(n, places_for(state, held, who)) for who, n in ballots.items()})
    state = after(state, close(state, use, step, held, counted, T))
    return after(state, reveal(state, use, step, state.rounds[name], T))


def counts(held: Round, ballots: Ballots) -> dict[str, Counted]:
    """Give ballots that are not of one mind: half of them at either side."""
    if held.grouping == "total":
        ballots = {"total": sum(ballots.values())}
    return {
        who: Counted(n, answers={name: [n // 2, 0, 0, n - n // 2, 0] for name in held.statements})
        for who, n in ballots.items()
        if n
    }


def kept(state: State) -> list[Shown]:
    """Give all that stands beside each other today about the first statement."""
    before = state.before.votes if state.before else []
    earlier = [vote.shown for vote in before if vote.day == state.about.day]
    return [*earlier, *(vote.shown for vote in state.rounds.values() if vote.shown is not None)]


def exposed(state: State) -> list[tuple[str, int, int]]:
    """Give groups of which two results stand beside each other that differ by one or two people."""
    sizes = [
        (group.group, group.ballots)
        for shown in kept(state)
        for group in shown.groups
        if "ua1" in group.answers or "ua1" in group.same
    ]
    return [
        (one, first, second)
        for (one, first), (other, second) in combinations(sizes, 2)
        if one == other and 0 < abs(first - second) < 3
    ]


def mixed(state: State) -> bool:
    return len({shown.grouping for shown in kept(state) if shown.groups}) > 1


Road = Callable[[State, Ballots], State]


def second_vote(state: State, ballots: Ballots) -> State:
    return vote(state, ballots, again=["ua1"])


def another_step(state: State, ballots: Ballots) -> State:
    return vote(state, ballots, use=1)


def block_that_was_added(state: State, ballots: Ballots) -> State:
    use, step = place(state, 0)
    added = use.model_copy(update={"id": "erbij", "steps": [step.model_copy(update={"back": {}})]})
    state = after(state, insert_block(state, kinds(), added, []))
    at = next(n for n, use in enumerate(state.scenario.uses) if use.id.startswith("erbij"))
    return vote(state, ballots, use=at)


def following_session(state: State, ballots: Ballots) -> State:
    carried = carry_over(state, kinds())
    follows = evening({}, day=state.about.day).replace(
        people=state.people, results=state.results, registers=carried.registers, before=carried.before
    )
    return vote(follows, ballots)


def back_of_the_ballot(state: State, ballots: Ballots) -> State:
    use, step = place(state, 0)
    begun = begin_back(state, use, step, "back0001", "bewoners")
    if isinstance(begun, Problem):
        return state
    return _end(after(state, begun), use, step, "back0001", {"bewoners": ballots["bewoners"]})


ROADS: dict[str, Road] = {
    "second": second_vote,
    "another": another_step,
    "added": block_that_was_added,
    "following": following_session,
    "back": back_of_the_ballot,
}
SIZES = range(9)


def present(first: Ballots, then: Ballots) -> Ballots:
    """Say that there are as many people as are needed for either vote."""
    return {who: max(first[who], then[who]) for who in first}


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("grouping", ["perspective", "total"])
def test_no_two_results_differ_by_one_or_two_people(road: str, grouping: Grouping) -> None:
    found = []
    for policy, residents, policy_then, residents_then in product((4,), SIZES, (3, 4), SIZES):
        first = {"beleid": policy, "bewoners": residents}
        then = {"beleid": policy_then, "bewoners": residents_then}
        state = vote(evening(first, grouping), first)
        state = ROADS[road](state.replace(people=present(first, then)), then)
        if exposed(state) or mixed(state):
            found.append((first, then))
    assert found == []


@pytest.mark.parametrize("road", ["second", "another", "added", "following"])
def test_nor_when_people_choose_another_way_to_be_grouped_in_between(road: str) -> None:
    for residents in SIZES:
        people = {"beleid": 3, "bewoners": residents}
        state = vote(evening(people), people)
        other = state.replace(results={PEOPLE: {"grouping": "total", "silent": []}})
        assert not mixed(ROADS[road](other, people))


@pytest.mark.parametrize("road", ROADS)
def test_no_combination_of_three_results_gives_one_or_two_people_away(road: str) -> None:
    """Everyone who votes answers the same each time: then a result is a sum over who voted, and no more."""
    for sizes in product(range(3, 7), repeat=3):
        state = evening({"beleid": 4, "bewoners": max(sizes)})
        for number, size in enumerate(sizes):
            take = vote if number == 0 else ROADS[road]
            state = take(state, {"beleid": 4, "bewoners": size})
        rows = [
            tuple(Fraction(person < group.ballots) for person in range(max(sizes)))
            for shown in kept(state)
            for group in shown.groups
            if group.group == "bewoners" and ("ua1" in group.answers or "ua1" in group.same)
        ]
        rank = rank_of(rows)
        few = [*combinations(range(max(sizes)), 1), *combinations(range(max(sizes)), 2)]
        for people in few:
            part = tuple(Fraction(person in people) for person in range(max(sizes)))
            assert rank_of([*rows, part]) > rank, (sizes, people)


def test_a_day_later_the_results_stand_side_by_side() -> None:
    people = {"beleid": 4, "bewoners": 5}
    state = vote(evening(people), people)
    carried = carry_over(state, kinds())
    follows = evening(people, day=date(2026, 3, 13)).replace(before=carried.before)
    state = vote(follows, {"beleid": 4, "bewoners": 4})
    assert state.before is not None
    assert [group.ballots for group in state.before.votes[0].shown.groups] == [4, 5]
    assert "ua1" in state.before.votes[0].shown.groups[1].answers


def test_what_was_told_is_told_again_without_what_was_withdrawn() -> None:
    people = {"beleid": 4, "bewoners": 6}
    state = vote(evening(people), people)
    (first,) = state.rounds.values()
    assert any(key.startswith("bewoners") for finding in first.findings for key in finding.numbers)
    state = vote(state, {"beleid": 4, "bewoners": 5}, again=["ua1"])
    first, second = state.rounds.values()
    assert first.shown is not None
    assert first.shown.groups[1].withdrawn == ["ua1"]
    about = [finding for finding in first.findings if finding.about in {"", "ua1"}]
    assert about
    assert not any(key.startswith("bewoners") for finding in about for key in finding.numbers)
    assert not any("van 6" in f"{finding.wall}{finding.notes}" for finding in about)
    assert not any("van 6" in finding.wall for finding in second.findings)


def test_it_is_known_before_closing_whose_answers_would_go() -> None:
    people = {"beleid": 4, "bewoners": 6}
    state = vote(evening(people), people)
    use, step = place(state, 0)
    state = after(state, begin(state, use, step, "again001", "paper", ["ua1"]))
    held = state.rounds["again001"]
    assert drops_out(state, held, {"beleid": 4, "bewoners": 6}, step) == []
    assert drops_out(state, held, {"beleid": 3, "bewoners": 4}, step) == ["beleid", "bewoners"]
    assert drops_out(state, held, {"beleid": 4, "bewoners": 3}, step) == []
    assert drops_out(state, held, {"beleid": 4, "bewoners": 2}, step) == []  # too small to be shown


def test_who_came_later_has_no_place_in_a_vote_on_what_was_shown() -> None:
    people = {"beleid": 4, "bewoners": 5}
    state = vote(evening(people), people).replace(people={"beleid": 5, "bewoners": 4})
    for use in (0, 1):
        chosen, step = place(state, use)
        opened = after(state, begin(state, chosen, step, "again001", "paper", []))
        held = opened.rounds["again001"]
        assert places_for(opened, held, "beleid") == 4
        assert places_for(opened, held, "bewoners") == 4  # one of them went home


def test_a_first_vote_waits_for_who_is_here_now() -> None:
    state = evening({"beleid": 4, "bewoners": 6})
    use, step = place(state, 0)
    state = after(state, begin(state, use, step, "vote0001", "paper", []))
    held = state.rounds["vote0001"]
    assert places_for(state.replace(people={"beleid": 4, "bewoners": 5}), held, "bewoners") == 5
    assert places_for(state.replace(people={"beleid": 4, "bewoners": 7}), held, "bewoners") == 7


def test_what_was_voted_on_both_ways_is_refused() -> None:
    """Two sets that were voted on apart, each its own way, in one vote: nothing is possible there."""
    people = {"beleid": 4, "bewoners": 5}
    state = vote(evening(people), people, again=["ua1"])
    state = state.replace(results={PEOPLE: {"grouping": "total", "silent": []}})
    state = vote(state, people, use=1, again=["ua4"])
    assert [shown.grouping for shown in kept(state)] == ["perspective", "total"]
    use, step = place(state, 0)
    refused = begin(state, use, step, "again001", "paper", ["ua1", "ua4"])
    assert isinstance(refused, Problem)
    assert refused.code == "session.voted_both_ways"
    assert not votes_of_today(state, ["ua2"])
