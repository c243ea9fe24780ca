"""Which column of the statistics office is which figure, in each of the forms its file comes in.

The file is "Kerncijfers wijken en buurten" of the Dutch statistics office CBS: a row for each municipality,
district and neighbourhood. It goes round in three forms, each with names of its own for the same columns:

- ``kwb-2024.csv`` and its like, made of the workbook that CBS publishes each year: short names, ``a_inw``;
- the open data tables 85318NED (2022), 85618NED (2023), 85984NED (2024) and 86165NED (2025): names such as
  ``HuishoudensTotaal_28``, of which the number at the end is another one each year, and so is not looked at;
- a download of StatLine: the same in Dutch words, with the heading they stand under before a slash and the
  unit behind it in brackets.

The names of the columns were read in public code and pages that use these files, of 2022 up to and including
2025. What CBS says of each figure stands with the table itself on its site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

Column = Literal[
    "people",
    "households",
    "alone",
    "alone_share",
    "older",
    "older_share",
    "young",
    "young_share",
    "rented",
    "housing",
    "benefits",
    "income",
]
"""What a figure is made of: counts, shares of a hundred, and the mean income in thousands of euros."""
About = Literal["code", "name", "municipality"]
"""What says which area a row is of."""

Measure = Literal[
    "people", "households", "alone", "older", "young", "rented", "housing", "benefits", "income"
]
"""A figure that people at a meeting can recognise or contradict."""
MADE_OF: Final[Mapping[Measure, Sequence[Column]]] = {
    "people": ["people"],
    "households": ["households"],
    "alone": ["alone_share", "alone"],
    "older": ["older_share", "older"],
    "young": ["young_share", "young"],
    "rented": ["rented"],
    "housing": ["housing"],
    "benefits": ["benefits"],
    "income": ["income"],
}
"""In the order in which they are told; with one of its columns a figure can be made."""
FEWEST: Final = 6
"""Figures of which a file has the columns; with fewer it is another file than it looks like."""


@dataclass(frozen=True)
class Layout:
    """A form in which the file comes."""

    columns: Mapping[Column, str]
    about: Mapping[About, Sequence[str]]
    """The first of these that is there says it."""
    plain: Callable[[str], str]
    """From the name of a column in the file to that in this table."""


_NUMBER: Final = re.compile(r"_\d+$")
_UNIT: Final = re.compile(r"\s*\([^()]*\)$")


def _short(name: str) -> str:
    return name.strip().casefold()


def _numbered(name: str) -> str:
    return _NUMBER.sub("", name.strip().casefold())


def _titled(name: str) -> str:
    """Give the last words of a title, without the heading before it and the unit behind it."""
    return " ".join(_UNIT.sub("", name.strip().casefold()).rpartition("/")[2].split())


LAYOUTS: Final[Sequence[Layout]] = [
    Layout(
        {
            "people": "a_inw",
            "households": "a_hh",
            "alone": "a_1p_hh",
            "alone_share": "p_1p_hh",
            "older": "a_65_oo",
            "older_share": "p_65_oo",
            "young": "a_00_14",
            "young_share": "p_00_14",
            "rented": "p_huurw",
            "housing": "p_wcorpw",
            "benefits": "a_soz_wb",
            "income": "g_ink_pi",
        },
        {"code": ["gwb_code_10", "gwb_code"], "name": ["regio"], "municipality": ["gm_naam"]},
        _short,
    ),
    Layout(
        {
            "people": "aantalinwoners",
            "households": "huishoudenstotaal",
            "alone": "eenpersoonshuishoudens",
            "older": "k_65jaarofouder",
            "young": "k_0tot15jaar",
            "rented": "huurwoningentotaal",
            "housing": "inbezitwoningcorporatie",
            "benefits": "personenpersoortuitkeringbijstand",
            "income": "gemiddeldinkomenperinwoner",
        },
        {
            "code": ["codering", "wijkenenbuurten"],
            "name": ["wijkenenbuurten"],
            "municipality": ["gemeentenaam"],
        },
        _numbered,
    ),
    Layout(
        {
            "people": "aantal inwoners",
            "households": "huishoudens totaal",
            "alone": "eenpersoonshuishoudens",
            "older": "65 jaar of ouder",
            "young": "0 tot 15 jaar",
            "rented": "huurwoningen totaal",
            "housing": "in bezit woningcorporatie",
            "benefits": "personen per soort uitkering; bijstand",
            "income": "gemiddeld inkomen per inwoner",
        },
        {"code": ["codering"], "name": ["wijken en buurten"], "municipality": ["gemeentenaam"]},
        _titled,
    ),
]

TABLES: Final[Mapping[str, str]] = {
    "85318ned": "2022",
    "85618ned": "2023",
    "85984ned": "2024",
    "86165ned": "2025",
}
"""The year of an open data table by its number, which people leave in the name of the file."""


@dataclass(frozen=True)
class ColumnPlan:
    """What stands in which column of one file."""

    layout: Layout
    columns: Mapping[Column, int]
    about: Mapping[About, int]

    def has(self, measure: Measure) -> bool:
        """Tell whether a figure can be made of what the file has."""
        return any(column in self.columns for column in MADE_OF[measure])

    def missing(self) -> list[str]:
        """Give the columns that are not there by their names in the file: that of the code, one a figure."""
        code = [] if "code" in self.about else [self.layout.about["code"][0]]
        lacking = [measure for measure in MADE_OF if not self.has(measure)]
        return code + [self.layout.columns[MADE_OF[measure][-1]] for measure in lacking]

    @property
    def is_known(self) -> bool:
        """Tell whether enough is there to say that this is the file it looks like."""
        there = sum(self.has(measure) for measure in MADE_OF)
        return "code" in self.about and "people" in self.columns and there >= FEWEST


def read_header(names: Sequence[str]) -> ColumnPlan:
    """Give what stands where, by the form that fits these names best."""
    return max((_read(layout, names) for layout in LAYOUTS), key=_fit)


def _fit(header: ColumnPlan) -> int:
    return len(header.columns) + len(header.about)


def _read(layout: Layout, names: Sequence[str]) -> ColumnPlan:
    found: dict[str, int] = {}
    for at, name in enumerate(names):
        found.setdefault(layout.plain(name), at)
    columns = {column: found[name] for column, name in layout.columns.items() if name in found}
    about = {
        what: next(found[option] for option in options if option in found)
        for what, options in layout.about.items()
        if any(option in found for option in options)
    }
    return ColumnPlan(layout, columns, about)
