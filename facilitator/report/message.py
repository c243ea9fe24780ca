"""The message that goes out tonight: the evening in at most a thousand characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import Final

from facilitator.kinds import kinds
from facilitator.kinds.message_facet import KEPT_LONGEST, MessagePart, Topic
from facilitator.kinds.report_facet import report_of
from facilitator.report.attendance import join
from facilitator.session.commands import SMALLEST_SHOWN
from facilitator.session.disclosure import to_share
from facilitator.session.next_time import next_time, object_before, say_next
from facilitator.session.parked_lines import open_lines
from facilitator.session.people import per_perspective
from facilitator.session.registers import Parked
from facilitator.session.state import State
from facilitator.text import stopped
from facilitator.words import Words
from facilitator.words.dates import say_date

MOST: Final = 1000
LONGEST_PLACE: Final = 80
LONGEST_PEOPLE: Final = 200
FEW: Final = 2
"""So many parked lines to which nobody comes back are told; more of them are counted."""
HEADED: Final = frozenset(
    {
        Topic.DECIDED,
        Topic.EARLIER,
        Topic.RUNNING,
        Topic.SHARED,
        Topic.WORKED,
        Topic.OPEN,
        Topic.WAITING,
    }
)
"""Topics that are lists; the others are sentences, or say themselves what they are about."""


def message(state: State, t: Words, today: date) -> str:
    """Give the message as plain text, never over 1,000 characters and never with half of anything.

    Only what may leave the room is in it. When not everything fits, the people become one number, then the
    least important goes, then what stands beside the most important, and then that itself: agreements are
    counted that are not told, and the message says that the report has more. ``today`` decides which dates
    need a year.
    """
    state = to_share(state)
    parts = _parts(state, t, today)
    start, *shorter = _heads(state, t, today)
    ending = _ending(state, t, today)
    whole = _compose(start, parts, len(parts), ending, t)
    for head in shorter:
        if len(whole) > MOST:
            whole = _compose(head, parts, len(parts), ending, t)
    if len(whole) <= MOST:
        return whole
    head = shorter[-1] if shorter else start
    fitting = (
        text
        for told, count in _with_less(parts)
        if len(text := _compose(head, told, count, ending, t)) <= MOST
    )
    return next(fitting)


# -- what there is to tell


def _parts(state: State, t: Words, today: date) -> list[MessagePart]:
    """Give every part there is, what is kept longest first."""
    every = {kind: report_of(kind).message for kind in kinds()}
    parts = [part for kind in every.values() for part in kind.registers(state, t, today)]
    for use, step in state.scenario.places():
        parts += every[step.kind].parts(state, use, step, t, today)
    parts += [*_answered(state, t), *_open(state, t), *_parked(state, t, today)]
    return sorted(dict.fromkeys(parts), key=lambda part: KEPT_LONGEST.index(part.topic))


def _answered(state: State, t: Words) -> list[MessagePart]:
    """Give what was asked at an earlier meeting or tonight, and answered tonight."""
    return [
        MessagePart(
            Topic.ANSWERED, t("report.message.answer", what=line.text, answer=stopped(line.answer.text))
        )
        for line in state.parked().values()
        if line.answer
    ]


def _open(state: State, t: Words) -> list[MessagePart]:
    """Give what nobody knows yet; first what someone finds out: that is a promise."""
    asked = sorted(open_lines(state, unknown=True).values(), key=lambda line: not line.who)
    return [
        MessagePart(
            Topic.OPEN,
            t(f"report.message.open.{'who' if line.who else 'nobody'}", what=line.text, who=line.who),
        )
        for line in asked
    ]


def _parked(state: State, t: Words, today: date) -> list[MessagePart]:
    """Give the parked lines to which someone comes back, and the others: a few, or how many."""
    waiting = open_lines(state, unknown=False).values()
    lines = [line for line in waiting if line.who]
    others = [line for line in waiting if not line.who]
    if len(others) <= FEW:
        lines += others
    parts = [MessagePart(Topic.WAITING, _waiting(line, t, today)) for line in lines]
    if len(others) > FEW:
        parts.append(MessagePart(Topic.WAITING, t("report.message.unclaimed", n=len(others))))
    return parts


def _waiting(line: Parked, t: Words, today: date) -> str:
    how = ("who_when" if line.due else "who") if line.who else "when" if line.due else "nobody"
    day = say_date(line.due, t.language, today) if line.due else ""
    return t(f"report.message.waiting.{how}", what=line.text, who=line.who, date=day)


# -- how it is put together


def _with_less(parts: Sequence[MessagePart]) -> Iterator[tuple[Sequence[MessagePart], int]]:
    """Give with every step less to tell: the parts, and how many of them, as far as these could fit.

    What can be said with less stays whole as long as there is something less important to leave out; then it
    is the least important of those that is said with less, and what was left out may fit again.
    """
    told = list(parts)
    for number in [*(n for n in reversed(range(len(parts))) if parts[n].short), -1]:
        sizes = [0, *accumulate(len(part.text) for part in told)]
        for count in range(len(told), number, -1):
            if sizes[count] <= MOST:
                yield tuple(told), count
        if number >= 0:
            told[number] = replace(told[number], text=told[number].short)


def _compose(head: str, parts: Sequence[MessagePart], count: int, ending: Sequence[str], t: Words) -> str:
    """Put the first parts together in the order in which they are read, and say that there is more."""
    told, left = parts[:count], parts[count:]
    blocks = [[head]]
    if not any(part.topic is Topic.DECIDED for part in parts):
        earlier = any(part.topic is Topic.EARLIER for part in parts)
        blocks.append([t(f"report.message.{'none_new' if earlier else 'none'}")])
    for topic in Topic:
        here = [part.text for part in told if part.topic is topic]
        heading = [t(f"report.message.heading.{topic}")] if here and topic in HEADED else []
        blocks.append([*heading, *here])
    if more := sum(part.topic is Topic.DECIDED for part in left):
        blocks.append([t("report.message.more", n=more)])
    elif left:
        blocks.append([t("report.message.more_in_report")])
    return "\n\n".join("\n".join(block) for block in [*blocks, list(ending)] if block)


# -- how it begins and ends


def _heads(state: State, t: Words, today: date) -> list[str]:
    """Give the first line, at its richest and at its shortest."""
    place = state.about.place
    if len(place) > LONGEST_PLACE:
        place = f"{place[: LONGEST_PLACE - 1].rstrip()}…"
    where = t("report.message.head", place=place, date=say_date(state.about.day, t.language, today))
    if not state.present:
        return [where]
    people = t("report.message.people", n=state.present)
    short = f"{where} {t('report.message.with', people=people)}"
    full = _with(people, state, t)
    return [f"{where} {full}", short] if len(full) <= LONGEST_PEOPLE else [short]


def _with(people: str, state: State, t: Words) -> str:
    """Say who were there; a perspective of fewer than three people is only counted."""
    large = {who: count for who, count in state.people.items() if count >= SMALLEST_SHOWN}
    named = join(per_perspective(state.scenario, large), t)
    if sum(large.values()) == state.present:
        return t("report.message.with", people=named)
    return t("report.message.with_some" if named else "report.message.with", people=people, named=named)


def _ending(state: State, t: Words, today: date) -> list[str]:
    """Give when the next time is, and what to do when something is not right: never left out."""
    following = next_time(state)
    lines = [t("report.message.next", when=say_next(following, t, today))] if following else []
    return [*lines, _correction(state, t, today)]


def _correction(state: State, t: Words, today: date) -> str:
    """Say before when people can object, and to whom."""
    before = object_before(state)
    to = "_to" if state.contact else ""
    if before is None:
        return t(f"report.message.object_soon{to}", contact=state.contact)
    return t(f"report.message.object{to}", date=say_date(before, t.language, today), contact=state.contact)
