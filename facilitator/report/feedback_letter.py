"""The letter to who put something forward: first what has no answer yet, then what became of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part, Report, Section, Table
from facilitator.report.contact_line import contact_line
from facilitator.session.disclosure import to_share
from facilitator.session.next_time import next_time, say_next
from facilitator.session.put_forward import PutForward, put_forward
from facilitator.session.state import State
from facilitator.text import stopped
from facilitator.words import Words
from facilitator.words.dates import say_date

WIDTHS: Final = (44, 56)


def feedback_letter(state: State, t: Words, today: date) -> Report:
    """Give the letter as it stands today: unanswered lines, what is new since the last letter, then the rest.

    ``today``: which letter was the last one, and which agreements are late.
    """
    state = to_share(state)
    every = put_forward(state, today)
    last = last_letter(state, today)
    new = [each for each in every if each.answered and _is_new(each, last)]
    known = [each for each in every if each.answered and each not in new]
    open_ones = [each for each in every if not each.answered]
    since = t("report.letter.new", date=say_date(last, t.language)) if last else t("report.letter.answered")
    sections = [
        Section(t("report.letter.unanswered"), _unanswered(open_ones, t)),
        Section(since, _answered(new, state, t)),
        Section(t("report.letter.known"), _answered(known, state, t)),
    ]
    return Report(
        t("report.letter.title", place=state.about.place),
        _lead(state, every, t, today),
        sections=[section for section in sections if section.parts],
    )


def last_letter(state: State, today: date) -> date | None:
    """Give when the letter before this one was made; one of today is made anew."""
    return next((day for day in reversed(state.letters()) if day < today), None)


def _is_new(each: PutForward, last: date | None) -> bool:
    """Tell whether it was answered after the last letter; what has no day was told with the first one."""
    if last is None:
        return True
    return each.reply is not None and each.reply.day is not None and each.reply.day > last


def _lead(state: State, every: Sequence[PutForward], t: Words, today: date) -> list[Part]:
    day = say_date(state.about.day, t.language)
    now = say_date(today, t.language)
    unanswered = sum(not each.answered for each in every)
    parts: list[Part] = [
        Paragraph(t("report.letter.lead", title=state.scenario.title, date=day)),
        Paragraph(t("report.letter.counted", n=len(every), open=unanswered, date=now)),
    ]
    if following := next_time(state):
        parts.append(Paragraph(t("report.next", when=say_next(following, t))))
    call = contact_line(state, t)
    return [*parts, Paragraph(call)]


def _unanswered(found: Sequence[PutForward], t: Words) -> list[Part]:
    """Give per sort what has no answer yet, with who would come back to it and when."""
    parts: list[Part] = []
    for sort in dict.fromkeys(each.sort for each in found):
        lines = [_line(each, t) for each in found if each.sort == sort]
        parts += [Heading(t(f"report.letter.sort.{sort}")), Items(lines)]
    return parts


def _line(each: PutForward, t: Words) -> str:
    said = [_said(each, t)]
    if each.comes_back:
        said.append(t("report.comes_back", who=each.comes_back))
    if each.day:
        said.append(t("report.due", date=say_date(each.day, t.language)))
    return " ".join([stopped(said[0]), *said[1:]]) if said[1:] else said[0]


def _said(each: PutForward, t: Words) -> str:
    text = each.text or t("report.letter.no_reason")
    if each.sort == "objection":
        text = t("report.letter.objection", what=each.about, reason=text)
    return t("report.letter.from", text=text, who=each.who) if each.who else text


def _answered(found: Sequence[PutForward], state: State, t: Words) -> list[Part]:
    """Give a table: what was said, and what became of it with by whom and when."""
    if not found:
        return []
    rows = [[_said(each, t), " ".join(_became(each, state, t))] for each in found]
    head = [t("report.letter.head.said"), t("report.letter.head.became")]
    return [Table(head, rows, widths=WIDTHS)]


def _became(each: PutForward, state: State, t: Words) -> list[str]:
    """Give what was answered, and what the session itself knows of it."""
    said: list[str] = []
    if each.reply:
        said.append(stopped(each.reply.text))
        if by := ", ".join(_by(each, t)):
            said.append(t("report.letter.by", by=by))
    if each.fate:
        day = say_date(each.day, t.language, state.about.day) if each.day else ""
        said.append(t(f"report.letter.fate.{each.fate}", about=each.about, day=day))
    return said


def _by(each: PutForward, t: Words) -> list[str]:
    if each.reply is None:
        return []
    day = say_date(each.reply.day, t.language) if each.reply.day else ""
    return [part for part in (each.reply.who, day) if part]
