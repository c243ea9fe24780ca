"""What stands on the stage now, as lines, with what of it is new since it was told before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from textual.widget import Widget

from facilitator.ui.app.stage import Stage
from facilitator.ui.kit.told_line import Telling, ToldLine
from facilitator.ui.kit.view import DeskView, View


@dataclass(frozen=True)
class ToldPage:
    """All that the stage shows, but for the keys."""

    name: tuple[int, str]
    """Which view it is, and which page of it."""
    head: Sequence[str]
    """What this is, and where the group is in it."""
    alarm: str
    lines: Sequence[ToldLine]
    news: str
    """What is said quietly above the keys."""
    aside: str
    """What always stands there, such as when we stop."""

    @classmethod
    def of(cls, stage: Stage) -> ToldPage:
        """Read the stage."""
        view, title, status = stage.view, stage.title_bar, stage.status_line
        page = view.draft_key if isinstance(view, DeskView) else ""
        return cls(
            name=(id(view), page),
            head=[part for part in (title.left.replace(" · ", ", "), title.right) if part],
            alarm=title.alarm,
            lines=_numbered(list(_told(view)) if view else [], stage),
            news=status.left,
            aside=status.right,
        )

    @property
    def choosable(self) -> list[ToldLine]:
        """The lines in which can be pointed."""
        return [line for line in self.lines if line.choosable]

    @property
    def pointed(self) -> ToldLine | None:
        """The line that is pointed at, where there is one."""
        return next((line for line in self.lines if line.pointed), None)

    def new_since(self, before: ToldPage) -> list[ToldLine]:
        """Give the lines that were not told before, whatever number stands before them now."""
        there = Counter(_same(line) for line in before.lines)
        found: list[ToldLine] = []
        for line in self.lines:
            if there[_same(line)]:
                there[_same(line)] -= 1
            elif not line.typed:
                found.append(line)
        return found

    def gone_since(self, before: ToldPage) -> list[ToldLine]:
        """Give the lines of a list that were told before and are not there any more."""
        return [line for line in before.new_since(self) if line.choosable]

    def news_since(self, before: ToldPage) -> str:
        """Give what is said by itself when it is another sentence, rather than the same a minute later."""
        same = re.sub(r"\d+", "", self.news) == re.sub(r"\d+", "", before.news)
        return "" if same else self.news


def _same(line: ToldLine) -> tuple[str, str]:
    return line.text, line.mark


def _told(widget: Widget) -> Iterator[ToldLine]:
    """Give what a widget and those in it say, from top to bottom."""
    for child in widget.children:
        if not child.display:
            continue
        if isinstance(child, Telling):
            yield from child.told()
        else:
            yield from _told(child)


def _numbered(lines: Sequence[ToldLine], stage: Stage) -> list[ToldLine]:
    """Give lines of a list a number to point with, where no digit means something else here."""
    own = any(line.choosable and line.number for line in lines)
    if own or not _digits_are_free(stage):
        return list(lines)
    found: list[ToldLine] = []
    count = 0
    for line in lines:
        count += line.choosable
        found.append(replace(line, number=str(count)) if line.choosable else line)
    return found


def _digits_are_free(stage: Stage) -> bool:
    """Tell whether a digit would do nothing by itself: no action wants it, and nobody types text."""
    field, view = stage.field, stage.view
    if field is not None:
        return field.finds
    if view is None or type(view).typed is not View.typed:
        return False
    return not any(action.answers(digit, typing=False) for action in stage.actions() for digit in "123")
