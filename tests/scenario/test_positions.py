"""Every key and every value of a TOML file is found back exactly, and stays in sight when it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.line_breaks import cells
from facilitator.problems import Place
from facilitator.scenario.excerpt import underline
from facilitator.scenario.library import built_in
from facilitator.scenario.positions import LARGEST, Positions, Span, parent_of
from facilitator.scenario.validation import key_path
from facilitator.text import clean
from tests.scenario.odd_toml import looks_double

FILES = sorted([*built_in().rglob("*.toml"), *(Path(__file__).parent / "mistakes").glob("avond.toml")])
ODD = """\
# een opmerking
format = 1   # nog een
"met een punt.erin" = "x"
title.nl = 'een'
title.en = "two \\"2\\""
text = \"\"\"
[[use]]
regel = "twee"\"\"\"
lijst = [ # opmerking
    1, [2, "é"], { a.b = 3, "c d" = [4] },
    # en nog een
]

[[use]]
block = "a"
minutes = { x = 5 }

[use.more]
deep.er = true

[[use]]
[[use.inner]]
n = 1
[[use.inner]]
n = 2
[ "q" . r ]
s = 1979-05-27
"""


def leaves(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Give every value that is no table, with its path."""
    if isinstance(data, dict):
        for name, each in data.items():
            yield from leaves(each, (*path, name))
    elif isinstance(data, list) and data and all(isinstance(each, dict) for each in data):
        for number, each in enumerate(data):
            yield from leaves(each, (*path, number))
    else:
        yield path, data
        for number, each in enumerate(data if isinstance(data, list) else []):
            yield from leaves(each, (*path, number))


def source(text: str, span: Span | None) -> str:
    assert span is not None
    line = text.split("\n")[span.line - 1]
    assert span.column - 1 + span.length <= len(line)
    return line[span.column - 1 : span.column - 1 + span.length]


def check_places(text: str) -> None:
    """Hold every place against what the parser reads there."""
    positions = Positions(text)
    for path, value in leaves(tomli.loads(text)):
        found, span = positions.find(key_path(path), "value")
        assert found == key_path(path)
        said = source(text, span)
        if said.startswith(('"""', "'''")) or (said.startswith("[") and not said.endswith("]")):
            assert isinstance(value, str | list)  # it goes on after this line
        else:
            assert tomli.loads(f"x = {said}")["x"] == value
        if isinstance(path[-1], str):
            key = source(text, positions.find(key_path(path), "key")[1])
            assert next(iter(tomli.loads(f"{key} = 0"))) == path[-1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_everything_in_a_file_of_ours_is_found(path: Path) -> None:
    check_places(path.read_text(encoding="utf-8"))


def test_everything_in_an_odd_file_is_found() -> None:
    check_places(ODD)
    check_places(ODD.replace("\n", "\r\n"))


KEYS = st.text("abé .\"'-_漢", min_size=1, max_size=6)
VALUES = st.recursive(
    st.one_of(st.text("ab \n\té\"'\\漢", max_size=12), st.integers(-5, 5), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.booleans())
@example({'"': [{}], "'": 0}, False)
def test_everything_in_any_file_is_found(data: dict[str, Any], multiline: bool) -> None:
    text = tomli_w.dumps(data, multiline_strings=multiline)
    if not looks_double(data):
        check_places(text)


@pytest.mark.parametrize(
    ("key", "aim", "shown"),
    [
        ("use[1].nothing", "table", "[[use]]"),
        ("use[2].inner[2].x", "table", "[[use.inner]]"),
        ("use[1].more.x", "table", "[use.more]"),
        ("use[1].minutes.y", "table", "{ x = 5 }"),
        ("title.fr", "table", "title"),
        ("title.en", "table", "title"),
        ("nothing", "table", "format"),
        ("use[1].minutes.x", "key", "x"),
        ("use[1].more.deep", "key", "deep"),
        ("use", "key", "use"),
        ("use", "value", "[[use]]"),
        ("use[1].minutes.y", "value", "{ x = 5 }"),
        ("lijst[3].a", "value", "a"),
        ('"met een punt.erin"', "key", '"met een punt.erin"'),
        ("q.r", "value", '[ "q" . r ]'),
        ("q", "key", '"q"'),
    ],
)
def test_what_is_pointed_at(key: str, aim: Any, shown: str) -> None:
    assert source(ODD, Positions(ODD).find(key, aim)[1]) == shown


def test_a_text_is_pointed_at_in_its_language() -> None:
    key, span = Positions(ODD).find("title", "value", "en")
    assert (key, source(ODD, span)) == ("title.en", '"two \\"2\\""')
    assert Positions(ODD).find("format", "value", "en")[0] == "format"
    assert Positions(ODD).find("title", "table", "en")[0] == "title"


def test_what_misses_at_the_top_is_pointed_at_with_the_first_key() -> None:
    assert Positions("# niets\n title . nl = 'x'\na = 1").find("format", "table")[1] == Span(2, 2, 10)
    assert Positions("[ use . more ]\na = 1").find("format", "table")[1] == Span(1, 3, 10)
    assert Positions("# niets").find("format", "table")[1] is None


def test_of_names_that_look_alike_the_first_is_pointed_at() -> None:
    assert Positions("'a\"' = 1\n\"a'\" = 2").find('"a\'"', "value")[1] == Span(1, 8, 1)


def test_blanks_behind_the_first_line_of_a_value_are_not_marked() -> None:
    assert Positions('t = """Een \t\r\nwijk"""').find("t", "value")[1] == Span(1, 5, 6)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_words_are_found_in_a_text(line_end: str) -> None:
    text = 't = """\nEen wijk.\n  Twee   wijken\n"en" een \\\n  wijk."""\nu = "zeg \\"wijk\\" niet"\n'
    text += "w = 'Buurtwijk, wijkraad, wijk'"
    positions = Positions(text.replace("\n", line_end))
    for key, words, skip, place in [
        ("t", "wijk", 0, (2, 5, 4)),
        ("t", "wijk", 1, (5, 3, 4)),
        ("t", "Twee wijken", 0, (3, 3, 13)),
        ("t", "een wijk", 0, (4, 6, 5)),
        ("u", 'zeg "wijk" niet', 0, (2 + 4, 6, 17)),
        ("w", "wijk", 0, (7, 27, 4)),
    ]:
        assert positions.find_words(key, words, skip) == Span(*place), (key, words)
    assert positions.find_words("t", "nergens", 0) is None
    assert positions.find_words("v", "wijk", 0) is None


def test_a_newer_escape_hides_nothing_after_it() -> None:
    text = 'a = "\\e[0m \\x41"\n[b]\nc = 1\n'
    assert source(text, Positions(text).find("b.c", "value")[1]) == "1"


def test_what_comes_after_a_very_long_beginning_has_no_place_rather_than_a_wrong_one() -> None:
    text = "[[use]]\nblock = 'x'\n" * (LARGEST // 10)
    positions = Positions(text)
    assert positions.find("use[7].block", "value")[1] == Span(14, 9, 3)
    assert positions.find(f"use[{LARGEST // 10}].block", "value")[1] is None


def test_a_text_that_goes_on_beyond_it_is_not_taken_for_keys() -> None:
    text = 'a = 1\nb = """\n' + 'c" = 2\n' * (LARGEST // 6) + '"""\n'
    positions = Positions(text)
    assert positions.find("a", "value")[1] == Span(1, 5, 1)
    assert positions.find("b", "key")[1] == Span(2, 1, 1)
    assert positions.find("b", "value")[1] is None
    assert positions.find("c", "value")[1] is None


@pytest.mark.parametrize(
    ("key", "parent"),
    [
        ("a", ""),
        ("a.b", "a"),
        ("a[2]", "a"),
        ("a[2].b", "a[2]"),
        ('a."b.c"', "a"),
        ('"b.c"[1].d', '"b.c"[1]'),
    ],
)
def test_what_a_key_stands_in(key: str, parent: str) -> None:
    assert parent_of(key) == parent


# -- the line that is shown


LINES = st.text(st.sampled_from("abc = \"é漢'\t\x1b\u202e\u0301…"), max_size=150)


@given(LINES, st.integers(1, 160), st.integers(0, 80), st.integers(40, 76))
def test_a_line_and_its_mark_fit_a_terminal(line: str, column: int, length: int, width: int) -> None:
    row, mark = underline(line, Place("p", 1, column, length), width)
    assert cells(row) <= width
    assert cells(mark) <= width
    assert "\x1b" not in row
    assert "\t" not in row
    assert set(mark) <= {" ", "^"}
    assert mark.strip(" ")


@given(st.text(st.sampled_from("ab =漢é\t"), max_size=30), st.integers(0, 29), st.integers(1, 9))
def test_the_mark_stands_under_what_is_meant(line: str, start: int, length: int) -> None:
    meant = line[start : start + length]
    row, mark = underline(line, Place("p", 1, start + 1, length), 400)
    before = len(mark) - len(mark.lstrip(" "))
    wide = max(cells(meant.replace("\t", "    ")), 1)
    assert len(mark) - before == wide
    assert cells(line[:start].replace("\t", "    ")) == before
    assert clean(meant) in clean(row)
