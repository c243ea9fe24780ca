"""Someone with a copy of everything the app left, at one moment, and with all the app's own means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from facilitator.storage import only_newest

View = dict[str, bytes]
"""Per file what can be made of it; the random part of a name is written as ``*``."""

unveil = cache(only_newest.unveil)
_KEY = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")


def view(contents: Mapping[Path, bytes]) -> View:
    """Give all that can be computed from the files: each as it stands, or opened with any key there is.

    Of what no key opens, the length is left: its bytes were mixed with a stream whose key is on no disk.
    """
    keys = keys_in(contents)
    seen: View = {}
    for path, data in contents.items():
        name = _KEY.sub("*", str(path))
        opened = [plain for key in keys if (plain := unveil(data, key)) is not None]
        if path.suffix == ".box" and not opened:
            seen[name] = b"noise of %d bytes" % len(data)
        else:
            seen[name] = b"".join([b"opened: ", *opened]) if opened else data
    return dict(sorted(seen.items()))


def keys_in(contents: Mapping[Path, bytes]) -> list[bytes]:
    """Give everything that could be a key: in a name, or in a file as text."""
    texts: Iterable[str] = [*(str(path) for path in contents), *(_text(data) for data in contents.values())]
    return [bytes.fromhex(found) for text in texts for found in set(_KEY.findall(text))]


def _text(data: bytes) -> str:
    return data.decode("latin-1")


def files_in(*folders: Path) -> dict[Path, bytes]:
    """Give all files under some folders."""
    return {
        path: path.read_bytes() for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()
    }
