"""What is typed and not confirmed, handed to the disk after every key without anyone waiting for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock

from facilitator.storage.drafts import Drafts

Submit = Callable[[Callable[[], None]], object]
"""Lets a thread do something, after what it was given before."""


class DraftWriter:
    """Texts under their keys, as they are now; the drafts follow as soon as the disk can."""

    def __init__(self, drafts: Drafts, submit: Submit) -> None:
        self._drafts = drafts
        self._submit = submit
        self._now: dict[str, str] = {}
        """What changed since the drafts were read, empty where it was kept or wiped."""
        self._unwritten: dict[str, str] = {}
        self._handing_over = Lock()

    def get(self, key: str) -> str:
        """Give what was typed under a key and not confirmed, now or before the app was started."""
        return self._now.get(key, self._drafts.get(key))

    def all(self) -> dict[str, str]:
        """Give all that was typed and not confirmed, the last one last."""
        before = {key: text for key, text in self._drafts.all().items() if key not in self._now}
        return {key: text for key, text in {**before, **self._now}.items() if text}

    def keep(self, texts: Mapping[str, str]) -> None:
        """Let texts be kept; an empty one is forgotten."""
        changed = {key: text for key, text in texts.items() if text != self.get(key)}
        if not changed:
            return
        for key, text in changed.items():
            self._now.pop(key, None)
            self._now[key] = text
        with self._handing_over:
            self._unwritten.update(changed)
        self._submit(self._write)

    def _write(self) -> None:
        """Write what was typed since the last time: on a slow disk that is more than one key."""
        with self._handing_over:
            texts, self._unwritten = self._unwritten, {}
        self._drafts.keep(texts)
