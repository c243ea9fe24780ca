"""Whatever stands in a file: the check gives problems or nothing, and every problem can be told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.line_breaks import cells
from facilitator.problems import Problem
from facilitator.scenario.excerpt import WIDTH, Excerpts
from facilitator.scenario.library import built_in
from facilitator.words import Words
from tests.scenario.shelf import BLOCK, GOOD, SET, VOTE, check

SHIPPED = [path.read_text(encoding="utf-8") for path in sorted(built_in().rglob("*.toml"))]
TOKENS = [
    *('"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", "=", ",", ".", "#", "\\", "\n", "\t", " "),
    *(
        "0",
        "-1",
        "999",
        "1.5",
        "true",
        "2026-01-01",
        "19:30",
        "é",
        "漢",
        "\u202e",
        "\x1b[2J",
        "\u0301",
        "\r\n",
    ),
    *("id", "kind", "title", "minutes", "[[use]]", "[[step]]", "[[statement]]", "nl", "en", "block", "use"),
    *("probleemwijk", "kansarm", "languages", "format = 1\n", 'kind = "card"\n', "sets", "back", "level"),
]
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
MORE = settings(max_examples=150)


def tell(path: Path) -> list[Problem]:
    """Check a file, and say what is wrong with it in both languages."""
    problems = check(path)
    for language in ("nl", "en"):
        excerpts = Excerpts(Words(language))
        for problem in problems:
            rows = excerpts.say(problem).split("\n")
            assert not any(HARMFUL.search(row) for row in rows)
            assert all(cells(row) <= WIDTH for row in rows[1:])
    return problems


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("fuzz")
    (made / "blocks").mkdir()
    return made


@MORE
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"format = 1\n", b"\xef\xbb\xbf", b"[[step]]\n", b"\xff\xfe"]),
)
def test_any_bytes(folder: Path, data: bytes, start: bytes) -> None:
    path = folder / "bytes.toml"
    path.write_bytes(start + data)
    assert tell(path)


@MORE
@given(st.lists(st.sampled_from(TOKENS), max_size=60))
def test_any_text_that_looks_like_a_scenario(folder: Path, tokens: list[str]) -> None:
    path = folder / "blocks/text.toml"
    path.write_text("".join(tokens), encoding="utf-8", newline="")
    assert tell(path)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Give a good file after a few accidents."""
    text = draw(st.sampled_from([*SHIPPED, BLOCK, GOOD, SET, VOTE]))
    for _ in range(draw(st.integers(1, 4))):
        lines = text.split("\n")
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        how = draw(st.sampled_from(["cut", "swap", "delete", "double", "token", "value"]))
        line = lines[at]
        if how == "cut":
            lines[at] = line[: draw(st.integers(0, len(line)))]
        elif how == "swap":
            lines[at], lines[other] = lines[other], line
        elif how == "delete":
            del lines[at : at + draw(st.integers(1, 3))]
        elif how == "double":
            lines.insert(other, line)
        elif how == "token":
            where = draw(st.integers(0, len(line)))
            lines[at] = line[:where] + draw(st.sampled_from(TOKENS)) + line[where + draw(st.integers(0, 4)) :]
        else:
            values = ['""', "[]", "{}", "0", "true", '"?"', '["x"]', '{ nl = "a", en = 1 }', "[[1]]"]
            lines[at] = f"{line.split('=')[0]}= {draw(st.sampled_from(values))}"
        text = "\n".join(lines) or "\n"
    return text


@MORE
@given(mutated(), st.sampled_from(["avond.toml", "blocks/avond.toml"]))
def test_any_accident_in_a_good_file(folder: Path, text: str, name: str) -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    lines = text.split("\n")
    for problem in tell(path):
        place = problem.place
        if place and place.path == str(path) and place.line:
            assert place.line <= len(lines)
            assert place.column - 1 + place.length <= len(lines[place.line - 1]) + 1
