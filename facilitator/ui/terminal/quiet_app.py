"""An app that ends without showing a traceback to the room."""

from __future__ import annotations

from textual.app import App


class QuietApp(App[int]):
    """Ends on a mistake of ours as Textual does, but keeps the exception for whoever started the app.

    Textual would print the traceback, with the words of participants among the local variables.
    """

    crash: BaseException | None = None
    """The exception that ended the app."""

    def last_words(self) -> str:
        """Give what is written before another program has the terminal: nothing here."""
        return ""

    def _fatal_error(self) -> None:
        self._end_quietly()

    def panic(self, *renderables: object) -> None:
        """End as after any other mistake; Textual's input thread comes here."""
        del renderables
        self._return_code = 1
        self._end_quietly(RuntimeError())

    def _end_quietly(self, otherwise: BaseException | None = None) -> None:
        """Keep the first exception, or ``otherwise`` where Textual has kept none, and stop."""
        self.crash = self.crash or self._exception or otherwise
        self._close_messages_no_wait()
