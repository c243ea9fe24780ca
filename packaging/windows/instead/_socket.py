"""In the zip for Windows this stands for the part of Python that opens connections: here nothing can.

asyncio and the library ``socket`` load with it, because they want a few names when they are read.
"""

from __future__ import annotations

from typing import Never

AF_UNSPEC = 0
AF_INET = 2
SOCK_STREAM = 1
SOCK_DGRAM = 2
AI_PASSIVE = 1
MSG_PEEK = 2
has_ipv6 = False

error = OSError
herror = gaierror = OSError
timeout = TimeoutError


class socket:  # noqa: N801  the name that Python has for it
    """A connection, which is refused."""

    __slots__ = ()

    def __init__(self, *asked: object, **more: object) -> None:
        _refuse(*asked, **more)


SocketType = socket


def _refuse(*asked: object, **more: object) -> Never:
    del asked, more
    raise OSError("there are no connections in this Python")


getaddrinfo = gethostbyname = gethostname = close = dup = _refuse
