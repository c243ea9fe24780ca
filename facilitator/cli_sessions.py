"""Commands about sessions that were held; each imports only what it needs."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from facilitator.lookup import find_session
from facilitator.orders import DOCUMENTS
from facilitator.usage import places_of, say, warn
from facilitator.words import Words


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
