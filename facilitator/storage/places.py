"""Where sessions stand on this computer, and what is needed to keep them safe. Quick to import."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facilitator.folders import typed

NAMELESS: Final = "sessie"
LONGEST: Final = 40
"""Characters of a folder's name."""

_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows keeps for itself, in every folder."""


@dataclass(frozen=True)
class Places:
    """The folder of the session files, which people see, and the folder of the app's own files."""

    sessions: Path
    state: Path

    @property
    def scenarios(self) -> Path:
        """The user's own scenarios, in the folder of the sessions."""
        return self.sessions / "scenarios"

    @property
    def journals(self) -> Path:
        return self.state / "journals"

    @property
    def ballots(self) -> Path:
        return self.state / "ballots"

    @property
    def drafts(self) -> Path:
        return self.state / "drafts"

    @property
    def earlier(self) -> Path:
        """Copies of the last session files, a folder for each session."""
        return self.state / "earlier"

    @property
    def moved(self) -> Path:
        """Where sessions went on after a rescue."""
        return self.state / "moved"

    @property
    def wall(self) -> Path:
        """What the wall and the notes beside it say to each other while a session is open."""
        return self.state / "wall"

    def mark(self, session: str) -> Path:
        return self.wall / f"{session}.json"

    def asked(self, session: str) -> Path:
        """Where the notes ask the wall to go on, or back."""
        return self.wall / f"{session}.asked"

    def kept(self, session: str) -> Path:
        return self.earlier / session

    def note_of_move(self, session: str) -> Path:
        return self.moved / f"{session}.json"

    def journal(self, session: str) -> Path:
        return self.journals / f"{session}.journal"

    def lock(self, session: str) -> Path:
        return self.journals / f"{session}.lock"

    def session_path(self, place: str, name: str, taken: Callable[[Path], bool]) -> Path:
        """Give a path that is free for a new session: ``<place>/<name>.toml``, or ``<name>-2.toml``.

        ``name`` is made of ids and dates; ``place`` may be any text.
        """
        folder = self.sessions / slug(place)
        path, n = folder / f"{name}.toml", 1
        while taken(path):
            n += 1
            path = folder / f"{name}-{n}.toml"
        return path


def find_places(folder: Path | None = None, environ: Mapping[str, str] = os.environ) -> Places:
    """Give the places to use: as asked for, else as the environment says, else the usual ones.

    Makes nothing; folders are made at the first write.
    """
    from platformdirs import user_documents_path, user_state_path

    asked, state = environ.get("FACILITATOR_FOLDER"), environ.get("FACILITATOR_STATE")
    if folder is None:
        folder = typed(asked) if asked else user_documents_path() / "facilitator"
    return Places(
        sessions=folder.absolute(),
        state=(typed(state) if state else user_state_path("facilitator", appauthor=False)).absolute(),
    )


def find_index(environ: Mapping[str, str] = os.environ) -> Path:
    """Give where it is remembered what was counted of many files; it may be thrown away.

    Where the app's own files have a place of their own, such as a stick, it stands with them.
    """
    from platformdirs import user_cache_path

    state = environ.get("FACILITATOR_STATE")
    return (typed(state) if state else user_cache_path("facilitator", appauthor=False)) / "community.sqlite"


def slug(text: str) -> str:
    """Give a text as the name of a folder on any system: lower case, digits, hyphens; never empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")
    if not name:
        return NAMELESS
    return f"{NAMELESS}-{name}" if _DEVICES.fullmatch(name) else name
