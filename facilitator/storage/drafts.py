"""Text that is being typed, kept so that a crash does not cost it. Never an answer to a vote."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Lock
from typing import Final

from facilitator.storage.files import Files, write_whole

LARGEST: Final = 1_000_000


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

    def keep(self, key: str, text: str) -> bool:
        """Keep a text, or forget it when it is empty; tell whether that worked.

        It survives the end of the app, however that comes; not always a power cut.
        """
        with self._lock:
            if self._texts.get(key, "") == text:
                return True
            if text:
                self._texts[key] = text
            else:
                del self._texts[key]
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
