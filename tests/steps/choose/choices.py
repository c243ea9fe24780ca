"""Sessions in which there is something to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from facilitator.insight.suppression import Counted, close_round
from facilitator.session.registers import Item, Task
from facilitator.session.rounds import Grouping, Round
from facilitator.session.state import State
from tests.steps.running import example

EXAMPLE = example("choose")
OPTIONS = "choose/kleine-start"
ITEMS = "choose/zorgen"
TASKS = "choose/opgaven"

WORRIES = {
    "item0000": Item(text="Auto's rijden te hard", sort="worry", theme="verkeer", perspective="bewoners"),
    "item0001": Item(text="Het plein is donker", sort="worry", energy="much", perspective="bewoners"),
    "item0002": Item(text="Jongeren hebben geen plek", sort="worry", perspective="beleid"),
    "item0003": Item(text="De weg gaat open", sort="chance", energy="some"),
    "item0004": Item(text="Wij zijn trots op het park", sort="pride"),
}


def with_worries(state: State) -> State:
    return state.replace(registers={"items": WORRIES})


def with_tasks(state: State) -> State:
    tasks = {
        "task0000": Task(name="Veilig naar school", for_whom="kinderen"),
        "task0001": Task(name="Droge huizen"),
    }
    return state.replace(registers={"tasks": tasks})


SETS = ["Urgentie", "Ambitie", "Coalitie"]


def a_scan(folder: Path, *, vote: bool = True) -> Path:
    """Write a block that chooses two of three sets, after or without a vote on them."""
    statements = folder / "statements"
    statements.mkdir(parents=True)
    for number, title in enumerate(SETS, 1):
        known = number == 1
        (statements / f"blok-{number}.toml").write_text(
            f'format = 1\ntitle = "{title}"\n'
            f'source = "{"Platform31, 2018" if known else "Werkset van dit programma"}"\n'
            f'source_status = "{"verified" if known else "derived"}"\n'
            f'[[statement]]\nid = "b{number}-1"\ntext = "Eerste."\n'
            f'[[statement]]\nid = "b{number}-2"\ntext = "Tweede."\n',
            encoding="utf-8",
        )
    block = folder / "example.toml"
    block.write_text(
        'format = 1\ntitle = "Scan"\nwhy = "Daarom"\nsource_status = "derived"\n'
        '[[step]]\nid = "kiezen"\nkind = "choose"\namong = "sets"\nmost = 2\nminutes = 10\ntitle = "Kies"\n'
        '[[step]]\nid = "stem"\nkind = "statements"\nminutes = 10\ntitle = "Stem"\n'
        'sets = ["blok-1", "blok-2", "blok-3"]\n',
        encoding="utf-8",
    )
    return block


def scanned(
    agree: Mapping[str, Sequence[int]], of: Mapping[str, int], use: str, *, grouping: Grouping = "total"
) -> Round:
    """Give a shown vote on the scan: per group how many agree with each of the six statements."""
    names = [f"b{block}-{number}" for block in (1, 2, 3) for number in (1, 2)]
    counted = {
        group: Counted(
            ballots=of[group],
            answers={name: [0, of[group] - n, n, 0, 0] for name, n in zip(names, counts, strict=True)},
        )
        for group, counts in agree.items()
    }
    return Round(
        id="round001",
        use=use,
        step="stem",
        number=1,
        way="paper",
        grouping=grouping,
        statements=names,
        expected={"bewoners" if group == "total" else group: count for group, count in of.items()},
        status="revealed",
        shown=close_round(counted, grouping=grouping, points=4, minimum=3).shown,
        method="1",
    )
