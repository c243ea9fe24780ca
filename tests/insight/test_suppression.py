from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.insight.suppression import Counted, close_round, of_one_mind
from facilitator.session.rounds import Grouping, Shown

from .helpers import counted


def close(
    groups: dict[str, Counted],
    grouping: Grouping = "perspective",
    minimum: int = 3,
    silent: list[str] | None = None,
) -> Shown:
    return close_round(groups, grouping=grouping, points=4, minimum=minimum, silent=silent or []).shown


def test_per_perspective_only_groups_that_are_large_enough() -> None:
    kept = close(
        {
            "beleid": counted(a=[0, 1, 2, 0, 1]),
            "bewoners": counted(a=[1, 1, 0, 0, 0]),
            "professionals": counted(a=[0, 0, 3, 0, 0]),
        }
    )
    assert [(group.group, group.ballots) for group in kept.groups] == [("beleid", 4), ("professionals", 3)]
    assert kept.groups[0].answers == {"a": [0, 1, 2, 0, 1]}
    assert kept.too_small == ["bewoners"]


def test_a_sensitive_step_keeps_larger_groups_only() -> None:
    kept = close({"beleid": counted(a=[0, 4, 0, 0, 0]), "bewoners": counted(a=[0, 0, 5, 0, 0])}, minimum=5)
    assert [group.group for group in kept.groups] == ["bewoners"]
    assert kept.too_small == ["beleid"]
    assert kept.minimum == 5


def test_an_open_vote_stays_known_as_one() -> None:
    groups = {"beleid": counted(a=[0, 1, 2, 0, 1])}
    vote = close_round(groups, grouping="perspective", points=4, minimum=3, open_vote=True).shown
    assert vote.open_vote
    assert not close(groups).open_vote


def test_a_total_is_one_group() -> None:
    kept = close(
        {
            "beleid": Counted(ballots=2, beforehand=1, answers={"a": [1, 1, 0, 0, 0]}),
            "bewoners": Counted(ballots=3, beforehand=2, answers={"a": [0, 0, 1, 1, 1]}),
        },
        grouping="total",
    )
    assert [group.model_dump() for group in kept.groups] == [
        {
            "group": "total",
            "ballots": 5,
            "beforehand": 3,
            "answers": {"a": [1, 1, 1, 1, 1]},
            "same": [],
            "withdrawn": [],
            "partly": {},
        }
    ]
    assert kept.too_small == []


def test_a_total_that_is_too_small_keeps_nothing() -> None:
    kept = close(
        {"beleid": counted(a=[1, 0, 0, 0, 0]), "bewoners": counted(a=[0, 1, 0, 0, 0])}, grouping="total"
    )
    assert kept.groups == []
    assert kept.too_small == ["beleid", "bewoners"]


def test_a_total_leaves_out_what_was_not_on_every_ballot() -> None:
    kept = close(
        {
            "beleid": counted(a=[1, 2, 0, 0, 0], b=[3, 0, 0, 0, 0]),
            "bewoners": counted(a=[0, 0, 2, 0, 0], c=[0, 2, 0, 0, 0]),
            "ouderen": Counted(ballots=0),
        },
        grouping="total",
    )
    assert kept.groups[0].answers == {"a": [1, 2, 2, 0, 0]}


@pytest.mark.parametrize("grouping", ["perspective", "total"])
def test_nobody_voted(grouping: Grouping) -> None:
    kept = close({"beleid": Counted(ballots=0, answers={"a": [0] * 5})}, grouping=grouping)
    assert kept.groups == []
    assert kept.too_small == []


def test_who_chose_to_tell_is_named_and_has_no_ballots() -> None:
    beleid, nobody = counted(a=[0, 1, 2, 0, 0]), Counted(ballots=0)
    kept = close({"beleid": beleid, "bewoners": nobody}, silent=["bewoners"])
    assert kept.silent == ["bewoners"]
    assert kept.too_small == []
    with pytest.raises(ValueError, match="bewoners chose to tell"):
        close({"beleid": beleid, "bewoners": counted(a=[1, 0, 0, 0, 0])}, silent=["bewoners"])


@pytest.mark.parametrize("grouping", ["perspective", "total"])
@pytest.mark.parametrize(
    "wrong",
    [
        Counted(ballots=4, answers={"a": [0, 1, 2, 0, 0]}),
        Counted(ballots=3, answers={"a": [0, 1, 2, 0, 0], "b": [0, 2, 2, 0, 0]}),
        Counted(ballots=3, answers={"a": [0, 1, 2, 0]}),
        Counted(ballots=3, answers={"a": [0, 4, -1, 0, 0]}),
        Counted(ballots=3, beforehand=4, answers={"a": [0, 1, 2, 0, 0]}),
        Counted(ballots=3, beforehand=-1, answers={"a": [0, 1, 2, 0, 0]}),
        Counted(ballots=0, answers={"a": [0, 1, 0, 0, 0]}),
    ],
)
def test_counts_that_are_not_those_of_the_ballots_are_refused(wrong: Counted, grouping: Grouping) -> None:
    with pytest.raises(ValueError, match="bewoners"):
        close({"beleid": counted(a=[0, 1, 2, 0, 0]), "bewoners": wrong}, grouping=grouping)


def test_a_minimum_under_three_is_refused() -> None:
    with pytest.raises(ValueError, match="minimum"):
        close({"beleid": counted(a=[0, 1, 2, 0, 0])}, minimum=2)


def test_a_total_may_come_in_as_one() -> None:
    """A box of a round that is shown as a total holds the answers of everyone together."""
    together = {"total": counted(a=[0, 1, 2, 0, 1])}
    kept = close(together, grouping="total")
    assert [group.answers for group in kept.groups] == [{"a": [0, 1, 2, 0, 1]}]
    few = close({"total": counted(a=[0, 1, 1, 0, 0])}, grouping="total")
    assert (few.groups, few.too_small) == ([], ["total"])
    with pytest.raises(ValueError, match="total"):
        close({**together, "beleid": counted(a=[0, 1, 2, 0, 0])}, grouping="total")


def test_no_perspective_can_pass_for_the_total() -> None:
    with pytest.raises(ValueError, match="total"):
        close({"total": counted(a=[0, 1, 2, 0, 0])})


ballots = st.lists(st.integers(0, 8), min_size=5, max_size=5).map(lambda row: counted(a=row))


@given(st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), ballots), st.sampled_from([3, 5]))
def test_every_kept_group_is_large_enough_and_unchanged(groups: dict[str, Counted], minimum: int) -> None:
    kept = close(groups, minimum=minimum)
    assert {group.group for group in kept.groups} | set(kept.too_small) == {
        name for name, group in groups.items() if group.ballots
    }
    for group in kept.groups:
        assert group.ballots >= minimum
        counts = groups[group.group].answers["a"]
        assert group.answers == ({} if group.same else {"a": counts})
        assert bool(group.same) == of_one_mind(group.ballots, counts)


@given(st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), ballots), st.booleans())
def test_a_shown_result_survives_being_written_and_read(groups: dict[str, Counted], total: bool) -> None:
    kept = close(groups, grouping="total" if total else "perspective")
    assert Shown.model_validate_json(kept.model_dump_json()) == kept
