"""Agreements in a report: who does what by when, and how objections were met."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part
from facilitator.scenario.model import Step, Use, key_of
from facilitator.session.registers import ENDED, Agreement, Objection, Version
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

CHAPTER: Final = "agreed"


def registers(state: State, t: Words) -> list[Part]:
    """Give every agreement, what is done first and ideas last; or say that there is none.

    Numbers are those of the room: in the order in which agreements were made.
    """
    every = state.agreements()
    firm = [name for name, each in every.items() if each.firmness != "idea"]
    parts: list[Part] = [] if firm else [Paragraph(t("agreements.report.none"))]
    titles = {name: t("agreements.report.idea", what=each.what) for name, each in every.items()}
    for number, name in enumerate(firm, 1):
        titles[name] = t("agreements.report.number", number=number, what=every[name].what)
    groups = _in_groups(every)
    for group, names in groups.items():
        if group != "going" or len(groups) > 1 + ("ideas" in groups):
            parts.append(Paragraph(t(f"agreements.report.{group}")))
        for name in names:
            parts += _one(every[name], titles[name], state, t)
    return parts


def _in_groups(every: Mapping[str, Agreement]) -> Mapping[str, list[str]]:
    """Give the agreements by how they stand, in the order in which they are told; no group is empty."""
    groups: dict[str, list[str]] = {"done": [], "going": [], "over": [], "ideas": []}
    for name, each in every.items():
        ended = "done" if each.status == "done" else "over" if each.status in ENDED else ""
        groups[ended or ("ideas" if each.firmness == "idea" else "going")].append(name)
    return {group: names for group, names in groups.items() if names}


def parts(state: State, use: Use, step: Step, t: Words) -> list[Part]:
    """Say so when the group chose to end without an agreement."""
    if state.result(key_of(use, step)).get("no_agreement") is True:
        return [Paragraph(t("agreements.report.chosen_none"))]
    return []


def unknown(state: State, use: Use, step: Step, t: Words) -> list[str]:
    """Name the agreements to which an objection is still open."""
    first = next((key_of(u, s) for u, s in state.scenario.places() if s.kind == step.kind), "")
    if first != key_of(use, step):
        return []
    return [
        t("agreements.report.still_open", what=each.what)
        for each in state.agreements().values()
        if each.status not in ENDED
        and (each.heard == "later" or any(objection.status != "met" for objection in each.objections))
    ]


def _one(agreement: Agreement, title: str, state: State, t: Words) -> list[Part]:
    lines = [
        t("agreements.report.who", who=agreement.who or t("agreements.report.nobody")),
        t("agreements.report.due", date=_day(agreement.due, t)),
    ]
    if agreement.first_step:
        lines.append(t("agreements.report.first_step", step=agreement.first_step))
    if agreement.task in state.tasks():
        lines.append(t("agreements.report.task", task=state.tasks()[agreement.task or ""].name))
    if agreement.firmness in {"intention", "decision"}:
        lines.append(t(f"agreements.report.firmness.{agreement.firmness}"))
    lines += _after(agreement, t)
    ended = agreement.status in ENDED
    if agreement.status != "open":
        lines.append(t(f"agreements.report.status.{agreement.status}"))
    if agreement.needed and not ended:
        lines.append(t("agreements.report.needed", what=agreement.needed))
    if agreement.heard or (agreement.firmness != "idea" and not ended):
        lines.append(_heard(agreement, state, t))
    changed = bool(agreement.versions)
    lines += [_objection(each, state, t, changed=changed) for each in agreement.objections]
    lines += [_version(each, t) for each in agreement.versions]
    return [Heading(title), Items(lines)]


def _after(agreement: Agreement, t: Words) -> list[str]:
    """Give by what one sees that it is done, how the neighbourhood sees it, and who looks in between."""
    lines = [t("agreements.report.proof", what=agreement.proof)] if agreement.proof else []
    lines += [t("agreements.report.seen", what=agreement.seen)] if agreement.seen else []
    look = [agreement.keeper, _day(agreement.look_on, t) if agreement.look_on else ""]
    if any(look):
        lines.append(t("agreements.report.keeper", how=", ".join(part for part in look if part)))
    return lines


def _heard(agreement: Agreement, state: State, t: Words) -> str:
    present = [
        f"{agreement.present[each.id]} {each.title}"
        for each in state.scenario.perspectives
        if agreement.present.get(each.id)
    ]
    said = t(f"agreements.report.heard.{agreement.heard or 'not-yet'}")
    if not agreement.heard or not present:
        return said
    return f"{said} {t('agreements.report.present', people=', '.join(present))}"


def _objection(objection: Objection, state: State, t: Words, *, changed: bool) -> str:
    reason = objection.reason or t("agreements.report.reason_later")
    found = state.scenario.perspective(objection.perspective or "")
    how = "changed" if objection.status == "met" and changed else objection.status
    said = t(f"agreements.report.objection.{how}", reason=reason.rstrip("."))
    if found:
        return t("agreements.report.objection_from", who=found.title, said=said)
    return t("agreements.report.objection_of", said=said)


def _version(version: Version, t: Words) -> str:
    said = t(
        "agreements.report.version",
        what=version.what,
        who=version.who or t("agreements.report.nobody"),
        date=_day(version.due, t),
    )
    return f"{said} {t('agreements.report.because', reason=version.because)}" if version.because else said


def _day(day: date | None, t: Words) -> str:
    return say_date(day, t.language) if day else t("agreements.report.no_date")
