"""Laying sessions of one neighbourhood side by side: finding them, what counts as the same, and the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from facilitator.folders import is_there
from facilitator.lookup import find_sessions_named
from facilitator.orders import Form, made_folder
from facilitator.outputs import write
from facilitator.problems import Problem, Refused
from facilitator.report.session_comparison import FEWEST, comparison
from facilitator.scenario.bilingual_text import BilingualText
from facilitator.scenario.toml_files import read_toml
from facilitator.session.same_statements import SameStatements, reworded
from facilitator.session.state import State
from facilitator.session_files import rendered
from facilitator.storage.places import Places
from facilitator.storage.session_list import SAME_STATEMENTS
from facilitator.text import folded
from facilitator.words import Words

COMMENT: Final = "# facilitator compare --same\n\n"


@dataclass(frozen=True)
class Compared:
    """Sessions of one neighbourhood, the oldest first."""

    states: list[State]
    newest: Path
    """The file of the last one; what is made stands in its folder."""

    @property
    def same_file(self) -> Path:
        """Where it is kept which statements count as the same."""
        return self.newest.parent / SAME_STATEMENTS


def compared(names: Sequence[str], places: Places) -> Compared:
    """Give the sessions that are named, each by a file or by words that may fit several, the oldest first.

    Tables of an evening are not laid beside what they became. Raises Refused where these are no two sessions
    of one place, or one cannot be read.
    """
    from facilitator.kinds import kinds
    from facilitator.storage.session_finder import read_earlier

    paths = dict.fromkeys(path for name in names for path in find_sessions_named(name, places))
    read = [(read_earlier(places, path, kinds()), path) for path in paths]
    tables = {table.session for state, _ in read if state.merged for table in state.merged.tables}
    whole = [(state, path) for state, path in read if state.about.id not in tables]
    by_id: dict[str, Path] = {}
    for state, path in whole:
        if (other := by_id.setdefault(state.about.id, path)) != path:
            raise Refused(Problem("cli.comparison.twice", {"paths": f"{other}, {path}"}))
    if len(whole) < FEWEST:
        raise Refused(Problem("cli.comparison.few", {"names": ", ".join(names)}))
    called = {folded(state.about.place): state.about.place for state, _ in whole}
    if len(called) > 1:
        raise Refused(Problem("cli.comparison.places", {"places": ", ".join(called.values())}))
    whole.sort(key=lambda pair: (pair[0].about.day, pair[0].about.starts))
    return Compared([state for state, _ in whole], whole[-1][1])


def same_of(found: Compared) -> SameStatements:
    """Give what someone chose before, if anyone did. Raises Refused when its file cannot be read."""
    path = found.same_file
    if not is_there(path):
        return SameStatements()
    try:
        return SameStatements.model_validate(read_toml(path))
    except ValidationError as error:
        raise Refused(Problem("cli.comparison.unreadable", {"path": str(path)})) from error


def count_as_same(found: Compared, names: Sequence[str]) -> SameStatements:
    """Keep that all wordings of these statements count as one. Raises Refused."""
    worded = reworded(found.states)
    for name in names:
        if name not in worded:
            there = ", ".join(worded) or "-"
            raise Refused(Problem("cli.comparison.no_same", {"name": name, "names": there}))
    chosen = same_of(found).same
    return keep_same(found, SameStatements(same={**chosen, **{name: _texts(worded[name]) for name in names}}))


def _texts(wordings: Sequence[BilingualText]) -> list[str]:
    return [wording.text for wording in wordings]


def keep_same(found: Compared, chosen: SameStatements) -> SameStatements:
    """Keep which statements count as one. Raises Refused."""
    from facilitator.storage.toml_text import as_toml

    write(found.same_file, COMMENT + as_toml({"same": chosen.same}))
    return chosen


def write_comparison(
    found: Compared, same: SameStatements, form: Form, t: Words, out: Path | None = None
) -> Path:
    """Write the report; give where it is. Raises Refused."""
    report = comparison(found.states, t, same)
    name = f"{found.newest.stem}-{t('report.file.comparison')}.{form}"
    return write(
        out or made_folder(found.newest) / name, rendered(report, form, t, found.states[-1].about.day)
    )
