"""From what a terminal sends to keys and pasted text: what is not understood is left out, never typed.

Textual 8.2.8 types the letters of a sequence that it does not know (issue 6573), lets what stands behind an
escape in pasted text act as keys, and ends the app over a number that is too large. Among ballots a stray
digit would be somebody's answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from typing import Final

from textual import events, messages
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._parser import ParseEOF, ParseTimeout, Peek1, Read1
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.keys import Keys
from textual.message import Message

from facilitator.text import REPLACEMENT

ESC: Final = "\x1b"
LONGEST: Final = 64
"""Characters of a sequence that are kept; none that means something is half as long."""
MOST_PASTED: Final = 20_000
"""Bytes of pasted text that are taken at once; no field takes as many."""
PASTE_PATIENCE: Final = 5.0
"""Seconds of silence after which a paste that was never ended has ended."""

REST_OF_CHARACTER: Final = 1.0
"""Seconds that a character waits for the rest of its bytes."""

_LEADS: Final = "\xc2\xe0\xf0"
"""The first bytes of characters that take two, three and four."""
_PASTE_BEGINS: Final = "\x1b[200~"
_PASTE_ENDS: Final = "\x1b[201~"
_STRINGS: Final = frozenset("]PX^_")
"""What follows an escape where a terminal answers in many words."""

_MOUSE_BEGINS: Final = "\x1b[<"
_MOUSE: Final = re.compile(r"\x1b\[<\d{1,3};\d{1,5};\d{1,5}[Mm]")
_CURSOR: Final = re.compile(r"\x1b\[(\d{1,5});(\d{1,5})R")
_DRAWS_AT_ONCE: Final = frozenset(f"\x1b[?2026;{state}\x24y" for state in range(1, 5))
"""What a terminal answers that can show a whole picture at once."""

Give = Callable[[Message], None]
Reading = Generator[Read1 | Peek1, str, str]
"""Reads characters; gives the one that it read too far, or nothing."""


class TooMuchPasted(events.Paste):
    """More was pasted at once than is taken; nothing of it is."""

    def __init__(self) -> None:
        super().__init__("")


class InputParser(XTermParser):
    """Reads a sequence to its end, as a terminal would, before it looks what it means.

    It is fed bytes, each as the character with its number (Latin-1): a mouse may send some that are no text.
    """

    def parse(self, token_callback: Give) -> Generator[Read1 | Peek1, str, None]:
        """Read characters for ever; give what they mean."""
        again = ""
        while not self.is_eof:
            try:
                character = again or (yield self.read1())
            except ParseEOF:
                return
            again = ""
            if character == ESC:
                again = yield from self._escape(token_callback)
            elif character < "\x80":
                self._give_keys(character, token_callback)
            else:
                again = yield from self._beyond_ascii(character, token_callback)

    def _next(self, patience: float) -> Reading:
        """Read one character; nothing when it does not come in time."""
        try:
            return (yield self.read1(patience))
        except (ParseTimeout, ParseEOF):
            return ""

    def _beyond_ascii(self, first: str, give: Give) -> Reading:
        """Read the other bytes of a character; what is no UTF-8 is a mark."""
        said, follow = first, sum(first >= least for least in _LEADS)
        while len(said) <= follow:
            new = yield from self._next(REST_OF_CHARACTER)
            if not "\x80" <= new <= "\xbf":
                self._give_keys(REPLACEMENT, give)
                return new
            said += new
        self._give_keys(_decoded(said)[:1], give)
        return ""

    def _escape(self, give: Give) -> Reading:
        second = yield from self._next(ESCAPE_DELAY)
        if second in {"", ESC} or second >= "\x80" or (second < " " and second != "\t"):
            give(events.Key("escape", ESC))
            return second
        if second == "[":
            return (yield from self._control(give))
        if second == "O":
            return (yield from self._function_key(give))
        if second in _STRINGS:
            return (yield from self._string(second, give))
        if second != "\\":  # the end of a string that was read already
            self._give_alt(second, give)
        return ""

    def _function_key(self, give: Give) -> Reading:
        """Read on where a function key of old terminals begins, or Alt+O was pressed."""
        third = yield from self._next(ESCAPE_DELAY)
        if third == ESC or (third and self._give_keys(f"{ESC}O{third}", give)):
            return third if third == ESC else ""
        self._give_alt("O", give)
        return third

    def _control(self, give: Give) -> Reading:
        """Read a control sequence up to its last character; a broken one is left out."""
        said = f"{ESC}["
        while True:
            new = yield from self._next(ESCAPE_DELAY)
            if len(said) == 2 and new == "M":
                return (yield from self._old_mouse())
            if len(said) == 2 and new == "[":  # a function key of a Linux console
                said += new
                continue
            if not " " <= new <= "~":
                if not new:
                    self._give_keys(said, give)  # rxvt sends some that do not end as others do
                return new
            if len(said) < LONGEST:
                said += new
            if "@" <= new <= "~" and not (said.startswith(_MOUSE_BEGINS) and new not in "Mmu"):
                break
        if said == _PASTE_BEGINS:
            yield from self._paste(give)
        else:
            self._give_meaning(said, give)
        return ""

    def _old_mouse(self) -> Reading:
        """Pass over the three bytes of a mouse that knows no better, which may be no text."""
        for _ in range(3):
            new = yield from self._next(ESCAPE_DELAY)
            if new < " ":
                return new
        return ""

    def _string(self, second: str, give: Give) -> Reading:
        """Pass over an answer in many words, up to its end."""
        new = yield from self._next(ESCAPE_DELAY)
        if not new:  # Escape and soon after it a letter
            self._give_alt(second, give)
        while new not in {"", "\x07", ESC}:
            new = yield from self._next(ESCAPE_DELAY)
        return ESC if new == ESC else ""

    def _paste(self, give: Give) -> Reading:
        """Read pasted text, in which nothing is a key; of too much nothing is taken."""
        kept: list[str] = []
        end = ""
        read = 0
        while end != _PASTE_ENDS:
            new = yield from self._next(PASTE_PATIENCE)
            if not new:
                break
            end = (end + new)[-len(_PASTE_ENDS) :]
            read += 1
            if read <= MOST_PASTED + len(_PASTE_ENDS):
                kept.append(new)
        text = "".join(kept).removesuffix(_PASTE_ENDS)
        give(TooMuchPasted() if read > MOST_PASTED + len(_PASTE_ENDS) else events.Paste(_decoded(text)))
        return ""

    # -- what it means

    def _give_keys(self, said: str, give: Give, *, alt: bool = False) -> bool:
        """Give the keys that a sequence or a character stands for; tell whether it is known at all."""
        try:
            keys = list(self._sequence_to_key_events(said, alt=alt))
        except (ValueError, OverflowError):  # a key with a number that no character has
            return True
        letters = not said.startswith("\x1b[") or said.endswith(
            "u"
        )  # kitty's; Textual takes \x1b[55~ for a 7
        for key in keys:
            if key.key != Keys.Ignore and (letters or not key.is_printable):
                give(key)
        return bool(keys)

    def _give_alt(self, character: str, give: Give) -> None:
        """Give a key that was held with Alt, or came soon after Escape.

        Textual makes other characters of some, as a Mac does itself: a pound of a 3.
        """
        moves = isinstance(ANSI_SEQUENCES_KEYS.get(ESC + character), tuple)
        if not (moves and self._give_keys(ESC + character, give)):
            self._give_keys(character, give, alt=True)

    def _give_meaning(self, said: str, give: Give) -> None:
        """Give what a whole control sequence means, if it means something."""
        if said in {"\x1b[I", "\x1b[O"}:
            give(events.AppFocus() if said.endswith("I") else events.AppBlur())
        elif found := _CURSOR.fullmatch(said):
            row, column = map(int, found.groups())
            give(events.CursorPosition(column - 1, row - 1))
        elif said in _DRAWS_AT_ONCE:
            give(messages.TerminalSupportsSynchronizedOutput())
        elif _MOUSE.fullmatch(said):
            message = self.parse_mouse_code(said)
            if message is not None:
                give(message)
        else:
            self._give_keys(said, give)


def _decoded(said: str) -> str:
    """Give the text in bytes; what is no UTF-8 becomes marks."""
    return said.encode("latin-1").decode("utf-8", "replace")
