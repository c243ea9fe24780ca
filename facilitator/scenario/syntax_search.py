"""Every slip in a text that is no TOML, as far as one can be told apart from the next."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import tomli

from facilitator.problems import Problem
from facilitator.scenario.syntax_errors import CURLY_LINE, misread

_OF_ONE_LINE: Final = frozenset(
    f"scenario.syntax_{name}"
    for name in (
        *("after", "apostrophe", "backslash", "colon", "comma", "comma_last", "comment", "curly", "equals"),
        *("equals_twice", "inner_quote", "invisible", "key_space", "nothing", "number_only", "prose"),
        *("quote", "twice", "value", "yes_no"),
    )
) | {"scenario.too_low", "scenario.wants_whole"}
"""Slips that say nothing of the lines after theirs."""
_STRAIGHT: Final = str.maketrans("“”„‟«»‘’‚‛", '"' * 6 + "'" * 4)
_HEADER: Final = re.compile(r"[ \t]*\[{1,2}[ \t]*([\w.-]+)[ \t]*\]{0,2}[ \t]*")


def find_slips(text: str, error: tomli.TOMLDecodeError, path: Path, most: int) -> list[Problem]:
    """Say what is wrong with a text, from the top down: at most so many slips, the first of them ``error``.

    After each the text is read on as if that line were right, or were not there. Where a slip may reach
    further than its line, what comes after it can't be told yet.
    """
    problems = [misread(text, error.msg, error.pos, path)]
    while len(problems) < most and (mended := _mended(text, problems[-1])):
        text = mended
        try:
            tomli.loads(text)
        except tomli.TOMLDecodeError as next_error:
            problem = misread(text, next_error.msg, next_error.pos, path)
        except (RecursionError, ValueError):
            break
        else:
            break
        if _line_of(problem) <= _line_of(problems[-1]):
            break
        problems.append(problem)
    return problems


def _line_of(problem: Problem) -> int:
    return problem.place.line if problem.place else 0


def _mended(text: str, problem: Problem) -> str:
    """Give a text without a slip, each line in its place; nothing when it can't be read on."""
    if problem.code == "scenario.syntax_curly_all":
        return CURLY_LINE.sub(lambda found: found[0].translate(_STRAIGHT), text)
    lines = text.split("\n")
    number = _line_of(problem) - 1
    if number < 0 or not _is_read("\n".join(lines[:number])):
        return ""
    line = lines[number]
    header = _HEADER.fullmatch(line.partition("#")[0]) if problem.code == "scenario.syntax_header" else None
    if header:
        lines[number] = f"[[{header[1]}]]" if "[[" in line or "]]" in line else f"[{header[1]}]"
    elif problem.code in _OF_ONE_LINE and not _reaches_on(line):
        lines[number] = ""
    else:
        return ""
    return "\n".join(lines)


def _is_read(text: str) -> bool:
    """Tell whether what stands above a line is whole, so that the line begins something of its own."""
    try:
        tomli.loads(text)
    except (RecursionError, ValueError):
        return False
    return True


def _reaches_on(line: str) -> bool:
    """Tell whether a line opens something that a later one closes."""
    triple = sum(line.count(mark) for mark in ('"' * 3, "'" * 3))
    return bool(triple % 2) or line.count("[") != line.count("]") or line.count("{") != line.count("}")
