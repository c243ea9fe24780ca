"""Names of sessions and of what is in them: eight letters and digits, drawn or following from others."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

LETTERS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
LENGTH: Final = 8


def new_id() -> str:
    """Give a random name."""
    import secrets

    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def derived_id(*parts: str) -> str:
    """Give a name that follows from these, as random as any other."""
    number = int.from_bytes(sha256("\n".join(parts).encode()).digest())
    return "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(LENGTH))
