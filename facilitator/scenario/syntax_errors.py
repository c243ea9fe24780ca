"""What is wrong with a text that is no TOML, as a person would say it; loaded only when one is."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Final

from facilitator.problems import Place, Problem
from facilitator.scenario.edit_conflict import find_conflict
from facilitator.scenario.header_errors import begun_twice
from facilitator.scenario.suggestions import LONGEST, YES_NO, is_plain

_REASONS: Final = {
    "Unterminated string": "scenario.syntax_quote",
    "Illegal character": "scenario.syntax_quote",
    "Expected '\"'": "scenario.syntax_quote",
    'Expected "\'"': "scenario.syntax_quote",
    "Unclosed": "scenario.syntax_bracket",
    "Expected ']": "scenario.syntax_bracket",
    "Expected '='": "scenario.syntax_equals",
    "Expected newline": "scenario.syntax_after",
    "Cannot": "scenario.syntax_twice",
    "Duplicate": "scenario.syntax_twice",
    "Invalid value": "scenario.syntax_value",
    "Invalid date": "scenario.syntax_value",
    "Unescaped": "scenario.syntax_backslash",
    "Invalid hex": "scenario.syntax_backslash",
    "Escaped": "scenario.syntax_backslash",
}
"""How the reader of TOML begins its reason, and our sentence for it."""


_TRIPLE: Final = re.compile(r'"{3}|\'{3}')
_SOME_TOML: Final = re.compile(
    r"""^[ \t]*(?:\[{1,2}[\w."' -]+\]{1,2}[ \t]*(?:\#.*)?|"""
    r"""[\w."'-]+[ \t]*=[ \t]*(?:["'\[{\d]|true|false).*)$""",
    re.MULTILINE,
)
"""A line that only a TOML file has: the header of a table, or a key with what it is set to."""
_LIKE_TOML: Final = re.compile(r'[="]|^[ \t]*\[', re.MULTILINE)
"""What a text that was meant as TOML has somewhere, however wrong it is."""

_CURLY: Final = "“”„‟‘’‚‛«»"
"""Quotation marks of Word and telephones; a single one may stand in a text."""
CURLY_LINE: Final = re.compile(rf"^.*[=\[,{{][ \t]*[{_CURLY}].*$|^[ \t]*[{_CURLY}]{{3}}[ \t]*$", re.MULTILINE)
"""A line in which one stands where a text begins, or where one of several lines ends."""
_LOOK: Final = 500
"""Characters around a place that are looked at; a longer line was not typed by a person."""
_REMARKS: Final = 20
"""Rows of remarks that are stepped over, looking for where something is not closed."""
_HEADER: Final = re.compile(r"\s*\[\[?[^\[\]]*\]?\s*(?:#.*)?")
_NUMBERS: Final = re.compile(r"\s*(?:format|minutes|most|part|people)\s*=")
"""What is set to a number."""
_SPACED: Final = re.compile(r"\s*([\w-]+(?: +[\w-]+)+)\s*=")
_PROSE: Final = re.compile(r"[^\[\]{}=#]*\w[^\[\]{}=#]*\s[^\[\]{}=#]*\w[^\[\]{}=]*")
"""A line of words, which a person wrote for people."""
_NEARLY: Final = re.compile(r"""\s*([\w-]+)\s+("[^"]*"|'[^']*'|\d+|true|false|\[.*\])\s*(?:\#.*)?""")
"""A line to which nothing is missing but the equals sign."""
_KEY: Final = re.compile(r"""([\w-]+)["']?\s*$""")
_AFTER_COLON: Final = re.compile(r""":\s*("[^"]*"|'[^']*'|\[[^\]]*\]|[^,}#\n]*)""")
_NUMBER: Final = re.compile(r"=\s*(\d+)\s*$")
_DATE: Final = re.compile(r"=\s*(\d{1,4}([-/.])\d{1,2}\2\d{1,4})\s*(?:#.*)?$")
"""A date as people write it, which can only stand here as a text."""
_NEXT_VALUE: Final = re.compile(r"\s*(?:[\"'{\d]|\[(?!\[))")
"""What follows when a comma is missing in a list of more lines; a key or a table closes it."""


def misread(text: str, reason: str, at: int, path: Path) -> Problem:
    """Say what is wrong with a text that is no TOML, where a person would look for it."""
    if not _LIKE_TOML.search(text):
        return Problem("scenario.not_toml", {}, Place(str(path)))
    if conflict := find_conflict(text, path):
        return conflict
    code, at, length = _pinned(text, reason, at)
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].split("\n", 1)[0]
    if code == "scenario.syntax_twice":
        return begun_twice(text, start, line[:_LOOK], path) or _twice(text, start, line, at, path)
    code, near = _closer(code, text[start:at], text[at:])
    if code == "scenario.syntax_prose":
        at, length = start + len(line) - len(line.lstrip()), len(line.strip())
    elif code == "scenario.wants_whole":
        number = text[start:at].rpartition("=")[2].strip()
        at, length = at - len(number), len(f"{number},0")
    curly = len(CURLY_LINE.findall(text)) if code == "scenario.syntax_curly" else 0
    place = Place(str(path), text.count("\n", 0, at) + 1, at - start + 1, length)
    if curly > 1:
        return Problem("scenario.syntax_curly_all", {"n": curly}, place)
    return Problem(code, {}, place, nearest=near)


def _pinned(text: str, reason: str, at: int) -> tuple[str, int, int]:
    """Give what the reader says as a code, with where that is to be seen and over how many characters."""
    code = _code(reason)
    opened = _opened(text[:at])
    if opened is not None:
        return "scenario.syntax_open", opened, 3
    if reason.startswith("Unclosed"):  # noticed at what follows
        return code, _before_remarks(text[:at]), 0
    if code == "scenario.syntax_backslash":
        return code, max(text.rfind("\\", 0, at), 0), 0
    before = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    if code == "scenario.syntax_quote" and before[-1:] and before[-1] in _CURLY:
        return "scenario.syntax_curly", text.rfind(before[-1], 0, at), 1
    return code, at, 0


def _twice(text: str, start: int, line: str, at: int, path: Path) -> Problem:
    """Point at a key that stands there for the second time, not at the end of its line."""
    length = 0
    if line.count("=") < 2:
        said = line.split("=", maxsplit=1)[0].strip()
        at, length = start + line.index(said), len(said)
    place = Place(str(path), text.count("\n", 0, at) + 1, at - start + 1, length)
    return Problem("scenario.syntax_twice", {}, place)


def _before_remarks(text: str) -> int:
    """Give where a text ends, without the blanks and the remarks on rows of their own after that."""
    end = len(text.rstrip())
    for _ in range(_REMARKS):
        start = text.rfind("\n", 0, end) + 1
        if not start or not text.startswith("#", start):
            break
        end = len(text[:start].rstrip())
    return end


def _closer(code: str, before: str, after: str) -> tuple[str, str]:
    """Give a closer reason where a slip is known, and the word that was probably meant.

    ``before`` is the line up to where the reader stopped, ``after`` the rest of the file.
    """
    if len(before) > _LOOK:
        return code, ""
    after = after[:_LOOK]
    rest = after.split("\n", 1)[0]
    if rest and not rest[0].isascii() and unicodedata.category(rest[0]) in {"Zs", "Cf"}:
        return "scenario.syntax_invisible", ""
    look = _LOOKS.get(code)
    found, near = look(before, rest, after) if look else ("", "")
    return f"scenario.{found}" if found else code, near


def _at_value(before: str, rest: str, _after: str) -> tuple[str, str]:
    if not rest.strip() or rest[0] == "#":
        return "syntax_nothing", ""
    if rest[0] in _CURLY:
        return "syntax_curly", ""
    if rest[0] == "=":
        return "syntax_equals_twice", ""
    said = rest.partition("#")[0].strip()
    yes_no = YES_NO.get(said.lower(), "")
    if yes_no:
        return "syntax_yes_no", yes_no
    is_text = is_plain(said) and "," not in said and not _NUMBERS.match(before)
    return "", f'"{said}"' if is_text else ""


def _after_value(before: str, rest: str, _after: str) -> tuple[str, str]:
    number = _NUMBER.search(before)
    if number and (part := re.match(r",(\d{1,4})(?!\d)", rest)):
        return "wants_whole", str(math.ceil(float(f"{number[1][:6]}.{part[1]}")))
    if rest[:1] == ",":
        return "syntax_comma_last", ""
    if number and not _DATE.search(before + rest):
        noughts = number[1] == "0" and rest[:1].isdigit()
        near = rest.partition("#")[0].strip() if noughts else number[1] if rest[:1].isalpha() else ""
        return "syntax_number_only", near if near.isdigit() else ""
    if before[-1:] in {'"', "'"} and before[-1:] in rest:
        return ("syntax_inner_quote" if before[-1:] == '"' else "syntax_apostrophe"), ""
    date = _DATE.search(before + rest)
    return "", f'"{date[1]}"' if date else ""


def _at_bracket(before: str, rest: str, after: str) -> tuple[str, str]:
    if _HEADER.fullmatch(before + rest):
        return "syntax_header", ""
    here = rest.partition("#")[0].strip()
    if here:
        return ("" if here[0] in "]})" else "syntax_comma"), ""
    following = re.sub(r"^\s*#.*$", "", after.partition("\n")[2], flags=re.MULTILINE)
    return ("syntax_comma" if _NEXT_VALUE.match(following) else "syntax_bracket_open"), ""


def _at_equals(before: str, rest: str, _after: str) -> tuple[str, str]:
    line = before + rest
    if spaced := _SPACED.match(line):
        return "syntax_key_space", "_".join(spaced[1].split())
    if rest[:1] == ":":
        return "syntax_colon", _with_equals(before, rest)
    if nearly := _NEARLY.fullmatch(line):
        return "", f"{nearly[1]} = {nearly[2]}"
    return ("syntax_prose" if _PROSE.fullmatch(line) else ""), ""


def _with_equals(before: str, rest: str) -> str:
    """Give what stands on both sides of a colon as it should have been written."""
    key, said = _KEY.search(before), _AFTER_COLON.match(rest)
    value = said[1].strip() if said else ""
    if key is None or not value or len(value) > LONGEST:
        return ""
    value = YES_NO.get(value.lower(), value)
    is_text = not (value[0] in "\"'[" or value.isdecimal() or value in {"true", "false"})
    if is_text and not is_plain(value):
        return ""
    return f'{key[1]} = "{value}"' if is_text else f"{key[1]} = {value}"


def _at_start(before: str, rest: str, _after: str) -> tuple[str, str]:
    line = before + rest
    if line.lstrip().startswith("//"):
        return "syntax_comment", ""
    return ("syntax_prose" if _PROSE.fullmatch(line) else ""), ""


_LOOKS: Final[dict[str, Callable[[str, str, str], tuple[str, str]]]] = {
    "scenario.syntax_quote": _at_start,
    "scenario.syntax_value": _at_value,
    "scenario.syntax_after": _after_value,
    "scenario.syntax_bracket": _at_bracket,
    "scenario.syntax_equals": _at_equals,
    "scenario.syntax": _at_start,
}


def _opened(before: str) -> int | None:
    """Give where a text of several lines begins that was never closed.

    The reader notices it at the end of the file, or where the next such text begins: then what was taken for
    a text has keys and tables in it.
    """
    marks = [found.start() for found in _TRIPLE.finditer(before)]
    if len(marks) % 2:
        return marks[-1]
    swallowed = marks and _SOME_TOML.search(before, marks[-2] + 3, marks[-1])
    return marks[-2] if swallowed else None


def _code(reason: str) -> str:
    return next((code for start, code in _REASONS.items() if reason.startswith(start)), "scenario.syntax")
