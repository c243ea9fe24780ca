"""A time in digits as large as the screen has room for, made of half blocks."""

from __future__ import annotations

from typing import Final

HEIGHT: Final = 5
"""Dots of a digit from top to bottom."""
_DOTS: Final = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    ".": (" ", " ", " ", " ", "#"),
}
_BLOCKS: Final = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def large(text: str, width: int, height: int) -> list[str]:
    """Give rows with a time as large as fits; the text itself where there is no room."""
    lines = [" ".join(_DOTS[character][row] for character in text) for row in range(HEIGHT)]
    size = min(width // len(lines[0]), 2 * height // HEIGHT)
    if size < 1:
        return [text]
    dots = ["".join(dot * size for dot in line) for line in lines for _ in range(size)]
    if len(dots) % 2:
        dots.append(" " * len(dots[0]))
    return [
        "".join(_BLOCKS[over == "#", under == "#"] for over, under in zip(*pair, strict=True))
        for pair in zip(dots[::2], dots[1::2], strict=True)
    ]
