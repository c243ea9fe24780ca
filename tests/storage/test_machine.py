"""Any evening at all, with everything that can go wrong in any order: nothing acknowledged is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from facilitator.problems import Refused
from facilitator.session.events import Event, RoundClosed, RoundOpened
from facilitator.session.history import History
from facilitator.session.rounds import Round
from facilitator.storage.files import write_whole
from facilitator.storage.places import Places
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.store import Opened, Store
from tests.storage.conftest import Clock
from tests.storage.disk import ROOT, Contents, Disk, after_power_cut
from tests.storage.story import KINDS, a_shown_result, act, begin, noted

PLACES = Places(ROOT / "sessions", ROOT / "state")
FILE = PLACES.sessions / "zandpoort" / "2026-11-23-start.toml"
USB = ROOT / "usb"
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
"""Without looking for a shorter evening, which takes very long."""
COUNTED: dict[str, int] = {}
"""How often each thing happened, over all evenings."""
CALM = 10
"""Actions and ballots after which the next accident may come, so that there is something to lose."""
LEAST = {
    "acknowledged": 40,
    "ballots": 9,
    "ballots that came back": 6,
    "power cuts": 0.5,
    "changes by others": 0.5,
    "killed": 0.3,
    "disks that filled up": 0.2,
}
"""How often each thing has to happen in an evening, or the evenings prove nothing."""


class Evening(RuleBasedStateMachine):
    """What a group does with the app, what happens to the laptop, and what must then still be there."""

    def __init__(self) -> None:
        super().__init__()
        self.disk = Disk()
        self.before: Contents = {}
        self.clock = Clock()
        self.store: Store | None = None
        self.history = History.from_state(begin())
        self.path = FILE
        self.texts: dict[str, str] = {}
        """Notes that were acknowledged and not taken back."""
        self.perhaps: set[str] = set()
        """Notes that were refused, or taken back without a word that it worked: they may be there or not."""
        self.ballots = 0
        """In the round that is open, acknowledged."""
        self.perhaps_a_ballot = False
        """Whether one more was refused: it may be there or not."""
        self.number = 0
        self.calm = 0
        """Actions and ballots since the last accident."""

    def count(self, what: str, times: int = 1) -> None:
        COUNTED[what] = COUNTED.get(what, 0) + times

    def open_store(self) -> Store:
        assert self.store is not None
        return self.store

    def round(self) -> Round | None:
        return next((each for each in self.history.state.rounds.values() if each.status == "open"), None)

    @initialize()
    def begins(self) -> None:
        self.store = Store.begin(PLACES, begin(), KINDS, files=self.disk, later=self.clock.later)

    # -- what a group does

    def act(self, *events: Event, **more: int) -> bool:
        store = self.open_store()
        action = act(store.next_seq, *events, **more)
        try:
            store.append(action)
        except NotSaved:
            assert self.disk.fail_at
            self.count("refused")
            return False
        self.count("acknowledged")
        self.calm += 1
        self.history = self.history.add(action)
        store.save_soon(self.history.state, action.seq)
        return True

    @precondition(lambda self: self.store)
    @rule(lines=st.integers(5, 12))
    def talks_on(self, lines: int) -> None:
        self.talks(lines)

    def talks(self, lines: int) -> None:
        """One line after the other is written down."""
        for _ in range(lines):
            self.notes()

    def notes(self) -> None:
        self.number += 1
        name, text = f"n{self.number:07}", f"regel {self.number}"
        event = noted(1, text).events[0].model_copy(update={"id": name})
        self.perhaps.add(name)
        if self.act(event):
            self.perhaps.discard(name)
            self.texts[name] = text

    @precondition(lambda self: self.store and self.history.can_undo())
    @rule()
    def takes_back(self) -> None:
        last = self.history.can_undo()
        assert last is not None
        names = {event.id for event in last.events if event.event == "noted"}
        held = {name: self.texts.pop(name) for name in names & self.texts.keys()}
        self.perhaps |= held.keys()
        if self.act(undo=last.seq):
            self.perhaps -= held.keys()

    @precondition(lambda self: self.store and self.round() is None)
    @rule()
    def opens_a_round(self) -> None:
        self.number += 1
        opened = RoundOpened(
            id=f"r{self.number:07}",
            use="urgency",
            step="vote",
            way="paper",
            grouping="perspective",
            statements=["s1", "s2"],
            expected={"residents": 4},
        )
        self.act(opened)

    @precondition(lambda self: self.store and self.round())
    @rule(point=st.integers(0, 4))
    def casts(self, point: int) -> None:
        vote = self.round()
        assert vote is not None
        try:
            self.open_store().box(vote, 4).cast("residents", {"s1": point, "s2": 4})
        except NotSaved:
            assert self.disk.fail_at
            self.perhaps_a_ballot = True
            return
        self.ballots += 1
        self.perhaps_a_ballot = False
        self.calm += 1
        self.count("ballots")

    @precondition(lambda self: self.store)
    @rule(points=st.lists(st.integers(0, 4), min_size=3, max_size=8))
    def votes(self, points: list[int]) -> None:
        """Ballots come one after the other, and about each someone says something."""
        if self.round() is None:
            self.opens_a_round()
        for point in points:
            if self.round():
                self.casts(point)
            self.talks(2)

    @precondition(lambda self: self.store and self.round())
    @rule()
    def closes_the_round(self) -> None:
        vote = self.round()
        assert vote is not None
        if self.act(RoundClosed(id=vote.id, shown=a_shown_result())):
            self.ballots, self.perhaps_a_ballot = 0, False  # from here on they are in a result

    @precondition(lambda self: self.store)
    @rule()
    def two_seconds_pass(self) -> None:
        self.clock.ring()

    @precondition(lambda self: self.store and self.disk.fail_at)
    @rule()
    def goes_on_elsewhere(self) -> None:
        store = self.open_store()
        with suppress(NotSaved):
            self.path = store.rescue(self.history.state, store.next_seq - 1, USB)
            self.count("rescues")

    @precondition(lambda self: self.store and self.calm >= CALM)
    @rule()
    def closes(self) -> None:
        store = self.open_store()
        try:
            store.close(self.history.state, store.next_seq - 1)
        except NotSaved:
            assert self.disk.fail_at
            store.let_go()
        self.path = store.path
        self.gone("closed")

    # -- what happens to the laptop

    def gone(self, how: str) -> None:
        self.count(how)
        self.clock.set.clear()
        self.store = None

    @precondition(lambda self: self.store and self.calm >= CALM)
    @rule()
    def is_killed(self) -> None:
        self.path = self.open_store().path
        self.disk.let_go()
        self.calm = 0
        self.gone("killed")

    @precondition(lambda self: self.calm >= CALM)
    @rule(which=st.integers(0, 15))
    def loses_its_power(self, which: int) -> None:
        if self.store:
            self.path = self.store.path
        states = list(after_power_cut(self.before, self.disk.log, most=8))
        left = states[which % len(states)]
        self.calm = 0
        self.gone("power cuts")
        self.before, self.disk = left, Disk.holding(left)

    @precondition(lambda self: not self.disk.fail_at and self.store and self.calm >= CALM)
    @rule(after=st.integers(1, 8))
    def gets_a_full_disk(self, after: int) -> None:
        self.disk.fail_at, self.disk.dead_after = self.disk.count + after, True
        self.count("disks that filled up")

    @precondition(lambda self: self.disk.fail_at)
    @rule()
    def gets_space_again(self) -> None:
        self.disk.fail_at, self.disk.dead_after = 0, False
        self.clock.ring()
        if self.store:
            assert self.store.failed is None

    @precondition(lambda self: self.calm >= CALM)
    @rule()
    def someone_else_changes_the_file(self) -> None:
        path = self.store.path if self.store else self.path
        if path not in self.disk.names_of:
            return
        file = self.disk.names_of[path]
        text = self.disk.data[file].replace(b'place = "Zandpoort', b'place = "Zandpoort-Noord')
        with self.disk.healthy():
            write_whole(self.disk, path, text)
        self.count("changes by others")
        self.calm = 0

    # -- and what must then be there

    def opened(self) -> Opened:
        try:
            return Store.open(PLACES, self.path, KINDS, files=self.disk, later=self.clock.later)
        except Refused as refused:
            if refused.problems[0].code != "storage.other_file":
                raise
            where = Path(str(refused.problems[0].values["path"]))  # a rescue that failed half-way
            return Store.open(PLACES, where, KINDS, files=self.disk, later=self.clock.later)

    @precondition(lambda self: not self.store)
    @rule()
    def is_opened_again(self) -> None:
        try:
            opened = self.opened()
        except (Refused, NotSaved):
            assert self.disk.fail_at
            return
        self.count("opened again")
        self.store, self.history, self.path = opened.store, opened.history, opened.store.path
        there = {name: note.text for name, note in self.history.state.notes.items()}
        assert self.texts.items() <= there.items()
        assert there.keys() <= self.texts.keys() | self.perhaps
        self.texts, self.perhaps = there, set()
        vote = self.round()
        if vote is None:
            self.ballots, self.perhaps_a_ballot = 0, False
            return
        with suppress(NotSaved):
            ballots = self.store.box(vote, 4).progress()["residents"]
            assert self.ballots <= ballots <= self.ballots + self.perhaps_a_ballot
            self.count("ballots that came back", ballots)
            self.ballots, self.perhaps_a_ballot = ballots, False

    def teardown(self) -> None:
        self.disk.fail_at = 0
        if self.store is None and self.before | self.disk.contents():
            self.is_opened_again()


def evenings(count: int, steps: int) -> str:
    COUNTED.clear()
    checks = list(HealthCheck)
    run_state_machine_as_test(
        Evening,
        settings=settings(
            max_examples=count,
            stateful_step_count=steps,
            deadline=None,
            phases=PHASES,
            suppress_health_check=checks,
        ),
    )
    assert [what for what, times in LEAST.items() if COUNTED.get(what, 0) < times * count] == [], COUNTED
    return ", ".join(f"{n} {what}" for what, n in sorted(COUNTED.items()))


def test_nothing_is_lost_in_any_evening(figure: Callable[[str], None]) -> None:
    figure(f"any evening: {evenings(200, 36)}, 0 lost")


@pytest.mark.slow
def test_nothing_is_lost_in_very_many_evenings(figure: Callable[[str], None]) -> None:
    figure(f"any evening: {evenings(3000, 36)}, 0 lost")
