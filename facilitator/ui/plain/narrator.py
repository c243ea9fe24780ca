"""Says what is on the stage: a page that is new as a whole, of a page that was told only what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from facilitator.ui.app.stage import Stage
from facilitator.ui.kit.view import View
from facilitator.ui.plain.speech import Speech
from facilitator.ui.plain.told_page import ToldPage


@dataclass(frozen=True)
class KnownWords:
    """What was said of what can be done."""

    enter: str = ""
    words: frozenset[str] = frozenset()


class Narrator:
    """Knows what was said already."""

    def __init__(self, stage: Stage, speech: Speech) -> None:
        self.stage = stage
        self.speech = speech
        self.t = speech.t
        self._told: WeakKeyDictionary[View, ToldPage] = WeakKeyDictionary()
        """How each view stood when it was told last."""
        self._last: ToldPage | None = None
        self._room: object = None
        """Home or a session: where what can be done everywhere was said."""
        self._known: dict[bool, KnownWords] = {}
        """What was said of what can be done, while a field is open and while none is."""

    def tell(self, said: Sequence[str] = (), *, whole: bool = False, pointing: bool = False) -> None:
        """Say what came of a line: first what was ``said`` of it, last what can be typed now.

        ``whole``: all of the page, also what was told; ``pointing``: the line that is pointed at in any case.
        """
        view = self.stage.view
        if view is None:
            return
        page, before, known = ToldPage.of(self.stage), self._last, self._told.get(view)
        if whole or before is None or known is None or known.name != page.name:
            self._tell_whole(page, None if whole else before, said)
        elif before.name != page.name:
            self._tell_return(page, before, known, said)
        else:
            self._tell_change(page, before, said, pointing=pointing)
        self._last = self._told[view] = page
        self.speech.say(self.speech.field(self.stage))
        self._tell_actions(other=before is None or before.name != page.name, whole=whole)

    def tell_meanwhile(self) -> None:
        """Say what changed by itself: minutes of a clock, what the disk says, that agreements wait."""
        view, before = self.stage.view, self._last
        if before is None or view is None:
            return
        page = ToldPage.of(self.stage)
        if page.name == before.name:
            alarm = page.alarm if page.alarm != before.alarm else ""
            new = map(self.speech.line, page.new_since(before))
            self.speech.say(alarm, page.news_since(before), *new)
            self._last = self._told[view] = page

    # -- pages

    def _tell_whole(self, page: ToldPage, before: ToldPage | None, said: Sequence[str]) -> None:
        self.speech.say(*said)
        self.speech.say_head(page, before)
        self.speech.say_lines(page.lines)
        if self.stage.view is not None and self.stage.view.answers_left is not None:
            self.speech.say(self.t("plain.ballots"))
        if page.news not in said:
            self.speech.say(page.news)
        if before is None or page.aside != before.aside:
            self.speech.say(page.aside)

    def _tell_return(self, page: ToldPage, before: ToldPage, known: ToldPage, said: Sequence[str]) -> None:
        """Say where we are back, and what changed there meanwhile."""
        self.speech.say(*said)
        self.speech.say_head(page, before)
        self.speech.say_lines(page.new_since(known))
        self.speech.say(self.t("plain.as_before"))

    def _tell_change(self, page: ToldPage, before: ToldPage, said: Sequence[str], *, pointing: bool) -> None:
        news = [page.news] if page.news != before.news and page.news not in said else []
        alarm = [page.alarm] if page.alarm != before.alarm else []
        place = [part for part in page.head if part not in before.head]
        new = page.new_since(before)
        told = [*said, *news, *alarm, *place, *map(self.speech.line, new)]
        pointed = page.pointed
        if pointed is not None and pointed not in new and (pointed != before.pointed or pointing):
            told.append(self.speech.line(pointed))
        if not new and not said:
            told += [self.t("plain.gone", text=line.text) for line in page.gone_since(before)]
        if page.aside != before.aside:
            told.append(page.aside)
        if not told and self.stage.field is None:
            told = [self.t("plain.nothing_new")]
        self.speech.say(*told)

    def _tell_actions(self, *, other: bool, whole: bool) -> None:
        """Say what can be done, in so far as it is not known: on an ``other`` page all that is of that page.

        What can be done everywhere is said once, at home and in a session.
        """
        room, typing = self.stage.bars, self.stage.field is not None
        everywhere = whole or self._room is not room
        if everywhere:
            self._room, self._known = room, {}
        enter, words = self.speech.enter(self.stage), self.speech.words(self.stage, everywhere=everywhere)
        known = self._known.get(typing, KnownWords())
        if other and not set(words) <= known.words:
            known = KnownWords()
        new = [word for word in words if word not in known.words]
        said = [enter if enter != known.enter else ""]
        said.append(self.t("plain.also", words=", ".join(new)) if new else "")
        self.speech.say(" ".join(part for part in said if part))
        self._known[typing] = KnownWords(enter, known.words | set(words))
