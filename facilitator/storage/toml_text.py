"""How tables are written as text that people read: short lists on a line, and comments above."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

_SHORT_LIST: Final = re.compile(r'\[\n((?: +(?:-?[0-9]+|"[a-z0-9-]*"),\n)+) *\]')
"""A list of numbers or ids as tomli-w writes it, one to a line. No text of a user can look like it: a row of
a cleaned text never begins with a blank."""
_WIDEST: Final = 100


def as_toml(values: Mapping[str, Any], *, multiline_strings: bool = False) -> str:
    """Give values as TOML 1.0."""
    import tomli_w

    return _SHORT_LIST.sub(_on_one_line, tomli_w.dumps(values, multiline_strings=multiline_strings))


def as_comment(text: str) -> str:
    """Give lines as a comment."""
    return "\n".join(f"# {row}" for row in text.splitlines())


def _on_one_line(found: re.Match[str]) -> str:
    items = [row.strip().removesuffix(",") for row in found[1].splitlines()]
    line = f"[{', '.join(items)}]"
    return line if len(line) <= _WIDEST else found[0]
