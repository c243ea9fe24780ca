"""Page one answers, and is always one page of A4 in letters of 12 points.

It holds the question of the evening with its answer, what was decided, where groups differ and how sure that
is, what nobody knows, and what comes next. What does not fit is counted, and stands whole on the pages after
it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final, Literal

from facilitator.document import Heading, Items, Paragraph, Part, Table
from facilitator.kinds import kinds
from facilitator.kinds.report_facet import report_of
from facilitator.report.attendance import join
from facilitator.report.contact_line import contact_line
from facilitator.report.evening_answer import evening_answer
from facilitator.report.gaps import unsure
from facilitator.report.page_room import ROOM, lines_of_parts, lines_of_title
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
    """The first page, and what has to stand on the pages after it."""

    parts: Sequence[Part]
    has_story: bool
    """Whether how the group tells about its neighbourhood stands on it."""
    further: Mapping[Topic, Sequence[Part]]
    """Topics of which something was left out, whole."""


@dataclass(frozen=True)
class TopicLine:
    """A line that stands in a list, or a sentence by itself."""

    text: str
    listed: bool = True


@dataclass(frozen=True)
class TopicContent:
    """What there is to say of one topic: lines, or the rows of a table."""

    title: str
    lines: Sequence[TopicLine] = ()
    table: Table | None = None

    @property
    def count(self) -> int:
        return len(self.table.rows) if self.table else len(self.lines)

    def parts(self, most: int) -> list[Part]:
        """Give so many rows or lines."""
        if self.table:
            return [Table(self.table.head, self.table.rows[:most], widths=self.table.widths)]
        parts: list[Part] = []
        for listed, run in groupby(self.lines[:most], key=lambda line: line.listed):
            texts = [line.text for line in run]
            parts += [Items(texts)] if listed else map(Paragraph, texts)
        return parts


Contents = Mapping[Topic, TopicContent]
Granted = Mapping[Topic, int]
"""How many rows or lines of each topic stand on the page."""


def page_one(state: State, t: Words, today: date, title: str, lead: Sequence[Part]) -> PageOne:
    """Give the first page; ``title`` and ``lead``: what stands above it and takes room as well."""
    contents = _contents(state, t, today)
    room = ROOM - lines_of_title(title)
    granted = _granted(contents, lead, room, t)
    parts = _page(contents, granted, t)
    story = story_of(state, t)
    told = [*parts, Heading(t("report.headline"), level=2), *story] if story else parts
    has_story = lines_of_parts([*lead, *told]) <= room
    left = [topic for topic, content in contents.items() if granted[topic] < content.count]
    return PageOne(
        told if has_story else parts,
        has_story=has_story,
        further={topic: contents[topic].parts(contents[topic].count) for topic in left},
    )


# -- what there is to say


def _contents(state: State, t: Words, today: date) -> Contents:
    answers = evening_answer(state, t) or [[t("report.no_answer")]]
    answer = [TopicLine(line, listed=bool(at)) for lines in answers for at, line in enumerate(lines)]
    ahead = [TopicLine(line, listed=False) for line in _ahead(state, t, today)]
    return {
        "answer": TopicContent(state.scenario.purpose, answer),
        "decided": _decided(state, t),
        "differ": TopicContent(t("report.topic.differ"), [*map(TopicLine, _differences(state, t))]),
        "unknown": TopicContent(t("report.topic.unknown"), [*map(TopicLine, unsure(state, t))]),
        "ahead": TopicContent(t("report.topic.ahead"), ahead),
    }


def _decided(state: State, t: Words) -> TopicContent:
    """Give what was decided: a table, or that nothing was."""
    found = [part for kind in kinds() for part in report_of(kind).decisions(state, t)]
    table = next((part for part in found if isinstance(part, Table)), None)
    lines = [TopicLine(part.text, listed=False) for part in found if isinstance(part, Paragraph)]
    return TopicContent(t("report.topic.decided"), lines, table)


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
    return [*lines, contact_line(state, t, say_date(before, t.language, today) if before else "")]


# -- what has room


def _granted(contents: Contents, lead: Sequence[Part], room: float, t: Words) -> Granted:
    """Give how much of each topic stands on the page.

    Of a topic nothing comes after what has no room: what is left out stands at its end.
    """

    def has_room(granted: Granted) -> bool:
        return lines_of_parts([*lead, *_page(contents, granted, t)]) <= room

    granted: dict[Topic, int] = dict.fromkeys(contents, 0)
    wishes = [*_wishes(contents)]
    if has_room(every := {**granted, **Counter(wishes)}):
        return every
    full: set[Topic] = set()
    for topic in wishes:
        if topic in full:
            continue
        more = {**granted, topic: granted[topic] + 1}
        if has_room(more):
            granted = more
        else:
            full.add(topic)
    return granted


def _wishes(contents: Contents) -> Iterator[Topic]:
    """Give the topics in the order in which they get room, each as often as it has something to say."""
    most = {topic: content.count for topic, content in contents.items()}
    most |= {"differ": min(most["differ"], MOST_DIFFERENCES), "unknown": min(most["unknown"], MOST_UNKNOWN)}
    rounds: Sequence[tuple[Topic, int]] = (
        *(("ahead", most["ahead"]), ("answer", 1), ("decided", FIRST_ROWS), ("differ", 1), ("unknown", 1)),
        *(("answer", most["answer"]), ("decided", most["decided"])),
        *(("differ", most["differ"]), ("unknown", most["unknown"])),
    )
    given: dict[Topic, int] = dict.fromkeys(contents, 0)
    for topic, until in rounds:
        for _ in range(given[topic], min(until, most[topic])):
            given[topic] += 1
            yield topic


# -- how it is told


def _page(contents: Contents, granted: Granted, t: Words) -> list[Part]:
    """Give the topics as far as they have room, and in a last sentence those that have none."""
    parts: list[Part] = []
    absent: list[str] = []
    for topic, content in contents.items():
        left = content.count - granted[topic]
        if left == content.count:
            absent += [t(f"report.elsewhere.{topic}", n=left)] if left else []
            continue
        parts += [Heading(content.title, level=2), *content.parts(granted[topic])]
        parts += [Paragraph(t(f"report.more.{topic}", n=left))] if left else []
    return [*parts, Paragraph(t("report.elsewhere.here", what=join(absent, t)))] if absent else parts
