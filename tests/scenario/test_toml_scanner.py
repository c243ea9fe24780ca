"""What the scanner finds is read by the parser as that name or that value, however it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from facilitator.scenario.library import built_in
from facilitator.scenario.toml_scanner import Entry, TomlScanner
from facilitator.scenario.validation import key_path
from tests.scenario.odd_toml import NAMES, VALUES, looks_double, odd_toml

FILES = sorted([*built_in().rglob("*.toml"), *(Path(__file__).parent / "mistakes").rglob("veel*.toml")])


def scanned(text: str) -> Entry:
    scanner = TomlScanner(text)
    assert scanner.scan()
    return scanner.top


def check_text(text: str) -> None:
    """Hold everything that is found against what the parser reads in the whole text."""
    top, data = scanned(text), tomli.loads(text)
    if not looks_double(data):
        check_inside(text, top, data, [])


def check_inside(text: str, entry: Entry, value: Any, names: list[str]) -> None:
    if isinstance(value, dict):
        assert set(entry.inside) == {key_path((name,)) for name in value}
        for name, inner in value.items():
            check_entry(text, entry.inside[key_path((name,))], inner, [*names, name])
    elif isinstance(value, list):
        assert list(entry.inside) == [f"[{n}]" for n in range(1, len(value) + 1)]
        starts = [element.value for element in entry.inside.values()]
        assert starts == sorted(set(starts))
        for element, inner in zip(entry.inside.values(), value, strict=True):
            check_entry(text, element, inner, names)
    else:
        assert entry.inside == {}


def check_entry(text: str, entry: Entry, value: Any, names: list[str]) -> None:
    start, end = entry.value
    said = text[start:end]
    assert said == said.strip()
    if entry.name is not None:
        assert names_in(f"{text[slice(*entry.name)]} = 0") == names[-1:]
    if entry.name == entry.value:  # dots made this table
        assert isinstance(value, dict)
    elif entry.name and start < entry.name[0] < end:
        assert names_in(said)[: len(names)] == names
        assert isinstance(value, dict | list)
    else:
        assert repr(tomli.loads(f"x = {said}")) == repr({"x": value})
    check_inside(text, entry, value, names)


def names_in(text: str) -> list[str]:
    """Give the names in the one key of a text."""
    names: list[str] = []
    data: Any = tomli.loads(text)
    while data and isinstance(data, dict | list):
        if isinstance(data, dict):
            names += data
        (data,) = data.values() if isinstance(data, dict) else data
    return names


@given(odd_toml())
def test_a_text_is_found_back_however_it_is_written(written: tuple[dict[str, Any], str]) -> None:
    data, text = written
    assert tomli.loads(text) == data
    check_text(text)


@given(st.dictionaries(NAMES, VALUES, max_size=5), st.booleans())
def test_what_a_tidy_writer_makes_is_found_back(data: dict[str, Any], multiline: bool) -> None:
    check_text(tomli_w.dumps(data, multiline_strings=multiline))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_our_own_files_are_found_back(path: Path) -> None:
    check_text(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "said",
    [
        *('""', "''", '""""""', "''''''", '"""a"""""', "'''a'''''", '""" "" \\""" """', '"\\\\"', "'\\'"),
        *('"#"', '"[{="', '\'"""\'', '"""\n\'\'\'\n"""', '"\\e[0m \\x41"', '"""\\\n  a\\\\"""', '"\\""'),
        *("1979-05-27", "1979-05-27 07:32", "1979-05-27T07:32:00.5-07:00", "07:32", "07:32:00", "-1_000"),
        *("+inf", "nan", "6.6e-34", "0xdead_beef", "true", "[]", "{}", "[[], [{}]]", "{ a.b = [ 1 ] }"),
        *("[ # ]\n1 # , 2\n, # ]\n]", "{ # }\n a = 1, # =\n}", "[\"]\", '}']", "[1979-05-27 , 2000-01-01 ]"),
    ],
)
def test_a_value_ends_where_it_ends(said: str) -> None:
    assert scanned(f"x = {said}").inside["x"].value == (4, 4 + len(said))
    for before, after in [
        ("x = [", "]"),
        ("x = [0, ", " ,]"),
        ("x = [", ",0]"),
        ("x = {y=", "}"),
        ("x = ", "# ]"),
    ]:
        text = f"{before}{said}{after}\nz = 1"
        assert "z" in tomli.loads(text)
        top = scanned(text)
        assert list(top.inside) == ["x", "z"]
        assert (len(before), len(before + said)) in [part.value for part in family(top)]


def family(entry: Entry) -> list[Entry]:
    """Give all that is inside, and inside that."""
    found = [entry]
    for inner in found:  # which grows on the way
        found.extend(inner.inside.values())
    return found[1:]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a = 1\nb", ["a"]),
        ("a = 1\nb =", ["a", "b"]),
        ('a = 1\nb = """\n', ["a", "b"]),
        ('a = 1\nb = """c" = 1\n', ["a", "b"]),
        ("a = 1\nb = '''c' = 1\n", ["a", "b"]),
        ("a = 1\nb = [\n1,\n", ["a", "b"]),
        ("a = 1\n[b", ["a"]),
        ("a = 1\n]\nb = 1", ["a"]),
    ],
)
def test_what_is_cut_off_is_said_and_nothing_is_taken_for_what_it_is_not(text: str, names: list[str]) -> None:
    scanner = TomlScanner(text)
    assert not scanner.scan()
    assert list(scanner.top.inside) == names
    assert scanner.top.inside["a"].value == (4, 5)
    assert all(text[slice(*entry.value)] in {"1", "[", ""} for entry in family(scanner.top))


def test_what_stands_deep_inside_is_found() -> None:
    """As deep as the parser reads it, which is deeper than a function may call itself."""
    brackets = 350
    text = f"[{'.'.join(['b'] * 900)}]\na = {'[' * brackets}1{']' * brackets}"
    assert tomli.loads(text)
    found = family(scanned(text))
    assert len(found) == 900 + 1 + brackets
    assert found[-1].value == (text.index("1"), text.index("1") + 1)
