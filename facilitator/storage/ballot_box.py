"""The ballots of an open round, as counts.

A box holds how many ballots each group cast and, per statement, how often each point was chosen. It never
holds a ballot, its order or its time: the same ballots in another order give the same file, byte for byte.
It is written whole at every ballot, and what it held before cannot be read back from any file or name of the
app, at no moment and after no crash, nor from what it no longer uses of the disk (``erasable_file``): the
difference of two counts would be one ballot.

One thing no box can help: after the first ballot of a group the counts are that ballot.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Final

from facilitator.problems import Problem
from facilitator.reasons import why
from facilitator.session.events import Event, RoundClosed, RoundVoided
from facilitator.session.rounds import TOTAL, Round
from facilitator.storage.erasable_file import DamagedError, ErasableFile, Noise, noise
from facilitator.storage.files import Files
from facilitator.storage.former_boxes import read_former, remove_former
from facilitator.storage.save_errors import NotSaved

VERSION: Final = 2
"""Of boxes."""


@dataclass(frozen=True)
class GroupCounts:
    """The ballots of one group together."""

    ballots: int = 0
    beforehand: int = 0
    """How many of these were collected before the session."""
    answers: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Per statement: ballots per point from low to high, and last those that said "?"."""


class BallotBox:
    """The box of one open round. Safe to call from any thread."""

    def __init__(self, files: Files, folder: Path, vote: Round, points: int, noise: Noise = noise) -> None:
        """Open the box of a round, or begin it empty; ``points`` of the scale, without the opt-out.

        A box that is damaged is destroyed and begun again: ``damaged`` tells so. It is not kept aside: next
        to the ballots that are entered again it would tell them apart. Raises NotSaved, also when a newer app
        made the box, which then stays as it is.
        """
        self._contents = ErasableFile(files, folder, vote.id, noise)
        self._former = files, folder, vote.id
        self._lock = Lock()
        self._points = points
        self._statements = list(vote.statements)
        self._total = vote.grouping == TOTAL
        self._expected = list(vote.expected)
        self._silent = list(vote.silent)
        self._groups: dict[str, GroupCounts] = {}
        self._came: dict[str, int] = {}
        self._gone = False
        self.damaged = False
        """Whether there was a box that could not be read, so that its ballots have to be entered again."""
        try:
            files.make_folder(folder)
            self._open()
        except OSError as error:
            raise NotSaved(Problem("storage.ballot_not_saved", {"why": why(error)})) from error

    def cast(self, group: str, answers: Mapping[str, int], *, beforehand: bool = False) -> None:
        """Add a ballot of a perspective: per statement the point from 0, and after the last point "?".

        Durable on return. Raises NotSaved, and then the ballot does not count. Raises ValueError when the
        group or a statement is not in this round, an answer is missing or not on the scale.
        """
        if group == TOTAL or group in self._silent:
            raise ValueError(f"{group} casts no ballots in this round")
        if set(answers) != set(self._statements):
            raise ValueError("a ballot answers every statement of the round and no other")
        if not all(0 <= answer <= self._points for answer in answers.values()):
            raise ValueError(f"an answer lies between 0 and {self._points}")
        with self._lock:
            name = TOTAL if self._total else group
            before = self._groups.get(name, GroupCounts())
            after = GroupCounts(
                ballots=before.ballots + 1,
                beforehand=before.beforehand + beforehand,
                answers={
                    statement: _one_more(
                        before.answers.get(statement, [0] * (self._points + 1)), answers[statement]
                    )
                    for statement in self._statements
                },
            )
            self._keep({**self._groups, name: after}, {**self._came, group: self._came.get(group, 0) + 1})

    def set_totals(
        self, group: str, ballots: int, answers: Mapping[str, Sequence[int]], *, beforehand: int = 0
    ) -> None:
        """Set the counts of a group at once, for hands that were counted, in place of what was there.

        ``group`` is ``total`` in a round that is shown as one total. Durable on return; raises NotSaved, and
        ValueError when the counts of a statement are not those of so many ballots.
        """
        if group in self._silent or (group == TOTAL) != self._total:
            raise ValueError(f"{group} has no totals in this round")
        counts = GroupCounts(
            ballots, beforehand, {statement: list(row) for statement, row in answers.items()}
        )
        if not self._fits(counts):
            raise ValueError(f"the counts are not those of {ballots} ballots on this scale")
        with self._lock:
            came = self._came if self._total else {**self._came, group: ballots}
            self._keep({**self._groups, group: counts}, came)

    def counts(self) -> dict[str, GroupCounts]:
        """Give the counts per group that has ballots: per perspective, or under ``total`` alone.

        In the order of the round, never that of arrival: what is kept of the round stands in this order.
        """
        with self._lock:
            return {name: self._groups[name] for name in self._named() if self._groups[name].ballots}

    def progress(self) -> dict[str, int]:
        """Give how many ballots came in per perspective: what a screen may show meanwhile.

        Also per perspective when the round is shown as one total, but not after ``set_totals`` of that total.
        """
        with self._lock:
            return {group: self._came.get(group, 0) for group in self._in_order(self._came)}

    def destroy(self) -> None:
        """Take the box away, durably; no ballot can be cast any more. Raises OSError."""
        with self._lock:
            self._gone = True
            self._contents.destroy()

    def _named(self) -> list[str]:
        return [name for name in self._in_order(self._groups) if name in self._groups]

    def _in_order(self, groups: Iterable[str]) -> list[str]:
        return list(dict.fromkeys([*self._expected, *sorted(groups)]))

    def _fits(self, counts: GroupCounts) -> bool:
        return (
            0 <= counts.beforehand <= counts.ballots
            and (set(counts.answers) == set(self._statements) or not (counts.ballots or counts.answers))
            and all(
                len(row) == self._points + 1 and min(row) >= 0 and sum(row) == counts.ballots
                for row in counts.answers.values()
            )
        )

    def _keep(self, groups: dict[str, GroupCounts], came: dict[str, int]) -> None:
        if self._gone:
            raise ValueError("the round of this box is no longer open")
        try:
            self._contents.write(_written(groups, came))
        except OSError as error:
            raise NotSaved(Problem("storage.ballot_not_saved", {"why": why(error)})) from error
        self._groups, self._came = groups, came

    def _open(self) -> None:
        try:
            data = there = self._contents.read()
            if data is None:
                data = read_former(*self._former)
            found = _read(data) if data is not None else None
            self.damaged = data is not None and not (found and self._is_ours(*found))
        except DamagedError:
            found, there, self.damaged = None, None, True
        if found and not self.damaged:
            self._groups, self._came = found
        if self.damaged:
            self._contents.destroy()
        if self.damaged or there is None:
            self._contents.write(_written(self._groups, self._came))
        remove_former(*self._former)

    def _is_ours(self, groups: dict[str, GroupCounts], came: dict[str, int]) -> bool:
        named = groups.keys() | came.keys()
        return (
            not named & set(self._silent)
            and (TOTAL in named) <= self._total
            and all(self._fits(group) for group in groups.values())
        )


class Boxes:
    """The boxes of the rounds of a session, by the id of the round. Safe to call from any thread."""

    def __init__(
        self,
        files: Files,
        folder: Path,
        noise: Noise = noise,
        *,
        tell: Callable[[Problem], None] = lambda _: None,
    ) -> None:
        """``tell`` hears of a box that the disk did not let go."""
        self._files = files
        self._folder = folder
        self._noise = noise
        self._tell = tell
        self._lock = Lock()
        self._open: dict[str, BallotBox] = {}

    def box(self, vote: Round, points: int) -> BallotBox:
        """Give the box of an open round, the same one every time. Raises NotSaved."""
        with self._lock:
            if vote.id not in self._open:
                self._open[vote.id] = BallotBox(self._files, self._folder, vote, points, self._noise)
            return self._open[vote.id]

    def destroy(self, name: str) -> None:
        """Take the box of a round away, if there is one. When the disk refuses, ``clear`` tries again."""
        with self._lock:
            box = self._open.pop(name, None)
            try:
                if box is not None:
                    box.destroy()
                else:
                    left = ErasableFile(self._files, self._folder, name, self._noise)
                    if left.exists():
                        left.destroy()
            except OSError as error:
                self._tell(Problem("storage.box_stays", {"why": why(error)}, severity="warning"))

    def end(self, events: Iterable[Event]) -> None:
        """Take away the boxes of the rounds that these events close or void."""
        for event in events:
            if isinstance(event, RoundClosed | RoundVoided):
                self.destroy(event.id)

    def clear(self, votes: Iterable[Round]) -> None:
        """Take away the boxes of rounds that are no longer open: a crash may have come just before that."""
        for vote in votes:
            if vote.status != "open":
                self.destroy(vote.id)


def _one_more(row: Sequence[int], point: int) -> list[int]:
    return [count + (n == point) for n, count in enumerate(row)]


def _written(groups: Mapping[str, GroupCounts], came: Mapping[str, int]) -> bytes:
    plain = {
        name: {"ballots": group.ballots, "beforehand": group.beforehand, "answers": dict(group.answers)}
        for name, group in groups.items()
    }
    return json.dumps({"box": VERSION, "groups": plain, "came": dict(came)}, sort_keys=True).encode()


def _read(data: bytes) -> tuple[dict[str, GroupCounts], dict[str, int]] | None:
    """Give what is in a box, or None when that makes no sense. Raises NotSaved for a newer box."""
    try:
        said = json.loads(data)
        if said["box"] > VERSION:
            raise NotSaved(Problem("storage.newer"))
        groups = {name: GroupCounts(**each) for name, each in said["groups"].items()}
        came: dict[str, int] = dict(said["came"])
        _check_numbers(groups.values(), came)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return groups, came


def _check_numbers(groups: Iterable[GroupCounts], came: Mapping[str, int]) -> None:
    """Raise TypeError or AttributeError unless what was read is made of whole numbers."""
    rows = [row for group in groups for row in ([group.ballots, group.beforehand], *group.answers.values())]
    if not all(type(n) is int for row in [*rows, came.values()] for n in row):
        raise TypeError("counts are whole numbers")
