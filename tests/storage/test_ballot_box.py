"""Ballots as counts: safe one by one, and without a trace of who came when."""

from __future__ import annotations

import random
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.session.rounds import Round
from facilitator.storage.ballot_box import BallotBox, Boxes, GroupCounts
from facilitator.storage.crypto_erase import KEY_BLOCK, KEY_BYTES, key_block
from facilitator.storage.files import Files, aside
from facilitator.storage.save_errors import NotSaved
from tests import platform_marks
from tests.secrecy.adversary import keys_in, view
from tests.secrecy.adversary import opened as read_by_who_has
from tests.storage.conftest import codes
from tests.storage.disk import Contents, Disk, disks_after_power_cut
from tests.storage.story import PEOPLE

FOLDER = Path("/state/ballots")
FIRST = FOLDER / "aaaaaaaa.json"
"""Where a box of the first version stood."""
POINTS = 4


def vote(grouping: Any = "perspective", **changes: Any) -> Round:
    return Round(
        id="aaaaaaaa",
        use="urgency",
        step="vote",
        number=1,
        way="paper",
        grouping=grouping,
        statements=["s1", "s2"],
        expected={"residents": 4, "policy": 2},
        silent=["professionals"],
    ).model_copy(update=changes)


def box(disk: Files, grouping: str = "perspective") -> BallotBox:
    return BallotBox(disk, FOLDER, vote(grouping), POINTS)


def image(disk: Disk) -> Contents:
    """Give all that stands on a disk, whether a name leads to it or not."""
    return {**disk.contents(), **disk.remains()}


def opened(disk: Disk) -> bytes:
    """Give what can be read of a box by who has a raw image of the disk."""
    return b"\n".join(read_by_who_has(image(disk)))


ballots = st.tuples(
    st.sampled_from(["residents", "policy"]), st.integers(0, POINTS), st.integers(0, POINTS), st.booleans()
)
Ballot = tuple[str, int, int, bool]


def cast(into: BallotBox, ballot: Ballot) -> None:
    group, first, second, beforehand = ballot
    into.cast(group, {"s1": first, "s2": second}, beforehand=beforehand)


@given(st.lists(ballots, max_size=12), st.sampled_from(["perspective", "total"]))
def test_counts_are_the_ballots_added_up(cast_ones: list[Ballot], grouping: str) -> None:
    disk = Disk()
    here = box(disk, grouping)
    for ballot in cast_ones:
        cast(here, ballot)
    for each in (here, box(disk, grouping)):  # also when opened again
        counts = each.counts()
        names = {"total"} if grouping == "total" else {group for group, *_ in cast_ones}
        assert set(counts) == (names if cast_ones else set())
        for name, group in counts.items():
            own = [ballot for ballot in cast_ones if name in {"total", ballot[0]}]
            assert (group.ballots, group.beforehand) == (len(own), sum(ballot[3] for ballot in own))
            assert group.answers == {
                "s1": [sum(ballot[1] == point for ballot in own) for point in range(POINTS + 1)],
                "s2": [sum(ballot[2] == point for ballot in own) for point in range(POINTS + 1)],
            }
        came = [group for group, *_ in cast_ones]
        assert each.progress() == {group: came.count(group) for group in ("residents", "policy")}


@given(
    st.lists(ballots, max_size=10),
    st.randoms(use_true_random=False),
    st.sampled_from(["perspective", "total"]),
)
def test_the_same_ballots_in_another_order_leave_and_tell_the_same(
    cast_ones: list[Ballot], chance: random.Random, grouping: str
) -> None:
    other = cast_ones.copy()
    chance.shuffle(other)
    left = []
    for order in (cast_ones, other):
        disk = Disk()
        here = box(disk, grouping)
        for ballot in order:
            cast(here, ballot)
        left.append((view(disk.contents()), list(here.counts()), list(here.progress())))
    assert left[0] == left[1]


def test_the_file_of_a_total_holds_no_answers_per_perspective() -> None:
    disk = Disk()
    here = box(disk, "total")
    cast(here, ("policy", 0, 4, False))
    assert opened(disk).count(b'"s1"') == 1
    assert here.counts() == {"total": GroupCounts(1, 0, {"s1": [1, 0, 0, 0, 0], "s2": [0, 0, 0, 0, 1]})}
    here.cast("policy", {"s1": 0, "s2": 4})
    assert here.counts()["total"].beforehand == 0


def test_after_every_power_cut_every_acknowledged_ballot_is_counted() -> None:
    disk = Disk()
    here = box(disk)
    safe: list[tuple[int, int]] = [(len(disk.log), 0)]
    for n in range(1, 4):
        cast(here, ("residents", n, 0, False))
        safe.append((len(disk.log), n))
    for operations in range(safe[0][0], len(disk.log) + 1):
        for left in disks_after_power_cut({}, disk.log[:operations]):
            assert len(read_by_who_has(image(left))) <= 1, "never two counts at once"
            again = box(left)
            assert not again.damaged
            assert again.progress()["residents"] >= max(n for at, n in safe if at <= operations)
            cast(again, ("residents", 4, 0, False))
            assert len(read_by_who_has(image(left))) == 1
            assert box(left).progress() == again.progress()


def test_a_ballot_that_could_not_be_saved_does_not_count() -> None:
    for n in range(1, 20):
        disk = Disk()
        here = box(disk)
        disk.fail_at = disk.count + n
        saved = True
        try:
            cast(here, ("residents", 1, 1, False))
        except NotSaved:
            saved = False
        disk.fail_at = 0
        assert here.progress()["residents"] == saved
        if not saved:
            cast(here, ("residents", 1, 1, False))
        assert box(disk).progress()["residents"] == 1


def test_after_any_failure_and_then_a_power_cut_every_acknowledged_ballot_is_counted() -> None:
    """What the system says to hold after a failure may be in memory alone: the disk has the old."""
    for n in range(1, 16):
        disk = Disk()
        here = box(disk)
        cast(here, ("residents", 1, 1, False))
        disk.fail_at = disk.count + n
        safe: list[tuple[int, int]] = []
        for count in (2, 3, 4):
            with suppress(NotSaved):
                cast(here, ("residents", 1, 1, False))
            safe.append((len(disk.log), here.progress()["residents"]))
            assert safe[-1][1] >= count - 1
        for operations in range(safe[0][0], len(disk.log) + 1):
            least = max(ballots for at, ballots in safe if at <= operations)
            for left in disks_after_power_cut({}, disk.log[:operations]):
                again = box(left)
                assert not again.damaged
                assert again.progress()["residents"] >= least


def test_why_a_ballot_was_not_saved_is_told() -> None:
    disk = Disk()
    here = box(disk)
    disk.fail_at = disk.count + 1
    with pytest.raises(NotSaved) as caught:
        cast(here, ("residents", 1, 1, False))
    assert codes([caught.value.problem]) == ["storage.ballot_not_saved"]


@pytest.mark.parametrize(
    ("group", "answers"),
    [
        ("professionals", {"s1": 0, "s2": 0}),
        ("total", {"s1": 0, "s2": 0}),
        ("residents", {"s1": 0}),
        ("residents", {"s1": 0, "s2": 0, "s3": 0}),
        ("residents", {"s1": 0, "s2": 5}),
        ("residents", {"s1": 0, "s2": -1}),
    ],
)
def test_what_is_no_ballot_of_this_round_is_refused(group: str, answers: dict[str, int]) -> None:
    here = box(Disk())
    with pytest.raises(ValueError, match=r"casts no ballots|every statement of the round|between 0 and 4"):
        here.cast(group, answers)
    assert here.counts() == {}


def test_someone_of_a_perspective_that_was_not_there_at_the_start_may_vote() -> None:
    disk = Disk()
    here = BallotBox(disk, FOLDER, vote(silent=[]), POINTS)
    cast(here, ("professionals", 0, 0, False))
    assert here.progress() == {"residents": 0, "policy": 0, "professionals": 1}


def test_counted_hands_replace_what_was_there() -> None:
    disk = Disk()
    here = box(disk)
    here.set_totals("residents", 3, {"s1": [3, 0, 0, 0, 0], "s2": [0, 0, 0, 0, 3]})
    here.set_totals("residents", 2, {"s1": [2, 0, 0, 0, 0], "s2": [0, 1, 1, 0, 0]}, beforehand=1)
    assert box(disk).counts()["residents"] == GroupCounts(
        2, 1, {"s1": [2, 0, 0, 0, 0], "s2": [0, 1, 1, 0, 0]}
    )
    assert here.progress()["residents"] == 2
    here.set_totals("residents", 0, {})
    assert here.counts() == {}
    together = BallotBox(Disk(), FOLDER, vote("total"), POINTS)
    together.set_totals("total", 1, {"s1": [1, 0, 0, 0, 0], "s2": [1, 0, 0, 0, 0]})
    assert together.counts()["total"].ballots == 1
    assert together.progress() == {"residents": 0, "policy": 0}


def test_hands_without_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="not those of 2 ballots"):
        box(Disk()).set_totals("residents", 2, {})


@pytest.mark.parametrize(
    ("group", "ballots_", "row", "beforehand"),
    [
        ("residents", 2, [1, 0, 0, 0, 0], 0),
        ("residents", 1, [1, 0, 0, 0], 0),
        ("residents", 0, [1, -1, 0, 0, 0], 0),
        ("residents", 1, [1, 0, 0, 0, 0], 2),
        ("total", 1, [1, 0, 0, 0, 0], 0),
        ("professionals", 1, [1, 0, 0, 0, 0], 0),
    ],
)
def test_totals_that_do_not_add_up_are_refused(
    group: str, ballots_: int, row: list[int], beforehand: int
) -> None:
    here = box(Disk())
    with pytest.raises(ValueError, match=r"no totals in this round|not those of [012] ballots"):
        here.set_totals(group, ballots_, {"s1": row, "s2": row}, beforehand=beforehand)


def test_a_destroyed_box_leaves_nothing_and_takes_nothing() -> None:
    disk = Disk()
    boxes = Boxes(disk, FOLDER)
    here = boxes.box(vote(), POINTS)
    assert boxes.box(vote(), POINTS) is here
    cast(here, ("residents", 1, 2, False))
    for left in (FIRST, aside(FIRST), FIRST.with_name(FIRST.name + ".broken-1")):
        disk.names_of[left] = next(iter(disk.names_of.values()))  # what the first version could leave
    boxes.destroy("aaaaaaaa")
    assert disk.contents() == {}
    with pytest.raises(ValueError, match="no longer open"):
        cast(here, ("residents", 1, 2, False))
    assert disk.contents() == {}


def test_every_box_of_a_session_gets_its_keys_from_where_it_was_said() -> None:
    disk = Disk()
    Boxes(disk, FOLDER, bytes).box(vote(), POINTS)
    assert keys_in(disk.contents()) == [key_block(bytes(KEY_BLOCK - KEY_BYTES))[-KEY_BYTES:]]


def test_only_boxes_of_open_rounds_stay() -> None:
    disk = Disk()
    cast(box(disk), ("residents", 1, 2, False))
    Boxes(disk, FOLDER).clear([vote(), vote(id="bbbbbbbb", status="closed")])
    assert len(disk.contents()) == 3
    Boxes(disk, FOLDER).clear([vote(status="voided")])
    assert disk.contents() == {}


@platform_marks.modes
def test_the_files_are_for_the_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "ballots"
    cast(BallotBox(Files(), folder, vote(), POINTS), ("residents", 0, 0, False))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 3


def test_every_perspective_of_the_story_is_known() -> None:
    assert {"residents", "policy", "professionals"} == set(PEOPLE)
