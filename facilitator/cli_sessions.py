"""Commands about sessions that were held; each imports only what it needs."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.lookup import find_session
from facilitator.orders import DOCUMENTS
from facilitator.problems import Problem, Refused
from facilitator.usage import places_of, say, warn
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.community.collection import CountedSession
    from facilitator.community.session_folder import ReadFolder


def report(asked: Namespace, t: Words) -> int:
    """Make something of a session; what is to be known besides is said apart."""
    from facilitator.letters import make_of_session
    from facilitator.orders import Order
    from facilitator.report.doubts import doubts, left_out
    from facilitator.storage.files import Files
    from facilitator.storage.session_file import read_bytes

    places = places_of(asked)
    path = find_session(asked.session, places)
    template = read_bytes(Files(), Path(asked.template)) if asked.template else None
    order = Order.of(getattr(asked, "as"), asked.to, getattr(asked, "for"), template)
    out = Path(asked.out) if asked.out else None
    made = make_of_session(path, places, t, datetime.now().astimezone(), order, out)
    warn([*doubts(made.state, t), *left_out(made.state, t)])
    for written in made.paths:
        say(t("cli.written", path=written))
    if order.form == "pdf":
        say(t("report.pdf.made_as"))
    return 0


def compare(asked: Namespace, t: Words) -> int:
    """Lay sessions of one place side by side."""
    from facilitator.comparisons import compared, count_as_same, same_of, write_comparison

    found = compared(asked.sessions, places_of(asked))
    same = count_as_same(found, asked.same.split(",")) if asked.same else same_of(found)
    out = Path(asked.out) if asked.out else None
    written = write_comparison(found, same, asked.to or DOCUMENTS[0], t, out)
    say(t("cli.written", path=written))
    return 0


def merge(asked: Namespace, t: Words) -> int:
    """Put the tables of one evening together in one session."""
    from facilitator.merger import answers, merge_by_name

    answer = answers(t, input if sys.stdin.isatty() else None, yes=asked.yes, no=asked.no)
    today = datetime.now().astimezone().date()
    made = merge_by_name(places_of(asked), asked.table, t, today, answer)
    say(t("cli.written", path=made.path))
    warn(made.news)
    return 0


def community(asked: Namespace, t: Words) -> int:
    """Read a folder of sessions, a folder for each city, into one report."""
    from facilitator.community.community_report import community_report
    from facilitator.community.count_tables import CountTables
    from facilitator.outputs import write
    from facilitator.session_files import rendered

    today = datetime.now().astimezone().date()
    where = Path(asked.where)
    with CountTables(Path(asked.parquet)) if asked.parquet else nullcontext() as tables:
        found = _read(where, tables.add if tables else None, t)
        if not found.collection:
            warn([problem.say(t) for problem in found.left_out])
            raise Refused(Problem("cli.community.nothing", {"path": str(where)}))
        if asked.city and asked.city not in found.collection.cities:
            names = ", ".join(sorted(found.collection.cities))
            raise Refused(Problem("cli.community.no_city", {"name": asked.city, "names": names}))
        if tables:
            tables.write(found.collection, today)
            say(t("cli.written", path=tables.where))
    made = community_report(found.collection, found.left_out, t, asked.city or "")
    form = asked.to or DOCUMENTS[0]
    name = "-".join(each for each in (t("report.file.community"), asked.city, str(today)) if each)
    written = write(
        Path(asked.out) if asked.out else where / f"{name}.{form}", rendered(made, form, t, today)
    )
    say(t("cli.written", path=written))
    return 0


def _read(where: Path, hear: Callable[[CountedSession], None] | None, t: Words) -> ReadFolder:
    """Read a folder, and say what is kept when that is broken off."""
    from facilitator.community.session_folder import BrokenOff, read_folder
    from facilitator.kinds import kinds
    from facilitator.storage.places import find_index

    try:
        return read_folder(where, kinds(), find_index(), partial(_show_progress, t=t), hear)
    except BrokenOff as broken:
        if sys.stderr.isatty():
            sys.stderr.write("\n")
        warn([t("cli.community.stopped_kept" if broken.is_kept else "cli.community.stopped")])
        raise


def _show_progress(read: int, of: int, t: Words) -> None:
    """Say on a terminal how far it is, in one line that is written over."""
    if sys.stderr.isatty():
        end = "\n" if read == of else ""
        sys.stderr.write(f"\r{t('cli.community.read', n=read, all=of)}{end}")
        sys.stderr.flush()
