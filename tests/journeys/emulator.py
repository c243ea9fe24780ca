"""What a terminal makes of the bytes that a program writes: a screen, modes, and answers to questions.

pyte keeps the grid. It does not know the alternate screen, nor sequences younger than it is; those are taken
out here, and what they ask is answered as xterm would.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Callable
from copy import copy
from typing import NamedTuple

import pyte
from wcwidth import wcwidth

SEQUENCE = re.compile(
    r"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9:;]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<message>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b[PX^_](?s:.*?)\x1b\\"
    r"|\x1b[ -/]*[0-OQ-WYZ\\`-~]"
)
UNFINISHED = re.compile(r"\x1b(?:\[[<=>?]?[0-9:;]*[ -/]*|\][^\x07\x1b]*\x1b?|[PX^_](?s:.*)|[ -/]*)")

ALTERNATE = {47, 1047, 1049}
BRACKETED_PASTE = 2004
SYNCHRONISED = 2026
KNOWN_MODES = {7, 25, 1000, 1002, 1003, 1004, 1006, 1015, 1049, BRACKETED_PASTE, SYNCHRONISED}
"""Modes that this terminal says it knows when a program asks."""

WHO_ARE_YOU = {"": "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c", ">": "\x1b[>41;390;0c"}


class Colours(NamedTuple):
    """What one cell shows: rrggbb, the name of one of the sixteen, or ``default``."""

    text: str
    background: str


class Emulator:
    """A terminal without a window."""

    def __init__(self, width: int, height: int) -> None:
        self.grid = pyte.Screen(width, height)
        self.modes: set[int] = {7, 25}
        """The private modes that are on: 25 is the cursor, 1049 the alternate screen, 1000-1006 the mouse."""
        self.sizes: dict[int, str] = {}
        """The rows that are half of a double-height line, from 0: ``top`` or ``bottom``. Only being told so
        makes them ordinary again: some terminals do not let go of it when a row is erased."""
        self.keyboards = 0
        """How many times a program asked for kitty's keyboard without giving it back."""
        self.clipboard = ""
        self.unknown: list[str] = []
        """Sequences that this terminal could not make anything of."""
        self._stream = pyte.Stream(self.grid)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""
        self._behind: Callable[[], None] | None = None

    @property
    def drawing(self) -> bool:
        """Whether an update is half done, so that a person would still see the screen before it."""
        return SYNCHRONISED in self.modes

    def feed(self, data: bytes) -> bytes:
        """Take what a program wrote; give what the terminal answers."""
        text = self._rest + self._decode(data)
        self._rest = ""
        answers: list[str] = []
        at = 0
        while at < len(text):
            escape = text.find("\x1b", at)
            plain = text[at:] if escape < 0 else text[at:escape]
            if plain:
                self._stream.feed(plain)
            if escape < 0:
                break
            match = SEQUENCE.match(text, escape)
            if match:
                answers.append(self._obey(match))
                at = match.end()
            elif UNFINISHED.fullmatch(text, escape):
                self._rest = text[escape:]
                break
            else:
                self.unknown.append(text[escape : escape + 8])
                at = escape + 1
        return "".join(answers).encode()

    def lines(self) -> list[str]:
        """Give the screen as plain text, without the blanks at the end of each line."""
        return [self._line(row).rstrip() for row in range(self.grid.lines)]

    def large_rows(self) -> list[str]:
        """Give what stands in double-height lines. Raises ValueError for half a line, or two that differ."""
        found = []
        for row, half in sorted(self.sizes.items()):
            other = row + 1 if half == "top" else row - 1
            pair = {half, self.sizes.get(other, "")}
            if pair != {"top", "bottom"} or self._line(row) != self._line(other):
                raise ValueError(f"row {row} is the {half} of nothing: {self._line(row)!r}")
            if half == "top":
                found.append(self._line(row).strip())
        return found

    def colours(self, row: int, column: int) -> Colours:
        cell = self.grid.buffer[row][column]
        return Colours(cell.bg, cell.fg) if cell.reverse else Colours(cell.fg, cell.bg)

    def resize(self, width: int, height: int) -> None:
        self.grid.resize(height, width)
        self.sizes = {row: half for row, half in self.sizes.items() if row < height}

    def find(self, text: str) -> tuple[int, int] | None:
        """Give the row and column of the cell where a text first begins."""
        for row in range(self.grid.lines):
            cells = self._cells(row)
            line = "".join(data for _, data in cells)
            if text in line:
                starts = [column for column, data in cells for _ in data]
                return row, starts[line.index(text)]
        return None

    def _line(self, row: int) -> str:
        return "".join(data for _, data in self._cells(row))

    def _cells(self, row: int) -> list[tuple[int, str]]:
        """Give a row as characters with their columns; a wide character takes two columns."""
        cells = self.grid.buffer[row]
        found: list[tuple[int, str]] = []
        column = 0
        while column < self.grid.columns:
            data = cells[column].data or " "  # half of a wide character whose other half is gone
            found.append((column, data))
            column += max(wcwidth(data[0]), 1)
        return found

    def _obey(self, match: re.Match[str]) -> str:
        if match["message"] is not None:
            self._listen(match["message"])
            return ""
        if match["final"] is None:
            sequence = match.group()
            if sequence[1] in "78DEHMc":
                self._draw(sequence)
            elif sequence[1] == "#":
                self._size_row(sequence[2])
            return ""
        return self._control(match)

    def _size_row(self, said: str) -> None:
        """Make the row with the cursor half of a double-height line, of half as many columns, or ordinary."""
        half, row = {"3": "top", "4": "bottom"}.get(said), self.grid.cursor.y
        if half:
            self.sizes[row] = half
            for column in range(self.grid.columns // 2, self.grid.columns):
                self.grid.buffer[row].pop(column, None)
        elif said == "5":
            self.sizes.pop(row, None)

    def _listen(self, message: str) -> None:
        """Take an operating system command: a title, or text for the clipboard."""
        code, _, rest = message.partition(";")
        if code in {"0", "2"}:
            self.grid.set_title(rest)
        elif code == "52":
            try:
                self.clipboard = base64.b64decode(rest.partition(";")[2]).decode()
            except (binascii.Error, UnicodeDecodeError):
                self.unknown.append(message)

    def _control(self, match: re.Match[str]) -> str:
        private, between, final = match["private"], match["between"], match["final"]
        numbers = [int(number) for number in re.findall(r"\d+", match["numbers"])]
        kind = private + between + final
        if kind in {"?h", "?l"}:
            self._switch(numbers, on=final == "h")
        elif kind in {"?$p", "$p"}:
            return self._tell_modes(private, numbers)
        elif kind in {"c", ">c"}:
            return WHO_ARE_YOU[private]
        elif kind in {"n", "?n"}:
            return self._tell_state(private, numbers)
        elif kind in {">u", "<u"}:
            self.keyboards += 1 if private == ">" else -1
        elif kind == "m":
            self._draw(f"\x1b[{match['numbers'].replace(':', ';')}m")
        elif kind in self._stream.csi or kind in {"?J", "?K"}:
            self._draw(match.group())
        elif kind not in {"=u", "?u", ">m", ">q", " q", "!p", "t"}:
            self.unknown.append(match.group())
        return ""

    def _draw(self, sequence: str) -> None:
        try:
            self._stream.feed(sequence)
        except Exception:  # pyte's, for numbers that it does not expect, as in CSI 4 J
            self.unknown.append(sequence)

    def _switch(self, modes: list[int], *, on: bool) -> None:
        for mode in modes:
            if mode in ALTERNATE and on != bool(self.modes & ALTERNATE):
                self._turn_over(alternate=on)
            if on:
                self.modes.add(mode)
                self.grid.set_mode(mode, private=True)
            else:
                self.modes.discard(mode)
                self.grid.reset_mode(mode, private=True)

    def _turn_over(self, *, alternate: bool) -> None:
        """Go to the alternate screen, which is empty, or back to what was there before it."""
        if not alternate:
            if self._behind:
                self._behind()
            return
        grid = self.grid
        kept = {row: dict(cells) for row, cells in grid.buffer.items()}
        cursor = copy(grid.cursor)

        def back() -> None:
            grid.erase_in_display(2)
            for row, cells in kept.items():
                grid.buffer[row].update(cells)
            grid.cursor = cursor
            grid.ensure_hbounds()
            grid.ensure_vbounds()

        self._behind = back
        grid.erase_in_display(2)

    def _tell_modes(self, private: str, modes: list[int]) -> str:
        """Answer DECRQM: 0 is not known, 1 is on, 2 is off."""
        states = [
            (1 if mode in self.modes else 2) if private and mode in KNOWN_MODES else 0 for mode in modes
        ]
        pairs = zip(modes, states, strict=True)
        return "".join(f"\x1b[{private}{mode};{state}$y" for mode, state in pairs)

    def _tell_state(self, private: str, asked: list[int]) -> str:
        cursor = self.grid.cursor
        if asked == [6]:
            return f"\x1b[{private}{cursor.y + 1};{cursor.x + 1}R"
        return "\x1b[0n" if asked == [5] and not private else ""
