"""Someone with a copy of everything the app left, at one moment, and with all the app's own means.

With a copy of the files, or with a raw image of the disk: that shows what files held that are gone as well,
unless it was written over, and every name that there ever was (``Disk.remains``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from facilitator.storage import crypto_erase

View = dict[str, bytes]
"""Per file what can be made of it; the random part of a name is written as ``*``."""

decrypt = cache(crypto_erase.decrypt)
_KEY = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{32}){1,2}(?![0-9a-f])")


def view(contents: Mapping[Path, bytes]) -> View:
    """Give all that can be computed from the files: each as it stands, or opened with any key there is.

    Of what is no text and no key opens, the length is left: its bytes are noise, or were encrypted with a key
    that is on no disk.
    """
    keys = keys_in(contents)
    seen: View = {}
    for path, data in contents.items():
        name = _KEY.sub("*", str(path))
        opened = [plain for key in keys if (plain := decrypt(data, key)) is not None]
        seen[name] = b"".join([b"opened: ", *opened]) if opened else _told(data)
    return dict(sorted(seen.items()))


def keys_in(contents: Mapping[Path, bytes]) -> list[bytes]:
    """Give everything that could be a key: in a name, in a file as text, or in a block as the app writes."""
    texts: Iterable[str] = [*(str(path) for path in contents), *(_text(data) for data in contents.values())]
    blocks = [data for data in contents.values() if len(data) == crypto_erase.KEY_BLOCK]
    return [
        *(bytes.fromhex(found) for text in texts for found in set(_KEY.findall(text))),
        *(key for block in blocks for key in crypto_erase.keys_in(block)),
    ]


def opened(contents: Mapping[Path, bytes]) -> list[bytes]:
    """Give all different contents that were encrypted and can be read with any key there is."""
    keys = keys_in(contents)
    return sorted({plain for data in contents.values() for key in keys if (plain := decrypt(data, key))})


def _told(data: bytes) -> bytes:
    with suppress(UnicodeDecodeError):
        return data.decode().encode()
    return b"noise of %d bytes" % len(data)


def _text(data: bytes) -> str:
    return data.decode("latin-1")


def files_in(*folders: Path) -> dict[Path, bytes]:
    """Give all files under some folders."""
    return {
        path: path.read_bytes() for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()
    }
