"""What a report tells of how an agreement was heard, and of how it read before: each with its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from facilitator.session.people import per_perspective
from facilitator.session.registers import Agreement, Objection, Version
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date


def heard_lines(agreement: Agreement, state: State, t: Words, *, in_table: bool) -> list[str]:
    """Say how an agreement was heard; ``in_table``: where a table tells that nobody objected, what is more.

    Who were there is told where these were others than at the end of the meeting.
    """
    if not agreement.heard:
        return [t("agreements.report.heard.not-put")] if agreement.versions else []
    met = agreement.heard == "no-objection" and bool(agreement.objections)
    others = {who: n for who, n in agreement.present.items() if n}
    if others == {who: n for who, n in state.people.items() if n}:
        others = {}
    if in_table and agreement.heard == "no-objection" and not met and not others:
        return []
    said = t(f"agreements.report.heard.{'no-more' if met else agreement.heard}")
    day = agreement.heard_on or state.about.day
    return [_with_present(said, others, day, state, t)]


def _with_present(said: str, present: Mapping[str, int], day: date, state: State, t: Words) -> str:
    there = per_perspective(state.scenario, present)
    when = day_of(day, t) if day != state.about.day else ""
    if when and there:
        return f"{said} {t('agreements.report.present_on', date=when, people=', '.join(there))}"
    if when:
        return f"{said} {t('agreements.report.heard_on', date=when)}"
    return f"{said} {t('agreements.report.present', people=', '.join(there))}" if there else said


def objection_line(objection: Objection, state: State, t: Words, *, changed: bool) -> str:
    """Give an objection with how it stands, and from whom where the speaker wanted that."""
    reason = objection.reason or t("agreements.report.reason_later")
    found = state.scenario.perspective(objection.perspective or "")
    how = "changed" if objection.status == "met" and changed else objection.status
    said = t(f"agreements.report.objection.{how}", reason=reason.rstrip("."))
    if objection.changed_on:
        said = f"{said}. {t('agreements.report.objection_on', date=day_of(objection.changed_on, t))}"
    if found:
        return t("agreements.report.objection_from", who=found.title, said=said)
    return t("agreements.report.objection_of", said=said)


def version_lines(version: Version, state: State, t: Words) -> list[str]:
    """Give how an agreement read before with what was heard of that, and when and how that changed."""
    sentences = [_change(version, t), _words(version, t)]
    if version.heard:
        said = t(f"agreements.report.version_heard.{version.heard}")
        day = version.heard_on or state.about.day
        sentences.append(_with_present(said, version.present, day, state, t))
    if version.because:
        sentences.append(t("agreements.report.because", reason=version.because))
    line = " ".join(sentence for sentence in sentences if sentence)
    return [line, *objected_before(version, state, t)]


def objected_before(version: Version, state: State, t: Words) -> list[str]:
    """Give what was objected to how an agreement read before."""
    return [objection_line(objection, state, t, changed=False) for objection in version.objections]


def _change(version: Version, t: Words) -> str:
    """Say when it was changed; during the meeting that made it, nobody needs to know."""
    if version.changed_on is None:
        return ""
    parts = ", ".join(t(f"agreements.report.part.{part}") for part in version.parts)
    return t(
        f"agreements.report.change.{version.how or 'on'}", date=day_of(version.changed_on, t), parts=parts
    )


def _words(version: Version, t: Words) -> str:
    if not version.what:
        return t("agreements.report.words_gone") if version.how == "by-hand" else ""
    return t(
        "agreements.report.version",
        what=version.what,
        who=version.who or t("agreements.report.nobody"),
        date=day_of(version.due, t),
    )


def day_of(day: date | None, t: Words) -> str:
    """Give a day in words, or that there is none yet."""
    return say_date(day, t.language) if day else t("agreements.report.no_date")
