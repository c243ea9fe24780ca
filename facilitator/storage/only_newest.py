"""A small file of which only the newest contents can be read, whatever moment a copy of its folder is from.

A file that is replaced stands in its folder twice for a moment, old and new, and a crash can leave it so. Of
a ballot box that would be one person's answers: the new counts minus the old. So the contents stand in two
slots by turns, each under a key of its own, and the key that is valid stands in the name of an empty file:

    <name>.0.box  <name>.1.box  <name>.<slot>.<key>.key

New contents go to the slot that is not in use, under a key that is nowhere on disk yet. Giving the key file
its new name is then one step, in which the new becomes readable and the old does not any more, for good.
Every slot is as long as every other, so that lengths tell nothing either.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import shake_256
from pathlib import Path
from typing import Final

from facilitator.storage.files import Files, aside
from facilitator.storage.frames import frame, whole_lines

KEY_BYTES: Final = 16
BLOCK: Final = 16_384
"""Contents are filled up to a multiple of so many bytes; a vote on sixty statements fits in one."""
LARGEST: Final = 1_000_000

Fresh = Callable[[], bytes]
"""Gives a key that was never used before."""

fresh_key: Final[Fresh] = partial(secrets.token_bytes, KEY_BYTES)


class DamagedError(Exception):
    """There were contents, and they cannot be read."""


@dataclass(frozen=True)
class _Key:
    path: Path
    slot: int
    key: bytes


class OnlyNewest:
    """Contents that are written whole, and of which nothing earlier can be read back. Not for two threads."""

    def __init__(self, files: Files, folder: Path, name: str, fresh: Fresh = fresh_key) -> None:
        self._files = files
        self._folder = folder
        self._name = name
        self._fresh = fresh

    def read(self) -> bytes | None:
        """Give the contents, or None when nothing was written. Raises DamagedError, and OSError."""
        keys = list(self._keys())
        for key in keys:
            with suppress(FileNotFoundError):
                contents = unveil(self._files.read(self._slot(key.slot), LARGEST), key.key)
                if contents is not None:
                    return contents
        if keys or self._files.exists(self._slot(1)):  # the first contents go to slot 0
            raise DamagedError
        return None

    def write(self, contents: bytes) -> None:
        """Put contents in place of what there was, durable on return.

        Raises OSError. What was there is then still there, unless the very last thing failed, making the new
        name of the key durable.
        """
        there = list(self._keys())
        slot = 1 - there[0].slot if there else 0
        key = self._fresh()
        self._put(self._slot(slot), veil(contents, key))
        named = self._folder / f"{self._name}.{slot}.{key.hex()}.key"
        if there:
            self._files.replace(there[0].path, named)
        else:
            self._put(named, b"")
        self._files.sync_folder(self._folder)

    def destroy(self) -> None:
        """Take everything away, durably, and first what makes it readable. Raises OSError."""
        keys = [each.path for each in self._keys()]
        for path in (*keys, *(path for path in self._all() if path not in keys)):
            self._files.remove(path)
        self._files.sync_folder(self._folder)

    def exists(self) -> bool:
        """Tell whether there is anything to take away."""
        return bool(self._all())

    def _put(self, path: Path, data: bytes) -> None:
        self._files.remove(path)  # what the system kept of a failed write is not to be trusted
        handle = self._files.create(path)
        try:
            self._files.write(handle, data)
            self._files.flush(handle)
        finally:
            self._files.close(handle)
        self._files.sync_folder(self._folder)

    def _slot(self, slot: int) -> Path:
        return self._folder / f"{self._name}.{slot}.box"

    def _keys(self) -> Iterator[_Key]:
        for path in self._all():
            name, *rest = path.name.split(".")
            if name == self._name and len(rest) == 3 and rest[0] in {"0", "1"} and rest[2] == "key":
                with suppress(ValueError):
                    yield _Key(path, int(rest[0]), bytes.fromhex(rest[1]))

    def _all(self) -> list[Path]:
        mine = (f"{self._name}.", aside(Path(f"{self._name}.")).name.rstrip("~"))
        return [self._folder / name for name in self._files.names(self._folder) if name.startswith(mine)]


def veil(contents: bytes, key: bytes) -> bytes:
    """Give contents so that only the key, used this once, makes them readable; filled up with spaces."""
    filled = -(-max(len(contents), 1) // BLOCK) * BLOCK
    return _mixed(frame(contents.ljust(filled)), key)


def unveil(data: bytes, key: bytes) -> bytes | None:
    """Give the contents, or None when this is not their key or one bit of them is wrong."""
    payloads, size = whole_lines(plain := _mixed(data, key))
    return payloads[0].rstrip() if len(payloads) == 1 and size == len(plain) else None


def _mixed(data: bytes, key: bytes) -> bytes:
    """Mix data with a stream that only the key gives; mixed twice it is as it was."""
    stream = shake_256(key).digest(len(data))
    return (int.from_bytes(data) ^ int.from_bytes(stream)).to_bytes(len(data))
