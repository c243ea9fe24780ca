"""A session as a document: page one that answers, then what was said and measured, and last how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from facilitator.document import Backstage, Dots, Heading, Items, Paragraph, Part, Report, Section, Told
from facilitator.kinds import kinds
from facilitator.kinds.report_facet import Chapter, KindReport, report_of
from facilitator.orders import Reader
from facilitator.report.account import account_of
from facilitator.report.attendance import people_in_brief
from facilitator.report.gaps import not_reached, without_residents
from facilitator.report.page_one import page_one
from facilitator.report.parked_wording import say_parked
from facilitator.report.programme_report import programme_of
from facilitator.report.since_then import since_then
from facilitator.report.story import story_of
from facilitator.report.tables_part import of_tables, tables_part
from facilitator.scenario.model import Step, Use, key_of
from facilitator.session.disclosure import to_share
from facilitator.session.file_seal import FileSeal
from facilitator.session.personal_details import shown_details
from facilitator.session.state import State
from facilitator.text import stopped
from facilitator.words import Words
from facilitator.words.dates import say_date, say_time


def build(
    state: State, t: Words, today: date, reader: Reader = "everyone", seal: FileSeal | None = None
) -> Report:
    """Give the report of a session as it is now, in the language of ``t``.

    What people said and what the scenario says stays in the language it was written in. Only what may be
    shown is in it: answers of groups that are too small exist nowhere. ``today`` is the day on its last line,
    ``seal`` says from which version of which file it comes.
    """
    state = to_share(state)
    title, lead = t("report.title", place=state.about.place, title=state.scenario.title), _lead(state, t)
    first = page_one(state, t, today, title, lead)
    own, further = reader == "facilitator", first.further
    sections = [
        Section(t("report.headline"), [] if first.has_story else story_of(state, t)),
        Section(t("report.whole_answer"), further.get("answer", ())),
        Section(t("report.topic.decided"), further.get("decided", ())),
        Section(t("report.since.title"), since_then(state, t)),
        *(_section(chapter, state, t, own=own) for chapter in Chapter),
        Section(t("report.parked"), _parked(state, t)),
        Section(t("report.tables.title"), tables_part(state, t)),
        Section(t("report.not_reached"), not_reached(state, t)),
        Section(t("report.topic.unknown"), further.get("unknown", ())),
        Section(t("report.topic.ahead"), further.get("ahead", ())),
        Section(t("report.programme.title"), programme_of(state, t) if own else []),
        Section(t("report.measured"), [*for_reader(account_of(state, t, today, seal), own=own)], folded=True),
    ]
    return Report(
        title=title,
        lead=lead,
        page_one=first.parts,
        sections=[section for section in sections if section.parts],
    )


def for_reader(told: Sequence[Told], *, own: bool) -> Iterator[Part]:
    """Give what this reader gets: what is backstage only in the facilitator's own copy."""
    for part in told:
        if isinstance(part, Dots):
            yield part if own else replace(part, asked="")
        elif not isinstance(part, Backstage):
            yield part
        elif own:
            yield from part.parts


def _section(chapter: Chapter, state: State, t: Words, *, own: bool) -> Section:
    title, parts = _title(chapter, state, t), _chapter(chapter, state, t, own=own)
    return Section(title, parts, short_lines=chapter is Chapter.SAID)


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
    parts: list[Part] = [*of_tables(state, t)]
    if shown_details(state):
        parts.append(Paragraph(t("report.names_shown")))
    if without_residents(state):
        parts.append(Paragraph(t("report.without_residents")))
    parts.append(Paragraph(f"{when} {people_in_brief(state, t)}"))
    if before := state.before:
        day = say_date(before.day, t.language)
        parts.append(Paragraph(t("report.follows", title=before.title, date=day), quiet=True))
    return parts


def _chapter(chapter: Chapter, state: State, t: Words, *, own: bool) -> list[Part]:
    """Give what the registers hold, then what each step left, in the order of the programme.

    What was said stands under the title of its step, with the notes that were written there.
    """
    reports = _reports(chapter)
    told = [part for report in reports.values() for part in report.registers(state, t)]
    parts = [*for_reader(told, own=own)]
    for use, step in state.scenario.places():
        left = reports[step.kind].parts(state, use, step, t) if step.kind in reports else []
        here = [*for_reader(left, own=own)]
        if chapter is not Chapter.SAID:
            parts += here
        elif said := [*here, *_notes(state, use, step)]:
            parts += [Heading(step.title), *said]
    return parts


def _notes(state: State, use: Use, step: Step) -> list[Part]:
    """Give the notes of a step of any kind that does not show them itself."""
    if report_of(step.kind).own_notes:
        return []
    key = key_of(use, step)
    lines = [note.text for note in state.notes.values() if f"{note.use}/{note.step}" == key]
    return [Items(lines)] if lines else []


def _parked(state: State, t: Words) -> list[Part]:
    """Give what was parked tonight, and what was answered tonight; older lines stand with what changed."""
    lines: list[str] = []
    for name, line in state.parked().items():
        if line.answer:
            lines.append(t("report.answered", text=stopped(line.text), answer=stopped(line.answer.text)))
            continue
        if line.unknown or state.came_from(name):
            continue  # it stands with what we do not know, or with what was asked and is unanswered
        lines.append(say_parked(line, t))
    return [Items(lines)] if lines else []
