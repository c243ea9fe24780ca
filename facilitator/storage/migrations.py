"""What was written by earlier versions, brought up to date one version at a time. Pure.

Format 2 keeps nothing of how a small group of one mind answered. Its tables are those of format 1, so there
is nothing to rename here; what format 1 held too much of is left out by ``format_one`` once it is read.
Format 3 knows of each agreement that came over which meeting made it, besides the day. Format 4 has a list of
those meetings, each with what it made, chose and kept; of what is no agreement older ones did not keep it.
What nobody knows yet stands there among what is parked, and no longer with the step. Format 5 keeps what
became of what was put forward, and who can be called. Format 6 knows of which tables a session was made,
of how many ballots a sum shows answers, and how statements read in the other language. A change that an app
of before cannot read, or would read otherwise, makes the next number, with a step here and a file of that
number in ``tests/storage/formats``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from facilitator.session.earlier_meetings import UNKNOWN
from facilitator.storage.format_three import OPEN, is_open_questions, open_question

FORMAT: Final = 6
"""Of session files, and of the text of one that a journal begins with."""

Plain = dict[str, Any]
Steps = Mapping[int, Callable[[Plain], Plain]]


def _with_meetings(raw: Plain) -> Plain:
    """Give the meeting of each agreement that came over; of one before the last the title is not known."""
    before = raw.get("before")
    agreed = before.get("agreed") if isinstance(before, dict) else None
    if not isinstance(before, dict) or not isinstance(agreed, dict):
        return raw
    last, title = before.get("day"), before.get("title")
    meetings = {
        name: {"day": day, "title": title if day == last else UNKNOWN} if isinstance(day, date) else day
        for name, day in agreed.items()
    }
    return {**raw, "before": {**before, "agreed": meetings}}


def _with_list_of_meetings(raw: Plain) -> Plain:
    """Give the meetings as a list, oldest first, each with the agreements that it made."""
    before = raw.get("before")
    if not isinstance(before, dict) or not {"day", "title"} <= before.keys():
        return raw
    agreed = before.get("agreed", {})
    others = {name: value for name, value in before.items() if name != "agreed"}
    if not isinstance(agreed, dict) or not all(isinstance(meeting, dict) for meeting in agreed.values()):
        return raw
    made: dict[tuple[Any, Any], list[str]] = {}
    for name, meeting in agreed.items():
        made.setdefault((meeting.get("day"), meeting.get("title")), []).append(name)
    last = (before["day"], before["title"])
    earlier = sorted((which for which in made if which != last), key=str)
    meetings = [
        {"day": day, "title": title, "made": made.get((day, title), [])} for day, title in [*earlier, last]
    ]
    return {**raw, "before": {**others, "meetings": meetings}}


def _with_open_questions(raw: Plain) -> Plain:
    """Give what nobody knew yet among what is parked, where it comes along until it is answered."""
    results, parked = raw.get("results"), raw.get("parked", {})
    if not isinstance(results, dict) or not isinstance(parked, dict):
        return raw
    kept: Plain = {}
    found: Plain = {}
    for key, fields in results.items():
        lines = fields.get(OPEN) if isinstance(fields, dict) else None
        if isinstance(fields, dict) and is_open_questions(lines):
            found |= dict(map(open_question, lines))
            if others := {name: value for name, value in fields.items() if name != OPEN}:
                kept[key] = others
        else:
            kept[key] = fields
    return {**raw, "results": kept, "parked": {**parked, **found}} if found else raw


def _format_four(raw: Plain) -> Plain:
    return _with_open_questions(_with_list_of_meetings(raw))


STEPS: Final[Steps] = {1: dict, 2: _with_meetings, 3: _format_four, 4: dict, 5: dict}
"""From each format the step to the next one."""


def migrated(raw: Plain, steps: Steps = STEPS, to: int = FORMAT) -> Plain:
    """Give a session file as the format of now has it; ``raw`` is not changed.

    What says no format, or one that never was, is given back for the model to refuse.
    """
    made = raw.get("format")
    while isinstance(made, int) and not isinstance(made, bool) and made < to and made in steps:
        made, raw = made + 1, {**steps[made](dict(raw)), "format": made + 1}
    return raw
