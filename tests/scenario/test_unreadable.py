"""Files that are no TOML, no text, or made to hurt: told in a sentence, and soon."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.problems import Place
from facilitator.scenario.toml_files import LARGEST, read_toml
from facilitator.words import Words
from tests.scenario.shelf import BLOCK, GOOD, SET, change, check, told


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('format = 1\ntitle = "Avond', "syntax_quote", 2, 15),
        ('title = """\nAvond\n', "syntax_open", 1, 9),
        ("title = 'Avond", "syntax_quote", 1, 15),
        ("title = “Avond”", "syntax_curly", 1, 9),
        ("title = Avond", "syntax_value", 1, 9),
        ('languages = ["nl"', "syntax_bracket_open", 1, 18),
        ("[[use]\n", "syntax_header", 1, 6),
        ('title "Avond"', "syntax_equals", 1, 7),
        ('title = "Avond" ja', "syntax_after", 1, 17),
        ("minutes = 1\nminutes = 2", "syntax_twice", 2, 1),
        ('title = "C:\\map"', "syntax_backslash", 1, 12),
        ("= 3", "syntax", 1, 1),
        (f"minutes = {'9' * 5000}", "syntax_value", 0, 0),
    ],
)
def test_a_mistake_in_writing_has_a_line_and_a_column(
    tmp_path: Path, text: str, code: str, line: int, column: int
) -> None:
    path = tmp_path / "avond.toml"
    path.write_text(text, encoding="utf-8")
    (problem,) = check(path)
    assert problem.place is not None
    assert (problem.code, problem.place.line, problem.place.column) == (f"scenario.{code}", line, column)
    assert problem.place.path == str(path)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"PK\x03\x04\x14\x00", "office_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "office_file"),
        (b"%PDF-1.7", "office_file"),
        (b"\xff\xfet\x00i\x00", "utf_16"),
        ("title = 1".encode("utf-16-le"), "utf_16"),
        ("title = 1".encode("utf-16-be"), "utf_16"),
        (b"{\\rtf1\\ansi Welkom}", "office_file"),
        (b"GIF89a\x01\x00\x80", "office_file"),
        (b"Beste allemaal,\nwelkom in de buurt.", "not_toml"),
        (b"a = 1\n" * (LARGEST // 6 + 1), "too_large"),
        (b"a = " + b"[" * 5000, "too_deep"),
        (b"a = " + b"[" * 200 + b"]" * 200, "too_deep"),
        (b"[" + b".".join([b"a"] * 20_000) + b"]\nb = 1", "too_deep"),
        (b".".join([b"a"] * 20_000) + b" = 1", "too_deep"),
        (b"\n".join(b"a." * 12 + b"b%d = 1" % n for n in range(10_000)), "too_deep"),
        (b"a = 1", "no_sort"),
    ],
)
def test_what_is_no_scenario_at_all(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "avond.toml"
    path.write_bytes(data)
    assert [each.code for each in check(path)] == [f"scenario.{code}"]


def test_latin_1_is_pointed_at(tmp_path: Path) -> None:
    path = tmp_path / "avond.toml"
    path.write_bytes('format = 1\ntitle = "Café"\n'.encode("latin-1"))
    (problem,) = check(path)
    assert (problem.code, problem.place) == ("scenario.encoding", Place(str(path), 2, 13, 1))


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(shelf: Path) -> None:
    path = shelf / "avond.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert check(path) == []
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("purpose", "purpos").replace("\n", "\r\n").encode())
    assert ("scenario.unknown_key", 4, "purpos", "purpose") in told(check(path))


def test_a_folder_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "map.toml").mkdir()
    assert [each.code for each in check(tmp_path / "map.toml")] == ["scenario.not_a_file"]
    assert [each.code for each in check(tmp_path / "weg.toml")] == ["scenario.no_file"]


@pytest.mark.parametrize(
    "text",
    [
        GOOD + "[[use]]\n" * 60_000,
        BLOCK + "[[step]]\n" * 60_000,
        SET + '[[statement]]\nid = "s1"\n' * 30_000,
        GOOD + "".join(f"x{n} = 1\n" for n in range(50_000)),
        GOOD + f"{'x' * 500_000} = 1\n",
        GOOD + "[[use]]\n" + "".join(f'x{n} = {{ en = "a" }}\n' for n in range(30_000)),
        f"{GOOD}{' ' * 500_000}\n",
        f"{GOOD}[{' ' * 500_000}use{' ' * 500_000}]\n".replace("[[use]]", ""),
        GOOD.replace("minutes = 20", f"minutes = 0x{'f' * 100_000}"),
        GOOD.replace('"praten"', f'"{"x" * 100_000}"'),
    ],
    ids=["uses", "steps", "doubles", "keys", "long key", "texts", "blanks", "header", "number", "name"],
)
def test_a_hostile_file_is_told_shortly(shelf: Path, text: str) -> None:
    path = shelf / "avond.toml"
    path.write_text(text, encoding="utf-8")
    problems = check(path)
    assert len(problems) <= 50
    assert sum(len(each.line(Words("nl"))) for each in problems) < 50_000


def test_a_name_from_a_file_cannot_steer_a_terminal(shelf: Path) -> None:
    path = change(shelf / "avond.toml", "format = 1", '"\\u001b[31mrood" = 1\nformat = 1')
    lines = [each.line(Words("nl")) for each in check(path)]
    assert any("rood" in line for line in lines)
    assert all("\x1b" not in line for line in lines)


def _values() -> st.SearchStrategy[Any]:
    plain = st.one_of(st.text("abc é", max_size=5), st.integers(-3, 300), st.booleans(), st.just("card"))
    keys = st.sampled_from(["id", "block", "kind", "title", "minutes", "nl", "en", "text", "sets", "x"])
    return st.recursive(
        plain,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
        max_leaves=8,
    )


@settings(max_examples=200)
@given(
    st.dictionaries(
        st.sampled_from(
            ["format", "languages", "title", "minutes", "use", "step", "statement", "perspective", "x"]
        ),
        _values(),
        max_size=6,
    )
)
def test_any_file_gives_problems_and_never_a_crash(
    tmp_path_factory: pytest.TempPathFactory, data: Any
) -> None:
    import tomli_w

    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(tomli_w.dumps(data), encoding="utf-8")
    problems = check(path)
    assert problems
    assert all(each.line(Words("en")) for each in problems)


def test_reading_gives_what_the_file_says(shelf: Path) -> None:
    assert read_toml(shelf / "avond.toml")["perspective"] == [{"id": "bewoners", "title": "bewoners"}]
