"""Starting the notes, and leaving the terminal as it was."""

from __future__ import annotations

from facilitator.kinds import kinds
from facilitator.storage.files import Files
from facilitator.storage.journal_follower import JournalFollower
from facilitator.storage.places import Places
from facilitator.ui.notes.notes_app import OWN_THEME, NotesApp
from facilitator.ui.notes.wall_link import WallLink
from facilitator.ui.terminal.textual_repairs import event_loop
from facilitator.words import Words


def show_notes(t: Words, places: Places, *, theme: str | None = None) -> int:
    """Show the notes of whatever is on the wall, until someone leaves; give the exit code."""
    files = Files()
    link = WallLink(files, places, JournalFollower(files, places, kinds()))
    app = NotesApp(t, link, theme=theme or OWN_THEME)
    app.run(loop=event_loop())
    if app.crash is not None:
        raise app.crash
    return app.return_code or 0
