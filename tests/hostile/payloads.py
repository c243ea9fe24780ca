"""Texts that would like to act on a terminal, and what reaches it of them."""

from __future__ import annotations

import re
from typing import Final

PAYLOADS: Final[dict[str, str]] = {
    "clear": "a\x1b[2J\x1b[Hb",
    "clipboard": "a\x1b]52;c;cm0gLXJm\x07b",
    "title": "a\x1b]0;eigen titel\x07b",
    "link": "a\x1b]8;;http://evil.example\x1b\\b\x1b]8;;\x1b\\",
    "c1": "a\x9b2Jb\x9d0;titel\x9cc\x85d",
    "other screen": "a\x1b[?1049l\x1b[?25hb",
    "device": "a\x1bP1$r0m\x1b\\b\x1b_x\x1b\\",
    "nul": "a\x00b",
    "delete": "a\x7fb",
    "back": "a\x07\x08\x08b\rc",
    "bidi": "a\u202eb\u2066c\u2069\u061cd\u200f",
    "zero width": "a\u200bb\u200dc\ufeffd\u2060e",
    "tags": "a\U000e0041\U000e0042\U000e007fb",
    "marks": "a" + "\u0301" * 200,
    "markup": "[bold]a[/nope] [@click=app.bell]b[/] [link=http://evil.example]",
    "long": "w" * 5000,
}
"""The sixteen; the last is too long for a line, and is cut or refused."""

ONES: Final = [name for name in PAYLOADS if name != "long"]
"""Those that fit in a line."""
TOGETHER: Final = "".join(PAYLOADS[name] for name in ONES)
"""All of these at once, for what two texts beside each other would do."""

HARMLESS: Final = "zoiets"


def escaped(said: str) -> str:
    """Give a text as TOML can hold any of it between quotes."""
    return "".join(
        char if " " <= char <= "~" and char not in '"\\' else f"\\U{ord(char):08x}" for char in said
    )


OWN: Final = frozenset(
    {
        *("CSI H", "CSI m"),  # where it writes, and in what colours
        *(
            f"\x1b[?{mode}{set_}"
            for mode in (7, 25, 1000, 1003, 1004, 1006, 1015, 1049, 2004, 2026)
            for set_ in "hl"
        ),
        *("\x1b[>25u", "\x1b[<u", "\x1b[?2026$p", "\x1b]22;default\x07"),
    }
)
"""What the app itself makes a terminal do, and puts back at its end: modes, keys, the pointer."""


SEQUENCE: Final = re.compile(
    r"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9:;]*)(?P<end>[ -/]*[@-~])"
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?|[\x00-\x09\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]"
)
_NEVER: Final = re.compile(
    "[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e0fff]|\u0301{5}"
)


def acts(written: bytes) -> set[str]:
    """Give what a terminal is made to do, apart from where it writes and in what colours."""
    text = written.decode("utf-8", "replace")
    found: set[str] = set()
    for each in SEQUENCE.finditer(text):
        if each["end"] in {"m", "H"}:
            found.add(f"CSI {each['end']}")
        else:
            found.add(each[0])
    return found | set(_NEVER.findall(text))
