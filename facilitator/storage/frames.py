"""Lines that say themselves whether they are whole: ``crc32 length payload``. Quick to import."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Final

VERSION: Final = 1
"""Of journals."""


def frame(payload: bytes) -> bytes:
    """Give a payload, which holds no line break, as a line with its checksum and length."""
    return b"%08x %d %b\n" % (zlib.crc32(payload), len(payload), payload)


def unframe(line: bytes) -> bytes | None:
    """Give the payload of a whole line, its line break included; None when one bit of it is wrong."""
    parts = line.removesuffix(b"\n").split(b" ", 2)
    if len(parts) != 3 or frame(parts[2]) != line:
        return None
    return parts[2]


def whole_lines(data: bytes) -> tuple[list[bytes], int]:
    """Give the payloads up to the first line that is not whole, and the number of bytes they take."""
    payloads: list[bytes] = []
    size = 0
    for line in data.split(b"\n")[:-1]:
        payload = unframe(line + b"\n")
        if payload is None:
            break
        payloads.append(payload)
        size += len(line) + 1
    return payloads, size


def digest(data: bytes) -> str:
    """Give the fingerprint by which a file is known again."""
    return sha256(data).hexdigest()


@dataclass(frozen=True)
class Header:
    """The first line of a journal: where the session began."""

    session: str
    file: str
    """Path of the session file."""
    seq: int
    """The last action in ``base``."""
    base: str = field(repr=False)
    """The session file's text that the journal goes on from."""
    found: str = ""
    """Fingerprint of the file as it stood there, before anything was written; empty when there was none."""
    left: str = ""
    """Fingerprint of the journal that a rescue left behind; empty when there was none."""

    def payload(self) -> bytes:
        return json.dumps({"journal": VERSION, **asdict(self)}).encode()


def read_header(payload: bytes) -> Header | None:
    """Give the header in a payload; None when it is something else."""
    try:
        said = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, Mapping) or said.get("journal") != VERSION:
        return None
    words = [said.get(name) for name in ("session", "file", "base", "found", "left")]
    if not all(isinstance(word, str) for word in words) or not isinstance(said.get("seq"), int):
        return None
    return Header(said["session"], said["file"], said["seq"], said["base"], said["found"], said["left"])


def is_newer(payload: bytes, name: str, version: int) -> bool:
    """Tell whether a whole line says that a newer app wrote it: ``name`` is what stands before its number."""
    try:
        said = json.loads(payload)
    except (ValueError, RecursionError):
        return False
    number = said.get(name) if isinstance(said, Mapping) else None
    return isinstance(number, int) and number > version
