"""Made files in the three forms in which the key figures come, with as many rows as the real ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

MUNICIPALITIES: Final = 342
AREA, DISTRICT, TOWN = "BU00030102", "WK000301", "GM0003"
NAME: Final = "Hoge Vucht Zuid-Oost"
HIDDEN: Final = "BU00030199"
"""A neighbourhood of which the office says nothing."""
HALF: Final = "BU00030103"
"""One of which it says little."""

HERE: Final[Mapping[str, str]] = {
    "people": "1240",
    "households": "620",
    "alone": "285",
    "older": "240",
    "young": "195",
    "rented": "57",
    "housing": "43",
    "benefits": "60",
    "income": "31,2",
}
"""What is said of the neighbourhood that the tests ask for."""
BESIDE: Final[Mapping[str, str]] = {
    "people": "24100",
    "households": "10900",
    "alone": "3600",
    "older": "4900",
    "young": "3620",
    "rented": "38",
    "housing": "29,6",
    "benefits": "480",
    "income": "33,7",
}

SHORT: Final[Mapping[str, str]] = {
    "people": "a_inw",
    "households": "a_hh",
    "alone": "a_1p_hh",
    "older": "a_65_oo",
    "young": "a_00_14",
    "rented": "p_huurw",
    "housing": "p_wcorpw",
    "benefits": "a_soz_wb",
    "income": "g_ink_pi",
}
NUMBERED: Final[Mapping[str, str]] = {  # 2022; other years have other numbers
    "people": "AantalInwoners_5",
    "households": "HuishoudensTotaal_28",
    "alone": "Eenpersoonshuishoudens_29",
    "older": "k_65JaarOfOuder_12",
    "young": "k_0Tot15Jaar_8",
    "rented": "HuurwoningenTotaal_41",
    "housing": "InBezitWoningcorporatie_42",
    "benefits": "PersonenPerSoortUitkeringBijstand_83",
    "income": "GemiddeldInkomenPerInwoner_72",
}
TITLED: Final[Mapping[str, str]] = {
    "people": "Bevolking/Aantal inwoners (aantal)",
    "households": "Bevolking/Particuliere huishoudens/Huishoudens totaal (aantal)",
    "alone": "Bevolking/Particuliere huishoudens/Eenpersoonshuishoudens (aantal)",
    "older": "Bevolking/Leeftijdsgroepen/65 jaar of ouder (aantal)",
    "young": "Bevolking/Leeftijdsgroepen/0 tot 15 jaar (aantal)",
    "rented": "Wonen/Woningen naar eigendom/Huurwoningen/Huurwoningen totaal (%)",
    "housing": "Wonen/Woningen naar eigendom/Huurwoningen/In bezit woningcorporatie (%)",
    "benefits": "Sociale zekerheid/Personen per soort uitkering; Bijstand (aantal)",
    "income": "Inkomen/Inkomen van personen/Gemiddeld inkomen per inwoner  (x 1 000 euro)",
}
OTHERS: Final = 110
"""Columns that nobody asks for."""


def areas(municipalities: int = MUNICIPALITIES) -> Iterator[tuple[str, str, str, Mapping[str, str]]]:
    """Give the code, the name, the municipality and the figures of each row, from the country down."""
    yield "NL00", "Nederland", "Nederland", BESIDE
    for number in range(1, municipalities + 1):
        town = "Appingedam" if number == 3 else f"Gemeente {number}"
        yield f"GM{number:04}", town, town, BESIDE
        for district in range(8):
            yield f"WK{number:04}{district:02}", f"Wijk {district:02}", town, HERE
            for area in range(5):
                code = f"BU{number:04}{district:02}{area:02}"
                yield code, NAME if code == AREA else f"Buurt {district}-{area}", town, _figures(code)
        yield f"BU{number:04}0199", "Ülmerzijl", town, {}


def _figures(code: str) -> Mapping[str, str]:
    if code == HALF:
        return {name: HERE[name] for name in ("people", "households", "rented")}
    return HERE


def table(
    path: Path,
    names: Mapping[str, str],
    about: Sequence[str],
    *,
    rows: Sequence[tuple[str, str, str, Mapping[str, str]]] | None = None,
    delimiter: str = ";",
    encoding: str = "utf-8",
    hidden: str = ".",
    title: str = "",
    pad: int = 0,
) -> Path:
    """Write a file; ``about`` names the columns of code, area and municipality."""
    heads = [*about, *names.values(), *(f"x_{n}" for n in range(OTHERS))]
    others = delimiter.join(["1230"] * OTHERS)
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(title)
        file.write(_row(heads, delimiter) + "\r\n")
        for code, name, town, figures in areas() if rows is None else rows:
            said = [figures.get(column, hidden) for column in names]
            file.write(_row([code.ljust(pad), name, town, *said], delimiter) + delimiter + others + "\r\n")
    return path


def _row(cells: Sequence[str], delimiter: str) -> str:
    return delimiter.join(f'"{cell}"' if delimiter in cell or " " in cell else cell for cell in cells)


def short(path: Path, **how: object) -> Path:
    """Write the file of one year as it is saved from the workbook of the office."""
    return table(path, SHORT, ["gwb_code_10", "regio", "gm_naam"], **how)  # type: ignore[arg-type]


def numbered(path: Path, *, shift: int = 0, **how: object) -> Path:
    """Write an open data table; ``shift`` is by how much its columns have other numbers than in 2022."""
    names = {column: _shifted(name, shift) for column, name in NUMBERED.items()}
    return table(path, names, ["Codering_3", "WijkenEnBuurten", "Gemeentenaam_1"], pad=10, **how)  # type: ignore[arg-type]


def _shifted(name: str, shift: int) -> str:
    stem, _, number = name.rpartition("_")
    return f"{stem}_{int(number) + shift}"


def titled(path: Path, **how: object) -> Path:
    """Write a download of StatLine, with a title above its heading."""
    about = ["Regioaanduiding/Codering (code)", "Wijken en buurten", "Regioaanduiding/Gemeentenaam (naam)"]
    title = '"Kerncijfers wijken en buurten 2023"\r\n'
    return table(path, TITLED, about, title=title, **how)  # type: ignore[arg-type]


def few() -> list[tuple[str, str, str, Mapping[str, str]]]:
    """Give the rows of three municipalities alone: enough where the number of rows does not matter."""
    return list(areas(3))
