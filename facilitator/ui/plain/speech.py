"""How a page is said: sentences in the user's language, one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from facilitator.text import harmless, stopped
from facilitator.ui.app.stage import Stage
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.told_line import ToldLine
from facilitator.ui.plain.action_words import offered
from facilitator.ui.plain.key_words import KeyWords
from facilitator.ui.plain.told_page import ToldPage
from facilitator.words import Words


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
        if line.mark == "empty":
            text = f"{text}: {mark}"
        elif line.mark == "differs":
            text = f"{mark}: {text}"
        elif mark and mark not in text:
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

    def enter(self, stage: Stage) -> str:
        """Say what Enter does; empty where it does nothing."""
        found = next((action for action in offered(stage) if "enter" in action.keys), None)
        if found is None:
            return ""
        key = "plain.enter" if stage.field is None else "plain.enter_typing"
        return self.t(key, label=found.label(self.t))

    def words(self, stage: Stage, *, everywhere: bool) -> list[str]:
        """Give the words of the key bar beside Enter's; ``everywhere``: also those of every page."""
        common = set() if everywhere else {action.name for action in stage.common_actions()}
        found = offered(stage)
        labels = Counter(action.label(self.t) for action in found)
        named_here = [
            action
            for action in found
            if action.rank and action.name not in common and "enter" not in action.keys
        ]
        typing = stage.field is not None
        words = [
            self._word(each, typing=typing, alone=labels[each.label(self.t)] == 1) for each in named_here
        ]
        return [*words, self._prefixed(self.t("plain.word.help"), typing=typing)]

    def told_apart(self, actions: Sequence[Action]) -> str:
        """Give actions by words that tell them apart, or by their keys where they are called the same."""
        labels = Counter(action.label(self.t) for action in actions)
        words = [self._word(each, typing=False, alone=labels[each.label(self.t)] == 1) for each in actions]
        return f" {self.t('kit.or')} ".join(words)

    def _word(self, action: Action, *, typing: bool, alone: bool) -> str:
        label = action.label(self.t)
        if action.shown or not alone:
            return self.t("plain.by_key", label=label, key=action.shown or self.keys.said(action.keys[0]))
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
