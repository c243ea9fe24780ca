"""Whatever stands in a file: figures, or a sentence. Never a traceback, never half a figure."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.cli import main
from facilitator.figures.area_reader import number
from facilitator.figures.columns import LAYOUTS
from facilitator.words import LANGUAGES
from tests.figures.country import AREA, few, short

NAMES = sorted(
    {name for layout in LAYOUTS for name in layout.columns.values()}
    | {name for layout in LAYOUTS for names in layout.about.values() for name in names}
)
CELLS = st.one_of(
    st.sampled_from([*NAMES, AREA, "GM0003", ".", "", "12,5", "1.240", "-3", "9" * 40, '"', "1e9", "\u0661"]),
    st.text(max_size=8),
)
ROWS = st.lists(st.lists(CELLS, max_size=20), max_size=8)


def ask(path: Path, area: str, language: str) -> tuple[int, str]:
    """Give the exit code and all that was said."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        words = ["figures", str(path), f"--area={area}", "--year", "2024", "--lang", language]
        try:
            code = main(words)
        except SystemExit as ended:  # such as an area that looks like an option
            code = int(str(ended.code))
    return code, said.getvalue()


def check(code: int, said: str) -> None:
    assert code in {0, 1}
    assert said.strip()
    assert "Traceback" not in said
    assert "onverwacht" not in said
    assert "unexpected" not in said


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), language=st.sampled_from(LANGUAGES))
def test_any_bytes(tmp_path: Path, data: bytes, language: str) -> None:
    path = tmp_path / "kwb.csv"
    path.write_bytes(data)
    check(*ask(path, AREA, language))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=ROWS,
    delimiter=st.sampled_from(";,\t"),
    encoding=st.sampled_from(["utf-8", "cp1252", "utf-16"]),
    area=st.one_of(st.just(AREA), st.text(max_size=12)),
    language=st.sampled_from(LANGUAGES),
)
def test_any_table_with_its_names(
    tmp_path: Path, rows: list[list[str]], delimiter: str, encoding: str, area: str, language: str
) -> None:
    path = tmp_path / "kwb.csv"
    text = "\r\n".join(delimiter.join(row) for row in rows)
    path.write_bytes(text.encode(encoding, errors="replace"))
    check(*ask(path, area, language))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 60_000), put=st.binary(min_size=1, max_size=30))
def test_a_right_file_in_which_something_was_written(tmp_path: Path, at: int, put: bytes) -> None:
    path = tmp_path / "kwb.csv"
    if not path.exists():
        short(path, rows=few())
        (tmp_path / "right").write_bytes(path.read_bytes())
    right = (tmp_path / "right").read_bytes()
    at = min(at, len(right))
    path.write_bytes(right[:at] + put + right[at:])
    check(*ask(path, AREA, "nl"))


@given(said=st.text(max_size=30))
def test_a_cell_is_a_number_that_can_be_or_nothing(said: str) -> None:
    found = number(said, "rented")
    assert found is None or 0 <= found <= 100
    counted = number(said, "people")
    assert counted is None or counted >= 0
