"""How a page is said: sentences in the user's language, one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from facilitator.text import harmless, stopped
from facilitator.ui.app.help_view import named
from facilitator.ui.app.stage import Stage
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.told_line import ToldLine
from facilitator.ui.plain.key_words import KeyWords
from facilitator.ui.plain.told_page import ToldPage
from facilitator.words import Words

UNSAID: Final = frozenset({"theme", "digit", "number", "palette", "help"})
"""Actions that have no word here: there are no colours, digits are typed as they are, and help is ours."""


def offered(stage: Stage) -> list[Action]:
    """Give the actions that can be asked for by a word, each once, the most important first."""
    ranked = sorted(stage.actions(), key=lambda action: action.rank or 99)
    return [action for action in named(ranked) if action.name not in UNSAID]


class Speech:
    """Says lines. What cannot be written because nobody reads any more is not said."""

    def __init__(self, t: Words, write: Callable[[str], None]) -> None:
        self.t = t
        self.keys = KeyWords(t)
        self.write = write

    def say(self, *sentences: str) -> None:
        """Say sentences, each on a line of its own."""
        for sentence in sentences:
            for row in sentence.split("\n"):
                if row.strip():
                    self.write(harmless(self.keys.readable(row.strip())))

    # -- pages

    def say_head(self, page: ToldPage, before: ToldPage | None) -> None:
        """Say where we are; what this all is only when that changed."""
        head = list(page.head)
        if before is not None:
            head = [part for part in head if part not in before.head]
        self.write("")
        self.say(page.alarm, " ".join(stopped(part[:1].upper() + part[1:]) for part in head))

    def say_lines(self, lines: Sequence[ToldLine]) -> None:
        self.say(*(self.line(line) for line in lines if not line.typed))

    def line(self, line: ToldLine) -> str:
        """Give a line with its number, and with what colour or a sign says on a screen."""
        text = line.text
        mark = self.t(f"plain.mark.{line.mark}") if line.mark else ""
        if mark and mark not in text:
            text = f"{text} ({mark})"
        if line.pointed:
            text = self.t("plain.pointed", text=text)
        return f"{line.number}. {text}" if line.number else text

    # -- what can be done

    def field(self, stage: Stage) -> str:
        """Say in which field the next line comes, and what stands there; empty where none is open."""
        field = stage.field
        if field is None:
            return ""
        called = field.called
        asked = self.t("plain.field.number", number=called) if called.isdecimal() else called
        said = [stopped(self.t("plain.field.named", label=asked)) if asked else self.t("plain.field.text")]
        if asked.endswith("?"):
            said = [asked]
        if stands := field.stands():
            said.append(self.t("plain.field.stands", text=stopped(stands)))
        elif field.hint:
            said.append(stopped(field.hint[:1].upper() + field.hint[1:]))
        return " ".join(said)

    def actions(self, stage: Stage, *, everywhere: bool) -> str:
        """Say what Enter does and which words there are, as far as the key bar names them.

        ``everywhere``: also what can be done wherever one is.
        """
        common = {action.name for action in stage.common_actions()} if not everywhere else set()
        found = offered(stage)
        enter = next((action for action in found if "enter" in action.keys), None)
        typing = stage.field is not None
        said = []
        if enter is not None:
            key = "plain.enter_typing" if typing else "plain.enter"
            said.append(self.t(key, label=enter.label(self.t)))
        words = [
            self._word(action, typing=typing)
            for action in found
            if action.rank and action is not enter and action.name not in common
        ]
        words.append(self._prefixed(self.t("plain.word.help"), typing=typing))
        said.append(self.t("plain.also", words=", ".join(words)))
        return " ".join(said)

    def _word(self, action: Action, *, typing: bool) -> str:
        label = action.label(self.t)
        if action.shown:
            return self.t("plain.by_digits", label=label, keys=action.shown)
        return self._prefixed(label, typing=typing)

    def _prefixed(self, word: str, *, typing: bool) -> str:
        return f"/{word}" if typing else word

    def say_help(self, stage: Stage) -> None:
        """Say how typing works, and all that can be done here with its words and its keys."""
        view = stage.view
        self.write("")
        self.say(view.help_text() if view else "", *self.t.lines("plain.how"))
        if stage.field is not None:
            self.say(*self.t.lines("plain.how_typing"))
        for action in offered(stage):
            keys = f" {self.t('kit.or')} ".join(self.keys.said(key) for key in action.keys[:2])
            self.say(f"{action.label(self.t)} ({action.shown or keys}): {action.help(self.t)}")
        for word in ("read", "help"):
            self.say(f"{self.t(f'plain.word.{word}')}: {self.t(f'plain.help.{word}')}")
