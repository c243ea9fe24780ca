"""Page one answers, and is always one page of A4 in letters of 12 points.

It holds the question of the evening with its answer, what was decided, where groups differ and how sure that
is, what nobody knows, and what comes next. What does not fit is counted, and stands on the pages after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from facilitator.document import Heading, Items, Paragraph, Part, Table
from facilitator.kinds import kinds
from facilitator.kinds.report_facet import report_of
from facilitator.report.evening_answer import evening_answer
from facilitator.report.gaps import unsure
from facilitator.report.page_room import HEADING, ROOM, lines_of, lines_of_parts, lines_of_row
from facilitator.report.story import story_of
from facilitator.session.next_time import next_time, object_before, say_next
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

MOST_DIFFERENCES: Final = 3
MOST_UNKNOWN: Final = 4
"""Sentences of where groups differ, and of what nobody knows."""
FIRST_ROWS: Final = 6
"""Decisions that go before all but the first of these sentences."""

Topic = Literal["answer", "decided", "differ", "unknown", "ahead"]
"""What stands on the page, in the order in which it is read."""


@dataclass(frozen=True)
class PageOne:
    """The first page, and what stands on it whole, so that it need not be told again."""

    parts: Sequence[Part]
    story: bool
    whole: frozenset[Topic]
    """Topics of which nothing was left out."""


@dataclass(frozen=True)
class Block:
    """What there is to say of one topic: lines, or the rows of a table."""

    lines: Sequence[str] = ()
    table: Table | None = None

    @property
    def count(self) -> int:
        return len(self.table.rows) if self.table else len(self.lines)

    def size(self, number: int) -> float:
        """Give how many lines of the page a piece takes, the first one with the heading."""
        piece = lines_of_row(self.table, number) if self.table else lines_of(self.lines[number])
        return piece if number else piece + HEADING


def page_one(state: State, t: Words, today: date, lead: Sequence[Part]) -> PageOne:
    """Give the first page; ``lead``: what stands above it and takes room as well."""
    blocks = _blocks(state, t, today)
    room = ROOM - lines_of_parts(lead)
    granted, left = _granted(blocks, room)
    story = story_of(state, t)
    fits = HEADING + lines_of_parts(story) <= left
    parts = [part for topic in blocks for part in _part(topic, blocks[topic], granted[topic], state, t)]
    if story and fits:
        parts += [Heading(t("report.headline")), *story]
    whole = (topic for topic, block in blocks.items() if granted[topic] == block.count)
    return PageOne(parts, story=fits, whole=frozenset(whole))


# -- what there is to say


def _blocks(state: State, t: Words, today: date) -> dict[Topic, Block]:
    return {
        "answer": Block(evening_answer(state, t) or [t("report.no_answer")]),
        "decided": _decided(state, t),
        "differ": Block(_differences(state, t)),
        "unknown": Block(unsure(state, t)),
        "ahead": Block(_ahead(state, t, today)),
    }


def decided(state: State, t: Words) -> list[Part]:
    """Give what was decided: a table, or that nothing was."""
    return [part for kind in kinds() for part in report_of(kind).decisions(state, t)]


def _decided(state: State, t: Words) -> Block:
    found = decided(state, t)
    tables = [part for part in found if isinstance(part, Table)]
    lines = [part.text for part in found if isinstance(part, Paragraph)]
    return Block(lines, tables[0] if tables else None)


def _differences(state: State, t: Words) -> list[str]:
    return [
        line
        for use, step in state.scenario.places()
        for line in report_of(step.kind).differences(state, use, step, t)
    ]


def _ahead(state: State, t: Words, today: date) -> list[str]:
    """Give when the next time is and whom to call; that nothing was settled is said as well."""
    following, before = next_time(state), object_before(state)
    lines = [t("report.next", when=say_next(following, t)) if following else t("report.no_next")]
    if before is None:
        call = t("report.call", contact=state.contact) if state.contact else t("report.no_call")
        return [*lines, call]
    day = say_date(before, t.language, today)
    if not state.contact:
        return [*lines, f"{t('report.message.object', date=day)} {t('report.no_call')}"]
    return [*lines, t("report.call_before", date=day, contact=state.contact)]


# -- what has room


def _granted(blocks: dict[Topic, Block], room: float) -> tuple[dict[Topic, int], float]:
    """Give how many pieces of each block stand on the page, and how many lines are left then.

    Of a block nothing comes after what has no room: what is left out stands at its end.
    """
    granted: dict[Topic, int] = dict.fromkeys(blocks, 0)
    full: set[Topic] = set()
    for topic, number in _wishes(blocks):
        size = blocks[topic].size(number)
        if topic in full or size > room:
            full.add(topic)
            continue
        granted[topic] += 1
        room -= size
    return granted, room


def _wishes(blocks: dict[Topic, Block]) -> Iterator[tuple[Topic, int]]:
    """Give the pieces in the order in which they get room."""
    most: dict[Topic, int] = {topic: block.count for topic, block in blocks.items()}
    most |= {"differ": min(most["differ"], MOST_DIFFERENCES), "unknown": min(most["unknown"], MOST_UNKNOWN)}
    rounds: Sequence[tuple[Topic, int]] = (
        *(("ahead", 2), ("answer", 1), ("decided", FIRST_ROWS), ("differ", 1), ("unknown", 1)),
        *(("answer", most["answer"]), ("decided", most["decided"])),
        *(("differ", most["differ"]), ("unknown", most["unknown"])),
    )
    given: dict[Topic, int] = dict.fromkeys(blocks, 0)
    for topic, until in rounds:
        last = min(until, most[topic])
        yield from ((topic, number) for number in range(given[topic], last))
        given[topic] = max(given[topic], last)


# -- how it is told


def _part(topic: Topic, block: Block, granted: int, state: State, t: Words) -> list[Part]:
    """Give a block as far as it has room, with how much more there is; nothing where it holds nothing."""
    if not block.count:
        return []
    title = t(f"report.topic.{topic}", purpose=state.scenario.purpose)
    left = block.count - granted
    more = [Paragraph(t(f"report.more.{topic}", n=left))] if left and topic != "differ" else []
    if not granted:
        return [Heading(title), *more] if more else []
    if block.table:
        rows = block.table.rows[:granted]
        table = Table(block.table.head, rows, widths=block.table.widths)
        return [Heading(title), table, *more]
    lines = block.lines[:granted]
    if topic == "answer":
        rest: list[Part] = [Items(lines[1:])] if lines[1:] else []
        return [Heading(title), Paragraph(lines[0]), *rest, *more]
    if topic in {"ahead", "decided"}:
        return [Heading(title), *map(Paragraph, lines)]
    return [Heading(title), Items(lines), *more]
