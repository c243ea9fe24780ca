"""Whether something that is read in English has a word of Dutch in it, besides names."""

from __future__ import annotations

import re
from typing import Final

WORDS: Final = frozenset(
    [
        "de",
        "het",
        "een",
        "van",
        "voor",
        "niet",
        "ook",
        "wij",
        "zij",
        "naar",
        "wordt",
        "worden",
        "zijn",
        "bij",
        "aan",
        "geen",
        "maar",
        "deze",
        "dit",
        "wie",
        "nog",
        "moet",
        "kan",
        "iets",
        "wat",
        "hier",
        "onze",
        "ons",
        "welke",
        "waar",
        "waarom",
        "hoe",
        "uw",
        "uit",
        "eens",
        "heeft",
        "hebben",
        "hebt",
        "wil",
        "willen",
        "vraag",
        "ieder",
        "elke",
        "iedereen",
        "samen",
        "vandaag",
        "volgende",
        "keer",
        "daarna",
        "omdat",
        "zonder",
        "wijk",
        "buurt",
        "bewoners",
        "gemeente",
    ]
)
"""Words that stand in nearly every Dutch sentence, and in no English one."""
NAMES: Final = re.compile(
    r"\S+[./]\S+|Naar\s+een\s+wendbare\s+wijkaanpak|De\s+Beuk|Buurt\s+Eigen", re.IGNORECASE
)
"""What keeps its Dutch name: publications with their addresses, and who made them."""


def dutch_in(text: str, *typed: str) -> list[str]:
    """Give the rows of a text that hold a Dutch word; ``typed`` is what a test typed in Dutch itself."""
    for each in typed:
        text = text.replace(each, "")
    return [row.strip() for row in NAMES.sub("", text).splitlines() if WORDS & {*_words(row)}]


def _words(row: str) -> list[str]:
    return re.findall(r"[a-zà-ÿ]+", row.lower())
