"""A line of text that is being typed: wrapped, so that the room can always read all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from facilitator.line_breaks import rows
from facilitator.text import clean, harmless
from facilitator.ui.kit.told_line import ToldLine

LONGEST: Final = 300
"""Characters of a text, unless a field says otherwise."""


class Field(Widget):
    """A label and a text with a cursor. Keys reach it through ``take``; it never has Textual's focus."""

    can_focus = False

    def __init__(
        self,
        name: str,
        label: str = "",
        value: str = "",
        *,
        hint: str = "",
        limit: int = LONGEST,
        label_width: int = 0,
        numbers: bool = False,
    ) -> None:
        super().__init__(name=name, classes="field")
        self.label = label
        self.hint = hint
        self.limit = limit
        self.numbers = numbers
        """Whether a number alone is an answer to it; elsewhere one is asked about before it is kept."""
        self.finds = False
        """Whether what is typed only finds a line of a list, which is chosen after that."""
        self.label_width = max(label_width, cell_len(label) + 2 if label else 0)
        self.text = value
        self.cursor = len(value)
        self.active = False
        self.resting = False
        """Whether nothing is typed in any field of its view: what stands there looks settled then."""
        self.kept: str | None = None
        """How it stands in the session; None: nowhere."""
        self.restored = False
        """Whether it was typed before the group came here."""
        self.mark = ""
        self.suggested = False
        """Whether the app filled it in: the first character that is typed then takes its place."""
        self.left_out = 0
        """Characters of the last key or paste that there was no room for."""
        self._before: list[tuple[str, int]] = []

    # -- what can be done to it

    def activate(self, *, active: bool, resting: bool = False) -> None:
        self.active, self.resting = active, resting
        self.set_class(active, "-active")
        self.refresh(layout=True)

    def begin(self, kept: str | None, draft: str = "", mark: str = "") -> None:
        """Show what was being typed, with a mark, or what is in the session; taking back begins here."""
        self.clear()
        self.kept, self.mark = kept, mark
        self.text = harmless(draft).replace("\n", " ") or kept or ""
        self.cursor = len(self.text)
        self.restored = bool(draft)
        self.refresh(layout=True)

    def suggest(self, text: str) -> None:
        """Fill it in beforehand; the first character that is typed takes the place of it."""
        self.put(text)
        self.suggested = bool(text)

    def hear(self, kept: str) -> None:
        """Hear how it stands in the session now. What is being typed stays."""
        if kept == self.kept:
            return
        typing, self.kept = self.unconfirmed, kept
        if not typing:
            self.begin(kept, mark=self.mark)
        elif not self.unconfirmed:
            self.restored = False
            self.refresh(layout=True)

    def put(self, text: str) -> None:
        """Replace the text; what was there can be taken back with Ctrl+Z."""
        self._remember()
        self.text, self.cursor = text[: self.limit], min(len(text), self.limit)
        self.refresh(layout=True)

    def clear(self) -> None:
        self._before = []
        self.text, self.cursor = "", 0
        self.restored = self.suggested = False
        self.refresh(layout=True)

    @property
    def value(self) -> str:
        """The text as it may be kept."""
        return clean(self.text)

    @property
    def unconfirmed(self) -> bool:
        """Whether someone typed what is not in the session."""
        return not self.suggested and self.value != clean(self.kept or "")

    @property
    def draft(self) -> str:
        """The text that has to be there when the group comes back; empty when all is in the session."""
        return self.text if self.unconfirmed and self.value else ""

    @property
    def marked(self) -> bool:
        """Whether the room might take it for settled, and it is not."""
        return self.unconfirmed and (self.restored or (self.resting and self.kept is not None))

    @property
    def can_take_back(self) -> bool:
        return bool(self._before)

    def take_back(self) -> None:
        """Give back the text before the last change."""
        self.left_out = 0
        if self._before:
            self.text, self.cursor = self._before.pop()
            self.refresh(layout=True)

    def paste(self, text: str) -> None:
        self._insert(clean(text))

    def take(self, key: str, character: str | None) -> bool:
        """Let a key act on the text; tell whether it did."""
        self.left_out = 0
        if character is not None and character.isprintable() and not key.startswith(("ctrl+", "alt+")):
            self._insert(character)
            return True
        edit = _EDITS.get(key)
        if edit is None or (not self.text and key in {"left", "right"}):
            return False  # in an empty line an arrow has nowhere to go: it is the view's
        text, cursor = edit(self.text, self.cursor)
        self.suggested = False
        if text != self.text:
            self._remember()
            self.text, self.cursor = text, cursor
            self.refresh(layout=True)
        elif cursor != self.cursor:
            self.cursor = cursor
            self.refresh(layout=True)
        return True

    def _insert(self, added: str) -> None:
        replaced, self.suggested = self.suggested, False
        if replaced:
            self._remember()
            self.text, self.cursor = "", 0
        room = max(self.limit - len(self.text), 0)
        self.left_out = len(added[room:])
        added = added[:room]
        if not added:
            return
        if not replaced and (len(added) > 1 or self.text[: self.cursor][-1:] in {"", " "}):
            self._remember()  # one step back takes back a word, not a letter
        self.text = self.text[: self.cursor] + added + self.text[self.cursor :]
        self.cursor += len(added)
        self.refresh(layout=True)

    def _remember(self) -> None:
        self._before = [*self._before[-50:], (self.text, self.cursor)]

    def on_resize(self) -> None:
        """Stay in sight where what is typed takes another row."""
        if self.active:
            self.scroll_visible(animate=False)

    # -- how it looks

    def echo(self) -> str:
        """Give what the app makes of the text, such as a date in words: it stands behind what says less."""
        return ""

    @property
    def called(self) -> str:
        """What stands before it: its label, or the number of the line; empty for a mark that says nothing."""
        label = self.label.strip().removesuffix(":")
        return label if any(char.isalnum() for char in label) else ""

    def stands(self) -> str:
        """Give the text with what the app makes of it, as it is read aloud; empty when there is none."""
        echo, mark = self.echo(), self.mark if self.marked else ""
        parts = ["" if echo.startswith(self.value.replace(":", ".")) else self.value, echo, mark]
        return ", ".join(part for part in parts if part) if self.value else ""

    def told(self) -> Sequence[ToldLine]:
        said = self.stands() or self.hint
        if not said:
            return [ToldLine(self.called, typed=self.active, mark="empty")] if self.called else []
        return [ToldLine(f"{self.called}: {said}" if self.called else said, typed=self.active)]

    def _text_width(self, width: int) -> int:
        return max(width - self.label_width - 1, 8)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        shown = self._shown()
        return len(rows(shown, self._text_width(width)))

    @property
    def cursor_row(self) -> int:
        """The row that the cursor is in, from 0."""
        ends = [end for _, end in rows(self._shown(), self._text_width(self.size.width))]
        return sum(end <= self.cursor for end in ends[:-1])

    def _shown(self) -> str:
        if self.active and not self.text:
            return f" {self.hint}"
        text = clean(self.text) if not self.active else self.text
        shown = f"{text} " if self.active else text
        if (echo := self.echo()) and echo != self.value:
            shown = f"{shown}  {echo}"
        mark = f"  {self.mark}" if self.marked and self.mark else ""
        return f"{shown or self.hint}{mark}"

    def render(self) -> Content:
        shown = self._shown()
        pieces: list[Content] = []
        text_end = len(self.text) + (1 if self.active else 0)
        empty = not self.text and not self.active
        for number, (start, end) in enumerate(rows(shown, self._text_width(self.size.width))):
            label = self.label if number == 0 else ""
            blank = " " * (self.label_width - cell_len(label))
            row = Content.assemble(
                (label, "$label"), blank, self._row(shown, start, end, text_end, empty=empty)
            )
            pieces.append(row)
        return Content("\n").join(pieces)

    def _row(self, shown: str, start: int, end: int, text_end: int, *, empty: bool) -> Content:
        row = Content(shown[start:end])
        if empty:
            return row.stylize("$quiet")
        if end > text_end:
            row = row.stylize("$accent" if self.text else "$quiet", max(text_end - start, 0), end - start)
        if self.active and start <= self.cursor < end:
            at = self.cursor - start
            row = row.stylize("$cursor-text on $cursor", at, at + 1)
        return row


def _word_left(text: str, cursor: int) -> int:
    while cursor and text[cursor - 1] == " ":
        cursor -= 1
    while cursor and text[cursor - 1] != " ":
        cursor -= 1
    return cursor


def _word_right(text: str, cursor: int) -> int:
    while cursor < len(text) and text[cursor] == " ":
        cursor += 1
    while cursor < len(text) and text[cursor] != " ":
        cursor += 1
    return cursor


def _delete_word(text: str, cursor: int) -> tuple[str, int]:
    start = _word_left(text, cursor)
    return text[:start] + text[cursor:], start


_EDITS: Final[dict[str, Callable[[str, int], tuple[str, int]]]] = {
    "left": lambda text, at: (text, max(at - 1, 0)),
    "right": lambda text, at: (text, min(at + 1, len(text))),
    "home": lambda text, _at: (text, 0),
    "end": lambda text, _at: (text, len(text)),
    "ctrl+a": lambda text, _at: (text, 0),
    "ctrl+e": lambda text, _at: (text, len(text)),
    "ctrl+left": lambda text, at: (text, _word_left(text, at)),
    "ctrl+right": lambda text, at: (text, _word_right(text, at)),
    "backspace": lambda text, at: (text[: max(at - 1, 0)] + text[at:], max(at - 1, 0)),
    "delete": lambda text, at: (text[:at] + text[at + 1 :], at),
    "ctrl+w": _delete_word,
    "ctrl+u": lambda text, at: (text[at:], 0),
    "ctrl+k": lambda text, at: (text[:at], at),
}
