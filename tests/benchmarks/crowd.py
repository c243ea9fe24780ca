"""A workshop of forty people: what a key, saving and memory cost, early and after 3,000 events."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from facilitator.session.commands import move
from facilitator.session.events import JournalEntry, PeopleChanged
from tests.benchmarks.saving import AT, Evening, timed
from tests.benchmarks.side_by_side import Table, in_turn, reactions
from tests.benchmarks.start import APP
from tests.benchmarks.watch import Reaction, Watch

PEOPLE = {"policy": 12, "residents": 16, "professionals": 12}


def forty(folder: Path, scenario: Path, length: int) -> Evening:
    """Hold an evening of so many actions with forty people, up to where they are counted."""
    evening = Evening(folder, scenario, length)
    groups = [each.id for each in evening.history.state.scenario.perspectives]
    counted = [PeopleChanged(who=who, count=n) for who, n in zip(groups, PEOPLE.values(), strict=True)]
    for events in (counted, move(evening.history.state, evening.keys[1])):
        assert isinstance(events, list)
        action = JournalEntry(seq=evening.store.next_seq, at=AT, name="bench", where="", events=events)
        evening.store.append(action)
        evening.history = evening.history.add(action)
    return evening


def press_next(watch: Watch, keys: Iterator[str]) -> Reaction:
    """Press the key that is next; give how long its work took."""
    return watch.time(next(keys))


def workshop(scenario: Path, count: int = 40) -> list[Table]:
    """Key to repaint, an action and the file, and memory, after ten events and after 3,000."""
    lengths = {"after 10 events": 10, "after 3,000 events": 3000}
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        keys: dict[str, Callable[[], Reaction]] = {}
        acting: dict[str, Callable[[], float]] = {}
        writing: dict[str, Callable[[], float]] = {}
        memory: dict[str, list[float]] = {}
        for label, length in lengths.items():
            saved = forty(Path(name) / f"saved-{length}", scenario, length)
            acting[label], writing[label] = timed(saved.act), saved.write_file
            shown = Path(name) / f"shown-{length}"
            forty(shown, scenario, length).store.let_go()
            own = {
                "HOME": name,
                "FACILITATOR_FOLDER": f"{shown}/sessions",
                "FACILITATOR_STATE": f"{shown}/state",
            }
            watch = stack.enter_context(Watch([*APP, "resume"], (80, 24), own))
            watch.painted("toehoorders")
            digits = itertools.cycle(["3", "4"])
            keys[label] = partial(press_next, watch, digits)
            memory[label] = [watch.memory()]
        return [
            *reactions("A count at the check-in, forty people", count, keys),
            Table("Saving one action, forty people", "ms", in_turn(count, acting)),
            Table(
                "Writing the session file in a thread, forty people", "ms", in_turn(min(count, 10), writing)
            ),
            Table("Memory, forty people", "MiB", memory),
        ]
