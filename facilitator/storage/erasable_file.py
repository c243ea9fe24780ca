"""A small file of which only the newest contents can be read, whatever moment a copy of its folder is from.

A file that is replaced stands in its folder twice for a moment, old and new, and a crash can leave it so. Of
a ballot box that would be one person's answers: the new counts minus the old. So the contents stand encrypted
in two slots by turns, each under a key of its own (``crypto_erase``), and the valid key beside them:

    <name>.a.box  <name>.b.box  <name>.key

New contents go over what the other slot holds, under a key that is nowhere on disk yet. Writing that key over
the old one is then one step, in which the new becomes readable and the old does not any more, for good. All
of it is written in place, and before a file goes it is written over with noise: the blocks of a disk that are
free, and the names in a folder, then tell nothing either. Every slot is as long as the other.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from facilitator.storage.crypto_erase import BLOCK, KEY_BLOCK, KEY_BYTES, decrypt, encrypt, key_block, keys_in
from facilitator.storage.files import Files, aside, overwrite

LARGEST: Final = 1_000_000
"""Bytes of a slot."""

Noise = Callable[[int], bytes]
"""Gives so many random bytes, never the same."""

noise: Final[Noise] = secrets.token_bytes


class DamagedError(Exception):
    """There were contents, and they cannot be read."""


class ErasableFile:
    """Contents that are written whole, and of which nothing earlier can be read back. Not for two threads."""

    def __init__(self, files: Files, folder: Path, name: str, noise: Noise = noise) -> None:
        self._files = files
        self._folder = folder
        self._name = name
        self._noise = noise
        self._slots = [folder / f"{name}.{slot}.box" for slot in "ab"]
        self._key = folder / f"{name}.key"
        self._valid: int | None = None
        """The slot that the key opens; none before the first writing."""
        self._blocks = 1
        """How long the longest contents were."""
        self._settled = False
        """Whether the disk is known to hold what can be read: not before the first writing, nor after one
        that failed, because what is read may then be in memory alone."""

    def read(self) -> bytes | None:
        """Give the contents, or None when nothing was written. Raises DamagedError, and OSError."""
        self._valid = None
        block = self._read(self._key, KEY_BLOCK)
        if block is None:
            if self._files.exists(self._slots[1]):  # the first contents go to the first slot
                raise DamagedError
            return None
        for slot, path in enumerate(self._slots):
            data = self._read(path, LARGEST) or b""
            self._blocks = max(self._blocks, len(data) // BLOCK)
            for key in keys_in(block):
                contents = decrypt(data, key)
                if contents is not None:
                    self._valid = slot
                    return contents
        raise DamagedError

    def write(self, contents: bytes) -> None:
        """Put contents in place of what there was, durable on return.

        Raises OSError. What is there is then the old or the new, until the next writing.
        """
        if not self._settled:
            self._settle()
        self._settled = False
        block = key_block(self._noise(KEY_BLOCK - KEY_BYTES))
        slot = 0 if self._valid is None else 1 - self._valid
        data = encrypt(contents, block[-KEY_BYTES:], self._blocks)
        self._blocks = len(data) // BLOCK
        self._put(self._slots[slot], data)
        if self._valid is not None:
            overwrite(self._files, self._key, block)
        else:
            self._put(aside(self._key), block)
            self._files.replace(aside(self._key), self._key)
            self._files.sync_folder(self._folder)
        self._valid, self._settled = slot, True

    def destroy(self) -> None:
        """Take everything away, durably: first write over it, and first of all over what makes it readable.

        What cannot be written over is taken away nevertheless. Raises OSError.
        """
        self._valid, self._settled = None, False
        there = sorted(self._all(), key=lambda path: ".key" not in path.name)
        for path in there:
            with suppress(OSError):
                erase(self._files, path, self._noise)
        for path in there:
            self._files.remove(path)
        self._files.sync_folder(self._folder)

    def exists(self) -> bool:
        """Tell whether there is anything to take away."""
        return bool(self._all())

    def _settle(self) -> None:
        """Make durable what can be read, and know which slot that is."""
        with suppress(DamagedError):
            self.read()
        block = self._read(self._key, KEY_BLOCK)
        if block is not None:
            overwrite(self._files, self._key, block)
            self._files.sync_folder(self._folder)

    def _read(self, path: Path, most: int) -> bytes | None:
        with suppress(FileNotFoundError):
            return self._files.read(path, most)
        return None

    def _put(self, path: Path, data: bytes) -> None:
        """Write over a file, or make it."""
        if self._files.exists(path):
            overwrite(self._files, path, data)
            return
        handle = self._files.create(path)
        try:
            self._files.write(handle, data)
            self._files.flush(handle)
        finally:
            self._files.close(handle)
        self._files.sync_folder(self._folder)

    def _all(self) -> list[Path]:
        mine = (f"{self._name}.", aside(Path(f"{self._name}.")).name.rstrip("~"))
        return [self._folder / name for name in self._files.names(self._folder) if name.startswith(mine)]


def erase(files: Files, path: Path, noise: Noise = noise) -> None:
    """Write noise over a whole file, durably, so that its blocks tell nothing later. Raises OSError."""
    overwrite(files, path, noise(len(files.read(path, LARGEST))))
