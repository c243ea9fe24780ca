"""Where a text breaks into rows of so many cells, with every character kept in its place."""

from __future__ import annotations

from rich.cells import cell_len


def rows(text: str, width: int) -> list[tuple[int, int]]:
    """Give the start and end of each row; together they cover the text. An empty text has one row."""
    width = max(width, 2)
    found: list[tuple[int, int]] = []
    start = 0
    while True:
        end = _row_end(text, start, width)
        found.append((start, end))
        if end >= len(text):
            return found
        start = end


def _row_end(text: str, start: int, width: int) -> int:
    """Give where the row ends that begins at ``start``: after a blank if it has one, else full."""
    used = 0
    after_blank = 0
    for at in range(start, len(text)):
        used += cell_len(text[at])
        if used > width:
            if text[at] == " ":
                return at + 1
            return after_blank or max(at, start + 1)
        if text[at] == " ":
            after_blank = at + 1
    return len(text)
