"""A folder with the file of a session, as it stands on a laptop, and what the command makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from facilitator.letters import make_of_session
from facilitator.orders import Order, made_folder
from facilitator.session.disclosure import for_outside
from facilitator.session.state import State
from facilitator.storage.places import Places
from facilitator.storage.session_file import write_text
from facilitator.words import Language, Words
from tests.report.made_up import DAY

SEQ = 41


@dataclass(frozen=True)
class SessionFolder:
    """The folder of one neighbourhood."""

    path: Path
    """The session file."""
    places: Places

    def make(self, order: Order, language: Language = "nl", today: date = DAY) -> list[bytes]:
        """Give what is made of the session, as bytes."""
        now = datetime.combine(today, time(22), UTC)
        made = make_of_session(self.path, self.places, Words(language), now, order)
        return [path.read_bytes() for path in made.paths]

    @property
    def made(self) -> set[str]:
        """How the names go on of what was made."""
        folder = made_folder(self.path)
        names = [path.name for path in folder.iterdir()] if folder.exists() else []
        return {name.removeprefix(self.path.stem) for name in names}

    @property
    def names(self) -> set[str]:
        return {path.name for path in self.path.parent.iterdir()}


def folder_of(state: State, where: Path, seq: int = SEQ) -> SessionFolder:
    """Write a session as it is when it was closed."""
    places = Places(where / "sessions", where / "state")
    path = places.sessions / "vogelbuurt" / "2026-11-22-avond.toml"
    path.parent.mkdir(parents=True)
    path.write_text(write_text(for_outside(state), seq), encoding="utf-8")
    return SessionFolder(path, places)
