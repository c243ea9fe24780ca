"""Tables of one evening become one session: finding their files, asking what is the same, writing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.entry_ids import derived_id
from facilitator.folders import is_file
from facilitator.lookup import find_session
from facilitator.problems import Problem, Refused
from facilitator.session.merged_wording import say_left_out
from facilitator.session.state import State
from facilitator.storage.files import Files
from facilitator.storage.merged_files import MergedFile, keep_merged, merged_files
from facilitator.storage.places import Places
from facilitator.storage.save_errors import NotSaved
from facilitator.storage.session_finder import see
from facilitator.storage.session_list import SessionHeading, find_sessions, read_heading
from facilitator.tables.look_alikes import Answer, LookAlike
from facilitator.tables.merged_session import merge
from facilitator.tables.refusals import refusals
from facilitator.tables.table_sessions import TableSession
from facilitator.text import folded, harmless, holds
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.scenario.model import Kinds

Ask = Callable[[str], str]


@dataclass(frozen=True)
class MergedTables:
    """What came of it, and what there is to say about it."""

    path: Path
    news: Sequence[str]


def merge_by_name(
    places: Places, names: Sequence[str], t: Words, today: date, answer: Answer
) -> MergedTables:
    """Make one session of tables, named by their files or by their place; their files stay as they are.

    Args:
        places: where sessions stand.
        names: of the tables, in the order of their numbers.
        t: the words.
        today: the day on which a change by hand is seen.
        answer: says of what looks the same whether it is.

    Raises:
        Refused: with a sentence for everything that is in the way.
    """
    from facilitator import __version__
    from facilitator.kinds import kinds

    files = Files()
    tables = [_table(path, places, kinds(), today) for path in _paths(names, places)]
    if problems := [*refusals(tables)]:
        raise Refused(*problems)
    sessions = [table.state.about.id for table in tables]
    earlier = [*merged_files(places, tables[0].state, kinds(), files)]
    kept = [choice for each in earlier for choice in each.merged.choices]
    of_these = [each for each in earlier if each.is_of(sessions)]
    before = next((each for each in of_these if each.known), None)
    session = before.state.about.id if before else _new_id(sessions, places)
    made = merge(tables, session, __version__, kinds(), kept, answer)
    path, news = _kept(places, made.state, before, t)
    if before is None and of_these:
        news.append(t("cli.merge.beside", name=of_these[0].path.name))
    if made.unanswered:
        news.append(t("cli.merge.nobody", n=made.unanswered))
    merged = made.state.merged
    news += [say_left_out(each, made.state, t) for each in (merged.left_out if merged else [])]
    return MergedTables(path, news)


def _kept(places: Places, state: State, before: MergedFile | None, t: Words) -> tuple[Path, list[str]]:
    """Write it; give where, and what there is to say of that. Raises Refused."""
    from facilitator.kinds import kinds

    news: list[Problem] = []
    try:
        path = keep_merged(places, state, kinds(), Files(), before, news.append)
    except NotSaved as failure:
        raise Refused(failure.problem) from failure
    return path, [problem.brief(t) for problem in news]


# -- what is the same


def answers(t: Words, ask: Ask | None, *, yes: bool, no: bool) -> Answer:
    """Give what says whether things are the same: a flag, or a person who is asked; without either nobody.

    Raises Refused where both flags are there.
    """
    if yes and no:
        raise Refused(Problem("cli.merge.yes_and_no"))
    if yes or no:
        return lambda _pair: yes
    return _Person(t, ask)


class _Person:
    """Someone who is asked, as long as there is an answer."""

    def __init__(self, t: Words, ask: Ask | None) -> None:
        self._t = t
        self._ask = ask

    def __call__(self, pair: LookAlike) -> bool | None:
        question = self._t(
            f"cli.merge.ask.{pair.register}",
            table=pair.one_table,
            text=pair.one_text,
            other=pair.other_table,
            again=pair.other_text,
        )
        while self._ask is not None:
            try:
                said = folded(self._ask(harmless(f"{question} ")))
            except EOFError:
                self._ask = None
                break
            for same, words in ((True, "yes"), (False, "no")):
                if said in self._t.lines(f"cli.merge.{words}"):
                    return same
        return None


# -- which tables


def _paths(names: Sequence[str], places: Places) -> list[Path]:
    """Give the files of the tables that are named. Raises Refused."""
    found = [path for name in names for path in _named(name, places)]
    seen: set[Path] = set()
    for path in found:
        if path.absolute() in seen:
            raise Refused(Problem("cli.merge.same_file", {"name": path.name}))
        seen.add(path.absolute())
    return found


def _named(name: str, places: Places) -> list[Path]:
    """Give the file of that name; of a place the sessions of its last day, but those made of tables."""
    if any(is_file(path) for path in (Path(name), places.sessions / name)) or name.endswith(".toml"):
        return [find_session(name, places)]
    listed = find_sessions(places).sessions
    there = [each for each in listed if each.day and not each.tables and holds(each.place, name)]
    days = [each.day for each in there if each.day]
    last = sorted((each for each in there if each.day == max(days)), key=_in_order)
    if not last:
        return [find_session(name, places)]
    # what cannot be read may be a table too: it is refused by its name, never passed over
    beside = {each.path.parent for each in last}
    damaged = [each for each in listed if each.problem and each.path.parent in beside]
    return [
        *(each.path for each in last),
        *(each.path for each in damaged if each.path.name.startswith(max(days).isoformat())),
    ]


def _in_order(heading: SessionHeading) -> tuple[str, int, str]:
    """Give by what tables stand in the order in which they were begun: their names count."""
    return str(heading.starts or ""), len(heading.path.name), heading.path.name


def _table(path: Path, places: Places, kinds: Kinds, today: date) -> TableSession:
    """Give the session of a table. Raises Refused where it is open or damaged; changes nothing on disk."""
    heading = read_heading(path, Files())
    opened = [each.path for each in find_sessions(places).sessions if each.open]
    if path in opened:
        raise Refused(Problem("cli.merge.open", {"name": path.name}))
    try:
        seen = see(places, path, kinds, today)
    except Refused as refused:
        why = refused.problems[0]
        raise Refused(Problem("cli.merge.damaged", {"name": path.name, "why": why})) from refused
    for new in seen.news:
        if new.code == "storage.no_end":
            raise Refused(Problem("cli.merge.damaged", {"name": path.name, "why": new}))
    if heading.problem:
        raise Refused(heading.problem)
    return TableSession(seen.state, path.name, seen.seal.crc32)


def _new_id(sessions: Sequence[str], places: Places) -> str:
    """Give an id that no session has; the same tables are known by it again."""
    taken = {heading.id for heading in find_sessions(places).sessions}
    return next(name for name in _ids(sessions) if name not in taken)


def _ids(sessions: Sequence[str]) -> Iterator[str]:
    number = 0
    while True:
        yield derived_id(*sorted(sessions), str(number))
        number += 1
