"""An evening at several tables: the made-up evening, of other people, in files as the app writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from facilitator.insight.suppression import Counted, close_round
from facilitator.session.rounds import Round, Shown, Way
from facilitator.session.state import State
from facilitator.storage.places import Places
from facilitator.storage.session_file import write_text
from tests.report.made_up import DAY, evening

STATEMENTS = ("meer", "slechter", "beter")
GROUPS = ("beleid", "bewoners", "professionals")
Answers = Mapping[str, Sequence[int]]

__all__ = ["DAY", "GROUPS", "STATEMENTS", "a_table", "places_in", "put", "vote"]


def counted(ballots: int, answers: Answers | None = None) -> Counted:
    """Give ballots of one group: as said, or spread so that they are not of one mind."""
    spread = [ballots - ballots // 2, 0, 0, ballots // 2, 0]
    return Counted(ballots, 0, {name: list((answers or {}).get(name, spread)) for name in STATEMENTS})


def vote(
    name: str,
    groups: Mapping[str, Counted],
    *,
    way: Way = "paper",
    minimum: int = 3,
    number: int = 1,
    grouping: Any = "perspective",
) -> Round:
    """Give a closed vote of one table."""
    hands = way == "hands"
    shown: Shown = close_round(groups, grouping=grouping, points=4, minimum=minimum, open_vote=hands).shown
    return Round(
        id=name,
        use="urgentie",
        step="stem",
        number=number,
        way=way,
        grouping=grouping,
        statements=list(STATEMENTS),
        expected={who: each.ballots for who, each in groups.items()},
        status="revealed",
        shown=shown,
    )


def a_table(number: int, *votes: Round, people: Mapping[str, int] | None = None, **changes: Any) -> State:
    """Give the evening of one table, in words and with ids of its own."""
    own = renamed(evening(), number)
    there = votes or (vote(f"vote000{number}", {who: counted(4) for who in GROUPS}),)
    closing = {**own.results["session/closing"], "finished": True}
    return own.replace(
        **{
            "rounds": {each.id: each for each in there},
            "people": people or dict.fromkeys(GROUPS, 4),
            "results": {**own.results, "session/closing": closing},
            **changes,
        }
    )


def renamed(state: State, number: int) -> State:
    """Give every id a number of its own in front."""
    from facilitator.tables.table_sessions import ids_in, renamed

    names = {name: f"{number}{name[1:]}" for name in ids_in(state)}
    about = state.about.model_copy(update={"id": f"table00{number}"})
    return renamed(state, names).replace(about=about)


def places_in(folder: Path) -> Places:
    return Places(folder / "sessions", folder / "state")


def put(
    folder: Path, *tables: State, change: Callable[[str], str] = lambda text: text, name: str = "tafel"
) -> list[str]:
    """Write the files of tables; give their paths, as they are typed."""
    paths = []
    for number, state in enumerate(tables, 1):
        path = places_in(folder).sessions / "vogelbuurt" / f"{name}-{number}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(change(write_text(state, 9)), encoding="utf-8")
        paths.append(str(path))
    return paths
