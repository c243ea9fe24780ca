"""What in a text looks like a way to reach one person: a guess, so that only a question may follow."""

from __future__ import annotations

import re
from typing import Final

MAIL: Final = re.compile(r"\S+@\S+\.\w{2,}")
PHONE: Final = re.compile(r"(?<![\d.,])(?:\+\d{2}|00\d{2}|0)(?:[ ().\-/]{0,2}\d){8,10}(?!\d)")

POSTCODE: Final = re.compile(
    r"(?<!\d)[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})[ ,]+\d|\d\w?[ ,]+[1-9]\d{3} ?[A-Z]{2}\b"
)
"""A postcode with a number before or after it."""
STREET: Final = re.compile(
    r"\b[A-Z]\w*(?:straat|laan|kade|dreef|singel|weg|hof|pad) \d+\b"
    r"|\b\d+[A-Za-z]? (?:[A-Z]\w+ ){1,3}(?:Street|Road|Lane|Avenue|Square|Court|Close|Drive|Way)\b"
)
"""A street with a number, in Dutch or in English."""


def contacts(text: str) -> list[str]:
    """Give the mail addresses and telephone numbers in a text, each once."""
    return list(dict.fromkeys(found[0] for pattern in (MAIL, PHONE) for found in pattern.finditer(text)))
