"""What goes out as files: reports and the message of a session, and what is printed for an evening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

from facilitator.folders import is_there
from facilitator.problems import Problem, Refused
from facilitator.reasons import why
from facilitator.session.file_seal import FileSeal
from facilitator.session.state import State
from facilitator.storage.files import Files, write_whole
from facilitator.storage.places import Places
from facilitator.words import LANGUAGES, Words

if TYPE_CHECKING:
    from facilitator.document import Report
    from facilitator.report.session_report import Reader

Sort = Literal["html", "odt", "pdf", "ics", "csv", "toml", "txt", "md"]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)
REPORTS: Final[tuple[Sort, ...]] = ("html", "odt", "pdf", "txt", "md")
"""The forms of the report; the others hold a part of the session for another program."""


@dataclass(frozen=True)
class Source:
    """A session that something is made from."""

    state: State
    path: Path
    """Its file; what is made stands beside it and is called after it."""
    seal: FileSeal | None = None
    """From which version of it; None where that is not known."""


@dataclass(frozen=True)
class MadeFiles:
    """What was made of a session."""

    paths: list[Path]
    state: State


def message_ending(t: Words) -> str:
    """Give how the name of the message goes on after that of its session."""
    return f"-{t('report.file.message')}.txt"


def report_ending(t: Words, sort: Sort = "html", reader: Reader = "everyone") -> str:
    """Give how the name of a report goes on after that of its session."""
    whose = f"-{t('report.file.own')}" if reader == "facilitator" else ""
    return f"-{t('report.file.report')}{whose}.{sort}"


def endings(t: Words, sort: Sort, reader: Reader = "everyone") -> list[str]:
    """Give how the names go on of what a session is made into: one file, and as csv two."""
    if sort in REPORTS:
        return [report_ending(t, sort, reader)]
    names = {"ics": ("calendar",), "csv": ("decisions", "results"), "toml": ("share",)}[sort]
    return [f"-{t(f'report.file.{name}')}.{sort}" for name in names]


def every_ending() -> list[str]:
    """Give how the names of what may have gone out of a session go on, whatever the language was then."""
    spoken = [Words(language) for language in LANGUAGES]
    made = [ending for t in spoken for sort in SORTS for ending in endings(t, sort)]
    own = [report_ending(t, sort, "facilitator") for t in spoken for sort in REPORTS]
    return [*map(message_ending, spoken), *made, *own]


# -- what is in them


def report_text(state: State, t: Words, today: date, sort: Literal["txt", "md", "html"]) -> str:
    """Give the report of a session as text."""
    from facilitator.report.session_report import build

    return _as_text(build(state, t, today), t, sort)


def _as_text(report: Report, t: Words, sort: Sort) -> str:
    from facilitator.report import html, markdown, plain_text

    render = {"txt": plain_text.render, "md": markdown.render, "html": html.render}[sort]
    return render(report, t)


def contents(
    source: Source, t: Words, today: date, sort: Sort, reader: Reader = "everyone"
) -> Mapping[str, bytes]:
    """Give what a session is made into, by the ending of each file. Raises Refused when it cannot be."""
    if sort in REPORTS:
        made = [_report(source, t, today, sort, reader)]
    elif reader == "facilitator":
        raise Refused(Problem("cli.own_report", {"sorts": ", ".join(REPORTS)}))
    elif sort == "ics":
        from facilitator.report.calendar_file import render as calendar

        made = [calendar(source.state, t, source.seal.seq if source.seal else 0)]
    elif sort == "csv":
        from facilitator.report.csv_files import decisions_and_results

        made = list(decisions_and_results(source.state, t))
    else:
        from facilitator.storage.share_copy import share_text

        made = [share_text(source.state, source.seal or FileSeal.of(source.path)).encode()]
    return dict(zip(endings(t, sort, reader), made, strict=True))


def _report(source: Source, t: Words, today: date, sort: Sort, reader: Reader) -> bytes:
    from facilitator.report.session_report import build

    report = build(source.state, t, today, reader, source.seal)
    if sort == "odt":
        from facilitator.report.odt_file import render as document

        return document(report, t)
    if sort == "pdf":
        from facilitator.report.pdf_file import render as pdf

        return pdf(report, t, source.state.about.day)
    return _as_text(report, t, sort).encode()


# -- where they go


def write_reports(state: State, session: Path, t: Words, today: date, seal: FileSeal | None = None) -> Path:
    """Write the message and the HTML report beside the session; give where the report is."""
    from facilitator.report.message import message

    source = Source(state, session, seal)
    made = contents(source, t, today, "html")
    write(session.with_name(session.stem + message_ending(t)), message(state, t, today) + "\n")
    return write_out(source, made)[0]


def write_out(source: Source, made: Mapping[str, bytes], out: Path | None = None) -> list[Path]:
    """Write what was made beside the session, unless ``out`` says otherwise; give where it is.

    ``out`` is the file, or where several are made the folder. Raises Refused when it cannot be written.
    """
    beside = {source.path.with_name(source.path.stem + ending): data for ending, data in made.items()}
    if out is None:
        return [write(path, data) for path, data in beside.items()]
    if len(beside) > 1:
        if out.suffix and not is_there(out):
            raise Refused(Problem("cli.out_is_folder", {"path": str(out), "n": len(beside)}))
        return [write(out / path.name, data) for path, data in beside.items()]
    return [write(out, data) for data in beside.values()]


def report_session(
    session: Path,
    places: Places,
    t: Words,
    today: date,
    *,
    sort: Sort = "html",
    out: Path | None = None,
    reader: Reader = "everyone",
) -> MadeFiles:
    """Make something of a session file, beside it unless ``out`` says otherwise. Raises Refused."""
    from facilitator.kinds import kinds
    from facilitator.storage.session_finder import see

    seen = see(places, session, kinds(), today)
    source = Source(seen.state, session, seen.seal)
    return MadeFiles(write_out(source, contents(source, t, today, sort, reader), out), seen.state)


def print_scenario(
    scenario: Path,
    places: Places,
    t: Words,
    *,
    out: Path | None = None,
    people: int | None = None,
    starts: time | None = None,
) -> Path:
    """Write everything an evening needs on paper as one HTML file. Raises Refused."""
    from facilitator.kinds import kinds
    from facilitator.report.print_file import print_html
    from facilitator.scenario.composition import load_scenario
    from facilitator.scenario.library import Library

    library = Library.of(scenario, places.scenarios)
    loaded = load_scenario(scenario, library, kinds(), t.language)
    path = out or places.sessions / f"{scenario.stem}-{t('report.file.paper')}.html"
    return write(path, print_html(loaded, t, people=people, starts=starts))


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
