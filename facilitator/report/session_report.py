"""A session as a document: what was agreed first, how it was measured last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from facilitator.document import Heading, Items, Paragraph, Part, Section
from facilitator.kinds import kinds
from facilitator.kinds.report_facet import Chapter, KindReport, report_of
from facilitator.report.account import account_of
from facilitator.report.attendance import list_people
from facilitator.report.gaps import not_reached, unknown, without_residents
from facilitator.report.programme_report import programme_of
from facilitator.scenario.model import Step, Use, key_of
from facilitator.session.disclosure import for_outside
from facilitator.session.next_time import next_time, say_next
from facilitator.session.state import State
from facilitator.text import stopped
from facilitator.words import Words
from facilitator.words.dates import say_date, say_time


@dataclass(frozen=True)
class Report:
    """What every format shows, in the order in which it is read."""

    title: str
    lead: Sequence[Part]
    """Where, when, with whom; and first of all whose voice is not in it."""
    sections: Sequence[Section] = field(default_factory=list)


def build(state: State, t: Words, today: date) -> Report:
    """Give the report of a session as it is now, in the language of ``t``.

    What people said and what the scenario says stays in the language it was written in. Only what may be
    shown is in it: answers of groups that are too small exist nowhere. ``today`` is the day on its last line.
    """
    state = for_outside(state)
    sections = [
        Section(t("report.headline"), _headline(state, t)),
        *(Section(_title(chapter, state, t), _chapter(chapter, state, t)) for chapter in Chapter),
        Section(t("report.parked"), _parked(state, t)),
        Section(t("report.not_reached"), not_reached(state, t)),
        Section(t("report.unknown"), unknown(state, t)),
        Section(t("report.programme.title"), programme_of(state, t)),
        Section(t("report.measured"), account_of(state, t, today)),
    ]
    return Report(
        title=t("report.title", place=state.about.place, title=state.scenario.title),
        lead=_lead(state, t),
        sections=[section for section in sections if section.parts],
    )


def _headline(state: State, t: Words) -> list[Part]:
    """Give what the report opens with, in the order of the programme."""
    places = state.scenario.places()
    return [part for use, step in places for part in report_of(step.kind).headline(state, use, step, t)]


def _title(chapter: Chapter, state: State, t: Words) -> str:
    """Give the heading of a chapter: as a kind in it would have it for this session, or the usual one."""
    own = (report.title(state, t) for report in _reports(chapter).values())
    return next(filter(None, own), t(f"report.chapter.{chapter}"))


def _reports(chapter: Chapter) -> Mapping[str, KindReport[Any]]:
    """Give the kinds of which the parts stand in this chapter."""
    every = {kind: report_of(kind) for kind in kinds()}
    return {kind: report for kind, report in every.items() if report.chapter == chapter}


def _lead(state: State, t: Words) -> list[Part]:
    about = state.about
    when = t(
        "report.when_at" if about.venue else "report.when",
        venue=about.venue,
        date=say_date(about.day, t.language),
        start=say_time(about.starts, t.language),
        end=say_time(state.ends, t.language),
    )
    parts: list[Part] = []
    if without_residents(state):
        parts.append(Paragraph(t("report.without_residents")))
    parts.append(Paragraph(when))
    parts.append(Paragraph(list_people(state, t)))
    parts.append(Paragraph(t("report.purpose", purpose=state.scenario.purpose)))
    if before := state.before:
        day = say_date(before.day, t.language)
        parts.append(Paragraph(t("report.follows", title=before.title, date=day), quiet=True))
    if following := next_time(state):
        parts.append(Paragraph(t("report.message.next", when=say_next(following, t))))
    return parts


def _chapter(chapter: Chapter, state: State, t: Words) -> list[Part]:
    """Give what the registers hold, then what each step left, in the order of the programme.

    What was said stands under the title of its step, with the notes that were written there.
    """
    reports = _reports(chapter)
    parts = [part for report in reports.values() for part in report.registers(state, t)]
    for use, step in state.scenario.places():
        here = reports[step.kind].parts(state, use, step, t) if step.kind in reports else []
        if chapter is not Chapter.SAID:
            parts += here
        elif told := [*here, *_notes(state, use, step)]:
            parts += [Heading(step.title), *told]
    return parts


def _notes(state: State, use: Use, step: Step) -> list[Part]:
    """Give the notes of a step of any kind that does not show them itself."""
    if report_of(step.kind).own_notes:
        return []
    key = key_of(use, step)
    lines = [note.text for note in state.notes.values() if f"{note.use}/{note.step}" == key]
    return [Items(lines)] if lines else []


def _parked(state: State, t: Words) -> list[Part]:
    lines: list[str] = []
    for line in state.parked().values():
        if line.answer:
            lines.append(t("report.answered", text=stopped(line.text), answer=stopped(line.answer.text)))
            continue
        if line.unknown:
            continue  # it stands with what we do not know
        who = t("report.comes_back", who=line.who) if line.who else t("report.nobody_yet")
        due = t("report.due", date=say_date(line.due, t.language)) if line.due else ""
        lines.append(" ".join(part for part in (stopped(line.text), who, due) if part))
    return [Items(lines)] if lines else []
