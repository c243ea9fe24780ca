"""What ``facilitator figures`` does: read, choose, and put in or print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from facilitator.figures.area_reader import Found, look_up, text_lines, year_in
from facilitator.figures.columns import TABLES
from facilitator.figures.selection import Figure, choose, in_words
from facilitator.folders import about, is_file
from facilitator.lookup import find_scenario, find_session
from facilitator.problems import Place, Problem, Refused
from facilitator.reasons import why
from facilitator.scenario.library import built_in
from facilitator.storage.files import LinkError, opened
from facilitator.storage.places import Places
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.figures.into_session import Done
    from facilitator.scenario.given_fact import GivenFact

LARGEST: Final = 100
"""MB; a year of the whole country takes some fifteen."""
Say = Callable[[str], None]


@dataclass(frozen=True)
class Selection:
    """Figures of an area, and of which year they are."""

    found: Found
    figures: Sequence[Figure]
    year: str


def figures(
    file: Path, area: str, year: str, into: str | None, places: Places, t: Words, say: Say
) -> list[str]:
    """Put the figures of an area in what is named, or say them; give what is to be known besides.

    Raises Refused, and then nothing was written.
    """
    chosen = _choose(file, area, year)
    warned = _warnings(chosen, t)
    if into is None:
        for line in _listed(chosen, t):
            say(line)
        return warned
    done = _put(into, places, chosen, t)
    for line in _told(done, t):
        say(line)
    return [*(problem.say(t) for problem in done.news), *warned]


def _choose(file: Path, area: str, year: str) -> Selection:
    if year and year_in(year) != year:
        raise Refused(Problem("figures.bad_year", {"word": year}))
    with _csv(file) as data:
        found = look_up(text_lines(data), area)
    year = year or found.year or _year_of(file.name)
    if not year:
        raise Refused(Problem("figures.no_year"))
    return Selection(found, choose(found), year)


def _year_of(name: str) -> str:
    """Give the year that the name of a file says, or that of the table it was downloaded from."""
    number = next((table for table in TABLES if table in name.casefold()), "")
    return TABLES.get(number, "") or year_in(name)


@contextmanager
def _csv(file: Path) -> Iterator[BinaryIO]:
    """Open the file, and nothing else. Raises Refused."""
    place = Place(str(file))
    if "\0" in str(file):  # a name that no file has
        raise Refused(Problem("figures.no_file", {}, place))
    try:
        with opened(file) as data:
            _check_size(file)
            yield data
    except Refused as refused:
        raise Refused(*(_at(problem, place) for problem in refused.problems)) from refused
    except FileNotFoundError as error:
        raise Refused(Problem("figures.no_file", {}, place)) from error
    except LinkError as error:
        raise Refused(Problem("figures.link", {}, place)) from error
    except OSError as error:
        raise Refused(Problem("figures.unreadable", {"why": why(error)}, place)) from error


def _check_size(file: Path) -> None:
    if about(file).st_size > LARGEST * 1_000_000:
        raise Refused(Problem("figures.too_large", {"most": LARGEST}))


def _at(problem: Problem, place: Place) -> Problem:
    return Problem(problem.code, problem.values, place)


# -- where they go


def _put(name: str, places: Places, chosen: Selection, t: Words) -> Done:
    from facilitator.figures.into_session import put_in_session
    from facilitator.kinds import kinds

    make = partial(_given, chosen)
    path, scenario = find_target(name, places)
    if not scenario:
        return put_in_session(path, places, kinds(), make, datetime.now().astimezone())
    from facilitator.figures.into_scenario import put_in_scenario

    return put_in_scenario(path, places.scenarios, kinds(), make, t)


def _given(chosen: Selection, t: Words) -> list[GivenFact]:
    from facilitator.scenario.given_fact import GivenFact

    told = in_words(chosen.found, chosen.figures, chosen.year, t)
    return [GivenFact.model_validate(figure._asdict()) for figure in told]


def find_target(name: str, places: Places) -> tuple[Path, bool]:
    """Give the file that is named, and whether it is a scenario. Raises Refused.

    A scenario of one's own is found by its name or its file, a session as everywhere.
    """
    if is_file(Path(name)):
        return _sorted(Path(name))
    try:
        path = find_scenario(name, places)
    except Refused:
        path = Path(name)
    if is_file(path) and not path.is_relative_to(built_in()):
        return _sorted(path)
    try:
        return find_session(name, places), False
    except Refused as refused:
        if is_file(path):
            raise Refused(Problem("figures.built_in", {"name": path.stem})) from refused
        if refused.problems[0].code == "cli.no_session":
            raise Refused(Problem("figures.no_target", {"name": name})) from refused
        raise


def _sorted(path: Path) -> tuple[Path, bool]:
    """Tell a scenario from a session by what stands in it."""
    from facilitator.scenario.toml_files import read_toml

    if path.absolute().is_relative_to(built_in()):
        raise Refused(Problem("figures.built_in", {"name": path.stem}))
    from facilitator.storage.files import Files
    from facilitator.storage.session_list import read_heading

    heading = read_heading(path, Files())
    if heading.id:
        return path.absolute(), False
    if not isinstance(read_toml(path).get("use"), list):
        raise Refused(Problem("figures.not_a_scenario", {}, Place(str(path))))
    return path, True


# -- what is said


def _listed(chosen: Selection, t: Words) -> list[str]:
    found = chosen.found
    facts = in_words(found, chosen.figures, chosen.year, t)
    lines = [t("figures.heading", area=found.area.title, year=chosen.year)]
    lines += [t("figures.from_source", source=t("figures.source")), ""]
    for fact in facts:
        lines.append(t("figures.line", what=fact.what, value=fact.value or t("figures.unknown")))
        if fact.compared:
            lines.append(f"    {fact.compared}")
    return [*lines, "", t("figures.put_in")]


def _told(done: Done, t: Words) -> list[str]:
    said = [t("figures.added", n=done.added, path=done.path)] if done.added else []
    said += [t("figures.renewed", n=done.renewed)] if done.renewed else []
    said += [t("figures.judged", n=done.judged)] if done.judged else []
    return said or [t("figures.all_there", path=done.path)]


def _warnings(chosen: Selection, t: Words) -> list[str]:
    empty = sum(figure.here is None for figure in chosen.figures)
    said = [t("figures.kept_back", n=empty)] if empty else []
    if chosen.found.lacks:
        said.append(t("figures.lacks", columns=", ".join(chosen.found.lacks)))
    return said
