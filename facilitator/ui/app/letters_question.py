"""Whether a person sees letters twice as high in this terminal: no terminal says so itself."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.ui.terminal.large_letters.large_letters import LargeLetters


class LettersQuestion:
    """Asked once, and kept. Large letters are tried when somebody asks to see them, and never before."""

    def __init__(
        self, letters: LargeLetters, keep: Callable[[str, bool], None], redraw: Callable[[], None]
    ) -> None:
        """``keep`` keeps for a terminal whether they were seen; ``redraw`` draws all anew."""
        self._letters = letters
        self._keep = keep
        self._redraw = redraw
        self.seen: bool | None = letters.wanted or None
        """What was answered; None: nothing yet."""

    @property
    def can_be_asked(self) -> bool:
        """Whether this terminal is known to have large letters."""
        return self._letters.terminal is not None

    @property
    def trying(self) -> bool:
        """Whether a line is large now, of which nobody said yet whether it is."""
        return self._letters.wanted and self.seen is None

    def try_out(self) -> None:
        """Write large letters, to be looked at."""
        self.seen = None
        self._write(wanted=True)

    def answer(self, *, seen: bool) -> None:
        """Hear whether large letters are seen, and write them from now on, or not any more."""
        self.seen = seen
        if self._letters.terminal is not None:
            self._keep(self._letters.terminal.name, seen)
        self._write(wanted=seen)

    def leave(self) -> None:
        """Hear that nobody looks any more: without an answer there are no large letters."""
        if self.trying:
            self._write(wanted=False)

    def _write(self, *, wanted: bool) -> None:
        self._letters.wanted = wanted
        self._redraw()
