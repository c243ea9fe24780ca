"""Zip files that are the same whenever and wherever they are made."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

DAY: Final = (2020, 2, 2, 0, 0, 0)
"""What every file in a zip is dated; the wheel has the same."""
PLAIN_FILE: Final = 0o100644 << 16
PROGRAM: Final = 0o100755 << 16


def pack(files: Mapping[str, bytes], to: Path, *, programs: frozenset[str] = frozenset()) -> None:
    """Write files to a zip, in the order of their names; ``programs`` can be run where that is a mark."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(files):
            about = zipfile.ZipInfo(name, DAY)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 3
            about.external_attr = PROGRAM if name in programs else PLAIN_FILE
            packed.writestr(about, files[name])


def read(path: Path) -> dict[str, bytes]:
    """Give every file of a zip, or of a wheel."""
    with zipfile.ZipFile(path) as packed:
        return {about.filename: packed.read(about) for about in packed.infolist() if not about.is_dir()}


def fingerprint(data: bytes) -> str:
    """Give the SHA-256 of a file."""
    return hashlib.sha256(data).hexdigest()
