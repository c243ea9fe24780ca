"""Starting the app, and leaving the terminal as it was."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress

from facilitator.storage.places import Places
from facilitator.ui.app.app import Appearance, FacilitatorApp
from facilitator.ui.app.session_launcher import SessionLauncher
from facilitator.words import Words


def start(
    t: Words,
    places: Places,
    say: Callable[[str], None],
    looks: Appearance,
    begin: Callable[[SessionLauncher], Awaitable[None]] | None = None,
) -> int:
    """Run the app until someone leaves it; give the exit code.

    It begins at home; ``begin`` goes on from there. What came up too late for the screen goes to ``say``.
    """
    app = FacilitatorApp(t, looks)
    opening = SessionLauncher(app, t, places)

    async def on_start() -> None:
        await opening.home()
        if begin is not None:
            await begin(opening)

    app.on_start = on_start
    app.take_over()
    for problem in opening.unsaid:
        with suppress(OSError):  # the window may be gone
            say(problem.say(t))
    if app.crash is not None:
        raise app.crash
    return app.return_code or 0
