"""Why the system refused to do something with a file or a folder, in words of ours."""

from __future__ import annotations

import errno
from typing import Final

from facilitator.problems import Problem

_BY_WORD: Final = {
    "full": "ENOSPC EDQUOT",
    "denied": "EACCES EPERM",
    "read_only": "EROFS",
    "gone": "ENOENT",
    "no_folder": "ENOTDIR",
    "a_folder": "EISDIR",
    "there_already": "EEXIST",
    "name_too_long": "ENAMETOOLONG",
    "bad_name": "EILSEQ",
    "a_link": "ELOOP",
    "busy": "EBUSY ETXTBSY EAGAIN EDEADLK",
    "too_large": "EFBIG",
    "broken": "EIO",
    "disk_gone": "ENODEV ENXIO ESTALE",
    "network": "ENETDOWN ENETUNREACH EHOSTDOWN EHOSTUNREACH ETIMEDOUT ENOTCONN ECONNRESET ECONNREFUSED",
    "too_many_open": "EMFILE ENFILE",
}
"""The numbers of the system, by name: not every system has all of them."""
_BY_NUMBER: Final = {
    getattr(errno, name, 0): word for word, names in _BY_WORD.items() for name in names.split()
}
_OF_WINDOWS: Final = {
    2: "gone",
    3: "gone",
    4: "too_many_open",
    5: "denied",
    19: "read_only",
    21: "disk_gone",
    32: "busy",
    33: "busy",
    39: "full",
    53: "network",
    64: "network",
    67: "network",
    80: "there_already",
    112: "full",
    123: "bad_name",
    183: "there_already",
    206: "name_too_long",
    223: "too_large",
    267: "no_folder",
    483: "broken",
    1117: "broken",
    1167: "disk_gone",
    1231: "network",
}
"""The numbers of Windows, which says more with them than with those it has in common with others."""


def why(error: OSError) -> Problem:
    """Give the reason of the system, as a few words that fit within a sentence.

    A number of which nobody knows what it means in the room is said as that number. An error of our own says
    its word itself, in an attribute ``reason``.
    """
    number = getattr(error, "winerror", None)
    word = getattr(error, "reason", "") or _OF_WINDOWS.get(number or 0, "")
    word = word or _BY_NUMBER.get(error.errno or -1, "")
    if word:
        return Problem(f"words.reason.{word}")
    number = number or error.errno
    return Problem("words.reason.number", {"n": number}) if number else Problem("words.reason.unknown")
