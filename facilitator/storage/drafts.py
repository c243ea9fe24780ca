"""Text that is being typed, kept so that a crash does not cost it. Never an answer to a vote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Final

from facilitator.storage.files import Files, write_whole

LARGEST: Final = 1_000_000

CHOICE: Final = "choice:"
"""Before the key of what was chosen and not confirmed, which is no text."""


class Drafts:
    """The drafts of one session, in one small file. Safe to call from any thread."""

    def __init__(self, files: Files, path: Path) -> None:
        self._files = files
        self._path = path
        self._lock = Lock()
        self._texts = self._read()

    def get(self, key: str) -> str:
        """Give what was being typed under a key, or nothing."""
        return self._texts.get(key, "")

    def all(self) -> dict[str, str]:
        """Give all texts by their keys, the one that was typed last at the end."""
        with self._lock:
            return dict(self._texts)

    def keep(self, texts: Mapping[str, str]) -> bool:
        """Keep texts under their keys, or forget those that are empty; tell whether that worked.

        They survive the end of the app, however that comes; not always a power cut.
        """
        with self._lock:
            changed = {key: text for key, text in texts.items() if self._texts.get(key, "") != text}
            if not changed:
                return True
            for key, text in changed.items():
                self._texts.pop(key, None)
                if text:
                    self._texts[key] = text
            return self._write()

    def clear(self) -> bool:
        """Forget all drafts; tell whether that worked."""
        with self._lock:
            self._texts.clear()
            return self._write()

    def _write(self) -> bool:
        try:
            if not self._texts:
                self._files.remove(self._path)
                return True
            data = json.dumps(self._texts).encode()
            write_whole(self._files, self._path, data, durable=False)
        except OSError:
            return False
        return True

    def _read(self) -> dict[str, str]:
        try:
            said = json.loads(self._files.read(self._path, LARGEST))
        except (OSError, ValueError, RecursionError):  # a draft is never worth a workshop
            return {}
        if not isinstance(said, dict):
            return {}
        return {key: text for key, text in said.items() if isinstance(text, str)}
