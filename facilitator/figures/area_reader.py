"""From the lines of a CSV file to the rows of one area and of its municipality. Pure: it opens nothing.

Row by row: a file has seventeen thousand rows, and no more is kept than is asked for.
"""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import BinaryIO, Final

from facilitator.figures.columns import Column, ColumnPlan, read_header
from facilitator.problems import Problem, Refused, nearest
from facilitator.text import clean, folded

AREA: Final = re.compile(r"BU[0-9A-Z]{8}|WK[0-9A-Z]{6}|GM[0-9]{4}")
COUNTRY: Final = "NL00"
LONGEST: Final = 60_000
"""Bytes of a line; the longest heading so far takes some nine thousand."""
TITLES: Final = 10
"""Lines among which the heading is looked for: a title may stand above it."""
MOST_TOLD: Final = 20
"""Areas that are named when the one that was asked for is not there."""
MOST_KEPT: Final = 2000
LONGEST_NAME: Final = 60

_PLAIN: Final = re.compile(r"(\d{1,15})(?:[.,](\d{1,9}))?", re.ASCII)
_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3}){1,4}", re.ASCII)
_YEAR: Final = re.compile(r"(?<!\d)20[0-4]\d(?!\d)", re.ASCII)
_SHARES: Final[frozenset[Column]] = frozenset(
    {"alone_share", "older_share", "young_share", "rented", "housing"}
)


@dataclass(frozen=True)
class Area:
    """A row of the file."""

    code: str
    name: str
    values: Mapping[Column, float]
    """Only what is said: a figure that is kept back is not here."""

    @property
    def title(self) -> str:
        """Give its name with its code, once."""
        return self.name if self.code in self.name else f"{self.name} ({self.code})"


@dataclass(frozen=True)
class Found:
    """What a file says of an area."""

    area: Area
    beside: Area | None
    """The municipality; of a municipality the country, where the file has it."""
    lacks: Sequence[str]
    """Columns that are not in the file, without which some figures cannot be told."""
    year: str
    """As a title above the heading says it; mostly empty."""


@dataclass
class _Search:
    """What is asked for, and what was found so far."""

    code: str
    beside: str
    rows: dict[str, list[str]] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)
    """Names by code: the other areas of the municipality, or what is called as was asked."""

    def done(self) -> bool:
        return {self.code, self.beside} <= self.rows.keys()


def text_lines(file: BinaryIO) -> Iterator[str]:
    """Give the lines of a file in UTF-8 or cp1252, as Excel writes it. Raises Refused when it is no text."""
    first = True
    while line := file.readline(LONGEST + 1):
        if len(line) > LONGEST or b"\0" in line:
            raise Refused(Problem("figures.not_csv"))
        line = line.removeprefix(BOM_UTF8) if first else line
        first = False
        try:
            yield line.decode()
        except UnicodeDecodeError:
            yield line.decode("cp1252", errors="replace")


def as_code(asked: str) -> str:
    """Give a code as the file writes it, whatever its capitals and blanks."""
    return "".join(asked.split()).upper()


def year_in(text: str) -> str:
    """Give the first year in a text, such as the name of a file; empty without one."""
    found = _YEAR.search(text)
    return found[0] if found else ""


def look_up(lines: Iterator[str], asked: str) -> Found:
    """Give the rows of an area and of its municipality. Raises Refused with one problem."""
    try:
        return _look_up(lines, asked)
    except csv.Error as error:
        raise Refused(Problem("figures.not_csv")) from error


def _look_up(lines: Iterator[str], asked: str) -> Found:
    top = list(islice(lines, TITLES))
    header, at, delimiter = _find_header(top)
    if not header.is_known:
        raise Refused(_changed(header, top))
    code = as_code(asked)
    search = _Search(code, COUNTRY if code.startswith("GM") else f"GM{code[2:6]}")
    name = "" if AREA.fullmatch(code) else folded(asked) or code or "?"
    for row in csv.reader(chain(top[at + 1 :], lines), delimiter=delimiter):
        _take(row, header, search, name)
        if search.done():
            break
    area = search.rows.get(search.code)
    if area is None:
        raise Refused(_not_there(asked, search, is_code=not name))
    beside = search.rows.get(search.beside)
    if beside is None and search.beside != COUNTRY:
        raise Refused(Problem("figures.no_municipality", {"code": search.code, "beside": search.beside}))
    return Found(
        _area(area, header),
        _area(beside, header) if beside else None,
        header.missing(),
        year_in(" ".join(top[:at])),
    )


def _find_header(top: Sequence[str]) -> tuple[ColumnPlan, int, str]:
    """Give the heading, the number of its line, and what stands between two columns."""
    best: tuple[ColumnPlan, int, str] | None = None
    size = -1
    for at, line in enumerate(top):
        for delimiter in ";,\t":
            header = read_header(next(csv.reader([line], delimiter=delimiter), []))
            if (fit := len(header.columns) + len(header.about)) > size:
                best, size = (header, at, delimiter), fit
    if best is None:
        raise Refused(Problem("figures.empty"))
    return best


def _changed(header: ColumnPlan, top: Sequence[str]) -> Problem:
    """Say that the columns are others than before; or that this is another file altogether."""
    if not header.columns and not header.about:
        table = any(sign in line for line in top for sign in ";,\t")
        return Problem("figures.other_file" if table else "figures.not_csv")
    return Problem("figures.changed", {"columns": ", ".join(header.missing())})


def _take(row: Sequence[str], header: ColumnPlan, search: _Search, name: str) -> None:
    """Keep a row that is asked for, and the name of an area that may have been meant."""
    at = header.about["code"]
    if at >= len(row):
        return
    code = row[at].strip().upper()
    if code in {search.code, search.beside}:
        search.rows.setdefault(code, list(row))
    if not AREA.fullmatch(code) or len(search.near) >= MOST_KEPT:
        return
    if not name and code[2:6] != search.code[2:6]:
        return
    called = _said(row, header.about.get("name"))
    if not name or folded(called) == name:
        search.near.setdefault(code, called)


def _not_there(asked: str, search: _Search, *, is_code: bool) -> Problem:
    """Say that there is no such area, and which there are."""
    near = search.near
    if is_code:
        alike = {code: name for code, name in near.items() if code[:2] == search.code[:2]}
        near = alike or near
    lines = [f"{code} {name}".strip() for code, name in near.items()]
    listed = "".join(f"\n  {line}" for line in lines[:MOST_TOLD])
    said = clean(asked)[:LONGEST_NAME]
    if not is_code:
        code = "figures.named" if near else "figures.no_code"
        return Problem(code, {"word": said, "areas": listed})
    if not near:
        return Problem("figures.no_such_municipality", {"code": search.code, "number": search.code[2:6]})
    likely = nearest(search.code, list(near)) or next(iter(near))
    return Problem("figures.no_area", {"code": search.code, "near": likely, "n": len(near), "areas": listed})


def _said(row: Sequence[str], at: int | None) -> str:
    """Give a text of a row, as it may be shown."""
    return clean(row[at])[:LONGEST_NAME].strip() if at is not None and at < len(row) else ""


def _area(row: Sequence[str], header: ColumnPlan) -> Area:
    code = _said(row, header.about["code"]).upper()
    values = {
        column: value
        for column, at in header.columns.items()
        if at < len(row) and (value := number(row[at], column)) is not None
    }
    return Area(code, _name(row, header, code), values)


def _name(row: Sequence[str], header: ColumnPlan, code: str) -> str:
    """Give what an area is called; open data has no name of it, and then its municipality and code do."""
    name, town = (_said(row, header.about.get(what)) for what in ("name", "municipality"))
    if name and as_code(name) != code:
        return name
    return town if town and code.startswith("GM") else f"{town} ({code})" if town else code


def number(said: str, column: Column) -> float | None:
    """Give what a cell says; None where the office keeps it back, or where it cannot be so.

    A point may stand between thousands or before decimals: nobody counts a tenth of a person.
    """
    said = said.strip()
    if _GROUPED.fullmatch(said) and column not in _SHARES and column != "income":
        return float(said.replace(".", ""))
    found = _PLAIN.fullmatch(said)
    if not found:
        return None
    value = float(f"{found[1]}.{found[2] or 0}")
    return None if column in _SHARES and value > 100 else value
