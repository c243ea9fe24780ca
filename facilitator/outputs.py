"""What goes out as files: reports and the message of a session, and what is printed for an evening."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

from facilitator.problems import Problem, Refused
from facilitator.reasons import why
from facilitator.session.state import State
from facilitator.storage.files import Files, write_whole
from facilitator.storage.places import Places
from facilitator.words import LANGUAGES, Words

Sort = Literal["txt", "md", "html"]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)

if TYPE_CHECKING:
    from facilitator.report.print_file import Only


def message_ending(t: Words) -> str:
    """Give how the name of the message goes on after that of its session."""
    return f"-{t('report.file.message')}.txt"


def report_ending(t: Words, sort: Sort = "html") -> str:
    """Give how the name of a report goes on after that of its session."""
    return f"-{t('report.file.report')}.{sort}"


def letter_ending(t: Words) -> str:
    """Give how the name of the letter goes on that tells what became of what was put forward."""
    return f"-{t('report.file.letter')}.html"


def every_ending() -> list[str]:
    """Give how the names of what may have gone out of a session go on, whatever the language was then."""
    spoken = [Words(language) for language in LANGUAGES]
    reports = [report_ending(t, sort) for t in spoken for sort in SORTS]
    return [*map(message_ending, spoken), *map(letter_ending, spoken), *reports]


def report_text(state: State, t: Words, today: date, sort: Sort) -> str:
    """Give the report of a session in one of its forms."""
    from facilitator.report import html, markdown, plain_text
    from facilitator.report.session_report import build

    render = {"txt": plain_text.render, "md": markdown.render, "html": html.render}[sort]
    return render(build(state, t, today), t)


def write_reports(state: State, session: Path, t: Words, today: date) -> Path:
    """Write the message and the HTML report beside the session; give where the report is."""
    from facilitator.report.message import message

    note = session.with_name(session.stem + message_ending(t))
    report = session.with_name(session.stem + report_ending(t))
    write(note, message(state, t, today) + "\n")
    return write(report, report_text(state, t, today, "html"))


def report_session(
    session: Path, places: Places, t: Words, today: date, *, sort: Sort = "html", out: Path | None = None
) -> tuple[Path, State]:
    """Write the report of a session file, beside it unless ``out`` says otherwise; give where it is.

    Gives the session as well. Raises Refused.
    """
    from facilitator.kinds import kinds
    from facilitator.storage.session_finder import look_at

    state, _ = look_at(places, session, kinds(), today)
    path = out or session.with_name(session.stem + report_ending(t, sort))
    return write(path, report_text(state, t, today, sort)), state


def print_scenario(
    scenario: Path,
    places: Places,
    t: Words,
    *,
    out: Path | None = None,
    people: str = "",
    starts: time | None = None,
    only: Only | None = None,
) -> Path:
    """Write what an evening needs on paper as one HTML file; give where it is.

    ``people``: how many come, or how many from each perspective; ``only``: what alone is printed.
    Raises Refused.
    """
    from facilitator.kinds import kinds
    from facilitator.report.paper.turnout import read_people
    from facilitator.report.print_file import print_html
    from facilitator.scenario.composition import load_scenario
    from facilitator.scenario.library import Library

    library = Library.of(scenario, places.scenarios)
    loaded = load_scenario(scenario, library, kinds(), t.language)
    turnout = read_people(people, loaded) if people else None
    named = "-".join(t(f"report.file.{word}") for word in ("paper", only) if word)
    path = out or places.sessions / f"{scenario.stem}-{named}.html"
    return write(path, print_html(loaded, t, people=turnout, starts=starts, only=only))


def write(path: Path, text: str) -> Path:
    """Write a file whole or not at all."""
    files = Files()
    try:
        files.make_folder(path.absolute().parent)
        write_whole(files, path.absolute(), text.encode())
    except OSError as error:
        raise Refused(Problem("cli.cannot_write", {"path": str(path), "why": why(error)})) from error
    return path
