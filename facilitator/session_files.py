"""What is made of a session, as files: their names and what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.orders import FILES, Form, Order, endings
from facilitator.problems import Problem, Refused
from facilitator.session.file_seal import FileSeal
from facilitator.session.merged_wording import told_by_table
from facilitator.session.state import State
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.document import Report

Contents = Mapping[str, bytes]
"""What is in files, by how the name of each goes on after that of its session."""


@dataclass(frozen=True)
class Source:
    """A session that something is made from."""

    state: State
    path: Path
    """Its file."""
    seal: FileSeal | None = None
    """From which version of it; None where that is not known."""


def contents(source: Source, order: Order, t: Words, today: date) -> Contents:
    """Give what is made. Raises Refused when it cannot be."""
    if order.form not in {"toml", "ics"}:
        source = replace(source, state=told_by_table(source.state, t))
    if order.form == "svg":
        return _pictures(source.state, t, today)
    made = _data(source, order.form, t) if order.form in FILES else [_document(source, order, t, today)]
    return dict(zip(endings(order, t), made, strict=True))


def report_text(state: State, t: Words, today: date, form: Form) -> str:
    """Give the report of a session as text."""
    (made,) = contents(Source(state, Path()), Order(form=form), t, today).values()
    return made.decode()


def _data(source: Source, form: Form, t: Words) -> list[bytes]:
    """Give what another program reads."""
    if form == "ics":
        from facilitator.report.calendar_file import render

        return [render(source.state, t, source.seal.seq if source.seal else 0)]
    if form == "csv":
        from facilitator.report.csv_files import decisions_and_results

        return list(decisions_and_results(source.state, t))
    from facilitator.community.counted_copy import counted_part
    from facilitator.storage.share_copy import share_text

    seal = source.seal or FileSeal.of(source.path)
    return [share_text(source.state, seal, counted_part(source.state, seal.seq)).encode()]


def _pictures(state: State, t: Words, today: date) -> Contents:
    """Give each picture as SVG, and where typst is installed as PNG too."""
    from facilitator.report.pdf_file import can_be_made
    from facilitator.report.png_file import render as png
    from facilitator.report.products.picture_files import picture_files

    ending = f"-{t('report.file.plaatjes')}"
    made: dict[str, bytes] = {}
    for each in picture_files(state, t, today):
        made[f"{ending}-{each.name}.svg"] = each.picture.svg.encode()
        if can_be_made():
            made[f"{ending}-{each.name}.png"] = png(each.picture)
    if not made:
        raise Refused(Problem("report.product.picture.none"))
    return made


def _document(source: Source, order: Order, t: Words, today: date) -> bytes:
    state = source.state
    if order.product == "poster":
        from facilitator.report.products.poster import poster

        return poster(state, t).encode()
    if order.template is not None:
        from facilitator.report.products.board_letter import letter, letter_title
        from facilitator.report.products.letter_template import fill_in

        return fill_in(order.template, letter(state, t, today), letter_title(state, t), t)
    return rendered(_report(source, order, t, today), order.form, t, state.about.day)


def rendered(report: Report, form: Form, t: Words, day: date) -> bytes:
    """Give a report in one of the forms that are read; ``day`` is its date. Raises Refused."""
    if form == "odt":
        from facilitator.report.odt_file import render as odt

        return odt(report, t)
    if form == "pdf":
        from facilitator.report.pdf_file import render as pdf

        return pdf(report, t, day)
    from facilitator.report import html, markdown, plain_text

    render = {"txt": plain_text.render, "md": markdown.render, "html": html.render}[form]
    return render(report, t).encode()


def _report(source: Source, order: Order, t: Words, today: date) -> Report:
    if order.product == "verslag":
        from facilitator.report.session_report import build

        return build(source.state, t, today, order.reader, source.seal)
    from facilitator.report.products.documents import DOCUMENTS_OF

    return DOCUMENTS_OF[order.product](source.state, t, today)
