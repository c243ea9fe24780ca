"""``facilitator figures``: from a file of the office to six to eight figures on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.figures.area_reader import LONGEST
from facilitator.figures.command import LARGEST
from facilitator.words import LANGUAGES, Language
from tests.figures.asking import Capture, ask, refused
from tests.figures.country import (
    AREA,
    DISTRICT,
    HALF,
    HERE,
    HIDDEN,
    TOWN,
    few,
    numbered,
    short,
    titled,
)

TOLD = """\
Hoge Vucht Zuid-Oost (BU00030102), {year}
Van: CBS, Kerncijfers wijken en buurten

Mensen in dit gebied: 1.240
    de gemeente: 24.100
Huishoudens in dit gebied: 620
    de gemeente: 10.900
Mensen die alleen wonen in dit gebied: 46 van de 100 huishoudens
    de gemeente: 33 van de 100 huishoudens
Mensen van 65 jaar of ouder in dit gebied: 19 van de 100 mensen
    de gemeente: 20 van de 100 mensen
Kinderen tot 15 jaar in dit gebied: 16 van de 100 mensen
    de gemeente: 15 van de 100 mensen
Huurwoningen in dit gebied: 57 van de 100 woningen
    de gemeente: 38 van de 100 woningen
Woningen van een woningcorporatie in dit gebied: 43 van de 100 woningen
    de gemeente: 30 van de 100 woningen
Mensen met bijstand in dit gebied: 5 van de 100 mensen
    de gemeente: 2 van de 100 mensen

Zo komen ze in een scenario of sessie: zet erbij --into NAAM
"""


@pytest.mark.parametrize(
    ("name", "year", "write"),
    [
        ("85318NED_TypedDataSet.csv", "2022", numbered),
        ("Kerncijfers_wijken_en_buurten_11122025_141648.csv", "2023", titled),
        ("kwb-2024.csv", "2024", short),
    ],
)
def test_each_form_of_a_whole_country_gives_the_same(
    capsys: Capture, tmp_path: Path, name: str, year: str, write: Callable[[Path], Path]
) -> None:
    path = write(tmp_path / name)
    assert len(path.read_bytes().splitlines()) > 17_000
    assert ask(capsys, path, "--area", AREA) == (0, TOLD.format(year=year), "")


@pytest.mark.parametrize(
    "how",
    [
        {"delimiter": ","},
        {"delimiter": "\t"},
        {"encoding": "cp1252"},
        {"encoding": "utf-8-sig"},
        {"hidden": ""},
        {"hidden": "       NaN"},
        {"hidden": "x"},
        {"hidden": "-99997"},
    ],
    ids=str,
)
def test_whatever_stands_between_columns_and_however_signs_are_written(
    capsys: Capture, tmp_path: Path, how: dict[str, str]
) -> None:
    path = short(tmp_path / "kwb-2024.csv", rows=few(), **how)
    assert ask(capsys, path, "--area", AREA) == (0, TOLD.format(year="2024"), "")


@pytest.mark.parametrize("shift", [1, 4, 11])
def test_the_numbers_of_columns_are_another_each_year(capsys: Capture, tmp_path: Path, shift: int) -> None:
    path = numbered(tmp_path / "tabel 2025.csv", rows=few(), shift=shift)
    assert ask(capsys, path, "--area", AREA)[1] == TOLD.format(year="2025")


def test_without_names_an_area_is_called_by_its_municipality_and_code(
    capsys: Capture, tmp_path: Path
) -> None:
    rows = [(code, code, town, figures) for code, _, town, figures in few()]
    path = numbered(tmp_path / "85318NED.csv", rows=rows)
    assert ask(capsys, path, "--area", AREA)[1].startswith("Appingedam (BU00030102), 2022\n")
    assert ask(capsys, path, "--area", TOWN)[1].startswith("Appingedam (GM0003), 2022\n")


def test_a_code_is_read_whatever_its_capitals_and_blanks(capsys: Capture, tmp_path: Path) -> None:
    path = short(tmp_path / "kwb-2024.csv", rows=few())
    assert ask(capsys, path, "--area", " bu 0003 0102 ")[1] == TOLD.format(year="2024")


def test_a_district_and_a_municipality_have_figures_too(capsys: Capture, tmp_path: Path) -> None:
    path = short(tmp_path / "kwb-2024.csv", rows=few())
    assert "Wijk 01 (WK000301), 2024" in ask(capsys, path, "--area", DISTRICT)[1]
    out = ask(capsys, path, "--area", TOWN)[1]
    assert "Appingedam (GM0003), 2024" in out
    assert "heel Nederland: 24.100" in out


def test_in_english_the_figures_and_the_numbers_are_english(capsys: Capture, tmp_path: Path) -> None:
    out = ask(capsys, short(tmp_path / "kwb-2024.csv", rows=few()), "--area", AREA, language="en")[1]
    assert "People in this area: 1,240\n    the municipality: 24,100\n" in out
    assert "Rented homes in this area: 57 of every 100 homes" in out
    assert "gebied" not in out


def test_what_the_office_keeps_back_stays_empty_and_is_never_guessed(capsys: Capture, tmp_path: Path) -> None:
    code, out, err = ask(capsys, short(tmp_path / "kwb-2024.csv", rows=few()), "--area", HALF)
    assert code == 0
    assert out.count("hier is geen getal voor") == 3
    assert "Mensen van 65 jaar of ouder in dit gebied: hier is geen getal voor\n    de gemeente: 20" in out
    assert out.count("de gemeente:") == 6, "no fewer than six, and no more empty ones than that"
    assert err == "Voor 3 cijfers is hier geen getal. Die blijven leeg.\n"


def test_an_income_is_told_where_another_figure_is_not_known(capsys: Capture, tmp_path: Path) -> None:
    rows = [(*row[:3], {k: v for k, v in row[3].items() if k != "rented"}) for row in few()]
    out = ask(capsys, short(tmp_path / "kwb-2024.csv", rows=rows), "--area", AREA)[1]
    income = "Gemiddeld inkomen per mens in dit gebied: € 31.200 per jaar\n    de gemeente: € 33.700 per jaar"
    assert income in out
    assert "Huurwoningen" not in out


def test_shares_of_a_very_small_whole_are_not_told(capsys: Capture, tmp_path: Path) -> None:
    small = {**HERE, "people": "90", "households": "40", "older": "20", "young": "10", "benefits": "10"}
    rows = [(*row[:3], small if row[0] == AREA else row[3]) for row in few()]
    out = ask(capsys, short(tmp_path / "kwb-2024.csv", rows=rows), "--area", AREA)[1]
    assert "alleen wonen in dit gebied: hier is geen getal voor" in out
    assert "ouder" not in out, "twenty of ninety, both rounded to fives, is no share"


def test_less_than_one_of_a_hundred_is_not_none(capsys: Capture, tmp_path: Path) -> None:
    rows = [
        (*row[:3], {**HERE, "housing": "0,4", "rented": "0"} if row[0] == AREA else row[3]) for row in few()
    ]
    out = ask(capsys, short(tmp_path / "kwb-2024.csv", rows=rows), "--area", AREA)[1]
    assert "woningcorporatie in dit gebied: minder dan 1 van de 100 woningen" in out
    assert "Huurwoningen in dit gebied: 0 van de 100 woningen" in out


def test_no_area_is_put_in_a_rank(capsys: Capture, tmp_path: Path) -> None:
    path = short(tmp_path / "kwb-2024.csv", rows=few())
    for language in LANGUAGES:
        out = ask(capsys, path, "--area", AREA, language=language)[1].casefold()
        for word in ("rang", "rank", "gemiddelde van", "hoogste", "laagste", "highest", "lowest", "plaats"):
            assert word not in out


@pytest.mark.parametrize("said", ["2.021", "2021"])
def test_a_point_between_thousands_is_no_decimal(capsys: Capture, tmp_path: Path, said: str) -> None:
    rows = [(*row[:3], {**HERE, "people": said} if row[0] == AREA else row[3]) for row in few()]
    out = ask(capsys, short(tmp_path / "kwb-2024.csv", rows=rows), "--area", AREA)[1]
    assert "Mensen in dit gebied: 2.021\n" in out


def test_the_year_comes_from_the_file_its_name_or_who_asks(capsys: Capture, tmp_path: Path) -> None:
    path = short(tmp_path / "buurten.csv", rows=few())
    assert "--year 2024" in refused(capsys, path, "--area", AREA)
    assert ask(capsys, path, "--area", AREA, "--year", "2023")[1] == TOLD.format(year="2023")
    assert "vorig is geen jaar" in refused(capsys, path, "--area", AREA, "--year", "vorig")


# -- what cannot be


def test_an_area_that_is_not_there_is_told_with_those_that_are(capsys: Capture, tmp_path: Path) -> None:
    err = refused(capsys, short(tmp_path / "kwb-2024.csv", rows=few()), "--area", "BU00030192")
    assert "In dit bestand staat geen gebied BU00030192." in err
    assert "BU00030102 Hoge Vucht Zuid-Oost" in err
    assert "BU0002" not in err
    assert "WK" not in err


def test_a_municipality_that_is_not_there(capsys: Capture, tmp_path: Path) -> None:
    err = refused(capsys, short(tmp_path / "kwb-2024.csv", rows=few()), "--area", "BU99990101")
    assert "niets van gemeente 9999" in err


def test_a_name_instead_of_a_code_is_answered_with_its_code(capsys: Capture, tmp_path: Path) -> None:
    path = short(tmp_path / "kwb-2024.csv", rows=few())
    assert f"{AREA} Hoge Vucht Zuid-Oost" in refused(capsys, path, "--area", "hoge vucht zuid oost")
    for word in ("Nergens", "", "BU12", "?"):
        assert "geen code van een gebied" in refused(capsys, path, "--area", word)


def test_a_file_without_the_row_of_the_municipality(capsys: Capture, tmp_path: Path) -> None:
    rows = [row for row in few() if not row[0].startswith("GM")]
    err = refused(capsys, short(tmp_path / "kwb-2024.csv", rows=rows), "--area", AREA)
    assert "de gemeente GM0003 niet" in err


def test_an_area_of_which_nothing_is_known(capsys: Capture, tmp_path: Path) -> None:
    err = refused(capsys, short(tmp_path / "kwb-2024.csv", rows=few()), "--area", HIDDEN)
    assert f"Van Ülmerzijl ({HIDDEN}) geeft het CBS geen cijfers." in err


@pytest.mark.parametrize("language", LANGUAGES)
def test_changed_columns_are_named(capsys: Capture, tmp_path: Path, language: Language) -> None:
    path = short(tmp_path / "kwb-2024.csv", rows=few())
    text = path.read_text(encoding="utf-8")
    for name in ("a_hh", "a_1p_hh", "a_65_oo", "a_00_14"):
        text = text.replace(f"{name};", f"n_{name};", 1)
    path.write_text(text, encoding="utf-8")
    err = refused(capsys, path, "--area", AREA, language=language)
    assert "a_hh, a_1p_hh, a_65_oo, a_00_14" in err
    assert "p_huurw" not in err


def test_without_a_column_of_codes_that_is_what_is_named(capsys: Capture, tmp_path: Path) -> None:
    path = short(tmp_path / "kwb-2024.csv", rows=few())
    path.write_text(path.read_text(encoding="utf-8").replace("gwb_code_10", "gebied"), encoding="utf-8")
    assert "Deze ontbreken: gwb_code_10." in refused(capsys, path, "--area", AREA)


def test_one_column_less_leaves_one_figure_out_and_says_so(capsys: Capture, tmp_path: Path) -> None:
    path = short(tmp_path / "kwb-2024.csv", rows=few())
    path.write_text(path.read_text(encoding="utf-8").replace("p_huurw", "p_huur"), encoding="utf-8")
    code, out, err = ask(capsys, path, "--area", AREA)
    assert (code, "Huurwoningen" in out, "inkomen" in out) == (0, False, True)
    assert "Deze kolommen ontbreken in het bestand: p_huurw." in err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg"),
        (b"\n\n\n", "geen CSV-bestand"),
        (b"PK\x03\x04\x00\x00werkmap", "geen CSV-bestand"),
        (b"x" * (LONGEST + 1), "geen CSV-bestand"),
        (b"Beste buren: dit is een brief", "geen CSV-bestand"),
        ("a;b\n1;2\n".encode("utf-16"), "geen CSV-bestand"),
        (b"naam,leeftijd\nbuur,12\n", "een ander bestand"),
        (b'gwb_code_10;a_inw;"open\n' + b"\n" * 20, "Deze ontbreken"),
    ],
    ids=["nothing", "blank", "workbook", "one line", "letter", "utf-16", "other table", "open quote"],
)
def test_what_is_no_such_file(capsys: Capture, tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "kwb-2024.csv"
    path.write_bytes(data)
    assert said in refused(capsys, path, "--area", AREA)


def test_a_quote_that_stays_open_is_no_table(capsys: Capture, tmp_path: Path) -> None:
    path = short(tmp_path / "kwb-2024.csv", rows=[("BU00010101", '"open', "x", {}), *few() * 30])
    err = refused(capsys, path, "--area", "BU00090000")
    assert "geen CSV-bestand" in err or "niets van gemeente" in err


def test_a_file_of_200_mb_is_not_read(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "kwb-2024.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert f"groter dan {LARGEST} MB" in refused(capsys, path, "--area", AREA)


def test_what_cannot_be_opened(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "map.csv").mkdir()
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pijp.csv")
    for name in ("weg.csv", "map.csv", "pijp.csv", "nul\0.csv", "te-" + "lang" * 100):
        assert len(refused(capsys, tmp_path / name, "--area", AREA).splitlines()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_usage_is_told_in_one_line(capsys: Capture, tmp_path: Path, language: Language) -> None:
    for words in (["x.csv"], ["--area", AREA], [], ["x.csv", "--area"], ["x.csv", "--gebied", AREA]):
        code, out, err = ask(capsys, *words, language=language)
        assert (code, out, len(err.splitlines())) == (2, "", 1)
