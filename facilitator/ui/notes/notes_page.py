"""The notes as rows for the room there is: what stands at the top and below stays, the rest scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from facilitator.text import harmless
from facilitator.ui.kit.screen_sizes import SMALLEST, SMALLEST_ROOM, WIDE
from facilitator.ui.kit.widgets import MORE, broken, hanging, spread, with_arrows
from facilitator.ui.notes.notes_sheet import NotesSheet
from facilitator.words import Words
from facilitator.words.dates import say_clock

READABLE: Final = 76
"""Columns of a text that is read while standing; more is not easier."""
BESIDE: Final = 34
"""Columns beside the notes."""
KEYS: Final = ("on", "back", "scroll", "theme", "leave")
MOST_SAID: Final = 4
"""Rows of what is said about a request."""


@dataclass(frozen=True)
class NotesPage:
    """The rows of one moment."""

    rows: list[Content]
    most: int
    """Rows that the notes can be scrolled."""


class NotesLayout:
    """Lays a sheet out for a window of so many columns and rows."""

    def __init__(self, t: Words, width: int, height: int) -> None:
        self.t = t
        self.width = width
        self.height = height
        self.margin = 4 if width >= WIDE else 2 if width >= SMALLEST[0] else 1
        self.room = width - 2 * self.margin
        self.tall = height >= SMALLEST[1]

    # -- with a session

    def page(self, sheet: NotesSheet, said: str, scrolled: int) -> NotesPage:
        """Give the rows, with what is said, and the notes so many rows further."""
        head, foot = self._head(sheet), self._foot(sheet, said)
        free = self.height - len(head) - len(foot)
        if self.width >= WIDE:
            return self._beside(sheet, head, foot, free, scrolled)
        body = self._fitted(
            lambda room: [*self._notes(sheet, room), *self._around(sheet, room)], self.room, free
        )
        most = max(len(body) - free, 0)
        shown = self._shown(body, min(scrolled, most), free, self.room)
        return NotesPage([*head, *self._indented(shown), *foot], most)

    def _beside(
        self, sheet: NotesSheet, head: list[Content], foot: list[Content], free: int, scrolled: int
    ) -> NotesPage:
        """Put what comes next, what was parked and who is here beside the notes."""
        left = min(self.room - BESIDE - 4, READABLE)
        body = self._fitted(lambda room: self._notes(sheet, room), left, free)
        most = max(len(body) - free, 0)
        shown = self._shown(body, min(scrolled, most), free, left)
        beside = self._fitted(
            lambda room: [self._coming(sheet, room), *self._around(sheet, room)], BESIDE, free
        )
        beside = self._shown(beside, 0, free, BESIDE)
        gap = Content(" " * (self.room - left - BESIDE))
        rows = [
            Content.assemble(row.truncate(left, pad=True), gap, other)
            for row, other in zip(shown, beside, strict=True)
        ]
        return NotesPage([*head, *self._indented(rows), *foot], most)

    def _head(self, sheet: NotesSheet) -> list[Content]:
        rows = [*self._title(sheet), self._clock(sheet)]
        if self.tall:
            about = " · ".join(each for each in (sheet.programme, sheet.place) if each)
            rows.insert(0, Content.styled(about, "$quiet").truncate(self.room, ellipsis=True))
        head = [*self._indented(rows), self._rule()]
        return [*head, Content("")] if self.tall else head

    def _title(self, sheet: NotesSheet) -> list[Content]:
        """Give the step and its number, shorter where both do not fit on a row; the title is said wholly."""
        title = Content.styled(sheet.title or self.t("notes.closing"), "bold")
        where = self.t("notes.step_of", n=sheet.number, total=sheet.total) if sheet.number else ""
        if title.cell_length + cell_len(where) + 2 > self.room:
            where = f"{sheet.number}/{sheet.total}" if sheet.number else ""
        first, *more = broken(title, self.room - cell_len(where) - 2)
        return [spread(first, Content.styled(where, "$quiet"), self.room), *more]

    def _clock(self, sheet: NotesSheet) -> Content:
        """Say what time it is, until when the step should last, and how that goes."""
        pieces: list[tuple[str, str] | str] = [(self._time(sheet.now.time()), "bold")]
        if sheet.pace is not None:
            until = self.t("notes.until", time=self._time(sheet.pace.until.time()))
            pieces += ["  ", until, "  ", self._pace(sheet.pace.behind)]
        left = Content.assemble(*pieces)
        stops = self.t("notes.stops", time=self._time(sheet.ends))
        fits = left.cell_length + len(stops) + 2 <= self.room
        return spread(left, Content.styled(stops if fits else "", "$quiet"), self.room)

    def _pace(self, behind: int) -> tuple[str, str]:
        if abs(behind) <= 1:
            return self.t("notes.pace.on_time"), "$quiet"
        if behind > 0:
            return self.t("notes.pace.behind", n=behind), "bold $alarm"
        return self.t("notes.pace.ahead", n=-behind), "bold $accent"

    def _time(self, moment: time) -> str:
        return say_clock(moment, self.t.language)

    def _notes(self, sheet: NotesSheet, room: int) -> list[list[Content]]:
        nothing = not (sheet.notes or sheet.watch or sheet.outcome)
        parts = [broken(Content.styled(self.t("notes.nothing"), "$quiet"), room)] if nothing else []
        parts += [_in_lines(Content(sheet.notes), room)] if sheet.notes else []
        for name, text in (("watch", sheet.watch), ("outcome", sheet.outcome)):
            if text:
                said = Content.assemble((self.t(f"notes.{name}"), "bold $accent"), " ", text)
                parts.append(_in_lines(said, room))
        return parts

    def _around(self, sheet: NotesSheet, room: int) -> list[list[Content]]:
        """Give what was parked, and who is here."""
        people = list(sheet.people)
        if sheet.listeners:
            people.append(self.t("notes.listeners", n=sheet.listeners))
        here = self._heading(self.t("notes.here", n=sheet.present), people, room)
        parked = self._heading(self.t("notes.parked", n=len(sheet.parked)), sheet.parked, room)
        return [each for each, there in ((parked, sheet.parked), (here, people)) if there]

    def _coming(self, sheet: NotesSheet, room: int) -> list[Content]:
        steps = [self.t("notes.step", title=step.title, n=step.minutes) for step in sheet.coming]
        if not steps and sheet.number:
            steps = [self.t("notes.closing")]
        return self._heading(self.t("notes.coming"), steps, room) if steps else []

    def _heading(self, heading: str, lines: Sequence[str], room: int) -> list[Content]:
        """Give lines under a heading, each with a dash."""
        rows = [row for line in lines for row in hanging(Content("– "), broken(Content(line), room - 2))]
        return [Content.styled(heading, "bold $accent"), *rows]

    def _foot(self, sheet: NotesSheet, said: str) -> list[Content]:
        rows = self._said(said)
        if not rows and self.width < WIDE:
            rows = [self._next(sheet), self._counts(sheet)]
        blank = [Content("")] if self.tall else []
        return [*blank, *self._indented(rows), self._key_bar()]

    def _next(self, sheet: NotesSheet) -> Content:
        if not sheet.number:
            return Content("")
        step = sheet.coming[0] if sheet.coming else None
        then = self.t("notes.step", title=step.title, n=step.minutes) if step else self.t("notes.closing")
        said = Content.assemble((self.t("notes.then"), "bold $accent"), " ", then)
        return said.truncate(self.room, ellipsis=True)

    def _counts(self, sheet: NotesSheet) -> Content:
        """Say who is here and how much was parked; per perspective where that fits."""
        present = self.t("notes.present", n=sheet.present) if sheet.present else self.t("notes.uncounted")
        parked = [self.t("notes.waiting_lines", n=len(sheet.parked))] if sheet.parked else []
        rows = [" · ".join([", ".join(sheet.people), *parked]), " · ".join([present, *parked])]
        said = rows[0] if sheet.people and cell_len(rows[0]) <= self.room else rows[1]
        return Content.styled(said, "$quiet").truncate(self.room, ellipsis=True)

    # -- without one

    def sentence(self, sentence: str) -> list[Content]:
        """Give the rows of a window in which there is only something to say."""
        head = [Content.styled(self.t("notes.heading"), "bold")]
        rows = [*self._indented(head), self._rule(), Content("")]
        rows += self._indented(broken(Content(sentence), min(self.room, READABLE)))
        blank = max(self.height - 1 - len(rows), 0)
        return [*rows[: self.height - 1], *[Content("")] * blank, self._key_bar("theme", "leave")]

    def too_small(self) -> list[Content]:
        """Give the rows of a window in which nothing fits."""
        width, height = SMALLEST_ROOM
        return broken(Content(self.t("notes.too_small", width=width, height=height)), max(self.width, 1))

    # -- rows

    def _said(self, said: str) -> list[Content]:
        rows = broken(Content.styled(harmless(said), "bold $accent"), self.room) if said else []
        return rows[:MOST_SAID]

    def _fitted(self, make: Callable[[int], list[list[Content]]], room: int, free: int) -> list[Content]:
        """Give parts under each other; where they have to scroll, with room for an arrow at the end."""
        rows = self._stack(make(room))
        return rows if len(rows) <= free else self._stack(make(room - MORE))

    def _stack(self, parts: Sequence[list[Content]]) -> list[Content]:
        """Put parts under each other, with a blank row between."""
        rows: list[Content] = []
        for part in parts:
            if part:
                rows += [Content(""), *part] if rows else part
        return rows

    def _shown(self, rows: list[Content], first: int, count: int, room: int) -> list[Content]:
        """Give so many rows, with an arrow at the end of the first and the last where there is more."""
        shown = rows[first : first + count]
        shown += [Content("")] * (count - len(shown))
        below = first + count < len(rows)
        return with_arrows(shown, room, "bold $accent", above=first > 0, below=below)

    def _indented(self, rows: Sequence[Content]) -> list[Content]:
        return [Content.assemble(" " * self.margin, row) for row in rows]

    def _rule(self) -> Content:
        return Content.styled("─" * self.width, "$rule")

    def _key_bar(self, *names: str) -> Content:
        """Give the keys, as many as fit."""
        row = Content(" ")
        for name in names or KEYS:
            key, label = self.t(f"notes.keys.{name}"), self.t(f"notes.action.{name}")
            item = Content.assemble((key, "bold $bar-key on $bar"), (f" {label}", "$bar-ink on $bar"))
            if row.cell_length + item.cell_length + 2 <= self.width:
                row = Content.assemble(row, item, "  ")
        return row.truncate(self.width, pad=True).stylize_before("on $bar")


def _in_lines(text: Content, room: int) -> list[Content]:
    """Give a text of several lines in rows of at most so many cells."""
    return [row for line in text.split("\n", allow_blank=True) for row in broken(line, room)]
