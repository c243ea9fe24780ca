"""Windows as Wine plays it: whether this is Wine, and what Wine says in another way than Windows."""

from __future__ import annotations

import sys


def is_wine() -> bool:
    """Tell whether this is a Windows Python under Wine."""
    if sys.platform == "win32":
        import ctypes

        return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
    return False


def as_windows_answers() -> None:
    """Let a lock that is held say so in this process: Wine 8 answers with errno 0 where Windows says 13."""
    if sys.platform == "win32":
        import msvcrt

        real = msvcrt.locking

        def locking(handle: int, mode: int, size: int) -> None:
            try:
                real(handle, mode, size)
            except OSError as error:
                raise PermissionError(13, "Permission denied") from error

        msvcrt.locking = locking
