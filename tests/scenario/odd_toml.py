"""Writes data as TOML in every way there is, as people and other programs do and a tidy writer does not."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from random import Random
from typing import Any

from hypothesis import strategies as st

from facilitator.scenario.validation import key_path

NAMES = st.text("abé .\"'-_漢#[]=\\\t", max_size=6)
TEXTS = st.text("ab \n\té\"'\\漢#[]{}=,\u00a0\x1b", max_size=12)
NIGHT = "1979-05-27 07:32:00"
VALUES = st.recursive(
    st.one_of(
        TEXTS,
        st.integers(-300, 300),
        st.booleans(),
        st.floats(allow_nan=False),
        st.just(date(1979, 5, 27)),
        st.just(datetime.fromisoformat(NIGHT)),
        st.just(time(19, 30)),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)),
    max_leaves=15,
)
REMARKS = ["#", "# [tafel]", '# a = "', "#'''", "# é \\"]


def looks_double(value: Any) -> bool:
    """Tell whether two names in one table look the same when they are shown: then the first has the place."""
    if isinstance(value, dict):
        shown = {key_path((name,)) for name in value}
        return len(shown) < len(value) or any(map(looks_double, value.values()))
    return isinstance(value, list) and any(map(looks_double, value))


@st.composite
def odd_toml(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """Give data and a text that says it, with what TOML 1.1 allows and 1.0 does not."""
    data = draw(st.dictionaries(NAMES, VALUES, max_size=5))
    return data, OddScribe(draw(st.randoms(use_true_random=False))).document(data)


class OddScribe:
    """Chooses another way each time."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._line_end = random.choice(["\n", "\r\n"])

    def document(self, data: dict[str, Any]) -> str:
        """Give the whole text; without a line end behind the last line, half of the time."""
        text = "".join(self._rows_and_tables([], data))
        return text if self._chance() else text.rstrip("\r\n")

    def _rows_and_tables(self, path: list[str], data: dict[str, Any]) -> tuple[str, str]:
        """Give what stands under a header, and the tables in it that have headers of their own."""
        rows, tables = "", ""
        for name, value in data.items():
            of_tables = isinstance(value, list) and value and all(isinstance(row, dict) for row in value)
            if isinstance(value, dict) and self._chance():
                tables += self._table([*path, name], value)
            elif of_tables and self._chance():
                tables += "".join(self._element([*path, name], row) for row in value)
            else:
                rows += "".join(self._row(pair) for pair in self._pairs([name], value))
        return rows, tables

    def _table(self, path: list[str], data: dict[str, Any]) -> str:
        """Give a table, perhaps behind the tables in it, or without a header when these say enough."""
        rows, tables = self._rows_and_tables(path, data)
        if tables and not rows and self._chance():
            return tables
        header = self._row(f"[{self._key(path)}]")
        return self._random.choice([f"{header}{rows}{tables}", f"{tables}{header}{rows}"])

    def _element(self, path: list[str], data: dict[str, Any]) -> str:
        """Give a table of a list of tables."""
        rows, tables = self._rows_and_tables(path, data)
        return self._row(f"[[{self._key(path)}]]") + rows + tables

    def _row(self, said: str) -> str:
        """Give a row, with some blanks, and a remark or an empty row around it."""
        remark = self._remark() if self._chance() else ""
        before = self._random.choice(["", "", self._line_end, f" {self._remark()}{self._line_end}"])
        return f"{before}{self._blank()}{said}{self._blank()}{remark}{self._line_end}"

    def _pairs(self, names: list[str], value: Any) -> list[str]:
        """Give a pair, or of a table perhaps its pairs with dots in their keys."""
        if isinstance(value, dict) and value and self._chance():
            return [pair for name, inner in value.items() for pair in self._pairs([*names, name], inner)]
        return [self._pair(names, value)]

    def _pair(self, names: list[str], value: Any) -> str:
        return f"{self._key(names)}={self._blank()}{self._value(value)}"

    def _key(self, names: list[str]) -> str:
        return self._blank() + ".".join(f"{self._blank()}{self._name(name)}{self._blank()}" for name in names)

    def _name(self, name: str) -> str:
        ways = [self._basic(name)]
        if re.fullmatch(r"[\w-]+", name, re.ASCII):
            ways.append(name)
        if "'" not in name and name.replace("\t", "").isprintable():
            ways.append(f"'{name}'")
        return self._random.choice(ways)

    def _value(self, value: Any) -> str:
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int):
            ways = [str(value), f"{value:+_}", *([hex(value), oct(value), bin(value)] if value >= 0 else [])]
            return self._random.choice(ways)
        if isinstance(value, float):
            return repr(value)
        if isinstance(value, datetime):
            return self._random.choice([NIGHT, NIGHT.replace(" ", "T")])
        if isinstance(value, time):
            return self._random.choice(["19:30:00", "19:30:00.0", "19:30"])
        if isinstance(value, list):
            return self._between("[", [self._value(part) for part in value], "]")
        if isinstance(value, dict):
            pairs = [pair for name, inner in value.items() for pair in self._pairs([name], inner)]
            return self._between("{", pairs, "}")
        return str(value)

    def _between(self, opening: str, parts: list[str], closing: str) -> str:
        said = f"{self._gap()},".join(f"{self._gap()}{part}" for part in parts)
        last = "," if parts and self._chance() else ""
        return f"{opening}{said}{self._gap()}{last}{self._gap()}{closing}"

    def _text(self, text: str) -> str:
        ways = [self._basic(text), self._long_basic(text)]
        if "'" not in text and text.replace("\t", "").isprintable():
            ways.append(f"'{text}'")
        if not re.search("'''|\x1b", text):
            ways.append(f"'''{self._line_end}{self._lines(text)}'''")
        return self._random.choice(ways)

    def _basic(self, text: str) -> str:
        return json.dumps(text, ensure_ascii=self._chance()).replace("\\u001b", "\\e")

    def _long_basic(self, text: str) -> str:
        signs: list[str] = []
        for sign in re.findall(r"\\u....|\\.|.", self._basic(text)[1:-1]):
            plain = {"\\n": self._line_end, '\\"': '"'}.get(sign, sign)
            third = plain == '"' and signs[-2:] == ['"', '"']
            signs.append(sign if third or self._chance() else plain)
        fold = f"\\{self._blank()}{self._line_end} " if text[:1].strip() and self._chance() else ""
        return f'"""{self._line_end}{fold}{"".join(signs)}"""'

    def _lines(self, text: str) -> str:
        return text.replace("\n", self._line_end)

    def _gap(self) -> str:
        """Give what may stand between the parts of a list."""
        return "".join(
            self._random.choice([self._blank(), self._line_end, f"{self._remark()}{self._line_end}"])
            for _ in range(self._random.randrange(3))
        )

    def _blank(self) -> str:
        return self._random.choice(["", "", " ", "\t", "  "])

    def _remark(self) -> str:
        return self._random.choice(REMARKS)

    def _chance(self) -> bool:
        return self._random.choice([True, False])
