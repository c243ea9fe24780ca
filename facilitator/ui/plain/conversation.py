"""A typed line in, what it asks for done by the actions and keys of the app, and sentences out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from textual.driver import Driver
from textual.events import Paste

from facilitator.text import folded
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.told_line import ToldLine
from facilitator.ui.plain.action_words import ENOUGH, called, held_back, offered
from facilitator.ui.plain.narrator import Narrator
from facilitator.ui.plain.speech import Speech
from facilitator.ui.plain.told_page import ToldPage
from facilitator.ui.terminal.echo import Echo
from facilitator.ui.terminal.exit_codes import TERMINATED
from facilitator.ui.terminal.plain_driver import PlainDriver
from facilitator.words import Words

PREFIX: Final = "/"
"""Before a word that is no text while a field is open; speech reads it aloud, other than a full stop."""
SENTENCE: Final = 3
"""Words that are rather a text than the name of an action."""
LOOK: Final = 1.0
"""Seconds between two looks at what changed by itself."""


class Conversation:
    """The app as a talk. Of what is typed nothing is said back: among it may be somebody's answers."""

    driver: type[Driver] = PlainDriver
    size = (200, 200)
    """A screen on which all is told that is told on any."""

    def __init__(self, app: FacilitatorApp, t: Words) -> None:
        self.app = app
        self.t = t
        self.speech = Speech(t, self._write)
        self.narrator = Narrator(app.stage, self.speech)
        self.echo = Echo(sys.__stdin__)
        self._heard: list[str] = []
        """What was said quietly while a line was carried out."""
        self._asked: tuple[int, str] | None = None
        """The field and the text that were typed in it last, of which may have been asked what was meant."""
        self._pointing = False
        """Whether the line asked for another line to be pointed at."""
        self._at_work = False
        """Whether a line is being carried out: what the page shows then may be half of it."""

    def _write(self, row: str) -> None:
        out = sys.__stdout__
        try:
            if out is not None:
                out.write(row + "\n")
                out.flush()
        except (OSError, ValueError):  # who listened has gone
            self.app.leave(TERMINATED)

    # -- turns

    async def begin(self) -> None:
        """Say how it works and where we are, and look from now on what changes by itself."""
        self.speech.say(self.t("plain.welcome"))
        self.narrator.tell()
        self.app.set_interval(LOOK, self._look)

    async def hear(self, line: str) -> None:
        self._heard, self._pointing, self._at_work = [], False, True
        try:
            answer = await self._do(line.strip())
        finally:
            self._at_work = False
        if answer is not None and not self.app.leaving:
            self._show_typing()
            said = [each for each in [answer, *self._heard] if each]
            self.narrator.tell(said, pointing=self._pointing)

    def end(self) -> None:
        """Give the terminal back as it was."""
        self.echo.put(on=True)

    def _look(self) -> None:
        if not (self.app.leaving or self._at_work):
            self.narrator.tell_meanwhile()

    def _show_typing(self) -> None:
        """Let the terminal show what is typed, but for ballots."""
        stage = self.app.stage
        secret = stage.view is not None and stage.view.answers_left is not None
        self.echo.put(on=not secret or stage.field is not None)

    # -- what a line asks for

    async def _do(self, line: str) -> str | None:
        """Carry a line out; give what there is to say of it, or None when all is said."""
        field = self.app.stage.field
        if field is not None and not line.startswith(PREFIX):
            return await self._type(field, line)
        if field is not None and line.startswith(2 * PREFIX):
            return await self._type(field, line.removeprefix(PREFIX))
        word = line.removeprefix(PREFIX).strip()
        if self._asks_help(line, word):
            self.speech.say_help(self.app.stage)
            return None
        if folded(word) in self.t.lines("plain.asks_read"):
            self.narrator.tell(whole=True)
            return None
        if not word:
            await self._press("enter")
            return ""
        if set(word) <= set("0123456789? "):
            return await self._digits(word.replace(" ", ""))
        return await self._word(word)

    def _asks_help(self, line: str, word: str) -> bool:
        """Tell whether help is asked for; among ballots a question mark is an answer."""
        view = self.app.stage.view
        mark = word == "?" and (view is None or view.answers_left is None)
        return line == PREFIX or mark or folded(word) in {*self.t.lines("plain.asks_help"), "f1"}

    async def _type(self, field: Field, text: str) -> str:
        """Let a line be the text of the field, and keep it as Enter does; an empty one is Enter alone."""
        if field.finds and text.isdecimal() and await self._point_number(text):
            return ""
        if text:
            if self._might_be_word(field, text):
                return self.t("plain.word_or_text", word=folded(text))
            if field.text and not field.suggested:
                await self._press("ctrl+e")
                await self._press("ctrl+u")
            await self.app.keyboard.paste(Paste(text))
            self._hear()
            if field.left_out or field.finds:
                return ""
        await self._press("enter")
        return ""

    def _might_be_word(self, field: Field, text: str) -> bool:
        """Tell whether a text may be meant as a word that does something; the second time it is the text."""
        asked, self._asked = self._asked, (id(field), text)
        words = {*self.t.lines("plain.asks_help"), *self.t.lines("plain.asks_read")}
        actions = [*offered(self.app.stage), *self.app.stage.common_actions()]
        words |= {folded(action.label(self.t)) for action in actions}
        words |= {folded(self.t(f"kit.action.{name}")) for name in ("on", "back")}
        return folded(text) in words and asked != self._asked

    async def _word(self, word: str) -> str:
        found = called(self.app.stage, word, self.t)
        key = self.speech.keys.key(word)
        if len(found) > 1:
            return self.t("plain.which", words=self.speech.told_apart(found))
        if found:
            await self.app.keyboard.carry_out(found[0])
            self._hear()
        elif key and self._is_wanted(key):
            await self._press(key)
        elif guarded := held_back(self.app.stage, word, self.t):
            await self._press(guarded.keys[0])
        elif not await self._point_words(word):
            return self._unknown(word)
        return ""

    def _unknown(self, word: str) -> str:
        if self.app.stage.field is not None:
            return self.t("plain.unknown_typing")
        return self.t("plain.unknown" if len(word.split()) < SENTENCE else "plain.unknown_text")

    async def _digits(self, digits: str) -> str:
        """Press digits one by one; where they are answers all of a line, or nothing of it."""
        view = self.app.stage.view
        if view is None or await self._point_number(digits):
            return ""
        if view.answers_left is not None and len(digits) > view.answers_left:
            return self.t("plain.too_many", n=view.answers_left)
        keys = ["question_mark" if digit == "?" else digit for digit in digits]
        if not all(map(self._is_wanted, keys)):
            return self.t("plain.unknown")
        view.begin_number()
        for key in keys:
            await self._press(key)
        return ""

    # -- keys

    def _is_wanted(self, key: str) -> bool:
        typing = self.app.stage.field is not None
        return any(action.answers(key, typing=typing) for action in self.app.stage.actions())

    async def _press(self, key: str) -> None:
        await self.app.keyboard.press_named(key)
        self._hear()

    def _hear(self) -> None:
        said = self.app.stage.said
        if said and said not in self._heard:
            self._heard.append(said)

    # -- pointing

    def _lines(self) -> list[ToldLine]:
        """The lines in which can be pointed; of a page that is drawn all, since any of them may be one."""
        lines = ToldPage.of(self.app.stage).lines
        drawn = any(line.pointed and not line.choosable for line in lines)
        return [line for line in lines if line.choosable or drawn]

    async def _point_number(self, number: str) -> bool:
        """Point at the line that has this number before it; tell whether there is one."""
        return await self._point(
            [line for line in self._lines() if line.number == number and not line.at_once]
        )

    async def _point_words(self, words: str) -> bool:
        """Point at the only line that has these words; a number behind them is typed there."""
        first, _, last = words.rpartition(" ")
        found = _with_words(self._lines(), words)
        if found or not last.isdecimal():
            return await self._point(found)
        if not await self._point(_with_words(self._lines(), first)):
            return False
        await self._digits(last)
        return True

    async def _point(self, found: Sequence[ToldLine]) -> bool:
        """Point up or down until a line is reached, as the arrows do; tell whether there is one such line."""
        if len(found) != 1:
            return False
        self._pointing = True
        view, wanted = self.app.stage.view, (found[0].number, found[0].text)
        for _ in range(len(self._lines()) + 1):
            lines = self._lines()
            at = next((index for index, line in enumerate(lines) if line.pointed), -1)
            to = next((index for index, line in enumerate(lines) if (line.number, line.text) == wanted), -1)
            key = "down" if to > at else "up"
            if to < 0 or at == to or self.app.stage.view is not view or not self._is_wanted(key):
                return at == to
            await self._press(key)
        return False


def _with_words(lines: Sequence[ToldLine], words: str) -> list[ToldLine]:
    """Give the lines that begin with these words; without one those that have them anywhere."""
    said = folded(words)
    if len(said) < ENOUGH:
        return []
    begin = [line for line in lines if folded(line.text).startswith(said)]
    return begin or [line for line in lines if f" {said}" in f" {folded(line.text)}"]
