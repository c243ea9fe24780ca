"""What goes out as files: what is made of a session, and what is printed for an evening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.folders import is_there
from facilitator.orders import Order, made_folder, message_ending
from facilitator.problems import Problem, Refused
from facilitator.reasons import why
from facilitator.session.state import State
from facilitator.session_files import Contents, Source, contents
from facilitator.storage.files import Files, write_whole
from facilitator.storage.places import Places
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.report.print_file import Only
    from facilitator.scenario.paper_language import PaperLanguage


@dataclass(frozen=True)
class MadeFiles:
    """What was made of a session."""

    paths: list[Path]
    state: State


def write_reports(source: Source, t: Words, today: date) -> Path:
    """Write the message and the HTML report of a session; give where the report is."""
    from facilitator.report.message import message

    said = message(source.state, t, today) + "\n"
    made = contents(source, Order(), t, today)
    return write_out(source, {message_ending(t): said.encode(), **made})[-1]


def write_out(source: Source, made: Contents, out: Path | None = None) -> list[Path]:
    """Write what was made in the folder of the session, unless ``out`` says otherwise; give where it is.

    ``out`` is the file, or where several are made the folder. Raises Refused when it cannot be written.
    """
    if out is not None and len(made) == 1:
        return [write(out, data) for data in made.values()]
    if out is not None and out.suffix and not is_there(out):
        raise Refused(Problem("cli.out_is_folder", {"path": str(out), "n": len(made)}))
    folder = out or made_folder(source.path)
    return [write(folder / f"{source.path.stem}{ending}", data) for ending, data in made.items()]


def make(source: Source, order: Order, t: Words, today: date, out: Path | None = None) -> list[Path]:
    """Make something of a session; give where it is. Raises Refused."""
    return write_out(source, contents(source, order, t, today), out)


def report_session(
    session: Path, places: Places, t: Words, today: date, order: Order, out: Path | None = None
) -> MadeFiles:
    """Make something of a session file. Changes nothing in it. Raises Refused."""
    from facilitator.kinds import kinds
    from facilitator.storage.session_finder import see

    seen = see(places, session, kinds(), today)
    return MadeFiles(make(Source(seen.state, session, seen.seal), order, t, today, out), seen.state)


@dataclass(frozen=True)
class PaperOrder:
    """What is to be printed of a scenario."""

    people: str = ""
    """How many come, or how many from each perspective; empty: as many as the scenario says."""
    starts: time | None = None
    only: Only | None = None
    """What alone is printed."""
    language: str = ""
    """The code of a second language, which stands under the Dutch."""


def print_scenario(
    scenario: Path, places: Places, t: Words, order: PaperOrder, out: Path | None = None
) -> Path:
    """Write what an evening needs on paper as one HTML file; give where it is. Raises Refused."""
    from facilitator.kinds import kinds
    from facilitator.report.paper.turnout import read_people
    from facilitator.report.print_file import Plan, print_html
    from facilitator.scenario.composition import load_scenario
    from facilitator.scenario.library import Library
    from facilitator.scenario.paper_language import DUTCH

    library = Library.of(scenario, places.scenarios)
    other = _second_language(order.language, scenario, places)
    said = Words(DUTCH) if other else t
    loaded = load_scenario(scenario, library, kinds(), said.language)
    turnout = read_people(order.people, loaded) if order.people else None
    named = "-".join(t(f"report.file.{word}") for word in ("paper", order.only) if word)
    path = out or places.sessions / f"{scenario.stem}-{named}{f'-{other.code}' if other else ''}.html"
    plan = Plan(language=other)
    made = print_html(loaded, said, plan=plan, people=turnout, starts=order.starts, only=order.only)
    return write(path, made)


def _second_language(code: str, scenario: Path, places: Places) -> PaperLanguage | None:
    from facilitator.scenario.paper_language import language_path, load_language

    return load_language(language_path(code, scenario, places.scenarios)) if code else None


def write(path: Path, said: str | bytes) -> Path:
    """Write a file whole or not at all."""
    data = said.encode() if isinstance(said, str) else said
    files = Files()
    try:
        files.make_folder(path.absolute().parent)
        write_whole(files, path.absolute(), data)
    except OSError as error:
        raise Refused(Problem("cli.cannot_write", {"path": str(path), "why": why(error)})) from error
    return path
