"""Ballot boxes as earlier versions of the app left them, for a vote that was open when the app was renewed.

The first version kept one readable file, ``<name>.json``. The second kept two slots, ``<name>.0.box`` and
``<name>.1.box``, and the key as the name of an empty file, ``<name>.<slot>.<key>.key``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from facilitator.storage.crypto_erase import decrypt
from facilitator.storage.erasable_file import LARGEST, DamagedError, erase
from facilitator.storage.files import Files
from facilitator.storage.frames import whole_lines


def read_former(files: Files, folder: Path, name: str) -> bytes | None:
    """Give what is in a box of an earlier version; None when there is none. Raises DamagedError, OSError."""
    there = [path for path in _paths(files, folder, name) if path.suffix != ".key" or _key(path)]
    for path in there:
        if path.suffix == ".key":
            slot = path.with_name(f"{name}.{path.name.split('.')[1]}.box")
            with suppress(FileNotFoundError):
                contents = decrypt(files.read(slot, LARGEST), _key(path))
                if contents is not None:
                    return contents
        elif path.suffix == ".json":
            payloads, _ = whole_lines(files.read(path, LARGEST))
            if len(payloads) == 1:
                return payloads[0]
    if any(path.name != f"{name}.0.box" for path in there):  # to which the first contents went
        raise DamagedError
    return None


def remove_former(files: Files, folder: Path, name: str) -> None:
    """Take away what an earlier version left of a box, written over first. Raises OSError."""
    there = list(_paths(files, folder, name))
    for path in there:
        with suppress(OSError):
            erase(files, path)
    for path in there:
        files.remove(path)
    if there:
        files.sync_folder(folder)


def _paths(files: Files, folder: Path, name: str) -> Iterator[Path]:
    for file in files.names(folder):
        begin, *rest = file.split(".")
        keyed = len(rest) == 3 and rest[0] in {"0", "1"} and rest[2] == "key"
        if begin == name and (keyed or rest in (["json"], ["0", "box"], ["1", "box"])):
            yield folder / file


def _key(path: Path) -> bytes:
    """Give the key in a name; nothing when that is none."""
    with suppress(ValueError):
        return bytes.fromhex(path.name.split(".")[2])
    return b""
