"""What a terminal sends for a key."""

from __future__ import annotations

ARROWS = {"Up": "A", "Down": "B", "Right": "C", "Left": "D", "End": "F", "Home": "H"}
NUMBERED = {
    "Insert": 2, "Delete": 3, "PageUp": 5, "PageDown": 6,
    "F5": 15, "F6": 17, "F7": 18, "F8": 19, "F9": 20, "F10": 21, "F11": 23, "F12": 24,
}  # fmt: skip
FIRST_FOUR = {"F1": "P", "F2": "Q", "F3": "R", "F4": "S"}
PLAIN = {"Enter": "\r", "Tab": "\t", "Escape": "\x1b", "Backspace": "\x7f", "Space": " "}
HELD = {"Shift": 1, "Alt": 2, "Ctrl": 4}


def bytes_of(key: str) -> bytes:
    """Give the bytes for a key, as in ``Enter``, ``F1``, ``a``, ``Ctrl+Z``, ``Shift+Tab`` or ``Ctrl+Left``.

    Raises ValueError for a key that a terminal has no bytes for.
    """
    *held, name = key.split("+") if key != "+" else ["+"]
    if not set(held) <= set(HELD):
        raise ValueError(f"no key {key!r}")
    sent = _special(name, 1 + sum(HELD[each] for each in held))
    return (sent if sent is not None else _character(name, held, key)).encode()


def _special(name: str, held: int) -> str | None:
    """Give the sequence of an arrow, a function key or one like those; held is 1 when nothing is."""
    between = f";{held}" if held > 1 else ""
    if name in ARROWS:
        return f"\x1b[{'1' if between else ''}{between}{ARROWS[name]}"
    if name in NUMBERED:
        return f"\x1b[{NUMBERED[name]}{between}~"
    if name in FIRST_FOUR:
        return f"\x1b[1{between}{FIRST_FOUR[name]}" if between else f"\x1bO{FIRST_FOUR[name]}"
    return None


def _character(name: str, held: list[str], key: str) -> str:
    if held == ["Shift"] and name == "Tab":
        return "\x1b[Z"
    character = PLAIN.get(name, name)
    if len(character) != 1 or "Shift" in held:
        raise ValueError(f"no key {key!r}")
    if "Ctrl" in held:
        if not "@" <= character.upper() <= "_":
            raise ValueError(f"no key {key!r}")
        character = chr(ord(character.upper()) & 0x1F)
    return f"\x1b{character}" if "Alt" in held else character
