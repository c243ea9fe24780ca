"""Which files of Python for Windows go along: by their SHA-256, and by who signed them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from shipping.archive import fingerprint
from shipping.places import PYTHON

PROGRAMS: Final = (
    ".exe",
    ".dll",
    ".pyd",
    ".cmd",
    ".bat",
    ".ps1",
    ".com",
    ".sys",
    ".scr",
    ".msi",
    ".vbs",
    ".js",
)
"""How the names of files end that Windows runs."""
CHECKER: Final = "osslsigncode"


@dataclass(frozen=True)
class Known:
    """A file of Python as it has to be."""

    name: str
    sha256: str
    signer: str
    """Empty for a file that nobody signs, because it is not run."""


def known(path: Path = PYTHON) -> list[Known]:
    """Read which files of Python go along."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split(maxsplit=2) for line in lines if line.strip() and not line.startswith("#"))
    return [Known(name, sha256, signer if signer != "-" else "") for sha256, name, signer in rows]


def taken(there: Mapping[str, bytes], wanted: list[Known]) -> dict[str, bytes]:
    """Give the files that go along. Raises ValueError when one is missing or is another than it was."""
    found: dict[str, bytes] = {}
    for each in wanted:
        data = there.get(each.name)
        if data is None:
            raise ValueError(f"Python for Windows has no {each.name}")
        if fingerprint(data) != each.sha256:
            raise ValueError(f"{each.name} of Python for Windows is not the file that is pinned")
        if CHECKED and each.signer and signer_of(data) != each.signer:
            raise ValueError(f"{each.name} is not signed by {each.signer}")
        found[each.name] = data
    return found


CHECKED: Final = shutil.which(CHECKER) is not None
"""Whether signatures can be looked at here; the hashes are always."""


def signer_of(data: bytes) -> str:
    """Give who signed a program, when the signature is of this very file; else nothing.

    Who that is, is what the signature says: only a Windows can follow it to a root that it trusts.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "program"
        path.write_bytes(data)
        without_internet = ["-ignore-timestamp", "-ignore-cdp"]
        asked = [CHECKER, "verify", *without_internet, "-in", str(path)]
        ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    digests = re.findall(r"(?:Current|Calculated) message digest\s*: ([0-9A-F]+)", ran.stdout)
    if len(digests) < 2 or len(set(digests[:2])) != 1:
        return ""
    signer = re.search(r"Signer #0:\s*\n\s*Subject: [^\n]*?CN=([^\n/]+)", ran.stdout)
    return signer[1].strip() if signer else ""


def is_program(name: str) -> bool:
    return name.lower().endswith(PROGRAMS)
