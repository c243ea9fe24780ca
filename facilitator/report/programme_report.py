"""The programme: what was planned when, and what was done when. For who plans the next session."""

from __future__ import annotations

from facilitator.document import Part, Table
from facilitator.scenario.model import key_of
from facilitator.session.clock import plus
from facilitator.session.state import State
from facilitator.words import Words


def programme_of(state: State, t: Words) -> list[Part]:
    """Give a row per step: its planned time, when it began, and what it is; nothing while nothing was begun.

    Planned is the programme as it was when the session began. A step that was begun more than once has the
    time of the first.
    """
    at = state.about.starts
    rows: list[list[str]] = []
    for use, step in state.places():
        added = use.id in state.inserted
        planned = t("report.programme.added") if added else _clock(f"{at:%H:%M}", t)
        begun = state.begun.get(key_of(use, step))
        real = t("report.programme.missed") if begun is None else _clock(begun, t)
        rows.append([planned, real, t("report.step", title=step.title, n=step.minutes)])
        at = plus(at, 0 if added else step.minutes)
    if state.begun.keys().isdisjoint(key_of(use, step) for use, step in state.places()):
        return []
    return [Table([t(f"report.programme.{name}") for name in ("planned", "real", "what")], rows)]


def _clock(at: str, t: Words) -> str:
    """Say a time that stands as HH:MM; nothing when it was not kept."""
    hour, _, minute = at.partition(":")
    return t("report.programme.clock", hour=int(hour), minute=minute) if minute else ""
